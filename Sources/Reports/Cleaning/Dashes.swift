/// Dashes typed as hyphens or taken from tables become —— (GB/T 15834-2011, 4.10).
///
/// The marks of ranges and names stay: 10-20, 2020—2025年, 沈阳—大连 (4.13).
enum Dashes {
  static func find(_ line: LineView) -> [Edit] {
    guard line.isChinese else { return [] }
    var edits = opening(line).map { [$0] } ?? []
    var index = edits.last?.range.upperBound ?? 0
    while index < line.scalars.count {
      guard isDash(line.scalars[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < line.scalars.count, isDash(line.scalars[end]) { end += 1 }
      if isMadeUp(index..<end, line), !line.isKept(index) {
        edits.append(Edit(range: index..<end, replacement: ["—", "—"]))
      }
      index = end
    }
    return edits
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "－", "–", "—", "―", "─", "━", "⸺", "ｰ": true
    default: false
    }
  }

  private static func isMadeUp(_ range: Range<Int>, _ line: LineView) -> Bool {
    let scalars = line.scalars[range]
    if scalars.elementsEqual(["—", "—"]) { return false }
    let isTwoEm = scalars.elementsEqual(["⸺"])
    // A longer row is a rule or a blank to fill in; one alone joins words.
    guard isTwoEm || (2...(scalars.first == "-" ? 4 : 3)).contains(range.count) else {
      return false
    }
    let before = line.visible(before: range.lowerBound)
    let after =
      range.upperBound < line.scalars.count ? line.visible(after: range.upperBound - 1) : nil
    let isBesideChinese = before?.isChinese ?? false || after?.isChinese ?? false
    func fits(_ scalar: Unicode.Scalar?) -> Bool {
      scalar.map { $0.isChinese || $0.isASCIIAlphanumeric || ")\"'%".unicodeScalars.contains($0) }
        ?? true
    }
    return isBesideChinese && fits(before) && fits(after)
  }

  /// 一一记某县…: the figure one twice, typed for a dash before a subtitle.
  private static func opening(_ line: LineView) -> Edit? {
    let words = ["记", "記", "访", "訪", "来自", "來自", "写在", "寫在", "探访", "走进", "走進"]
    guard line.scalars.starts(with: "一一".unicodeScalars), line.scalars.count > 4,
      words.contains(where: { line.scalars.dropFirst(2).starts(with: $0.unicodeScalars) }),
      !"述载載录錄住在下得".unicodeScalars.contains(line.scalars[3])
    else { return nil }
    return Edit(range: 0..<2, replacement: ["—", "—"])
  }
}

/// Ellipses typed as dots or stops become …… (GB/T 15834-2011, 4.11).
enum Ellipses {
  static func find(_ line: LineView) -> [Edit] {
    guard line.isChinese else { return [] }
    var edits: [Edit] = []
    var index = 0
    while index < line.scalars.count {
      let mark = line.scalars[index]
      guard isDot(mark) else {
        index += 1
        continue
      }
      var end = index
      while end < line.scalars.count, line.scalars[end] == mark { end += 1 }
      if isMadeUp(mark, index..<end, line), !line.isKept(index) {
        edits.append(Edit(range: index..<end, replacement: ["…", "…"]))
      }
      index = end
    }
    return edits
  }

  private static func isDot(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "．", "。", "·", "・", "‧", "•", "…", "⋯": true
    default: false
    }
  }

  private static func isMadeUp(_ mark: Unicode.Scalar, _ range: Range<Int>, _ line: LineView)
    -> Bool
  {
    let fewest = mark == "…" || mark == "⋯" ? 1 : 3
    guard range.count >= fewest, !(mark == "…" && range.count == 2) else { return false }
    // Dots that lead to a number at the line's end are of a list of contents.
    let rest = line.scalars[range.upperBound...]
    let longest = 8
    let leads =
      rest.count <= longest && rest.contains { $0.decimalDigit != nil }
      && rest.allSatisfy {
        $0.decimalDigit != nil || $0.isSpace || "()（）-—第页".unicodeScalars.contains($0)
      }
    guard !leads, let before = line.visible(before: range.lowerBound) else { return false }
    if before.isChinese { return true }
    let after = line.visible(after: range.upperBound - 1)
    return after?.isChinese ?? false && !before.isASCIIDigit
  }
}
