import DocumentModel
import Geometry
import LineBreaking
import Typography

/// A stretch of one line that shares one line below or through it, or whose characters have dots.
struct DecoratedRun {
  var decoration: TextDecoration
  /// The units from left to right.
  var units: [Int]
  /// From the line's start to the edges of what is decorated.
  var left: Length
  var right: Length
  /// The largest type size of the run: one straight line serves all of it.
  var size: Length
  /// How many lines of other kinds lie between the characters and this one.
  var level: Int
}

/// What the decorations of one line are: where each begins and ends.
struct DecoratedLine {
  private let shaped: ShapedParagraph
  /// The units that are seen, from left to right, each with the edges of its body.
  private var places: [Place] = []

  private struct Place {
    var unit: Int
    var left: Length
    var right: Length
    var style: TextStyle
    var kind: CharacterClass
  }

  /// `origins` are where the first glyphs of the units stand.
  init(_ shaped: ShapedParagraph, units: Range<Int>, origins: [Length]) {
    self.shaped = shaped
    places = zip(units, origins).map { unit, origin in
      let edges = shaped.units[unit].edges(at: origin)
      return Place(
        unit: unit,
        left: edges.left,
        right: edges.right,
        style: shaped.style(of: unit),
        kind: shaped.units[unit].kind
      )
    }
    if !shaped.levels.isEmpty { places.sort { ($0.left, $0.unit) < ($1.left, $1.unit) } }
  }

  /// The runs of all kinds, those that lie nearer to the characters first.
  func runs() -> [DecoratedRun] {
    var lines = runs(of: .properName) + runs(of: .bookTitle)
    part(&lines)
    return lines + runs(of: .underline) + runs(of: .emphasisDots) + runs(of: .strike)
  }

  private func runs(of kind: TextDecoration.Kind) -> [DecoratedRun] {
    var runs: [DecoratedRun] = []
    var current: (decoration: TextDecoration, places: [Place])?
    for place in places {
      let own = place.style.decorations.last { $0.kind == kind }
      if let own, own == current?.decoration {
        current?.places.append(place)
      } else {
        if let current { runs += run(current.decoration, of: current.places) }
        current = own.map { ($0, [place]) }
      }
    }
    if let current { runs += run(current.decoration, of: current.places) }
    return runs
  }

  /// The run of neighbouring places without the white space at its ends; a line below a name goes
  /// under no marks there either, for they are no part of the name.
  private func run(_ decoration: TextDecoration, of places: [Place]) -> [DecoratedRun] {
    let isName = decoration.kind == .properName || decoration.kind == .bookTitle
    let isOutside = { (place: Place) in
      place.kind.isWhite || (isName && place.kind.isMark)
    }
    let kept = places.drop(while: isOutside).reversed().drop(while: isOutside).reversed()
    guard let first = kept.first, let last = kept.last else { return [] }
    return [
      DecoratedRun(
        decoration: decoration,
        units: kept.map(\.unit),
        left: first.left,
        right: last.right,
        size: kept.map(\.style.size).max() ?? first.style.size,
        level: level(of: decoration.kind, in: Array(kept))
      )
    ]
  }

  /// Lines come first and dots below them (clreq, Handling Interlinear Punctuation).
  private func level(of kind: TextDecoration.Kind, in places: [Place]) -> Int {
    let nearer = kind.nearerKinds
    guard !nearer.isEmpty else { return 0 }
    let present = places.reduce(into: Set<TextDecoration.Kind>()) { kinds, place in
      kinds.formUnion(place.style.decorations.map(\.kind))
    }
    return nearer.count(where: present.contains)
  }

  /// The lines of two names that touch are drawn visibly apart (clreq, Proper noun marks).
  private func part(_ runs: inout [DecoratedRun]) {
    let order = runs.indices.sorted { runs[$0].left < runs[$1].left }
    for (a, b) in zip(order, order.dropFirst()) where runs[a].level == runs[b].level {
      let wanted = min(runs[a].size, runs[b].size).scaled(by: 1, over: 5)
      let lack = wanted - (runs[b].left - runs[a].right)
      guard lack > .zero, lack < wanted * 2 else { continue }
      let half = lack.scaled(by: 1, over: 2)
      runs[a].right -= half
      runs[b].left += half
    }
  }
}

extension TextDecoration.Kind {
  /// The kinds that lie between the characters and this one when they have both.
  fileprivate var nearerKinds: [TextDecoration.Kind] {
    switch self {
    case .properName, .strike: []
    case .bookTitle: [.properName]
    case .underline: [.properName, .bookTitle]
    case .emphasisDots: [.properName, .bookTitle, .underline]
    }
  }

  /// Whether it takes room between lines.
  var isBelow: Bool { self != .strike }
}

extension CharacterClass {
  /// Nothing is seen of it.
  fileprivate var isWhite: Bool {
    switch self {
    case .wordSpace, .ideographicSpace, .anchor: true
    default: false
    }
  }

  fileprivate var isMark: Bool {
    switch self {
    case .stop, .question, .doubled, .comma, .colon, .opener, .closer, .dash, .ellipsis,
      .connector, .interpunct, .solidus:
      true
    default: false
    }
  }
}

extension LineUnit {
  /// The edges of what a unit takes on its line when its first glyph stands at `origin`: a cell
  /// for Han, the inked half of a mark, a word as it is.
  fileprivate func edges(at origin: Length) -> (left: Length, right: Length) {
    let middle = origin + advance.scaled(by: 1, over: 2)
    switch kind {
    case .western, .wordSpace, .anchor, .prefix, .postfix, .operator:
      return (origin, origin + advance)
    case .interpunct, .solidus: return Self.cell(em.scaled(by: 1, over: 2), around: middle)
    case .stop, .question, .comma, .colon, .opener, .closer: return inkedHalf(at: origin)
    case .ideograph, .iterationMark, .smallKana, .doubled, .dash, .ellipsis, .connector,
      .ideographicSpace:
      return Self.cell(max(em, advance), around: middle)
    }
  }

  private static func cell(_ width: Length, around middle: Length) -> (left: Length, right: Length)
  {
    let left = middle - width.scaled(by: 1, over: 2)
    return (left, left + width)
  }

  /// The half of the em that the ink of a mark is in; where that is not known, the half that GB/T
  /// 15834 5.1 puts it into.
  private func inkedHalf(at origin: Length) -> (left: Length, right: Length) {
    let half = em.scaled(by: 1, over: 2)
    let cell = Self.cell(em, around: origin + advance.scaled(by: 1, over: 2))
    guard inkRight > inkLeft else {
      return kind == .opener ? (cell.right - half, cell.right) : (cell.left, cell.left + half)
    }
    let ink = origin + (inkLeft + inkRight).scaled(by: 1, over: 2)
    if ink < cell.left + em.scaled(by: 3, over: 8) { return (cell.left, cell.left + half) }
    if ink > cell.left + em.scaled(by: 5, over: 8) { return (cell.right - half, cell.right) }
    return Self.cell(half, around: ink)
  }
}
