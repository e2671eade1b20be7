import Diagnostics
import Reports
import Testing
import WritingSystems

private let sentence = "本月工作全面完成，成效明显，群众满意。"

private func read(_ text: String) throws -> Reading {
  try Reading(Array(text.utf8), named: "示例.md")
}

struct MarkdownCase: Sendable, CustomTestStringConvertible {
  let text: String
  let lines: [String]

  init(_ text: String, _ lines: [String]) {
    self.text = text
    self.lines = lines
  }

  var testDescription: String { text }
}

private let cases: [MarkdownCase] = [
  .init("\(sentence)\n\n第二段。", [sentence, "第二段。"]),
  .init("本月工作\n全面完成。", ["本月工作全面完成。"]),
  .init("本月**工作**_全面_`完成`。", ["本月工作全面完成。"]),
  .init("## 总体情况\n\n\(sentence)", ["总体情况", sentence]),
  .init("一、总体情况\n\n\(sentence)", ["一、总体情况", sentence]),
  .init("\(sentence)\n\n- 修路\n- 架桥", [sentence, "修路", "架桥"]),
  .init("\(sentence)\n\n3. 修路\n4. 架桥", [sentence, "3.修路", "4.架桥"]),
  .init("按[《某条例》](http://example.invalid/工作 \"题\")要求，本月工作完成。", ["按《某条例》要求，本月工作完成。"]),
  .init("产值&gt;100万元，1\\*2，\\# 号。", ["产值>100万元，1*2，# 号。"]),
  .init("共12人[^甲]参加。\n\n[^甲]: 在册人数。", ["共12人①参加。", "①在册人数。"]),
  .init("> 引用的一句话。\n\n    代码一行。", ["引用的一句话。", "代码一行。"]),
  .init("<!-- 编者的话 -->\n\n\(sentence)", [sentence]),
  .init("![图1　现场](p/1.jpg)\n\n\(sentence)", ["p/1.jpg", "图1　现场", sentence]),
]

@Suite struct MarkdownTests {
  @Test(arguments: cases) func readsBlocksAndInlines(_ one: MarkdownCase) throws {
    let reading = try read("# 某县一月工作简报\n\n" + one.text)
    #expect(reading.report?.title.string == "某县一月工作简报")
    #expect(reading.lines == one.lines)
  }

  @Test func readsATable() throws {
    let reading = try read("# 标题\n\n\(sentence)\n\n| 乡镇 | 完成 |\n|---|--:|\n| **黄泥镇** | 12 |\n")
    let table = try #require(reading.report?.sections.first?.paragraphs.last)
    #expect(table.rows?.map { $0.map(\.string) } == [["乡镇", "完成"], ["黄泥镇", "12"]])
  }

  @Test func everyCharacterLeadsToItsPlace() throws {
    let text = "# 标题\n\n产**值**\\*&gt;[链接](u)好，完成。\n\n- 项目`一`\n"
    let reading = try read(text)
    let paragraphs = try #require(reading.report?.sections.first?.paragraphs)
    let shown = paragraphs.map { paragraph in
      (0..<paragraph.text.count).map { index in
        paragraph.text.span(of: index..<(index + 1)).map { reading.text(at: $0) } ?? ""
      }
    }
    #expect(
      shown == [["产", "值", "\\*", "&gt;", "链", "接", "好", "，", "完", "成", "。"], ["项", "目", "一"]]
    )
  }

  @Test func aPictureThatIsNotPrintedIsAWarningWithItsPlace() throws {
    let reading = try read("# 标题\n\n\(sentence)\n\n![图1　现场](p/1.jpg)\n")
    let finding = reading.findings.list.first { $0.code == .picturesNotPrinted }
    #expect(finding?.severity == .warning)
    #expect(finding?.span.map { reading.text(at: $0) } == "p/1.jpg")
  }
}
