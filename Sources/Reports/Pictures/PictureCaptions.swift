import WritingSystems

/// Tells the captions of pictures: 图1　某图, 图一：某图, Figure 1, ▲图为某处 below a picture.
enum PictureCaptions {
  /// Whether a caption is of a table: 表1, 附表2, 单位：万元.
  static func isOfTable(_ start: [Unicode.Scalar]) -> Bool {
    let words = start.drop { $0.isSpace }.map { MatchingKey.simplified($0.narrowed) }
    return words.first == "表" || words.starts(with: "附表".unicodeScalars)
      || words.starts(with: "续表".unicodeScalars) || ParagraphKind.isTableUnit(start)
  }

  /// The lines beside pictures that are their captions though markup does not say so.
  ///
  /// Nearness makes sure what the words alone leave open (图一现场, Figure 1 A view): such a line is
  /// short and no sentence of the text.
  static func lines(_ lines: [Line]) -> [Int] {
    lines.indices.filter { index in
      guard lines[index].form == .plain, !lines[index].isTabular else { return false }
      let scalars = lines[index].text.scalars
      guard scalars.count <= longest else { return false }
      let isBelow = index > 0 && lines[index - 1].form == .image
      let isAbove = index + 1 < lines.count && lines[index + 1].form == .image
      return (isBelow || isAbove) && isNumbered(scalars) || isBelow && isRemark(scalars)
    }
  }

  /// Whether a line right below a picture is its caption.
  static func isCaption(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.count <= longest && (isNumbered(scalars) || isRemark(scalars))
  }

  private static let longest = 80

  /// Whether a line begins with 图1, 圖 2-1, 图一, （图3）, Figure 1 and is no sentence.
  private static func isNumbered(_ scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.last != "。", scalars.last != "；" else { return false }
    let opening: Set<Unicode.Scalar> = ["(", "（", "▲", "△"]
    let narrow: [Unicode.Scalar] = scalars.prefix(16).map { MatchingKey.simplified($0.narrowed) }
    let start = narrow.drop { $0.isSpace || opening.contains($0) }
    let small = String(scalars: start).lowercased()
    let words = ["附图", "图", "figure", "fig.", "fig"]
    guard let word = words.first(where: small.hasPrefix) else { return false }
    let number = start.dropFirst(word.unicodeScalars.count).drop { $0.isSpace }
    guard let first = number.first else { return false }
    return first.isASCIIDigit || "一二三四五六七八九十".unicodeScalars.contains(first)
  }

  /// ▲某处, 图为某处。, 图：某处 below a picture, as news has them.
  private static func isRemark(_ scalars: [Unicode.Scalar]) -> Bool {
    let start = scalars.prefix(8).map { MatchingKey.simplified($0.narrowed) }
    let words = ["▲", "△", "图为", "图:", "图片:", "图片说明", "图说:", "上图", "(图为", "（图为"]
    return words.contains { start.starts(with: $0.unicodeScalars) }
  }
}
