import Geometry
import Typography

/// What a unit takes of a line: a body that is never given up, and blanks beside it that may be.
struct Cell {
  /// Half an em for marks, an em for Han, a word as it is.
  var body: Length
  /// The blank that may be taken away before the body, and behind it.
  var before = Length.zero
  var behind = Length.zero
  /// From where the body begins to the origin of the first glyph.
  var offset = Length.zero
}

extension Cell {
  /// The cells of a paragraph.
  static func cells(of units: [LineUnit], style: CompositionStyle) -> [Cell] {
    var cells = units.map { Cell($0, style: style) }
    guard style.punctuation != .plain else { return cells }
    var start = 0
    while start < units.count {
      guard units[start].kind == .question else {
        start += 1
        continue
      }
      var end = start + 1
      while end < units.count, units[end].kind == .question { end += 1 }
      if end - start > 1 { doubled(start..<end, of: units, cells: &cells) }
      start = end
    }
    return cells
  }

  /// ？！ and ！！ take one em together, three marks take two (GB/T 15834-2011 5.1.2).
  private static func doubled(_ row: Range<Int>, of units: [LineUnit], cells: inout [Cell]) {
    for index in row {
      let unit = units[index]
      let isLastOfOdd = index + 1 == row.upperBound && row.count % 2 == 1
      cells[index] = Cell(
        body: unit.halfEm,
        behind: isLastOfOdd ? unit.halfEm : .zero,
        offset: unit.offset(inHalf: .zero)
      )
    }
  }

  private init(_ unit: LineUnit, style: CompositionStyle) {
    switch unit.kind {
    case .stop, .question, .comma, .colon, .opener, .closer, .interpunct:
      self = .mark(unit, style: style)
    case .ideograph, .iterationMark, .smallKana:
      // A group of ruby may be wider than the em.
      self = .centred(unit, in: max(unit.em, unit.advance))
    case .doubled, .ideographicSpace: self = .centred(unit, in: unit.em)
    case .dash, .ellipsis: self = .centred(unit, in: unit.joinedBody)
    // A short connector is half an em (GB/T 15834-2011 5.1.6).
    case .connector: self = .centred(unit, in: unit.isWide ? unit.em : unit.halfEm)
    case .solidus:
      let fillsEm = unit.isWide && style.region != .mainland
      self = .centred(unit, in: fillsEm ? unit.em : unit.halfEm)
    case .prefix, .postfix, .operator:
      self = .centred(unit, in: unit.isWide ? unit.em : unit.advance)
    case .western: self = Cell(body: unit.advance)
    case .wordSpace, .anchor: self = Cell(body: .zero)
    }
  }

  private static func centred(_ unit: LineUnit, in body: Length) -> Cell {
    Cell(body: body, offset: (body - unit.advance).scaled(by: 1, over: 2))
  }

  /// Which half of a mark's em may be given up (clreq, Punctuation adjustment space).
  ///
  /// The ink of an opener is in the right half, that of a closer or pause in the left one
  /// (GB/T 15834-2011 5.1.1–5.1.3). In Taiwan and Hong Kong pauses and interpuncts stand in the
  /// middle and have a quarter em on either side; ？！ fill their em in horizontal lines.
  private static func mark(_ unit: LineUnit, style: CompositionStyle) -> Cell {
    let half = unit.halfEm
    let isCentred = style.region != .mainland && !unit.kind.isBracket
    if unit.kind == .interpunct, !isCentred || style.punctuation == .plain {
      // 5.1.7: half an em, whatever the font draws.
      return centred(unit, in: isCentred && unit.isWide ? unit.em : half)
    }
    if style.punctuation == .plain || (isCentred && unit.kind == .question) {
      return centred(unit, in: unit.em)
    }
    let keeps = style.punctuation.keepsBlank(of: unit.kind)
    if isCentred {
      let quarter = keeps ? unit.em.scaled(by: 1, over: 4) : .zero
      let offset = unit.offset(inHalf: (half - unit.advance).scaled(by: 1, over: 2))
      return Cell(body: half, before: quarter, behind: quarter, offset: offset)
    }
    let blank = keeps ? half : .zero
    guard unit.kind == .opener else {
      return Cell(body: half, behind: blank, offset: unit.offset(inHalf: unit.centre(in: unit.em)))
    }
    let offset = unit.offset(inHalf: unit.centre(in: unit.em) - half)
    return Cell(body: half, before: blank, offset: unit.isWide ? offset : half - unit.advance)
  }
}

extension LineUnit {
  var halfEm: Length { em.scaled(by: 1, over: 2) }

  var isWide: Bool { advance > em.scaled(by: 3, over: 4) }

  /// One em; a font that joins both halves of —— into one glyph makes them one body of two.
  fileprivate var joinedBody: Length {
    guard em > .zero else { return advance }
    let halves = max(1, (advance + halfEm).count(of: em))
    return halves * em + (halves - 1) * tracking
  }

  fileprivate func centre(in cell: Length) -> Length { (cell - advance).scaled(by: 1, over: 2) }

  /// Where fonts set a mark in the middle of its em (？ of some, all of Taiwan and Hong Kong), its
  /// ink is moved into the half that the mark keeps; elsewhere the font's own place stays.
  fileprivate func offset(inHalf wanted: Length) -> Length {
    guard isWide else { return .zero }
    guard inkRight > inkLeft else { return wanted }
    let isInside = wanted + inkLeft >= .zero && wanted + inkRight <= halfEm
    return isInside ? wanted : (halfEm - inkLeft - inkRight).scaled(by: 1, over: 2)
  }
}

extension PunctuationStyle {
  /// Whether a mark within a line keeps its blank half.
  fileprivate func keepsBlank(of kind: CharacterClass) -> Bool {
    switch self {
    case .fullWidth, .lineEndHalf, .plain: true
    case .kaiming: kind == .stop || kind == .question || kind == .interpunct
    case .halfWidth: false
    }
  }

  /// Whether of two blanks side by side one goes.
  var narrowsNeighbours: Bool { self != .lineEndHalf }
}
