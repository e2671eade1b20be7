import Diagnostics
import WritingSystems

/// Finds the lines that belong to the page a report was saved from, not to the report.
///
/// A report's body runs from its first line with sentences to its last; what many words of a web
/// page mean depends on whether they stand before it, in it or after it.
struct LineRules {
  private let lines: [LineFacts]
  private let body: Range<Int>
  private let disabled: Set<CleaningRule>
  /// Weak signs of a footer (主办单位) count only beside a strong one (备案号).
  private let hasFooter: Bool

  init(_ lines: [Line], without disabled: Set<CleaningRule>) {
    let facts = lines.map(LineFacts.init)
    self.lines = facts
    self.disabled = disabled
    let isFooter = facts.map { PageWords.footer.contains($0) }
    let first = facts.indices.first { facts[$0].hasSentences && !isFooter[$0] }
    let last = facts.indices.last { facts[$0].hasSentences && !isFooter[$0] }
    let end = (last ?? facts.count - 1) + 1
    body = (first ?? facts.count)..<end
    hasFooter = facts.indices.contains { $0 >= end && isFooter[$0] }
  }

  /// The lines that stay, in order; the others are listed in the log.
  static func apply(
    to lines: [Line],
    without disabled: Set<CleaningRule>,
    log: inout CleaningLog
  ) -> [Line] {
    let rules = LineRules(lines, without: disabled)
    var kept: [Line] = []
    var blanks = 0
    var pastEnd = false
    for (index, line) in lines.enumerated() {
      blanks = max(blanks, line.blankBefore)
      let verdict =
        pastEnd ? (.navigation, .navigation) : line.isSettled ? nil : rules.verdict(index)
      if index >= rules.body.upperBound, rules.lines[index].beginsLinks { pastEnd = true }
      if let verdict, !disabled.contains(verdict.1) {
        log.drop(line.source, as: verdict.0, by: verdict.1)
        continue
      }
      var next = line
      next.blankBefore = blanks
      if !disabled.contains(.bylines), rules.isByline(index, line) {
        next.role = .byline
        log.drop(line.source, as: .pageHead, by: .bylines)
      }
      kept.append(next)
      blanks = 0
    }
    if !disabled.contains(.bylines) { markMasthead(&kept, log: &log) }
    return kept
  }

  private static func markMasthead(_ lines: inout [Line], log: inout CleaningLog) {
    for index in 0..<Masthead.count(lines) where lines[index].role == .text {
      lines[index].role = .masthead
      log.drop(lines[index].source, as: .pageHead, by: .bylines)
    }
  }

  private typealias Verdict = (Report.Dropped.Kind, CleaningRule)

  /// What a line is, if it is no part of the report; the first rule that knows it decides.
  private func verdict(_ index: Int) -> (Report.Dropped.Kind, CleaningRule)? {
    if isRepeated(index) { return (.duplicate, .duplicateLines) }
    if isStray(index) { return (.stray, .strayLines) }
    if let list = linkList(index) { return list }
    let line = lines[index]
    if PageWords.footer.contains(line) { return (.footer, .footers) }
    guard !body.contains(index) else { return nil }
    let isAfter = index >= body.upperBound
    if !isAfter, Byline(line.text)?.saysSomething ?? false { return nil }
    if PageWords.navigation.contains(line) { return (.navigation, .navigation) }
    if PageWords.counter.contains(line) { return (.footer, .footers) }
    if isAfter, PageWords.editors.contains(line) { return (.footer, .footers) }
    if isAfter, hasFooter, PageWords.weakFooter.contains(line) { return (.footer, .footers) }
    return nil
  }

  private func isByline(_ index: Int, _ line: Line) -> Bool {
    index < body.lowerBound && Byline(line.text) != nil
  }

  /// A line equal to the one before it, or to an earlier one above the body (a title said twice).
  private func isRepeated(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.key.count >= 4, line.hasHan, index > 0 else { return false }
    if lines[index - 1].key == line.key { return true }
    return index < body.lowerBound
      && lines[max(0, index - 20)..<index].contains { $0.key == line.key }
  }

  /// A number or a row of marks alone on its line, away from other text.
  private func isStray(_ index: Int) -> Bool {
    let line = lines[index]
    if line.isMarksOnly { return true }
    guard line.isPageNumber || (line.isNumber && line.key.count <= 3) else { return false }
    let isAloneAfter = index + 1 == lines.count || lines[index + 1].blankBefore > 0
    return line.isPageNumber || (isAloneAfter && (index == 0 || line.blankBefore > 0))
  }

  /// A menu, a breadcrumb, or a farm of links: many short names between bars.
  private func linkList(_ index: Int) -> (Report.Dropped.Kind, CleaningRule)? {
    let line = lines[index]
    let bars = line.items(between: "|")
    if bars.count >= 3, bars.allSatisfy({ $0.count <= 10 }) {
      if bars.contains(where: PageWords.menu.contains) { return (.navigation, .navigation) }
      let fewestLinks = 8
      let named = bars.count { !$0.contains(where: \.isASCIIDigit) }
      if bars.count >= fewestLinks, line.key.first != "|", named * 10 >= bars.count * 9 {
        return (.spam, .linkFarms)
      }
    }
    let steps = line.items(between: ">")
    let isBreadcrumb =
      index < body.lowerBound && steps.count >= 2
      && steps[0].suffix(2).elementsEqual("首页".unicodeScalars)
    return isBreadcrumb ? (.navigation, .navigation) : nil
  }
}

/// What the rules for lines look at.
struct LineFacts {
  let text: Strand
  let blankBefore: Int
  /// The line without spaces, full-width forms made half-width, letters small, simplified.
  let key: [Unicode.Scalar]
  let hasHan: Bool
  /// Whether it is running text: long enough, with a full stop.
  let hasSentences: Bool
  /// Whether it is made of digits only.
  let isNumber: Bool
  /// Whether it has neither letters nor digits.
  let isMarksOnly: Bool

  /// Fixed words of pages are looked for in lines no longer than this; a longer line is text.
  static let longestPageLine = 160

  init(_ line: Line) {
    text = line.text
    blankBefore = line.blankBefore
    let scalars = text.scalars
    hasHan = scalars.contains(where: \.isHan)
    hasSentences = scalars.count >= 15 && scalars.contains("。")
    let shown = scalars.lazy.filter { !$0.isSpace }
    isNumber = shown.allSatisfy { $0.decimalDigit != nil }
    isMarksOnly = !shown.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    key = shown.prefix(LineFacts.longestPageLine + 1).map(Self.folded)
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let plain = MatchingKey.simplified(scalar.narrowed)
    let isCapital = (0x41...0x5A).contains(plain.value)
    return isCapital ? Unicode.Scalar(plain.value + 0x20) ?? plain : plain
  }

  var isShort: Bool { text.count <= Self.longestPageLine }

  /// - 3 -, —3—, 第3页, 第3页共8页.
  var isPageNumber: Bool {
    guard key.count <= 12, !isNumber, key.contains(where: \.isASCIIDigit) else { return false }
    let rest = key.filter { !$0.isASCIIDigit }
    // 2022-10-14 is a date.
    if rest == ["-", "-"], key.first != "-" { return false }
    return Self.pageNumberMarks.contains(rest[...])
  }

  private static let pageNumberMarks = WordList([
    "--", "——", "··", "第页", "第页共页", "第页,共页", "第页/共页",
  ])

  /// 相关报道： and its like, after which a page lists other pages.
  var beginsLinks: Bool { isShort && Self.linkHeadings.beginsWord(key[...]) }

  private static let linkHeadings = WordList([
    "相关报道", "相关新闻", "相关链接", "相关文章", "延伸阅读", "友情链接", "相关稿件",
    "相关信息", "相关阅读", "关联稿件", "推荐阅读", "热门推荐",
  ])

  func items(between separator: Unicode.Scalar) -> [ArraySlice<Unicode.Scalar>] {
    key.split(separator: separator)
  }
}
