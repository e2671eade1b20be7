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
  /// Addresses and names of files, whose marks are their own.
  let kept: [Range<Int>]

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
    kept = KeptWords.find(in: scalars)
  }

  /// Whether a scalar belongs to such a word; the words are in order.
  func isKept(_ index: Int) -> Bool {
    var (low, high) = (0, kept.count)
    while low < high {
      let middle = (low + high) / 2
      if kept[middle].upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low < kept.count && kept[low].contains(index)
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
  /// Before or after broken lines are joined.
  enum Stage { case early, late }

  let rule: CleaningRule
  let kind: Report.Repair.Kind
  let stage: Stage
  let find: @Sendable (LineView) -> [Edit]

  /// The rules in the order they are applied: widths of letters before marks, because a mark
  /// between full-width digits belongs to the number; marks before spaces, because a space beside
  /// a full-width mark goes.
  static let table: [CharacterRule] = [
    .init(rule: .compatibilityCharacters, kind: .character, stage: .early) { PlainForms.find($0) },
    .init(rule: .privateUse, kind: .character, stage: .early) { PrivateUse.find($0) },
    .init(rule: .indents, kind: .space, stage: .early) { indents($0) },
    .init(rule: .spaces, kind: .space, stage: .early) { Spaces.tabulators($0) },
    .init(rule: .letterWidths, kind: .width, stage: .late) { LetterWidths.find($0) },
    .init(rule: .brackets, kind: .punctuation, stage: .late) { Brackets.find($0) },
    .init(rule: .quotationMarks, kind: .punctuation, stage: .late) { QuotationMarks.find($0) },
    .init(rule: .dashes, kind: .punctuation, stage: .late) { Dashes.find($0) },
    .init(rule: .ellipses, kind: .punctuation, stage: .late) { Ellipses.find($0) },
    .init(rule: .punctuationWidths, kind: .punctuation, stage: .late) {
      PunctuationWidths.find($0)
    },
    .init(rule: .spaces, kind: .space, stage: .late) { Spaces.find($0) },
  ]

  /// Applies the rules of a stage but those switched off.
  static func apply(
    _ stage: Stage,
    to line: inout Line,
    isFirst: Bool,
    _ disabled: Set<CleaningRule>,
    log: inout CleaningLog
  ) {
    var view = LineView(line, isFirst: isFirst)
    for rule in table where rule.stage == stage && !disabled.contains(rule.rule) {
      let edits = rule.find(view)
      guard !edits.isEmpty else { continue }
      for edit in edits {
        log.repair(
          rule.kind,
          from: line.text.string(of: edit.range),
          to: String(scalars: edit.replacement[...]),
          at: line.text.span(of: edit.range),
          by: rule.rule
        )
      }
      if rule.rule == .indents, let first = edits.first, first.range.lowerBound == 0 {
        line.indent = first.range.count
      }
      line.text = line.text.applying(edits)
      view = LineView(line, isFirst: isFirst)
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
    case "：", "／", "－", "＋", "＝": return isBesideWide
    case "，": return isBesideWide && isThousandsGroup(scalars, after: index)
    default: return false
    }
  }

  /// Whether exactly three digits follow: 1，280 is a number, 1，28 are two.
  private static func isThousandsGroup(_ scalars: [Unicode.Scalar], after index: Int) -> Bool {
    scalars[(index + 1)...].prefix(4).prefix { $0.decimalDigit != nil }.count == 3
  }
}
