/// Spaces inside Chinese text go; those that part words of a line without sentences stay.
enum Spaces {
  static func find(_ line: LineView) -> [Edit] {
    guard line.isRunningText else { return [] }
    var edits: [Edit] = []
    var index = 0
    while index < line.scalars.count {
      guard line.scalars[index].isSpace else {
        index += 1
        continue
      }
      var end = index
      while end < line.scalars.count, line.scalars[end].isSpace { end += 1 }
      if isNeedless(index..<end, in: line) {
        edits.append(Edit(range: index..<end, replacement: []))
      }
      index = end
    }
    return edits
  }

  /// A tabulator of a line that is no row: it sets something apart, behind a number nothing.
  static func tabulators(_ line: LineView) -> [Edit] {
    guard !line.isTabular, line.scalars.contains("\t") else { return [] }
    var edits: [Edit] = []
    var index = 0
    while index < line.scalars.count {
      var end = index
      while end < line.scalars.count, line.scalars[end].isSpace { end += 1 }
      if line.scalars[index..<end].contains("\t") {
        let number =
          HeadingMark(line.scalars)?.end ?? (ParagraphKind.hasBullet(line.scalars) ? 1 : 0)
        edits.append(Edit(range: index..<end, replacement: index == number ? [] : ["\u{3000}"]))
      }
      index = max(end, index + 1)
    }
    return edits
  }

  private static func isNeedless(_ range: Range<Int>, in line: LineView) -> Bool {
    guard range.lowerBound > 0, range.upperBound < line.scalars.count else { return false }
    let before = line.scalars[range.lowerBound - 1]
    let after = line.scalars[range.upperBound]
    let besideMark = isWideMark(before) || isWideMark(after)
    if besideMark { return true }
    guard before.isChinese, after.isChinese else { return false }
    let isIdeographic = line.scalars[range].contains("\u{3000}")
    if isIdeographic, isMeant(range, in: line) { return false }
    return !isCredit(range.lowerBound, in: line, after: after)
  }

  /// Whether an ideographic space pads a name of two characters (沈　平), stands behind the number of
  /// an article (第一条　为了…), or parts two labels.
  private static func isMeant(_ range: Range<Int>, in line: LineView) -> Bool {
    let scalars = line.scalars
    let reach = 12
    let word = scalars[max(0, range.lowerBound - reach)..<range.lowerBound].reversed()
      .prefix { $0.isHan }
    let padsName = word.count == 1 && range.count <= 2
    if padsName { return true }
    if range.count <= 2, let surname = word.first, endsName(line, at: range.upperBound) {
      if surnames.contains(surname) { return true }
    }
    if word.last == "第" || word.last == "附" || word.last == "图" || word.last == "表" { return true }
    let next = scalars[range.upperBound..<min(scalars.count, range.upperBound + reach)]
    let label = next.prefix { $0.isHan }
    let after = next.dropFirst(label.count).first
    if after == "：" || after == ":" { return true }
    // 青溪镇　五户，…: a name before its entry, not a gap inside a clause.
    return !word.isEmpty && range.lowerBound == word.count && word.count <= 8
  }

  /// Whether one Han character stands at an index and a mark or the end behind it: 有张　三、李　四.
  private static func endsName(_ line: LineView, at index: Int) -> Bool {
    guard index < line.scalars.count, line.scalars[index].isHan else { return false }
    return index + 1 == line.scalars.count || !line.scalars[index + 1].isHan
  }

  /// The surnames of nine in ten people, simplified and traditional.
  private static let surnames = Set(
    """
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏\
    付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤張劉陳楊黃趙吳孫馬羅鄭謝許韓鄧馮蕭蔣餘葉蘇呂盧鍾譚陸韋賈鄒閻龍\
    賀顧龔萬錢嚴湯
    """.unicodeScalars
  )

  /// Whether the space belongs to a credit: 本报记者 王某 摄.
  private static func isCredit(_ index: Int, in line: LineView, after: Unicode.Scalar) -> Bool {
    if after == "摄" || after == "攝" { return true }
    let before = line.scalars[max(0, index - 2)..<index]
    return ["记者", "記者", "讯员", "訊員", "作者", "编辑", "編輯"]
      .contains { before.elementsEqual($0.unicodeScalars) }
  }

  private static func isWideMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isChineseMark && !scalar.isQuotationMark && scalar.value > 0x3000
  }
}
