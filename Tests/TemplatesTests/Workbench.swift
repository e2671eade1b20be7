import Diagnostics
import DocumentModel
import Reports
import Settings
import Statistics
import Templates
import WritingSystems

/// Layouts, reports and what comes of them, for tests.
struct Workbench {
  var files = SourceFiles()
  var findings = Findings()
  /// Layouts that may be extended, by name.
  var layouts: [String: String] = [:]

  /// Page and styles that most tests need.
  static let ground = """
    kanyin: 1
    name: trial
    page:
      size: A4
      type-area: { top: 37mm, inside: 28mm, width: 156mm, height: 225mm }
      grid: { characters: 28, lines: 22, size: 三号 }
    inks:
      red: { cmyk: [0, 80, 80, 0], screen: "#DA291C" }
    styles:
      body: { font: fangsong, size: 三号, indent: 2字 }
      title: { font: xiaobiaosong, size: 二号, align: centre }
      section: { extends: body, font: hei, outline: 1 }
      kai: { font: kai }
      small: { font: song, size: 五号, line: 0.5行, align: left }
    report: { title: title, section: section, paragraph: body, lead-in: kai }

    """

  mutating func read(_ source: String, profile: String? = nil) -> Template? {
    let file = files.add(name: "trial.yaml", bytes: Array(source.utf8))
    var files = files
    let layouts = layouts
    let template = try? Template.read(
      file,
      profile: profile,
      names: layouts.keys.sorted(),
      findings: &findings
    ) { name throws(MachineFailure) in
      layouts[name].map { files.add(name: "\(name).yaml", bytes: Array($0.utf8)) }
    }
    self.files = files
    return template
  }

  /// The findings as `line:column message → suggestion`.
  func printed(in language: MessageLanguage = .english) -> [String] {
    findings.list.map { finding in
      let place = finding.span.map { files.location(of: $0) }
      let suggestion = finding.suggestion.map { " → \($0)" } ?? ""
      let position = place.map { "\($0.line):\($0.column) " } ?? ""
      return "\(position)\(finding.message(in: language))\(suggestion)"
    }
  }

  /// Digits and the unit behind them, for want of the real recogniser.
  static let recognise: @Sendable (String) -> [Recognised] = { text in
    var found: [Recognised] = []
    var start: Int?
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let isDigit = ("0"..."9").contains(scalar) || (start != nil && scalar == ".")
      if isDigit {
        start = start ?? index
      } else if let begin = start {
        let isUnit = "个家名%期".unicodeScalars.contains(scalar)
        found.append(Recognised(kind: .figure, range: begin..<index + (isUnit ? 1 : 0)))
        start = nil
      }
    }
    if let start {
      found.append(Recognised(kind: .figure, range: start..<text.unicodeScalars.count))
    }
    return found
  }

  /// Composes a layout and gives the document as text, or the findings.
  mutating func trace(_ source: String, _ composition: Composition? = nil) -> String {
    guard let template = read(source),
      let document = template.compose(
        composition ?? Composition(reports: [Self.report], recognise: Self.recognise),
        findings: &findings
      )
    else { return printed().joined(separator: "\n") }
    return DocumentTrace.trace(document)
  }

  /// A small report: a title, a paragraph, and a section with a lead-in.
  static var report: Report {
    let file = SourceFile.ID(index: 0)
    func text(_ string: String) -> SourcedText {
      SourcedText(string, span: Span(file: file, start: 0, end: string.utf8.count))
    }
    return Report(
      name: "anlan",
      title: text("安澜县推动两新党建"),
      source: text("安澜先锋网"),
      published: PartialDate(year: 2025, month: 10, day: 14, hour: 9, minute: 30),
      organisation: text("安澜县委"),
      script: .simplified,
      period: Period(year: 2025, month: 10),
      sections: [
        .init(level: 0, paragraphs: [.init(text: text("建账574家，**原样**。"))]),
        .init(
          level: 1,
          number: "一",
          heading: text("一、组织到位"),
          paragraphs: [
            .init(text: text("一是攻坚。新建76个，由31.42%升至86.41%。"), leadIns: [0..<5])
          ]
        ),
      ]
    )
  }

  static var dataset: Dataset {
    Dataset(
      figures: [
        Figure(
          id: 0,
          quote: "574家",
          kind: .count,
          value: 574,
          unit: "家",
          range: 2..<6
        ),
        Figure(
          id: 1,
          quote: "76个",
          kind: .count,
          value: 76,
          unit: "个",
          section: 1,
          range: 7..<10
        ),
        Figure(
          id: 2,
          quote: "由31.42%升至86.41%",
          kind: .percent,
          value: 86.41,
          unit: "%",
          from: 31.42,
          to: 86.41,
          change: .rise,
          section: 1,
          range: 11..<26,
          decimals: 2
        ),
      ],
      indicators: ["coverage": 2, "branches": 1],
      results: [
        .init(
          name: "rise",
          unit: "个百分点",
          columns: [.init(name: "升", type: "number")],
          rows: [[.number(54.989999999999995)]]
        ),
        .init(name: "empty", columns: [.init(name: "数", type: "number")], rows: []),
        .init(
          name: "ranking",
          columns: [
            .init(name: "名次", type: "integer"), .init(name: "单位", type: "text"),
            .init(name: "应建", type: "integer"), .init(name: "覆盖率", type: "number"),
            .init(name: "目标", type: "number"),
          ],
          rows: [
            [.number(1), .text("城关街道"), .number(98), .number(92.857), .number(80)],
            [.number(2), .text("凤形乡"), .number(16), .number(62.5), .number(80)],
          ]
        ),
      ]
    )
  }
}
