import Diagnostics
import Reports
import Testing

private let body = "本月以来，全县上下抓好各项工作，成效明显。"

private func levels(_ text: String, named name: String) throws -> [String] {
  let report = try Reading(Array(text.utf8), named: name).report
  return try #require(report).sections.filter { !$0.heading.isEmpty }
    .map { "\($0.level) \($0.heading.string)" }
}

@Suite struct OutlineTests {
  @Test func boldLinesAreHeadingsBelowTheLastNumber() throws {
    let text = """
      # 标题

      \(body)

      **工作开展情况**

      \(body)

      一、下步打算

      **抓学习**

      \(body)

      **抓落实**

      \(body)
      """
    let found = try levels(text, named: "示例.md")
    #expect(found == ["1 工作开展情况", "1 一、下步打算", "2 抓学习", "2 抓落实"])
  }

  @Test func whereAllIsBoldNothingIsAHeading() throws {
    let page = "<div><h1>标题</h1><p><b>甲事情况</b></p><p><b>乙事情况</b></p><p><b>\(body)</b></p></div>"
    #expect(try levels(page, named: "示例.html").isEmpty)
  }

  @Test func aBoldTitleOverLinesIsOne() throws {
    let page = """
      <div><p><b>某某办公室关于进一步</b></p><p><b>做好有关工作的通知</b></p><p>\(body)</p><p>\(body)</p>
      <p>\(body)</p></div>
      """
    let report = try #require(try Reading(Array(page.utf8), named: "示例.html").report)
    #expect(report.title.string == "某某办公室关于进一步做好有关工作的通知")
  }

  @Test func ranksOfMarkupAreTheLevels() throws {
    let text = "# 标题\n\n## 1. 总体情况\n\n\(body)\n\n### （1）做法\n\n\(body)\n\n## 2. 打算\n\n\(body)\n"
    #expect(try levels(text, named: "示例.md") == ["1 1. 总体情况", "2 （1）做法", "1 2. 打算"])
  }

  @Test(arguments: [
    ("一、甲事情况\n\(body)\n二、乙事情况\n\(body)", 0, 0),
    ("一、甲事情况\n\(body)\n二、乙事情况\n\(body)\n二、丙事情况\n\(body)", 0, 1),
    ("一、甲事情况\n\(body)\n四、乙事情况\n\(body)", 1, 0),
    ("二、甲事情况\n\(body)\n三、乙事情况\n\(body)", 1, 0),
    ("任务如下：\n1.甲事\n2.乙事\n4.丙事", 1, 0),
    ("（一）甲事好。\(body)\n（三）乙事好。\(body)", 1, 0),
  ])
  func numbersAreChecked(_ text: String, _ gaps: Int, _ repeats: Int) throws {
    let reading = try Reading("标题\n\n\(text)\n")
    #expect(reading.findings.list.count { $0.code == .brokenSectionOrder } == gaps)
    #expect(reading.findings.list.count { $0.code == .repeatedSectionNumber } == repeats)
  }

  @Test func aRepeatNamesThePlaceOfTheFirst() throws {
    let reading = try Reading("标题\n\n一、甲\n\(body)\n一、乙\n\(body)\n")
    let found = try #require(
      reading.findings.list.first { $0.code == .repeatedSectionNumber }
    )
    #expect(found.span.map { reading.text(at: $0) } == "一、")
    #expect(found.notes.count == 1 && found.notes.first?.span != found.span)
    #expect(found.message(in: .chinese) != found.message(in: .english))
  }

  @Test(arguments: [
    ("某函［2025］12号", "某函〔2025〕12号"), ("某函[2025]12号", "某函〔2025〕12号"),
    ("某函【2025】12号", "某函〔2025〕12号"), ("某函（2025）第12号", "某函〔2025〕12号"),
    ("某函〔2025〕012号", "某函〔2025〕12号"), ("某函〔25〕12号", "某函〔2025〕12号"),
  ])
  func theFormOfADocumentNumberIsChecked(_ written: String, _ proper: String) throws {
    let reading = try Reading("某县关于某事的函\n\(written)\n\n\(body)\n")
    let found = try #require(reading.findings.list.first { $0.code == .documentNumberForm })
    #expect(found.message(in: .chinese).contains(proper))
    #expect(reading.lines.count == 2)
  }
}
