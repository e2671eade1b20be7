import WritingSystems

/// Lines that stand behind the text of a report: notes, remarks, whom to ask, who gets a copy.
struct ClosingMatter {
  /// The kinds of the lines that are known by it.
  private(set) var kinds: [Int: Report.Paragraph.Kind] = [:]

  init(_ lines: [Line], attachments: Attachments) {
    for index in attachments.lists { kinds[index] = .attachment }
    for index in ContentsList.lines(of: lines) { kinds[index] = .item }
    readNotes(lines)
    readRemarks(lines, before: attachments.start ?? lines.count)
    readTableHeads(lines)
    for index in PictureCaptions.lines(lines) where kinds[index] == nil { kinds[index] = .caption }
  }

  /// A label (注释：, 资料来源：) and the numbered lines that count on below it, or, where it stands
  /// alone, the paragraph below it.
  private mutating func readNotes(_ lines: [Line]) {
    var index = 0
    while index < lines.count {
      let scalars = lines[index].text.scalars
      guard kinds[index] == nil, !lines[index].isTabular,
        ParagraphKind.labelled(scalars) == .note
      else {
        index += 1
        continue
      }
      kinds[index] = .note
      let isAlone = scalars.last == "：" || scalars.last == ":"
      let colon = scalars.firstIndex { $0 == "：" || $0 == ":" } ?? 0
      var value = HeadingMark(Array(scalars[(colon + 1)...])).map(\.value) ?? 0
      index += 1
      let first = index
      while index < lines.count, kinds[index] == nil, !lines[index].isTabular,
        let mark = HeadingMark(lines[index].text.scalars), mark.value == value + 1,
        mark.system >= .digit, isAlone || value > 0
      {
        kinds[index] = .note
        value = mark.value
        index += 1
      }
      let mayTakeNext =
        isAlone && index == first && index < lines.count && kinds[index] == nil
        && lines[index].form == .plain && HeadingMark(lines[index].text.scalars) == nil
        && ParagraphKind.labelled(lines[index].text.scalars) == nil
      if mayTakeNext {
        kinds[index] = .note
        index += 1
      }
    }
  }

  /// Contacts and lists of those who get a copy, in the last lines.
  private mutating func readRemarks(_ lines: [Line], before end: Int) {
    let deepest = 12
    for index in lines.indices.prefix(end).suffix(deepest)
    where kinds[index] == nil && lines[index].form == .plain && !lines[index].isTabular {
      if Self.isRemark(lines[index].text.scalars) { kinds[index] = .note }
    }
  }

  /// 单位：万元 between a caption and a table, or right above a table.
  private mutating func readTableHeads(_ lines: [Line]) {
    for index in lines.indices.dropLast()
    where !lines[index].isTabular && ParagraphKind.isTableUnit(lines[index].text.scalars) {
      let isAbove = lines[index + 1].isTabular || lines[index + 1].form == .image
      let isBelowCaption =
        index > 0 && ParagraphKind.labelled(lines[index - 1].text.scalars) == .caption
      if isAbove || isBelowCaption { kinds[index] = .caption }
    }
  }

  /// Whether a line says whom to ask (联系人：), who gets a copy (抄送：), who printed it (…印发), or is
  /// a remark in brackets.
  static func isRemark(_ scalars: [Unicode.Scalar]) -> Bool {
    if ParagraphKind.isBracketedNote(scalars) { return true }
    guard scalars.count <= 200 else { return false }
    let shown = scalars.filter { !$0.isSpace && $0 != "（" && $0 != "(" }.prefix(12)
      .map { MatchingKey.simplified($0.narrowed) }
    if labels.contains(where: { shown.starts(with: $0) }) { return true }
    return isPrinter(scalars)
  }

  /// 某某办公室　2025年3月10日印发, 共印80份.
  private static func isPrinter(_ scalars: [Unicode.Scalar]) -> Bool {
    let shown = scalars.filter { !$0.isSpace }.map { MatchingKey.simplified($0) }
    guard shown.count <= 50, !shown.contains("。") else { return false }
    let isCount =
      (shown.starts(with: "共印".unicodeScalars) || shown.starts(with: "（共印".unicodeScalars))
      && shown.contains("份")
    let isIssue = shown.suffix(2).elementsEqual("印发".unicodeScalars)
    return isCount || (isIssue && DateReading.first(in: scalars)?.date.day != nil)
  }

  private static let labels: [[Unicode.Scalar]] = [
    "主题词:", "联系人:", "联系人及", "联系电话:", "联系方式:", "联络人:", "联系单位:", "咨询电话:", "抄送:", "抄报:", "主送:",
    "分送:", "报送:", "发送:", "呈报:", "送:", "报:", "发:", "本期送:", "本期发:", "印发范围:", "公开方式:", "信息公开选项:",
    "此件公开发布", "此件主动公开", "此件依申请公开",
  ].map { Array($0.unicodeScalars) }
}
