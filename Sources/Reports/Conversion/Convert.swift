import Diagnostics

/// Turns the lines of a report into the other script, run by run, so that places survive.
///
/// OpenCC's C door gives a string without places. Lines are converted whole, for the context of
/// phrases, and then aligned: a line of the same length keeps each scalar's place; in any other
/// only the run that differs stands for its source as a whole.
struct Conversion {
  /// Converts a text; line ends stay as they are.
  let convert: (String) throws(MachineFailure) -> String
  let exceptions: ScriptExceptions

  func callAsFunction(_ lines: [Line]) throws(MachineFailure) -> [Line] {
    // The file of a picture has its name in its own characters.
    let runs = lines.map { line in
      line.form == .image
        ? [ScriptExceptions.Run(range: line.text.indices, isKept: true)]
        : exceptions.runs(of: line.text.scalars)
    }
    let sources = zip(lines, runs).flatMap { line, runs in
      runs.filter { !$0.isKept }.map { line.text.slice($0.range) }
    }
    var converted = try convertAll(sources)[...]
    return zip(lines, runs).map { line, runs in
      var line = line
      let source = line.text
      line.text = Strand(file: source.file)
      for run in runs {
        let next = run.isKept ? source.slice(run.range) : converted.removeFirst()
        line.text.append(next)
      }
      return line
    }
  }

  /// All runs in one call: the library's cost is by the call.
  private func convertAll(_ sources: [Strand]) throws(MachineFailure) -> [Strand] {
    let whole = try convert(sources.map(\.string).joined(separator: "\n"))
    let parts = whole.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    precondition(
      parts.count == max(1, sources.count),
      "a line has no line end and conversion adds none, so that lines and results are as many"
    )
    var result: [Strand] = []
    for (source, part) in zip(sources, parts) { result.append(try align(source, Array(part))) }
    return result
  }

  private func align(
    _ source: Strand,
    _ converted: [Unicode.Scalar]
  ) throws(MachineFailure) -> Strand {
    if converted.count == source.count {
      return source.applying([Edit(range: source.indices, replacement: converted)])
    }
    var result = Strand(file: source.file)
    for phrase in phrases(of: source) {
      let part = source.slice(phrase)
      let changed = Array(try convert(part.string).unicodeScalars)
      result.append(alignPhrase(part, changed))
    }
    return result
  }

  /// Aligns the like beginning and end of a phrase; what is between stands as a whole.
  private func alignPhrase(_ source: Strand, _ converted: [Unicode.Scalar]) -> Strand {
    guard converted.count != source.count else {
      return source.applying([Edit(range: source.indices, replacement: converted)])
    }
    let most = min(source.count, converted.count)
    let head = zip(source.scalars, converted).prefix { $0 == $1 }.count
    let tail = zip(source.scalars.reversed(), converted.reversed())
      .prefix(max(0, most - head - 1)).prefix { $0 == $1 }.count
    let middle = head..<(source.count - tail)
    guard !middle.isEmpty else {
      return source.applying([Edit(range: source.indices, replacement: converted)])
    }
    let replacement = Array(converted[head..<(converted.count - tail)])
    return source.applying([Edit(range: middle, replacement: replacement)])
  }

  /// The stretches between marks; no phrase of a dictionary reaches over one.
  private func phrases(of source: Strand) -> [Range<Int>] {
    var phrases: [Range<Int>] = []
    var start = 0
    for index in source.indices where !source.scalars[index].isHan {
      if index > start { phrases.append(start..<index) }
      phrases.append(index..<(index + 1))
      start = index + 1
    }
    if start < source.count { phrases.append(start..<source.count) }
    return phrases
  }
}

/// Names of people and places that keep their characters when the script is changed.
package struct ScriptExceptions: Hashable, Sendable {
  private let names: [[Unicode.Scalar]]

  package init(names: [String] = []) {
    self.names = names.map { Array($0.unicodeScalars) }.filter { !$0.isEmpty }
      .sorted { $0.count > $1.count }
  }

  /// Reads a list: one name a line as the report writes it; `#` begins a remark.
  package init(list: String) {
    let names = list.split(whereSeparator: \.isNewline).map { line in
      line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    self.init(names: names)
  }

  struct Run: Equatable {
    let range: Range<Int>
    let isKept: Bool
  }

  /// A text as runs to convert and runs to keep; of names that begin at one place the longest.
  ///
  /// Control characters are kept too: the converter takes one for the end of its text.
  func runs(of scalars: [Unicode.Scalar]) -> [Run] {
    let byFirst = Dictionary(grouping: names) { $0[0] }
    var runs: [Run] = []
    var start = 0
    var index = 0
    while index < scalars.count {
      let name = byFirst[scalars[index]]?.first { scalars[index...].starts(with: $0) }
      let kept = name?.count ?? (scalars[index].value < 0x20 ? 1 : 0)
      if kept > 0 {
        if index > start { runs.append(Run(range: start..<index, isKept: false)) }
        runs.append(Run(range: index..<(index + kept), isKept: true))
        start = index + kept
      }
      index += max(1, kept)
    }
    if start < scalars.count { runs.append(Run(range: start..<scalars.count, isKept: false)) }
    return runs
  }
}
