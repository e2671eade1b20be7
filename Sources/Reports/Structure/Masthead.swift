import Diagnostics
import WritingSystems

/// The head of a bulletin that a report was printed in before: its name, 第10期, office and date.
///
/// It is known by the line with the issue number near the top. Office and date are read from it;
/// it is no part of the report, which gets the head of its layout.
enum Masthead {
  /// A masthead begins within so many lines of the top.
  private static let deepest = 4
  private static let longestLine = 50

  /// The number of lines it takes, from the first; 0 without one.
  static func count(_ lines: [Line]) -> Int {
    let head = lines.prefix(deepest)
    guard let issue = head.firstIndex(where: { isIssueNumber($0.text.scalars) }),
      head[..<issue].allSatisfy({ isShort($0) && $0.role == .text })
    else { return 0 }
    let next = issue + 1
    let hasOffice =
      next < lines.count && isShort(lines[next])
      && DateReading.first(in: lines[next].text.scalars)?.date.day != nil
    return hasOffice ? next + 1 : next
  }

  /// What stands before the date of a line: the office.
  static func office(in line: Strand) -> Range<Int>? {
    guard let date = DateReading.first(in: line.scalars) else { return nil }
    let before = line.scalars[..<date.range.lowerBound]
    guard let first = before.firstIndex(where: { !$0.isSpace }),
      let last = before.lastIndex(where: { !$0.isSpace }), before[last].isHan
    else { return nil }
    return first..<(last + 1)
  }

  private static func isShort(_ line: Line) -> Bool {
    line.text.count <= longestLine && !line.text.scalars.contains("。")
  }

  /// 第10期, （第十期）, 2022年第10期（总第46期）.
  private static func isIssueNumber(_ scalars: [Unicode.Scalar]) -> Bool {
    let shown = scalars.filter { !$0.isSpace }.map { $0.narrowed }
    guard shown.count <= 24, shown.contains("第"), shown.contains("期") else { return false }
    return shown.allSatisfy { scalar in
      scalar.decimalDigit != nil || (scalar.isHan && scalar.chineseDigit != nil)
        || "第期总總年十百〔〕()[]【】".unicodeScalars.contains(scalar)
    }
  }
}
