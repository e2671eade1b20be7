import Containers
import Diagnostics

/// The pictures of a Markdown document, and which of the words in their brackets are captions.
struct MarkdownPictures {
  private(set) var found: [Report.Picture] = []
  /// The lines that the words of pictures in brackets stand in.
  private var captions: Set<Int> = []
  /// Those among them that are no captions.
  private var idle: Set<Int> = []
  private(set) var blockStart = 0
  /// The places of `data:` in the source, sought once.
  private var dataStarts: [Int]?

  // MARK: Pictures

  mutating func add(_ address: String, at span: Span) {
    found.append(Report.Picture(PictureReference(address: address), in: span.file, at: span))
  }

  mutating func add(inline span: Span, label: String) {
    found.append(Report.Picture(inline: span, label: label))
  }

  /// Says whether the last picture stands beside the one before it.
  mutating func place(besideLast: Bool) {
    if let last = found.indices.last { found[last].isBesideLast = besideLast }
  }

  /// Gives the last picture its words.
  mutating func describe(_ alternative: Strand, title: String?) {
    guard let last = found.indices.last else { return }
    if !alternative.isBlank { found[last].alternative = alternative.sourced() }
    if let title, !title.isEmpty, let span = found[last].span {
      found[last].title = SourcedText(title, span: span)
      found[last].alternative = found[last].alternative ?? found[last].title
    }
  }

  /// Gives the last picture the words of a tag.
  mutating func describe(_ alternative: String?, title: String?, at place: Strand) {
    var words = Strand(file: place.file)
    if let alternative, !place.isEmpty {
      words.append(alternative.unicodeScalars, standingFor: place.span(of: place.indices))
    }
    describe(words.collapsed(), title: title)
  }

  /// The pictures of raw HTML.
  static func tagged(
    _ literal: String
  ) -> [(address: String, alternative: String?, title: String?)] {
    guard literal.utf8.count > 8, literal.contains("<img") || literal.contains("<IMG") else {
      return []
    }
    let tree = HTMLTree.read(Array(literal.utf8))
    return tree.nodes.indices.filter { tree.nodes[$0].name == "img" }.compactMap { node in
      tree.value("src", of: node).flatMap { address in
        address.isEmpty
          ? nil : (address, tree.value("alt", of: node), tree.value("title", of: node))
      }
    }
  }

  /// Where an address of data stands in the source: near, or in a definition elsewhere.
  mutating func data(
    _ address: [Unicode.Scalar],
    near place: Int?,
    in source: Strand
  ) -> Range<Int>? {
    func stands(at start: Int) -> Bool {
      source.count - start >= address.count
        && source.scalars[start..<(start + address.count)].elementsEqual(address)
    }
    if let place, stands(at: place) { return place..<(place + address.count) }
    let starts = dataStarts ?? Self.dataStarts(in: source)
    dataStarts = starts
    return starts.first(where: stands).map { $0..<($0 + address.count) }
  }

  private static func dataStarts(in source: Strand) -> [Int] {
    let mark = Array("data:".unicodeScalars)
    return source.indices.dropLast(mark.count).filter { index in
      source.scalars[index] == mark[0]
        && source.scalars[index..<(index + mark.count)].elementsEqual(mark)
    }
  }

  // MARK: Captions

  mutating func beginBlock(at line: Int) { blockStart = line }

  mutating func addCaption(at line: Int) { captions.insert(line) }

  /// Words in brackets are no caption where their picture stands among words.
  mutating func endBlock(_ lines: [Line]) {
    let own = blockStart..<max(blockStart, lines.count)
    let isAlone = own.allSatisfy { lines[$0].form == .image || captions.contains($0) }
    if !isAlone { idle.formUnion(own.filter(captions.contains)) }
  }

  /// The lines without words in brackets that are no captions: those of a picture with another
  /// caption, and what editors put there by themselves.
  func withoutIdleCaptions(_ lines: [Line]) -> [Line] {
    lines.indices.filter { index in
      guard captions.contains(index) else { return true }
      return !idle.contains(index) && !Self.saysNothing(lines[index].text.string)
        && !hasOtherCaption(index, lines)
    }.map { lines[$0] }
  }

  private func hasOtherCaption(_ index: Int, _ lines: [Line]) -> Bool {
    guard index + 1 < lines.count, !captions.contains(index + 1),
      lines[index + 1].form == .plain || lines[index + 1].form == .caption
    else { return false }
    return PictureCaptions.isCaption(lines[index + 1].text.scalars)
  }

  /// Words that editors put in for a picture, and names of files.
  private static func saysNothing(_ words: String) -> Bool {
    let idle: Set<String> = [
      "image", "img", "picture", "图片", "图像", "alt", "alt text", "在这里插入图片描述", "输入图片说明", "图片描述",
      "请输入图片描述", "插入图片", "截图", "screenshot", "图片名称",
    ]
    if idle.contains(words.lowercased()) { return true }
    guard let dot = words.lastIndex(of: "."), words.count < 80 else { return false }
    return PictureFormat(fileExtension: String(words[words.index(after: dot)...])) != nil
  }
}
