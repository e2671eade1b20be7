import FoundationEssentials
package import Geometry

/// A line as tables write it: characters, and between them what each gap gave or took.
///
/// `甲，-¼乙丙。-½`: the gap behind the comma is a quarter em narrower than it is by nature, the last
/// mark ends half an em early. ` ·+1/9` behind the line: every gap that may grow grew by a ninth
/// more. ` !+2`: the line is two ems longer than its measure, and reported.
package struct ExpectedLine: Sendable, Hashable, CustomStringConvertible {
  package internal(set) var characters: [Character] = []
  /// By how much each gap differs from its natural width: before the first character, between
  /// characters, behind the last.
  package internal(set) var changes: [EmPart] = [.zero]
  package internal(set) var even = EmPart.zero
  package internal(set) var overflow = EmPart.zero

  init() {}

  init(_ written: some StringProtocol, place: String) throws {
    var rest = MarkedText.unescaped(written.trimmed())
    overflow = try Self.take(" !+", from: &rest, place: place)
    even = try Self.take(" ·+", from: &rest, place: place)
    rest = rest.trimmed()
    while let first = rest.first {
      if let (part, count) = Self.change(at: rest) {
        changes[changes.count - 1] = changes[changes.count - 1] + part
        rest.removeFirst(count)
      } else {
        characters.append(first)
        changes.append(.zero)
        rest.removeFirst()
      }
    }
  }

  /// Takes a note such as ` ·+⅑` from the end.
  private static func take(_ sign: String, from text: inout String, place: String) throws -> EmPart
  {
    let parts = text.components(separatedBy: sign)
    guard parts.count > 1 else { return .zero }
    guard parts.count == 2, let part = EmPart(parts[1].trimmed()) else {
      throw CaseFault("\(place): \(text)?")
    }
    text = parts[0]
    return part
  }

  /// A sign and a vulgar fraction, or a sign and a part in parentheses.
  private static func change(at text: String) -> (EmPart, Int)? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let rest = text.dropFirst()
    var found: (part: EmPart, count: Int)?
    if let vulgar = rest.first.flatMap({ $0.unicodeScalars.first }).flatMap({ EmPart.vulgar[$0] }) {
      found = (vulgar, 2)
    } else if rest.first == "(", let end = rest.firstIndex(of: ")"),
      let part = EmPart(rest[..<end].dropFirst())
    {
      found = (part, rest.distance(from: rest.startIndex, to: end) + 2)
    }
    return found.map { (sign == "-" ? -$0.part : $0.part, $0.count) }
  }

  package var description: String {
    var text = Self.written(changes[0])
    for (character, change) in zip(characters, changes.dropFirst()) {
      text += Self.shown(character) + Self.written(change)
    }
    if even != .zero { text += " ·+\(even)" }
    if overflow != .zero { text += " !+\(overflow)" }
    return text
  }

  private static func written(_ change: EmPart) -> String {
    guard change != .zero else { return "" }
    let size = "\(change)"
    let isVulgar = size.count == 1 && size.unicodeScalars.allSatisfy { EmPart.vulgar[$0] != nil }
    return (change < .zero ? "-" : "+") + (isVulgar ? size : "(\(size))")
  }

  private static func shown(_ character: Character) -> String {
    guard let scalar = character.unicodeScalars.first else { return "" }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .nonspacingMark:
      return "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    case .spaceSeparator where scalar != " " && scalar != "\u{3000}":
      return "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default: return String(character)
    }
  }

  /// How wide the line is by what is written.
  package func width(advances: [EmPart]) -> EmPart {
    let natural = advances.reduce(.zero, +)
    let gaps = characters.indices.dropLast().map { index in
      NominalFont.gap(between: characters[index], and: characters[index + 1])
        + (NominalFont.growsEvenly(characters, behind: index) ? even : .zero)
    }
    return (gaps + changes).reduce(natural, +)
  }
}

/// A line as it was composed: where each character stands.
package struct PlacedLine: Sendable {
  package struct Place: Sendable {
    package var character: Character
    /// From the line's start to the character's origin.
    package var x: Length
    package var advance: Length

    package init(_ character: Character, x: Length, advance: Length) {
      self.character = character
      self.x = x
      self.advance = advance
    }
  }

  package var places: [Place]
  /// To the end of what is seen; nil where it is not known.
  package var width: Length?
  package var overflow: Length

  package init(_ places: [Place], width: Length?, overflow: Length) {
    self.places = places
    self.width = width
    self.overflow = overflow
    while let last = self.places.last, last.character == " " || last.character == "\u{2028}" {
      self.places.removeLast()
    }
  }

  /// What each gap gave or took beyond its nominal width.
  private func changes(em: Length) -> [Length] {
    guard let first = places.first, let last = places.last else { return [.zero] }
    let between = zip(places, places.dropFirst()).map { a, b in
      b.x - a.x - a.advance
        - NominalFont.gap(between: a.character, and: b.character).length(em: em)
    }
    let end = width.map { $0 - last.x - last.advance }
    return [first.x] + between + [end ?? .zero]
  }

  /// Whether the line is the expected one, to a tolerance.
  package func matches(_ expected: ExpectedLine, em: Length, tolerance: Length) -> Bool {
    let isSame = { (length: Length, part: EmPart) in
      let distance = length - part.length(em: em)
      return max(distance, -distance) <= tolerance
    }
    guard places.map(\.character) == expected.characters else { return false }
    guard width == nil || isSame(overflow, expected.overflow) else { return false }
    let found = changes(em: em)
    return found.indices.allSatisfy { index in
      if index == found.count - 1 && width == nil { return true }
      let inner = index > 0 && index < found.count - 1
      let grows = inner && NominalFont.growsEvenly(expected.characters, behind: index - 1)
      return isSame(found[index], expected.changes[index] + (grows ? expected.even : .zero))
    }
  }

  /// The line in the notation of tables.
  package func written(em: Length, tolerance: Length) -> ExpectedLine {
    let part = { (length: Length) in
      max(length, -length) <= tolerance ? .zero : EmPart(length, em: em, tolerance: tolerance)
    }
    var line = ExpectedLine()
    let found = changes(em: em)
    let characters = places.map(\.character)
    let growing = places.indices.dropLast().filter {
      NominalFont.growsEvenly(characters, behind: $0)
    }
    let even = max(.zero, growing.map { found[$0 + 1] }.min() ?? .zero)
    line.even = part(even)
    line.overflow = part(overflow)
    line.characters = characters
    line.changes = found.enumerated().map { index, change in
      part(index > 0 && growing.contains(index - 1) ? change - even : change)
    }
    return line
  }
}
