import Diagnostics

/// Joins lines that were broken by the width of a page or of mail.
///
/// A report is taken to be wrapped when many of its lines reach one same width without ending a
/// sentence; a report whose lines are paragraphs never is.
enum HardWraps {
  /// Columns, a Han character taking two: nobody wraps wider.
  private static let widest = 120
  /// A full line ends at most this many columns before the widest: one Han character and a mark
  /// that might not begin the next line.
  private static let slack = 4
  private static let fewestFullLines = 4

  static func join(_ lines: [Line], log: inout CleaningLog) -> [Line] {
    let widths = lines.map {
      $0.role == .text && $0.form == .plain && !$0.isTabular ? columns($0) : 0
    }
    guard let width = widths.max(), width >= 40, width <= widest else { return lines }
    let full = widths.map { $0 >= width - slack }
    let broken = lines.indices.count { full[$0] && !endsParagraph(lines[$0]) }
    guard broken >= fewestFullLines, broken * 3 >= lines.count else { return lines }
    let usesIndents = lines.count { $0.indent > 1 } >= 2
    var joined: [Line] = []
    for (index, line) in lines.enumerated() {
      let continues =
        index > 0 && full[index - 1] && line.blankBefore == 0 && line.role == .text
        && line.form == .plain
        && (usesIndents ? line.indent == 0 : !endsParagraph(lines[index - 1]))
        && HeadingMark(line.text.scalars) == nil
      if continues, let last = joined.popLast() {
        joined.append(join(last, line, log: &log))
      } else {
        joined.append(line)
      }
    }
    return joined
  }

  /// One line out of two, with a space where Latin words would run together.
  static func join(_ first: Line, _ second: Line, log: inout CleaningLog) -> Line {
    var line = first
    let needsSpace =
      first.text.scalars.last?.isASCIIAlphanumeric ?? false
      && second.text.scalars.first?.isASCIIAlphanumeric ?? false
    line.text = first.text.joined(
      with: second.text,
      by: needsSpace ? " " : "",
      at: second.start,
      log: &log
    )
    return line
  }

  private static func endsParagraph(_ line: Line) -> Bool {
    guard let last = line.text.scalars.last(where: { !$0.isQuotationMark && $0 != "）" }) else {
      return true
    }
    return last.endsSentence || last == "：" || last == "；"
  }

  private static func columns(_ line: Line) -> Int {
    guard line.text.count <= widest else { return widest + 1 }
    return line.indent * 2 + line.text.scalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
  }
}

extension Strand {
  /// Two lines as one; the line end between them is repaired and listed.
  func joined(
    with next: Strand,
    by separator: String,
    at start: Int,
    log: inout CleaningLog
  ) -> Strand {
    let end = ends.last.map(Int.init) ?? start
    let place = Span(file: file, start: min(end, start), end: start)
    log.repair(.wrap, from: "\n", to: separator, at: place, by: .hardWraps)
    var result = self
    result.append(separator.unicodeScalars, standingFor: place)
    result.append(next)
    return result
  }
}
