import WritingSystems

/// The head of a report: its title, its subtitles, and where the text begins.
struct Titles {
  private(set) var title: Strand?
  private(set) var subtitle: [Strand] = []
  /// The lines used; the others are text.
  private(set) var used: Set<Int> = []

  /// A line longer than this is no title: three lines of 22 characters, as GB/T 9704 sets them.
  private static let longestTitle = 66
  private static let mostLines = 5

  init(_ lines: [Line], log: inout CleaningLog) {
    let marked = lines.indices.filter { lines[$0].form == .title && lines[$0].role == .text }
    if marked.isEmpty {
      readFirst(lines, log: &log)
    } else {
      readMarked(lines, marked, log: &log)
    }
  }

  /// The title of a text without markup: its first lines.
  private mutating func readFirst(_ lines: [Line], log: inout CleaningLog) {
    let block = Self.headLines(lines)
    guard let first = block.first else { return }
    let last = Self.lastTitleLine(lines, block)
    var title = lines[first].text
    for (place, index) in block.enumerated() where place > 0 && place <= last.place {
      let next = lines[index]
      title = title.joined(with: next, by: last.separator, log: &log)
    }
    self.title = title
    subtitle = block.dropFirst(last.place + 1).map { lines[$0].text }
    used = Set(block)
  }

  /// A title that markup says is one: its lines, and the subtitles right below.
  private mutating func readMarked(_ lines: [Line], _ marked: [Int], log: inout CleaningLog) {
    var title = lines[marked[0]].text
    for index in marked.dropFirst() {
      let next = lines[index]
      title = title.joined(with: next, by: " ", log: &log)
    }
    self.title = title
    let below = Self.subtitles(lines, below: marked[marked.count - 1])
    subtitle = below.map { lines[$0].text }
    used = Set(marked + below)
  }

  /// ——在某会上的报告, （2023年5月）, and the offices that stand above such a date.
  private static func subtitles(_ lines: [Line], below title: Int) -> [Int] {
    let next = lines.indices.filter { $0 > title && lines[$0].role == .text }.prefix(mostLines)
    var found: [Int] = []
    for index in next {
      guard lines[index].form == .plain, mayBeTitle(lines[index]) else { break }
      found.append(index)
    }
    let last = found.lastIndex { isMarkedSubtitle(lines[$0].text.scalars) }
    return last.map { Array(found[...$0]) } ?? []
  }

  /// The first lines that are neither running text nor headings, up to the first that is.
  private static func headLines(_ lines: [Line]) -> [Int] {
    var block: [Int] = []
    for (index, line) in lines.enumerated() where line.role == .text {
      // The number of a document may stand above its title: it is text.
      if block.isEmpty, isDocumentNumber(line.text.scalars) { continue }
      guard mayBeTitle(line), block.count < mostLines else { break }
      if !block.isEmpty, line.blankBefore > 0, !isMarkedSubtitle(line.text.scalars) { break }
      block.append(index)
    }
    return block
  }

  private static func mayBeTitle(_ line: Line) -> Bool {
    let scalars = line.text.scalars
    guard let last = scalars.last, scalars.count <= longestTitle, !line.isTabular,
      line.form == .plain
    else { return false }
    if isMarkedSubtitle(scalars) { return true }
    switch last {
    case "。", "；", "：", "，", "、", ":", ";", ",": return false
    default: break
    }
    return !scalars.contains("。") && HeadingMark(scalars) == nil && !isDocumentNumber(scalars)
      && ParagraphKind.labelled(scalars) == nil && scalars.contains(where: \.isHan)
  }

  /// ——在某会上的报告, or a date in brackets.
  private static func isMarkedSubtitle(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let first = scalars.first, let last = scalars.last, !scalars.contains("。") else {
      return false
    }
    return first == "—"
      || ((first == "（" || first == "(") && (last == "）" || last == ")")
        && HeadingMark(scalars) == nil)
  }

  /// 国办函〔2004〕71号.
  static func isDocumentNumber(_ scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.count <= 30, scalars.last == "号" || scalars.last == "號" else { return false }
    return scalars.contains("〔") || scalars.contains("［") || scalars.contains("[")
  }

  /// The last line of the block that still belongs to the title, and what joins its lines.
  ///
  /// A title broken over lines ends with the kind of document it is (……的函): then its lines are
  /// one. Else a second long line is the second half of the title, set apart by a space.
  private static func lastTitleLine(
    _ lines: [Line],
    _ block: [Int]
  ) -> (place: Int, separator: String) {
    let candidates = block.prefix { !isMarkedSubtitle(lines[$0].text.scalars) }.map {
      lines[$0].text
    }
    if let kind = candidates.lastIndex(where: endsWithDocumentKind) { return (kind, "") }
    let shortestHalf = 8
    if candidates.count == 2, candidates[1].count >= shortestHalf, !isCredit(candidates[1]),
      DateReading.first(in: candidates[1].scalars)?.range.lowerBound != 0
    {
      return (1, " ")
    }
    return (0, "")
  }

  private static func endsWithDocumentKind(_ line: Strand) -> Bool {
    let end = line.scalars.suffix(4).map { MatchingKey.simplified($0) }
    return documentKinds.contains { end.suffix($0.count).elementsEqual($0) }
  }

  private static func isCredit(_ line: Strand) -> Bool {
    line.scalars.contains(where: \.isSpace) && line.count <= 16
  }

  /// The kinds of official documents (《党政机关公文处理工作条例》, 2012, article 8) and of reports.
  private static let documentKinds: [[Unicode.Scalar]] = [
    "决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函",
    "纪要", "办法", "规定", "方案", "细则", "条例", "要点", "总结", "简报", "月报", "专报",
  ].map { Array($0.unicodeScalars) }
}
