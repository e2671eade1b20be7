/// Finds text that is said again: a line at once, or a paragraph or stretch pasted twice.
struct RepeatedText {
  private let found: Set<Int>

  /// A paragraph this long is not said twice on purpose.
  private static let longEnough = 30

  init(_ lines: [LineFacts]) {
    var found: Set<Int> = []
    var first: [[Unicode.Scalar]: Int] = [:]
    // The line that would come next, were the stretch said again to go on.
    var expected: Int?
    for (index, line) in lines.enumerated() where line.hasHan && line.key.count >= 4 {
      if index > 0, Self.isSame(lines[index - 1], line) {
        found.insert(index)
      } else if let next = expected, next < index, Self.isSame(lines[next], line) {
        found.insert(index)
        expected = next + 1
      } else if line.hasFullStop, line.key.count >= Self.longEnough {
        let earlier = first[line.key]
        if let earlier, Self.isSame(lines[earlier], line) {
          found.insert(index)
          expected = earlier + 1
          Self.addAbove(index, earlier, lines, to: &found)
        } else {
          first[line.key] = earlier ?? index
          expected = nil
        }
      } else {
        expected = nil
      }
    }
    self.found = found
  }

  func contains(_ index: Int) -> Bool { found.contains(index) }

  /// The short lines above a repeated paragraph that were above it the first time too: its heading.
  private static func addAbove(
    _ index: Int,
    _ earlier: Int,
    _ lines: [LineFacts],
    to found: inout Set<Int>
  ) {
    var step = 1
    while earlier - step >= 0, index - step > earlier, lines[earlier - step].hasHan,
      !found.contains(index - step), isSame(lines[earlier - step], lines[index - step])
    {
      found.insert(index - step)
      step += 1
    }
  }

  /// Keys are cut off where a line is long: then the lines themselves are compared.
  private static func isSame(_ first: LineFacts, _ second: LineFacts) -> Bool {
    guard first.key == second.key else { return false }
    guard first.key.count > LineFacts.longestPageLine else { return true }
    return first.text.scalars.lazy.filter { !$0.isSpace }
      .elementsEqual(second.text.scalars.lazy.filter { !$0.isSpace })
  }
}
