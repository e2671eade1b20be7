import WritingSystems

/// What kind of paragraph a line is, by its own words.
enum ParagraphKind {
  /// The kind that a label at the beginning says: 附件：, 注：, 图1, 附表：.
  static func labelled(_ scalars: [Unicode.Scalar]) -> Report.Paragraph.Kind? {
    guard let first = scalars.first, isFirstOfLabel(MatchingKey.simplified(first)) else {
      return nil
    }
    let start = scalars.prefix(12).map { MatchingKey.simplified($0.narrowed) }
    func begins(_ word: String) -> Bool { start.starts(with: word.unicodeScalars) }
    let rest = start.drop { $0.isHan }.drop { $0.isSpace }
    let afterNumber = rest.drop { $0.isASCIIDigit }
    let hasNumber = afterNumber.count < rest.count
    let hasColon = afterNumber.first == ":"
    if begins("附件"), hasColon || (hasNumber && start.count - rest.count == 2) { return .attachment }
    if begins("附:") || AttachmentLabel(scalars)?.isAlone ?? false { return .attachment }
    if begins("附表") || begins("附图"), hasColon || hasNumber { return .caption }
    if isNumberedCaption(start) { return .caption }
    return noteLabels.contains(where: begins) ? .note : nil
  }

  /// What the labels below begin with; most lines begin with something else.
  private static func isFirstOfLabel(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "附", "图", "表", "注", "备", "数", "资", "指": true
    default: false
    }
  }

  private static let noteLabels = [
    "注:", "注1", "注释:", "备注:", "附注:", "数据来源:", "资料来源:", "数据说明:", "指标解释:", "注 :",
  ]

  /// 图1 某图, 表 2 某表, 表一：某表, 图1-2 某图; 表1显示 and 图1所示 are words of a sentence.
  private static func isNumberedCaption(_ start: [Unicode.Scalar]) -> Bool {
    guard let first = start.first, first == "图" || first == "表" else { return false }
    let rest = start.dropFirst().drop { $0.isSpace }
    let number = rest.prefix { scalar in
      scalar.isASCIIDigit || scalar == "-" || scalar == "."
        || "一二三四五六七八九十".unicodeScalars.contains(scalar)
    }
    guard number.first.map({ $0 != "-" && $0 != "." }) ?? false else { return false }
    guard let next = rest.dropFirst(number.count).first else { return true }
    if number.allSatisfy(\.isHan) { return next.isSpace || next == ":" }
    return !"为是显所中可和与、,，示反".unicodeScalars.contains(next)
  }

  /// 单位：万元, which stands above a table and belongs to it.
  static func isTableUnit(_ scalars: [Unicode.Scalar]) -> Bool {
    let shown = scalars.prefix(30).filter { !$0.isSpace && $0 != "（" && $0 != "(" }
      .map { MatchingKey.simplified($0.narrowed) }
    let labels = ["单位:", "计量单位:", "金额单位:", "货币单位:"]
    return scalars.count <= 24 && !scalars.contains("。")
      && labels.contains { shown.starts(with: $0.unicodeScalars) }
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

  /// 编者按：…, 按：…, 【编者按】….
  static func isEditorsNote(_ scalars: [Unicode.Scalar]) -> Bool {
    let shown = scalars.prefix(8).filter { !$0.isSpace && !"【】〔〕[]".unicodeScalars.contains($0) }
      .map { MatchingKey.simplified($0.narrowed) }
    return ["编者按", "按:", "按语:", "编者的话"].contains { shown.starts(with: $0.unicodeScalars) }
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
    guard scalars.count <= 24, let reading = DateReading(scalars, at: 0),
      reading.range.upperBound == scalars.count, reading.date.month != nil
    else { return nil }
    return reading.date
  }
}
