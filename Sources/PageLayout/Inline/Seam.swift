import LineBreaking

/// Where a figure, date or document number that is too long for its line may part: behind 万 and
/// 亿, before the unit, between the parts of a date, before the year of a document.
///
/// A rule of ours (chinese-composition 1.6); GB/T 15834 and clreq are silent.
enum Seam {
  private static let scales = Set("万萬亿億兆".unicodeScalars)
  private static let insideNumbers = Set("十百千点〇零一二三四五六七八九两几".unicodeScalars)
  private static let approximations = Set("余餘多".unicodeScalars)
  private static let parts = Set("年月日季".unicodeScalars)
  private static let brackets = Set("〔［【（".unicodeScalars)

  static func isBetween(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
    if brackets.contains(b) || parts.contains(a) { return true }
    guard !scales.contains(b), !insideNumbers.contains(b), !approximations.contains(b) else {
      return scales.contains(a) && insideNumbers.contains(b)
    }
    if scales.contains(a) || approximations.contains(a) { return true }
    // 1234|户: before the unit.
    return a.isASCIIDigit && CharacterClass(b)?.isHanLike == true
  }
}

extension Unicode.Scalar {
  var isASCIIDigit: Bool { (0x30...0x39).contains(value) }
}
