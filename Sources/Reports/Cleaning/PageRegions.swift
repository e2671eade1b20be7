import WritingSystems

/// Where on a page each line stands: the other half of the evidence.
///
/// The body runs from the first line with sentences to the last before the list of links that ends
/// the page. What stands around it is judged by its neighbours too.
struct PageRegions {
  /// What each line says of itself.
  let own: [NoiseEvidence]
  let body: Range<Int>
  /// The first line below the body that ends the page's text, if any does.
  let end: Int?
  private let lines: [LineFacts]
  private let source: [Line]
  private let isSure: [Bool]
  private let sureLines: Int
  /// The lines above it belong to the site's own head.
  private let top: Int
  /// What the neighbours of each line say of it.
  private var around: [NoiseEvidence]

  init(_ lines: [LineFacts], _ source: [Line]) {
    self.lines = lines
    self.source = source
    own = lines.map(LineEvidence.of)
    isSure = lines.indices.map { [own] index in
      own[index].isEnough && !own[index].isDisjoint(with: .sure) && !lines[index].isNumbered
    }
    sureLines = isSure.count { $0 }
    body = Self.body(lines, own, source)
    end = lines.indices[body.upperBound...].first { [own] index in
      own[index].isEnough && !own[index].isDisjoint(with: .ends)
    }
    around = Array(repeating: [], count: lines.count)
    top = Self.top(lines, own, before: min(body.lowerBound, lines.count))
    readNeighbours()
    readLists()
    readMenus()
    readFeet()
    readRecords()
  }

  /// Whether a line is a row among rows of the same shape.
  func isRow(_ index: Int) -> Bool { around[index].contains(.sameShape) }

  /// All that speaks for and against a line.
  func evidence(_ index: Int, isPastEnd: Bool, isInList: Bool) -> NoiseEvidence {
    var evidence = own[index].union(around[index])
    guard !evidence.isEmpty || isPastEnd || isInList || index < top else { return evidence }
    if !body.contains(index), own[index].weight > 0, sureLines > (isSure[index] ? 1 : 0) {
      evidence.insert(.onPage)
    }
    if body.contains(index) {
      evidence.formUnion(.inText)
      evidence.subtract(Self.ofEdges)
      evidence.remove(.stamp)
    } else if index < top {
      evidence.insert(.aboveTop)
    }
    if isInList, index >= body.upperBound { evidence.insert(.inList) }
    if isPastEnd, index >= body.upperBound { evidence.insert(.afterEnd) }
    // Right below the text a contact belongs to it; the page's own stands in its foot.
    if evidence.contains(.contact), evidence.isDisjoint(with: [.inFoot, .filing, .footWord]),
      !isPastEnd
    {
      evidence.subtract(Self.ofEdges)
    }
    evidence.formUnion(structure(index))
    // Titles of other pages have figures too.
    if isPastEnd { evidence.remove(.quantity) }
    if isInList { evidence.subtract([.numbered, .signed, .leadsOn, .quantity]) }
    // A schedule has its hours below one another.
    if index >= body.upperBound, !isPastEnd { evidence.remove(.stamp) }
    return evidence
  }

  /// Evidence that counts before and after the body only.
  private static let ofEdges: NoiseEvidence = [
    .besidePage, .alike, .onPage, .inMenu, .inRecord, .inFoot,
  ]

  /// What says that a line is text, whatever its words.
  private func structure(_ index: Int) -> NoiseEvidence {
    let scalars = lines[index].text.scalars
    var found: NoiseEvidence = []
    if source[index].isTabular, own[index].isDisjoint(with: .ends) { found.insert(.tableRow) }
    if HeadingMark(scalars) != nil { found.insert(.numbered) }
    switch ParagraphKind.labelled(scalars) {
    case .attachment: found.insert(.attached)
    case nil:
      let isCredit = !own[index].isDisjoint(with: [.credits, .editor])
      if ParagraphKind.hasBullet(scalars), !isCredit { found.insert(.labelled) }
    default: found.insert(.labelled)
    }
    if isSigned(index) { found.insert(.signed) }
    return found
  }

  /// A date alone, or the organ above one.
  private func isSigned(_ index: Int) -> Bool {
    func isDate(_ place: Int) -> Bool {
      lines.indices.contains(place) && ParagraphKind.date(lines[place].text.scalars) != nil
    }
    let line = lines[index]
    return isDate(index)
      || isDate(index + 1) && line.key.count <= 30 && line.hasHan && !line.hasTextMark
  }

  // MARK: The body

  private static func body(
    _ lines: [LineFacts],
    _ own: [NoiseEvidence],
    _ source: [Line]
  ) -> Range<Int> {
    var texts = lines.indices.filter { index in
      let isShort = own[index] == .stopped && lines[index].key.count >= 8
      return (own[index].contains(.sentence) || isShort) && !own[index].isEnough
        && lines[index].signs.isDisjoint(with: .message)
    }
    // Teasers cut off in the middle may stand above the line that says where on the site one is.
    if let position = lines.indices.last(where: { own[$0].contains(.position) }),
      let first = texts.first, first < position, texts.contains(where: { $0 > position }),
      texts.prefix(while: { $0 < position }).allSatisfy({ !lines[$0].endsWell })
    {
      texts.removeAll { $0 < position }
    }
    guard let first = texts.first else { return lines.count..<lines.count }
    let end = linksBegin(lines, own, texts)
    let marks = structureMarks(lines, own, before: end)
    var last = max(texts.last { $0 < end } ?? first, marks.last ?? first)
    // Items go on below the last heading.
    while last + 1 < end, HeadingMark(lines[last + 1].text.scalars) != nil { last += 1 }
    let signature = signatureEnd(lines, own, after: last, before: end)
    return min(first, marks.first ?? first)..<((signature ?? last) + 1)
  }

  /// Lines that structure a text without being sentences: headings by Han numbers, two and more, and
  /// clauses that lead to a list.
  private static func structureMarks(
    _ lines: [LineFacts],
    _ own: [NoiseEvidence],
    before end: Int
  ) -> [Int] {
    let shortestLead = 20
    let found = lines[..<end].indices.filter { index in
      guard own[index].weight < 5 else { return false }
      if own[index].contains(.leadsOn), lines[index].key.count >= shortestLead {
        return lines[index].hasTextMark
      }
      guard let mark = HeadingMark(lines[index].text.scalars) else { return false }
      return [.part, .chapter, .section, .article, .han, .bracketedHan].contains(mark.system)
    }
    return found.count >= 2 ? found : []
  }

  /// The line of the date below the organ that signs: what stands above it is text.
  private static func signatureEnd(
    _ lines: [LineFacts],
    _ own: [NoiseEvidence],
    after last: Int,
    before end: Int
  ) -> Int? {
    let strong: NoiseEvidence = [.position, .filing, .neighbour, .listHead, .editor]
    let farthest = 30
    let foot = lines.indices[(last + 1)..<end].prefix(farthest)
    let stop = foot.first { own[$0].isEnough && !own[$0].isDisjoint(with: strong) } ?? end
    return foot.last { index in
      index < stop && index > last + 1 && ParagraphKind.date(lines[index].text.scalars)?.day != nil
        && lines[index].key.contains("日") && isOrgan(lines[index - 1])
    }
  }

  private static func isOrgan(_ line: LineFacts) -> Bool {
    guard (3...30).contains(line.key.count), !line.key.contains(":"), !line.hasTextMark,
      let last = line.key.last
    else { return false }
    return "局厅部委办院会处室府心司署组社校站队所团馆行厂关协联".unicodeScalars.contains(last)
  }

  /// Where the list of links begins that runs to the end of the page; the end where there is none.
  ///
  /// Teasers of other pages may stand in it; text at length, or below a byline of its own, may not.
  private static func linksBegin(
    _ lines: [LineFacts],
    _ own: [NoiseEvidence],
    _ texts: [Int]
  ) -> Int {
    guard let first = texts.first else { return lines.count }
    let longestTeaser = 100
    // Titles, teasers and days in turn.
    let dated = texts.filter { index in
      index + 1 < lines.count && ParagraphKind.date(lines[index + 1].text.scalars)?.day != nil
    }
    let areDated = dated.count >= 2
    let solid = texts.enumerated().last { place, index in
      let isFollowed = place + 1 < texts.count && texts[place + 1] == index + 1
      // A teaser is cut off in the middle.
      guard lines[index].endsWell else { return false }
      if areDated, dated.contains(index) { return false }
      return isFollowed || lines[index].text.count > longestTeaser
        || lines[max(0, index - 3)..<index].contains { Byline($0.text)?.saysSomething ?? false }
    }
    let from = max(first, solid?.element ?? first)
    return lines.indices[from...].first { own[$0].contains(.listHead) } ?? lines.count
  }

  // MARK: The head

  /// The lowest line of the site's own head below which a title can stand; 0 without one.
  private static func top(_ lines: [LineFacts], _ own: [NoiseEvidence], before end: Int) -> Int {
    let byline = lines[..<end].firstIndex { Byline($0.text)?.saysSomething ?? false } ?? end
    let unexplained = lines[..<end].indices.first { !isExplained(lines[$0], own[$0]) } ?? end
    let heads = lines[..<end].indices.filter { index in
      guard own[index].isEnough || own[index].contains(.siteTool) else { return false }
      if own[index].contains(.position) { return true }
      // Below a title of its own, a menu is the page's, not the site's.
      return !own[index].isDisjoint(with: [.menu, .siteTool]) && index < byline
        && index <= unexplained
    }
    // One look at the lines from their end: a head may have as many lines as the file.
    let lowestTitle = lines[..<end].indices.last { mayBeTitle(lines[$0], own[$0]) } ?? 0
    let crumb = heads.last { $0 < lowestTitle }
    return max(crumb ?? 0, repeatedTitle(lines, own, above: byline) ?? 0)
  }

  /// The title that stands right above the byline, below a site's head, and once more below it.
  private static func repeatedTitle(
    _ lines: [LineFacts],
    _ own: [NoiseEvidence],
    above byline: Int
  ) -> Int? {
    guard byline > 1, byline < lines.count, lines[byline - 1].key.count >= 6,
      mayBeTitle(lines[byline - 1], own[byline - 1]),
      own[..<(byline - 1)].contains(where: {
        $0.isEnough && !$0.isDisjoint(with: [.menu, .siteTool, .position])
      }),
      lines[(byline + 1)...].prefix(3).contains(where: { $0.key == lines[byline - 1].key })
    else { return nil }
    return byline - 1
  }

  private static func isExplained(_ line: LineFacts, _ own: NoiseEvidence) -> Bool {
    let shortestTitle = 9
    return own.weight >= 5 || line.key.count < shortestTitle
  }

  private static func mayBeTitle(_ line: LineFacts, _ own: NoiseEvidence) -> Bool {
    line.hasHan && (4...66).contains(line.key.count) && own.weight < 5 && !line.isNumbered
      && Byline(line.text) == nil && !own.contains(.leadsOn)
  }

  // MARK: Neighbours

  private mutating func readNeighbours() {
    let head = min(body.lowerBound, lines.count)
    let titles = lines[..<head].indices.filter { Self.isTitleLike(lines[$0], own[$0]) }
    let sure = lines.indices.map { index in
      own[index].isEnough || index < head && Byline(lines[index].text)?.saysSomething ?? false
    }
    let isHalf = own.map { $0.subtracting(.section).weight >= 5 }
    for index in lines.indices where !body.contains(index) {
      // Never the only line that can be the title.
      let longestWord = 8
      guard
        index >= head || lines[index].key.count <= longestWord || own[index].weight >= 5,
        index >= head || titles.contains(where: { $0 != index })
      else { continue }
      let above = index > 0 && sure[index - 1]
      let below = index + 1 < sure.count && sure[index + 1]
      if above || below { around[index].insert(.besidePage) }
      let hasHalf =
        index > 0 && isHalf[index - 1] || index + 1 < isHalf.count && isHalf[index + 1]
      if isHalf[index], hasHalf { around[index].insert(.alike) }
    }
  }

  /// What neighbours say for a line: it is a row among rows, or a label among labels.
  private mutating func readLists() {
    let shapes = lines.indices.map { own[$0].isEmpty ? "" : Self.shape(lines[$0]) }
    for index in lines.indices where !own[index].isEmpty {
      let places = [index - 1, index + 1].filter(lines.indices.contains)
      let shape = shapes[index]
      if !shape.isEmpty, places.contains(where: { Self.shape(lines[$0]) == shape }) {
        around[index].insert(.sameShape)
      }
      let near = [index - 3, index - 2, index - 1, index + 1].filter(lines.indices.contains)
      if own[index].contains(.credits), near.contains(where: { isOtherLabel($0) }) {
        around[index].insert(.amongLabels)
      }
      // A label with nothing behind it has its value on the next line.
      if own[index].contains(.medium), index > 0,
        let end = lines[index - 1].key.last, end == ":"
      {
        around[index].insert(.amongLabels)
      }
    }
  }

  /// 记录：某某: a label that no page has.
  private func isOtherLabel(_ index: Int) -> Bool {
    guard let colon = lines[index].key.firstIndex(of: ":"), (2...6).contains(colon) else {
      return false
    }
    return own[index].isDisjoint(with: [.credits, .editor, .record, .recordLabel, .contact])
      && !own[index].isEnough && lines[index].key[..<colon].allSatisfy(\.isHan)
      && Byline(lines[index].text) == nil
  }

  /// The order of words with numbers and without, where there are three and more and some of each.
  private static func shape(_ line: LineFacts) -> String {
    let words = line.words.filter { !$0.isEmpty }
    guard words.count >= 3, words.count <= 12, line.hasHan else { return "" }
    let shape = words.map { word -> Character in
      guard word.contains(where: \.isASCIIDigit) else { return "a" }
      return word.contains(where: \.isHan) ? "b" : "1"
    }
    return shape.contains("a") && shape.contains { $0 != "a" } ? String(shape) : ""
  }

  private static func isTitleLike(_ line: LineFacts, _ own: NoiseEvidence) -> Bool {
    mayBeTitle(line, own) && line.key.count >= 5
  }

  /// Runs of short lines of which two in five name sections or tools, from the first that does to
  /// the last.
  private mutating func readMenus() {
    // Names below one another may be a list of the report, unless the page shows itself.
    let isPage = sureLines > 0
    let fewest = 3
    var start = 0
    while start < lines.count {
      guard isShortName(start) else {
        start += 1
        continue
      }
      var end = start
      while end < lines.count, isShortName(end) { end += 1 }
      let named = (start..<end).filter {
        !own[$0].isDisjoint(with: [.section, .tools, .tool, .menu, .toolRow, .leadsWithTool])
      }
      let isMenu =
        isPage
        || (start..<end).contains { place in
          own[place].contains(.siteTool) || lines[place].key.hasSuffix("首页")
        }
      if isMenu, named.count >= fewest, named.count * 5 >= (end - start) * 2,
        let first = named.first, let last = named.last
      {
        for index in first...last { around[index].insert(.inMenu) }
      }
      start = end
    }
  }

  private func isShortName(_ index: Int) -> Bool {
    let longestName = 8
    let line = lines[index]
    return !body.contains(index) && (1...longestName).contains(line.key.count) && !line.hasTextMark
      && !own[index].contains(.leadsOn) && !line.isNumber
  }

  /// Labels of address and telephone in one block with a filing.
  private mutating func readFeet() {
    for filing in lines.indices.reversed() where own[filing].contains(.filing) {
      for step in [-1, 1] {
        var index = filing + step
        while index >= body.upperBound, lines.indices.contains(index),
          !own[index].isDisjoint(with: [.contact, .footWord, .menu, .tools, .tool]),
          !own[index].contains(.sentence), !around[index].contains(.inFoot)
        {
          around[index].insert(.inFoot)
          index += step
        }
      }
    }
  }

  /// What stands between labels of a record, and alone behind one.
  private mutating func readRecords() {
    let labels: NoiseEvidence = [.record, .recordLabel]
    let head = min(body.lowerBound, lines.count)
    for index in lines.indices[..<head] where own[index].isDisjoint(with: labels) {
      let above = lines[max(0, index - 2)..<index].indices.contains {
        !own[$0].isDisjoint(with: labels)
      }
      let below = lines[(index + 1)..<min(head, index + 3)].indices.contains {
        !own[$0].isDisjoint(with: labels)
      }
      if above, below, lines[index].key.count <= 40 { around[index].insert(.inRecord) }
    }
    for index in lines.indices[..<head] where own[index].contains(.recordLabel) {
      let hasNeighbour = [index - 2, index - 1, index + 1, index + 2].contains { place in
        own.indices.contains(place) && place < head && !own[place].isDisjoint(with: labels)
      }
      if hasNeighbour { around[index].insert(.inRecord) }
    }
  }
}
