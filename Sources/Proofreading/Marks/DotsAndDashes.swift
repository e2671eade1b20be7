import Diagnostics

/// Ellipses, dashes and the dot within names (GB/T 15834-2011, 4.10, 4.11, 4.14).
enum DotsAndDashes {
  static func check(_ passage: Passage, _ log: inout ProofLog) {
    var index = 0
    while index < passage.count {
      let scalar = passage.plain[index]
      let end = isRepeatable(scalar) ? runEnd(passage, from: index) : index + 1
      switch scalar {
      case "…", "⋯": ellipsis(index..<end, passage, &log)
      case ".", "．": dots(index..<end, passage, &log)
      case "•", "‧", "・": nameDot(at: index, passage, &log)
      case "—", "─", "━", "―", "－", "﹣", "-": dash(index..<end, passage, &log)
      case "，", "。", "；", "：": wideMark(at: index, passage, &log)
      default: break
      }
      index = end
    }
  }

  private static func isRepeatable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "…", "⋯", ".", "．", "—", "─", "━", "―", "－", "﹣", "-": true
    default: false
    }
  }

  private static func runEnd(_ passage: Passage, from start: Int) -> Int {
    var end = start
    while passage.at(end) == passage.at(start) { end += 1 }
    return end
  }

  private static func isChinese(_ passage: Passage, beside run: Range<Int>) -> Bool {
    let before = passage.at(run.lowerBound - 1)
    let after = passage.at(run.upperBound)
    return before.isHan || after.isHan || (before == "”" || before == "，") && after == "”"
  }

  // MARK: - Ellipses

  /// Two are an ellipsis, four one over a whole line (4.11.3.7, A.9.1).
  private static func ellipsis(_ run: Range<Int>, _ passage: Passage, _ log: inout ProofLog) {
    if run.count != 2, run.count != 4, isChinese(passage, beside: run) {
      log.add(.ellipsisForm, run, of: passage)
    }
    etc(run, passage, &log)
  }

  private static let notEtc = ScalarSet("级待候额值价距量差同效")

  private static func etc(_ run: Range<Int>, _ passage: Passage, _ log: inout ProofLog) {
    let end = run.upperBound
    if passage.at(end) == "等", !notEtc.contains(passage.at(end + 1)) {
      log.add(.ellipsisAndEtc, run.lowerBound..<(end + 1), of: passage)
    } else if passage.at(run.lowerBound - 1) == "等" {
      let start = passage.at(run.lowerBound - 2) == "等" ? 2 : 1
      log.add(.ellipsisAndEtc, (run.lowerBound - start)..<end, of: passage)
    }
  }

  private static func dots(_ run: Range<Int>, _ passage: Passage, _ log: inout ProofLog) {
    if run.count >= 3 {
      // Leaders of a table of contents are longer than any ellipsis.
      guard run.count <= 6, isChinese(passage, beside: run), !passage.at(run.upperBound).isDigit
      else { return }
      log.add(.ellipsisForm, run, of: passage)
    } else if run.count == 1 {
      transliteration(at: run.lowerBound, passage, &log)
    }
  }

  // MARK: - Dashes

  private static func dash(_ run: Range<Int>, _ passage: Passage, _ log: inout ProofLog) {
    let scalar = passage.at(run.lowerBound)
    let before = passage.at(run.lowerBound - 1)
    let after = passage.at(run.upperBound)
    guard isChinese(passage, beside: run), !before.isDigit, !after.isDigit, !before.isLetter,
      !after.isLetter, run.count <= 6
    else { return }
    let isWrong =
      switch scalar {
      case "—": run.count == 3
      case "-", "－", "﹣": run.count == 2 && before.isHan && after.isHan
      default: run.count <= 3
      }
    if isWrong { log.add(.dashForm, run, of: passage) }
  }

  // MARK: - Names

  private static func nameDot(at index: Int, _ passage: Passage, _ log: inout ProofLog) {
    guard passage.at(index - 1).isHan, passage.at(index - 2).isHan, passage.at(index + 1).isHan,
      passage.at(index + 2).isHan
    else { return }
    addName(at: index, passage, &log)
  }

  private static func addName(at index: Int, _ passage: Passage, _ log: inout ProofLog) {
    let range = (index - 2)..<(index + 3)
    let better =
      passage.string((index - 2)..<index) + "·"
      + passage.string((index + 1)..<(index + 3))
    log.add(.nameDot, range, of: passage, better: better)
  }

  /// The characters that foreign names are transcribed with; two on each side of a point are a name
  /// and not two sentences.
  private static let transcribing = ScalarSet(
    """
    阿埃艾奥巴柏邦贝彼宾波伯布查戴丹德登迪丁恩尔费菲芬弗福冈戈格哈赫亨怀霍基吉杰坎康科克肯库拉莱兰劳勒雷里利莉连列林卢鲁路罗洛
    马玛迈曼梅蒙米密莫默穆娜纳内尼宁纽诺欧帕潘佩皮蒲普奇乔切琼热瑞萨塞桑森沙莎圣施史舒斯丝索塔泰坦汤特提廷图托瓦威韦维温沃乌
    希锡夏肖谢辛休雅亚耶伊依因约泽詹珍朱兹佐
    """
  )

  private static func transliteration(
    at index: Int,
    _ passage: Passage,
    _ log: inout ProofLog
  ) {
    for place in [index - 2, index - 1, index + 1, index + 2] {
      guard transcribing.contains(passage.at(place)) else { return }
    }
    addName(at: index, passage, &log)
  }

  // MARK: - Western sentences

  /// A full-width mark between Western words of a sentence: two words stand before and behind it.
  private static func wideMark(at index: Int, _ passage: Passage, _ log: inout ProofLog) {
    guard passage.at(index - 1).isLetter, precedesWords(passage, end: index) else { return }
    var start = index + 1
    if passage.at(start) == " " { start += 1 }
    var end = start
    while passage.at(end).isLetter { end += 1 }
    guard end - start >= 2, passage.at(end) == " ", passage.at(end + 1).isLetter else { return }
    log.add(.wideMarkInLatin, index..<(index + 1), of: passage)
  }

  private static func precedesWords(_ passage: Passage, end: Int) -> Bool {
    var start = end
    while passage.at(start - 1).isLetter, end - start < 30 { start -= 1 }
    return end - start >= 2 && passage.at(start - 1) == " " && passage.at(start - 2).isLetter
  }
}
