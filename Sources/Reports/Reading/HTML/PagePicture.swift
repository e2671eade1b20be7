import Containers
import Diagnostics

/// An `<img>` of a page.
struct PagePicture {
  private let node: Int
  private let page: Page

  init(_ node: Int, on page: Page) {
    self.node = node
    self.page = page
  }

  /// The picture and what stands for it in the text, its address; nil for an ornament.
  func read() -> (Report.Picture, Strand)? {
    guard let address, !isOrnament(address) else { return nil }
    let span = page.span(of: address.value)
    var text = Strand(file: page.file)
    let picture: Report.Picture
    if isData(address) {
      let label = InlinePicture.label(page.tree.bytes[address.value].prefix(100))
      text.append(label.unicodeScalars, standingFor: span)
      picture = Report.Picture(inline: span, label: label)
    } else {
      text = page.text(of: address)?.trimmed() ?? text
      guard !text.isEmpty else { return nil }
      let reference = PictureReference(address: text.string)
      picture = Report.Picture(reference, in: page.file, at: span)
    }
    return (described(picture), text)
  }

  private func described(_ picture: Report.Picture) -> Report.Picture {
    func words(_ name: String) -> SourcedText? {
      page.text(of: page.tree.attribute(name, of: node)).flatMap { text in
        text.isBlank ? nil : text.collapsed().sourced()
      }
    }
    var picture = picture
    picture.title = words("title")
    picture.alternative = words("alt") ?? picture.title
    return picture
  }

  /// Where the picture is: pages that load pictures late keep the address apart and show a blank one,
  /// given as data, until then.
  private var address: MarkupTree.Attribute? {
    let source = page.tree.attribute("src", of: node)
    if let source, !source.value.isEmpty, !isData(source) { return source }
    let late = ["data-src", "data-original", "data-lazy-src", "data-actualsrc"].lazy
      .compactMap { page.tree.attribute($0, of: node) }.first { !$0.value.isEmpty }
    return late ?? source.flatMap { $0.value.isEmpty ? nil : $0 }
  }

  private func isData(_ address: MarkupTree.Attribute) -> Bool {
    page.tree.bytes[address.value].prefix(5).map { $0 | 0x20 }.elementsEqual("data:".utf8)
  }

  // MARK: Ornaments

  /// Icons are no pictures of a report: small ones, those within a link to something else, and
  /// nameless data of a few bytes, with which pages keep room.
  private func isOrnament(_ address: MarkupTree.Attribute) -> Bool {
    let smallest = 48
    for side in ["width", "height"] {
      let value = page.tree.value(side, of: node)?.prefix { $0.isNumber }
      if let value, let pixels = Int(value), pixels < smallest { return true }
    }
    if page.contexts[node].isLink, !leadsToPicture { return true }
    if isData(address) {
      let fewest = 400
      return address.value.count < fewest && !isInFigure
        && page.tree.attribute("alt", of: node).map(\.value.isEmpty) ?? true
    }
    return page.text(of: address)?.string.lowercased().contains("icon") ?? false
  }

  private var isInFigure: Bool {
    page.ancestors(of: node).contains { page.tree.nodes[$0].name == "figure" }
  }

  /// Whether the link around it shows it larger.
  private var leadsToPicture: Bool {
    let link = page.ancestors(of: node).first { page.tree.nodes[$0].name == "a" }
    guard let target = link.flatMap({ page.tree.value("href", of: $0) }) else { return false }
    let path = target.prefix { $0 != "?" && $0 != "#" }
    return path.lastIndex(of: ".").flatMap {
      PictureFormat(fileExtension: String(path[path.index(after: $0)...]))
    } != nil
  }
}

extension Strand {
  /// The text without white space at its ends.
  func trimmed() -> Strand {
    let start = scalars.firstIndex { !$0.isSpace && !$0.isLineEnd } ?? count
    let end = scalars.lastIndex { !$0.isSpace && !$0.isLineEnd }.map { $0 + 1 } ?? start
    return slice(start..<end)
  }
}
