import Diagnostics
import WritingSystems

/// Finds the lines that belong to the page, the chat or the mail a report was taken from, not to the
/// report.
///
/// A report's body runs from its first line with sentences to its last; what many words of a web
/// page mean depends on whether they stand before it, in it or after it.
struct LineRules {
  typealias Verdict = (kind: Report.Dropped.Kind, rule: CleaningRule)

  private let source: [Line]
  private let lines: [LineFacts]
  private let regions: PageRegions
  private let messages: MessageLines
  private let repeats: RepeatedText
  private let heads: RunningHeads
  /// Names said both above and below the text.
  private let accounts: Set<[Unicode.Scalar]>

  private var body: Range<Int> { regions.body }

  init(_ lines: [Line]) {
    source = lines
    let facts = LineFacts.of(lines)
    self.lines = facts
    regions = PageRegions(facts, lines)
    messages = MessageLines(facts)
    repeats = RepeatedText(facts)
    heads = RunningHeads(facts)
    accounts = Self.accounts(facts, regions)
  }

  /// The lines that stay, in order; the others are listed in the log.
  static func apply(
    to lines: [Line],
    without disabled: Set<CleaningRule>,
    log: inout CleaningLog
  ) -> [Line] {
    let rules = LineRules(lines)
    var kept: [Line] = []
    var state = Passage()
    for (index, line) in lines.enumerated() {
      state.blanks = max(state.blanks, line.blankBefore)
      let verdict = line.isSettled ? nil : rules.verdict(index, state, without: disabled)
      if index >= rules.body.upperBound, verdict != nil {
        state.note(rules.regions.own[index])
      }
      if let verdict {
        log.drop(line.source, as: verdict.kind, by: verdict.rule)
        state.followsPageEnd = state.followsPageEnd || verdict.rule == .pageHeads
        continue
      }
      var next = line
      next.text = next.text.slice(
        rules.messages.quoteEnd(index, without: disabled)..<line.text.count
      )
      if next.text.count < line.text.count {
        let mark = line.text.slice(0..<(line.text.count - next.text.count))
        next.deeds.append(.drop(mark, .stray, .messages))
      }
      guard !next.isBlank else {
        log.drop(line.source, as: .stray, by: .messages)
        continue
      }
      next.blankBefore = state.blanks
      next.followsPageEnd = state.followsPageEnd
      if !disabled.contains(.bylines), rules.isByline(index, line) || rules.isGazette(index) {
        next.role = rules.isGazette(index) ? .masthead : .byline
        log.drop(line.source, as: .pageHead, by: .bylines)
      }
      kept.append(next)
      (state.blanks, state.followsPageEnd) = (0, false)
    }
    if !disabled.contains(.bylines) { markMasthead(&kept, log: &log) }
    return kept
  }

  /// What is known on the way through the lines.
  private struct Passage {
    var blanks = 0
    var followsPageEnd = false
    /// Whether a list of links began: all that follows belongs to it.
    var isInLinks = false
    /// Whether the page ended; what follows may still be text, if it looks so.
    var isPastEnd = false

    mutating func note(_ own: NoiseEvidence) {
      isInLinks = isInLinks || !own.isDisjoint(with: [.listHead, .listWord])
      isPastEnd = isPastEnd || !own.isDisjoint(with: .ends)
    }
  }

  private static func markMasthead(_ lines: inout [Line], log: inout CleaningLog) {
    let masthead = Masthead(of: lines)
    for index in masthead.leftOut where lines[index].role == .text {
      lines[index].role = .masthead
      log.drop(lines[index].source, as: .pageHead, by: .bylines)
    }
    for index in masthead.subtitles { lines[index].isSubtitle = true }
  }

  /// What a line is, if it is no part of the report; the first rule that knows it, and is not
  /// switched off, decides.
  private func verdict(
    _ index: Int,
    _ state: Passage,
    without disabled: Set<CleaningRule>
  ) -> Verdict? {
    // A row may say the same as another, or be a number: it goes only as a row of a page.
    let rules: [(Int, Passage) -> Verdict?] =
      source[index].isDrawn ? [page] : [repeated, printed, message, linkFarm, page]
    for rule in rules {
      if let found = rule(index, state), !disabled.contains(found.rule) { return found }
    }
    return nil
  }

  private func isByline(_ index: Int, _ line: Line) -> Bool {
    // No row amid a long table is one.
    guard !lines[index].key.isEmpty else { return false }
    if index < body.lowerBound {
      return Byline(line.text) != nil && !isOfMeeting(index) && !regions.isRow(index)
    }
    // Below the text only what names itself: a date alone belongs to a signature.
    return index >= body.upperBound && lines[index].key.starts(with: "来源:".unicodeScalars)
      && Byline(line.text)?.saysSomething ?? false
  }

  /// The name of a gazette with its issue above a title: 安澜县人民政府公报　2025年第10期.
  private func isGazette(_ index: Int) -> Bool {
    guard index < body.lowerBound, source[index].form == .plain else { return false }
    let line = lines[index]
    let words = line.words
    guard words.count == 2, line.key.count <= 40, let name = words.first, let issue = words.last,
      issue.last == "期", issue.contains("第"), name.count >= 4, name.allSatisfy(\.isHan)
    else { return false }
    return lines[(index + 1)..<body.lowerBound].prefix(20).contains {
      $0.hasHan && $0.key.count >= 6
    }
  }

  /// Whether a time stands with 地点 or 主持: it is when a meeting was held.
  private func isOfMeeting(_ index: Int) -> Bool {
    let words = ["地点:", "主持:", "主持人:", "会议地点:", "出席:", "参加:", "参加人员:", "议题:"]
    return lines[index].key.starts(with: "时间:".unicodeScalars)
      && lines[index...].dropFirst().prefix(3).contains { line in
        words.contains { line.key.starts(with: $0.unicodeScalars) }
      }
  }

  // MARK: The rules, in their order

  private func repeated(_ index: Int, _ state: Passage) -> Verdict? {
    if repeats.contains(index) { return (.duplicate, .duplicateLines) }
    let line = lines[index]
    // A title said twice above the body.
    guard index < body.lowerBound, line.key.count >= 4, line.hasHan else { return nil }
    let above = max(0, index - 20)..<index
    let isSaid = lines[above].contains { $0.key == line.key } || isPartOfTitle(index)
    return isSaid ? (.duplicate, .duplicateLines) : nil
  }

  /// Whether it is one of two or three lines that together say again what markup calls the title.
  private func isPartOfTitle(_ index: Int) -> Bool {
    let title = source[max(0, index - 20)..<index].indices.first { source[$0].form == .title }
    guard let title, lines[title].key.count > lines[index].key.count else { return false }
    return (max(title + 1, index - 2)...index).contains { first in
      (2...3).contains { count in
        let part = first..<min(first + count, body.lowerBound)
        return part.contains(index) && part.count == count
          && lines[part].flatMap(\.key) == lines[title].key
      }
    }
  }

  /// What printing adds: folios, repeated heads, stray numbers and rows of marks.
  private func printed(_ index: Int, _ state: Passage) -> Verdict? {
    let line = lines[index]
    if Folio.isFolio(line.key) || heads.contains(index) { return (.stray, .pageHeads) }
    if line.isMarksOnly { return (.stray, .strayLines) }
    guard line.isNumber, line.key.count <= 3 else { return nil }
    let isAloneAfter = index + 1 == lines.count || lines[index + 1].blankBefore > 0
    let isAlone = isAloneAfter && (index == 0 || line.blankBefore > 0)
    return isAlone ? (.stray, .strayLines) : nil
  }

  private func message(_ index: Int, _ state: Passage) -> Verdict? {
    messages.contains(index) ? (.stray, .messages) : nil
  }

  /// A farm of links, also between the paragraphs: many short names between bars.
  private func linkFarm(_ index: Int, _ state: Passage) -> Verdict? {
    let line = lines[index]
    let fewestLinks = 8
    let longestName = 10
    let bars = line.items(between: "|")
    guard bars.count >= fewestLinks, bars.allSatisfy({ $0.count <= longestName }),
      line.key.first != "|"
    else { return nil }
    let named = bars.count { !$0.contains(where: \.isASCIIDigit) }
    return named * 10 >= bars.count * 9 ? (.spam, .linkFarms) : nil
  }

  /// What the evidence for and against a line comes to.
  private func page(_ index: Int, _ state: Passage) -> Verdict? {
    let line = lines[index]
    if line.signs.contains(.print) && !line.hasFullStop || line.isEndMark {
      return (.stray, .pageHeads)
    }
    if isSaidByBoth(index) { return (.navigation, .navigation) }
    if line.signs.contains(.message), !body.contains(index) || !line.hasFullStop {
      return (.stray, .messages)
    }
    let evidence = regions.evidence(
      index,
      isPastEnd: state.isPastEnd,
      isInList: state.isInLinks
    )
    guard evidence.isEnough || isSite(index) else { return nil }
    // Above the text a byline is read first; below the head of the site.
    let isByline =
      index < body.lowerBound && !evidence.contains(.aboveTop)
      && evidence.isDisjoint(with: [.filing, .position, .tools, .tool, .toolRow])
    if isByline, Byline(line.text) != nil { return nil }
    // 发布日期：2025-10-14　点击数：, with the tools of the page behind it.
    if index < body.lowerBound, evidence.isDisjoint(with: [.filing, .position, .inRecord]),
      Byline(line.text)?.leadsWithTime ?? false
    {
      return nil
    }
    return evidence.verdict
  }

  /// The name of an account that stands above the text and again below the end of the page.
  private func isSaidByBoth(_ index: Int) -> Bool {
    guard !accounts.isEmpty, let end = regions.end, index < body.lowerBound || index > end else {
      return false
    }
    return accounts.contains(lines[index].key)
  }

  private static func accounts(_ lines: [LineFacts], _ regions: PageRegions) -> Set<
    [Unicode.Scalar]
  > {
    let longest = 10
    let above = lines[..<min(regions.body.lowerBound, lines.count)]
    guard let end = regions.end,
      above.contains(where: { $0.key.count > longest && $0.hasHan && Byline($0.text) == nil })
    else { return [] }
    func names(_ lines: ArraySlice<LineFacts>) -> Set<[Unicode.Scalar]> {
      Set(
        lines.filter { (2...longest).contains($0.key.count) && $0.hasHan && !$0.isNumbered }
          .map(\.key)
      )
    }
    return names(above).intersection(names(lines[end...]))
  }

  /// The name of a site above the title, which a row of tools below has again: 安澜头条　2小时前　关注.
  private func isSite(_ index: Int) -> Bool {
    let line = lines[index]
    guard index < body.lowerBound, line.key.count <= 10 else { return false }
    return lines[(index + 1)..<body.lowerBound].indices.prefix(20).contains { other in
      lines[other].key.count > line.key.count && lines[other].key.starts(with: line.key)
        && !regions.own[other].isDisjoint(with: [.toolRow, .tools, .tool])
    }
  }
}
