import Diagnostics

/// The lines of a text, and what is known of those around it.
struct ReportParts {
  let lines: [Line]
  let attachments: Attachments
  let closing: ClosingMatter
  let signatures: [Signature]

  /// The lines that are neither headings nor text.
  var claimed: Set<Int> {
    let titles = attachments.texts.flatMap { [$0.key] + $0.value }
    return Set(closing.kinds.keys).union(titles).union(signatures.flatMap { Array($0.lines) })
  }
}

/// Sorts the lines of the text into sections and paragraphs.
struct SectionBuilder {
  private let parts: ReportParts
  private let outline: Outline
  /// The series of each numbered line that is no heading.
  private let lists: [Int: Series]
  private var sections: [Report.Section] = []

  static func build(
    _ parts: ReportParts,
    log: inout CleaningLog,
    findings: inout Findings
  ) -> [Report.Section] {
    var builder = SectionBuilder(parts)
    var index = 0
    while index < parts.lines.count {
      index = builder.add(index, log: &log)
    }
    let unnumbered = builder.outline.headings.filter { $0.value.mark == nil }.map(\.key)
    let restarts = parts.attachments.texts.keys.sorted() + unnumbered.sorted()
    OutlineCheck.check(builder.outline, parts.lines, restarts: restarts, findings: &findings)
    return builder.sections
  }

  private init(_ parts: ReportParts) {
    self.parts = parts
    let outline = Outline(parts.lines, claimed: parts.claimed)
    self.outline = outline
    let members = outline.series.flatMap { series in series.members.map { ($0.line, series) } }
    lists = Dictionary(members.filter { outline.headings[$0.0] == nil }) { first, _ in first }
  }

  /// Adds what begins at a line; returns where the next begins.
  private mutating func add(_ index: Int, log: inout CleaningLog) -> Int {
    let line = parts.lines[index]
    if line.isTabular { return addTable(from: index) }
    if let title = parts.attachments.texts[index] {
      addAttachedText(index, title, log: &log)
      return title.upperBound
    }
    if parts.signatures.contains(where: { $0.lines.contains(index) }) {
      append(line.text, as: .signature)
    } else if line.form == .image {
      append(Report.Paragraph(kind: .image, text: line.text.sourced(), picture: line.picture))
    } else if let kind = parts.closing.kinds[index] ?? line.form.kind {
      append(line.text, as: kind)
    } else if let heading = outline.headings[index] {
      addHeading(heading, line)
    } else {
      addText(line, index)
    }
    return index + 1
  }

  private mutating func addHeading(_ heading: Outline.Heading, _ line: Line) {
    let runsOn = heading.end < line.text.count
    sections.append(
      Report.Section(
        level: heading.level,
        number: heading.mark?.number,
        heading: line.text.sourced(0..<heading.end),
        runsOn: runsOn
      )
    )
    guard runsOn else { return }
    let text = line.text.slice(heading.end..<line.text.count)
    append(text, as: .paragraph, leadIns: LeadIns.find(in: text.scalars))
  }

  /// An attached text is a section of its own: 附件1 and its title.
  private mutating func addAttachedText(
    _ index: Int,
    _ title: Range<Int>,
    log: inout CleaningLog
  ) {
    var heading = parts.lines[index].text
    for (place, line) in title.enumerated() {
      let next = parts.lines[line]
      let isLabelled = AttachmentLabel(parts.lines[index].text.scalars) != nil
      let separator = place == 0 && isLabelled ? "\u{3000}" : ""
      heading = heading.joined(with: next, by: separator, log: &log)
    }
    sections.append(Report.Section(level: 1, heading: heading.sourced()))
  }

  private mutating func addText(_ line: Line, _ index: Int) {
    let kind = kind(of: line, index)
    var leadIns: [Range<Int>] = []
    if kind == .paragraph {
      leadIns = LeadIns.find(in: line.text.scalars)
      if leadIns.isEmpty { leadIns = LeadIns.marked(in: line) }
    }
    append(line.text, as: kind, leadIns: leadIns)
  }

  private mutating func append(
    _ text: Strand,
    as kind: Report.Paragraph.Kind,
    leadIns: [Range<Int>] = []
  ) {
    append(Report.Paragraph(kind: kind, text: text.sourced(), leadIns: leadIns))
  }

  private mutating func append(_ paragraph: Report.Paragraph) {
    if sections.isEmpty { sections.append(Report.Section(level: 0)) }
    sections[sections.count - 1].paragraphs.append(paragraph)
  }

  private func kind(of line: Line, _ index: Int) -> Report.Paragraph.Kind {
    let scalars = line.text.scalars
    if let kind = ParagraphKind.labelled(scalars) { return kind }
    if ParagraphKind.isPhotographCaption(scalars) { return .caption }
    if ParagraphKind.isBracketedNote(scalars) { return .note }
    if ParagraphKind.hasBullet(scalars) { return .item }
    guard let mark = HeadingMark(scalars), mark.system != .article, mark.level > 1 else {
      return .paragraph
    }
    let runsOn = scalars.dropLast().contains("。")
    let isInList = (lists[index]?.members.count ?? 0) > 1
    return !runsOn && (isInList || scalars.last == "；") ? .item : .paragraph
  }
}

// MARK: - Tables

extension SectionBuilder {
  /// Lines with the same number of cells, one below the other.
  private mutating func addTable(from start: Int) -> Int {
    let lines = parts.lines
    var end = start
    var rows: [[SourcedText]] = []
    var text = Strand(file: lines[start].text.file)
    while end < lines.count, lines[end].isTabular, lines[end].table == lines[start].table {
      rows.append(Self.cells(of: lines[end].text))
      if end > start { text.append(["\n"], standingFor: Self.gap(lines[end - 1], lines[end])) }
      text.append(lines[end].text)
      end += 1
    }
    append(Report.Paragraph(kind: .table, text: text.sourced(), rows: rows))
    return end
  }

  private static func gap(_ first: Line, _ second: Line) -> Span {
    let end = Int(first.text.ends.last ?? UInt32(clamping: second.start))
    return Span(file: first.text.file, start: min(end, second.start), end: second.start)
  }

  private static func cells(of line: Strand) -> [SourcedText] {
    line.cells.map { range in
      var cell = range
      let end = cell.upperBound
      while let first = cell.first, line.scalars[first].isSpace { cell = (first + 1)..<end }
      while let last = cell.last, line.scalars[last].isSpace { cell = cell.lowerBound..<last }
      return line.sourced(cell)
    }
  }
}

extension Line.Form {
  /// The kind of paragraph that markup makes of a line; nil where its words decide.
  var kind: Report.Paragraph.Kind? {
    switch self {
    case .item: .item
    case .image: .image
    case .caption: .caption
    case .note: .note
    case .plain, .title, .heading, .row: nil
    }
  }
}
