import WritingSystems

/// The labels of a line, 责任编辑：某某　审核/某某, and what stands behind them.
struct LineLabels {
  struct Label {
    /// The words of the label, in the key of the line.
    let range: Range<Int>
    let sense: PageSense
    /// What stands between it and the next label.
    fileprivate(set) var value: Range<Int>
  }

  private(set) var found: [Label] = []
  private let key: [Unicode.Scalar]

  private static let senses: [PageSense] = [.role, .record, .contact]

  init(_ line: LineFacts, _ text: PageText) {
    key = line.key
    let gaps = line.gaps
    for place in key.indices {
      let isMark = Self.isMark(key[place])
      guard isMark || gaps.contains(place) else { continue }
      let floor = found.last?.range.upperBound ?? 0
      guard let (start, sense) = Self.label(endingAt: place, from: floor, key, text) else {
        continue
      }
      // Without a mark the label is a word of its own: 摄影 某某.
      let begins = start == 0 || gaps.contains(start) || !PageText.isWord(key[start - 1])
      guard isMark || begins && sense == .role else { continue }
      let end = isMark ? place + 1 : place
      found.append(Label(range: start..<end, sense: sense, value: end..<key.count))
    }
    for index in found.indices.dropLast() {
      found[index].value = found[index].value.lowerBound..<found[index + 1].range.lowerBound
    }
    // 编辑 林一　审核 by itself is no label at the end.
    if let last = found.last, last.value.isEmpty, !Self.isMark(key[last.range.upperBound - 1]) {
      found.removeLast()
    }
  }

  func count(_ sense: PageSense) -> Int { found.count { $0.sense == sense } }

  /// Whether 责任编辑 or its like is among them.
  var nameEditor: Bool {
    found.contains { label in
      label.sense == .role && ["责任编辑", "责编"].contains { key[label.range].hasWord($0) }
    }
  }

  /// Whether nothing but names stands behind the labels, and little before them.
  var areNames: Bool {
    // 来源： alone has its value on the next line.
    guard let first = found.first, nameEditor || found.contains(where: { !$0.value.isEmpty }) else {
      return false
    }
    let head = key[..<first.range.lowerBound].count(where: PageText.isWord)
    guard head == 0 || head <= 8 && found.count >= 1 && nameEditor || head <= 20 && found.count >= 2
    else { return false }
    return found.allSatisfy { label in
      let isAmbiguous = Self.ambiguous.contains(key[label.range].filter(PageText.isWord)[...])
      return isName(key[label.value], strictly: isAmbiguous)
    }
  }

  /// Words that also lead to a sentence: 图：队员们在排练.
  private static let ambiguous = WordList([
    "图", "文", "图片", "视频", "文字", "作者", "来源", "素材", "设计", "制作", "策划", "统筹", "采访", "后期", "编译",
  ])

  private func isName(_ value: ArraySlice<Unicode.Scalar>, strictly: Bool) -> Bool {
    guard value.count <= 32, !value.contains(where: { "。,!?;".unicodeScalars.contains($0) }) else {
      return false
    }
    guard strictly else { return true }
    let parts = value.split { !$0.isHan }
    return parts.allSatisfy { part in
      part.count <= 4 || part.last.map { Self.organEnds.contains($0) } ?? false
    }
  }

  private static let organEnds = Set("队社局办委部心站室报网司院校会台者员厅处科组团馆厂店镇乡村县市号布".unicodeScalars)

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    ":/丨︱|".unicodeScalars.contains(scalar)
  }

  /// Words of one class that end at a place: 责任 + 编辑.
  private static func label(
    endingAt place: Int,
    from floor: Int,
    _ key: [Unicode.Scalar],
    _ text: PageText
  ) -> (Int, PageSense)? {
    for sense in senses {
      var start = place
      while let word = text.word(endingAt: start, sense), word.range.lowerBound >= floor {
        start = word.range.lowerBound
      }
      if start < place { return (start, sense) }
    }
    return nil
  }
}
