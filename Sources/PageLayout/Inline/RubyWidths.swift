import DocumentModel
import Geometry
import LineBreaking
import PageModel
import Typography

/// How much room words with readings need beyond their own, decided before lines are broken.
///
/// A reading above may hang over what has none by half of its size on either side (clreq,
/// Positioning of Romanization: over the adjacent base text; JLREQ 3.3.8), never over a letter or a
/// digit; between two readings a quarter of their size stays white, the space between two words of
/// the same type. Where that is not enough, white goes to both sides of the words, whose own
/// spacing stays as it is (clreq, Words as the Basic Units). Bopomofo widens each cell by half.
struct RubyWidths {
  let source: InlineText
  let readings: [ShapedReading]

  init(_ source: InlineText, readings: [ShapedReading]) {
    self.source = source
    self.readings = readings
  }

  /// The least white between two readings.
  static func gap(_ a: ShapedReading, _ b: ShapedReading) -> Length {
    max(a.reading.style.size, b.reading.style.size).scaled(by: 1, over: 4)
  }

  /// The runs with the glyphs of words moved apart.
  func widened(_ runs: [ShapedParagraph.Run]) -> [ShapedParagraph.Run] {
    guard !readings.isEmpty else { return runs }
    var bases: [[Int]] = Array(repeating: [], count: readings.count)
    for (index, run) in runs.enumerated() where !run.glyphs.isEmpty {
      if let reading = source.stretches[run.stretch].reading { bases[reading].append(index) }
    }
    let widths = bases.map { base in
      base.reduce(Length.zero) { sum, run in
        runs[run].glyphs.reduce(sum) { $0 + $1.advance.x }
      }
    }
    let extras = extras(over: widths)
    var result = runs
    for (reading, base) in bases.enumerated() {
      guard let first = base.first, let last = base.last, extras[reading] > .zero else { continue }
      let isAbove = readings[reading].reading.position == .above
      let left = isAbove ? extras[reading].scaled(by: 1, over: 2) : .zero
      result[first].addBefore(left)
      result[last].addBehind(extras[reading] - left)
    }
    return result
  }

  /// What each base is widened by.
  private func extras(over widths: [Length]) -> [Length] {
    // How far each reading reaches beyond its base on either side; less than nothing where the base
    // is wider.
    let reach = readings.indices.map { index in
      (readings[index].width(over: widths[index]) - widths[index]).scaled(by: 1, over: 2)
    }
    return readings.indices.map { index in
      guard readings[index].reading.position == .above else {
        return Bopomofo.width(em: readings[index].em)
      }
      let before = lack(index, towards: index - 1, reach: reach)
      let behind = lack(index, towards: index + 1, reach: reach)
      return max(.zero, before, behind)
    }
  }

  /// By how much the base must grow for what is on one side of it.
  private func lack(_ index: Int, towards other: Int, reach: [Length]) -> Length {
    let own = readings[index]
    let hang = own.reading.style.size.scaled(by: 1, over: 2)
    let touches =
      readings.indices.contains(other)
      && (other < index
        ? readings[other].base.upperBound == own.base.lowerBound
        : readings[other].base.lowerBound == own.base.upperBound)
    guard touches, readings[other].reading.position == .above else {
      let allowed = mayHang(over: neighbour(of: own, before: other < index)) ? hang : .zero
      return (reach[index] - allowed) * 2
    }
    // Both grow alike by what they lack together.
    let together = reach[index] + reach[other] + Self.gap(own, readings[other])
    return max((reach[index] - hang) * 2, together)
  }

  private func neighbour(of reading: ShapedReading, before: Bool) -> Unicode.Scalar? {
    let utf8 = source.text.utf8
    let offset = before ? reading.base.lowerBound : reading.base.upperBound
    let place = utf8.index(utf8.startIndex, offsetBy: offset)
    let scalars = source.text.unicodeScalars
    if before { return place > scalars.startIndex ? scalars[scalars.index(before: place)] : nil }
    return place < scalars.endIndex ? scalars[place] : nil
  }

  /// At the ends of a line nothing is hung over: there the reading is moved inwards when its place
  /// is known.
  private func mayHang(over neighbour: Unicode.Scalar?) -> Bool {
    guard let neighbour else { return true }
    return neighbour.value > 0x7F
      ? CharacterClass(neighbour) != nil || neighbour.isPlaceholder
      : neighbour == " "
  }
}

extension Unicode.Scalar {
  /// A forced line end or a fill.
  fileprivate var isPlaceholder: Bool { self == "\u{2028}" || self == "\u{FFFC}" }
}

extension ShapedParagraph.Run {
  fileprivate mutating func addBefore(_ white: Length) {
    glyphs[0].xOffset += Int32(clamping: white.units)
    glyphs[0].xAdvance += Int32(clamping: white.units)
  }

  fileprivate mutating func addBehind(_ white: Length) {
    glyphs[glyphs.count - 1].xAdvance += Int32(clamping: white.units)
  }
}
