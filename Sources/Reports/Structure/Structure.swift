import Diagnostics
import WritingSystems

/// Takes clean lines apart: title, byline, sections, paragraphs, signature.
struct Structure {
  private(set) var title = SourcedText()
  private(set) var subtitle: [SourcedText] = []
  private(set) var source: SourcedText?
  private(set) var author: SourcedText?
  private(set) var organisation: SourcedText?
  private(set) var documentNumber: SourcedText?
  private(set) var published: PartialDate?
  private(set) var reported: ReportedMonths?
  private(set) var sections: [Report.Section] = []

  init(_ all: [Line], log: inout CleaningLog, findings: inout Findings) {
    let lines = HeadLabels.read(all, log: &log)
    let titles = Titles(lines, log: &log)
    let body = lines.indices.filter { lines[$0].role == .text && !titles.used.contains($0) }
      .map { lines[$0] }.ranked()
    let attachments = Attachments(body)
    let closing = ClosingMatter(body, attachments: attachments)
    let enclosed = Enclosure.start(titles.title, body)
    let end = min(attachments.start ?? body.count, enclosed ?? body.count)
    let claimed = Set(closing.kinds.keys)
    let head = Signature.head(body)
    let last = Signature(body, before: end, claimed: claimed)
    let inside = Signature.inside(body, before: last?.lines.lowerBound ?? end, claimed: claimed)
    let signatures = ([head] + inside + [last]).compactMap { $0 }
    let signature = signatures.first
    readBylines(lines)
    title = titles.title?.sourced() ?? SourcedText()
    subtitle = titles.subtitle.map { $0.sourced() }
    published = published ?? titles.subtitle.lazy.compactMap { Self.day(in: $0) }.first
    published = published ?? signature?.date
    organisation =
      organisation ?? signature?.organisation.map { body[$0.line].text.sourced($0.range) }
    organisation = organisation ?? titles.title.flatMap(Self.organ)
    reported = Periods.find(
      heads: ([titles.title].compactMap { $0 } + titles.subtitle).map(\.scalars)
        .filter { !Masthead.hasIssueNumber($0) },
      opening: body.first?.text.scalars,
      published: published
    )
    readDocumentNumber(body, findings: &findings)
    let parts = ReportParts(
      lines: body,
      attachments: attachments.adding(
        textsBelow: inside.map(\.lines.upperBound) + [enclosed].compactMap { $0 },
        body,
        remarks: claimed
      ),
      closing: closing,
      signatures: signatures + Enclosure.signature(body, from: enclosed, claimed: claimed)
    )
    sections = SectionBuilder.build(parts, log: &log, findings: &findings)
  }

  private mutating func readBylines(_ lines: [Line]) {
    let masthead = lines.filter { $0.role == .masthead || $0.isSubtitle }.map(\.text)
    for (index, line) in masthead.enumerated() {
      if let organ = Masthead.documentOrgan(line) {
        // Of several organs the first, who stands above, has the lead.
        let above = masthead[..<index].lazy.compactMap { line in
          Masthead.officeAlone(line).map { line.sourced($0) }
        }
        organisation = above.first ?? line.sourced(organ)
      }
      let number =
        Masthead.documentNumber(line.scalars) ?? DocumentNumber(line: line.scalars)?.range
      if let number { documentNumber = line.sourced(number) }
      let date = Self.day(in: line)
      published = published ?? date
      organisation = organisation ?? Masthead.office(in: line).map { line.sourced($0) }
      let isAboveDate = index + 1 < masthead.count && Self.day(in: masthead[index + 1]) != nil
      guard date == nil, isAboveDate, let office = Masthead.officeAlone(line) else { continue }
      organisation = organisation ?? line.sourced(office)
    }
    for line in lines where line.role == .byline {
      guard let byline = Byline(line.text) else { continue }
      source = source ?? byline.source.map { line.text.sourced($0) }
      author = author ?? byline.author.map { line.text.sourced($0) }
      organisation = organisation ?? byline.organisation.map { line.text.sourced($0) }
      published = published ?? byline.published
    }
  }

  /// The number of the document stands right above or below its title.
  private mutating func readDocumentNumber(_ body: [Line], findings: inout Findings) {
    guard documentNumber == nil else { return }
    let deepest = 4
    for line in body.prefix(deepest) where !line.isTabular {
      if let number = DocumentNumber(line: line.text.scalars) {
        documentNumber = line.text.sourced(number.range)
        guard let proper = number.proper else { return }
        let arguments: [String: FindingArgument] = [
          "found": .word(line.text.string(of: number.range)), "expected": .word(proper),
        ]
        let span = line.text.span(of: number.range)
        return findings.add(Finding(.documentNumberForm, at: span, arguments))
      }
      if DocumentNumber.isOrdinal(line.text.scalars) {
        documentNumber = line.text.sourced()
        return
      }
    }
  }

  private static func day(in line: Strand) -> PartialDate? {
    DateReading.first(in: line.scalars).flatMap { $0.date.day == nil ? nil : $0.date }
  }

  /// The organ that a title begins with: 国务院办公厅关于…….
  private static func organ(in title: Strand) -> SourcedText? {
    let scalars = title.scalars.map { MatchingKey.simplified($0) }
    // 中华人民共和国国务院令.
    if scalars.last == "令", (5...20).contains(scalars.count), !scalars.contains("关") {
      return title.sourced(0..<(scalars.count - 1))
    }
    let about = Array("关于".unicodeScalars)
    // 国务院办公厅转发民政部关于……: who passes it on has signed it.
    let ends = ["转发", "印发", "批转"].map { Array($0.unicodeScalars) } + [about]
    guard
      let end = scalars.indices.first(where: { index in
        ends.contains { scalars[index...].starts(with: $0) }
      }),
      (3...30).contains(end), let last = scalars[..<end].last,
      "局厅部委院会处室府中心司署党组".unicodeScalars.contains(last)
    else { return nil }
    return title.sourced(0..<end)
  }
}

/// 标题：… and 副标题：…: labels of a form, left out; what stands behind them is the title.
enum HeadLabels {
  static func read(_ lines: [Line], log: inout CleaningLog) -> [Line] {
    var lines = lines
    let deepest = 6
    var hasTitle = false
    for index in lines.indices.prefix(deepest) where lines[index].role == .text {
      let scalars = lines[index].text.scalars
      if index + 1 < lines.count, readPair(&lines, index, log: &log) { continue }
      guard let (label, isTitle) = label(scalars), label < scalars.count else { continue }
      // A subtitle belongs to a title that says so, or stands right below one.
      guard isTitle || hasTitle || index > 0 else { continue }
      hasTitle = hasTitle || isTitle
      log.drop(lines[index].text.slice(0..<label), as: .pageHead, by: .bylines)
      lines[index].text = lines[index].text.slice(label..<scalars.count)
      lines[index].isSubtitle = !isTitle
    }
    return lines
  }

  /// 来源： alone on its line, and what it says on the next: together a byline.
  private static func readPair(
    _ lines: inout [Line],
    _ index: Int,
    log: inout CleaningLog
  ) -> Bool {
    let next = lines[index + 1]
    let scalars = lines[index].text.scalars
    guard scalars.count <= 6, scalars.last == "：" || scalars.last == ":", next.role == .text,
      next.text.count <= 24, !next.text.scalars.contains(where: \.isTextMark)
    else { return false }
    var pair = lines[index].text
    pair.append(next.text)
    guard let byline = Byline(pair), byline.saysSomething || byline.author != nil else {
      return false
    }
    log.drop(lines[index].source, as: .pageHead, by: .bylines)
    log.drop(next.source, as: .pageHead, by: .bylines)
    lines[index].text = pair
    (lines[index].role, lines[index + 1].role) = (.byline, .byline)
    return true
  }

  private static func label(_ scalars: [Unicode.Scalar]) -> (end: Int, isTitle: Bool)? {
    let head = scalars.prefix(6).map { MatchingKey.simplified($0.narrowed) }
    for (words, isTitle) in [
      ("标题:", true), ("主标题:", true), ("题目:", true), ("副标题:", false), ("副题:", false),
    ]
    where head.starts(with: words.unicodeScalars) {
      var end = words.unicodeScalars.count
      while end < scalars.count, scalars[end].isSpace { end += 1 }
      return (end, isTitle)
    }
    return nil
  }
}
