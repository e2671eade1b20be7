import WritingSystems

/// What kind of paragraph a line is, by its own words.
enum ParagraphKind {
  /// The kind that a label at the beginning says: 附件：, 注：, 图1, 附表：.
  static func labelled(_ scalars: [Unicode.Scalar]) -> Report.Paragraph.Kind? {
    let start = scalars.prefix(12).map { MatchingKey.simplified($0.narrowed) }
    func begins(_ word: String) -> Bool { start.starts(with: word.unicodeScalars) }
    let rest = start.drop { $0.isHan }.drop { $0.isSpace }
    let afterNumber = rest.drop { $0.isASCIIDigit }
    let hasNumber = afterNumber.count < rest.count
    let hasColon = afterNumber.first == ":"
    if begins("附件"), hasColon || (hasNumber && start.count - rest.count == 2) { return .attachment }
    if begins("附表") || begins("附图"), hasColon || hasNumber { return .caption }
    if begins("图") || begins("表"), start.count - rest.count == 1, hasNumber { return .caption }
    if begins("注:") || begins("备注:") || begins("注1") || begins("数据来源:") || begins("资料来源:") {
      return .note
    }
    return nil
  }

  /// A caption of a photograph ends with who took it: 本报记者 某某 摄.
  static func isPhotographCaption(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.count <= 80 && (scalars.last == "摄" || scalars.last == "攝")
  }

  /// A remark in brackets that is a line of its own: （本文有删减）.
  static func isBracketedNote(_ scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.first == "（", scalars.last == "）", scalars.count <= 60 else { return false }
    return HeadingMark(scalars) == nil && scalars.dropLast().firstIndex(of: "）") == nil
  }

  static func hasBullet(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let first = scalars.first, scalars.count > 1 else { return false }
    switch first {
    case "•", "●", "○", "■", "□", "◆", "◇", "▪", "★", "☆", "▲", "△", "※", "·": return true
    default: return (0x2460...0x2473).contains(first.value)
    }
  }

  /// A line that is nothing but a date: 二〇〇四年十月十五日.
  static func date(_ scalars: [Unicode.Scalar]) -> PartialDate? {
    guard scalars.count <= 20, let reading = DateReading(scalars, at: 0),
      reading.range.upperBound == scalars.count, reading.date.month != nil
    else { return nil }
    return reading.date
  }
}
