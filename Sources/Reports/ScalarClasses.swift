import WritingSystems

/// The classes of characters that the rules of cleaning and structure speak of.
extension Unicode.Scalar {
  /// A Han character, with 々 and 〇.
  var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005, 0x3007, 0xF900...0xFAFF, 0x20000...0x323AF,
      0x2E80...0x2FDF:
      true
    default:
      false
    }
  }

  /// A mark of Chinese text: full-width forms, and the dashes, dots and quotation marks that
  /// Chinese shares with Latin.
  var isChineseMark: Bool {
    switch value {
    case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A,
      0xFF1B, 0xFF1F, 0xFF3B, 0xFF3D, 0xFF5B, 0xFF5D, 0xFF5E, 0x2014, 0x2018, 0x2019, 0x201C,
      0x201D, 0x2026, 0xB7:
      true
    default:
      false
    }
  }

  var isQuotationMark: Bool { (0x2018...0x201D).contains(value) }

  /// Han or a mark of Chinese text.
  var isChinese: Bool { isHan || isChineseMark }

  /// A sentence ends with it.
  var endsSentence: Bool {
    switch self {
    case "。", "！", "？", "…", "!", "?": true
    default: false
    }
  }

  /// A mark that only running text has.
  var isTextMark: Bool {
    switch self {
    case "。", "，", "；", "、", "！", "？": true
    default: false
    }
  }

  var isASCIIDigit: Bool { (0x30...0x39).contains(value) }

  var isASCIILetter: Bool { (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }

  var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIILetter }

  /// A full-width digit.
  var isWideDigit: Bool { (0xFF10...0xFF19).contains(value) }

  /// A full-width digit or Latin letter.
  var isWideAlphanumeric: Bool {
    isWideDigit || (0xFF21...0xFF3A).contains(value) || (0xFF41...0xFF5A).contains(value)
  }

  /// The ASCII form of a full-width form.
  var narrowed: Unicode.Scalar {
    (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) ?? self : self
  }

  /// A space that is no line end: ASCII, no-break, the typographical ones, ideographic, tabulator.
  var isSpace: Bool {
    switch value {
    case 0x20, 0x09, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  var isLineEnd: Bool {
    switch value {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// The value of a Chinese digit as years are written, 二〇二二, with what is typed for 〇.
  var chineseDigit: Int? {
    switch self {
    case "Ｏ", "O", "０", "0": 0
    default: Numerals.digit(self)
    }
  }

  /// The value of a decimal digit, narrow or wide.
  var decimalDigit: Int? {
    let narrow = narrowed
    return narrow.isASCIIDigit ? Int(narrow.value) - 0x30 : nil
  }
}
