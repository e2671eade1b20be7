import Diagnostics
import WritingSystems

/// The head of a bulletin that a report was printed in before: its name, 第10期, office and date,
/// 〔密级〕, 签发.
///
/// It is known by the line with the issue number near the top. Office and date are read from it;
/// it is no part of the report, which gets the head of its layout. A bulletin whose text begins
/// right below it has no other title than its name: then the name is the title, issue, office and
/// date are subtitles, and all of them stay.
struct Masthead {
  /// The lines that are left out.
  private(set) var leftOut: [Int] = []
  /// Issue, office and date below a name that is the title.
  private(set) var subtitles: [Int] = []

  /// The issue number stands within so many lines of the top.
  private static let deepest = 6
  private static let mostBelow = 4
  private static let longestLine = 50

  init(of lines: [Line]) {
    if let document = Self.documentHead(lines) {
      leftOut = document
      return
    }
    let head = lines.prefix(Self.deepest)
    guard let issue = head.indices.first(where: { Self.isIssue(lines, $0) }),
      head[..<issue].allSatisfy({ Self.isShort($0) && $0.role == .text })
    else { return }
    var end = issue + 1
    while end < lines.count, end <= issue + Self.mostBelow, Self.isFurniture(lines, end) {
      end += 1
    }
    guard !Self.titleFollows(lines, at: end) else {
      leftOut = Array(0..<end)
      return
    }
    let name = (0..<issue).last { !Self.isMark(lines[$0].text.scalars) } ?? issue
    for index in 0..<end where index != name {
      let isAbove = index < name || Self.isMark(lines[index].text.scalars)
      if isAbove { leftOut.append(index) } else { subtitles.append(index) }
    }
  }

  /// The head of a document (GB/T 9704-2012, 7.2): its number, grades, 某县人民政府办公室文件, and the
  /// line of its document number where 签发人 stands there too.
  private static func documentHead(_ lines: [Line]) -> [Int]? {
    let head = lines.prefix(deepest)
    guard var mark = head.firstIndex(where: { documentOrgan($0.text) != nil }),
      head[..<mark].allSatisfy({ $0.role == .text && (isMark($0.text.scalars) || isOrgan($0)) })
    else { return nil }
    // Of several organs 文件 stands beside the middle one (7.2.4).
    while mark + 1 < head.count, isOrgan(lines[mark + 1]) { mark += 1 }
    guard mark + 1 < lines.count else { return nil }
    let next = lines[mark + 1].text.scalars
    if documentNumber(next) != nil { return Array(0...(mark + 1)) }
    let isMarked = head[..<mark].contains { isMark($0.text.scalars) }
    return Titles.isDocumentNumber(next) || isMarked ? Array(0...mark) : nil
  }

  /// An organ alone on a line of the head.
  private static func isOrgan(_ line: Line) -> Bool {
    let shown = line.text.scalars.filter { !$0.isSpace }
    return line.role == .text && line.form == .plain && (4...30).contains(shown.count)
      && shown.allSatisfy(\.isHan)
      && shown.last.map { organEnds.contains(MatchingKey.simplified($0)) } ?? false
  }

  private static let organEnds = Set("局厅部委院会处室府中心司署党组".unicodeScalars)

  /// The organ of 某县人民政府办公室文件.
  static func documentOrgan(_ line: Strand) -> Range<Int>? {
    let shown = line.scalars.filter { !$0.isSpace }
    guard (6...32).contains(shown.count), shown.suffix(2).elementsEqual("文件".unicodeScalars),
      shown.allSatisfy(\.isHan),
      let last = line.scalars.indices.dropLast(2).last(where: { line.scalars[$0].isHan }),
      let first = line.scalars.firstIndex(where: \.isHan),
      organEnds.contains(MatchingKey.simplified(shown[shown.count - 3]))
    else { return nil }
    return last > first ? first..<(last + 1) : nil
  }

  /// The number of a document before 签发人：某某.
  static func documentNumber(_ scalars: [Unicode.Scalar]) -> Range<Int>? {
    guard scalars.count <= longestLine,
      let end = scalars.firstIndex(where: { $0 == "号" || $0 == "號" }), end + 1 < scalars.count,
      let number = DocumentNumber(line: Array(scalars[...end]))
    else { return nil }
    let rest = scalars[(end + 1)...].filter { !$0.isSpace }.map { MatchingKey.simplified($0) }
    return rest.starts(with: "签发".unicodeScalars) ? number.range : nil
  }

  /// What stands before the date of a line: the office.
  static func office(in line: Strand) -> Range<Int>? {
    guard let date = trailingDate(line.scalars) else { return nil }
    let head = line.scalars[..<date.range.lowerBound]
    let start = head.lastIndex { $0 == "期" || $0 == "）" || $0 == ")" }.map { $0 + 1 } ?? 0
    return trimmed(start..<head.endIndex, of: line.scalars)
  }

  /// An office without the word for what it did: 某县委办公室编, 某局主办.
  static func withoutDeed(_ range: Range<Int>, of scalars: [Unicode.Scalar]) -> Range<Int> {
    let shortest = 4
    for word in ["编印", "编发", "主办", "印发", "编"] {
      let end = range.upperBound - word.unicodeScalars.count
      guard end - range.lowerBound >= shortest,
        scalars[end..<range.upperBound].map({ MatchingKey.simplified($0) })
          .elementsEqual(word.unicodeScalars)
      else { continue }
      let shown = (range.lowerBound..<end).last { !scalars[$0].isSpace }
      return range.lowerBound..<((shown ?? end - 1) + 1)
    }
    return range
  }

  /// The office on a line of its own, above that of the date.
  static func officeAlone(_ line: Strand) -> Range<Int>? {
    guard (4...30).contains(line.count), !isMark(line.scalars), !hasIssueNumber(line.scalars),
      line.scalars.allSatisfy({ $0.isHan || $0.isSpace })
    else { return nil }
    return trimmed(line.indices, of: line.scalars)
  }

  private static func trimmed(_ range: Range<Int>, of scalars: [Unicode.Scalar]) -> Range<Int>? {
    guard let first = range.first(where: { !scalars[$0].isSpace }),
      let last = range.last(where: { !scalars[$0].isSpace }), scalars[last].isHan
    else { return nil }
    return withoutDeed(first..<(last + 1), of: scalars)
  }

  private static func isShort(_ line: Line) -> Bool {
    line.text.count <= longestLine && !line.text.scalars.contains("。")
  }

  /// Office and date, each or both, whoever signed the issue, its grade of secrecy.
  private static func isFurniture(_ lines: [Line], _ index: Int) -> Bool {
    let scalars = lines[index].text.scalars
    guard isShort(lines[index]) else { return false }
    if isMark(scalars) || trailingDate(scalars) != nil { return true }
    let key = scalars.filter { !$0.isSpace }.prefix(8).map { MatchingKey.simplified($0.narrowed) }
    if labels.contains(where: { key.starts(with: $0) }) { return true }
    // An office alone, above its date.
    let next = index + 1
    return next < lines.count && isShort(lines[next]) && officeAlone(lines[index].text) != nil
      && DateReading(lines[next].text.scalars.filter { !$0.isSpace }, at: 0)?.date.day != nil
  }

  private static let labels: [[Unicode.Scalar]] = [
    "签发:", "签发人:", "编发:", "主编:", "主办:", "编辑:", "责任编辑:", "责编:", "审核:", "校对:", "编印:", "编:",
  ].map { Array($0.unicodeScalars) }

  /// A line that ends with a day: 某县委办公室　2025年10月14日.
  private static func trailingDate(_ scalars: [Unicode.Scalar]) -> DateReading? {
    guard let found = DateReading.first(in: scalars), found.date.day != nil,
      scalars[found.range.upperBound...].allSatisfy({ $0.isSpace || $0 == "）" || $0 == ")" })
    else { return nil }
    let before = scalars[..<found.range.lowerBound].last
    return before.map { $0.isSpace || $0 == "期" || $0 == "）" || $0.isHan } ?? true ? found : nil
  }

  /// The grade of secrecy, the number of the copy: 〔内部资料〕, 机密★1年, 000012, 注意保存.
  private static func isMark(_ scalars: [Unicode.Scalar]) -> Bool {
    let shown = scalars.filter { !$0.isSpace && !"〔〕【】[]［］（）()".unicodeScalars.contains($0) }
      .map { MatchingKey.simplified($0.narrowed) }
    guard shown.count <= 16 else { return false }
    if shown.count >= 2, shown.allSatisfy({ $0.isASCIIDigit }) { return true }
    let words = ["机密", "秘密", "绝密", "内部", "内参", "注意保存", "不得外传", "特急", "加急", "平急", "编号:", "份号"]
    return words.contains { shown.starts(with: $0.unicodeScalars) }
  }

  private static func titleFollows(_ lines: [Line], at index: Int) -> Bool {
    guard let place = lines[min(index, lines.count)...].firstIndex(where: { $0.role == .text })
    else { return false }
    if Titles.isNoteAboveTitle(lines, place) { return true }
    let next = lines[place]
    if next.form == .title { return true }
    // 【基本情况】 is the first heading.
    if next.text.scalars.first == "【", next.text.scalars.last == "】" { return false }
    return isShort(next) && Titles.mayBeTitle(next, whateverForm: true)
  }

  /// The issue of a bulletin, or of minutes: 专题会议纪要 and below it 〔2025〕14号.
  private static func isIssue(_ lines: [Line], _ index: Int) -> Bool {
    let scalars = lines[index].text.scalars
    if hasIssueNumber(scalars) { return true }
    guard index > 0, let number = DocumentNumber(line: scalars), number.hasNoOrgan else {
      return false
    }
    let above = lines[index - 1].text.scalars.filter { !$0.isSpace }
    return above.count <= 16
      && above.map { MatchingKey.simplified($0) }.suffix(2)
        .elementsEqual("纪要".unicodeScalars)
  }

  /// 第10期, （第十期）, 2022年第10期（总第46期）, alone, behind the name of the bulletin, or before
  /// office and date.
  static func hasIssueNumber(_ scalars: [Unicode.Scalar]) -> Bool {
    let shown = scalars.filter { !$0.isSpace }.map { $0.narrowed }
    guard shown.count <= longestLine, !shown.contains("。"), let first = issueStart(shown),
      let last = shown.lastIndex(of: "期")
    else { return false }
    let issue = shown[first...last]
    guard issue.allSatisfy(isOfIssue) else { return false }
    let rest = shown[(last + 1)...].drop { ")〕]】".unicodeScalars.contains($0) }
    let name = shown[..<first]
    let date = DateReading.first(in: Array(rest))
    let endsWell =
      rest.isEmpty || date.map { $0.date.day != nil && $0.range.upperBound == rest.count } ?? false
    return endsWell && (name.isEmpty || isBulletinName(name))
  }

  /// Where 2022年第10期 begins: before the bracket and the year of its first 第.
  private static func issueStart(_ scalars: [Unicode.Scalar]) -> Int? {
    guard scalars.contains("期"), var start = scalars.firstIndex(of: "第"), start + 2 < scalars.count
    else { return nil }
    while start > 0, isOfIssue(scalars[start - 1]) { start -= 1 }
    return start
  }

  private static func isOfIssue(_ scalar: Unicode.Scalar) -> Bool {
    scalar.decimalDigit != nil || (scalar.isHan && scalar.chineseDigit != nil)
      || "第期总總年十百〔〕()[]【】,增刊".unicodeScalars.contains(scalar)
  }

  private static func isBulletinName(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let end = scalars.suffix(2).map { MatchingKey.simplified($0) }
    return [
      "简报", "动态", "信息", "快报", "专报", "通讯", "参考", "要情", "通报", "月报", "周报", "简讯", "内参", "摘报", "快讯",
      "情况",
      "专刊", "季报", "月刊",
    ].contains { $0.unicodeScalars.elementsEqual(end) }
  }
}
