import Diagnostics
import DocumentModel

/// `[文字]{wénzì}`: words and how they are read, taken apart.
///
/// | written | read |
/// |---|---|
/// | `[文字]{wénzì}` | one reading over all the words (分词连写) |
/// | `[文字]{wén zì}` | one for each character; marks between them have none |
/// | `[重庆\|市]{Chóngqìng\|shì}` | one for each part |
/// | `[国家]{ㄍㄨㄛˊ ㄐㄧㄚ}` | bopomofo, at the right of each character |
///
/// A part of the reading that is empty leaves its words without one. `\|` and `\ ` are the
/// characters themselves.
struct ReadingMark {
  /// Words and their reading, with their places in the string.
  struct Part: Hashable {
    var base: String
    var baseRange: Range<Int>
    var reading: LayoutString.ReadingText?
  }

  /// What is wrong, and where in the string.
  struct Problem: Error {
    var code: FindingCode
    var range: Range<Int>
    var arguments: [String: FindingArgument] = [:]
  }

  /// A character of the string that may have been escaped.
  private struct Letter {
    var scalar: Unicode.Scalar
    var place: Int
    var isEscaped: Bool

    func stands(for mark: Unicode.Scalar) -> Bool { scalar == mark && !isEscaped }
  }

  private let base: [Letter]
  private let reading: [Letter]
  private let baseRange: Range<Int>
  private let readingRange: Range<Int>

  init(base: Range<Int>, reading: Range<Int>, in scalars: [Unicode.Scalar]) {
    baseRange = base
    readingRange = reading
    self.base = Self.letters(base, in: scalars)
    self.reading = Self.letters(reading, in: scalars)
  }

  /// Whether what stands in braces is a reading: no name of a mark or a style, and nothing that is
  /// set to something.
  static func isReading(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
    guard let first = range.first(where: { !scalars[$0].properties.isWhitespace }) else {
      return false
    }
    return scalars[first] != "." && !range.contains { scalars[$0] == "=" || scalars[$0] == ":" }
  }

  /// The parts in order.
  func parts() throws(Problem) -> [Part] {
    guard base.contains(where: { !$0.scalar.properties.isWhitespace }) else {
      throw Problem(code: .layoutReadingOfNothing, range: baseRange)
    }
    if let mark = base.first(where: { !$0.isEscaped && "*~^[{".unicodeScalars.contains($0.scalar) })
    {
      throw Problem(
        code: .layoutReadingOfMarks,
        range: mark.place..<mark.place + 1,
        arguments: ["mark": .quote(String(mark.scalar))]
      )
    }
    let bases = basesByBars() ?? []
    let readings = readings(byBars: !bases.isEmpty)
    if !bases.isEmpty { return try matched(bases, readings) }
    let isBopomofo = readings.contains { Self.isBopomofo($0) }
    let characters = characters()
    let isSingle = characters.filter(\.takesReading).count == 1
    if readings.count == 1, !isBopomofo || isSingle {
      return [part(base, readings[0])]
    }
    return try matched(characters, readings)
  }

  // MARK: Words

  /// The words between bars, or nil where there is none.
  private func basesByBars() -> [Word]? {
    guard base.contains(where: { $0.stands(for: "|") }) else { return nil }
    return base.split(omittingEmptySubsequences: false) { $0.stands(for: "|") }
      .map { Word(letters: Array($0), takesReading: true) }
  }

  /// Some characters; marks and spaces take no reading.
  private struct Word {
    var letters: [Letter]
    var takesReading: Bool
  }

  private func characters() -> [Word] {
    var words: [Word] = []
    let string = String(String.UnicodeScalarView(base.map(\.scalar)))
    var place = 0
    for character in string {
      let count = character.unicodeScalars.count
      let takes = !character.isPunctuation && !character.isWhitespace && !character.isSymbol
      words.append(Word(letters: Array(base[place..<place + count]), takesReading: takes))
      place += count
    }
    return words
  }

  // MARK: Readings

  private func readings(byBars: Bool) -> [[Letter]] {
    if byBars || reading.contains(where: { $0.stands(for: "|") }) {
      return reading.split(omittingEmptySubsequences: false) { $0.stands(for: "|") }
        .map { Self.trimmed($0) }
    }
    return reading.split { !$0.isEscaped && $0.scalar.properties.isWhitespace }.map(Array.init)
  }

  private static func trimmed(_ letters: ArraySlice<Letter>) -> [Letter] {
    func isSpace(_ letter: Letter) -> Bool {
      !letter.isEscaped && letter.scalar.properties.isWhitespace
    }
    return letters.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
  }

  private func matched(_ words: [Word], _ readings: [[Letter]]) throws(Problem) -> [Part] {
    let taking = words.count { $0.takesReading }
    guard taking == readings.count else {
      throw Problem(
        code: .layoutReadingCount,
        range: readingRange,
        arguments: ["readings": .number(readings.count), "words": .number(taking)]
      )
    }
    var next = 0
    var parts: [Part] = []
    for word in words where !word.letters.isEmpty {
      guard word.takesReading else {
        parts.append(part(word.letters, []))
        continue
      }
      parts.append(part(word.letters, readings[next]))
      next += 1
    }
    return parts
  }

  private func part(_ base: [Letter], _ reading: [Letter]) -> Part {
    let start = base.first?.place ?? baseRange.lowerBound
    let end = base.last.map { $0.place + 1 } ?? start
    var text: LayoutString.ReadingText?
    if let first = reading.first, let last = reading.last {
      text = LayoutString.ReadingText(
        text: Self.string(reading),
        position: Self.isBopomofo(reading) ? .right : .above,
        range: first.place..<last.place + 1
      )
    }
    return Part(base: Self.string(base), baseRange: start..<end, reading: text)
  }

  /// Symbols of bopomofo with the marks of their tones, and nothing else.
  private static func isBopomofo(_ letters: [Letter]) -> Bool {
    let isSymbol = { (letter: Letter) in
      (0x3105...0x312F).contains(letter.scalar.value)
        || (0x31A0...0x31BF).contains(letter.scalar.value)
    }
    return letters.contains(where: isSymbol)
      && letters.allSatisfy { isSymbol($0) || "ˉˊˇˋ˙˪˫".unicodeScalars.contains($0.scalar) }
  }

  private static func string(_ letters: [Letter]) -> String {
    String(String.UnicodeScalarView(letters.map(\.scalar)))
  }

  private static func letters(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> [Letter] {
    var letters: [Letter] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let isEscaped = scalars[place] == "\\" && place + 1 < range.upperBound
      if isEscaped { place += 1 }
      letters.append(Letter(scalar: scalars[place], place: place, isEscaped: isEscaped))
      place += 1
    }
    return letters
  }
}
