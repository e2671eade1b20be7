import Diagnostics
import WritingSystems

/// Takes clean lines apart: title, byline, sections, paragraphs, signature.
struct Structure {
  private(set) var title = SourcedText()
  private(set) var subtitle: [SourcedText] = []
  private(set) var source: SourcedText?
  private(set) var organisation: SourcedText?
  private(set) var published: PartialDate?
  private(set) var period: Period?
  private(set) var sections: [Report.Section] = []

  init(_ lines: [Line], log: inout CleaningLog, findings: inout Findings) {
    let titles = Titles(lines, log: &log)
    let body = lines.indices.filter { lines[$0].role == .text && !titles.used.contains($0) }
      .map { lines[$0] }
    let signature = Signature(body, from: 0)
    readBylines(lines)
    title = titles.title?.sourced() ?? SourcedText()
    subtitle = titles.subtitle.map { $0.sourced() }
    published = published ?? titles.subtitle.lazy.compactMap { Self.day(in: $0) }.first
    published = published ?? signature?.date
    organisation = organisation ?? signature?.organisation.map { body[$0].text.sourced() }
    organisation = organisation ?? titles.title.flatMap(Self.organ)
    period = Periods.find(
      heads: ([titles.title].compactMap { $0 } + titles.subtitle).map(\.scalars),
      opening: body.first?.text.scalars,
      published: published
    )
    sections = SectionBuilder.build(body, signature: signature, findings: &findings)
  }

  private mutating func readBylines(_ lines: [Line]) {
    for line in lines where line.role == .masthead {
      published = published ?? Self.day(in: line.text)
      organisation = organisation ?? Masthead.office(in: line.text).map { line.text.sourced($0) }
    }
    for line in lines where line.role == .byline {
      guard let byline = Byline(line.text) else { continue }
      source = source ?? byline.source.map { line.text.sourced($0) }
      organisation = organisation ?? byline.organisation.map { line.text.sourced($0) }
      published = published ?? byline.published
    }
  }

  private static func day(in line: Strand) -> PartialDate? {
    DateReading.first(in: line.scalars).flatMap { $0.date.day == nil ? nil : $0.date }
  }

  /// The organ that a title begins with: 国务院办公厅关于…….
  private static func organ(in title: Strand) -> SourcedText? {
    let scalars = title.scalars.map { MatchingKey.simplified($0) }
    let about = Array("关于".unicodeScalars)
    guard let end = scalars.indices.first(where: { scalars[$0...].starts(with: about) }),
      (3...30).contains(end), let last = scalars[..<end].last,
      "局厅部委院会处室府中心司署党组".unicodeScalars.contains(last)
    else { return nil }
    return title.sourced(0..<end)
  }
}

/// Sorts the lines of the text into sections and paragraphs.
struct SectionBuilder {
  private var sections: [Report.Section] = []
  private var findings = Findings()
  /// The last number of each level, for the order of sections.
  private var lastNumbers: [Int: Int] = [:]
  private var previousItemLevel: Int?

  /// A longer line is a paragraph, however it is numbered.
  private static let longestHeading = 50

  static func build(
    _ lines: [Line],
    signature: Signature?,
    findings: inout Findings
  ) -> [Report.Section] {
    var builder = SectionBuilder()
    var index = 0
    while index < lines.count {
      if lines[index].isTabular {
        index = builder.addTable(lines, from: index)
        continue
      }
      if signature?.lines.contains(index) ?? false {
        builder.add(lines[index], as: .signature)
      } else {
        builder.addLine(lines, index)
      }
      index += 1
    }
    findings.add(contentsOf: builder.findings)
    return builder.sections
  }

  private mutating func addLine(_ lines: [Line], _ index: Int) {
    let line = lines[index]
    let scalars = line.text.scalars
    let mark = HeadingMark(scalars)
    if let kind = line.form.kind { return add(line, as: kind) }
    if case .heading(let rank) = line.form, mayHead(line) { return addHeading(mark, line, rank) }
    let next = index + 1 < lines.count ? lines[index + 1] : nil
    if let mark, isHeading(mark, line, next: next) { return addHeading(mark, line, mark.level) }
    let kind = self.kind(of: line, mark: mark, next: next)
    previousItemLevel = kind == .item ? mark?.level : nil
    add(line, as: kind)
  }

  private mutating func add(_ line: Line, as kind: Report.Paragraph.Kind) {
    let found = kind == .paragraph ? LeadIns.find(in: line.text.scalars) : []
    let leadIns = found.isEmpty && kind == .paragraph ? LeadIns.marked(in: line) : found
    append(Report.Paragraph(kind: kind, text: line.text.sourced(), leadIns: leadIns))
  }

  private mutating func append(_ paragraph: Report.Paragraph) {
    if sections.isEmpty { sections.append(Report.Section(level: 0)) }
    sections[sections.count - 1].paragraphs.append(paragraph)
  }

  /// Lines with the same number of cells, one below the other.
  private mutating func addTable(_ lines: [Line], from start: Int) -> Int {
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
    let tabs = line.indices.filter { line.scalars[$0] == "\t" }
    let starts = [0] + tabs.map { $0 + 1 }
    return zip(starts, tabs + [line.count]).map { start, end in
      var cell = start..<end
      while let first = cell.first, line.scalars[first].isSpace { cell = (first + 1)..<end }
      while let last = cell.last, line.scalars[last].isSpace { cell = cell.lowerBound..<last }
      return line.sourced(cell)
    }
  }
}

// MARK: - Headings

extension SectionBuilder {
  /// A heading with its number, or one without that markup ranks.
  private mutating func addHeading(_ mark: HeadingMark?, _ line: Line, _ rank: Int) {
    if let mark { checkOrder(of: mark, line) }
    previousItemLevel = nil
    sections.append(
      Report.Section(
        level: mark?.level ?? rank,
        number: mark?.number,
        heading: line.text.sourced()
      )
    )
  }

  /// Whether a line that markup makes a heading is one: pages set whole paragraphs as such.
  private func mayHead(_ line: Line) -> Bool {
    line.text.count <= Self.longestHeading && !line.text.scalars.contains("。")
  }

  /// A short numbered line that ends no sentence; of the lower levels only one with text below it,
  /// since a list numbers its items in the same way.
  private func isHeading(_ mark: HeadingMark, _ line: Line, next: Line?) -> Bool {
    let scalars = line.text.scalars
    guard let last = scalars.last, mark.end < scalars.count, scalars.count <= Self.longestHeading,
      !last.isTextMark || last == "？" || last == "！", last != "：", !scalars.contains("。")
    else { return false }
    if mark.level == 1 { return true }
    guard let next, previousItemLevel != mark.level else { return false }
    return HeadingMark(next.text.scalars).map { $0.level > mark.level } ?? true
  }

  private func kind(of line: Line, mark: HeadingMark?, next: Line?) -> Report.Paragraph.Kind {
    let scalars = line.text.scalars
    if let kind = ParagraphKind.labelled(scalars) { return kind }
    if ParagraphKind.isPhotographCaption(scalars) { return .caption }
    if ParagraphKind.isBracketedNote(scalars) { return .note }
    if ParagraphKind.hasBullet(scalars) { return .item }
    guard let mark, mark.level > 1 else { return .paragraph }
    let runsOn = scalars.dropLast().contains("。")
    let nextLevel = next.flatMap { HeadingMark($0.text.scalars)?.level }
    let isInList = nextLevel == mark.level || previousItemLevel == mark.level
    return !runsOn && (isInList || scalars.last == "；") ? .item : .paragraph
  }

  private mutating func checkOrder(of mark: HeadingMark, _ line: Line) {
    let expected = (lastNumbers[mark.level] ?? 0) + 1
    if mark.value != expected, lastNumbers[mark.level] != nil || mark.value != 1 {
      let arguments: [String: FindingArgument] = [
        "found": .number(mark.value), "expected": .number(expected),
      ]
      let span = line.text.span(of: 0..<mark.end)
      findings.add(Finding(.brokenSectionOrder, at: span, arguments))
    }
    lastNumbers[mark.level] = mark.value
    for level in (mark.level + 1)...5 { lastNumbers[level] = nil }
  }
}

extension Line.Form {
  /// The kind of paragraph that markup makes of a line; nil where its words decide.
  fileprivate var kind: Report.Paragraph.Kind? {
    switch self {
    case .item: .item
    case .image: .image
    case .caption: .caption
    case .note: .note
    case .plain, .title, .heading, .row: nil
    }
  }
}
