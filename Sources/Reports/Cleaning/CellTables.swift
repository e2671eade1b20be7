import WritingSystems

/// Tables whose cells are parted by tabulators, or by spaces in columns.
enum CellTables {
  /// What parts the cells of a table.
  private enum Gap: Hashable {
    /// Each tabulator: an empty cell stands between two.
    case tabulator
    /// Tabulators typed until the columns stood below one another.
    case tabulators
    /// Two spaces and more; one of full width pads names and parts words.
    case spaces
  }

  static func find(_ lines: [Line], _ plain: [Int]) -> [DrawnTables.Table] {
    var found: [DrawnTables.Table] = []
    var index = 0
    while index < plain.count {
      let end = run(lines, plain, from: index)
      var start = index
      while start < end {
        let (rows, gap) = rows(lines, plain[start..<end])
        if let gap, isTable(rows.map { cells(lines[$0].text.scalars, gap) }, lines, rows) {
          let edited = rows.map {
            DrawnTables.Row(line: $0, edits: edits(lines[$0].text.scalars, gap))
          }
          found.append(DrawnTables.Table(rows: edited))
        }
        start += max(1, rows.count)
      }
      index = max(end, index + 1)
    }
    return found
  }

  /// The end of the lines with gaps that stand one below the other.
  private static func run(_ lines: [Line], _ plain: [Int], from start: Int) -> Int {
    var end = start
    while end < plain.count, hasGap(lines[plain[end]].text.scalars),
      end == start || DrawnTables.isBelow(plain[end - 1], plain[end], lines)
    {
      end += 1
    }
    return end
  }

  private static func hasGap(_ scalars: [Unicode.Scalar]) -> Bool {
    cells(scalars, .spaces).count > 1 || cells(scalars, .tabulators).count > 1
  }

  /// The first lines of a run that have as many cells, parted in one way.
  private static func rows(_ lines: [Line], _ run: ArraySlice<Int>) -> ([Int], Gap?) {
    var best: ([Int], Gap?) = ([], nil)
    guard let first = run.first else { return best }
    let isTabbed = lines[first].text.scalars.contains("\t")
    for gap in isTabbed ? [Gap.tabulator, .tabulators] : [.spaces] {
      let width = cells(lines[first].text.scalars, gap).count
      let rows = run.prefix { line in
        let scalars = lines[line].text.scalars
        return scalars.contains("\t") == isTabbed && cells(scalars, gap).count == width
      }
      if width > 1, rows.count > best.0.count { best = (Array(rows), gap) }
    }
    return best.0.count > 1 ? best : ([], nil)
  }

  // MARK: Cells

  /// The scalars of each cell of a line, without the spaces around them.
  private static func cells(_ scalars: [Unicode.Scalar], _ gap: Gap) -> [Range<Int>] {
    let gaps = gaps(scalars, gap)
    let inner = gaps.filter { $0.lowerBound > 0 || gap == .tabulator }
      .filter { $0.upperBound < scalars.count || gap == .tabulator }
    let starts = [0] + inner.map(\.upperBound)
    return zip(starts, inner.map(\.lowerBound) + [scalars.count]).map { start, end in
      var cell = start..<end
      while let first = cell.first, scalars[first].isSpace { cell = (first + 1)..<end }
      while let last = cell.last, scalars[last].isSpace { cell = cell.lowerBound..<last }
      return cell
    }
  }

  /// The runs of space that part cells; those at the ends of the line among them.
  private static func gaps(_ scalars: [Unicode.Scalar], _ gap: Gap) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index].isSpace else {
        index += 1
        continue
      }
      var end = index
      while end < scalars.count, scalars[end].isSpace { end += 1 }
      let space = index..<end
      switch gap {
      case .tabulator:
        found += space.filter { scalars[$0] == "\t" }.map { $0..<($0 + 1) }
      case .tabulators:
        if scalars[space].contains("\t") { found.append(space) }
      case .spaces:
        if space.count >= 2, !isPadding(scalars, space) { found.append(space) }
      }
      index = end
    }
    return found
  }

  /// Whether a gap pads a name of two characters to the width of others: 大　塘.
  private static func isPadding(_ scalars: [Unicode.Scalar], _ space: Range<Int>) -> Bool {
    func isAlone(_ index: Int, _ outer: Int) -> Bool {
      guard scalars.indices.contains(index), scalars[index].isHan else { return false }
      return !scalars.indices.contains(outer) || scalars[outer].isSpace
    }
    return columns(scalars[space]) <= 4
      && isAlone(space.lowerBound - 1, space.lowerBound - 2)
      && isAlone(space.upperBound, space.upperBound + 1)
  }

  /// The columns that scalars take, a full-width one two.
  private static func columns(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { $0 + ($1.value < 0x2000 ? 1 : 2) }
  }

  private static func edits(_ scalars: [Unicode.Scalar], _ gap: Gap) -> [Edit] {
    guard gap != .tabulator else { return [] }
    return gaps(scalars, gap).compactMap { space in
      let isEdge = space.lowerBound == 0 || space.upperBound == scalars.count
      if !isEdge, scalars[space].elementsEqual(["\t"]) { return nil }
      return Edit(range: space, replacement: isEdge ? [] : ["\t"])
    }
  }

  // MARK: What is a table

  /// Whether some lines with as many cells are rows, and not names, items, contents, signatures.
  private static func isTable(_ rows: [[Range<Int>]], _ lines: [Line], _ places: [Int]) -> Bool {
    let texts = zip(rows, places).map { cells, line in
      cells.map { Array(lines[line].text.scalars[$0]) }
    }
    guard let width = texts.first?.count, texts.allSatisfy(mayBeRow),
      !isNames(texts), !isContents(texts, lines, below: places[0])
    else { return false }
    if lines[places[0]].text.scalars.contains("\t") {
      return width > 2 || !isPairs(texts)
    }
    // Spaces say less than tabulators: figures stand below one another, or three rows in columns.
    let figures = (0..<width).count { column in
      texts.dropFirst().allSatisfy { isFigure($0[column]) }
    }
    guard texts.count >= 3 || figures > 0 else { return false }
    if width == 2 {
      return texts.count >= 3 && !isPairs(texts) && texts.dropFirst().allSatisfy { isFigure($0[1]) }
    }
    return figures > 0 || texts.count >= 3 && stand(rows, lines, places)
  }

  /// Whether two cells and more hold something, and none a sentence.
  private static func mayBeRow(_ cells: [[Unicode.Scalar]]) -> Bool {
    let longest = 60
    return cells.count { !$0.isEmpty } >= 2
      && cells.allSatisfy { cell in
        cell.count <= longest * 2 && (cell.count <= longest || cells.count > 2)
          && (cells.count > 2 || cell.last != "。") && cell.last != "："
      }
      && !cells.contains { cell in cell.count { isLeader($0) } >= 4 }
  }

  private static func isLeader(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "…", ".", "·", "．", "_", "—": true
    default: false
    }
  }

  /// Columns of names alone.
  private static func isNames(_ rows: [[[Unicode.Scalar]]]) -> Bool {
    let all = rows.joined()
    return all.allSatisfy { cell in
      let shown = cell.filter { !$0.isSpace }
      return shown.count <= 4 && shown.allSatisfy(\.isHan)
    } && Set(rows.map { $0.map { $0.filter { !$0.isSpace }.count } }).count <= 4
      && rows.count <= 6 && all.count { LineFacts.isSurname($0.first) } * 10 >= all.count * 7
  }

  /// Headings and the numbers of their pages.
  private static func isContents(
    _ rows: [[[Unicode.Scalar]]],
    _ lines: [Line],
    below first: Int
  ) -> Bool {
    guard rows[0].count <= 3 else { return false }
    let pages = rows.map { row in
      (row.last ?? []).allSatisfy { $0.decimalDigit != nil }
        ? (row.last ?? []).reduce(0) { $0 * 10 + ($1.decimalDigit ?? 0) % 1000 } : -1
    }
    guard pages.allSatisfy({ $0 > 0 }), zip(pages, pages.dropFirst()).allSatisfy(<=) else {
      return false
    }
    let above = lines[..<first].last { !$0.isBlank }?.text.scalars.filter { !$0.isSpace } ?? []
    let isListed = ["目录", "目錄", "目次"].contains { above.elementsEqual($0.unicodeScalars) }
    return isListed || rows.count { HeadingMark($0[0]) != nil } * 2 >= rows.count
  }

  /// Two cells that are a number and its item, a label and what it says, or an organ and a day.
  private static func isPairs(_ rows: [[[Unicode.Scalar]]]) -> Bool {
    let pairs = rows.count { row in
      guard let first = row.first, let last = row.last else { return false }
      let isMark =
        first.count <= 6 && HeadingMark(first + ["甲"]).map { $0.end >= first.count } ?? false
      let isBullet = first.count == 1 && !(first[0].isHan || first[0].isASCIIAlphanumeric)
      let isLabel = row.allSatisfy { $0.contains("：") || $0.contains(":") }
      return isMark || isBullet || isLabel || ParagraphKind.date(last)?.day != nil && rows.count < 3
    }
    return pairs * 2 > rows.count || pairs > 0 && rows.count == 2
  }

  /// 12, 85.3%, 1,280万元, —.
  private static func isFigure(_ cell: [Unicode.Scalar]) -> Bool {
    guard let first = cell.first else { return false }
    if cell.count <= 2, "-—–/／".unicodeScalars.contains(first) { return true }
    let begins = first.decimalDigit != nil || "+-−±≥≤<>".unicodeScalars.contains(first)
    return begins && cell.contains { $0.decimalDigit != nil } && cell.count { $0.isHan } <= 4
      && !cell.contains { "月日时時:：".unicodeScalars.contains($0) }
  }

  /// Whether the cells stand below one another, at their beginnings or at their ends.
  private static func stand(_ rows: [[Range<Int>]], _ lines: [Line], _ places: [Int]) -> Bool {
    let edges = zip(rows, places).map { cells, line in
      cells.map { cell in
        let scalars = lines[line].text.scalars
        let start = columns(scalars[..<cell.lowerBound])
        return (start, start + columns(scalars[cell]))
      }
    }
    guard let first = edges.first else { return false }
    let slack = 2
    return first.indices.allSatisfy { column in
      edges.allSatisfy { abs($0[column].0 - first[column].0) <= slack }
        || edges.allSatisfy { abs($0[column].1 - first[column].1) <= slack }
    }
  }
}
