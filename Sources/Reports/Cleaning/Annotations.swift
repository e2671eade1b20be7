/// Takes out readings in brackets that are stuck to a Han character: 設(shè), 縣(ㄒㄧㄢˋ).
enum Annotations {
  /// The longest reading looked at: four syllables with their spaces.
  private static let longest = 28

  /// The bracketed readings of a line; real brackets, as in 街道(鄉鎮) and 系统(MES), are none.
  static func find(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var hanBefore = 0
    var index = 0
    while index < scalars.count {
      if hanBefore > 0, let range = reading(in: scalars, at: index, after: hanBefore) {
        found.append(range)
        index = range.upperBound
        continue
      }
      hanBefore = scalars[index].isHan ? hanBefore + 1 : 0
      index += 1
    }
    return found
  }

  private static func reading(
    in scalars: [Unicode.Scalar],
    at open: Int,
    after hanBefore: Int
  ) -> Range<Int>? {
    guard scalars[open] == "(" || scalars[open] == "（" else { return nil }
    let limit = min(scalars.count, open + longest + 2)
    guard let close = scalars[open..<limit].firstIndex(where: { $0 == ")" || $0 == "）" }),
      close > open + 1
    else { return nil }
    let content = scalars[(open + 1)..<close]
    let isReading =
      Pinyin.isZhuyin(content) || (Pinyin.syllableCount(content).map { $0 <= hanBefore } ?? false)
    return isReading ? open..<(close + 1) : nil
  }
}
