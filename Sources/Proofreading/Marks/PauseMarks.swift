import Diagnostics

/// Marks beside each other, before conjunctions, between quoted items, beside spaces.
enum PauseMarks {
  static func check(_ passage: Passage, _ log: inout ProofLog) {
    var index = 0
    var quotedTo = 0
    while index < passage.count {
      let scalar = passage.plain[index]
      if scalar.isPauseMark || scalar.endsSentence {
        let end = runEnd(passage, from: index)
        doubled(index..<end, passage, &log)
        afterQuote(index, passage, &log)
        withinQuote(index, passage, &log)
        if scalar == "、", end == index + 1 {
          conjunction(at: index, passage, &log)
          if index >= quotedTo { quotedTo = quotedList(at: index, passage, &log) }
        }
        index = end
      } else {
        if scalar.isSpace { space(at: index, passage, &log) }
        index += 1
      }
    }
  }

  private static func runEnd(_ passage: Passage, from start: Int) -> Int {
    var end = start
    while passage.at(end).isPauseMark || passage.at(end).endsSentence { end += 1 }
    return end
  }

  /// ，， and 。， but neither ？！ nor 。。。, which is meant for an ellipsis.
  private static func doubled(_ run: Range<Int>, _ passage: Passage, _ log: inout ProofLog) {
    guard run.count > 1 else { return }
    guard run.contains(where: { passage.plain[$0].isPauseMark }) else {
      if run.count > mostInARow { log.add(.stackedMarks, run, of: passage) }
      return
    }
    if run.count > 2, run.allSatisfy({ passage.plain[$0] == "。" }) {
      log.add(.ellipsisForm, run, of: passage)
    } else {
      log.add(.doubledMark, run, of: passage)
    }
  }

  private static let mostInARow = 3

  private static func closesQuote(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "”" || scalar == "」" || scalar == "’" || scalar == "』"
  }

  /// “……。”。, “……。”， and “……？”。: a quotation that has its stop takes no mark behind it (B.2.1).
  ///
  /// Where the sentence goes on, a comma behind ？ or ！ is let pass: good papers print it.
  private static func afterQuote(_ index: Int, _ passage: Passage, _ log: inout ProofLog) {
    guard closesQuote(passage.at(index - 1)) else { return }
    var stop = index - 2
    if closesQuote(passage.at(stop)) { stop -= 1 }
    let inner = passage.at(stop)
    guard inner == "。" || inner.endsSentence && passage.plain[index].endsSentence else { return }
    log.add(.stopAfterQuote, stop..<(index + 1), of: passage)
  }

  /// “……。”的要求: part of a sentence, a quotation keeps ？ and ！ but no 。 (B.2.1).
  private static func withinQuote(_ index: Int, _ passage: Passage, _ log: inout ProofLog) {
    guard passage.plain[index] == "。", closesQuote(passage.at(index + 1)),
      passage.at(index + 2) == "的", passage.at(index + 3) != "确", passage.at(index + 3) != "士"
    else { return }
    log.add(.stopWithinQuote, index..<(index + 3), of: passage)
  }

  // MARK: - 、 before 和, 以及 and 等

  /// 与 is none of them: 、与考官对话 and 、与人口相匹配的 join nothing.
  private static let conjunctions: [(word: String, check: ProofCheck, others: ScalarSet)] = [
    ("以及", .commaBeforeAsWellAs, ScalarSet("")),
    ("和", .commaBeforeAnd, ScalarSet("谐平睦善解气美缓合风煦蔼好田县顺龙静政林布硕声棋畅颜而弦苑安若泰兴盛信润瑞悦成昌祥荣众园家康源丰贵鸣乐")),
    ("及", .commaBeforeAsWellAs, ScalarSet("时格早物第至笄其他冠")),
  ]

  private static func conjunction(at index: Int, _ passage: Passage, _ log: inout ProofLog) {
    let next = passage.at(index + 1)
    for (word, check, others) in conjunctions where passage.has(word, at: index + 1) {
      let end = index + 1 + word.unicodeScalars.count
      // 及其 and 及其他 go on: 甲、乙及其他; before them the comma is as wrong.
      guard !others.contains(passage.at(end)), beginsItem(passage.at(end)) else { return }
      log.add(check, index..<end, of: passage)
      return
    }
    if next == "等", !"级待候额值价距量差同效".unicodeScalars.contains(passage.at(index + 2)) {
      log.add(.commaBeforeEtc, index..<(index + 2), of: passage)
    }
  }

  /// What an item of a list may begin with.
  private static func beginsItem(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isHan || scalar.isDigit || scalar == "“" || scalar == "《"
  }

  // MARK: - Quoted items

  private static func opener(of closer: Unicode.Scalar) -> Unicode.Scalar? {
    switch closer {
    case "”": "“"
    case "》": "《"
    case "」": "「"
    case "’": "‘"
    case "』": "『"
    case "〉": "〈"
    default: nil
    }
  }

  /// 《甲》、《乙》; not where a bracket or an item without marks stands in the list (4.5.3.5).
  ///
  /// Returns the end of the list.
  private static func quotedList(
    at comma: Int,
    _ passage: Passage,
    _ log: inout ProofLog
  ) -> Int {
    let closer = passage.at(comma - 1)
    guard let opener = opener(of: closer), passage.at(comma + 1) == opener else { return 0 }
    var end = comma
    while passage.at(end) == "、", passage.at(end + 1) == opener {
      guard let close = find(closer, from: end + 2, passage) else { return end }
      end = close + 1
    }
    if isPure(after: end, passage), let start = findBack(opener, from: comma - 2, passage),
      passage.at(start - 1) != "、", !isWithinTitle(start, passage)
    {
      log.add(.quotedListComma, (comma - 1)..<(comma + 2), of: passage)
    }
    return end
  }

  /// Whether nothing of the list follows its last quoted item: no bracket, and no word behind which it
  /// goes on (“甲”、“乙”比赛、“丙”).
  private static func isPure(after end: Int, _ passage: Passage) -> Bool {
    if passage.at(end) == "（" || passage.at(end) == "(" { return false }
    let next = (end..<(end + 12)).first { !passage.at($0).isHan } ?? end
    return passage.at(next) != "、" || passage.at(next + 1).isHan && next > end
  }

  /// Whether a 《 is open: the marks of a title are its author's.
  private static func isWithinTitle(_ start: Int, _ passage: Passage) -> Bool {
    let mark = (max(0, start - longestItem)..<start).last {
      passage.plain[$0] == "《" || passage.plain[$0] == "》"
    }
    return mark.map { passage.plain[$0] == "《" } ?? false
  }

  /// No title or phrase in quotation marks is longer.
  private static let longestItem = 80

  private static func find(
    _ scalar: Unicode.Scalar,
    from start: Int,
    _ passage: Passage
  ) -> Int? {
    guard start < passage.count else { return nil }
    return (start..<min(start + longestItem, passage.count)).first { passage.plain[$0] == scalar }
  }

  private static func findBack(
    _ scalar: Unicode.Scalar,
    from end: Int,
    _ passage: Passage
  ) -> Int? {
    guard end >= 0 else { return nil }
    return (max(0, end - longestItem)...end).last { passage.plain[$0] == scalar }
  }

  // MARK: - Spaces

  private static let closers = ScalarSet("，。、；：？！）》”")
  private static let openers = ScalarSet("（《“")

  private static func space(at index: Int, _ passage: Passage, _ log: inout ProofLog) {
    guard passage.kind.isProse, !passage.at(index + 1).isSpace else { return }
    let before = passage.at(index - 1)
    let isBefore = closers.contains(passage.at(index + 1)) && before.isHan
    let isAfter = openers.contains(before) && passage.at(index + 1).isHan
    guard isBefore || isAfter else { return }
    let range = isBefore ? index..<(index + 2) : (index - 1)..<(index + 1)
    log.add(.spaceAtMark, range, of: passage)
  }
}
