import WritingSystems

/// Reads the figures of one text: what the recogniser does for each paragraph.
struct FigureReader {
  private let text: FoldedText
  private let elements: [Element]
  private let composer: FigureComposer
  private let context: FigureContext
  private let indicators: IndicatorFinder

  init(_ string: String) {
    text = FoldedText(string)
    composer = FigureComposer(text, elements: ElementScanner(text).elements())
    elements = composer.elements
    context = FigureContext(text)
    indicators = IndicatorFinder(text, elements: elements)
  }

  func figures() -> [Figure] {
    let drafts = composer.drafts().filter(isFigure)
    var read = ReadFigures(text)
    var index = 0
    while index < drafts.count {
      let run = run(of: drafts, from: index)
      add(drafts[run], to: &read)
      index = run.upperBound
    }
    return (read.figures + calendars()).sorted { a, b in
      (a.range.lowerBound, a.range.upperBound) < (b.range.lowerBound, b.range.upperBound)
    }
  }

  /// Numbers in titles of documents, names in quotation marks and numbers of nothing are none.
  private func isFigure(_ draft: Draft) -> Bool {
    guard !text.titles.contains(draft.range) else { return false }
    let quantity = draft.main
    if quantity.isBare {
      if case .change = draft.form { return true }
      return isIndex(draft)
    }
    let isName =
      quantity.kind == .count || quantity.kind == .duration || quantity.kind == .ordinal
      || quantity.style == .characters
    if quantity.style == .characters, quantity.kind == .count, text.watchwords.contains(draft.range)
    {
      return false
    }
    return !(isName && text.quotes.contains(draft.range))
  }

  /// 指数为101.8, 价格指数（CPI）达到101.8.
  private func isIndex(_ draft: Draft) -> Bool {
    var position = draft.range.lowerBound
    for _ in 0..<3 {
      if WordTables.opensIndex.word(before: position, in: text) != nil { return true }
      guard let start = text.bracket(before: position) ?? wordOfLevel(before: position) else {
        break
      }
      position = start
    }
    return false
  }

  private func wordOfLevel(before end: Int) -> Int? {
    guard let (meaning, start) = WordTables.before.word(before: end, in: text) else { return nil }
    switch meaning {
    case .level, .change, .arrow: return start
    default: return nil
    }
  }

  private func calendars() -> [Figure] {
    elements.compactMap { element in
      guard case .calendar(let kind, _) = element.form, !text.titles.contains(element.range) else {
        return nil
      }
      return Figure(id: 0, quote: text.quote(element.range), kind: kind, range: element.range)
    }
  }

  // MARK: Runs

  /// The drafts from an index that stand in one list: 98.2%、99.1%和97.5%, 12.1%和下降3.4%.
  private func run(of drafts: [Draft], from first: Int) -> Range<Int> {
    var end = first + 1
    while end < drafts.count, isJoined(drafts[end - 1], drafts[end]) { end += 1 }
    return first..<end
  }

  private func isJoined(_ a: Draft, _ b: Draft) -> Bool {
    if a.isOneOfSeveral, b.isOneOfSeveral { return a.range.overlaps(b.range) }
    var gap = a.range.upperBound..<max(a.range.upperBound, b.range.lowerBound)
    // 2小时40分钟
    if gap.isEmpty { return a.main.kind == .duration && b.main.kind == .duration }
    // 95%左右、96%以上
    if let word = WordTables.after.word(at: gap.lowerBound, in: text), word.end < gap.upperBound {
      gap = word.end..<gap.upperBound
    }
    guard let mark = text.at(gap.lowerBound), gap.count <= 6,
      "、和与及".unicodeScalars.contains(mark), isLike(a, b, mark),
      !isOther(b, than: a)
    else { return false }
    var position = gap.lowerBound + 1
    while position < gap.upperBound, let word = WordTables.before.word(at: position, in: text) {
      position = word.end
    }
    return position == gap.upperBound
  }

  /// Numbers that may share a list: 上升78.9%和3.5倍, 货运量和周转量分别完成13亿吨和2344亿吨公里.
  private func isLike(_ a: Draft, _ b: Draft, _ mark: Unicode.Scalar) -> Bool {
    let kinds: Set<Figure.Kind> = [a.main.kind, b.main.kind]
    return kinds.count == 1 || kinds == [.percent, .multiple]
      || mark == "和" && !kinds.contains(.count)
        && indicators.respective(before: a.contextEnd) != nil
  }

  /// Of 发生6起、4人死亡 the second is a count of something else.
  private func isOther(_ b: Draft, than a: Draft) -> Bool {
    b.main.kind == .count && b.main.plainUnit != a.main.plainUnit
      && !(text.at(b.range.upperBound).map(WordTables.boundaries.contains) ?? true)
  }

  /// In a list (分别提高0.9、5.9个百分点) the words before the first number speak of all.
  private func add(_ run: ArraySlice<Draft>, to read: inout ReadFigures) {
    guard let first = run.first else { return }
    let reading = context.reading(of: first)
    let subjects = subjects(of: run, reading, read)
    for (index, draft) in run.enumerated() {
      var own = index == 0 ? reading : context.reading(of: draft)
      if index > 0, own.change == .none, draft.main.change == .none {
        own.change = read.figures.last?.change ?? reading.change
        (own.comparison, own.isCumulative) = (reading.comparison, reading.isCumulative)
      }
      var figure = figure(of: draft, own)
      let subject = subjects.map { $0[index] }
      let found = subject == nil && index == 0 ? indicators.finding(of: draft, reading) : nil
      if let subject {
        figure.indicator = subject
      } else if index > 0 || found == nil && isJoined(draft, read.figures.last) {
        figure.indicator = read.figures.last?.indicator
      } else {
        figure.indicator = indicator(of: figure, found, draft, reading, read)
      }
      if let found { setChange(of: &figure, found) }
      if let other = read.figures.last, figure.change == .none,
        isInBracket(draft, after: other) || isAlternative(draft, after: other)
      {
        (figure.change, figure.comparison) = (other.change, other.comparison)
        figure.indicator = other.indicator
      }
      read.add(
        figure,
        isVerb: found?.isVerb ?? false,
        isBehind: found.map { $0.range.lowerBound >= draft.range.upperBound } ?? false,
        isThreshold: isThreshold(draft, reading)
      )
    }
  }

  /// 448户2306间: two counts of one thing.
  private func isJoined(_ draft: Draft, _ last: Figure?) -> Bool {
    guard let last, last.kind == .count, draft.main.kind == .count else { return false }
    return last.range.upperBound == draft.range.lowerBound
  }

  /// The subjects of a list of numbers, one for each, when as many are named before it (分别) or
  /// as many figures stand before it.
  private func subjects(
    of run: ArraySlice<Draft>,
    _ reading: FigureContext.Reading,
    _ read: ReadFigures
  ) -> [String]? {
    guard run.count > 1, let first = run.first else { return nil }
    let isRespective = reading.isRespective || first.isOneOfSeveral || isRespective(first)
    let respective = isRespective ? nil : indicators.respective(before: first.contextEnd)
    if isRespective || respective != nil,
      let named = indicators.subjects(run.count, before: respective ?? reading.start),
      named.count == run.count
    {
      return named.map(text.quote)
    }
    guard indicators.finding(of: first, reading) == nil else { return nil }
    return read.subjects(run.count, before: first.range.lowerBound)
  }

  /// 分别 may stand before 从 or between the numbers of a change.
  private func isRespective(_ draft: Draft) -> Bool {
    guard case .change = draft.form else { return false }
    return text.scalars[draft.range].contains("别")
  }

  /// Whether a number only says another way what the one before it says: 下降3%（64例）.
  private func isInBracket(_ draft: Draft, after other: Figure) -> Bool {
    let range = draft.range
    guard other.change != .none, other.from == nil, other.range.upperBound == range.lowerBound - 1,
      let close = text.at(range.upperBound), close == "）" || close == ")"
    else { return false }
    return text.bracket(before: range.upperBound + 1) == other.range.upperBound
  }

  /// The same said another way: 增1万人或0.14%.
  private func isAlternative(_ draft: Draft, after other: Figure) -> Bool {
    let gap = other.range.upperBound..<max(other.range.upperBound, draft.range.lowerBound)
    return text.scalars[gap].elementsEqual("或".unicodeScalars)
  }

  // MARK: One figure

  private func figure(of draft: Draft, _ reading: FigureContext.Reading) -> Figure {
    let main = draft.main
    var figure = Figure(
      id: 0,
      quote: text.quote(draft.range),
      kind: main.isBare ? .index : main.kind,
      unit: main.unit,
      base: main.base,
      approximate: reading.approximate,
      change: reading.change,
      comparison: reading.comparison,
      isCumulative: reading.isCumulative,
      range: draft.range,
      decimals: main.value.decimals
    )
    setValues(of: &figure, draft.form)
    setRank(of: &figure)
    return figure
  }

  private func setValues(of figure: inout Figure, _ form: Draft.Form) {
    switch form {
    case .single(let quantity):
      figure.value = quantity.value.double
    case .range(let low, let high):
      (figure.low, figure.high, figure.base) = (low.value.double, high.value.double, nil)
      figure.decimals = max(low.value.decimals, high.value.decimals)
    case .change(let from, let to, _):
      (figure.from, figure.to, figure.value) = (from.value.double, to.value.double, to.value.double)
      figure.decimals = max(from.value.decimals, to.value.decimals)
    }
  }

  /// 前移2位 moves in a ranking; 居前5位 is a place in one.
  private func setRank(of figure: inout Figure) {
    guard figure.kind == .count, figure.unit == "位" || figure.unit == "名", figure.from == nil else {
      return
    }
    let start = figure.range.lowerBound
    let isPlace = WordTables.rankPlaces.word(before: start, in: text) != nil
    let isMove = figure.unit == "位" && WordTables.rankMoves.word(before: start, in: text) != nil
    if isPlace || isMove { figure.kind = .rank }
  }

  /// 压减支出3亿元: the verb says which way what is measured went.
  private func setChange(of figure: inout Figure, _ found: IndicatorFinder.Finding) {
    if found.isObject { (figure.change, figure.comparison) = (.none, .none) }
    guard figure.change == .none, figure.from == nil,
      let movement = indicators.movement(before: found.range)
    else { return }
    switch movement {
    case .change(let change), .comparative(let change): figure.change = change
    default: break
    }
  }

  /// Whether a number only says which are meant: 超过10%的, 千万元以上项目.
  private func isThreshold(_ draft: Draft, _ reading: FigureContext.Reading) -> Bool {
    let end = draft.range.upperBound
    let after = WordTables.after.word(at: end, in: text)?.end
    guard reading.approximate != nil, let next = text.at(after ?? end) else { return false }
    return next == "的" || after != nil && !WordTables.boundaries.contains(next)
  }

  private func indicator(
    of figure: Figure,
    _ found: IndicatorFinder.Finding?,
    _ draft: Draft,
    _ reading: FigureContext.Reading,
    _ read: ReadFigures
  ) -> String? {
    if let found, !found.isVerb { return text.quote(found.range) }
    let isAdverbial = figure.kind == .duration && found == nil && reading.change == .none
    if isAdverbial { return nil }
    let isPlain = reading.start == draft.contextEnd && figure.kind == .count
    if let inherited = read.subject(of: figure, inUnit: isPlain || found != nil, indicators) {
      return inherited
    }
    // 已建496家: a verb of one character says too little.
    let named = found.flatMap { $0.range.count > 1 ? $0.range : nil }
    let range = named ?? indicators.topic(of: draft, isCount: isPlain)
    return (range ?? indicators.measure(at: reading, isOnly: true)?.range).map(text.quote)
  }
}
