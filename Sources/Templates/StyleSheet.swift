import Diagnostics
import DocumentModel
import Geometry
import OrderedCollections
import Typography

/// The paper, the type area and the grid, with the lengths that measures are reckoned against.
struct PageGeometry: Hashable, Sendable {
  var size: Size
  var bleed: Length
  var bindingSide: PageSetup.BindingSide
  var isDoubleSided: Bool
  var typeArea: TypeArea
  var grid: CharacterGrid
  /// By how many lines pages may differ from the grid so that the last one holds enough.
  var lastPageFit = 0

  /// What measures mean beside type of a size.
  func context(em: Length? = nil) -> Measure.Context {
    Measure.Context(
      em: em ?? grid.characterSize,
      character: grid.characterPitch,
      line: grid.linePitch,
      whole: typeArea.width
    )
  }
}

/// The styles of a layout, each with what it inherits filled in.
struct StyleSheet: Sendable {
  /// What a style says; nil where neither it nor what it extends says anything.
  struct Attributes: Hashable, Sendable {
    var font: FontRole?
    var weight: FontWeight?
    var size: Length?
    var ink: InkTint?
    var line: LineStep?
    var indent: Measure?
    var indentLeft: Measure?
    var indentRight: Measure?
    var alignment: ParagraphStyle.Alignment?
    var balance: ParagraphStyle.Balance?
    var tracking: Measure?
    var raise: Measure?
    var decorations: [Decoration]?
    var position: TextPosition?
    var combine: Combination?
    var spaceBefore: Measure?
    var spaceAfter: Measure?
    var keepWithNext: Bool?
    var keepTogether: Bool?
    var outline: Int?
    var prohibition: ProhibitionLevel?
    var punctuation: PunctuationStyle?
    var autospace: Autospace?
    var hyphenation: LanguageTag?
    var orphans: Int?
    var widows: Int?
  }

  /// A line or dots that a style asks for.
  struct Decoration: Hashable, Sendable {
    var kind: TextDecoration.Kind
    var ink: InkTint?
    var weight: Measure?
  }

  /// What stands together in one cell.
  enum Combination: String, Hashable, Sendable, CaseIterable {
    case none
    case digits
  }

  enum LineStep: Hashable, Sendable {
    case grid
    case measure(Measure)
  }

  var styles: OrderedDictionary<String, Attributes> = [:]
  var page: PageGeometry

  subscript(name: String) -> Attributes { styles[name] ?? Attributes() }

  /// What keeps a style from setting a paragraph, in words; nil when nothing does.
  func missing(in name: String) -> Bilingual? {
    let style = self[name]
    switch (style.font, style.size) {
    case (nil, nil): return Bilingual("字体和字号", "font and size")
    case (nil, _): return Bilingual("字体", "font")
    case (_, nil): return Bilingual("字号", "size")
    default: return nil
    }
  }

  /// The characters of a paragraph in a style; the reader has seen that font and size are there.
  func textStyle(_ name: String, language: LanguageTag) -> TextStyle {
    let style = self[name]
    guard let font = style.font, let size = style.size else {
      preconditionFailure("the reader refuses paragraphs in the style \(name) without font or size")
    }
    return apply(name, to: TextStyle(font: font, size: size, language: language))
  }

  /// The characters of a run inside text: what the style says, else what is around it.
  ///
  /// `number` tells the lines below one phrase from those of the next.
  func apply(_ name: String, to text: TextStyle, number: Int32 = 0) -> TextStyle {
    let style = self[name]
    var result = text
    if let font = style.font { result.font = font }
    if let weight = style.weight { result.weight = weight }
    if let size = style.size { result.size = size }
    if let ink = style.ink { result.ink = ink }
    if let tracking = style.tracking { result.tracking = length(tracking, em: result.size) }
    if let language = style.hyphenation { result.hyphenation = language }
    if let raise = style.raise { result.baselineShift = length(raise, em: result.size) }
    if let position = style.position { result.position = position }
    if let combine = style.combine { result.combinesDigits = combine == .digits }
    for decoration in style.decorations ?? [] {
      result.decorate(
        TextDecoration(
          decoration.kind,
          ink: decoration.ink,
          weight: decoration.weight.map { length($0, em: result.size) },
          number: number
        )
      )
    }
    if style.decorations == [] { result.decorations = [] }
    return result
  }

  func paragraphStyle(_ name: String, language: LanguageTag) -> ParagraphStyle {
    let style = self[name]
    let text = textStyle(name, language: language)
    func resolved(_ measure: Measure?) -> Length {
      measure.map { length($0, em: text.size) } ?? .zero
    }
    var step = page.grid.linePitch
    if case .measure(let measure) = style.line { step = length(measure, em: text.size) }
    return ParagraphStyle(
      text: text,
      alignment: style.alignment ?? .justify,
      balance: style.balance ?? .none,
      indentFirst: resolved(style.indent),
      indentLeft: resolved(style.indentLeft),
      indentRight: resolved(style.indentRight),
      lineStep: step,
      onGrid: style.line == nil || style.line == .grid,
      prohibition: style.prohibition ?? .gb,
      punctuation: style.punctuation ?? .fullWidth,
      autospace: style.autospace ?? .half,
      orphans: style.orphans ?? 2,
      widows: style.widows ?? 2
    )
  }

  /// A paragraph's block with the space and the keeps of its style.
  func block(_ paragraph: Paragraph, style name: String) -> Block {
    let style = self[name]
    let size = paragraph.style.text.size
    return Block(
      .paragraph(paragraph),
      spaceBefore: style.spaceBefore.map { length($0, em: size) } ?? .zero,
      spaceAfter: style.spaceAfter.map { length($0, em: size) } ?? .zero,
      keepWithNext: style.keepWithNext ?? false,
      keepTogether: style.keepTogether ?? false,
      span: paragraph.span
    )
  }

  /// The space that a style wants before its paragraphs.
  func spaceBefore(_ name: String) -> Length {
    let style = self[name]
    return style.spaceBefore.map { length($0, em: style.size ?? page.grid.characterSize) } ?? .zero
  }

  /// The role of a paragraph in a style: a heading when the style has an outline level.
  func role(_ name: String) -> StructureRole {
    self[name].outline.map(StructureRole.heading) ?? .paragraph
  }

  private func length(_ measure: Measure, em: Length) -> Length {
    guard let length = measure.resolved(in: page.context(em: em)) else {
      preconditionFailure("the reader refuses measures in fr for styles")
    }
    return length
  }
}

extension TextStyle {
  /// Adds a line or dots; of one kind the inner one counts.
  mutating func decorate(_ decoration: TextDecoration) {
    decorations.removeAll { $0.kind == decoration.kind }
    decorations.append(decoration)
  }
}
