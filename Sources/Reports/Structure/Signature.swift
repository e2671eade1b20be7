import WritingSystems

/// Who signed a report and when: the short lines above a date at its end.
struct Signature {
  /// The lines of the signature, the date last.
  let lines: Range<Int>
  let date: PartialDate

  /// Organs have names no longer than this; 中华人民共和国… and its like fit.
  private static let longestName = 30
  private static let mostOrgans = 3

  /// Finds the signature in the text after an index; only remarks and attachments may follow it.
  init?(_ lines: [Line], from start: Int) {
    var index = lines.count - 1
    while index >= start, Self.mayFollow(lines[index]) { index -= 1 }
    guard index >= start, let date = ParagraphKind.date(lines[index].text.scalars) else {
      return nil
    }
    var first = index
    while first > start, index - first < Self.mostOrgans, Self.isOrgan(lines[first - 1]) {
      first -= 1
    }
    self.lines = first..<(index + 1)
    self.date = date
  }

  /// The line that names who signed, if any does.
  var organisation: Int? { lines.count > 1 ? lines.lowerBound : nil }

  private static func mayFollow(_ line: Line) -> Bool {
    let scalars = line.text.scalars
    return line.role != .text || line.isTabular || ParagraphKind.labelled(scalars) != nil
      || ParagraphKind.isBracketedNote(scalars)
  }

  private static func isOrgan(_ line: Line) -> Bool {
    let scalars = line.text.scalars
    return line.role == .text && !line.isTabular && line.form == .plain
      && scalars.count <= longestName && HeadingMark(scalars) == nil
      && !scalars.contains { $0.isTextMark || $0 == "：" } && scalars.contains(where: \.isHan)
      && ParagraphKind.labelled(scalars) == nil
  }
}
