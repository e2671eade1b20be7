import WritingSystems

// Headings of a text without marks, numbers or markup: names on lines of their own.
extension Outline {
  /// Short lines that stand alone above paragraphs, two and more of them, in a text without other
  /// headings; 2 below 【某某】, else 1.
  static func standingHeadings(_ lines: [Line], claimed: Set<Int>) -> [Int: Int] {
    guard !lines.contains(where: { $0.headingRank != nil || isBoldHeading($0) }) else { return [:] }
    let columns = lines.indices.dropLast().filter {
      Titles.isColumn(lines[$0].text.scalars) && !claimed.contains($0)
    }
    let standing = lines.indices.dropLast().filter { index in
      stands(lines, index, claimed: claimed) && !columns.contains(index)
    }
    var found: [Int: Int] = [:]
    for index in columns { found[index] = 1 }
    // One alone is a sentence without its mark; most of a list of names has no text below.
    guard standing.count >= 2 else { return found }
    for index in standing { found[index] = columns.first.map { $0 < index } ?? false ? 2 : 1 }
    return found
  }

  /// Whether a line without a mark of text stands behind a sentence, or at the beginning, and right
  /// above a paragraph twice as long.
  private static func stands(_ lines: [Line], _ index: Int, claimed: Set<Int>) -> Bool {
    let scalars = lines[index].text.scalars
    let (shortest, longest) = (4, 30)
    guard lines[index].form == .plain, lines[index].blankBefore > 0, !claimed.contains(index),
      !claimed.contains(index + 1), (shortest...longest).contains(scalars.count),
      isNameOfPart(scalars), !lines[index].isTabular
    else { return false }
    let text = lines[index + 1].text.scalars
    guard lines[index + 1].form == .plain, text.count >= scalars.count * 2, text.last == "。",
      HeadingMark(text) == nil
    else { return false }
    guard index > 0, !claimed.contains(index - 1) else { return true }
    let before = lines[index - 1]
    // Below a picture it may be what the picture shows.
    return before.form != .plain && before.form != .image || Titles.isColumn(before.text.scalars)
      || before.text.scalars.last?.endsSentence ?? false
  }

  /// Words that may be the name of a part: no sentence, label, day, item or remark.
  private static func isNameOfPart(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let last = scalars.last, scalars.contains(where: \.isHan) else { return false }
    return !last.isTextMark && last != "：" && last != ":"
      && !scalars.contains { "。；…".unicodeScalars.contains($0) }
      && ParagraphKind.labelled(scalars) == nil && ParagraphKind.date(scalars) == nil
      && !ParagraphKind.isBracketedNote(scalars) && HeadingMark(scalars) == nil
      && !ParagraphKind.hasBullet(scalars) && !ParagraphKind.isEditorsNote(scalars)
      && !ParagraphKind.isPhotographCaption(scalars) && !ClosingMatter.isRemark(scalars)
      && !Titles.isDocumentNumber(scalars)
  }
}
