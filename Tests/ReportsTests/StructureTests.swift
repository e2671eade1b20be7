import Diagnostics
import Reports
import Testing
import WritingSystems

private let body = "本月以来，全县上下抓好各项工作，成效明显。"

struct TitleCase: Sendable, CustomTestStringConvertible {
  let head: String
  let title: String
  var subtitle: [String] = []

  var testDescription: String { head }
}

private let titles: [TitleCase] = [
  TitleCase(head: "某县工作情况", title: "某县工作情况"),
  TitleCase(head: "某县狠抓落实！", title: "某县狠抓落实！"),
  TitleCase(
    head: "某市人民政府办公室\n 关于做好\n 某项工作的通知",
    title: "某市人民政府办公室关于做好某项工作的通知"
  ),
  TitleCase(
    head: "某县聚焦“五个到位”\n推动各项工作提质增效",
    title: "某县聚焦“五个到位” 推动各项工作提质增效"
  ),
  TitleCase(
    head: "某县工作报告\n——在某次会议上\n县长 某某",
    title: "某县工作报告",
    subtitle: ["——在某次会议上", "县长 某某"]
  ),
  TitleCase(
    head: "某县工作情况\n\n（2022年10月14日）",
    title: "某县工作情况",
    subtitle: ["（2022年10月14日）"]
  ),
  TitleCase(head: "某县工作情况\n\n来源：某网\n", title: "某县工作情况"),
]

@Suite struct TitleTests {
  @Test(arguments: titles) func readsTheHead(_ one: TitleCase) throws {
    let reading = try Reading("\(one.head)\n\n\(body)\n")
    let report = try #require(reading.report)
    #expect(report.title.string == one.title)
    #expect(report.subtitle.map(\.string) == one.subtitle)
    #expect(reading.lines == [body])
    #expect(reading.unaccounted == nil)
  }

  @Test func theNumberOfADocumentIsText() throws {
    let reading = try Reading("某县关于某事的函\n某函〔2004〕71号\n\n\(body)\n")
    #expect(reading.report?.title.string == "某县关于某事的函")
    #expect(reading.lines == ["某函〔2004〕71号", body])
  }

  @Test(arguments: ["\(body)\n", "一、工作\n\(body)\n"])
  func warnsOfAMissingTitle(_ text: String) throws {
    let reading = try Reading(text)
    #expect(reading.report?.title.isEmpty ?? false)
    #expect(reading.has(.noTitle))
  }
}

struct BylineCase: Sendable, CustomTestStringConvertible {
  let line: String
  let source: String?
  let published: String?

  init(_ line: String, _ source: String?, _ published: String?) {
    self.line = line
    self.source = source
    self.published = published
  }

  var testDescription: String { line }
}

private let bylines: [BylineCase] = [
  .init("文章来源：某先锋网　时间：2025-10-14 09:30", "某先锋网", "2025-10-14T09:30"),
  .init("文章來源: 某網(wǎng)  時間: 2022-10-14 22:52", "某網", "2022-10-14T22:52"),
  .init("来源：某日报", "某日报", nil),
  .init("时间：2026-02-09", nil, "2026-02-09"),
  .init("发布时间：2022年10月14日 来源：某县 某局 浏览次数：12", "某县 某局", "2022-10-14"),
  .init("[ 信息来源：某网 | 发布日期：2022/1/3 ]", "某网", "2022-01-03"),
  .init("2022-10-14 22:52:08 来源: 某网", "某网", "2022-10-14T22:52"),
  .init("2022-10-14 22:52", nil, "2022-10-14T22:52"),
  .init("日期：２０２２年１０月１４日", nil, "2022-10-14"),
  .init("发布日期：2025年3月10日下午3时05分", nil, "2025-03-10T15:05"),
  .init("时间：二○二五年三月廿日", nil, "2025-03-20"),
  .init("日期：民国一一四年三月十日", nil, "2025-03-10"),
  .init("日期：中華民國114年3月10日", nil, "2025-03-10"),
  .init("稿源：某网 作者：某某 编辑：某某", "某网", nil),
]

@Suite struct BylineTests {
  @Test(arguments: bylines) func readsSourceAndTime(_ one: BylineCase) throws {
    let reading = try Reading("某县工作情况\n\(one.line)\n\n\(body)\n")
    let report = try #require(reading.report)
    #expect(report.source?.string == one.source)
    #expect(report.published?.iso == one.published)
    #expect(reading.lines == [body])
    #expect(report.dropped.contains { $0.kind == .pageHead && $0.text == one.line })
  }

  @Test func anOfficeIsReadFromTheByline() throws {
    let reading = try Reading("某县工作情况\n编发单位：某县委办公室\n\n\(body)\n")
    #expect(reading.report?.organisation?.string == "某县委办公室")
  }
}

@Suite struct MastheadTests {
  @Test(arguments: [
    "某某工作简报\n第10期\n某县委办公室　　2022年10月14日",
    "某某工作简报\n\n（2022年第十期 总第46期）\n某县委办公室   二〇二二年十月十四日",
    "２０２２年第１０期\n某县委办公室 2022-10-14",
  ])
  func isReadAndLeftOut(_ head: String) throws {
    let reading = try Reading("\(head)\n\n某县工作情况\n\n\(body)\n")
    let report = try #require(reading.report)
    #expect(report.title.string == "某县工作情况")
    #expect(report.organisation?.string == "某县委办公室")
    #expect(report.published?.iso == "2022-10-14")
    #expect(reading.lines == [body])
    #expect(
      report.dropped.map(\.text).joined(separator: "\n")
        == head.split(separator: "\n").joined(separator: "\n")
    )
    #expect(reading.unaccounted == nil)
  }

  @Test func aTitleThatSpeaksOfAStageIsNoMasthead() throws {
    let reading = try Reading("第二期培训班开班\n\n\(body)\n")
    #expect(reading.report?.title.string == "第二期培训班开班")
  }
}

struct PeriodCase: Sendable, CustomTestStringConvertible {
  let title: String
  let byline: String
  let opening: String
  let period: String?

  init(_ title: String, _ byline: String = "", _ opening: String = "", _ period: String?) {
    self.title = title
    self.byline = byline
    self.opening = opening
    self.period = period
  }

  var testDescription: String { "\(title) \(byline) \(opening)" }
}

private let periods: [PeriodCase] = [
  .init("2019年1月某病疫情概况", "时间：2019-02-20", "", "2019-01"),
  .init("二〇一九年一月某病疫情概况", "", "", "2019-01"),
  .init("某县10月工作情况", "时间：2022-11-02", "", "2022-10"),
  .init("某县12月份工作情况", "时间：2023-01-05", "", "2022-12"),
  .init("某县工作情况", "时间：2022-10-14", "", "2022-10"),
  .init("某县工作情况", "时间：2022-11-03", "2022年10月，", "2022-10"),
  .init("某县工作情况", "", "2022年10月5日，", nil),
  .init("2026年某省政府工作报告", "时间：2026-02-09", "", "2026"),
  .init("某县工作情况", "", "", nil),
  .init("某县2025年上半年工作情况", "", "", "2025-06"),
  .init("某县2025年前三季度工作情况", "", "", "2025-09"),
  .init("某县1至10月工作情况", "时间：2025-11-02", "", "2025-10"),
  .init("某县四季度工作情况", "时间：2025-01-12", "", "2024-12"),
  .init("某县工作情况", "", "2025年1—8月，", "2025-08"),
  .init("某县十月份工作情况", "时间：2025-11-02", "", "2025-10"),
  .init("某县2025年度工作情况", "时间：2026-01-05", "", "2025"),
]

@Suite struct PeriodTests {
  @Test(arguments: periods) func findsTheMonth(_ one: PeriodCase) throws {
    let reading = try Reading("\(one.title)\n\(one.byline)\n\n\(one.opening)\(body)\n")
    #expect(reading.report?.period?.iso == one.period)
  }
}

@Suite struct SectionTests {
  @Test func readsTheFourLevels() throws {
    let reading = try Reading(
      """
      标题

      开头的话。

      一、第一部分
      （一）第一节
      1.第一目
      （1）第一条
      \(body)
      2．第二目
      \(body)
      （二）第二节
      \(body)
      二、第二部分
      十分重要的话。
      """
    )
    let sections = try #require(reading.report).sections
    #expect(sections.map(\.level) == [0, 1, 2, 3, 4, 3, 2, 1])
    #expect(sections.map(\.number) == [nil, "一", "一", "1", "1", "2", "二", "二"])
    #expect(sections[3].heading.string == "1.第一目")
    #expect(!reading.has(.brokenSectionOrder))
    #expect(reading.unaccounted == nil)
  }

  @Test func warnsOfABrokenOrderAtTheNumber() throws {
    let reading = try Reading("标题\n\n一、甲\n\(body)\n三、乙\n\(body)\n四、丙\n\(body)\n")
    let found = reading.findings.list.filter { $0.code == .brokenSectionOrder }
    #expect(found.count == 1)
    #expect(found.first?.span.map { reading.text(at: $0) } == "三、")
    #expect(found.first?.message(in: .english).contains("3 where 2") ?? false)
  }

  @Test func aNumberedListIsItemsNotHeadings() throws {
    let reading = try Reading("标题\n\n工作如下：\n1.抓学习\n2.抓落实\n3.抓督查\n\(body)\n")
    let paragraphs = try #require(reading.report?.sections.first).paragraphs
    #expect(paragraphs.map(\.kind) == [.paragraph, .item, .item, .item, .paragraph])
  }

  @Test func aNumberedLineThatRunsOnIsAParagraphWithALeadIn() throws {
    let reading = try Reading("标题\n\n（一）抓好学习，凝聚共识。\(body)\n")
    let section = try #require(reading.report?.sections.first)
    let paragraph = try #require(section.paragraphs.first)
    #expect(section.level == 0)
    #expect(paragraph.leadIns.map { paragraph.text.slice($0).string } == ["（一）抓好学习，凝聚共识。"])
  }

  @Test(arguments: [
    ("一是抓学习。甲。二是抓落实，促发展。乙。", ["一是抓学习。", "二是抓落实，促发展。"]),
    ("今年以来，成效明显。一是抓学习。甲。二是抓落实。乙。", ["一是抓学习。", "二是抓落实。"]),
    ("二是抓落实。乙。", ["二是抓落实。"]),
    ("政策：一是抓学习；二是抓落实；三是抓督查。", []),
    ("全县一是抓学习。甲。", []),
    ("本月工作完成。", []),
  ])
  func findsTheLeadIns(_ text: String, _ leadIns: [String]) throws {
    let reading = try Reading("标题\n\n\(text)\n")
    let paragraph = try #require(reading.report?.sections.first?.paragraphs.first)
    #expect(paragraph.leadIns.map { paragraph.text.slice($0).string } == leadIns)
  }

  @Test(arguments: [
    ("附件：1.清单", Report.Paragraph.Kind.attachment),
    ("附件2 工作台账", .attachment),
    ("附表：某表（见后）", .caption),
    ("图1 某图", .caption),
    ("县长某某到会讲话。本报记者 某某 摄", .caption),
    ("注：数据不含某区。", .note),
    ("（本文有删减）", .note),
    ("● 抓学习", .item),
    ("③抓落实", .item),
    ("附件的管理办法另行制定，请各单位遵照执行。", .paragraph),
    ("图为现场，各单位到会，表示感谢。", .paragraph),
    ("3.5万户参加，全面完成任务。", .paragraph),
  ])
  func knowsTheKindOf(_ line: String, _ kind: Report.Paragraph.Kind) throws {
    let reading = try Reading("标题\n\n\(body)\n\n\(line)\n")
    #expect(reading.report?.sections.first?.paragraphs.last?.kind == kind)
    #expect(reading.lines.last == line)
  }

  @Test func readsATableOfCells() throws {
    let reading = try Reading("标题\n\n\(body)\n乡镇\t已建\t覆盖率\n甲镇\t12\t85%\n乙乡\t\t80%\n")
    let table = try #require(reading.report?.sections.first?.paragraphs.last)
    #expect(table.kind == .table)
    #expect(
      table.rows?.map { $0.map(\.string) }
        == [["乡镇", "已建", "覆盖率"], ["甲镇", "12", "85%"], ["乙乡", "", "80%"]]
    )
    #expect(reading.unaccounted == nil)
  }
}

@Suite struct SignatureTests {
  @Test func readsWhoSignedAndWhen() throws {
    let reading = try Reading(
      "关于某事的情况\n\n\(body)\n\n某县委组织部\n二〇〇四年十月十五日\n（本文有删减）\n"
    )
    let report = try #require(reading.report)
    #expect(report.organisation?.string == "某县委组织部")
    #expect(report.published?.iso == "2004-10-15")
    let kinds = try #require(report.sections.first).paragraphs.map(\.kind)
    #expect(kinds == [.paragraph, .signature, .signature, .note])
  }

  @Test func inventsNoOrganisation() throws {
    let reading = try Reading("某县工作情况\n\n\(body)\n")
    #expect(reading.report?.organisation == nil)
  }

  @Test func readsTheOrganThatATitleBeginsWith() throws {
    let reading = try Reading("某省人民政府办公厅关于某事的通知\n\n\(body)\n")
    #expect(reading.report?.organisation?.string == "某省人民政府办公厅")
  }
}
