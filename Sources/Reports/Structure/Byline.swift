import WritingSystems

/// The line of a page that says where and when a report was published:
/// 文章来源：某网　时间：2022-10-14 22:52.
struct Byline {
  /// The scalars of the line that name the source.
  private(set) var source: Range<Int>?
  private(set) var organisation: Range<Int>?
  private(set) var author: Range<Int>?
  private(set) var published: PartialDate?

  /// Reads a line; nil when it is none.
  init?(_ line: Strand) {
    let scalars = line.scalars
    guard scalars.count <= LineFacts.longestPageLine, !scalars.contains("。") else { return nil }
    let labels = Self.labels(in: scalars)
    let head = 0..<(labels.first?.range.lowerBound ?? scalars.count)
    guard readHead(scalars, head) else { return nil }
    for (index, label) in labels.enumerated() {
      let end = index + 1 < labels.count ? labels[index + 1].range.lowerBound : scalars.count
      let value = Self.value(in: scalars, label.range.upperBound..<end)
      switch label.field {
      case .source: source = source ?? (value.isEmpty ? nil : value)
      case .organisation: organisation = organisation ?? (value.isEmpty ? nil : value)
      case .time:
        published = published ?? DateReading.first(in: Array(scalars[value]))?.date
        // 时间：上午九点 is what a notice says, not when it was published.
        if published == nil, !value.isEmpty { return nil }
      case .author: author = author ?? (value.isEmpty ? nil : value)
      case .other: break
      }
    }
    leadsWithTime =
      published != nil && labels.first?.field == .time && labels[0].range.lowerBound <= 1
    if !saysSomething, !Self.isCredit(scalars, labels) { return nil }
  }

  /// Whether a label that begins the line names a time.
  private(set) var leadsWithTime = false

  /// Whether the line says where or when, and not only who wrote it.
  var saysSomething: Bool { source != nil || organisation != nil || published != nil }

  /// What stands before the first label: nothing, an opening bracket, or a date.
  private mutating func readHead(_ scalars: [Unicode.Scalar], _ head: Range<Int>) -> Bool {
    var shown = head.filter { !scalars[$0].isSpace && !Self.isEdge(scalars[$0]) }[...]
    // 发布于 2025-10-14 09:30
    let opening = shown.prefix(3).map { MatchingKey.simplified(scalars[$0]) }
    for words in ["发布于", "发表于", "更新于"] where opening.elementsEqual(words.unicodeScalars) {
      shown = shown.dropFirst(3)
    }
    guard let first = shown.first else { return shown.startIndex == 0 }
    guard let reading = DateReading(scalars, at: first), reading.date.day != nil else {
      return false
    }
    if let name = Self.name(in: scalars, shown.filter { $0 >= reading.range.upperBound }) {
      // 2022-10-14 22:52 · 某网: only with its hour, since a day may begin a heading.
      guard reading.date.hour != nil, head.upperBound == scalars.count else { return false }
      source = name
    } else if let last = shown.last, reading.range.upperBound <= last {
      return false
    }
    // A date in words alone may be the date of a resolution: only 2022-10-14 is of a page.
    let isNumeric = !scalars[reading.range].contains("年") || reading.date.hour != nil
    guard isNumeric || head.upperBound < scalars.count else { return false }
    published = reading.date
    return true
  }

  /// The short name of a site that stands after a time, alone.
  private static func name(in scalars: [Unicode.Scalar], _ places: [Int]) -> Range<Int>? {
    let longest = 16
    let name = places.drop { scalars[$0] == "·" || scalars[$0] == "•" }
    guard let first = name.first, let last = name.last, name.count <= longest,
      last - first + 1 == name.count, name.allSatisfy({ scalars[$0].isHan })
    else { return nil }
    return first..<(last + 1)
  }

  private enum Field: Hashable { case source, time, organisation, author, other }

  private struct Label {
    let field: Field
    /// The label with its colon.
    let range: Range<Int>
  }

  /// Whether a line without source or time is a credit of a page all the same: 作者：某某.
  private static func isCredit(_ scalars: [Unicode.Scalar], _ labels: [Label]) -> Bool {
    scalars.count <= 40 && !labels.isEmpty
      && labels.allSatisfy { $0.field == .other || $0.field == .author }
  }

  private static func labels(in scalars: [Unicode.Scalar]) -> [Label] {
    var found: [Label] = []
    for colon in scalars.indices where scalars[colon] == ":" || scalars[colon] == "：" {
      let floor = found.last?.range.upperBound ?? 0
      var end = colon
      while end > floor, scalars[end - 1].isSpace { end -= 1 }
      let before = scalars[floor..<end].map { MatchingKey.simplified($0) }
      if let (words, field) = spellings.first(where: {
        before.suffix($0.words.count).elementsEqual($0.words)
      }) {
        found.append(Label(field: field, range: (end - words.count)..<(colon + 1)))
      }
    }
    return found
  }

  /// The words of a value: up to a wide gap, without spaces and brackets around it.
  private static func value(in scalars: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound, scalars[start].isSpace { start += 1 }
    var end = start
    while end < range.upperBound, scalars[end] != "|", scalars[end] != "｜" {
      let isGap =
        scalars[end] == "\u{3000}" || scalars[end] == "\t"
        || (scalars[end].isSpace && end + 1 < range.upperBound && scalars[end + 1].isSpace)
      if isGap { break }
      end += 1
    }
    while end > start, scalars[end - 1].isSpace || isEdge(scalars[end - 1]) { end -= 1 }
    // 信息来源： 关键词： says nothing but the label of the next.
    if end > start, scalars[end - 1] == "：" || scalars[end - 1] == ":" { return start..<start }
    return start..<end
  }

  private static func isEdge(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "[", "]", "【", "】", "(", ")", "（", "）", "|", "｜", "-", "—", ",", "，": true
    default: false
    }
  }

  /// Labels, the longest first, simplified.
  private static let spellings: [(words: [Unicode.Scalar], field: Field)] = {
    let table: [(Field, [String])] = [
      (.source, ["文章来源", "信息来源", "稿件来源", "内容来源", "新闻来源", "来源于", "来源", "稿源", "来自"]),
      (
        .time,
        [
          "发布时间", "发布日期", "更新时间", "发表时间", "公布时间", "生成日期", "成文日期", "发文日期", "公开日期",
          "公布日期", "时间", "日期",
        ]
      ),
      (.organisation, ["编发单位", "发布单位", "发布机构", "发文机关", "发文机构", "责任部门"]),
      (.author, ["作者", "撰稿人", "撰稿", "供稿", "执笔", "通讯员", "文字"]),
      (
        .other,
        [
          "编辑", "编审", "签审", "审签", "审核", "浏览次数", "浏览量", "浏览", "阅读次数", "阅读量", "阅读", "点击数",
          "点击量", "点击次数", "点击", "访问量", "字号", "字体", "分享到", "分享",
        ]
      ),
    ]
    return table.flatMap { field, words in words.map { (Array($0.unicodeScalars), field) } }
      .sorted { $0.0.count > $1.0.count }
  }()
}
