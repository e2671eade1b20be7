import DocumentModel
import Statistics
import Typography

/// From printed numbers to where they come from.
///
/// While the bulletin is composed a number does not know yet what else will be printed; so it
/// wishes for a place (`.figure.3`), and when all stands, each wish becomes a link to the best place
/// there is, or none:
///
/// | the number | leads to |
/// |---|---|
/// | of the report | its sentence in the text, else its entry in `sources` |
/// | derived | its entry in `sources`, else the sentence its inputs share |
/// | in a row that names its own inputs | the sentence of the only input, else the row in `sources` |
/// | an input in `sources` | its sentence, or the row of a printed table it stands in |
///
/// The places are called `figure.3` (the sentence of figure 3 of `figures --json`),
/// `source.figure.3`, `source.NAME`, `source.NAME.2` (row 2), `row.LEDGER.4`.
struct SourceLinks {
  let dataset: Dataset

  /// Names that begin so are wishes; no id of a layout does.
  private static let mark = "."

  // MARK: Names

  static func wish(figure index: Int) -> String { "\(mark)figure.\(index)" }

  static func wish(result place: ResultPlace) -> String {
    "\(mark)result.\(place.name)" + (place.row.map { ".\($0 + 1)" } ?? "")
  }

  /// Where an input named in `sources` stands in the bulletin.
  static func wish(input source: Dataset.Source) -> String? {
    switch source {
    case .figure(let index): "\(mark)sentence.\(index)"
    case .ledger(let name, let row, _): "\(mark)row.\(name).\(row)"
    case .past, .pastLedger: nil
    }
  }

  static func anchor(ofFigure index: Int) -> String { "figure.\(index)" }

  static func entry(ofFigure index: Int) -> String { "source.figure.\(index)" }

  static func entry(ofResult name: String, row: Int? = nil) -> String {
    "source.\(name)" + (row.map { ".\($0 + 1)" } ?? "")
  }

  /// The id of the block that stands for a block `sources` till that is composed.
  static func marker(_ index: Int) -> String { "\(mark)sources.\(index)" }

  /// The rows of ledgers that a printed row shows.
  static func anchors(ofRow row: Int, of result: Dataset.Result) -> [Paragraph.Anchor] {
    guard let sources = result.rowSources, sources.indices.contains(row) else { return [] }
    var names: [String] = []
    for case .ledger(let ledger, let number, _) in sources[row] {
      let name = "row.\(ledger).\(number)"
      if !names.contains(name) { names.append(name) }
    }
    return names.map { Paragraph.Anchor($0, offset: 0) }
  }

  // MARK: Looking

  /// What numbers of a document wish for, each once, in its order.
  static func wishes(in blocks: [Block]) -> [String] {
    var seen: Set<String> = []
    var found: [String] = []
    for block in blocks {
      block.forEachParagraph { paragraph in
        for inline in paragraph.inlines {
          inline.forEachLink { name in
            if name.hasPrefix(mark), seen.insert(name).inserted { found.append(name) }
          }
        }
      }
    }
    return found
  }

  /// The figure that a wish of a number of the report is for.
  static func figure(ofWish name: String) -> Int? {
    let parts = name.split(separator: "." as Character)
    return parts.first == "figure" && parts.count == 2 ? Int(parts[1]) : nil
  }

  /// The row of a result that a wish is for.
  static func row(ofWish name: String) -> (result: String, row: Int)? {
    let parts = name.split(separator: "." as Character)
    guard parts.first == "result", parts.count == 3, let row = Int(parts[2]) else { return nil }
    return (String(parts[1]), row - 1)
  }

  // MARK: Resolving

  /// Makes wishes links, and leaves only those anchors that something leads to.
  func resolve(_ document: inout Document) {
    var places: Set<String> = []
    for block in document.body {
      block.forEachID { places.insert($0) }
      block.forEachParagraph { places.formUnion($0.anchors.map(\.name)) }
    }
    var used: Set<String> = []
    func target(_ name: String) -> String? {
      let found = candidates(for: name).first { places.contains($0) }
      if let found { used.insert(found) }
      return found
    }
    for index in document.body.indices {
      document.body[index].updateParagraphs { paragraph in
        guard paragraph.hasLink else { return }
        paragraph.inlines = paragraph.inlines.resolved(mark: Self.mark, target)
      }
    }
    unlink(&document.page.masters)
    var taken: Set<String> = []
    for index in document.body.indices {
      document.body[index].updateParagraphs { paragraph in
        // A text that is set twice is led to where it stands first.
        paragraph.anchors.removeAll { !used.contains($0.name) || !taken.insert($0.name).inserted }
      }
    }
  }

  /// What is repeated on pages is no content that leads somewhere.
  private func unlink(_ masters: inout PageMasters) {
    func plain(_ master: inout PageMaster?) {
      for path in [\PageMaster.header, \PageMaster.footer] {
        guard let inlines = master?[keyPath: path]?.content.inlines else { continue }
        let plain = inlines.resolved(mark: Self.mark) { _ in nil }
        master?[keyPath: path]?.content.inlines = plain
      }
    }
    plain(&masters.first)
    var odd: PageMaster? = masters.odd
    var even: PageMaster? = masters.even
    plain(&odd)
    plain(&even)
    masters.odd = odd ?? masters.odd
    masters.even = even ?? masters.even
  }

  private func candidates(for wish: String) -> [String] {
    let parts = wish.split(separator: "." as Character).map(String.init)
    guard parts.count > 1 else { return [] }
    switch (parts[0], parts.count) {
    case ("figure", 2): return ["figure.\(parts[1])", "source.figure.\(parts[1])"]
    case ("sentence", 2): return ["figure.\(parts[1])"]
    case ("row", 3): return ["row.\(parts[1]).\(parts[2])"]
    case ("result", _): return candidates(forResult: parts[1], row: parts.dropFirst(2).first)
    default: return []
    }
  }

  private func candidates(forResult name: String, row written: String?) -> [String] {
    guard let result = dataset.result(named: name) else { return [] }
    var names: [String] = []
    var sources = result.sources
    if let row = written.flatMap(Int.init), let own = result.rowSources?[safely: row - 1] {
      sources = own
      if case .figure(let index)? = own.first, own.count == 1 { names.append("figure.\(index)") }
      names.append("source.\(name).\(row)")
    }
    return names + ["source.\(name)"] + sharedSentence(of: sources)
  }

  /// The sentence of the first of several figures that stand in one paragraph.
  private func sharedSentence(of sources: [Dataset.Source]) -> [String] {
    var places: Set<ParagraphPlace> = []
    var first: Int?
    for source in sources {
      guard case .figure(let index) = source, let figure = dataset.figures[safely: index] else {
        return []
      }
      first = min(first ?? index, index)
      places.insert(ParagraphPlace(figure))
    }
    return places.count == 1 ? first.map { ["figure.\($0)"] } ?? [] : []
  }
}

extension Paragraph {
  fileprivate var hasLink: Bool {
    var found = false
    for inline in inlines { inline.forEachLink { _ in found = true } }
    return found
  }
}

extension Array {
  /// The element, or nil where there is none.
  subscript(safely index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
