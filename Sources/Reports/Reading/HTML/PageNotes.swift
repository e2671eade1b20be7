import Containers
import WritingSystems

/// The footnotes and endnotes of a page that a word processor saved.
///
/// LibreOffice and Word put the notes below the text and lead from mark to note and back; a report
/// has them below the paragraph that refers to them, as from a document.
struct PageNotes {
  struct Mark {
    let text: String
    /// The note, by its place among those of the page.
    let note: Int
    let isReference: Bool
  }

  private let page: Page
  /// The notes by the addresses of their marks.
  private var notes: [String: Int] = [:]
  private var marks: [Int: Mark] = [:]
  private var notesAround: [Int: Int] = [:]

  init(_ page: Page) {
    self.page = page
    findReferences()
    if !notes.isEmpty { findNotes() }
  }

  /// The mark that a text is or is a part of; a mark in several texts stands for the first.
  func mark(at text: Int) -> Mark? { marks.isEmpty ? nil : marks[text] }

  /// The note that a node stands in.
  func note(around node: Int) -> Int? { notesAround[node] }

  /// `sdfootnote1sym`, `_ftn1`: what a link to a note leads to.
  private static func isTarget(_ name: Substring) -> Bool {
    let isOpen = name.hasPrefix("sdfootnote") || name.hasPrefix("sdendnote")
    let isWord = name.hasPrefix("_ftn") || name.hasPrefix("_edn")
    return (isOpen && name.hasSuffix("sym"))
      || (isWord && name.last?.isNumber == true
        && !name.contains("ref"))
  }

  private mutating func findReferences() {
    for node in page.tree.nodes.indices where page.tree.nodes[node].name == "a" {
      guard let address = page.tree.value("href", of: node), address.first == "#",
        Self.isTarget(address.dropFirst())
      else { continue }
      let name = String(address.dropFirst())
      let note = notes[name] ?? notes.count
      notes[name] = note
      setMark(of: node, Mark(text: Self.text(of: note), note: note, isReference: true))
    }
  }

  private mutating func findNotes() {
    var rooms: [Int: Int] = [:]
    for node in page.tree.nodes.indices where page.tree.nodes[node].name == "a" {
      guard let name = page.tree.value("name", of: node) ?? page.tree.value("id", of: node),
        let note = notes[name]
      else { continue }
      setMark(of: node, Mark(text: Self.text(of: note), note: note, isReference: false))
      if let room = division(around: node) ?? page.contexts[node].block { rooms[room] = note }
    }
    for node in page.tree.nodes.indices {
      let outer = page.tree.nodes[node].parent.flatMap { notesAround[$0] }
      if let note = rooms[node] ?? outer { notesAround[node] = note }
    }
  }

  private func division(around node: Int) -> Int? {
    var next = page.tree.nodes[node].parent
    while let element = next, page.tree.nodes[element].name != "div" {
      next = page.tree.nodes[element].parent
    }
    return next
  }

  private static func text(of note: Int) -> String { Numerals.circled(note + 1) ?? "(\(note + 1))" }

  private mutating func setMark(of link: Int, _ mark: Mark) {
    let texts = page.nodes(of: link).filter { page.amounts[$0].characters > 0 }
      .filter { page.tree.nodes[$0].isText }
    for (place, text) in texts.enumerated() {
      marks[text] = place == 0 ? mark : Mark(text: "", note: mark.note, isReference: false)
    }
  }

  /// The lines of the text with the notes below those that refer to them.
  static func placed(_ lines: [(PageLine, Line)], _ notes: [PageLine]) -> [Line] {
    guard !notes.isEmpty else { return lines.map(\.1) }
    let places = Dictionary(grouping: notes.indices) { notes[$0].note }
    var isPlaced = Array(repeating: false, count: notes.count)
    var placed: [Line] = []
    for (shown, line) in lines {
      placed.append(line)
      for place in shown.references.flatMap({ places[$0] ?? [] }) where !isPlaced[place] {
        placed.append(notes[place].line(as: .note))
        isPlaced[place] = true
      }
    }
    return placed + notes.indices.filter { !isPlaced[$0] }.map { notes[$0].line(as: .note) }
  }
}

/// How a browser shows the numbers of a list (HTML Standard, 4.4.5; CSS Counter Styles 3, 6 and 7).
enum PageList {
  /// The number with the mark behind it; nil for a list that shows none.
  static func label(_ number: Int, of list: Int, _ page: Page) -> String? {
    if let style = page.tree.value("style", of: list)?.lowercased().filter({ !$0.isWhitespace }),
      let place = style.firstRange(of: "list-style")
    {
      let value = style[place.upperBound...].prefix { $0 != ";" }.drop { $0 != ":" }.dropFirst()
      switch value {
      case "none", "disc", "circle", "square": return nil
      case "cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal":
        return Numerals.hanzi(number) + "、"
      default:
        if let format = styles[String(value)] { return NumberFormat.text(number, as: format) + "." }
      }
    }
    let type = page.tree.value("type", of: list) ?? "1"
    return NumberFormat.text(number, as: types[type] ?? "decimal") + "."
  }

  private static let types = [
    "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
  ]

  private static let styles = [
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
    "cjk-heavenly-stem": "ideographTraditional", "cjk-earthly-branch": "ideographZodiac",
  ]
}
