import Reports
import WritingSystems

/// What a report says twice must agree: changes with their ends, sums with their parts, shares
/// with their numbers.
///
/// Only what is unambiguous in the text is compared: a warning that is wrong costs trust. Each
/// rule says when it applies. Numbers that the report rounds are compared within half a unit of
/// the last digit printed.
struct ReportChecks {
  let sentences: [FigureSentence]

  func run() -> [Agreement] {
    sentences.flatMap { sentence in
      rises(in: sentence) + sums(in: sentence) + parts(in: sentence) + share(in: sentence)
        + shares(in: sentence)
    }
  }

  private typealias Item = FigureSentence.Item

  // MARK: Changes

  /// `由84家增至119家，增加35家`, `从31.42%提升至86.41%，提高54.99个百分点`, `由A增至B，增长C%`: the
  /// number follows its ends, and nothing but a word of change stands between.
  private func rises(in sentence: FigureSentence) -> [Agreement] {
    zip(sentence.items, sentence.items.dropFirst()).compactMap { ends, amount in
      guard let from = ends.figure.from, let to = ends.figure.to,
        let stated = amount.figure.value, amount.figure.from == nil,
        amount.figure.approximate == nil, Words.isChange(amount.before)
      else { return nil }
      return rise(from: from, to: to, ends.figure, stated, amount.figure)
    }
  }

  private func rise(
    from: Double,
    to: Double,
    _ ends: Figure,
    _ stated: Double,
    _ amount: Figure
  ) -> Agreement? {
    let isPoints = ends.kind == .percent && amount.kind == .percentagePoint
    if isPoints || ends.unit == amount.unit, ends.kind != .percent || isPoints {
      return .difference(.rise, of: ends, amount, from: from, to: to, stated: stated)
    }
    guard amount.kind == .percent, ends.kind != .percent else { return nil }
    return .growth(
      .rise,
      of: ends,
      amount,
      from: from,
      to: to,
      stated: stated,
      isExact: ends.isExact
    )
  }

  // MARK: Sums

  /// `单建21个，联合55个，两项合计76个`: numbers of one unit side by side, then their sum.
  ///
  /// `N项` says how many; without it any run that fits will do, and a plain 共 that no
  /// run fits is taken for something else.
  private func sums(in sentence: FigureSentence) -> [Agreement] {
    sentence.items.indices.compactMap { index in
      let total = sentence.items[index].figure
      guard total.isAddend, let said = Words.sum(in: sentence.items[index].before),
        let stated = total.plainValue
      else { return nil }
      let run = addends(before: index, in: sentence, unit: total.plainUnit)
      if let count = said.count {
        return run.count >= count ? sum(Array(run.suffix(count)), stated, total) : nil
      }
      guard run.count > 1 else { return nil }
      let fitting = (2...run.count).lazy.map { sum(Array(run.suffix($0)), stated, total) }
        .first { $0.holds }
      return fitting ?? (said.isCertain ? sum(run, stated, total) : nil)
    }
  }

  private func addends(
    before index: Int,
    in sentence: FigureSentence,
    unit: String?
  ) -> [Figure] {
    var run: [Figure] = []
    for item in sentence.items[..<index].reversed() {
      guard item.figure.isAddend, item.figure.plainUnit == unit else { break }
      run.append(item.figure)
      if item.before.contains("其中") { break }
    }
    return run.reversed()
  }

  private func sum(_ parts: [Figure], _ stated: Double, _ total: Figure) -> Agreement {
    .total(.sum, of: parts + [total], parts: parts, whole: total, stated: stated)
  }

  // MARK: Parts

  /// `共307家，其中非公企业264家、社会组织43家`: two parts or more of the whole's unit.
  ///
  /// Parts need not be all of it, so they are compared only where they come to nine tenths of it
  /// or go beyond it.
  private func parts(in sentence: FigureSentence) -> [Agreement] {
    sentence.items.indices.compactMap { index in
      guard index > 0, sentence.items[index].before.contains("其中") else { return nil }
      let whole = sentence.items[index - 1].figure
      guard whole.isAddend, let stated = whole.plainValue, stated > 0 else { return nil }
      let parts = sentence.items[index...].prefix { item in
        item.figure.isAddend && item.figure.plainUnit == whole.plainUnit
          && Words.sum(in: item.before) == nil
      }
      .map(\.figure)
      let sum = parts.compactMap(\.plainValue).reduce(0, +)
      guard parts.count > 1, sum >= stated * 0.9 else { return nil }
      return .total(.parts, of: [whole] + parts, parts: parts, whole: whole, stated: stated)
    }
  }

  // MARK: Shares

  /// `收入13.47亿元，其中税收9.05亿元，占67.2%`: a share that names no whole of its own, after a part
  /// and its whole.
  private func share(in sentence: FigureSentence) -> [Agreement] {
    sentence.items.indices.compactMap { index in
      guard index > 1, case let item = sentence.items[index], item.figure.kind == .percent,
        item.figure.approximate == nil, item.figure.change == .none, Words.isShare(item.before),
        let stated = item.figure.value, sentence.items[index - 1].before.contains("其中")
      else { return nil }
      let part = sentence.items[index - 1].figure
      let whole = sentence.items[index - 2].figure
      guard part.isAddend, whole.isAddend, part.plainUnit == whole.plainUnit,
        let a = part.plainValue, let b = whole.plainValue, b > 0
      else { return nil }
      let uncertain =
        100
        * ((part.isExact ? 0 : part.plainTolerance) + (whole.isExact ? 0 : whole.plainTolerance))
        / b
      return Agreement(
        .share,
        of: [whole, part, item.figure],
        "\(Arithmetic.text(a)) ÷ \(Arithmetic.text(b)) × 100",
        100 * a / b,
        equals: stated,
        within: item.figure.lastDigit / 2 + uncertain
      )
    }
  }

  /// `分别占31.2%、42.5%、26.3%`: three shares or more side by side that come near 100 %.
  private func shares(in sentence: FigureSentence) -> [Agreement] {
    guard
      let first = sentence.items.firstIndex(where: {
        $0.figure.kind == .percent && $0.before.contains("占")
      })
    else { return [] }
    let run = sentence.items[first...].enumerated().prefix { offset, item in
      item.figure.kind == .percent && item.figure.value != nil && item.figure.change == .none
        && (offset == 0 || ["、", "和", "，", "及"].contains(item.before))
    }
    .map(\.element.figure)
    let values = run.compactMap(\.value)
    let total = values.reduce(0, +)
    guard run.count > 2, (90...110).contains(total) else { return [] }
    return [
      Agreement(
        .shares,
        of: run,
        values.map(Arithmetic.text).joined(separator: " + "),
        total,
        equals: 100,
        within: run.map(\.plainTolerance).reduce(0, +)
      )
    ]
  }
}

extension Figure {
  /// One unit of the last digit printed.
  var lastDigit: Double {
    var step = 1.0
    for _ in 0..<decimals { step /= 10 }
    return step
  }

  /// A count of things is what it is; a number with a point or a scale was rounded.
  var isExact: Bool { decimals == 0 && base == nil }
}

/// The words that say what a number is to those before it.
private enum Words {
  private static let changes: Set<String> = [
    "提高", "提升", "上升", "增加", "增长", "新增", "净增", "扩大", "多", "下降", "降低", "减少", "回落", "收窄",
    "压减", "缩短", "缩小", "少", "上涨", "下跌", "增幅", "降幅", "涨幅",
  ]

  private static let shares: Set<String> = [
    "占", "占比", "占总数", "占总量", "占全部", "所占比重", "占比重",
  ]

  private static let counts: [Character: Int] = [
    "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
  ]

  /// The text simplified, without marks and the words that add nothing.
  private static func bare(_ text: String) -> String {
    MatchingKey(text).string.filter { !"共累计了约为达的".contains($0) }
  }

  /// Nothing but marks and a word of change.
  static func isChange(_ text: String) -> Bool { changes.contains(bare(text)) }

  /// What a text before a number says of its being a sum: of how many numbers, and how surely.
  static func sum(in text: String) -> (count: Int?, isCertain: Bool)? {
    let clause = text.split(whereSeparator: { "，,、；：".contains($0) }).last ?? ""
    let folded = MatchingKey(String(clause)).string
    for word in ["项合计", "者合计", "类合计", "项共计", "项共"] {
      guard let place = folded.firstRange(of: word)?.lowerBound, place > folded.startIndex,
        let count = counts[folded[folded.index(before: place)]]
      else { continue }
      return (count, true)
    }
    if folded.contains("合计") || folded.contains("总计") { return (nil, true) }
    return folded.contains("共") ? (nil, false) : nil
  }

  /// `占67.2%`, `占比67.2%`, `占总数的67.2%`: no other whole is named.
  static func isShare(_ text: String) -> Bool { shares.contains(bare(text)) }
}
