/// Finds the heads and feet that every page of a printed report repeats.
///
/// A short line said three times and more, and beside folios or blank lines each time, is one; a
/// refrain between sentences is not.
struct RunningHeads {
  private let found: Set<Int>

  private static let fewest = 3
  private static let longest = 40

  init(_ lines: [LineFacts]) {
    var places: [[Unicode.Scalar]: [Int]] = [:]
    for (index, line) in lines.enumerated() where Self.mayBeHead(line) {
      places[line.key, default: []].append(index)
    }
    let isFolio = lines.map { Folio.isFolio($0.key) || ($0.isNumber && $0.key.count <= 4) }
    var found: Set<Int> = []
    for indices in places.values where indices.count >= 2 {
      let besideFolio = indices.count { index in
        (index > 0 && isFolio[index - 1]) || (index + 1 < isFolio.count && isFolio[index + 1])
      }
      // Beside a folio each time, twice are enough.
      let isHead =
        besideFolio * 2 >= indices.count && besideFolio >= 2
        || indices.count >= Self.fewest && Self.areFar(indices) && Self.cutText(indices, lines)
      guard isHead else { continue }
      // The first may be the title itself, where it stands at the top.
      let keepsFirst =
        indices[0] <= 2 && !(indices[0] + 1 < isFolio.count && isFolio[indices[0] + 1])
      found.formUnion(indices.dropFirst(keepsFirst ? 1 : 0))
    }
    found.formUnion(Self.numbered(lines))
    self.found = found
  }

  /// Lines that differ only in the number of a page: 内部材料　第1页 / 共4页.
  private static func numbered(_ lines: [LineFacts]) -> [Int] {
    var places: [String: [Int]] = [:]
    for (index, line) in lines.enumerated() where line.key.count <= longest && !line.hasFullStop {
      let isOfPage =
        line.key.contains("页") || line.key.contains("版") || Folio.hasDashes(line.key)
      guard isOfPage, line.key.contains(where: \.isASCIIDigit) else { continue }
      places[Folio.shape(of: line.key), default: []].append(index)
    }
    return places.values.filter { indices in
      indices.count >= 2 && Set(indices.map { lines[$0].key }).count == indices.count
        && indices.allSatisfy { Folio.numbersPage(lines[$0].key) }
    }.flatMap { $0 }
  }

  func contains(_ index: Int) -> Bool { found.contains(index) }

  private static func mayBeHead(_ line: LineFacts) -> Bool {
    line.hasHan && line.key.count >= 3 && line.key.count <= longest && !line.hasFullStop
      && line.text.scalars.last.map { !$0.isTextMark && $0 != "：" && $0 != ":" } ?? false
  }

  /// Whether pages lie between the lines.
  private static func areFar(_ indices: [Int]) -> Bool {
    let shortestPage = 5
    return zip(indices, indices.dropFirst()).allSatisfy { $1 - $0 >= shortestPage }
  }

  /// Whether the line stands inside a sentence at least once: no heading does.
  private static func cutText(_ indices: [Int], _ lines: [LineFacts]) -> Bool {
    indices.contains { index in
      guard index > 0, index + 1 < lines.count, let last = lines[index - 1].text.scalars.last else {
        return false
      }
      return lines[index - 1].key.count >= 15 && (last.isHan || last == "，" || last == "、")
    }
  }
}
