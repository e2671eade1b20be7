import WritingSystems

/// 附件, 附件1, 附件一, 附: what a line about attachments begins with.
struct AttachmentLabel {
  /// The number, when it has one.
  let number: Int?
  let hasColon: Bool
  /// The first scalar after label and colon.
  let end: Int
  /// Whether nothing stands behind it.
  let isAlone: Bool

  init?(_ scalars: [Unicode.Scalar]) {
    guard scalars.first == "附", scalars.count <= 80 else { return nil }
    var index = 1
    let isLong = scalars.count > 1 && scalars[1] == "件"
    if isLong { index = 2 }
    while index < scalars.count, scalars[index].isSpace { index += 1 }
    let digits = scalars[index...].prefix(3).prefix {
      $0.decimalDigit != nil || ($0.isHan && ($0.chineseDigit != nil || $0 == "十"))
    }
    let value = digits.reduce(0) { $0 * 10 + ($1.decimalDigit ?? 0) }
    number = HeadingMark.chineseNumber(digits) ?? (value > 0 ? value : nil)
    index += digits.count
    while index < scalars.count, scalars[index].isSpace { index += 1 }
    hasColon = index < scalars.count && (scalars[index] == "：" || scalars[index] == ":")
    if hasColon { index += 1 }
    while index < scalars.count, scalars[index].isSpace { index += 1 }
    end = index
    isAlone = isLong && index == scalars.count
    let isLabel = hasColon || isAlone || (isLong && number != nil && digits.endIndex < index)
    // 附1：is none; 附：某表 is.
    guard isLabel, isLong || (hasColon && number == nil) else { return nil }
  }
}

/// The lines that name what is attached, and the places where attached texts begin.
struct Attachments {
  /// The lines of lists: 附件：1.某表, and 2.某册 below it.
  private(set) var lists: Set<Int> = []
  /// The first line of each attached text, with the lines of its title below.
  private(set) var texts: [Int: Range<Int>] = [:]

  init(_ lines: [Line]) {
    var index = 0
    while index < lines.count {
      guard let label = AttachmentLabel(lines[index].text.scalars), lines[index].form.kind == nil
      else {
        index += 1
        continue
      }
      let end = Self.endOfList(lines, from: index, label)
      let title = Self.title(lines, from: index, label)
      if end == index + 1, let title, Self.hasText(lines, from: title.upperBound) {
        texts[index] = title
        index = title.upperBound
      } else {
        lists.formUnion(index..<end)
        index = end
      }
    }
  }

  /// With the texts that stand below a signature without a label, each under a title of its own.
  func adding(textsBelow ends: [Int], _ lines: [Line], remarks: Set<Int>) -> Attachments {
    var result = self
    for end in ends {
      var first = end
      while first < lines.count,
        remarks.contains(first) || ClosingMatter.isRemark(lines[first].text.scalars)
      {
        first += 1
      }
      var last = first
      while last < lines.count, last < first + 3, Self.mayBeTitle(lines[last]),
        last == first || lines[last].isBold == lines[first].isBold
      {
        last += 1
      }
      guard last > first, last < lines.count, texts[first] == nil else { continue }
      result.texts[first] = (first + 1)..<last
    }
    return result
  }

  /// Where the first attached text begins; the signature stands before it.
  var start: Int? { texts.keys.min() }

  /// The items below 附件：1.某表: numbered on from it, or from 1 where it names none.
  private static func endOfList(_ lines: [Line], from first: Int, _ label: AttachmentLabel) -> Int {
    guard label.hasColon, label.number == nil else { return first + 1 }
    let rest = Array(lines[first].text.scalars[label.end...])
    var last = HeadingMark(rest).map(\.value) ?? 0
    guard label.isAlone || rest.isEmpty || last == 1 else { return first + 1 }
    var end = first + 1
    while end < lines.count, let mark = HeadingMark(lines[end].text.scalars),
      mark.system >= .digit, mark.value == last + 1, !lines[end].isTabular,
      !lines[end].text.scalars.contains("。")
    {
      last = mark.value
      end += 1
    }
    return end
  }

  /// The title of an attached text: behind its label, or in the lines below.
  private static func title(
    _ lines: [Line],
    from first: Int,
    _ label: AttachmentLabel
  ) -> Range<Int>? {
    let below = first + 1
    if !label.isAlone {
      guard label.number != nil, HeadingMark(Array(lines[first].text.scalars[label.end...])) == nil
      else { return nil }
      return below..<below
    }
    var end = below
    while end < lines.count, end < below + 2, mayBeTitle(lines[end]) { end += 1 }
    return below..<end
  }

  static func mayBeTitle(_ line: Line) -> Bool {
    let scalars = line.text.scalars
    guard let last = scalars.last, scalars.count <= 40, !line.isTabular, line.form.kind == nil
    else { return false }
    return !last.isTextMark && last != "：" && last != ":" && HeadingMark(scalars) == nil
      && !scalars.contains("。") && ParagraphKind.labelled(scalars) == nil
      && ParagraphKind.date(scalars) == nil && !ParagraphKind.isTableUnit(scalars)
      && !ClosingMatter.isRemark(scalars)
  }

  /// Whether a text stands there: anything but another label, a remark, or the signature.
  private static func hasText(_ lines: [Line], from start: Int) -> Bool {
    guard start < lines.count else { return false }
    let scalars = lines[start].text.scalars
    if AttachmentLabel(scalars) != nil || ClosingMatter.isRemark(scalars) { return false }
    if lines[start].isTabular || HeadingMark(scalars) != nil { return true }
    // An organ or a date: the signature follows the list.
    let ahead = lines[start..<min(lines.count, start + 4)]
    return !ahead.contains { ParagraphKind.date($0.text.scalars) != nil }
  }
}
