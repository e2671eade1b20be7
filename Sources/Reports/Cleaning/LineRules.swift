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
  private let body: Range<Int>
  /// Weak signs of a footer (主办单位) count only beside a strong one (备案号).
  private let hasFooter: Bool
  private let messages: MessageLines
  private let repeats: RepeatedText
  private let heads: RunningHeads
  /// The first line below the site's own head, which ends with the breadcrumb.
  private let top: Int

  init(_ lines: [Line]) {
    source = lines
    let facts = lines.map(LineFacts.init)
    self.lines = facts
    let first = facts.firstIndex(where: \.hasSentences)
    let last = facts.lastIndex(where: \.hasSentences)
    let end = (last ?? facts.count - 1) + 1
    body = (first ?? facts.count)..<end
    hasFooter = facts.indices.contains { $0 >= end && facts[$0].signs.contains(.footer) }
    messages = MessageLines(facts)
    repeats = RepeatedText(facts)
    heads = RunningHeads(facts)
    top = Self.top(facts[..<min(body.lowerBound, facts.count)])
  }

  /// The line below the breadcrumb, if a title can follow there; else 0.
  private static func top(_ lines: ArraySlice<LineFacts>) -> Int {
    let position = PageSigns.Position.self
    guard let crumb = lines.lastIndex(where: { position.isBreadcrumb($0) }) else { return 0 }
    let mayBeTitle = lines[(crumb + 1)...].contains { line in
      line.hasHan && line.key.count >= 4 && line.signs.isEmpty && Byline(line.text) == nil
    }
    return mayBeTitle ? crumb : 0
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
      if index >= rules.body.upperBound { state.note(rules.lines[index].signs) }
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

    mutating func note(_ signs: PageSigns) {
      isInLinks = isInLinks || signs.contains(.links)
      isPastEnd = isPastEnd || !signs.isDisjoint(with: [.end, .promotion])
    }
  }

  private static func markMasthead(_ lines: inout [Line], log: inout CleaningLog) {
    for index in Masthead.lines(of: lines) where lines[index].role == .text {
      lines[index].role = .masthead
      log.drop(lines[index].source, as: .pageHead, by: .bylines)
    }
  }

  /// What a line is, if it is no part of the report; the first rule that knows it, and is not
  /// switched off, decides.
  private func verdict(
    _ index: Int,
    _ state: Passage,
    without disabled: Set<CleaningRule>
  ) -> Verdict? {
    if state.isInLinks, !disabled.contains(.navigation) { return (.navigation, .navigation) }
    let rules: [(Int, Passage) -> Verdict?] = [
      repeated, printed, message, linkList, page, afterEnd,
    ]
    for rule in rules {
      if let found = rule(index, state), !disabled.contains(found.rule) { return found }
    }
    return nil
  }

  private func isByline(_ index: Int, _ line: Line) -> Bool {
    if index < body.lowerBound { return Byline(line.text) != nil && !isOfMeeting(index) }
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
    let isSaid = lines[max(0, index - 20)..<index].contains { $0.key == line.key }
    return isSaid ? (.duplicate, .duplicateLines) : nil
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

  /// A menu, a breadcrumb, or a farm of links: many short names between bars.
  private func linkList(_ index: Int, _ state: Passage) -> Verdict? {
    let line = lines[index]
    if index < top { return (.navigation, .navigation) }
    guard line.key.count > 3 else { return nil }
    let bars = line.items(between: "|")
    if bars.count >= 3, bars.allSatisfy({ $0.count <= 10 }) {
      if bars.contains(where: PageSigns.isMenuItem) { return (.navigation, .navigation) }
      let fewestLinks = 8
      let named = bars.count { !$0.contains(where: \.isASCIIDigit) }
      if bars.count >= fewestLinks, line.key.first != "|", named * 10 >= bars.count * 9 {
        return (.spam, .linkFarms)
      }
    }
    guard !body.contains(index) else { return nil }
    return isMenu(index) || PageSigns.Position.isBreadcrumb(line) ? (.navigation, .navigation) : nil
  }

  /// Several items of a menu on one line, or one of three and more lines that are one each.
  private func isMenu(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.isShort, !line.hasFullStop else { return false }
    let words = line.words.filter { !$0.isEmpty }
    let items = words.count { PageSigns.isMenuItem($0[...]) }
    if words.count >= 2, words.allSatisfy({ $0.count <= 8 }), items * 2 > words.count {
      return true
    }
    let isItem = { (place: Int) in
      lines.indices.contains(place) && !body.contains(place)
        && !lines[place].signs.isDisjoint(with: [.menu, .navigation])
    }
    guard line.signs.contains(.menu) else { return false }
    var count = 1
    for step in [-1, 1] {
      var place = index + step
      while count < 3, isItem(place) { (count, place) = (count + 1, place + step) }
    }
    return count >= 3
  }

  /// What fixed words say; inside the body only what nothing else could be.
  private func page(_ index: Int, _ state: Passage) -> Verdict? {
    let line = lines[index]
    let signs = line.signs
    if body.contains(index) {
      guard !line.hasFullStop else { return nil }
      if !signs.isDisjoint(with: [.print, .message, .inserted, .end]) { return signs.verdict }
      return PageNumbers.isPlayer(line.key) ? (.navigation, .navigation) : nil
    }
    let isAfter = index >= body.upperBound
    if !isAfter, Byline(line.text)?.saysSomething ?? false { return nil }
    if let verdict = signs.verdict { return verdict }
    let isTools =
      PageNumbers.isPageTool(line.key) || PageNumbers.isPlayer(line.key) || ToolLine.isTools(line)
    if isTools || ToolLine.isFileFacts(line) || isSite(index) {
      return (.navigation, .navigation)
    }
    if PageNumbers.isCounter(line.key) { return (.footer, .footers) }
    if PageNumbers.isAddress(line.key) || PageNumbers.isTopicList(line) {
      return (.navigation, .navigation)
    }
    if signs.contains(.editors), line.key.count <= 60 { return (.footer, .footers) }
    if isAfter, hasFooter, signs.contains(.weakFooter) { return (.footer, .footers) }
    return nil
  }

  /// The name of a site above the title, which a row of tools below has again: 安澜头条　2小时前　关注.
  private func isSite(_ index: Int) -> Bool {
    let line = lines[index]
    guard index < body.lowerBound, line.key.count <= 10 else { return false }
    return lines[(index + 1)..<body.lowerBound].prefix(20).contains { other in
      other.key.count > line.key.count && other.key.starts(with: line.key)
        && ToolLine.isTools(other)
    }
  }

  /// After 上一篇 and the like a short line is no text, unless it is an attachment, an item or a date.
  private func afterEnd(_ index: Int, _ state: Passage) -> Verdict? {
    guard state.isPastEnd, index >= body.upperBound else { return nil }
    let line = lines[index]
    let scalars = line.text.scalars
    let longest = 40
    guard line.key.count <= longest, !source[index].isTabular, HeadingMark(scalars) == nil,
      ParagraphKind.labelled(scalars) == nil, ParagraphKind.date(scalars) == nil,
      !line.text.scalars.contains(where: \.isTextMark)
    else { return nil }
    // A signature stands above its date.
    let next = index + 1 < lines.count ? lines[index + 1].text.scalars : []
    return ParagraphKind.date(next) == nil ? (.navigation, .navigation) : nil
  }
}
