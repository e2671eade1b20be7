import Geometry

/// Sums over the units and gaps of a paragraph, so that any line is measured in constant time.
struct LineSums {
  let units: [LineUnit]
  let cells: [Cell]
  let gaps: [Gap]
  private let entries: [Entry]

  /// What lies before a unit, counted from the paragraph's start.
  struct Entry {
    /// Where the body begins, all gaps being natural.
    var start: Int64 = 0
    var shrink: Int64 = 0
    var evens: Int64 = 0
    var westernGaps: Int64 = 0
    var words: Int64 = 0
    var western: Int64 = 0
    var shrinkOfClass = Shrinks()
  }

  /// One sum for each `ShrinkClass`.
  struct Shrinks {
    var wordSpace: Int64 = 0
    var interpunct: Int64 = 0
    var bracket: Int64 = 0
    var comma: Int64 = 0
    var westernGap: Int64 = 0
    var stop: Int64 = 0

    subscript(kind: ShrinkClass) -> Int64 {
      switch kind {
      case .wordSpace: wordSpace
      case .interpunct: interpunct
      case .bracket: bracket
      case .comma: comma
      case .westernGap: westernGap
      case .stop: stop
      }
    }

    mutating func add(_ value: Int64, to kind: ShrinkClass) {
      switch kind {
      case .wordSpace: wordSpace += value
      case .interpunct: interpunct += value
      case .bracket: bracket += value
      case .comma: comma += value
      case .westernGap: westernGap += value
      case .stop: stop += value
      }
    }
  }

  init(_ units: [LineUnit], style: CompositionStyle) {
    self.units = units
    let cells = Cell.cells(of: units, style: style)
    let gaps = Gap.gaps(of: units, cells: cells, style: style)
    self.cells = cells
    self.gaps = gaps
    var entries: [Entry] = []
    entries.reserveCapacity(units.count)
    var entry = Entry()
    for index in units.indices {
      entries.append(entry)
      guard index < gaps.count else { break }
      entry.start += cells[index].body.units
      entry.pass(gaps[index])
    }
    self.entries = entries
  }

  /// The natural width of a line, from the first body to the last.
  func width(of line: Range<Int>) -> Length {
    guard let last = line.last else { return .zero }
    return Length(units: entries[last].start - entries[line.lowerBound].start) + cells[last].body
  }

  func shrink(_ kind: ShrinkClass, of line: Range<Int>) -> Length {
    difference(of: line) { $0.shrinkOfClass[kind] }
  }

  func totalShrink(of line: Range<Int>) -> Length { difference(of: line) { $0.shrink } }

  func stretch(_ kind: StretchClass, of line: Range<Int>) -> Length {
    switch kind {
    case .wordSpace: difference(of: line) { $0.words }
    case .westernGap: difference(of: line) { $0.western }
    }
  }

  /// How many gaps grow when nothing else is left to grow.
  func evenGaps(of line: Range<Int>) -> Int {
    let evens = Int(difference(of: line) { $0.evens }.units)
    return evens > 0 ? evens : Int(difference(of: line) { $0.westernGaps }.units)
  }

  /// Whether a gap of the line is one of them.
  func growsAtLast(_ gap: Gap, of line: Range<Int>) -> Bool {
    gap.isEven || (gap.isElasticWestern && difference(of: line) { $0.evens } == .zero)
  }

  /// The gaps that count on a line: those between its units.
  func gapRange(of line: Range<Int>) -> Range<Int> {
    line.lowerBound..<max(line.lowerBound, line.upperBound - 1)
  }

  private func difference(of line: Range<Int>, _ sum: (Entry) -> Int64) -> Length {
    guard let last = line.last else { return .zero }
    return Length(units: sum(entries[last]) - sum(entries[line.lowerBound]))
  }
}

extension LineSums.Entry {
  fileprivate mutating func pass(_ gap: Gap) {
    start += gap.natural.units
    shrink += gap.shrink.units
    evens += gap.isEven ? 1 : 0
    westernGaps += gap.isElasticWestern ? 1 : 0
    if gap.shrink.units != 0 { shrinkOfClass.add(gap.shrink.units, to: gap.shrinkClass) }
    switch gap.stretchClass {
    case .wordSpace: words += gap.stretch.units
    case .westernGap: western += gap.stretch.units
    }
  }
}
