/// A quotation mark of a line: one scalar, or two straight ones typed for a double mark.
struct QuotationMark {
  let range: Range<Int>
  /// What is written; of two straight ones the first.
  let scalar: Unicode.Scalar
  /// Whether it is a single mark.
  let isSingle: Bool
  /// Which way it is turned: nil for a straight one.
  private(set) var opens: Bool?
  private(set) var context = QuotationContext()

  var isCorner: Bool {
    switch scalar {
    case "「", "」", "『", "』": true
    default: false
    }
  }

  static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "＂", "〃", "″", "'", "`", "＇", "“", "”", "‘", "’", "「", "」", "『", "』": true
    default: false
    }
  }

  static func all(in line: LineView, withCorners: Bool) -> [QuotationMark] {
    var marks: [QuotationMark] = []
    var index = 0
    while index < line.scalars.count {
      guard mayBegin(line.scalars[index]), !line.isKept(index),
        let mark = QuotationMark(line, at: index), withCorners || !mark.isCorner
      else {
        index += 1
        continue
      }
      marks.append(mark)
      index = mark.range.upperBound
    }
    return marks
  }

  /// Nil for an apostrophe.
  private init?(_ line: LineView, at index: Int) {
    let scalars = line.scalars
    scalar = scalars[index]
    switch scalar {
    case "\"", "＂", "〃", "″", "“", "”", "「", "」":
      isSingle = false
      range = index..<(index + 1)
    case "'", "`", "＇":
      let isDoubled = index + 1 < scalars.count && scalars[index + 1] == scalar
      guard isDoubled || !Self.isApostrophe(line, index) else { return nil }
      isSingle = !isDoubled
      range = index..<(index + (isDoubled ? 2 : 1))
    default:
      guard scalar != "’" || !Self.isApostrophe(line, index) else { return nil }
      isSingle = true
      range = index..<(index + 1)
    }
    switch scalar {
    case "“", "‘", "「", "『": opens = true
    case "”", "’", "」", "』": opens = false
    default: opens = nil
    }
    context = QuotationContext(line, range, isSingle: isSingle, opens: opens)
  }

  /// It's, the workers’ union.
  private static func isApostrophe(_ line: LineView, _ index: Int) -> Bool {
    let before = index > 0 ? line.scalars[index - 1] : nil
    let after = index + 1 < line.scalars.count ? line.scalars[index + 1] : nil
    return before?.isASCIIAlphanumeric ?? false && after.map { !$0.isChinese } ?? true
  }

  /// The mark as it was meant by somebody who turned every mark the wrong way.
  var reversed: QuotationMark {
    var mark = self
    mark.opens = opens.map { !$0 }
    mark.context.reverse()
    return mark
  }
}

/// What stands beside a quotation mark, and what that says against its parts.
///
/// The weights are tenths of "this is hardly ever so"; `QuotationPairing` adds them up.
struct QuotationContext {
  /// What speaks against its opening, its closing and its standing alone.
  private(set) var opening = 0
  private(set) var closing = 0
  private(set) var standingAlone = 0
  private(set) var isFirst = false
  /// Whether a colon stands before it: what it opens is a sentence of its own.
  private(set) var followsColon = false
  /// Whether a word stands before it that does not tell of speech.
  private(set) var followsWord = false
  /// Whether a sentence ends before it, and whether a mark or nothing follows it.
  private(set) var endsSentence = false
  private(set) var precedesWord = false
  /// Whether 的 stands before it, which what is quoted seldom ends with.
  private(set) var followsParticle = false
  private var opens: Bool?
  private var beginsSentence = false

  /// Whether it is turned as no mark is turned there: opening before a comma, closing after a colon.
  var isOutOfPlace: Bool { opens == true ? opening >= 60 : closing >= 50 }

  init() {}

  init(_ line: LineView, _ range: Range<Int>, isSingle: Bool, opens: Bool?) {
    let before = line.visible(before: range.lowerBound)
    let after = line.visible(after: range.upperBound - 1)
    self.opens = opens
    isFirst = before == nil
    followsColon = before == "：" || before == ":"
    followsWord = before?.isHan ?? false && !Self.tells(before)
    endsSentence = before?.endsSentence ?? false || before == "."
    precedesWord = after.map { $0.isHan || $0.isASCIIAlphanumeric } ?? false
    followsParticle = before == "的"
    beginsSentence = endsSentence && after?.isHan ?? false
    opening = Self.againstOpening(after)
    closing = Self.againstClosing(before)
    standingAlone = opens != nil ? 60 : isSingle ? 30 : 55
    if opens == nil { weigh(line, range) } else { turn() }
  }

  /// What speaks against the parts of a straight mark besides.
  private mutating func weigh(_ line: LineView, _ range: Range<Int>) {
    let hasSpaceBefore = range.lowerBound > 0 && line.scalars[range.lowerBound - 1].isSpace
    let end = range.upperBound
    let hasSpaceAfter = end < line.scalars.count && line.scalars[end].isSpace
    if hasSpaceBefore, !hasSpaceAfter { closing += 15 }
    if hasSpaceAfter, !hasSpaceBefore { opening += 15 }
    if Self.followsFigure(line, range.lowerBound) {
      opening += 30
      standingAlone = 5
    }
  }

  /// 24" and 5': a mark behind a figure that does not itself stand behind such a mark.
  private static func followsFigure(_ line: LineView, _ index: Int) -> Bool {
    guard index > 0, line.scalars[index - 1].isASCIIDigit else { return false }
    let figure = line.scalars[..<index].reversed().prefix {
      $0.isASCIIDigit || $0 == "." || $0 == "'"
    }
    guard let before = line.scalars[..<(index - figure.count)].last else { return true }
    return before != "\"" && before != "“"
  }

  /// A mark that is turned already is seldom meant to be turned the other way.
  private mutating func turn() {
    if opens == true {
      closing += beginsSentence ? 70 : 25
    } else {
      opening += 25
    }
  }

  mutating func reverse() {
    guard let opens else { return }
    if opens { closing -= beginsSentence ? 70 : 25 } else { opening -= 25 }
    self.opens = !opens
    turn()
  }

  /// What cannot follow an opening mark.
  private static func againstOpening(_ after: Unicode.Scalar?) -> Int {
    switch after {
    case nil: 90
    case "，", "。", "、", "；", "：", "！", "？", ",", ";", ":", "!", "?", ".": 90
    case "）", ")", "》", "】", "〕", "”", "’": 60
    case "…", "—": 10
    // No word in quotation marks begins with these.
    case "的", "等", "及", "或": 12
    default: 0
    }
  }

  /// What cannot precede a closing mark; a comma does where “好，”他 is followed by 说.
  private static func againstClosing(_ before: Unicode.Scalar?) -> Int {
    switch before {
    case nil: 80
    case "，", ",": 20
    case "、", "；", "：", ";", ":": 50
    case "（", "(", "《", "【", "〔", "“", "‘": 60
    case "—": 10
    // No word in quotation marks ends with these.
    case "和", "与", "與", "及", "或", "以", "把", "被", "将", "將", "按", "对", "對": 12
    default: 0
    }
  }

  private static func tells(_ scalar: Unicode.Scalar?) -> Bool {
    switch scalar {
    case "说", "說", "道", "问", "問", "答", "喊", "曰", "出", "叫", "写", "寫", "称", "稱", "是", "为", "為", "了":
      true
    default: false
    }
  }
}
