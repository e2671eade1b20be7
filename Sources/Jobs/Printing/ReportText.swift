package import Diagnostics
package import Reports
import WritingSystems

/// `inspect` for people: what was understood of a report and what was dropped, in short.
package struct ReportText: Sendable {
  private let language: MessageLanguage
  private let places: SpanPlaces

  package init(language: MessageLanguage, files: SourceFiles) {
    self.language = language
    places = SpanPlaces(files)
  }

  package func document(_ report: Report, pictures facts: [PictureFacts] = []) -> String {
    head(report) + "\n" + sections(report) + pictures(report, facts) + dropped(report)
      + repaired(report)
  }

  private func head(_ report: Report) -> String {
    var table = PlainTable()
    let unknown = word("未见", "not found")
    func row(_ chinese: String, _ english: String, _ value: String?) {
      table.add([word(chinese, english), value.flatMap { $0.isEmpty ? nil : $0 } ?? unknown])
    }
    row("标题", "title", report.title.string)
    for line in report.subtitle { row("副题", "subtitle", line.string) }
    row("来源", "source", report.source?.string)
    row("发布", "published", report.published?.iso)
    row("单位", "organisation", report.organisation?.string)
    if let author = report.author { row("作者", "author", author.string) }
    if let number = report.documentNumber { row("文号", "document number", number.string) }
    row("时段", "period", period(report))
    row("文字", "script", script(report.script))
    row("编码", "encoding", report.encoding)
    return table.text()
  }

  /// 2025-09, with the months it closes where they are several.
  private func period(_ report: Report) -> String? {
    guard let period = report.period, let months = report.months else { return report.period?.iso }
    let (first, last) = (months.lowerBound, months.upperBound)
    return period.iso + word("（\(first)—\(last)月）", " (months \(first) to \(last))")
  }

  private func script(_ script: Report.Script) -> String {
    switch script {
    case .simplified: word("简体", "simplified")
    case .traditional: word("繁体", "traditional")
    case .mixed: word("简繁混用", "mixed")
    case .other: word("其他", "other")
    }
  }

  private func sections(_ report: Report) -> String {
    report.sections.map { section in
      var heading = section.heading.isEmpty ? word("（无标题）", "(no heading)") : section.heading.string
      if section.level == 0, let number = section.attachment {
        heading = report.attachmentLabel(number) + "　" + heading
      }
      let indent = String(repeating: "  ", count: max(0, section.level - 1))
      return "\(indent)\(heading)  [\(contents(section))]\n"
    }
    .joined()
  }

  /// 3 段、1 表、2 落款: how many of each kind there are, the commonest word for running text.
  private func contents(_ section: Report.Section) -> String {
    let parts = Report.Paragraph.Kind.allCases.compactMap { kind -> String? in
      let count = section.paragraphs.count { $0.kind == kind }
      guard count > 0 || (kind == .paragraph && section.paragraphs.isEmpty) else { return nil }
      let (chinese, english) = words(of: kind)
      return word("\(count) \(chinese)", "\(count) \(english)\(count == 1 ? "" : "s")")
    }
    return parts.joined(separator: word("、", ", "))
  }

  private func words(of kind: Report.Paragraph.Kind) -> (String, String) {
    switch kind {
    case .paragraph: ("段", "paragraph")
    case .item: ("项", "item")
    case .table: ("表", "table")
    case .image: ("图", "picture")
    case .caption: ("题注", "caption")
    case .note: ("注", "note")
    case .attachment: ("附件", "attachment")
    case .signature: ("落款", "signature line")
    }
  }

  /// The pictures with name, format, size, caption and the file written, one a line.
  private func pictures(_ report: Report, _ facts: [PictureFacts]) -> String {
    guard !report.pictures.isEmpty else { return "" }
    let count = report.pictures.count
    var table = PlainTable()
    for section in report.sections {
      let captions = report.pictureCaptions(in: section)
      for (index, paragraph) in section.paragraphs.enumerated() {
        guard let place = paragraph.picture else { continue }
        let picture = report.pictures[place]
        let caption = captions[index].map { section.paragraphs[$0].text.string }
        let words = caption ?? picture.alternative?.string ?? ""
        table.add([
          String(place + 1), Self.shortened(picture.name ?? paragraph.text.string),
          format(of: picture),
          picture.byteCount.map { "\(($0 + 1023) / 1024) KiB" } ?? "", Self.shortened(words),
          place < facts.count ? facts[place].file ?? "" : "",
        ])
      }
    }
    return "\n" + word("图片 \(count) 幅：", count == 1 ? "1 picture:" : "\(count) pictures:") + "\n"
      + table.text(indent: 2)
  }

  private func format(of picture: Report.Picture) -> String {
    if let format = picture.format { return format.name }
    let isThere = (picture.byteCount ?? 0) > 0
    return isThere ? word("不明", "unknown") : word("没有", "not there")
  }

  private func dropped(_ report: Report) -> String {
    guard !report.dropped.isEmpty else { return "" }
    let count = report.dropped.count
    var text = "\n" + word("删去 \(count) 处：", "dropped in \(count) places:") + "\n"
    for kind in Report.Dropped.Kind.allCases {
      let items = report.dropped.filter { $0.kind == kind }
      guard let first = items.first else { continue }
      let sample = items.prefix(6).map { Self.shortened($0.text) }.joined(separator: " · ")
      let more = items.count > 6 ? " …" : ""
      text += "  \(name(of: kind)) \(items.count)  \(sample)\(more)  (\(places.text(first.span)))\n"
    }
    return text
  }

  private func repaired(_ report: Report) -> String {
    guard !report.repaired.isEmpty else { return "" }
    let count = report.repaired.reduce(0) { $0 + $1.places.count }
    var text = "\n" + word("修改 \(count) 处：", "repaired in \(count) places:") + "\n"
    var table = PlainTable()
    for repair in report.repaired {
      let change = "\(Self.visible(repair.from)) → \(Self.visible(repair.to))"
      table.add([name(of: repair.kind), change, String(repair.places.count)])
    }
    text += table.text(indent: 2)
    return text
  }

  private func name(of kind: Report.Dropped.Kind) -> String {
    switch kind {
    case .annotation: word("注音", "annotation")
    case .footer: word("页脚", "footer")
    case .navigation: word("导航", "navigation")
    case .spam: word("广告", "spam")
    case .stray: word("零星字符", "stray")
    case .duplicate: word("重复", "duplicate")
    case .pageHead: word("页眉", "page head")
    case .trackedChange: word("修订痕迹", "tracked change")
    case .control: word("控制字符", "control")
    }
  }

  private func name(of kind: Report.Repair.Kind) -> String {
    switch kind {
    case .punctuation: word("标点", "punctuation")
    case .width: word("全角半角", "width")
    case .space: word("空格", "space")
    case .character: word("用字", "character")
    case .wrap: word("断行", "wrap")
    }
  }

  private func word(_ chinese: String, _ english: String) -> String {
    Bilingual(chinese, english)[language]
  }

  private static func shortened(_ text: String) -> String {
    let line = String(text.map { $0.isNewline ? " " : $0 })
    return line.count > 24 ? line.prefix(24) + "…" : line
  }

  /// A repair's characters with spaces made visible.
  private static func visible(_ text: String) -> String {
    if text.isEmpty { return "∅" }
    return String(text.map { $0.isNewline ? "⏎" : $0 == " " ? "␣" : $0 == "\u{3000}" ? "▢" : $0 })
  }
}
