import WritingSystems

/// The head of a report: its title, its subtitles, and where the text begins.
struct Titles {
  private(set) var title: Strand?
  private(set) var subtitle: [Strand] = []
  /// The lines used; the others are text.
  private(set) var used: Set<Int> = []

  /// A line longer than this is no title: three lines of 22 characters, as GB/T 9704 sets them.
  private static let longestTitle = 66
  private static let mostLines = 5

  init(_ lines: [Line], log: inout CleaningLog) {
    let marked = lines.indices.filter { lines[$0].form == .title && lines[$0].role == .text }
    if marked.isEmpty {
      readFirst(lines, log: &log)
    } else {
      readMarked(lines, marked, log: &log)
    }
  }

  /// The title of a text without markup: its first lines.
  private mutating func readFirst(_ lines: [Line], log: inout CleaningLog) {
    let block = Self.headLines(lines)
    guard let first = block.first else { return readHeading(lines) }
    let last = Self.lastTitleLine(lines, block)
    var title = lines[first].text
    for (place, index) in block.enumerated() where place > 0 && place <= last.place {
      let next = lines[index]
      title = title.joined(with: next, by: last.separator, log: &log)
    }
    let isWhole = last.place + 1 < block.count
    let rest = isWhole ? [] : Self.rest(of: title, lines, below: block[last.place])
    for index in rest { title = title.joined(with: lines[index], by: "", log: &log) }
    self.title = Self.closedUp(title, log: &log)
    let below =
      rest.last.map { Self.subtitles(lines, below: $0) }
      ?? Self.shortLines(lines, Array(block.dropFirst(last.place + 1)))
    let folded = Self.foldedSubtitles(lines, below, log: &log)
    subtitle = folded
    used = Set(block[...last.place] + rest + below)
    dropColumnName(lines, block, log: &log)
  }

  /// Those of the short lines right below a title that are its subtitles: all down to one that is
  /// marked as such (——…) and whoever speaks below it, else a single one, or names.
  ///
  /// Several others are text: the days of a chronicle, a list.
  private static func shortLines(_ lines: [Line], _ below: [Int]) -> [Int] {
    let marked = below.lastIndex { isMarkedSubtitle(lines[$0]) }.map { $0 + 1 } ?? 0
    let rest = below[marked...]
    // An organ and its day have signed (`Signature.head`).
    if rest.count == 2, ParagraphKind.date(lines[below[marked + 1]].text.scalars)?.day != nil,
      !lines[below[marked]].text.scalars.contains(where: \.isSpace)
    {
      return Array(below[..<marked])
    }
    let days = rest.prefix { ParagraphKind.date(lines[$0].text.scalars) != nil }
    let others = rest.dropFirst(days.count)
    let isSubtitle = others.count <= 1 || others.allSatisfy { isCredit(lines[$0].text) }
    return isSubtitle ? below : Array(below[..<(marked + days.count)])
  }

  /// A subtitle over two lines, ——在某省第十四届 / 人民代表大会上, is one.
  private static func foldedSubtitles(
    _ lines: [Line],
    _ places: [Int],
    log: inout CleaningLog
  ) -> [Strand] {
    var found: [Strand] = []
    for place in places {
      let line = lines[place]
      if let last = found.last, last.scalars.first == "—", last.scalars.contains("在"),
        last.scalars.last != "上", line.text.scalars.last == "上", !isMarkedSubtitle(line)
      {
        found[found.count - 1] = last.joined(with: line, by: "", log: &log)
      } else {
        found.append(line.text)
      }
    }
    return found
  }

  /// 国 家 预 案: a line that is letter-spaced is closed up.
  private static func closedUp(_ title: Strand, log: inout CleaningLog) -> Strand {
    var edits: [Edit] = []
    var index = 0
    while index < title.count {
      // A run of single Han characters, each behind a space.
      var end = index + 1
      var spaces: [Int] = []
      while end + 1 < title.count, title.scalars[end].isSpace, title.scalars[end + 1].isHan,
        title.scalars[end - 1].isHan
      {
        spaces.append(end)
        end += 2
      }
      let fewest = 3
      if spaces.count >= fewest {
        for space in spaces {
          log.repair(
            .space,
            from: title.string(of: space..<(space + 1)),
            to: "",
            at: title.span(of: space..<(space + 1)),
            by: .spaces
          )
          edits.append(Edit(range: space..<(space + 1), replacement: []))
        }
      }
      index = max(end, index + 1)
    }
    return title.applying(edits)
  }

  /// 某省要闻 above a title is the column of a site.
  private mutating func dropColumnName(_ lines: [Line], _ block: [Int], log: inout CleaningLog) {
    guard block.count > 1, let title, let first = block.first else { return }
    let name = lines[first].text
    let end = name.scalars.suffix(2).map { MatchingKey.simplified($0) }
    let isColumn =
      (3...8).contains(name.count)
      && ["要闻", "新闻", "频道", "专栏", "专题", "公告"].contains { $0.unicodeScalars.elementsEqual(end) }
    guard isColumn, title.count > name.count, Self.endsWithDocumentKind(title) else { return }
    log.drop(name, as: .navigation, by: .navigation)
    self.title = title.slice(name.count..<title.count)
  }

  /// A first line that markup calls a heading, above all others: what Word makes of a title below
  /// the head of a bulletin.
  private mutating func readHeading(_ lines: [Line]) {
    guard let first = lines.firstIndex(where: { $0.role == .text && $0.form != .image }),
      let rank = lines[first].headingRank, Self.mayBeTitle(lines[first], whateverForm: true),
      lines.count(where: { $0.role == .text && $0.headingRank.map { $0 <= rank } ?? false }) == 1
    else { return }
    title = lines[first].text
    let below = Self.subtitles(lines, below: first)
    subtitle = below.map { lines[$0].text }
    used = Set([first] + below)
  }

  /// A title that markup says is one: its lines, and the subtitles right below.
  private mutating func readMarked(_ lines: [Line], _ marked: [Int], log: inout CleaningLog) {
    var title = lines[marked[0]].text
    for index in marked.dropFirst() {
      let next = lines[index]
      title = title.joined(with: next, by: " ", log: &log)
    }
    let rest = Self.rest(of: title, lines, below: marked[marked.count - 1])
    for index in rest { title = title.joined(with: lines[index], by: "", log: &log) }
    self.title = Self.closedUp(title, log: &log)
    let below = Self.subtitles(lines, below: (marked + rest)[(marked + rest).count - 1])
    subtitle = below.map { lines[$0].text }
    used = Set(marked + rest + below)
  }

  /// The lines below the first of a title that is broken, up to the kind of document it is.
  ///
  /// They look as the first does: bold where it is.
  private static func rest(of title: Strand, _ lines: [Line], below first: Int) -> [Int] {
    guard !endsWithDocumentKind(title), title.count >= 6 else { return [] }
    var found: [Int] = []
    for index in lines.indices.dropFirst(first + 1).prefix(3) {
      let line = lines[index]
      guard line.role == .text, line.form == .plain, mayBeTitle(line), !isMarkedSubtitle(line),
        !beginsText(line), line.isBold == lines[first].isBold,
        ParagraphKind.date(line.text.scalars) == nil
      else { return [] }
      found.append(index)
      if endsWithDocumentKind(line.text) {
        return line.isBold || isUnfinished(title) || goesOn(title, lines[found[0]].text)
          ? found : []
      }
    }
    return []
  }

  /// ——在某会上的报告, （2023年5月）, and the offices that stand above such a date.
  private static func subtitles(_ lines: [Line], below title: Int) -> [Int] {
    let next = lines.indices.filter { $0 > title && lines[$0].role == .text }.prefix(mostLines)
    var found: [Int] = []
    for index in next {
      guard lines[index].form == .plain, mayBeTitle(lines[index]), !beginsText(lines[index]) else {
        break
      }
      found.append(index)
    }
    let last = found.lastIndex { isMarkedSubtitle(lines[$0]) }
    return last.map { Array(found[...$0]) } ?? []
  }

  /// The first lines that are neither running text nor headings, up to the first that is.
  private static func headLines(_ lines: [Line]) -> [Int] {
    var block: [Int] = []
    for (index, line) in lines.enumerated() where line.role == .text {
      // The number of a document may stand above its title: it is text.
      if block.isEmpty, isDocumentNumber(line.text.scalars) { continue }
      if block.isEmpty, ParagraphKind.isPhotographCaption(line.text.scalars) { continue }
      if block.isEmpty, isNoteAboveTitle(lines, index) { continue }
      guard mayBeTitle(line), block.count < mostLines else { break }
      if !block.isEmpty, beginsText(line) { break }
      // 印发 and a date, or a day alone above the title, is none.
      if block.isEmpty, ParagraphKind.date(line.text.scalars) != nil { continue }
      if !block.isEmpty, line.blankBefore > 0, !isMarkedSubtitle(line) { break }
      block.append(index)
    }
    return block
  }

  static func mayBeTitle(_ line: Line, whateverForm: Bool = false) -> Bool {
    let scalars = line.text.scalars
    guard let last = scalars.last, scalars.count <= longestTitle, !line.isTabular,
      line.form == .plain || whateverForm
    else { return false }
    if isMarkedSubtitle(line) { return true }
    switch last {
    case "。", "；", "：", "，", ":", ";", ",": return false
    default: break
    }
    // 按： and 编者按 open the remark of an editor.
    if ParagraphKind.isEditorsNote(scalars) || AttachmentLabel(scalars) != nil { return false }
    return !scalars.contains("。") && HeadingMark(scalars) == nil && !isDocumentNumber(scalars)
      && !isColumn(scalars)
      && ParagraphKind.labelled(scalars) == nil && scalars.contains(where: \.isHan)
  }

  /// ——在某会上的报告, or a date in brackets.
  static func isMarkedSubtitle(_ line: Line) -> Bool {
    let scalars = line.text.scalars
    if line.isSubtitle { return true }
    // 2026年2月3日在某次会议上, without the dash.
    if scalars.last == "上", scalars.count <= 60,
      let day = DateReading(scalars, at: 0), day.date.day != nil,
      scalars.dropFirst(day.range.upperBound).first == "在"
    {
      return true
    }
    guard let first = scalars.first, let last = scalars.last, !scalars.contains("。") else {
      return false
    }
    return first == "—"
      || ((first == "（" || first == "(") && (last == "）" || last == ")")
        && HeadingMark(scalars) == nil && !isDocumentNumber(scalars))
  }

  /// 【市州动态】 heads what stands below it.
  static func isColumn(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.first == "【" && scalars.last == "】" && scalars.count <= 14
      && scalars.dropFirst().dropLast().allSatisfy { $0.isHan || $0.isSpace }
  }

  /// 国办函〔2004〕71号, 第12号.
  static func isDocumentNumber(_ scalars: [Unicode.Scalar]) -> Bool {
    DocumentNumber(line: scalars) != nil || DocumentNumber.isOrdinal(scalars)
  }

  /// The last line of the block that still belongs to the title, and what joins its lines.
  ///
  /// A title broken over lines ends with the kind of document it is (……的函): then its lines are
  /// one, as are those of which one stops in the middle (……关于, an open 《). Else a second long line is
  /// the second half of the title, set apart by a space.
  private static func lastTitleLine(
    _ lines: [Line],
    _ block: [Int]
  ) -> (place: Int, separator: String) {
    let candidates = block.prefix { !isMarkedSubtitle(lines[$0]) }.map {
      lines[$0].text
    }
    if let kind = candidates.lastIndex(where: endsWithDocumentKind) {
      return halves(candidates, kind) ?? (kind, "")
    }
    let open = candidates.indices.dropLast().last { goesOn(candidates[$0], candidates[$0 + 1]) }
    if let open { return (open + 1, "") }
    let shortestHalf = 8
    if candidates.count == 2, candidates[1].count >= shortestHalf, !isCredit(candidates[1]),
      DateReading.first(in: candidates[1].scalars)?.range.lowerBound != 0
    {
      return (1, " ")
    }
    return (0, "")
  }

  /// Two halves of a title, the second of which is whole by itself: 聚焦“五个到位” / 推动工作情况.
  private static func halves(
    _ candidates: [Strand],
    _ kind: Int
  ) -> (place: Int, separator: String)? {
    guard kind == 1, candidates[0].count >= 8, !goesOn(candidates[0], candidates[1]),
      let last = candidates[0].scalars.last, last.isQuotationMark || last == "！"
    else { return nil }
    return (1, " ")
  }

  /// Whether a line of a title cannot end there, or the next cannot begin one.
  private static func goesOn(_ line: Strand, _ next: Strand) -> Bool {
    let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [("《", "》"), ("“", "”"), ("（", "）")]
    let isOpen = pairs.contains { open, close in
      line.scalars.count { $0 == open } > line.scalars.count { $0 == close }
    }
    let end = line.scalars.suffix(2).map { MatchingKey.simplified($0) }
    let start = next.scalars.prefix(2).map { MatchingKey.simplified($0) }
    let endsInside = ["关于", "进行", "开展"].contains { $0.unicodeScalars.elementsEqual(end) }
    let lastWord = end.last.map { "的和与及、暨在对向".unicodeScalars.contains($0) } ?? false
    return isOpen || endsInside || lastWord || start == Array("关于".unicodeScalars)
  }

  /// 某县关于某地: a title that says what it is about says at its end what kind of document it is.
  private static func isUnfinished(_ title: Strand) -> Bool {
    let key = title.scalars.map { MatchingKey.simplified($0) }
    return zip(key, key.dropFirst()).contains { $0 == "关" && $1 == "于" }
  }

  private static func endsWithDocumentKind(_ line: Strand) -> Bool {
    let end = line.scalars.suffix(8).filter { !$0.isSpace }.map { MatchingKey.simplified($0) }
    return documentKinds.contains { end.suffix($0.count).elementsEqual($0) }
  }

  private static func isCredit(_ line: Strand) -> Bool {
    line.scalars.contains(where: \.isSpace) && line.count <= 16
  }

  /// The kinds of official documents (《党政机关公文处理工作条例》, 2012, article 8) and of reports.
  private static let documentKinds: [[Unicode.Scalar]] = [
    "决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函",
    "纪要", "办法", "规定", "方案", "细则", "条例", "要点", "总结", "简报", "月报", "专报", "情况", "汇报", "提示", "清单", "台账",
    "讲话",
    "发言", "致辞", "计划", "安排", "公示", "分析", "综述", "概况", "年报", "答复", "规划", "结果", "名单", "说明", "举措", "公约",
    "预案",
  ].map { Array($0.unicodeScalars) }
}
