import WritingSystems

/// Where on a page each line stands: the other half of the evidence.
///
/// The body runs from the first line with sentences to the last before the list of links that ends
/// the page. What stands around it is judged by its neighbours too.
struct PageRegions {
  /// What each line says of itself.
  let own: [NoiseEvidence]
  let body: Range<Int>
  private let lines: [LineFacts]
  private let source: [Line]
  /// The lines above it belong to the site's own head.
  private let top: Int
  /// What the neighbours of each line say of it.
  private var around: [NoiseEvidence]

  init(_ lines: [LineFacts], _ source: [Line]) {
    self.lines = lines
    self.source = source
    own = lines.map(LineEvidence.of)
    body = Self.body(lines, own)
    around = Array(repeating: [], count: lines.count)
    top = Self.top(lines, own, before: min(body.lowerBound, lines.count))
    readNeighbours()
    readMenus()
    readFeet()
    readRecords()
  }

  /// All that speaks for and against a line.
  func evidence(_ index: Int, isPastEnd: Bool, isInList: Bool) -> NoiseEvidence {
    var evidence = own[index].union(around[index])
    guard !evidence.isEmpty || isPastEnd || isInList || index < top else { return evidence }
    if body.contains(index) {
      evidence.formUnion(.inText)
      evidence.subtract(Self.ofEdges)
      evidence.remove(.stamp)
    } else if index < top {
      evidence.insert(.aboveTop)
    }
    if isInList, index >= body.upperBound { evidence.insert(.inList) }
    if isPastEnd, index >= body.upperBound { evidence.insert(.afterEnd) }
    evidence.formUnion(structure(index))
    if isInList { evidence.subtract([.numbered, .signed, .leadsOn, .quantity]) }
    // A schedule has its hours below one another.
    if index >= body.upperBound, !isPastEnd { evidence.remove(.stamp) }
    return evidence
  }

  /// Evidence that counts before and after the body only.
  private static let ofEdges: NoiseEvidence = [
    .besidePage, .amidPage, .alike, .inMenu, .inRecord, .inFoot,
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

  private static func body(_ lines: [LineFacts], _ own: [NoiseEvidence]) -> Range<Int> {
    let texts = lines.indices.filter { index in
      own[index].contains(.sentence) && !own[index].isEnough
        && lines[index].signs.isDisjoint(with: .message)
    }
    guard let first = texts.first else { return lines.count..<lines.count }
    let end = linksBegin(lines, own, texts)
    let last = texts.last { $0 < end } ?? first
    return first..<(last + 1)
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
    let solid = texts.enumerated().last { place, index in
      let isFollowed = place + 1 < texts.count && texts[place + 1] == index + 1
      // A teaser is cut off in the middle.
      guard let end = lines[index].text.scalars.last(where: { !$0.isSpace }),
        end.endsSentence && end != "…" || "”’）」』)：".unicodeScalars.contains(end)
      else { return false }
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
    let heads = lines[..<end].indices.filter { index in
      guard own[index].isEnough else { return false }
      if own[index].contains(.position) { return true }
      // Below a title of its own, a menu is the page's, not the site's.
      return !own[index].isDisjoint(with: [.menu, .siteTool]) && index < byline
        && lines[..<index].indices.allSatisfy { isExplained(lines[$0], own[$0]) }
    }
    return heads.last { head in
      lines[(head + 1)..<end].indices.contains { mayBeTitle(lines[$0], own[$0]) }
    } ?? 0
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
    let isSure = lines.indices.map { index in
      own[index].isEnough || index < head && Byline(lines[index].text)?.saysSomething ?? false
    }
    let isHalf = own.map { $0.weight >= 5 }
    for index in lines.indices where !body.contains(index) {
      // Never the only line that can be the title.
      guard index >= head || titles.contains(where: { $0 != index }) else { continue }
      let above = index > 0 && isSure[index - 1]
      let below = index + 1 < isSure.count && isSure[index + 1]
      if above || below { around[index].insert(.besidePage) }
      if above, below { around[index].insert(.amidPage) }
      let hasHalf =
        index > 0 && isHalf[index - 1] || index + 1 < isHalf.count && isHalf[index + 1]
      if isHalf[index], hasHalf { around[index].insert(.alike) }
    }
  }

  private static func isTitleLike(_ line: LineFacts, _ own: NoiseEvidence) -> Bool {
    mayBeTitle(line, own) && line.key.count >= 9
  }

  /// Runs of short lines of which two in five name sections or tools, from the first that does to
  /// the last.
  private mutating func readMenus() {
    // Names below one another may be a list of the report, unless the page shows itself.
    let shown: NoiseEvidence = [
      .position, .filing, .toolRow, .editor, .counter, .siteTool, .listHead, .neighbour, .menu,
      .tools,
    ]
    guard own.contains(where: { $0.isEnough && !$0.isDisjoint(with: shown) }) else { return }
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
        !own[$0].isDisjoint(with: [.section, .tools, .menu, .toolRow, .leadsWithTool])
      }
      if named.count >= fewest, named.count * 5 >= (end - start) * 2,
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
    return !body.contains(index) && line.key.count <= longestName && !line.hasTextMark
      && !own[index].contains(.leadsOn) && !line.isNumber
  }

  /// Labels of address and telephone in one block with a filing.
  private mutating func readFeet() {
    for filing in lines.indices.reversed() where own[filing].contains(.filing) {
      for step in [-1, 1] {
        var index = filing + step
        while index >= body.upperBound, lines.indices.contains(index),
          !own[index].isDisjoint(with: [.contact, .footWord, .menu, .tools]),
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
