/// The sentences of a paragraph, in Unicode scalar offsets.
struct Sentences {
  /// Where sentences begin; the first is 0.
  private let starts: [Int]
  private let count: Int

  /// Quotation marks and brackets behind a full stop belong to its sentence.
  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var starts = [0]
    var index = 0
    while index < scalars.count {
      guard Self.ends.contains(scalars[index]) else {
        index += 1
        continue
      }
      while index < scalars.count,
        Self.ends.contains(scalars[index]) || Self.closers.contains(scalars[index])
      {
        index += 1
      }
      if index < scalars.count { starts.append(index) }
    }
    self.starts = starts
    count = scalars.count
  }

  private static let ends = Set("。！？!?".unicodeScalars)
  private static let closers = Set("”’」』）)》".unicodeScalars)

  /// The sentence, or the sentences, that a range stands in.
  func range(around range: Range<Int>) -> Range<Int> {
    let start = starts.last { $0 <= range.lowerBound } ?? 0
    let end = starts.first { $0 >= range.upperBound && $0 > start } ?? count
    return start..<max(end, start)
  }
}
