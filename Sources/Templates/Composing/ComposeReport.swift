import Diagnostics
import DocumentModel
import Reports
import Statistics
import OrderedCollections
import Typography

/// Where a paragraph stands: indices from 0 into the reports, a report's sections, a section's
/// paragraphs.
struct ParagraphPlace: Hashable {
  var report: Int
  var section: Int
  var paragraph: Int

  init(report: Int, section: Int, paragraph: Int) {
    self.report = report
    self.section = section
    self.paragraph = paragraph
  }

  init(_ figure: Figure) {
    self.init(report: figure.report, section: figure.section, paragraph: figure.paragraph)
  }

  /// The figures of each paragraph, shorter ones first, so that of two that overlap each number
  /// keeps a figure of its own.
  static func index(_ figures: [Figure]) -> [ParagraphPlace: [InlineBuilder.FigureRange]] {
    var index: [ParagraphPlace: [InlineBuilder.FigureRange]] = [:]
    for figure in figures {
      let place = ParagraphPlace(figure)
      let id = FigureID(index: Int32(figure.id))
      index[place, default: []].append(.init(id: id, range: figure.range))
    }
    return index.mapValues { ranges in
      ranges.sorted { a, b in
        (a.range.count, a.range.lowerBound) < (b.range.count, b.range.lowerBound)
      }
    }
  }
}

extension Composer {
  /// The report's own text, each part in its style.
  ///
  /// Nothing of it is left out, and none of it is read as layout.
  mutating func report(_ selection: ReportSelection, at span: Span) -> [Block] {
    guard !composition.reports.isEmpty else {
      findings.add(Finding(.layoutNoReport, at: span))
      return []
    }
    return composition.reports.indices.flatMap { index -> [Block] in
      switch selection {
      case .title: titleBlocks(composition.reports[index])
      case .body: bodyBlocks(composition.reports[index], number: index)
      case .text:
        bodyBlocks(composition.reports[index], number: index) { $0 < $1 }
      case .closing:
        bodyBlocks(composition.reports[index], number: index) { $0 >= $1 }
      }
    }
  }

  private mutating func titleBlocks(_ report: Report) -> [Block] {
    let titles = report.title.isEmpty ? [] : [block(report.title, as: .title)]
    return titles + report.subtitle.map { block($0, as: .subtitle) }
  }

  /// The sections of a report, or those of their paragraphs that stand as wanted to the place
  /// where the signature begins.
  private mutating func bodyBlocks(
    _ report: Report,
    number: Int,
    where isWanted: ((Int, Int), (Int, Int)) -> Bool = { _, _ in true }
  ) -> [Block] {
    let closing = report.closing
    var list = isWanted(closing, closing) ? attachmentList(of: report) : []
    var result: [Block] = []
    for (sectionIndex, section) in report.sections.enumerated() {
      let beginsAttachment = section.attachment != nil && section.level == 0
      if beginsAttachment, isWanted((sectionIndex, 0), closing) {
        result += list + attachmentHead(section, of: report)
        list = []
        hasSetAttachments = true
      }
      // A heading goes with what follows it.
      let runsIn = runsIn(section)
      if !section.heading.isEmpty, !runsIn, !beginsAttachment, isWanted((sectionIndex, 0), closing)
      {
        result.append(heading(of: section))
      }
      for (index, paragraph) in section.paragraphs.enumerated()
      where isWanted((sectionIndex, index), closing) {
        if (sectionIndex, index) == closing {
          result += list
          list = []
        }
        let place = ParagraphPlace(report: number, section: sectionIndex, paragraph: index)
        let figures = self.figures[place] ?? []
        // A remark behind the signature is 附注, set as text is (GB/T 9704—2012, 7.3.6).
        let isRemark = paragraph.kind == .note && (sectionIndex, index) >= closing
        var made =
          isRemark
          ? [block(paragraph, as: .attachment, figures: figures)]
          : blocks(of: paragraph, figures: figures)
        if let first = made.indices.first { anchor(paragraph, figures, in: &made[first]) }
        if index == 0, runsIn, let first = made.indices.first {
          runIn(section, before: &made[first])
        }
        // A signature, its date and the end of the text stand on one page (GB/T 9704—2012, 7.3.5).
        if paragraph.kind == .signature {
          for i in made.indices { made[i].keepWithPrevious = true }
        }
        result += made
      }
    }
    return result
  }

  // MARK: Attachments

  /// 附件说明 for a report that does not list itself what is attached to it: one blank line below the
  /// text, numbered where there are several (GB/T 9704—2012, 7.3.4).
  private mutating func attachmentList(of report: Report) -> [Block] {
    let own = report.sections.filter { $0.attachment == nil }
    let heads = report.sections.filter { $0.attachment != nil && $0.level == 0 }
    guard !own.contains(where: { $0.paragraphs.contains { $0.kind == .attachment } }) else {
      return []
    }
    var blocks = heads.enumerated().map { index, head in
      let start = index == 0 ? "附件：" : "\u{3000}\u{3000}\u{3000}"
      let number = heads.count > 1 ? "\(index + 1). " : ""
      var text = SourcedText()
      if let span = head.heading.span {
        let place = Span(file: span.file, start: Int(span.start), end: Int(span.start))
        text.append(start + number, span: place)
      }
      text.append(head.heading)
      return block(text, as: .attachment)
    }
    if !blocks.isEmpty { blocks[0].spaceBefore = styles.page.grid.linePitch }
    return blocks
  }

  /// An attachment begins on a new page: 附件 and its number at the head of the first line, its title
  /// below, on the third (GB/T 9704—2012, 7.3.7).
  private mutating func attachmentHead(_ section: Report.Section, of report: Report) -> [Block] {
    let span = section.heading.span
    let label = SourcedText(
      report.attachmentLabel(section.attachment ?? 1),
      span: Span(
        file: span?.file ?? SourceFile.ID(index: 0),
        start: Int(span?.start ?? 0),
        end: Int(span?.start ?? 0)
      )
    )
    return [
      Block(.pageBreak), block(label, as: .attachmentLabel),
      block(section.heading, as: .attachmentTitle),
    ]
  }

  /// Makes the sentence of each figure a place that links lead to.
  private func anchor(
    _ paragraph: Report.Paragraph,
    _ figures: [InlineBuilder.FigureRange],
    in block: inout Block
  ) {
    guard !figures.isEmpty, case .paragraph(var made) = block.content else { return }
    let sentences = Sentences(paragraph.text.string)
    made.anchors = figures.map { figure in
      Paragraph.Anchor(
        SourceLinks.anchor(ofFigure: Int(figure.id.index)),
        offset: sentences.range(around: figure.range).lowerBound
      )
    }
    made.anchors.sort { ($0.offset, $0.name) < ($1.offset, $1.name) }
    block.content = .paragraph(made)
  }

  func part(ofLevel level: Int) -> ReportPart {
    switch level {
    case ...1: .section
    case 2: .section2
    case 3: .section3
    default: .section4
    }
  }

  private mutating func blocks(
    of paragraph: Report.Paragraph,
    figures: [InlineBuilder.FigureRange]
  ) -> [Block] {
    switch paragraph.kind {
    case .paragraph: [block(paragraph, as: .paragraph, figures: figures)]
    case .item: [block(paragraph, as: .item, figures: figures)]
    case .caption: [block(paragraph, as: .caption, figures: figures)]
    // The name of a picture's file is no text; Reports says that pictures are not printed yet.
    case .image: []
    case .note: [block(paragraph, as: .note, figures: figures)]
    case .attachment: [block(paragraph, as: .attachment, figures: figures)]
    case .signature: [block(paragraph, as: .signature, figures: figures)]
    case .table: reportTable(paragraph)
    }
  }

  mutating func block(_ text: SourcedText, as part: ReportPart) -> Block {
    block(Report.Paragraph(text: text), as: part, figures: [])
  }

  private mutating func block(
    _ paragraph: Report.Paragraph,
    as part: ReportPart,
    figures: [InlineBuilder.FigureRange]
  ) -> Block {
    let style = template.parts[part] ?? "body"
    let made = self.paragraph(
      pieces(of: paragraph),
      style: style,
      figures: figures,
      span: paragraph.text.span
    )
    return styles.block(made, style: style)
  }

  /// The text of a paragraph, cut where lead-ins begin and end.
  private func pieces(of paragraph: Report.Paragraph) -> [Piece] {
    let text = paragraph.text
    var pieces: [Piece] = []
    var start = 0
    for leadIn in InlineBuilder.joined(paragraph.leadIns) where leadIn.upperBound <= text.count {
      pieces += [
        piece(text, start..<leadIn.lowerBound, style: nil),
        piece(text, leadIn, style: template.parts[.leadIn]),
      ]
      start = leadIn.upperBound
    }
    pieces.append(piece(text, start..<text.count, style: nil))
    return pieces.filter { !$0.text.isEmpty }
  }

  private func piece(_ text: SourcedText, _ range: Range<Int>, style: String?) -> Piece {
    Piece(
      text: text.string.scalars(range),
      style: style,
      span: text.span(of: range),
      origin: TextOrigin(text, offset: range.lowerBound)
    )
  }

  // MARK: Tables of the report

  /// A table of the report: its first row is the head.
  private mutating func reportTable(_ paragraph: Report.Paragraph) -> [Block] {
    guard let rows = paragraph.rows, let head = rows.first else { return [] }
    guard let name = template.parts[.table], let style = template.tableStyles[name] else {
      findings.add(Finding(.layoutReportTable, at: paragraph.text.span))
      return []
    }
    let width = rows.map(\.count).max() ?? 0
    let body = rows.dropFirst().map { row in
      Table.TableRow(
        cells: cells(row, width: width, style: style.cell),
        height: style.row,
        span: row.first?.span
      )
    }
    let table = Table(
      columns: Array(repeating: Table.Column(alignment: .centre), count: width),
      head: [
        Table.TableRow(
          cells: cells(head, width: width, style: style.head),
          height: style.headRow
        )
      ],
      body: body,
      ruleTop: style.ruleTop,
      ruleBelowHead: style.ruleHead,
      ruleBottom: style.ruleBottom,
      padding: style.padding,
      span: paragraph.text.span
    )
    return [Block(.table(table), span: table.span)]
  }

  private mutating func cells(_ row: [SourcedText], width: Int, style: String) -> [Table.Cell] {
    let texts = row + Array(repeating: SourcedText(), count: width - row.count)
    return texts.map { text in
      let piece = Piece(text: text.string, span: text.span, origin: TextOrigin(text))
      let content = paragraph(text.isEmpty ? [] : [piece], style: style, span: text.span)
      return Table.Cell(content: [content])
    }
  }
}

extension Report {
  /// The section and paragraph that the signature begins at, or behind all text where there is none;
  /// what is attached stands behind it.
  fileprivate var closing: (section: Int, paragraph: Int) {
    for (index, section) in sections.enumerated() {
      if section.attachment != nil { return (index, 0) }
      if let first = section.paragraphs.firstIndex(where: { $0.kind == .signature }) {
        return (index, first)
      }
    }
    return (sections.count, 0)
  }
}
