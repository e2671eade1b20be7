import WritingSystems

/// Characters that Unicode keeps for other standards' sake become the plain ones they stand for.
///
/// Compatibility ideographs and radicals used as characters, small and vertical forms of marks,
/// half-width kana, ligatures of Latin letters, and letters apart from their accents. Signs that are
/// in use as they are (㎡, ℃, ①, Ⅱ) stay.
enum PlainForms {
  static func find(_ line: LineView) -> [Edit] {
    var edits: [Edit] = []
    let scalars = line.scalars
    var index = 0
    while index < scalars.count {
      let value = scalars[index].value
      // Nothing below the combining marks has a plainer form.
      guard value >= 0x300, !(0x3000..<0x3099).contains(value), !(0x3400..<0xD800).contains(value)
      else {
        index += 1
        continue
      }
      if let edit = edit(scalars, index) {
        edits.append(edit)
        index = edit.range.upperBound
      } else {
        index += 1
      }
    }
    return edits
  }

  private static func edit(_ scalars: [Unicode.Scalar], _ index: Int) -> Edit? {
    let scalar = scalars[index]
    if let edit = composed(scalars, index) ?? kana(scalars, index) { return edit }
    if let form = forms[scalar] {
      return Edit(range: index..<(index + 1), replacement: Array(form.unicodeScalars))
    }
    let plain = radicals[scalar] ?? scalar.unifiedIdeograph
    return plain == scalar ? nil : Edit(range: index..<(index + 1), replacement: [plain])
  }

  /// A letter and the accent behind it, where Unicode has both as one (NFC).
  private static func composed(_ scalars: [Unicode.Scalar], _ index: Int) -> Edit? {
    let isAccent = (0x300...0x36F).contains(scalars[index].value)
    let isVoice = scalars[index].value == 0x3099 || scalars[index].value == 0x309A
    guard isAccent || isVoice, index > 0 else { return nil }
    guard let one = scalars[index - 1].composed(with: scalars[index]) else { return nil }
    return Edit(range: (index - 1)..<(index + 1), replacement: [one])
  }

  /// Half-width katakana, with the voicing mark behind it.
  private static func kana(_ scalars: [Unicode.Scalar], _ index: Int) -> Edit? {
    let value = scalars[index].value
    guard (0xFF66...0xFF9F).contains(value), let wide = wideKana[Int(value - 0xFF66)] else {
      return nil
    }
    let next = index + 1 < scalars.count ? scalars[index + 1].value : 0
    let mark: Unicode.Scalar? = next == 0xFF9E ? "\u{3099}" : next == 0xFF9F ? "\u{309A}" : nil
    if let mark, let one = wide.composed(with: mark) {
      return Edit(range: index..<(index + 2), replacement: [one])
    }
    return Edit(range: index..<(index + 1), replacement: [wide])
  }

  private static let wideKana: [Unicode.Scalar?] = Array(
    "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜"
      .unicodeScalars
  )

  private static let forms: [Unicode.Scalar: String] = {
    // Vertical forms (U+FE10, U+FE30), small forms (U+FE50), half-width marks (U+FF61), ligatures.
    let table: [(String, String)] = [
      ("︐", "，"), ("︑", "、"), ("︒", "。"), ("︓", "："), ("︔", "；"), ("︕", "！"), ("︖", "？"),
      ("︗", "〖"),
      ("︘", "〗"), ("︙", "……"), ("︵", "（"), ("︶", "）"), ("︷", "｛"), ("︸", "｝"), ("︹", "〔"),
      ("︺", "〕"),
      ("︻", "【"), ("︼", "】"), ("︽", "《"), ("︾", "》"), ("︿", "〈"), ("﹀", "〉"), ("﹁", "「"),
      ("﹂", "」"),
      ("﹃", "『"), ("﹄", "』"), ("﹇", "［"), ("﹈", "］"), ("︱", "—"), ("﹐", "，"), ("﹑", "、"),
      ("﹒", "．"),
      ("﹔", "；"), ("﹕", "："), ("﹖", "？"), ("﹗", "！"), ("﹘", "—"), ("﹙", "（"), ("﹚", "）"),
      ("﹛", "｛"),
      ("﹜", "｝"), ("﹝", "〔"), ("﹞", "〕"), ("﹟", "#"), ("﹠", "&"), ("﹡", "*"), ("﹢", "+"),
      ("﹣", "-"),
      ("﹤", "<"), ("﹥", ">"), ("﹦", "="), ("﹨", "\\"), ("﹩", "$"), ("﹪", "%"), ("﹫", "@"),
      ("｢", "「"),
      ("｣", "」"), ("･", "·"), ("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl"),
      ("ﬅ", "st"),
      ("ﬆ", "st"), ("…", "…"), ("⋯", "…"), ("∶", "："), ("｜", "｜"),
    ]
    var forms: [Unicode.Scalar: String] = [:]
    for (form, plain) in table where form != plain && form != "∶" {
      if let scalar = form.unicodeScalars.first { forms[scalar] = plain }
    }
    // Mathematical digits, five alphabets of ten (U+1D7CE).
    for value in 0x1D7CE...0x1D7FF {
      if let scalar = Unicode.Scalar(UInt32(value)) {
        forms[scalar] = String((value - 0x1D7CE) % 10)
      }
    }
    return forms
  }()

  /// Simplified radicals of CJK Radicals Supplement and the characters that fonts draw alike
  /// (Unicode, EquivalentUnifiedIdeograph); texts copied out of PDF files have them.
  private static let radicals: [Unicode.Scalar: Unicode.Scalar] = {
    let table = """
      ⺁厂⺇几⺌小⺎尢⺏尣⺐尢⺑尢⺒巳⺓幺⺛旡⺝月⺟母⺠民⺣灬⺥爫⺧牛⺩王⺪疋⺫目⺬示⺯糹⺰纟⺱罒⺲罒⺶羊⺷羊⺹耂⺺聿⺻聿⺼月⺽臼\
      ⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄\
      ⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟
      """
    var radicals: [Unicode.Scalar: Unicode.Scalar] = [:]
    let scalars = Array(table.unicodeScalars)
    for index in stride(from: 0, to: scalars.count - 1, by: 2) {
      radicals[scalars[index]] = scalars[index + 1]
    }
    return radicals
  }()
}
