import WritingSystems

/// Which lines of a text are headings, of which level, and where one ends that the text runs on
/// behind (一、关于某事。现将……).
///
/// Numbers alone do not tell: lists number their items as outlines number their headings. So the
/// lines that count on from one another (a series) are judged together: they are headings when most
/// of them have text of their own, below or behind, and read like names and not like sentences.
struct Outline {
  struct Heading: Hashable {
    let level: Int
    let mark: HeadingMark?
    /// The scalars of the line that are the heading; all of them, or those before the text.
    let end: Int
  }

  private(set) var headings: [Int: Heading] = [:]
  /// All that counts on from one another, headings or not, in reading order.
  private(set) var series: [Series] = []

  /// Claimed are the lines known to be something else: signatures, notes, attachments.
  init(_ lines: [Line], claimed: Set<Int>) {
    let shapes = Self.shapes(of: lines, claimed: claimed)
    series = Series.all(in: shapes)
    let chosen = Series.joined(series).map(\.headings)
    let levels = OutlineLevels(chosen.flatMap { $0 })
    for member in chosen.joined() { headings[member.line] = member.heading(levels) }
    addUnnumbered(lines, claimed: claimed)
  }

  private static func shapes(of lines: [Line], claimed: Set<Int>) -> [HeadingShape?] {
    let usesDecimals = lines.contains { line in
      line.text.scalars.first?.decimalDigit != nil
        && HeadingMark(line.text.scalars).map { $0.path.count > 1 } ?? false
    }
    let isClaimed = lines.indices.map { claimed.contains($0) || lines[$0].isTabular }
    return lines.indices.map { index in
      guard !isClaimed[index], lines[index].form.mayBeNumbered else { return nil }
      let next = (index + 1)..<lines.count
      let follower = next.first { lines[$0].form.kind != .image && !isClaimed[$0] }
      return HeadingShape(
        lines[index],
        at: index,
        next: follower.map { lines[$0] },
        isFollowed: next.first.map { lines[$0].isTabular } ?? false,
        allowsBare: usesDecimals
      )
    }
  }

  // MARK: Headings without a number

  /// Lines that markup ranks as headings, and lines that are bold throughout.
  private mutating func addUnnumbered(_ lines: [Line], claimed: Set<Int>) {
    let boldMayHead = Self.boldMayHead(lines)
    let standing = Self.standingHeadings(lines, claimed: claimed.union(headings.keys))
    var numbered = 0
    for (index, line) in lines.enumerated() {
      if let heading = headings[index] {
        numbered = heading.level
        continue
      }
      guard !claimed.contains(index), HeadingShape.mayHead(line), !line.isTabular else { continue }
      if let rank = line.headingRank {
        headings[index] = Heading(level: rank, mark: nil, end: line.text.count)
        numbered = rank
      } else if boldMayHead, Self.isBoldHeading(line), index + 1 < lines.count {
        headings[index] = Heading(level: numbered + 1, mark: nil, end: line.text.count)
      } else if let depth = standing[index] {
        headings[index] = Heading(level: numbered + depth, mark: nil, end: line.text.count)
      }
    }
  }

  /// Whether bold tells headings from text in a file: where all is bold, it does not.
  private static func boldMayHead(_ lines: [Line]) -> Bool {
    lines.count { $0.isBold } * 2 < lines.count
  }

  static func isBoldHeading(_ line: Line) -> Bool {
    guard line.isBold, line.form == .plain, let last = line.text.scalars.last else { return false }
    return line.text.scalars.contains(where: \.isHan) && !last.isTextMark && last != "："
      && last != ":"
      && ParagraphKind.labelled(line.text.scalars) == nil
      && ParagraphKind.date(line.text.scalars) == nil
      && !ParagraphKind.isBracketedNote(line.text.scalars)
      && HeadingMark(line.text.scalars) == nil && !ParagraphKind.hasBullet(line.text.scalars)
  }
}

extension Line.Form {
  /// Whether the words of a line decide whether it is a heading.
  fileprivate var mayBeNumbered: Bool {
    switch self {
    case .plain, .heading: true
    case .title, .item, .row, .image, .caption, .note: false
    }
  }
}

/// What a numbered line looks like.
struct HeadingShape {
  enum Form: Hashable {
    /// A name on a line of its own.
    case display
    /// A short sentence on a line of its own: 一、提高认识，加强领导。
    case closed
    /// A first sentence with text behind it, up to a scalar.
    case runIn(Int)
    case other
  }

  let line: Int
  let mark: HeadingMark
  let form: Form
  let rank: Int?
  /// Whether text of its own follows: no other number of the same series.
  let hasBody: Bool
  /// Whether its heading gives a figure, which is what a report says and not what a part is called.
  let holdsFigure: Bool
  let count: Int

  /// A longer line is a paragraph, however it is numbered.
  static let longest = 50
  private static let longestSentence = 40

  init?(_ line: Line, at index: Int, next: Line?, isFollowed: Bool, allowsBare: Bool) {
    let scalars = line.text.scalars
    guard let mark = HeadingMark(scalars, allowsBare: allowsBare), mark.end < scalars.count else {
      return nil
    }
    self.line = index
    self.mark = mark
    rank = line.headingRank
    count = scalars.count
    form = Self.form(scalars, mark)
    let nextMark = next.flatMap { HeadingMark($0.text.scalars, allowsBare: allowsBare) }
    let goesDown = nextMark.map { mark.isAbove($0) } ?? (next != nil)
    hasBody = goesDown || isFollowed
    let end = if case .runIn(let end) = form { end } else { scalars.count }
    holdsFigure = Self.holdsFigure(scalars[mark.end..<end])
  }

  private static func form(_ scalars: [Unicode.Scalar], _ mark: HeadingMark) -> Form {
    guard mark.system != .article, let last = scalars.last else { return .other }
    if let stop = scalars.firstIndex(of: "。") {
      let sentence = scalars[mark.end..<stop]
      let isName =
        (2...longestSentence).contains(sentence.count)
        && !sentence.contains { $0 == "；" || $0 == "：" || $0 == "！" || $0 == "？" }
      guard isName else { return .other }
      return stop + 1 == scalars.count ? .closed : .runIn(stop + 1)
    }
    let endsOpen = last.isTextMark && last != "？" && last != "！"
    return scalars.count <= longest && !endsOpen && last != "：" && last != ":" ? .display : .other
  }

  /// Whether a line that markup makes a heading is one: pages set whole paragraphs as such.
  static func mayHead(_ line: Line) -> Bool {
    line.text.count <= longest && !line.text.scalars.contains("。")
  }

  /// 12.5亿元, 8%; 关于60万吨乙烯项目 names a thing by its size.
  private static func holdsFigure(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    if scalars.starts(with: "关于".unicodeScalars) || scalars.starts(with: "關於".unicodeScalars) {
      return false
    }
    return scalars.indices.dropLast().contains { index in
      guard scalars[index].decimalDigit != nil else { return false }
      let next = scalars[(index + 1)...].first { !$0.isSpace }
      return next.map(measures.contains) ?? false
    }
  }

  private static let measures = Set("%％‰亿万億萬千元个個家户戶人次件项項名吨噸公米平倍例起场場宗所只头亩畝台套辆位篇".unicodeScalars)
}

extension HeadingMark {
  /// Whether another mark stands under it in an outline.
  func isAbove(_ other: HeadingMark) -> Bool {
    system == other.system ? path.count < other.path.count : system < other.system
  }
}

/// Numbered lines that count on from one another under one heading.
struct Series {
  private(set) var members: [HeadingShape]

  var system: HeadingMark.System { members[0].mark.system }
  var depth: Int { members[0].mark.path.count }

  /// The series of a text in the order of their first lines.
  static func all(in shapes: [HeadingShape?]) -> [Series] {
    var done: [Series] = []
    var open: [Series] = []
    for (index, shape) in shapes.enumerated() {
      guard let shape else { continue }
      let closing = open.filter { shape.mark.isAbove($0.members[0].mark) }
      done += closing
      open.removeAll { shape.mark.isAbove($0.members[0].mark) }
      if let last = open.indices.last(where: { open[$0].continues(with: shape, shapes, index) }) {
        open[last].members.append(shape)
        continue
      }
      if let last = open.firstIndex(where: { $0.isLike(shape) }) {
        done.append(open.remove(at: last))
      }
      open.append(Series(members: [shape]))
    }
    return (done + open).sorted { $0.members[0].line < $1.members[0].line }
  }

  private func isLike(_ shape: HeadingShape) -> Bool {
    system == shape.mark.system && depth == shape.mark.path.count
  }

  /// A list that begins again at 1 after other text is another list; a heading that does is wrong.
  private func continues(
    with shape: HeadingShape,
    _ shapes: [HeadingShape?],
    _ index: Int
  ) -> Bool {
    guard isLike(shape), let last = members.last else { return false }
    guard system >= .digit, shape.mark.value == 1, last.mark.value != 1 else { return true }
    return last.line == index - 1
  }

  /// The members that are headings.
  ///
  /// Among counted paragraphs (一、全年完成12亿元。……) a name alone on its line still is one.
  var headings: [HeadingShape] {
    if isOutline { return members.filter { $0.form != .other } }
    guard system <= .bracketedHan else { return members.filter { $0.rank != nil } }
    let lists = Set(members.map(\.line))
    return members.filter { member in
      member.form == .display && member.hasBody && !lists.contains(member.line - 1)
    }
  }

  /// With those series as one that count on through the parts of a text: they are judged together.
  static func joined(_ all: [Series]) -> [Series] {
    var result: [Series] = []
    var last: [HeadingMark.System: Int] = [:]
    for series in all {
      if let index = last[series.system], let end = result[index].members.last,
        series.goesOn(from: end)
      {
        result[index].members += series.members
      } else {
        if series.depth == 1 { last[series.system] = result.count }
        result.append(series)
      }
    }
    return result
  }

  /// Whether its first number is the one after another series' last.
  func goesOn(from last: HeadingShape) -> Bool {
    depth == 1 && members[0].mark.value == last.mark.value + 1
  }

  /// Whether the members are headings, and not the items of a list or paragraphs that are counted.
  private var isOutline: Bool {
    let alike = members.count { $0.isNamed }
    let withBody = members.count { $0.rank != nil || $0.hasBody || $0.form.runsIn }
    if members.allSatisfy({ $0.rank != nil && $0.form == .display }) { return true }
    let displays = members.count { $0.form == .display }
    if displays == members.count {
      // A part of a report may be a name alone; what is numbered lower is then a list.
      return system <= .han && system != .article ? true : withBody * 2 > members.count
    }
    guard members.count > 1, alike * 3 >= members.count * 2, withBody * 3 >= members.count * 2
    else {
      return members.count == 1 && members[0].form == .closed && members[0].hasBody
        && system <= .bracketedHan
    }
    guard system >= .digit else { return true }
    // 1. and lower: sentences of a list are longer than names, and one may be all of its item.
    let shortName = 24
    return alike == members.count && withBody == members.count
      && members.allSatisfy { $0.nameCount <= shortName }
  }
}

extension HeadingShape {
  /// Whether it reads like a name of a part.
  var isNamed: Bool {
    switch form {
    case .display: true
    case .closed, .runIn: !holdsFigure
    case .other: false
    }
  }

  var nameCount: Int {
    if case .runIn(let end) = form { end - mark.end } else { count - mark.end }
  }

  func heading(_ levels: OutlineLevels) -> Outline.Heading? {
    let end: Int
    switch form {
    case .display, .closed: end = count
    case .runIn(let stop): end = stop
    case .other: return nil
    }
    return Outline.Heading(level: levels.level(of: self), mark: mark, end: end)
  }
}

extension HeadingShape.Form {
  var runsIn: Bool { if case .runIn = self { true } else { false } }
}

/// The levels of the systems of one report.
///
/// They are those of official documents (1 for 一、, 2 for （一）, 3 for 1.), moved down below the parts
/// and chapters of a long text; decimal numbers without 一、 above them begin at 1. Where markup
/// ranks all systems in this order, its ranks are the levels.
struct OutlineLevels {
  private var ranks: [HeadingMark.System: Int] = [:]
  private let uses: Set<HeadingMark.System>
  private let isDecimal: Bool

  init(_ headings: [HeadingShape]) {
    uses = Set(headings.map(\.mark.system))
    let hasDecimals = headings.contains { $0.mark.path.count > 1 }
    isDecimal = hasDecimals && !uses.contains(.han) && !uses.contains(.bracketedHan)
    readRanks(headings.filter { $0.mark.path.count == 1 })
  }

  private mutating func readRanks(_ members: [HeadingShape]) {
    var found: [HeadingMark.System: Set<Int>] = [:]
    for member in members {
      if let rank = member.rank { found[member.mark.system, default: []].insert(rank) }
    }
    let systems = found.keys.sorted()
    let values = systems.compactMap { found[$0]?.count == 1 ? found[$0]?.first : nil }
    guard values.count == systems.count, zip(values, values.dropFirst()).allSatisfy(<) else {
      return
    }
    ranks = Dictionary(uniqueKeysWithValues: zip(systems, values))
  }

  func level(of shape: HeadingShape) -> Int {
    let mark = shape.mark
    if let rank = ranks[mark.system] { return rank + mark.path.count - 1 }
    if let above = ranks.keys.filter({ $0 < mark.system }).max(), let rank = ranks[above] {
      return rank + uses.count { $0 > above && $0 <= mark.system } + mark.path.count - 1
    }
    let upper = [.part, .chapter, .section].filter { $0 < mark.system && uses.contains($0) }.count
    switch mark.system {
    case .part, .chapter, .section: return upper + 1
    case .digit where isDecimal: return upper + mark.path.count
    default: return mark.level + upper
    }
  }
}
