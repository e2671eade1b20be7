import WritingSystems

/// One figure in the making: one quantity, a range of two, or a change from one to another.
struct Draft {
  enum Form {
    case single(Quantity)
    case range(low: Quantity, high: Quantity)
    case change(from: Quantity, to: Quantity, Figure.Change)
  }

  var form: Form
  /// The quote.
  var range: Range<Int>
  /// Where the words before the figure end: its start, without 从 and 由.
  var contextEnd: Int
  /// The figure shares its quote's words with another one of 分别.
  var isOneOfSeveral = false

  /// The quantity that says what kind of figure it is.
  var main: Quantity {
    switch form {
    case .single(let quantity): quantity
    case .range(_, let high): high
    case .change(_, let to, _): to
    }
  }
}

/// Joins neighbouring numbers: shared units, ranges, changes from one to the other.
struct FigureComposer {
  let text: FoldedText
  private(set) var elements: [Element]
  /// Where each element's next quantity stands, calendars stepped over.
  private let gaps: GapReader

  init(_ text: FoldedText, elements: [Element]) {
    self.text = text
    gaps = GapReader(text: text)
    self.elements = elements
    shareUnits()
  }

  /// 0.9、5.9个百分点, 72～85%: a bare number takes the unit of the one it is joined with.
  private mutating func shareUnits() {
    for index in elements.indices.dropLast().reversed() {
      guard var first = elements[index].quantity, let second = elements[index + 1].quantity,
        second.plainUnit != nil, first.isBare || first.isOnlyScaled,
        isList(between: index) || isRange(at: index) || gaps.arrow(in: gap(after: index)) != nil
      else { continue }
      if first.isOnlyScaled {
        first.unit = (first.unit ?? "") + (second.plainUnit ?? "")
      } else {
        (first.unit, first.power) = (second.unit, second.power)
      }
      (first.kind, first.plainUnit) = (second.kind, second.plainUnit)
      elements[index].form = .quantity(first)
    }
  }

  /// The figures of the text, in the order of their starts, and the calendars among them.
  func drafts() -> [Draft] {
    var drafts: [Draft] = []
    var index = 0
    while index < elements.count {
      if let changes = changes(at: index) {
        drafts += changes.drafts
        index = changes.next
      } else if let range = range(at: index) {
        drafts.append(range)
        index += 2
      } else {
        if let quantity = elements[index].quantity {
          let range = elements[index].range
          let form = Draft.Form.single(quantity)
          drafts.append(Draft(form: form, range: range, contextEnd: range.lowerBound))
        }
        index += 1
      }
    }
    return drafts
  }

  /// The range that two neighbouring elements make: 63%～68%.
  func range(at index: Int) -> Draft? {
    guard index + 1 < elements.count, isRange(at: index), var low = elements[index].quantity,
      let high = elements[index + 1].quantity, low.kind == high.kind
    else { return nil }
    let range = low.range.lowerBound..<high.range.upperBound
    // 8000万～1.2亿元 is said in the unit of its end.
    low.value = low.value.shifted(by: low.power - high.power)
    return Draft(form: .range(low: low, high: high), range: range, contextEnd: range.lowerBound)
  }

  // MARK: Neighbours

  private func gap(after index: Int) -> Range<Int> {
    let start = elements[index].range.upperBound
    return start..<max(start, elements[index + 1].range.lowerBound)
  }

  private func isRange(at index: Int) -> Bool {
    let gap = gap(after: index)
    guard let end = CalendarForms.rangeMark(at: text.afterSpace(gap.lowerBound), in: text),
      text.afterSpace(end) == gap.upperBound
    else { return false }
    let isWord = text.at(gap.lowerBound).map { $0.properties.isIdeographic } ?? false
    return !isWord || gaps.origin(before: elements[index].range.lowerBound, elements) == nil
  }

  private func isList(between index: Int) -> Bool {
    let gap = gap(after: index)
    guard gap.count == 1, let scalar = text.at(gap.lowerBound) else { return false }
    return "、和与及或".unicodeScalars.contains(scalar)
  }

  // MARK: Changes

  /// 从X提升至Y, X提高到Y, and A和B分别提高到C和D with the lists paired in order.
  private func changes(at index: Int) -> (drafts: [Draft], next: Int)? {
    guard elements[index].quantity != nil else { return nil }
    let last = index + listLength(from: index) - 1
    guard let (next, direction) = arrow(after: last) else { return nil }
    let count = last - index + 1
    let isPaired = count > 1 && listLength(from: next) == count
    // A list before a single end: only its last number changed; the others stand for themselves.
    guard count == 1 || isPaired else { return nil }
    let drafts = (0..<count).compactMap { offset in
      change(from: index + offset, to: next + offset, direction, isPaired: isPaired)
    }
    return drafts.count == count ? (drafts, next + count) : nil
  }

  /// A longer list is no list of changes; the limit keeps the walk linear.
  private static let longestList = 8

  private func listLength(from start: Int) -> Int {
    var last = start
    while last + 1 < min(elements.count, start + Self.longestList),
      elements[last + 1].quantity != nil, isList(between: last)
    {
      last += 1
    }
    return last - start + 1
  }

  /// The quantity that a change beginning with an element ends at, dates stepped over.
  private func arrow(after index: Int) -> (next: Int, change: Figure.Change?)? {
    var next = index + 1
    while next < elements.count, elements[next].isCalendar, next - index < 3 { next += 1 }
    guard next < elements.count, elements[next].quantity != nil else { return nil }
    let gap = elements[index].range.upperBound..<elements[next].range.lowerBound
    let skipped = elements[(index + 1)..<next].map(\.range)
    guard let arrow = gaps.arrow(in: gap, skipping: skipped) else { return nil }
    let hasOrigin = gaps.origin(before: elements[index].range.lowerBound, elements) != nil
    guard arrow.change != nil || hasOrigin else { return nil }
    return (next, arrow.change)
  }

  private func change(
    from first: Int,
    to second: Int,
    _ direction: Figure.Change?,
    isPaired: Bool
  ) -> Draft? {
    guard var from = elements[first].quantity, let to = elements[second].quantity,
      from.kind == to.kind, from.plainUnit == to.plainUnit
    else { return nil }
    // 从8000万元到1.2亿元 is said in the unit of its end.
    from.value = from.value.shifted(by: from.power - to.power)
    let start = from.range.lowerBound
    let origin = gaps.origin(before: start, elements) ?? start
    let compared: Figure.Change =
      from.value == to.value ? .flat : from.value.double < to.value.double ? .rise : .fall
    return Draft(
      form: .change(from: from, to: to, direction ?? compared),
      range: origin..<to.range.upperBound,
      contextEnd: origin,
      isOneOfSeveral: isPaired
    )
  }
}

/// Reads the words between the two numbers of a change, and those before the first.
struct GapReader {
  let text: FoldedText

  /// The longest stretch of words between two numbers that still makes a change of them.
  private static let longest = 24

  /// Words that lead from one number to the next, and which way if they say so.
  struct Arrow {
    var change: Figure.Change?
  }

  /// The arrow that the words between two numbers are, or nil.
  func arrow(
    in gap: Range<Int>,
    skipping calendars: [Range<Int>] = []
  ) -> Arrow? {
    guard gap.count <= Self.longest else { return nil }
    var change: Figure.Change?
    var arrives = false
    var position = gap.lowerBound
    while position < gap.upperBound {
      if let calendar = calendars.first(where: { $0.lowerBound == position }) {
        position = calendar.upperBound
        continue
      }
      if text.at(position) == "的" || text.at(position) == "，" && change == nil && !arrives {
        position += 1
        continue
      }
      guard let (meaning, end) = WordTables.before.word(at: position, in: text),
        end <= gap.upperBound
      else { return nil }
      switch meaning {
      case .change(let found):
        change = change ?? found
        arrives = arrives || isArrival(text.at(end - 1))
      case .arrow: arrives = true
      case .level: arrives = arrives || change != nil && text.at(position) == "为"
      case .filler, .time, .approximate, .respective: break
      case .comparison, .origin, .share, .comparative, .stop: return nil
      }
      position = end
    }
    return arrives ? Arrow(change: change) : nil
  }

  /// Where 从 or 由 stands before a number, with nothing but times between.
  func origin(before start: Int, _ elements: [Element]) -> Int? {
    var position = start
    while position > max(0, start - Self.longest) {
      if text.at(position - 1) == "的" {
        position -= 1
      } else if let calendar = calendar(endingAt: position, elements) {
        position = calendar.lowerBound
      } else if let (meaning, begin) = WordTables.before.word(before: position, in: text) {
        switch meaning {
        case .origin: return begin
        case .time, .filler, .approximate, .level, .respective: position = begin
        case .comparison:
          // 从年初的 is one word of the table of comparisons.
          let isOrigin = text.at(begin).map { $0 == "从" || $0 == "由" } ?? false
          if isOrigin { return begin }
          position = begin
        default: return nil
        }
      } else {
        return nil
      }
    }
    return nil
  }

  /// The date that ends at an offset, looked up by halving.
  private func calendar(endingAt end: Int, _ elements: [Element]) -> Range<Int>? {
    var low = 0
    var high = elements.count
    while low < high {
      let middle = (low + high) / 2
      if elements[middle].range.upperBound < end { low = middle + 1 } else { high = middle }
    }
    // 年末的 is one word, which begins inside 2019年.
    guard low < elements.count, elements[low].isCalendar, elements[low].range.lowerBound < end
    else { return nil }
    return elements[low].range
  }

  private func isArrival(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { "至到为成".unicodeScalars.contains($0) } ?? false
  }
}
