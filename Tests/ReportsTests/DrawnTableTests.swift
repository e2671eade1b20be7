import Diagnostics
import Reports
import Testing

private let opening = "青溪县重点项目通报\n\n截至10月底，各镇进度如下。\n\n"
private let ending = "\n\n下一步抓好落实，全面完成任务。\n"

private struct DrawnCase: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let rows: [[String]]

  var testDescription: String { name }
}

private let drawn: [DrawnCase] = [
  DrawnCase(
    name: "tabulators",
    text: "乡镇\t已建\t比例\n甲镇\t12\t85%\n乙乡\t\t80%",
    rows: [["乡镇", "已建", "比例"], ["甲镇", "12", "85%"], ["乙乡", "", "80%"]]
  ),
  DrawnCase(
    name: "tabulators typed until the columns stand",
    text: "乡镇\t\t已建\n石桥铺街道\t12\n乙乡\t\t8",
    rows: [["乡镇", "已建"], ["石桥铺街道", "12"], ["乙乡", "8"]]
  ),
  DrawnCase(
    name: "a box",
    text: """
      ┌──────┬────┐
      │乡　镇│已建│
      ├──────┼────┤
      │甲镇　│ 12 │
      │乙乡　│    │
      └──────┴────┘
      """,
    rows: [["乡　镇", "已建"], ["甲镇", "12"], ["乙乡", ""]]
  ),
  DrawnCase(
    name: "a box with cells over two lines",
    text: """
      ┏━━━┳━━━┓
      ┃乡镇  ┃已建  ┃
      ┣━━━╋━━━┫
      ┃石桥铺┃12    ┃
      ┃街道  ┃      ┃
      ┣━━━╋━━━┫
      ┃乙乡  ┃8     ┃
      ┗━━━┻━━━┛
      """,
    rows: [["乡镇", "已建"], ["石桥铺街道", "12"], ["乙乡", "8"]]
  ),
  DrawnCase(
    name: "a box of signs",
    text: "+------+-----+\n| 乡镇 | 已建 |\n+------+-----+\n| 甲镇 | 12 |\n| 乙乡 | 8 |\n+------+-----+",
    rows: [["乡镇", "已建"], ["甲镇", "12"], ["乙乡", "8"]]
  ),
  DrawnCase(
    name: "bars and a line below the heads",
    text: "| 乡镇 | 已建 |\n|---|---:|\n| 甲镇 | 12 |\n| 乙乡 | 8 |",
    rows: [["乡镇", "已建"], ["甲镇", "12"], ["乙乡", "8"]]
  ),
  DrawnCase(
    name: "spaces",
    text: "乡镇      完成    进度\n青溪镇    3120    70.2%\n大　塘    2410    54.8%",
    rows: [["乡镇", "完成", "进度"], ["青溪镇", "3120", "70.2%"], ["大　塘", "2410", "54.8%"]]
  ),
  DrawnCase(
    name: "spaces between words in columns",
    text: "乡镇　　负责人　　办公地点\n甲镇　　张某某　　镇政府二楼\n乙镇　　李某某　　镇政府三楼",
    rows: [["乡镇", "负责人", "办公地点"], ["甲镇", "张某某", "镇政府二楼"], ["乙镇", "李某某", "镇政府三楼"]]
  ),
]

@Suite struct DrawnTableTests {
  @Test(arguments: drawn) fileprivate func becomesATable(_ one: DrawnCase) throws {
    let reading = try Reading(opening + one.text + ending)
    let paragraphs = try #require(reading.report?.sections.first).paragraphs
    #expect(paragraphs.map(\.kind) == [.paragraph, .table, .paragraph])
    #expect(paragraphs.dropFirst().first?.rows?.map { $0.map(\.string) } == one.rows)
    #expect(reading.unaccounted == nil)
  }

  @Test(arguments: [
    "联系人：张三\t电话：1234567\n联系人：李四\t电话：7654321",
    "1.\t加强学习，提高认识\n2.\t抓好落实，见到实效",
    "项目名称\t投资",
    "张　三　　李　四　　王　五\n赵　六　　陈　七　　孙　八",
    "张三\t李四\t王五\n赵六\t陈七\t孙八",
    "9:00　　开幕\n10:00　　分组讨论\n12:00　　午餐",
    "1月5日　　县委召开会议\n1月8日　　县政府召开会议\n1月12日　　项目开工",
    "一、总体情况\t1\n二、下步打算\t3",
    "目录\n综合情况　　　　1\n重点项目　　　　3\n下步打算　　　　8",
    "综合情况………………1\n重点项目………………3\n下步打算………………8",
    "青溪县人民政府　　　　青溪县委\n2025年1月1日　　　　　2025年1月1日",
    "首页 | 要闻 | 公开 | 互动",
  ])
  func nothingElseIsATable(_ text: String) throws {
    let reading = try Reading(opening + text + ending)
    let kinds = try #require(reading.report).sections.flatMap(\.paragraphs).map(\.kind)
    #expect(!kinds.contains(.table))
    #expect(reading.unaccounted == nil)
  }

  @Test func theRuleCanBeSwitchedOff() throws {
    let text = opening + "乡镇\t已建\n甲镇\t12\n乙乡\t8" + ending
    let options = ReportOptions(disabledRules: [.drawnTables])
    let reading = try Reading(Array(text.utf8), options)
    let kinds = try #require(reading.report).sections.flatMap(\.paragraphs).map(\.kind)
    #expect(!kinds.contains(.table))
    #expect(reading.unaccounted == nil)
  }

  @Test func theLinesOfABoxAreListed() throws {
    let reading = try Reading(opening + drawn[2].text + ending)
    let report = try #require(reading.report)
    #expect(report.dropped.map(\.text).filter { $0.contains("─") }.count == 3)
    #expect(report.repaired.contains { $0.from == "│" && $0.to == "\t" })
  }
}
