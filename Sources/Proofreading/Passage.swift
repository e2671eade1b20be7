import Diagnostics
import Reports
import WritingSystems

/// One stretch of a report as the checks read it: a title, a heading, a paragraph, a cell.
struct Passage {
  enum Kind {
    case title, heading, paragraph, item, cell, caption, note, signature, attachment

    /// Whether it is made of sentences, so that what only running text does can be asked of it.
    var isProse: Bool { self == .paragraph || self == .item || self == .note }
  }

  let text: SourcedText
  let kind: Kind
  /// The place in the report, for the order of findings.
  let index: Int
  /// The characters as they are written.
  let scalars: [Unicode.Scalar]
  /// The same, simplified one by one: what the rules are written in.
  let plain: [Unicode.Scalar]
  /// The numbers written in digits, in order.
  let numbers: [DigitNumber]

  init(_ text: SourcedText, _ kind: Kind, at index: Int) {
    self.text = text
    self.kind = kind
    self.index = index
    scalars = Array(text.string.unicodeScalars)
    plain = MatchingKey.simplified(scalars)
    numbers = DigitNumber.all(in: scalars)
  }

  var count: Int { plain.count }

  /// The character at an index; NUL before the first and after the last.
  func at(_ index: Int) -> Unicode.Scalar {
    plain.indices.contains(index) ? plain[index] : Self.nothing
  }

  static let nothing: Unicode.Scalar = "\u{0}"

  /// Whether a word stands at an index.
  func has(_ word: String, at index: Int) -> Bool {
    guard index >= 0 else { return false }
    var place = index
    for scalar in word.unicodeScalars {
      guard place < plain.count, plain[place] == scalar else { return false }
      place += 1
    }
    return true
  }

  func has(_ word: [Unicode.Scalar], at index: Int) -> Bool {
    guard index >= 0, index + word.count <= plain.count else { return false }
    return word.indices.allSatisfy { plain[index + $0] == word[$0] }
  }

  /// Whether a word ends right before an index.
  func has(_ word: String, before index: Int) -> Bool {
    has(word, at: index - word.unicodeScalars.count)
  }

  /// The characters of a range as they are written.
  func string(_ range: Range<Int>) -> String { String(scalars: scalars[range]) }
}

extension Passage {
  /// All passages of a report, in reading order.
  static func all(in report: Report) -> [Passage] {
    var made: [Passage] = []
    func add(_ text: SourcedText, _ kind: Kind) {
      if !text.isEmpty { made.append(Passage(text, kind, at: made.count)) }
    }
    add(report.title, .title)
    for subtitle in report.subtitle { add(subtitle, .title) }
    for section in report.sections {
      add(section.heading, .heading)
      for paragraph in section.paragraphs {
        if let rows = paragraph.rows {
          for cell in rows.joined() { add(cell, .cell) }
        } else if let kind = Kind(paragraph.kind) {
          add(paragraph.text, kind)
        }
      }
    }
    return made
  }
}

extension Passage.Kind {
  /// Nil for a picture, whose text is the name of a file.
  fileprivate init?(_ kind: Report.Paragraph.Kind) {
    switch kind {
    case .paragraph: self = .paragraph
    case .item: self = .item
    case .table: self = .cell
    case .image: return nil
    case .caption: self = .caption
    case .note: self = .note
    case .attachment: self = .attachment
    case .signature: self = .signature
    }
  }
}
