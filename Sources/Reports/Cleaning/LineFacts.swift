import WritingSystems

/// What the rules for lines look at.
struct LineFacts {
  let text: Strand
  let blankBefore: Int
  /// The line without spaces, full-width forms made half-width, letters small, simplified.
  let key: [Unicode.Scalar]
  let hasHan: Bool
  /// Whether it is running text: long enough, with a full stop.
  let hasFullStop: Bool
  /// Whether it is made of digits only.
  let isNumber: Bool
  /// Whether it has neither letters nor digits.
  let isMarksOnly: Bool
  /// What of a page its words say it is.
  let signs: PageSigns

  /// Fixed words of pages are looked for in lines no longer than this; a longer line is text.
  static let longestPageLine = 160

  init(_ line: Line) {
    text = line.text
    blankBefore = line.blankBefore
    let scalars = text.scalars
    hasHan = scalars.contains(where: \.isHan)
    hasFullStop = scalars.count >= 15 && scalars.contains("。")
    let shown = scalars.lazy.filter { !$0.isSpace }
    isNumber = shown.allSatisfy { $0.decimalDigit != nil }
    isMarksOnly = !shown.contains {
      (0x4E00...0x9FFF).contains($0.value) || $0.properties.isAlphabetic
        || $0.properties.numericType != nil
    }
    key = shown.prefix(LineFacts.longestPageLine + 1).map(Self.folded)
    signs =
      key.count > Self.longestPageLine ? [] : PageSigns(of: key[...], isRunningText: hasFullStop)
  }

  /// The facts of a row amid a long table: it stays whatever its words are, and is far from any line
  /// that could be of a page; only its sentences count.
  init(passingOver line: Line) {
    text = line.text
    blankBefore = line.blankBefore
    hasFullStop = text.count >= 15 && text.scalars.contains("。")
    (hasHan, isNumber, isMarksOnly) = (false, false, false)
    (key, signs) = ([], [])
  }

  /// The facts of all lines.
  static func of(_ lines: [Line]) -> [LineFacts] {
    // The rows at the ends of a table stand beside lines that are judged.
    let edge = 40
    var facts: [LineFacts] = []
    facts.reserveCapacity(lines.count)
    while facts.count < lines.count {
      let start = facts.count
      let rows = lines[start...].prefix { $0.table != nil }
      let inner = rows.count > 2 * edge ? (start + edge)..<(rows.endIndex - edge) : start..<start
      for index in start..<max(start + 1, rows.endIndex) {
        facts.append(
          inner.contains(index) ? LineFacts(passingOver: lines[index]) : LineFacts(lines[index])
        )
      }
    }
    return facts
  }

  static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let plain = MatchingKey.simplified(scalar.narrowed)
    let isCapital = (0x41...0x5A).contains(plain.value)
    return isCapital ? Unicode.Scalar(plain.value + 0x20) ?? plain : plain
  }

  var isShort: Bool { text.count <= Self.longestPageLine }

  /// Whether it is running text, of the report or of a notice: a full stop, or clauses at length.
  var isText: Bool {
    if hasFullStop { return !ParagraphKind.isPhotographCaption(text.scalars) }
    let longEnough = 40
    guard text.count >= longEnough else { return false }
    let clauses = text.scalars.count { "，；！？".unicodeScalars.contains($0) }
    return clauses >= 2
  }

  /// Whether it says that the text ends: — 完 —, END; 完 alone may be of the text.
  var isEndMark: Bool {
    guard key.count <= 16 else { return false }
    let word = key.filter { $0.isHan && !$0.isChineseMark || $0.isASCIIAlphanumeric }
    let ends = ["end", "theend", "fin"].contains { word.elementsEqual($0.unicodeScalars) }
    return ends
      || key.first?.isHan == false
        && ["完", "全文完", "本文完"].contains { word.elementsEqual($0.unicodeScalars) }
  }

  /// Whether it has a mark between or after clauses.
  var hasTextMark: Bool { text.scalars.contains { "。，；！？".unicodeScalars.contains($0) } }

  /// Whether it ends as a paragraph does, and is not cut off.
  var endsWell: Bool {
    guard let end = text.scalars.last(where: { !$0.isSpace }) else { return false }
    return end.endsSentence && end != "…" || "”’）」』)：:；".unicodeScalars.contains(end)
  }

  /// Whether it begins as a heading or an item does.
  var isNumbered: Bool { HeadingMark(text.scalars) != nil }

  /// Whether it has a number with the unit of something counted or measured.
  var hasQuantity: Bool {
    key.indices.dropFirst().contains { index in
      key[index - 1].isASCIIDigit && Self.units.contains(key[index])
    }
  }

  private static let units = Set("万亿%‰元吨亩户公千米平㎡℃度倍项家件起套辆台名所座处批例艘株头只升克斤".unicodeScalars)

  /// The places of the key that stand behind a space.
  var gaps: Set<Int> {
    var gaps: Set<Int> = []
    var place = 0
    var isAfterSpace = false
    for scalar in text.scalars {
      if scalar.isSpace {
        isAfterSpace = true
      } else {
        if isAfterSpace, place > 0 { gaps.insert(place) }
        isAfterSpace = false
        place += 1
      }
      if place > Self.longestPageLine { break }
    }
    return gaps
  }

  /// Whether its words stand apart: between spaces, bars or brackets, or behind a colon.
  var isSetApart: Bool {
    let parts = text.scalars.split { scalar in
      scalar.isSpace || "|｜丨[]【】<>《》/·:：、+".unicodeScalars.contains(scalar)
    }
    return parts.count >= 2
  }

  /// The parts of a line between bars, in the form of the key.
  func items(between separator: Unicode.Scalar) -> [ArraySlice<Unicode.Scalar>] {
    key.split(separator: separator)
  }

  /// The words of a line between spaces, bars and dots, folded.
  var words: [[Unicode.Scalar]] {
    text.scalars.split { scalar in
      scalar.isSpace || scalar == "|" || scalar == "｜" || scalar == "·" || scalar == "/"
        || scalar == "【" || scalar == "】" || scalar == "[" || scalar == "]"
    }.map { $0.map(Self.folded) }
  }

  /// Whether a name of a person may begin with it.
  static func isSurname(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { surnames.contains(MatchingKey.simplified($0)) } ?? false
  }

  /// The hundred and more most frequent surnames.
  private static let surnames = Set(
    """
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石\
    金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷段龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文樊兰殷施洪翟安颜倪温芦葛俞
    """.unicodeScalars
  )
}
