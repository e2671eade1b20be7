/// What a page end parts that should stand together.
///
/// Each rule weighs more than all before it together, so sets compare by their raw value: the
/// page ends where the least is broken.
struct BrokenKeeps: OptionSet, Hashable, Comparable {
  let rawValue: UInt8

  /// Fewer lines of a paragraph stand at the page's foot or the next one's top than its style
  /// allows (clreq, Widows and orphans).
  static let lineAlone = BrokenKeeps(rawValue: 1 << 0)
  /// Fewer than three rows of a table stand on one side (look §7).
  static let rowsAlone = BrokenKeeps(rawValue: 1 << 1)
  /// A heading has only one line of text below it (look §10).
  static let headingWithOneLine = BrokenKeeps(rawValue: 1 << 2)
  /// A block that is kept together goes on on the next page.
  static let keptTogether = BrokenKeeps(rawValue: 1 << 3)
  /// A block stands without the one it is kept with: a heading, a name over its date.
  static let keptWithNext = BrokenKeeps(rawValue: 1 << 4)
  /// A single Han, with or without marks, is all that the next page begins with or holds (clreq:
  /// the worst of single characters).
  static let characterAlone = BrokenKeeps(rawValue: 1 << 5)

  static func < (a: BrokenKeeps, b: BrokenKeeps) -> Bool { a.rawValue < b.rawValue }

  /// The worst rule of the set; nil of an empty one.
  var worst: BrokenKeeps? {
    guard rawValue > 0 else { return nil }
    return BrokenKeeps(rawValue: 1 << (7 - UInt8(rawValue.leadingZeroBitCount)))
  }
}

/// A place where a page may end, and what speaks against it.
struct PageEnd: Hashable {
  /// Where the next page begins.
  let next: FlowPlace
  /// How many pieces stand before it on the page.
  let count: Int
  let broken: BrokenKeeps

  /// The end that breaks least, and of several such the last, so that pages are full.
  static func best(of ends: some Sequence<PageEnd>) -> PageEnd? {
    var best: PageEnd?
    for end in ends where best.map({ end.broken <= $0.broken }) ?? true { best = end }
    return best
  }
}
