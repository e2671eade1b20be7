import Diagnostics

/// Joins lines that were broken by the width of a page, a column or mail.
///
/// A passage is taken to be wrapped when most of its lines that end inside a clause are as full as
/// they can be: the first word of the next line would not have fitted. A passage whose lines are
/// paragraphs, items, verse or names never is.
struct HardWraps {
  /// Columns, a Han character taking two: nobody wraps wider, and no column of print is narrower.
  private static let widest = 120
  private static let narrowest = 24
  /// A full line may end this many columns early: a mark that must not begin a line took the next
  /// character along, or a line was stretched.
  private static let slack = 4

  private let lines: [Line]
  private var widths: [Int]
  /// Whether lines end after so many characters, wide or narrow, as programs break them.
  private var isCounting = false
  /// Whether the line runs on into the next one without a gap.
  private let touchesNext: [Bool]
  /// Whether the line may be part of wrapped text.
  private let isText: [Bool]
  private let usesIndents: Bool
  private let usesGaps: Bool

  static func join(_ lines: [Line], log: inout CleaningLog) -> [Line] {
    var wraps = HardWraps(lines)
    var width = wraps.width
    if width == nil {
      wraps.widths = lines.map { Self.columns($0, isCounting: true) }
      width = wraps.exactWidth
      wraps.isCounting = width != nil
    }
    var joined: [Line] = []
    for (index, line) in lines.enumerated() {
      if index > 0, wraps.continues(index, width), let last = joined.popLast() {
        joined.append(join(last, line, log: &log))
      } else {
        joined.append(line)
      }
    }
    return joined
  }

  private init(_ lines: [Line]) {
    self.lines = lines
    widths = lines.map { Self.columns($0, isCounting: false) }
    isText = lines.map { $0.role == .text && $0.form == .plain && !$0.isTabular }
    // Text set with an empty line after each line has no gap but a larger one.
    let gaps = lines.dropFirst().count { $0.blankBefore > 0 }
    let cutLines = lines.count { Self.endsInside($0) && !Self.mayBeHeading($0) }
    let usual = gaps * 10 >= lines.count * 9 && cutLines >= 4 && cutLines * 3 >= lines.count ? 1 : 0
    let touches = lines.indices.map { index in
      guard index + 1 < lines.count else { return false }
      let next = lines[index + 1]
      return next.blankBefore <= usual || next.followsPageEnd
    }
    usesIndents = lines.count { $0.indent > 1 } >= 2
    touchesNext = touches
    let gapped = touches.dropLast().count { !$0 }
    usesGaps = gapped >= 2 || (gapped >= 1 && lines.count <= 12)
  }

  /// The columns of the lines of the file; nil when it is not wrapped.
  private var width: Int? {
    let cut = lines.indices.filter { index in
      isCut(index) && widths[index] <= Self.widest && widths[index] >= Self.narrowest
    }
    guard cut.count >= (usesIndents || usesGaps ? 2 : 3),
      let width = Self.usual(cut.map { widths[$0] })
    else { return nil }
    let full = cut.count { isFull($0, width) }
    // Names and titles below each other hold no marks; wrapped text does.
    let marks = cut.count { Self.hasMark(lines[$0]) }
    // In a file of paragraphs a few lines without a mark at their end are items, not cut.
    let candidates = lines.indices.count {
      isText[$0] && widths[$0] <= Self.widest && touchesNext[$0]
    }
    guard full >= 2, full * 10 >= cut.count * 7, marks * 2 >= cut.count,
      full * 3 >= candidates
    else { return nil }
    return width
  }

  /// Two columns a character of the lines of the file, where three and more lines are cut after just
  /// as many characters.
  private var exactWidth: Int? {
    let cut = lines.indices.filter { isCut($0) && widths[$0] >= Self.narrowest }
    guard cut.count >= 3, let width = cut.first.map({ widths[$0] }), width <= Self.widest,
      cut.allSatisfy({ widths[$0] == width })
    else { return nil }
    let marks = cut.count { Self.hasMark(lines[$0]) }
    return marks * 2 >= cut.count ? width : nil
  }

  /// Whether it has a mark of running text; half-width ones are repaired later.
  private static func hasMark(_ line: Line) -> Bool {
    line.text.scalars.contains { $0.isTextMark || $0 == "," || $0 == ";" }
  }

  /// The greatest of the widths but for one in ten: a line that is cut is as wide as can be.
  private static func usual(_ widths: [Int]) -> Int? {
    let sorted = widths.sorted()
    guard let last = sorted.last else { return nil }
    let near = sorted.dropLast(sorted.count / 10).last ?? last
    return last - near <= slack * 2 ? last : near
  }

  /// Whether a line ends inside a clause and text follows it.
  private func isCut(_ index: Int) -> Bool {
    isText[index] && touchesNext[index] && isText[index + 1] && Self.endsInside(lines[index])
      && !isParallel(index)
      && !Self.mayBeHeading(lines[index]) && !Self.begins(lines[index + 1])
  }

  /// Whether the next line begins as this one does, as items of a list do: 要……, 要…….
  ///
  /// A line that has ended one sentence and breaks off in the next is no item.
  private func isParallel(_ index: Int) -> Bool {
    let isItem =
      Self.endsParagraph(lines[index]) || !lines[index].text.scalars.contains("。")
    return isItem
      && lines[index].text.scalars.prefix(2).elementsEqual(lines[index + 1].text.scalars.prefix(2))
  }

  /// Whether a line ends with nothing that ends a clause.
  private static func endsInside(_ line: Line) -> Bool {
    guard let last = line.text.scalars.last(where: { !$0.isSpace }) else { return false }
    return last.isHan || last.isASCIIAlphanumeric || "-、，,(（“《%".unicodeScalars.contains(last)
  }

  /// Whether the next line's first word would not have fitted behind the line.
  private func isFull(_ index: Int, _ width: Int) -> Bool {
    if isCounting { return widths[index] == width }
    return widths[index] <= Self.widest
      && widths[index] + Self.firstWord(lines[index + 1].text.scalars) > width - Self.slack
      && widths[index] * 2 > width
  }

  private func continues(_ index: Int, _ width: Int?) -> Bool {
    let previous = index - 1
    guard isText[previous], isText[index], touchesNext[previous],
      !Self.begins(lines[index])
    else { return false }
    let startsParagraph = usesIndents && lines[index].indent > 0
    guard !startsParagraph, !isTitle(previous), !isParallel(previous) else { return false }
    if lines[index].followsPageEnd, isCutLong(previous) { return true }
    guard let width, isFull(previous, width) else { return false }
    if Self.isHeading(lines[previous]) { return false }
    guard Self.endsParagraph(lines[previous]) else { return true }
    // A full line that ends a sentence ends the paragraph only where nothing else would show it.
    return (usesIndents || usesGaps) && !Self.endsWithColon(lines[previous])
  }

  /// Whether a page ended inside a sentence.
  private func isCutLong(_ index: Int) -> Bool {
    let shortest = 15
    return isCut(index) && lines[index].text.count >= shortest
      && lines[index].text.scalars.contains(where: \.isTextMark)
  }

  /// The first line is the title unless it holds the marks of a sentence.
  private func isTitle(_ index: Int) -> Bool {
    !lines[...index].dropLast().contains { $0.role == .text }
      && !lines[index].text.scalars.contains(where: \.isTextMark)
  }

  /// A numbered line without a mark of a sentence is a heading or an item, complete as it is.
  private static func isHeading(_ line: Line) -> Bool {
    HeadingMark(line.text.scalars) != nil && line.text.count <= 30
      && !line.text.scalars.contains { $0.isTextMark && $0 != "、" }
  }

  /// A numbered line that ends no sentence: it tells nothing of wraps.
  private static func mayBeHeading(_ line: Line) -> Bool {
    HeadingMark(line.text.scalars) != nil && !line.text.scalars.contains("。")
  }

  /// Whether a line begins something of its own: a heading, an item, a label, a date.
  private static func begins(_ line: Line) -> Bool {
    let scalars = line.text.scalars
    if ParagraphKind.hasBullet(scalars) || ParagraphKind.labelled(scalars) != nil { return true }
    if ParagraphKind.date(scalars) != nil { return true }
    if let mark = HeadingMark(scalars) {
      // 2.5 or （3） at the beginning of a continuation is rare; an item it is.
      return mark.end < scalars.count
    }
    return isLabelled(scalars)
  }

  /// 地址：, 联系人：, 第三条.
  private static func isLabelled(_ scalars: [Unicode.Scalar]) -> Bool {
    if scalars.first == "-" || scalars.first == "*" || scalars.first == "—" {
      return scalars.count > 1 && (scalars[1].isSpace || scalars.first == "—")
    }
    let head = scalars.prefix(8)
    if scalars.first == "第",
      let end = head.firstIndex(where: { $0 == "条" || $0 == "章" || $0 == "條" })
    {
      return head[1..<end].allSatisfy { $0.chineseDigit != nil || "十百".unicodeScalars.contains($0) }
    }
    guard let colon = head.firstIndex(where: { $0 == "：" || $0 == ":" }), colon >= 2 else {
      return false
    }
    return head[..<colon].allSatisfy { $0.isHan || $0.isSpace }
      && labels.contains { head[..<colon].filter { !$0.isSpace }.elementsEqual($0.unicodeScalars) }
  }

  private static let labels = [
    "地址", "电话", "联系人", "联系电话", "传真", "邮编", "邮政编码", "邮箱", "电子邮箱", "时间", "地点", "主持", "主持人",
    "出席", "参加", "列席", "记录", "记录人", "抄送", "抄报", "主送", "单位", "姓名", "职务", "来源", "编辑", "审核", "签发",
    "网址", "开户行", "账号", "户名", "发件人", "收件人", "主题", "备注",
  ]

  /// One line out of two, with a space where Latin words would run together.
  private static func join(_ first: Line, _ second: Line, log: inout CleaningLog) -> Line {
    var line = first
    let last = first.text.scalars.last
    let next = second.text.scalars.first
    let isLatin = next?.isASCIIAlphanumeric ?? false
    if last == "-", let before = first.text.scalars.dropLast().last, before.isASCIILetter,
      let next, (0x61...0x7A).contains(next.value)
    {
      line.text = first.text.hyphened(with: second, log: &log)
      return line
    }
    let needsSpace =
      isLatin && (last.map { $0.isASCIIAlphanumeric || ",.;".unicodeScalars.contains($0) } ?? false)
    line.text = first.text.joined(with: second, by: needsSpace ? " " : "", log: &log)
    return line
  }

  private static func endsParagraph(_ line: Line) -> Bool {
    let closers: Set<Unicode.Scalar> = ["）", ")", "\"", "”", "’", "」"]
    guard let last = line.text.scalars.last(where: { !$0.isSpace && !closers.contains($0) }) else {
      return true
    }
    return last.endsSentence || last == "：" || last == ":" || last == "；" || last == ";"
      || last == "."
  }

  private static func endsWithColon(_ line: Line) -> Bool {
    line.text.scalars.last == "：" || line.text.scalars.last == ":"
  }

  /// The columns of what cannot be parted at the beginning of a line.
  private static func firstWord(_ scalars: [Unicode.Scalar]) -> Int {
    guard let first = scalars.first else { return 0 }
    guard first.isASCII else { return 2 }
    return min(24, scalars.prefix { $0.isASCII && !$0.isSpace }.count)
  }

  private static func columns(_ line: Line, isCounting: Bool) -> Int {
    guard line.text.count <= widest else { return widest + 1 }
    let text = line.text.scalars.reduce(0) { $0 + ($1.isASCII && !isCounting ? 1 : 2) }
    return line.indent * 2 + text
  }
}

extension Strand {
  /// Two lines as one; the line end between them is repaired and listed.
  func joined(with next: Line, by separator: String, log: inout CleaningLog) -> Strand {
    let end = Int(ends.last ?? UInt32(clamping: next.start))
    let between = Span(file: file, start: min(end, next.start), end: next.start)
    let lineEnd = next.endBefore ?? LineEnd(text: "\n", span: between)
    log.repair(.wrap, from: lineEnd.text, to: separator, at: lineEnd.span, by: .hardWraps)
    var result = self
    result.append(separator.unicodeScalars, standingFor: lineEnd.span)
    result.append(next.text)
    return result
  }

  /// Two lines as one word that a hyphen parted.
  func hyphened(with next: Line, log: inout CleaningLog) -> Strand {
    let hyphen = span(of: (count - 1)..<count)
    let lineEnd = next.endBefore?.text ?? "\n"
    let place = Span(
      file: file,
      start: Int(hyphen.start),
      end: next.endBefore.map { Int($0.span.end) } ?? Int(hyphen.end)
    )
    log.repair(.wrap, from: "-" + lineEnd, to: "", at: place, by: .hardWraps)
    var result = slice(0..<(count - 1))
    result.append(next.text)
    return result
  }
}
