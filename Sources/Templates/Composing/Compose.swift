package import Diagnostics
package import DocumentModel
import Geometry
import Reports
import Statistics
import OrderedCollections
import Typography
import WritingSystems

extension Template {
  /// Makes the document of a bulletin: placeholders filled, styles resolved, figures marked.
  ///
  /// What is missing or cannot be printed becomes a finding; after an error nil comes back, for a
  /// bulletin with a silently missing figure is the worst that could be printed.
  package func compose(_ composition: Composition, findings: inout Findings) -> Document? {
    var composer = Composer(template: self, composition: composition)
    let document = composer.compose()
    findings.add(contentsOf: composer.findings)
    return composer.findings.hasErrors ? nil : document
  }
}

/// Walks the body of a layout and writes blocks.
struct Composer {
  let template: Template
  let composition: Composition
  let language: LanguageTag
  /// The figures of the reports, by the paragraphs they stand in.
  let figures: [ParagraphPlace: [InlineBuilder.FigureRange]]
  var evaluator: Evaluator
  var findings = Findings()
  var notes: NoteList
  /// How many tables have been numbered.
  var tableCount = 0
  /// Whether what is attached to the reports has been set.
  var hasSetAttachments = false
  /// The blocks `sources` so far; what they say is known when all else is composed.
  var sourcesBlocks: [(selection: SourcesSelection, span: Span)] = []
  /// How many blocks of the layout have been set, each time counted.
  private var blockCount = 0
  /// How often components have been used.
  private var useCount = 0

  /// More blocks than these are no bulletin: components that use each other grow without end.
  private static let mostBlocks = 100_000

  var styles: StyleSheet { template.styles }

  init(template: Template, composition: Composition) {
    self.template = template
    self.composition = composition
    let isTraditional = composition.reports.first?.script == .traditional
    language = isTraditional ? .traditionalChinese : .simplifiedChinese
    figures = ParagraphPlace.index(composition.dataset.figures)
    evaluator = Evaluator(composition: composition, plan: template.plan)
    notes = NoteList(form: template.notes?.form ?? .circled)
  }

  mutating func compose() -> Document {
    evaluator.takeParameters(of: template, findings: &findings)
    var body = blocks(template.body, in: ValueScope())
    // Notes that the layout gives no place stand behind all text; none is left out.
    if let notes = template.notes { body += noteBlocks(style: notes.style) }
    body = withSources(body)
    var document = Document(
      info: info(),
      palette: template.palette,
      page: pageSetup(),
      body: body
    )
    let attachments = composition.reports.reduce(0) { $0 + $1.attachmentCount }
    if attachments > 0, !hasSetAttachments {
      findings.add(Finding(.layoutNoAttachments, ["count": .number(attachments)]))
    }
    SourceLinks(dataset: composition.dataset).resolve(&document)
    var links = LinkCheck()
    links.check(document)
    findings.add(contentsOf: links.findings)
    return document
  }

  // MARK: Blocks

  mutating func blocks(_ blocks: [TemplateBlock], in scope: ValueScope) -> [Block] {
    blocks.flatMap { self.blocks(of: $0, in: scope) }
  }

  private mutating func blocks(of block: TemplateBlock, in scope: ValueScope) -> [Block] {
    blockCount += 1
    guard blockCount <= Self.mostBlocks else {
      if blockCount == Self.mostBlocks + 1 {
        findings.add(
          Finding(.layoutTooManyBlocks, at: block.span, ["limit": .number(Self.mostBlocks)])
        )
      }
      return []
    }
    var made = contents(of: block, in: scope)
    for index in made.indices { apply(block, to: &made[index]) }
    if let id = block.id, let first = made.indices.first { made[first].id = scope.ids[id] ?? id }
    if let space = block.spaceBefore, let first = made.indices.first {
      made[first].spaceBefore = space
    }
    if let space = block.spaceAfter, let last = made.indices.last {
      made[last].spaceAfter = space
    }
    return made
  }

  /// What a block of the layout says for itself goes before what its style says.
  private func apply(_ block: TemplateBlock, to made: inout Block) {
    if block.placement != .flow { made.placement = block.placement }
    if let extent = block.extent {
      made.extent = extent
      made.verticalAlignment = block.verticalAlignment
    }
    switch block.keep {
    case .together: made.keepTogether = true
    case .withNext: made.keepWithNext = true
    case nil: break
    }
    if made.span == nil { made.span = block.span }
  }

  private mutating func contents(of block: TemplateBlock, in scope: ValueScope) -> [Block] {
    switch block.content {
    case .text(let text, let style): return self.text(text, style: style, in: scope)
    case .heading(let text, let level, let style):
      let pieces = evaluator.pieces(of: text, in: scope, findings: &findings)
      var paragraph = paragraph(pieces, style: style, span: text.span)
      paragraph.role = .heading(level)
      return [styles.block(paragraph, style: style)]
    case .report(let selection): return report(selection, at: block.span)
    case .table(let table): return self.table(table, in: scope)
    case .row(let row): return self.row(row, in: scope)
    case .box(let box): return self.box(box, in: scope)
    case .rule(let stroke, let width):
      return [Block(.rule(RuleBlock(stroke: stroke, width: width)))]
    case .space(let height): return [Block(.space(height))]
    case .pageBreak: return [Block(.pageBreak)]
    case .notes(let style): return noteBlocks(style: style)
    case .sources(let selection):
      sourcesBlocks.append((selection, block.span))
      let marker = Block(.space(.zero), id: SourceLinks.marker(sourcesBlocks.count - 1))
      return [Block(.group(.section, [marker]))]
    case .each(let name, let content): return each(name, content, in: scope)
    case .when(let conditions, let content, let otherwise):
      return blocks(holds(conditions, in: scope) ? content : otherwise, in: scope)
    case .use(let component, let arguments):
      return use(component, arguments: arguments, in: scope)
    }
  }

  /// Whether each of the names has a value.
  mutating func holds(_ conditions: [NamePath], in scope: ValueScope) -> Bool {
    conditions.allSatisfy { name in
      evaluator.value(of: name, in: scope, findings: &findings).isPresent
    }
  }

  // MARK: Text

  /// A paragraph; one whose runs all depend on values that are not there is left out.
  private mutating func text(
    _ text: TemplateText,
    style: String,
    in scope: ValueScope
  ) -> [Block] {
    let isAbsent = !text.runs.isEmpty && !text.runs.contains { $0.conditions.isEmpty }
    let pieces = pieces(of: text, in: scope)
    if pieces.isEmpty, isAbsent { return [] }
    let paragraph = paragraph(pieces, style: style, span: text.span)
    return [styles.block(paragraph, style: style)]
  }

  mutating func pieces(of text: TemplateText, in scope: ValueScope) -> [Piece] {
    var result: [Piece] = []
    for (number, run) in text.runs.enumerated() where holds(run.conditions, in: scope) {
      var pieces = evaluator.pieces(
        of: run.text,
        style: run.style,
        missing: run.missing ?? text.missing,
        in: scope,
        findings: &findings
      )
      for index in pieces.indices where pieces[index].style == run.style {
        pieces[index].run = number
      }
      if run.isKept { for index in pieces.indices { pieces[index].isKept = true } }
      result += pieces
    }
    return result
  }

  /// A paragraph of pieces, recognised and styled; its notes are numbered.
  mutating func paragraph(
    _ pieces: [Piece],
    style name: String,
    figures: [InlineBuilder.FigureRange] = [],
    span: Span?
  ) -> Paragraph {
    let style = styles.paragraphStyle(name, language: language)
    let builder = InlineBuilder(
      styles: styles,
      recognise: composition.recognise,
      base: style.text
    )
    return Paragraph(
      inlines: builder.inlines(numberNotes(in: pieces), figures: figures),
      style: style,
      role: styles.role(name),
      span: span
    )
  }

  // MARK: Frames

  private mutating func row(_ row: TemplateRow, in scope: ValueScope) -> [Block] {
    var cells: [Row.Cell] = []
    for cell in row.cells where holds(cell.conditions, in: scope) {
      cells.append(
        Row.Cell(
          width: cell.width,
          content: blocks(cell.content, in: scope),
          verticalAlignment: cell.verticalAlignment
        )
      )
    }
    let isEmpty = row.height == nil && cells.allSatisfy(\.content.isEmpty)
    guard !cells.isEmpty, !isEmpty else { return [] }
    let made = Row(
      cells: cells,
      gutter: row.gutter,
      divider: row.divider,
      dividerClearance: row.clearance,
      height: row.height
    )
    return [Block(.row(made), keepTogether: true)]
  }

  /// A frame; one whose blocks all depend on values that are not there is left out, unless it has
  /// a height of its own.
  private mutating func box(_ box: TemplateBox, in scope: ValueScope) -> [Block] {
    let content = blocks(box.content, in: scope)
    if content.isEmpty, !box.content.isEmpty, box.height == nil { return [] }
    let made = Box(
      content: content,
      padding: box.padding,
      borders: box.borders,
      fill: box.fill,
      height: box.height,
      verticalAlignment: box.verticalAlignment
    )
    return [Block(.box(made), keepTogether: true)]
  }

  // MARK: Names

  private mutating func use(
    _ name: String,
    arguments: [(name: String, text: TemplateText)],
    in scope: ValueScope
  ) -> [Block] {
    guard let component = template.components[name] else {
      preconditionFailure("the reader refuses components that are not there")
    }
    var inner = ValueScope()
    useCount += 1
    for id in component.ids { inner.ids[id] = "\(name).\(useCount).\(id)" }
    for argument in arguments {
      inner.component[argument.name] = handedOver(argument.text, in: scope)
    }
    for parameter in component.parameters where inner.component[parameter.name] == nil {
      inner.component[parameter.name] = .null
    }
    return blocks(component.body, in: inner)
  }

  /// One placeholder without a filter hands its value over, also when there is none; all else is
  /// text with its marks.
  private mutating func handedOver(_ text: TemplateText, in scope: ValueScope) -> Value {
    guard let only = text.onlyPlaceholder else { return .rich(pieces(of: text, in: scope)) }
    let value = evaluator.value(of: only.name, in: scope, findings: &findings)
    if value == .null, let missing = text.missing ?? evaluator.missing(only.name) {
      return .rich([Piece(text: composition.convert(missing), span: only.name.span)])
    }
    if value == .null || only.filters.isEmpty { return value }
    return .rich(
      evaluator.pieces(of: value, named: only.name, filters: only.filters, findings: &findings)
    )
  }

  private mutating func each(
    _ name: NamePath,
    _ content: [TemplateBlock],
    in scope: ValueScope
  ) -> [Block] {
    var result: [Block] = []
    switch evaluator.value(of: name, in: scope, findings: &findings) {
    case .null: break
    case .list(let items):
      for item in items {
        var inner = scope
        inner.item = .text(item)
        result += blocks(content, in: inner)
      }
    case .table(let table):
      for (index, row) in table.rows.enumerated() {
        var inner = scope
        let values = zip(table.columns, row).map { column, value in
          let place = ResultPlace(name: table.name, row: index, column: column.name)
          return (column.name, Value(value, at: place))
        }
        inner.row = Dictionary(values, uniquingKeysWith: { first, _ in first })
        result += blocks(content, in: inner)
      }
    default:
      findings.add(Finding(.layoutNotRows, at: name.span, ["name": .quote(name.text)]))
    }
    return result
  }
}
