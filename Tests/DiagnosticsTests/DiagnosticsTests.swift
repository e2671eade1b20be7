import Diagnostics
import Testing

extension FindingCode {
  fileprivate static let unknownKey = FindingCode(
    "test.unknown-key",
    .error,
    Bilingual("不认识的键{key}，可用的有{choices}", "unknown key {key}, expected one of {choices}"),
    hint: Bilingual("删去或改正", "remove or correct it")
  )
  fileprivate static let odd = FindingCode(
    "test.odd",
    .warning,
    Bilingual("有{count}处可疑", "{count} places look odd")
  )
}

@Suite("Findings as a person reads them")
struct FindingPrinterTests {
  private func printed(
    _ text: String,
    _ range: Range<Int>,
    in language: MessageLanguage
  ) -> String {
    var files = SourceFiles()
    let file = files.add(name: "layouts/a.yaml", bytes: Array(text.utf8))
    let finding = Finding(
      .unknownKey,
      at: Span(file: file.id, start: range.lowerBound, end: range.upperBound),
      ["key": .quote("titel"), "choices": .choices(["title", "name"])],
      suggestion: "title"
    )
    return FindingPrinter(language: language, files: files).print(finding)
  }

  @Test func namesPlaceAndWayOutInEnglish() {
    #expect(
      printed("name: x\ntitel: 简报\n", 8..<13, in: .english) == """
        layouts/a.yaml:2:1: error: unknown key "titel", expected one of "title", "name" [test.unknown-key]
         2 | titel: 简报
           | ^^^^^
          help: did you mean "title"? remove or correct it

        """
    )
  }

  @Test func namesPlaceAndWayOutInChinese() {
    #expect(
      printed("标题：titel", 9..<14, in: .chinese) == """
        layouts/a.yaml:1:4: 错误: 不认识的键“titel”，可用的有“title”、“name” [test.unknown-key]
         1 | 标题：titel
           |       ^^^^^
          办法: 是否想写“title”？删去或改正

        """
    )
  }

  @Test func showsThePartOfALongLineAroundThePlace() {
    let line = String(repeating: "甲", count: 200) + "X" + String(repeating: "乙", count: 200)
    let text = printed(line, 600..<601, in: .english)
    #expect(text.contains(":1:201: error"))
    #expect(text.contains("…") && text.contains("X"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count < 130 })
  }
}

@Suite("Places in files")
struct LocationTests {
  @Test(arguments: [
    ("ab\ncd", 3, 2, 1), ("ab\r\ncd", 5, 2, 2), ("ab\rcd", 3, 2, 1), ("", 0, 1, 1),
    ("中文x", 6, 1, 3), ("\u{FEFF}ab", 3, 1, 1), ("\u{FEFF}ab", 0, 1, 1), ("ab\n", 3, 2, 1),
  ])
  func countsLinesAndCharactersFromOne(
    _ text: String,
    _ offset: Int,
    _ line: Int,
    _ column: Int
  ) {
    var files = SourceFiles()
    let file = files.add(name: "a", bytes: Array(text.utf8))
    let location = files.location(of: Span(file: file.id, start: offset, end: offset))
    #expect(location.line == line && location.column == column)
  }

  @Test func findsPlacesInAFileOfAnotherEncoding() {
    // 中 in GBK is D6 D0; the text in UTF-8 has three bytes for it.
    let transcoding = SourceFile.Transcoding(
      encoding: "GBK",
      text: Array("中a".utf8),
      offsets: [0, 0, 0, 2, 3]
    )
    var files = SourceFiles()
    let file = files.add(name: "a", bytes: [0xD6, 0xD0, 0x61], transcoding: transcoding)
    let location = files.location(of: Span(file: file.id, start: 2, end: 3))
    #expect(location.column == 2)
    #expect(location.excerpt == "中a")
  }
}

@Suite("Did you mean")
struct SuggestionTests {
  @Test(arguments: [
    ("titel", "title"), ("briefng", "briefing"), ("期数", "期号"), ("xyz", nil), ("Title", "title"),
  ])
  func findsTheNearestName(_ name: String, _ expected: String?) {
    let names = ["title", "briefing", "期号", "recipients"]
    #expect(Suggestion.nearest(to: name, among: names) == expected)
  }
}

@Suite("Text that knows where it was read")
struct SourcedTextTests {
  private static let file = SourceFile.ID(index: 0)

  private func span(_ start: Int, _ end: Int) -> Span {
    Span(file: Self.file, start: start, end: end)
  }

  @Test func neighboursOfOneWidthBecomeOnePiece() {
    var text = SourcedText()
    text.append("甲", span: span(0, 3))
    text.append("乙丙", span: span(3, 9))
    text.append("a", span: span(9, 10))
    #expect(text.pieces.count == 2)
    #expect(text.span(of: 1..<2) == span(3, 6))
    #expect(text.span(of: 1..<4) == span(3, 10))
  }

  @Test func aReplacedStretchStandsForItsWholeSpan() {
    var text = SourcedText()
    text.append("软件", span: span(0, 6))
    text.append("程序设计", span: span(6, 12))
    #expect(text.span(of: 3..<4) == span(6, 12))
  }

  @Test func slicesKeepTheirPlaces() {
    var text = SourcedText()
    text.append("甲乙丙", span: span(0, 9))
    text.append("12", span: span(20, 22))
    let slice = text.slice(2..<4)
    #expect(slice.string == "丙1")
    #expect(slice.span(of: 0..<1) == span(6, 9))
    #expect(slice.span(of: 1..<2) == span(20, 21))
    #expect(text.slice(1..<1).isEmpty)
  }

  @Test func strictMakesWarningsErrorsAndLeavesNotes() {
    var findings = Findings()
    findings.add(Finding(.odd, ["count": 2]))
    #expect(!findings.hasErrors)
    #expect(findings.strict().hasErrors)
  }
}

@Suite("Numbers with zeros before them")
struct PaddedNumberTests {
  @Test func haveSoManyDigitsAtLeast() {
    #expect(String(42, digits: 4) == "0042")
    #expect(String(12345, digits: 4) == "12345")
    #expect(String(-7, digits: 2) == "-07")
    #expect(String(UInt8(255), digits: 4, radix: 16, uppercase: true) == "00FF")
    #expect(String(UInt128.max, digits: 32, radix: 16) == String(repeating: "f", count: 32))
  }
}

@Suite struct LongLineTests {
  @Test func placesInALongLineAreThoseOfCounting() {
    var files = SourceFiles()
    let text = "一\n" + String(repeating: "本月e\u{301}完成12.5亿元，", count: 2_000) + "\n二"
    let file = files.add(name: "a.txt", bytes: Array(text.utf8))
    let table = LineTable(file)
    let line = text.split(separator: "\n")[1]
    var offset = 4
    for (column, character) in line.enumerated() {
      let end = offset + character.utf8.count
      if column % 97 == 0 {
        let location = table.location(of: Span(file: file.id, start: offset, end: end))
        #expect(location.line == 2)
        #expect(location.column == column + 1)
        let shown = Array(location.excerpt)
        #expect(shown.count <= 401)
        #expect(shown[location.highlight.lowerBound] == character)
      }
      offset = end
    }
  }
}
