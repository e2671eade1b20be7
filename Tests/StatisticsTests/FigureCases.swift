import Foundation
import Statistics
import WritingSystems

/// The development set: sentences of our own writing and the figures in them.
///
/// The files of `Tests/Figures` hold a sentence a line; the indented lines after it are its
/// figures, all of them, labelled by hand in the notation of `FigureNotation`.
enum FigureCases {
  struct Case: Sendable {
    var text: String
    var figures: [Label] = []
  }

  /// A figure as a person labelled it.
  struct Label: Sendable {
    var line: String
    var quote: String
    var kind: Figure.Kind
    /// Value and unit as the notation writes them.
    var value: String
    var unit: String
    var base = "-"
    var approximate = "-"
    var change = "none"
    var comparison = "none"
    var isCumulative = false
    var indicator: String
    /// Where the quote stands in the sentence, in scalars.
    var range: Range<Int>
  }

  static let all: [Case] = names.flatMap(read)

  private static let names = [
    "office", "communiques", "administration", "sectors", "forms", "nothing", "wider",
  ]

  private static func read(_ name: String) -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Figures/\(name).txt")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    var cases: [Case] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("  ") {
        let last = cases.count - 1
        if let label = label(line.dropFirst(2), in: cases[last]) {
          cases[last].figures.append(label)
        }
      } else {
        cases.append(Case(text: String(line)))
      }
    }
    return cases
  }

  /// Reads a line of the notation; nil traps in the test that counts labels.
  static func label(_ line: Substring, in sentence: Case) -> Label? {
    guard let opening = line.lastIndex(of: "<"), line.hasSuffix(">") else { return nil }
    let words = line[..<opening].split(separator: " ")
    guard let place = words.firstIndex(where: { Figure.Kind(rawValue: String($0)) != nil }),
      let kind = Figure.Kind(rawValue: String(words[place])), place > 0, words.count > place + 2
    else { return nil }
    let quote = words[..<place].joined(separator: " ")
    guard let range = range(of: quote, in: sentence) else { return nil }
    var label = Label(
      line: String(line),
      quote: quote,
      kind: kind,
      value: String(words[place + 1]),
      unit: String(words[place + 2]),
      indicator: String(line[opening...].dropFirst().dropLast()),
      range: range
    )
    for word in words[(place + 3)...].map(String.init) {
      if word.hasPrefix("=") { label.base = String(word.dropFirst()) }
      if Figure.Approximation(rawValue: word) != nil { label.approximate = word }
      if Figure.Change(rawValue: word) != nil { label.change = word }
      if Figure.Comparison(rawValue: word) != nil { label.comparison = word }
      if word == "cumulative" { label.isCumulative = true }
    }
    return label
  }

  /// The first place of a quote after the label before it, else inside that label (a date in a
  /// change), else before it.
  private static func range(of quote: String, in sentence: Case) -> Range<Int>? {
    let text = Array(sentence.text.unicodeScalars)
    let wanted = Array(quote.unicodeScalars)
    let before = sentence.figures.last?.range ?? 0..<0
    let starts = [
      before.upperBound..<text.count, before.lowerBound..<before.upperBound, 0..<before.lowerBound,
    ]
    return starts.joined().first { text[$0...].starts(with: wanted) }.map {
      $0..<($0 + wanted.count)
    }
  }
}
