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
    signs = Self.signs(of: key, isRunningText: hasFullStop)
  }

  /// The signs of a line, and of what stands between the marks that dress it: < 返回, ·广告·.
  private static func signs(of key: [Unicode.Scalar], isRunningText: Bool) -> PageSigns {
    guard key.count <= longestPageLine else { return [] }
    let signs = PageSigns(of: key[...], isRunningText: isRunningText)
    guard let first = key.first, isDress(first), let last = key.last else { return signs }
    let bare = key.drop(while: isDress)
    let end = isDress(last) ? bare.lastIndex { !isDress($0) }.map { $0 + 1 } : bare.endIndex
    return signs.union(
      PageSigns(of: bare[..<(end ?? bare.endIndex)], isRunningText: isRunningText)
    )
  }

  private static func isDress(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isHan && !scalar.isASCIIAlphanumeric
      && "<>·•-—~*+|[]()【】▼▲△▽↓↑→←▶◀★☆◆■●✦#\"“”".unicodeScalars.contains(scalar)
  }

  static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let plain = MatchingKey.simplified(scalar.narrowed)
    let isCapital = (0x41...0x5A).contains(plain.value)
    return isCapital ? Unicode.Scalar(plain.value + 0x20) ?? plain : plain
  }

  var isShort: Bool { text.count <= Self.longestPageLine }

  /// Whether it is running text of the report: a notice of a page is none.
  var hasSentences: Bool {
    hasFullStop && signs.isDisjoint(with: .ofSentences)
      && !ParagraphKind.isPhotographCaption(text.scalars)
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
}
