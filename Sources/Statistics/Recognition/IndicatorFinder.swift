/// Finds the noun phrase that a number speaks of.
///
/// The text is cut once into stretches by a table of verbs, function words and words of context;
/// what lies between them is taken for nouns. Counts speak of the noun after them (26家成员单位),
/// else of the one before (党支部26个); other numbers of the one before (覆盖率86%).
struct IndicatorFinder {
  enum Class: Hashable, Sendable { case noun, verb, context, boundary, share }

  private struct Stretch {
    var kind: Class
    var range: Range<Int>
  }

  private let text: FoldedText
  private let stretches: [Stretch]
  /// For each scalar, its stretch.
  private let owner: [Int]

  /// A noun phrase longer than this is a sentence we did not understand.
  private static let longest = 24

  init(_ text: FoldedText, elements: [Element]) {
    self.text = text
    stretches = Self.cut(text, elements: elements)
    var owner = [Int](repeating: 0, count: text.count)
    for (index, stretch) in stretches.enumerated() {
      for place in stretch.range { owner[place] = index }
    }
    self.owner = owner
  }

  /// What the figure speaks of, as in the text; nil when the clause does not say.
  func indicator(of draft: Draft, _ context: FigureContext.Reading) -> String? {
    let before = nounBefore(context)
    let after = nounAfter(draft.range.upperBound)
    let countsThings = draft.main.kind == .count || draft.main.kind == .ordinal
    let isChange = context.change != .none
    let range = countsThings && !isChange ? after ?? before : before ?? after
    return range.map(text.quote)
  }

  /// The verb right before the number, for numbers of which nothing else is said: 培训316人次.
  func verb(before context: FigureContext.Reading) -> String? {
    guard let last = stretch(endingAt: context.start), last.kind == .verb else { return nil }
    return text.quote(last.range)
  }

  /// Where the clause's words before the number begin.
  func clauseStart(before end: Int, floor: Int) -> Int {
    var start = end
    while start > max(floor, end - 60), !WordTables.boundaries.contains(text.scalars[start - 1]) {
      start -= 1
    }
    return start
  }

  // MARK: Phrases

  private func nounBefore(_ context: FigureContext.Reading) -> Range<Int>? {
    var position = context.start
    var steps = 0
    while let last = stretch(endingAt: position), steps < 8 {
      steps += 1
      switch last.kind {
      case .context: position = last.range.lowerBound
      case .share:
        position = last.range.lowerBound
      case .noun:
        let isShareBefore = stretch(endingAt: last.range.lowerBound)?.kind == .share
        guard !isShareBefore else {
          position = last.range.lowerBound
          continue
        }
        return phrase(from: last.range.lowerBound, to: position)
      case .verb, .boundary: return nil
      }
    }
    return nil
  }

  private func nounAfter(_ end: Int) -> Range<Int>? {
    var position = WordTables.after.word(at: end, in: text)?.end ?? end
    // 1280平方米的高标准的中心 speaks of the last noun, 24家单位的清单 of the first.
    let isAttribute = text.at(position) == "的"
    if isAttribute { position += 1 }
    let start = position
    position = WordTables.adjectives.word(at: position, in: text)?.end ?? position
    var found: Range<Int>?
    while position < text.count, position - start < Self.longest * 2,
      let next = stretch(at: position)
    {
      guard next.kind == .noun else { break }
      let first = found == nil ? start : position
      let end = min(next.range.upperBound, first + Self.longest)
      found = phrase(from: first, to: end, shortest: 1)
      guard isAttribute, text.at(next.range.upperBound) == "的" else { break }
      position = next.range.upperBound + 1
    }
    return found
  }

  /// The phrase without quotation marks around it and small words before it.
  private func phrase(from lower: Int, to upper: Int, shortest: Int = 2) -> Range<Int>? {
    var start = max(lower, upper - Self.longest)
    var end = upper
    while start < end, let scalar = text.at(start), Self.trimmed.contains(scalar) {
      // 共青团 and 和谐 begin with a small word and are none.
      guard WordTables.nouns.word(at: start, in: text) == nil else { break }
      start += 1
    }
    // “送政策、送人才”活动: a list inside the marks cut them; what follows the last one is whole.
    if let mark = text.scalars[start..<end].lastIndex(where: Self.closing.contains),
      mark < end - 1, !text.scalars[start..<mark].contains(where: Self.opening.contains)
    {
      start = mark + 1
    }
    while end > start, let scalar = text.at(end - 1), Self.quotes.contains(scalar) { end -= 1 }
    return end - start >= shortest ? start..<end : nil
  }

  private static let opening = Set("“「『‘".unicodeScalars)
  private static let closing = Set("”」』’".unicodeScalars)
  private static let quotes = opening.union(closing)
  private static let trimmed = quotes.union("共等各该和与及并另仅由从将把对有已现又也还以为被给向其本为均的了 ".unicodeScalars)

  // MARK: Cutting

  private func stretch(endingAt end: Int) -> Stretch? {
    guard end > 0, end <= text.count else { return nil }
    var found = stretches[owner[end - 1]]
    found.range = found.range.lowerBound..<end
    return found
  }

  private func stretch(at start: Int) -> Stretch? {
    guard start < text.count else { return nil }
    return stretches[owner[start]]
  }

  private static func cut(_ text: FoldedText, elements: [Element]) -> [Stretch] {
    var stretches: [Stretch] = []
    var next = 0
    var position = 0
    func add(_ kind: Class, to end: Int) {
      if kind == .noun, let last = stretches.last, last.kind == .noun {
        stretches[stretches.count - 1].range = last.range.lowerBound..<end
      } else {
        stretches.append(Stretch(kind: kind, range: position..<end))
      }
      position = end
    }
    while position < text.count {
      while next < elements.count, elements[next].range.upperBound <= position { next += 1 }
      if next < elements.count, elements[next].range.contains(position) {
        add(Self.kind(of: elements[next]), to: elements[next].range.upperBound)
      } else {
        let found = classify(text, at: position)
        add(found.kind, to: found.end)
      }
    }
    return stretches
  }

  /// Dates say when, codes (5G, PM2.5) belong to nouns, numbers end phrases.
  private static func kind(of element: Element) -> Class {
    switch element.form {
    case .calendar: .context
    case .name: .noun
    case .quantity: .boundary
    }
  }

  /// The class of the word at an offset; a verb before a suffix of nouns (办结率) is a noun.
  private static func classify(_ text: FoldedText, at start: Int) -> (kind: Class, end: Int) {
    if let scalar = text.at(start), WordTables.boundaries.contains(scalar) || scalar == "的" {
      return (.boundary, start + 1)
    }
    guard let (kind, end) = WordTables.classes.word(at: start, in: text) else {
      return (.noun, start + 1)
    }
    if kind == .verb, let next = text.at(end), WordTables.nounSuffixes.contains(next) {
      return (.noun, end + 1)
    }
    return (kind, end)
  }
}
