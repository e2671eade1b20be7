import WritingSystems

/// Who signed a report and when: the short lines above a date at its end, 署名 and 成文日期
/// (GB/T 9704-2012, 7.3.5).
struct Signature {
  /// The lines of the signature.
  let lines: Range<Int>
  let date: PartialDate?
  /// The line that names who signed, and its scalars that do.
  private(set) var organisation: (line: Int, range: Range<Int>)?

  /// Organs have names no longer than this; 中华人民共和国… and its like fit.
  private static let longestName = 30
  private static let mostOrgans = 5

  /// Finds the signature at the end of some lines; only remarks and attachments may follow it.
  ///
  /// Claimed lines are those known to be attachments or notes.
  init?(_ lines: [Line], before end: Int, claimed: Set<Int>) {
    var index = end - 1
    while index >= 0, Self.mayFollow(lines[index], isClaimed: claimed.contains(index)) {
      index -= 1
    }
    guard index >= 0, let last = Self.lastLine(lines, index) else { return nil }
    var first = index
    while first > 0, index - first < Self.mostOrgans {
      let line = lines[first - 1]
      let isOrgan = !claimed.contains(first - 1) && Self.isOrgan(line.text.scalars, line)
      guard isOrgan || (first > 1 && Self.isSeal(line.text.scalars)) else { break }
      first -= 1
    }
    self.lines = first..<(index + 1)
    date = last.date
    if first < index {
      let shown = (first..<index).first {
        !Self.isSeal(lines[$0].text.scalars) && !Self.isPerson(lines[$0].text.scalars)
      }
      organisation = shown.map { ($0, Self.name(lines[$0].text.scalars)) }
    } else if let name = last.name {
      organisation = (index, name)
    }
  }

  /// A signature above a text that was sent along: organ and date, each on a line, below a sentence.
  static func inside(_ lines: [Line], before end: Int, claimed: Set<Int>) -> [Signature] {
    var found: [Signature] = []
    var hasText = false
    for index in lines.indices.prefix(end) {
      let scalars = lines[index].text.scalars
      if hasText, index > 0, lines[index].form == .plain, !claimed.contains(index),
        isSigned(lines, index, claimed: claimed),
        let one = Signature(lines, before: index + 1, claimed: claimed)
      {
        found.append(one)
        hasText = false
      }
      hasText = hasText || scalars.last?.endsSentence ?? false
    }
    return found
  }

  /// Whether a line ends a signature: a day below an organ, or both on it.
  private static func isSigned(_ lines: [Line], _ index: Int, claimed: Set<Int>) -> Bool {
    if ParagraphKind.date(lines[index].text.scalars)?.day != nil {
      return index > 0 && !claimed.contains(index - 1)
        && isOrgan(lines[index - 1].text.scalars, lines[index - 1])
    }
    return lastLine(lines, index).map { $0.date?.day != nil && $0.name != nil } ?? false
  }

  /// An organ and its day right below the title, where the text begins: who published, and when.
  static func head(_ lines: [Line]) -> Signature? {
    for end in lines.indices.dropLast().prefix(2) where isSigned(lines, end, claimed: []) {
      guard end == 0 || isOrgan(lines[0].text.scalars, lines[0]),
        let one = Signature(lines, before: end + 1, claimed: []), one.lines.lowerBound == 0
      else { continue }
      return one
    }
    return nil
  }

  /// The last line of a signature: a date, an organ with a date, or an organ far to the right.
  private static func lastLine(
    _ lines: [Line],
    _ index: Int
  ) -> (date: PartialDate?, name: Range<Int>?)? {
    let scalars = lines[index].text.scalars
    guard lines[index].form == .plain else { return nil }
    if let date = ParagraphKind.date(scalars) { return (date, nil) }
    if dayAlone(scalars) {
      return index > 0 && isOrgan(lines[index - 1].text.scalars, lines[index - 1])
        ? (nil, nil) : nil
    }
    if scalars.count <= longestName + 14, let day = trailingDate(scalars) {
      let head = Array(scalars[..<day.range.lowerBound])
      guard head.last?.isSpace ?? false, isOrgan(head, lines[index]) else { return nil }
      return (day.date, name(head))
    }
    let isRight = lines[index].indent >= 8
    guard isRight, index > 0, isOrgan(scalars, lines[index]) else { return nil }
    return (nil, name(scalars))
  }

  private static func trailingDate(_ scalars: [Unicode.Scalar]) -> DateReading? {
    guard let found = DateReading.first(in: scalars), found.date.day != nil,
      found.range.lowerBound > 0, found.range.upperBound == scalars.count
    else { return nil }
    return found
  }

  /// 3月10日, without its year.
  private static func dayAlone(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.count <= 8 && DateReading.dayWithoutYear(scalars, at: 0)?.end == scalars.count
  }

  private static func mayFollow(_ line: Line, isClaimed: Bool) -> Bool {
    let scalars = line.text.scalars
    return isClaimed || line.role != .text || line.isTabular || line.form == .image
      || ParagraphKind.labelled(scalars) != nil || ClosingMatter.isRemark(scalars)
      || isSeal(scalars)
  }

  private static func isOrgan(_ scalars: [Unicode.Scalar], _ line: Line) -> Bool {
    line.role == .text && !line.isTabular && line.form == .plain
      && scalars.count <= longestName && HeadingMark(scalars) == nil
      && !scalars.contains { $0.isTextMark || $0 == "：" || $0 == ":" }
      && scalars.contains(where: \.isHan) && ParagraphKind.labelled(scalars) == nil
  }

  /// （印章）, （盖章）: where the seal stands.
  static func isSeal(_ scalars: [Unicode.Scalar]) -> Bool {
    let shown = scalars.prefix(8).filter { !"（()）[]［］【】 ".unicodeScalars.contains($0) }
      .map { MatchingKey.simplified($0) }
    return scalars.count <= 8
      && ["印章", "盖章", "公章", "加盖公章", "章", "印"].contains { $0.unicodeScalars.elementsEqual(shown) }
  }

  /// 省长　某某: who holds an office signs for the organ, but is none.
  private static func isPerson(_ scalars: [Unicode.Scalar]) -> Bool {
    let parts = scalars.split(whereSeparator: \.isSpace)
    let offices = ["总理", "省长", "市长", "县长", "区长", "主席", "部长", "局长", "主任", "厅长", "书记"]
    guard let office = parts.first?.map({ MatchingKey.simplified($0) }), parts.count > 1 else {
      return false
    }
    return offices.contains { office.suffix(2).elementsEqual($0.unicodeScalars) }
  }

  /// The first of several organs on a line, without the word for its seal.
  private static func name(_ scalars: [Unicode.Scalar]) -> Range<Int> {
    var end = scalars.count
    if let bracket = scalars.lastIndex(where: { $0 == "（" || $0 == "(" }),
      bracket > 0, isSeal(Array(scalars[bracket...]))
    {
      end = bracket
    }
    var start = 0
    while start < end, scalars[start].isSpace { start += 1 }
    let shortest = 4
    let gap = (start..<end).first { index in
      scalars[index].isSpace && index - start >= shortest && end - index > shortest
    }
    end = gap ?? end
    while end > start, scalars[end - 1].isSpace { end -= 1 }
    return Masthead.withoutDeed(start..<end, of: scalars)
  }
}
