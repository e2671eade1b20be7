import FoundationEssentials

/// One line of a table of cases: a text, a measure and a style, and the lines they must make.
///
/// `Tests/Cases/README.md` explains the notation.
package struct CompositionCase: Sendable, CustomStringConvertible {
  /// `widths.cases:12`.
  package let place: String
  package let text: MarkedText
  package let measure: EmPart
  /// Words such as `开明`, `strict`, `indent2`, in the order given.
  package let style: [String]
  package let lines: [ExpectedLine]
  /// The rule that asks for these lines, by its clause.
  package let clause: String

  package var description: String { "\(place) \(text.plain)｜\(measure)｜\(clause)" }

  /// The lines as they are written in tables.
  package var written: String { lines.map(\.description).joined(separator: " / ") }

  /// The width of a line, less the indent of the first.
  package func width(ofLine index: Int) -> EmPart {
    guard index == 0, let indent = style.first(where: { $0.hasPrefix("indent") }) else {
      return measure
    }
    return measure - (EmPart(indent.dropFirst(6)) ?? .zero)
  }

  /// Reads a line of a table.
  package init(_ line: String, place: String) throws {
    let fields = line.split(separator: "|", omittingEmptySubsequences: false).map {
      $0.trimmed()
    }
    guard fields.count == 5 else { throw CaseFault("\(place): five fields are wanted") }
    guard let measure = EmPart(fields[1]) else { throw CaseFault("\(place): \(fields[1])?") }
    self.place = place
    text = MarkedText(fields[0])
    self.measure = measure
    style = fields[2].split(separator: " ").map(String.init)
    lines = try fields[3].components(separatedBy: " / ").map { try ExpectedLine($0, place: place) }
    clause = String(fields[4])
    guard !clause.isEmpty else { throw CaseFault("\(place): no clause is cited") }
  }

  /// All cases of the tables, in the order of files and lines.
  package static func all() throws -> [CompositionCase] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Cases").path()
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return try files.filter { $0.hasSuffix(".cases") }.flatMap { file in
      let text = try String(contentsOf: URL(filePath: folder + "/" + file), encoding: .utf8)
      return try text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .filter { !$0.element.isEmpty && !$0.element.hasPrefix("#") }
        .map { try CompositionCase(String($0.element), place: "\(file):\($0.offset + 1)") }
    }
  }
}

/// A table that cannot be read.
package struct CaseFault: Error, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}

/// A text with what must not part: `{26个}` a figure, `{12万¦人}` one with the place where it may part
/// should it be too wide, `‹王小明›` a name.
///
/// `丁^1` an index at 丁; `⏎` is a forced line end; `\u{200B}` any character that does not show.
package struct MarkedText: Sendable {
  package enum Bond: Hashable, Sendable {
    case none
    /// A figure with its unit, a date, a document number, by a number of its own.
    case figure(Int)
    case name(Int)
  }

  package private(set) var characters: [Character] = []
  package private(set) var bonds: [Bond] = []
  /// The characters that belong to the one before them, as an index or the mark of a note does.
  package private(set) var attached: Set<Int> = []
  /// The characters behind which a figure may part that is too wide to stay whole.
  package private(set) var seams: Set<Int> = []

  package var plain: String { String(characters) }

  /// A text taken as it is.
  package init(characters: String) {
    self.characters = Array(characters)
    bonds = Array(repeating: .none, count: self.characters.count)
  }

  package init(_ written: some StringProtocol) {
    var bond = Bond.none
    var count = 0
    for character in Self.unescaped(written) {
      switch character {
      case "{", "‹":
        count += 1
        bond = character == "{" ? .figure(count) : .name(count)
      case "}", "›": bond = .none
      case "¦": seams.insert(characters.count - 1)
      case "^": attached.insert(characters.count)
      case "⏎":
        characters.append("\u{2028}")
        bonds.append(bond)
      default:
        characters.append(character)
        bonds.append(bond)
      }
    }
  }

  /// `\u{A0}` becomes the character.
  static func unescaped(_ text: some StringProtocol) -> String {
    let parts = text.components(separatedBy: "\\u{")
    return parts.dropFirst().reduce(parts[0]) { result, part in
      guard let end = part.firstIndex(of: "}"),
        let scalar = UInt32(part[..<end], radix: 16).flatMap(Unicode.Scalar.init)
      else { return result + "\\u{" + part }
      return result + String(Character(scalar)) + part[part.index(after: end)...]
    }
  }
}

extension StringProtocol {
  /// Without the spaces at both ends.
  package func trimmed() -> String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
