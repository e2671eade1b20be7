import WritingSystems

// Where the head of a report ends: lines that look like its own but begin the text.
extension Titles {
  /// Whether an editor's note of some sentences stands above a title, as bulletins have it.
  static func isNoteAboveTitle(_ lines: [Line], _ index: Int) -> Bool {
    let note = lines[index].text.scalars
    guard ParagraphKind.isEditorsNote(note), note.contains("。"), index + 1 < lines.count else {
      return false
    }
    let title = lines[index + 1]
    guard title.role == .text, title.blankBefore > 0, mayBeTitle(title), !beginsText(title) else {
      return false
    }
    // A heading of the text has its text right below.
    return index + 2 < lines.count
      && (isMarkedSubtitle(lines[index + 2]) || lines[index + 2].blankBefore > 0)
  }

  /// Whether a line below a title begins the text: the first day of a chronicle, the first hour of a
  /// timetable, a list of contents, the heading of an editor's note.
  static func beginsText(_ line: Line) -> Bool {
    let scalars = line.text.scalars
    if isMarkedSubtitle(line) { return false }
    let shown = scalars.filter { !$0.isSpace && !"【】〔〕[]：:".unicodeScalars.contains($0) }
      .prefix(24).map { MatchingKey.simplified($0) }
    if headsText.contains(where: { shown.elementsEqual($0.unicodeScalars) }) { return true }
    let leaders = scalars.count { $0 == "…" || $0 == "." || $0 == "·" }
    if leaders >= 3, scalars.last?.decimalDigit != nil { return true }
    return beginsWithDay(scalars) || beginsWithHour(scalars)
  }

  private static let headsText = [
    "目录", "目次", "本期目录", "本期要目", "要目", "本期导读", "导读", "内容提要", "内容摘要", "摘要", "提要", "导语", "引言",
    "前言", "议程", "日程", "会议议程", "会议日程", "日程安排", "编者按", "编者的话", "按语", "本刊按", "编按", "开栏语",
    "开栏的话", "卷首语", "编后",
  ]

  /// 1月5日, 5日　县委…; a day with its year may be when it was written.
  private static func beginsWithDay(_ scalars: [Unicode.Scalar]) -> Bool {
    if let day = DateReading.dayWithoutYear(scalars, at: 0) {
      return day.end == scalars.count || scalars[day.end] != "在"
    }
    let digits = scalars.prefix(3).prefix { $0.decimalDigit != nil }
    guard (1...2).contains(digits.count), digits.count < scalars.count, scalars[digits.count] == "日"
    else { return false }
    let next = scalars.dropFirst(digits.count + 1).first
    return next.map { $0.isSpace || !$0.isHan || $0 == "至" } ?? true
  }

  /// 9:00　开幕, 9时30分, 14：00—15：00　讨论.
  private static func beginsWithHour(_ scalars: [Unicode.Scalar]) -> Bool {
    let digits = scalars.prefix(3).prefix { $0.decimalDigit != nil }
    let rest = scalars.dropFirst(digits.count)
    guard (1...2).contains(digits.count), let mark = rest.first else { return false }
    if mark == "时" || mark == "時" { return true }
    return (mark == ":" || mark == "：")
      && rest.dropFirst().prefix(2).count { $0.decimalDigit != nil } == 2
  }
}
