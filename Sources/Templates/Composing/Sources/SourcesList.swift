import Diagnostics
import OrderedCollections
import DocumentModel
import Geometry
import Reports
import Statistics
import Typography
import WritingSystems

/// The styles of what a block `sources` sets; all but the first may be left out of a layout.
enum SourcesStyle: String, CaseIterable {
  /// What an entry says below its title.
  case text = "source"
  /// 正文中的数字, 推算的数字, 核对.
  case heading = "source-heading"
  case title = "source-title"
  case query = "source-query"
  /// Of words: 原文, 出处, 算式.
  case label = "source-label"
  /// Of words: the number in its sentence.
  case quote = "source-quote"

  static let paragraphs: [SourcesStyle] = [.text, .heading, .title, .query]
}

extension Composer {
  /// The body with its blocks `sources`, which tell of all that is composed now.
  mutating func withSources(_ body: [Block]) -> [Block] {
    guard !sourcesBlocks.isEmpty else { return body }
    var list = SourcesList(composer: self, body: body)
    let made = sourcesBlocks.map { list.blocks($0.selection, at: $0.span) }
    findings = list.composer.findings
    return body.flatMap { block in
      block.replaced { inner in
        made.indices.first { inner.id == SourceLinks.marker($0) }.map { made[$0] }
      }
    }
  }
}

/// Writes the entries of `sources`: figures with their sentences, results with their queries and
/// inputs, checks with their arithmetic.
struct SourcesList {
  var composer: Composer
  /// The figures that the layout prints, in the order of printing.
  private let printed: [Int]
  /// The places in the bulletin's text that figures can lead to.
  private let anchors: Set<String>
  /// The number of each figure's entry.
  private var numbers: [Int: Int] = [:]
  private var count = 0
  private var ids: Set<String> = []

  var dataset: Dataset { composer.composition.dataset }

  init(composer: Composer, body: [Block]) {
    self.composer = composer
    var anchors: Set<String> = []
    for block in body {
      block.forEachParagraph { anchors.formUnion($0.anchors.map(\.name)) }
    }
    self.anchors = anchors
    printed = Self.printed(in: body, dataset: composer.composition.dataset)
  }

  /// Figures in placeholders, and in rows of tables that stand for one each.
  ///
  /// Where the layout prints none, those of the text it sets.
  private static func printed(in body: [Block], dataset: Dataset) -> [Int] {
    var found: [Int] = []
    for wish in SourceLinks.wishes(in: body) {
      if let index = SourceLinks.figure(ofWish: wish) { found.append(index) }
      if let (name, row) = SourceLinks.row(ofWish: wish),
        let sources = dataset.result(named: name)?.rowSources?[safely: row],
        sources.count == 1, case .figure(let index) = sources[0]
      {
        found.append(index)
      }
    }
    if found.isEmpty {
      for block in body {
        block.forEachParagraph { paragraph in
          for inline in paragraph.inlines {
            if case .figure(let id, _) = inline { found.append(Int(id.index)) }
          }
        }
      }
    }
    var seen: Set<Int> = []
    return found.filter { dataset.figures.indices.contains($0) && seen.insert($0).inserted }
  }

  mutating func blocks(_ selection: SourcesSelection, at span: Span) -> [Block] {
    var figures = selection == .statistics ? [] : printed
    if selection != .figures {
      let inputs = (dataset.results.flatMap(\.sources) + dataset.checks.flatMap(\.sources))
        .compactMap { source in if case .figure(let index) = source { index } else { nil } }
      let known = Set(figures)
      figures += Set(inputs).subtracting(known).sorted()
    }
    figures.sort()
    let results = selection == .figures ? [] : dataset.results.filter { !$0.isNull }
    let checks = selection == .figures ? [] : dataset.checks
    var made = group("正文中的数字", bySentence(figures).map { sentence($0) })
    made += group("推算的数字", results.map { result($0) })
    made += group("勾稽关系", checks.map { check($0) })
    if made.indices.contains(0) { made[0].span = span }
    return made
  }

  private mutating func group(_ title: String, _ entries: [[Block]]) -> [Block] {
    guard !entries.isEmpty else { return [] }
    return [block([Piece(text: convert(title))], .heading)] + entries.flatMap { $0 }
  }

  // MARK: Entries

  /// The figures of one sentence, which is quoted once for them all.
  private mutating func sentence(_ figures: [Figure]) -> [Block] {
    var blocks: [Block] = []
    for figure in figures {
      count += 1
      numbers[figure.id] = count
      let value = [figure.numberText, figure.unit].compactMap { $0 }.joined()
      let name = title(of: figure).map { convert($0) + "　" } ?? ""
      blocks.append(head(name, value, id: SourceLinks.entry(ofFigure: figure.id)))
      if figure.id != figures[0].id { blocks[blocks.count - 1].spaceBefore = .zero }
    }
    blocks.append(detail("原文", quoted(figures)))
    blocks.append(detail("出处", place(of: figures[0])))
    return blocks
  }

  private func bySentence(_ indices: [Int]) -> [[Figure]] {
    var groups: [[Figure]] = []
    for figure in indices.map({ dataset.figures[$0] }) {
      if let last = groups.last?.last, ParagraphPlace(last) == ParagraphPlace(figure),
        range(ofSentenceAround: last) == range(ofSentenceAround: figure)
      {
        groups[groups.count - 1].append(figure)
      } else {
        groups.append([figure])
      }
    }
    return groups
  }

  private mutating func result(_ result: Dataset.Result) -> [Block] {
    count += 1
    let unit = convert(result.unit ?? "")
    let value = result.single.map { self.text(of: $0) + unit } ?? convert("\(result.rows.count)行")
    let name = convert(result.title ?? result.name)
    var blocks = [head(name + "　", value, id: SourceLinks.entry(ofResult: result.name))]
    if let detail = result.detail {
      blocks.append(self.detail("算式", [Piece(text: detail + unit)]))
    }
    blocks += inputs(of: result)
    let sql = composer.template.plan.queries.first { $0.name == result.name }?.sql
    blocks += query(sql ?? "")
    return blocks
  }

  private mutating func check(_ check: Dataset.CheckResult) -> [Block] {
    count += 1
    let verdict =
      switch check.holds {
      case true?: "相符"
      case false?: "不符"
      case nil: "不适用"
      }
    var blocks = [head(convert(check.title) + "　", convert(verdict), id: nil)]
    if let detail = check.detail {
      // What does not hold says so by its sign, ≠.
      let mark = check.holds == true ? " ✓" : ""
      blocks.append(self.detail("算式", [Piece(text: detail + mark)]))
    }
    blocks += inputs(of: check.sources)
    if let sql = check.sql { blocks += query(sql) }
    return blocks
  }

  // MARK: Inputs

  /// Row by row where the query says what each row was derived from.
  private mutating func inputs(of result: Dataset.Result) -> [Block] {
    let most = 100
    guard let rows = result.rowSources, rows.count > 1, rows.count <= most else {
      return inputs(of: result.sources)
    }
    return rows.enumerated().map { index, sources in
      var pieces = [Piece(text: convert("第\(index + 1)行："))]
      let parts = SourceWords(dataset: dataset, numbers: numbers).parts(of: sources)
      pieces += joined(parts)
      var block = detail(index == 0 ? "依据" : nil, pieces)
      block.id = own(SourceLinks.entry(ofResult: result.name, row: index))
      return block
    }
  }

  private mutating func inputs(of sources: [Dataset.Source]) -> [Block] {
    let parts = SourceWords(dataset: dataset, numbers: numbers).parts(of: sources)
    return parts.isEmpty ? [] : [detail("依据", joined(parts))]
  }

  private func joined(_ parts: [SourceWords.Part]) -> [Piece] {
    var pieces: [Piece] = []
    for (index, part) in parts.enumerated() {
      pieces.append(Piece(text: part.isReport ? part.text : convert(part.text), wish: part.wish))
      pieces.append(Piece(text: index + 1 < parts.count ? "；" : "。"))
    }
    return pieces
  }

  // MARK: Places in the report

  /// The sentence of figures with their quotes brought out.
  private func quoted(_ figures: [Figure]) -> [Piece] {
    guard let text = paragraph(of: figures[0])?.text.string,
      let whole = range(ofSentenceAround: figures[0])
    else { return figures.map { styled($0.quote, .quote) } }
    var pieces: [Piece] = []
    var start = whole.lowerBound
    for range in InlineBuilder.joined(figures.map(\.range)) {
      pieces.append(Piece(text: text.scalars(start..<max(start, range.lowerBound))))
      pieces.append(styled(text.scalars(range), .quote))
      start = range.upperBound
    }
    return pieces + [Piece(text: text.scalars(start..<max(start, whole.upperBound)))]
  }

  private func range(ofSentenceAround figure: Figure) -> Range<Int>? {
    guard let text = paragraph(of: figure)?.text.string else { return nil }
    return Sentences(text).range(around: figure.range)
  }

  private func paragraph(of figure: Figure) -> Report.Paragraph? {
    composer.composition.reports[safely: figure.report]?
      .sections[safely: figure.section]?.paragraphs[safely: figure.paragraph]
  }

  /// `一、组织体系到位　第1段　第2页`, which leads there; the page where the text is in the bulletin.
  private func place(of figure: Figure) -> [Piece] {
    let reports = composer.composition.reports
    let heading = reports[safely: figure.report]?.sections[safely: figure.section]?.heading.string
    var words: [String] = []
    if reports.count > 1 { words.append(reports[figure.report].title.string) }
    if let heading, !heading.isEmpty { words.append(heading) }
    words.append(convert("第\(figure.paragraph + 1)段"))
    let wish = SourceLinks.wish(input: .figure(figure.id))
    var pieces = [Piece(text: words.joined(separator: "　"), wish: wish)]
    let anchor = SourceLinks.anchor(ofFigure: figure.id)
    if anchors.contains(anchor) {
      pieces += [
        Piece(text: "　" + convert("第"), wish: wish),
        Piece(text: Piece.pageMark, wish: wish, pageOf: anchor),
        Piece(text: convert("页"), wish: wish),
      ]
    }
    return pieces
  }

  private func title(of figure: Figure) -> String? {
    let names = dataset.indicators.filter { $0.value == figure.id }.keys
    let indicator = composer.template.plan.indicators.first { names.contains($0.name) }
    return indicator.map { $0.title ?? $0.name } ?? figure.indicator
  }

  // MARK: Paragraphs

  private mutating func head(_ name: String, _ value: String, id: String?) -> Block {
    let pieces = [Piece(text: "〔\(count)〕" + name), Piece(text: value)]
    var block = block(pieces, .title)
    block.keepWithNext = true
    block.id = id.flatMap { own($0) }
    return block
  }

  /// The id, if no block has it yet.
  private mutating func own(_ id: String) -> String? { ids.insert(id).inserted ? id : nil }

  private mutating func detail(
    _ label: String?,
    _ pieces: [Piece],
    _ style: SourcesStyle = .text
  ) -> Block {
    let words = label.map { styled(convert($0) + "　", .label) } ?? Piece(text: "　　　")
    return block([words] + pieces, style)
  }

  private mutating func query(_ sql: String) -> [Block] {
    SQLText.lines(of: sql).enumerated().map { index, line in
      detail(index == 0 ? "查询" : nil, [Piece(text: line)], .query)
    }
  }

  private func styled(_ text: String, _ style: SourcesStyle) -> Piece {
    Piece(text: text, style: composer.styles.styles[style.rawValue].map { _ in style.rawValue })
  }

  private mutating func block(_ pieces: [Piece], _ style: SourcesStyle) -> Block {
    let own = composer.styles.styles[style.rawValue] == nil ? .text : style
    let paragraph = composer.paragraph(
      pieces.filter { !$0.text.isEmpty },
      style: own.rawValue,
      span: nil
    )
    return composer.styles.block(paragraph, style: own.rawValue)
  }

  private func convert(_ text: String) -> String { composer.composition.convert(text) }

  private func text(of value: Dataset.Value) -> String { SourceWords.text(of: value) }
}

extension Dataset.Result {
  /// Nothing came of it.
  fileprivate var isNull: Bool { rows.isEmpty || single == .null }
}
