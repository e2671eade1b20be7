import Diagnostics
import Reports

/// The figures of one sentence with the text before each: what the checks of a report look at.
struct FigureSentence {
  struct Item {
    let figure: Figure
    /// From the figure before it, or the sentence's beginning, up to the figure.
    let before: String
  }

  let items: [Item]

  /// The sentences of all reports that hold a figure, in reading order.
  static func sentences(of figures: [Figure], in reports: [Report]) -> [FigureSentence] {
    var sentences: [FigureSentence] = []
    var start = figures.startIndex
    while start < figures.endIndex {
      let end = figures[start...].firstIndex { !isSameParagraph($0, figures[start]) }
      let group = figures[start..<(end ?? figures.endIndex)]
      sentences += split(group, in: text(of: figures[start], in: reports))
      start = end ?? figures.endIndex
    }
    return sentences
  }

  private static func isSameParagraph(_ a: Figure, _ b: Figure) -> Bool {
    (a.report, a.section, a.paragraph) == (b.report, b.section, b.paragraph)
  }

  private static func text(of figure: Figure, in reports: [Report]) -> [Unicode.Scalar] {
    guard reports.indices.contains(figure.report),
      reports[figure.report].sections.indices.contains(figure.section),
      reports[figure.report].sections[figure.section].paragraphs.indices.contains(figure.paragraph)
    else { return [] }
    let paragraph = reports[figure.report].sections[figure.section].paragraphs[figure.paragraph]
    return Array(paragraph.text.string.unicodeScalars)
  }

  /// A sentence ends with 。！？ or ； outside of a figure.
  private static func split(
    _ figures: ArraySlice<Figure>,
    in text: [Unicode.Scalar]
  ) -> [FigureSentence] {
    var sentences: [FigureSentence] = []
    var items: [Item] = []
    var position = 0
    for figure in figures {
      let begin = min(max(figure.range.lowerBound, position), text.count)
      let gap = text[min(position, begin)..<begin]
      var before = gap
      if let stop = gap.lastIndex(where: { "。！？；!?".unicodeScalars.contains($0) }) {
        if !items.isEmpty { sentences.append(FigureSentence(items: items)) }
        items = []
        before = gap[(stop + 1)...]
      }
      items.append(Item(figure: figure, before: String(String.UnicodeScalarView(before))))
      position = max(position, figure.range.upperBound)
    }
    if !items.isEmpty { sentences.append(FigureSentence(items: items)) }
    return sentences
  }
}

extension Figure {
  /// The value in the unit without its scale, so that 万元 and 亿元 compare.
  var plainValue: Double? { base?.value ?? value }

  /// Half a unit of the last digit printed, in the plain unit.
  var plainTolerance: Double {
    let step = lastDigit / 2
    guard let base, let value, value != 0 else { return step }
    return step * abs(base.value / value)
  }

  var plainUnit: String? { base?.unit ?? unit }

  /// A number that may stand in a sum: exact, of a level and not of a change.
  var isAddend: Bool {
    value != nil && from == nil && approximate == nil && change == .none
      && ![.date, .period, .ordinal, .rank, .ratio, .multiple, .percent, .percentagePoint]
        .contains(kind)
  }
}
