import Containers
package import Diagnostics
package import Reports

/// Whether clean text, dropped and repaired account for every character of a source.
///
/// Two things are asked that know nothing of one another: that each character of the source stands
/// in some place that the report names, and that the report says no Han character less often than
/// the source does.
package struct Accounting {
  private let report: Report
  private let file: SourceFile
  private let files: SourceFiles
  private let keepsCharacters: Bool

  /// The account of a report read from a file, the parts of which stand in `files`.
  ///
  /// `keepsCharacters`: whether the text keeps its characters, so that they can be counted.
  package init(
    _ report: Report,
    of file: SourceFile.ID,
    in files: SourceFiles,
    keepsCharacters: Bool = true
  ) {
    self.report = report
    self.file = files[file]
    self.files = files
    self.keepsCharacters = keepsCharacters
  }

  /// The first thing that is not accounted for, in words; nil when there is none.
  package func fault() -> String? {
    let source = sourceCharacters()
    var places: [SourceFile.ID: [Bool]] = [:]
    for file in Set(spans.map(\.file)) {
      places[file] = Array(repeating: false, count: files[file].bytes.count + 1)
    }
    for span in spans {
      for byte in Int(span.start)..<Int(span.end) { places[span.file]?[byte] = true }
    }
    for (scalar, file, place) in source where places[file]?[place] != true {
      return "\(scalar) (U+\(String(scalar.value, radix: 16))) at byte \(place) of \(named(file))"
    }
    return keepsCharacters ? missing(among: source.map(\.0)) : nil
  }

  /// A Han character that the report says less often than the source.
  private func missing(among source: [Unicode.Scalar]) -> String? {
    var counts: [Unicode.Scalar: Int] = [:]
    for scalar in source where Self.isPlainHan(scalar) { counts[scalar, default: 0] += 1 }
    for text in said {
      for scalar in text.unicodeScalars where counts[scalar] != nil {
        counts[scalar, default: 0] -= 1
      }
    }
    let lost = counts.filter { $0.value > 0 }.min { $0.key < $1.key }
    return lost.map { "\($0.key) is said \($0.value) times less than in the source" }
  }

  /// Characters that no rule changes.
  private static func isPlainHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value)
  }

  private func named(_ file: SourceFile.ID) -> String {
    files[file].part ?? files[file].name
  }

  // MARK: What the report says

  private var texts: [SourcedText] {
    [report.title] + report.subtitle
      + report.sections.flatMap { section in
        [section.heading]
          + section.paragraphs.flatMap { [$0.text] + ($0.rows ?? []).flatMap { $0 } }
      }
  }

  private var spans: [Span] {
    texts.flatMap { $0.pieces.map(\.span) } + report.dropped.map(\.span)
      + report.repaired.flatMap(\.places)
  }

  private var said: [String] {
    let shown =
      [report.title.string] + report.subtitle.map(\.string)
      + report.sections.flatMap { [$0.heading.string] + $0.paragraphs.map(\.text.string) }
    return shown + report.dropped.map(\.text)
      + report.repaired.flatMap { repair in repair.places.map { _ in repair.from } }
  }

  // MARK: What the source says

  private typealias Character = (Unicode.Scalar, SourceFile.ID, Int)

  /// The characters of the source that are no markup and no white space.
  private func sourceCharacters() -> [Character] {
    let name = file.name
    if name.hasSuffix(".html") { return characters(ofTree: HTMLTree.read(file.text)) }
    if name.hasSuffix(".docx") || name.hasSuffix(".odt") {
      return files.files.filter { Self.textParts.contains($0.part ?? "") }.flatMap(parts)
    }
    let isMarkdown = name.hasSuffix(".md")
    return plainCharacters().filter { scalar, _, _ in
      !isMarkdown || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  private static let textParts = [
    "word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/comments.xml",
    "content.xml",
  ]

  private func characters(ofTree tree: MarkupTree) -> [Character] {
    let offsets = file.transcoding?.offsets
    return Self.texts(of: tree, in: tree.nodes.indices).map { scalar, place in
      (scalar, file.id, offsets.map { Int($0[place]) } ?? place)
    }
  }

  private func parts(_ file: SourceFile) -> [Character] {
    guard let tree = try? XMLTree.read(file.text) else { return [] }
    let offsets = file.transcoding?.offsets
    let body = tree.nodes.firstIndex { $0.name == "office:body" } ?? 0
    return Self.texts(of: tree, in: body..<tree.nodes[body].end).map { scalar, place in
      (scalar, file.id, offsets.map { Int($0[place]) } ?? place)
    }
  }

  private static func texts(
    of tree: MarkupTree,
    in nodes: Range<Int>
  ) -> [(Unicode.Scalar, Int)] {
    var found: [(Unicode.Scalar, Int)] = []
    for node in nodes {
      tree.forEachScalar(of: node) { scalar, range in
        if !scalar.properties.isWhitespace { found.append((scalar, range.lowerBound)) }
      }
    }
    return found
  }

  private func plainCharacters() -> [Character] {
    var found: [Character] = []
    var index = 0
    for scalar in String(decoding: file.text, as: UTF8.self).unicodeScalars {
      let place = file.transcoding.map { Int($0.offsets[index]) } ?? index
      if !scalar.properties.isWhitespace { found.append((scalar, file.id, place)) }
      index += scalar.utf8.count
    }
    return found
  }
}
