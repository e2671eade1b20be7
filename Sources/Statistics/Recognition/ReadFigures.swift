/// The figures read so far, and what each of them speaks of, for those after them that do not say.
struct ReadFigures {
  private struct Subject {
    var isVerb: Bool
    var isThreshold: Bool
    /// The indicator stands behind the number: what is counted is not what was said of it.
    var isBehind: Bool
    /// How deep in brackets the figure stands.
    var depth: Int
  }

  private(set) var figures: [Figure] = []
  private var subjects: [Subject] = []
  private let text: FoldedText
  /// Brackets opened before the place read so far.
  private var depth = 0
  private var position = 0

  /// How far a subject is carried on, in scalars.
  private static let reach = 90
  private static let people: Set<String> = ["人", "名", "位"]

  init(_ text: FoldedText) { self.text = text }

  mutating func add(_ figure: Figure, isVerb: Bool, isBehind: Bool, isThreshold: Bool) {
    advance(to: figure.range.lowerBound)
    figures.append(figure)
    subjects.append(
      Subject(isVerb: isVerb, isThreshold: isThreshold, isBehind: isBehind, depth: depth)
    )
  }

  private mutating func advance(to place: Int) {
    while position < place {
      switch text.scalars[position] {
      case "（", "(": depth += 1
      case "）", ")": depth = max(0, depth - 1)
      default: break
      }
      position += 1
    }
  }

  /// The subject of a figure before, in the same sentence, for one of which its clause says nothing.
  ///
  /// So in …提升至86.41%，提高54.99个百分点; plain counts, without 达到 or the like before them, and
  /// numbers with a verb of their own (办结37件) inherit only in the same unit.
  func subject(
    of figure: Figure,
    inUnit isSameUnit: Bool,
    _ finder: IndicatorFinder
  ) -> String? {
    var reader = self
    reader.advance(to: figure.range.lowerBound)
    let start = figure.range.lowerBound
    let near = zip(figures.suffix(6), subjects.suffix(6)).reversed().filter { other, subject in
      other.indicator != nil && subject.depth <= reader.depth
        && (figure.kind == .percentagePoint || !Self.isMeasureOfChange(other))
        && (other.kind != .duration || figure.kind == .duration)
        && isNear(other.range.upperBound, start, past: isSameUnit ? nil : "；")
    }
    if isSameUnit {
      return near.first { other, subject in
        !subject.isVerb && !subject.isThreshold && Self.isSame(other, figure)
      }?.0.indicator
    }
    // 其中超10亿元的 limits what 超亿元的 did.
    if figure.approximate != nil,
      let limit = near.first(where: { $1.isThreshold && $0.kind == figure.kind })
    {
      return limit.0.indicator
    }
    guard let (other, subject) = near.first(where: { !$1.isThreshold }) ?? near.first else {
      return nil
    }
    // 生产总值迈上4个台阶、达14万亿元 speaks of the 生产总值.
    if subject.isBehind, other.kind == .count, figure.kind != .count, figure.kind != .percent,
      let clause = finder.subject(before: other.range.lowerBound)
    {
      return text.quote(clause)
    }
    return other.indicator
  }

  /// The subjects of as many figures before as a list has, when they differ.
  func subjects(_ count: Int, before start: Int) -> [String]? {
    // 增速分别比…快4.6和3.1个百分点，占比重分别为…: shares are those of what grew.
    let last = figures.suffix(8).filter { !Self.isMeasureOfChange($0) }.suffix(count)
    guard last.count == count, let first = last.first, let end = last.last?.range.upperBound,
      isNear(first.range.upperBound, start), isNear(end, start)
    else { return nil }
    let named = last.compactMap(\.indicator)
    return named.count == count && Set(named).count > 1 ? named : nil
  }

  /// Whether a sentence goes on from one place to another; `past` may stand between.
  private func isNear(_ end: Int, _ start: Int, past mark: Unicode.Scalar? = nil) -> Bool {
    let between = text.scalars[min(end, start)..<start]
    guard between.count <= Self.reach else { return false }
    // 其中 goes on with the sentence before.
    return between.indices.allSatisfy { index in
      !WordTables.sentenceEnds.contains(between[index]) || between[index] == mark
        || text.at(index + 1) == "其" && text.at(index + 2) == "中"
    }
  }

  private static func isMeasureOfChange(_ figure: Figure) -> Bool {
    figure.indicator == "增速" || figure.indicator == "增幅" || figure.indicator == "降幅"
  }

  private static func isSame(_ a: Figure, _ b: Figure) -> Bool {
    guard a.kind == b.kind || a.kind != .ordinal else { return false }
    if a.unit == b.unit || plain(a) == plain(b) { return true }
    return people.contains(plain(a)) && (people.contains(plain(b)) || b.unit == "岁")
  }

  private static func plain(_ figure: Figure) -> String {
    figure.base?.unit ?? figure.unit ?? ""
  }
}
