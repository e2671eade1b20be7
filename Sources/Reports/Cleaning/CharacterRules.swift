import Diagnostics
import WritingSystems

/// What a rule for characters may look at: one line and what is known of it.
struct LineView {
  let scalars: [Unicode.Scalar]
  /// Whether the line is mostly Chinese, so that its marks should be so too.
  let isChinese: Bool
  /// Whether the line is running text, where a space separates nothing.
  let isRunningText: Bool
  /// Whether tabulators divide the line into cells.
  let isTabular: Bool

  init(_ line: Line, isFirst: Bool) {
    scalars = line.text.scalars
    var han = 0
    var letters = 0
    var marks = 0
    for scalar in scalars {
      if scalar.isHan { han += 1 }
      if scalar.isASCIILetter { letters += 1 }
      if scalar.isTextMark { marks += 1 }
    }
    // A Chinese line may name things in Latin letters: three to a Han character is no Chinese.
    isChinese = han > 0 && letters <= 3 * han
    isTabular = line.isTabular
    // The first line is the title: its space parts two lines of a title.
    isRunningText = marks > 0 && !isTabular && !(isFirst && scalars.last != "。")
  }

  /// The nearest scalar before an index that is no space, a few places back at most.
  func visible(before index: Int) -> Unicode.Scalar? {
    scalars[max(0, index - Self.reach)..<index].last { !$0.isSpace }
  }

  func visible(after index: Int) -> Unicode.Scalar? {
    scalars[(index + 1)..<min(scalars.count, index + 1 + Self.reach)].first { !$0.isSpace }
  }

  /// Marks and what they belong to are never further apart; it bounds the cost of a hostile line.
  private static let reach = 4
}

/// A rule that repairs characters of a line.
struct CharacterRule {
  let rule: CleaningRule
  let kind: Report.Repair.Kind
  let find: @Sendable (LineView) -> [Edit]

  /// The rules in the order they are applied: widths of letters before marks, because a mark
  /// between full-width digits belongs to the number; marks before spaces, because a space beside
  /// a full-width mark goes.
  static let table: [CharacterRule] = [
    CharacterRule(rule: .compatibilityCharacters, kind: .character) { unifiedIdeographs($0) },
    CharacterRule(rule: .indents, kind: .space) { indents($0) },
    CharacterRule(rule: .letterWidths, kind: .width) { LetterWidths.find($0) },
    CharacterRule(rule: .brackets, kind: .punctuation) { Brackets.find($0) },
    CharacterRule(rule: .quotationMarks, kind: .punctuation) { QuotationMarks.find($0) },
    CharacterRule(rule: .punctuationWidths, kind: .punctuation) { PunctuationWidths.find($0) },
    CharacterRule(rule: .spaces, kind: .space) { Spaces.find($0) },
  ]

  /// Applies all rules but those switched off.
  static func apply(
    to line: inout Line,
    isFirst: Bool,
    without disabled: Set<CleaningRule>,
    log: inout CleaningLog
  ) {
    for rule in table where !disabled.contains(rule.rule) {
      let edits = rule.find(LineView(line, isFirst: isFirst))
      for edit in edits {
        log.repair(
          rule.kind,
          from: line.text.string(of: edit.range),
          to: String(String.UnicodeScalarView(edit.replacement)),
          at: line.text.span(of: edit.range),
          by: rule.rule
        )
      }
      if rule.rule == .indents, let first = edits.first, first.range.lowerBound == 0 {
        line.indent = first.range.count
      }
      line.text = line.text.applying(edits)
    }
  }

  private static func unifiedIdeographs(_ line: LineView) -> [Edit] {
    line.scalars.indices.compactMap { index in
      let unified = line.scalars[index].unifiedIdeograph
      return unified == line.scalars[index]
        ? nil : Edit(range: index..<(index + 1), replacement: [unified])
    }
  }

  private static func indents(_ line: LineView) -> [Edit] {
    guard !line.isTabular, let first = line.scalars.firstIndex(where: { !$0.isSpace }),
      let last = line.scalars.lastIndex(where: { !$0.isSpace })
    else { return [] }
    let edges = [0..<first, (last + 1)..<line.scalars.count]
    return edges.filter { !$0.isEmpty }.map { Edit(range: $0, replacement: []) }
  }
}

/// Full-width digits and letters become half-width, with the marks inside a number.
enum LetterWidths {
  static func find(_ line: LineView) -> [Edit] {
    var edits: [Edit] = []
    var index = 0
    while index < line.scalars.count {
      var end = index
      while end < line.scalars.count, isWideLetter(line.scalars, end) { end += 1 }
      if end > index {
        let narrow = line.scalars[index..<end].map(\.narrowed)
        edits.append(Edit(range: index..<end, replacement: narrow))
      }
      index = max(end, index + 1)
    }
    return edits
  }

  private static func isWideLetter(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    let scalar = scalars[index]
    if scalar.isWideAlphanumeric { return true }
    guard index > 0, scalars[index - 1].decimalDigit != nil else { return false }
    let isBesideWide =
      scalars[index - 1].isWideDigit
      || (index + 1 < scalars.count && scalars[index + 1].isWideDigit)
    if scalar == "％" { return isBesideWide }
    guard index + 1 < scalars.count, scalars[index + 1].decimalDigit != nil else { return false }
    switch scalar {
    // 1．5 after the line's first digits may be the item 1．: left alone there.
    case "．": return isBesideWide || index > 2
    case "：", "／": return isBesideWide
    case "，": return isBesideWide && isThousandsGroup(scalars, after: index)
    default: return false
    }
  }

  /// Whether exactly three digits follow: 1，280 is a number, 1，28 are two.
  private static func isThousandsGroup(_ scalars: [Unicode.Scalar], after index: Int) -> Bool {
    scalars[(index + 1)...].prefix(4).prefix { $0.decimalDigit != nil }.count == 3
  }
}

/// Spaces inside Chinese text go; those that part words of a line without sentences stay.
enum Spaces {
  static func find(_ line: LineView) -> [Edit] {
    guard line.isRunningText else { return [] }
    var edits: [Edit] = []
    var index = 0
    while index < line.scalars.count {
      guard line.scalars[index].isSpace else {
        index += 1
        continue
      }
      var end = index
      while end < line.scalars.count, line.scalars[end].isSpace { end += 1 }
      if isNeedless(index..<end, in: line) {
        edits.append(Edit(range: index..<end, replacement: []))
      }
      index = end
    }
    return edits
  }

  private static func isNeedless(_ range: Range<Int>, in line: LineView) -> Bool {
    guard range.lowerBound > 0, range.upperBound < line.scalars.count else { return false }
    let before = line.scalars[range.lowerBound - 1]
    let after = line.scalars[range.upperBound]
    let besideMark = isWideMark(before) || isWideMark(after)
    if besideMark { return true }
    guard before.isChinese, after.isChinese else { return false }
    // One ideographic space pads a name of two characters (沈　平) or parts two items: it is meant.
    let isIdeographic = line.scalars[range].elementsEqual(["\u{3000}"])
    return !isIdeographic && !isCredit(range.lowerBound, in: line, after: after)
  }

  /// Whether the space belongs to a credit: 本报记者 王某 摄.
  private static func isCredit(_ index: Int, in line: LineView, after: Unicode.Scalar) -> Bool {
    if after == "摄" || after == "攝" { return true }
    let before = line.scalars[max(0, index - 2)..<index]
    return ["记者", "記者", "讯员", "訊員", "作者", "编辑", "編輯"]
      .contains { before.elementsEqual($0.unicodeScalars) }
  }

  private static func isWideMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isChineseMark && !scalar.isQuotationMark && scalar.value > 0x3000
  }
}
