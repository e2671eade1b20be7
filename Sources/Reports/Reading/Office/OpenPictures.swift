import Containers
import Diagnostics

/// The pictures of an ODF document, and where they come from.
struct OpenPictures {
  private let file: SourceFile.ID
  /// The archive that the document is; nil for one in a single file.
  private let archive: Archive?
  /// The pictures of the document so far.
  private(set) var found: [Report.Picture] = []
  /// The paragraph that the last picture stands in.
  private var lastParagraph: Int?

  init(_ office: OfficeFile) {
    file = office.file
    archive = office.archive
  }

  init(_ file: SourceFile.ID) {
    self.file = file
    archive = nil
  }

  /// The line of the picture in a frame; nil for a picture that names and holds nothing.
  mutating func line(of image: Int, in frame: Int, _ part: MarkupPart) -> Line? {
    guard let (read, text) = held(in: image, part) ?? named(by: image, part) else { return nil }
    var picture = read
    // ODF 1.3, 10.4.12 and 10.4.13: a short name and a longer description.
    func words(_ name: String) -> SourcedText? {
      part.children(of: frame, named: name).first.flatMap { node in
        let text = part.text(of: part.nodes(of: node)).collapsed()
        return text.isBlank ? nil : text.sourced()
      }
    }
    picture.title = words("svg:title")
    picture.alternative = words("svg:desc") ?? picture.title
    let paragraph = part.paragraph(around: frame)
    picture.isBesideLast = paragraph != nil && paragraph == lastParagraph
    lastParagraph = paragraph
    found.append(picture)
    return Line(text, picture: found.count - 1)
  }

  /// A picture written out in the document itself (10.4.5, `office:binary-data`): it stands for its
  /// digits as a whole.
  private func held(in image: Int, _ part: MarkupPart) -> (Report.Picture, Strand)? {
    guard let data = part.children(of: image, named: "office:binary-data").first else { return nil }
    let texts = part.nodes(of: data).filter { part.tree.nodes[$0].isText }
    guard let first = texts.first, let last = texts.last else { return nil }
    let span = part.span(of: first).joined(with: part.span(of: last))
    var text = Strand(file: part.file)
    text.append("base64".unicodeScalars, standingFor: span)
    return (Report.Picture(inline: span, label: text.string), text)
  }

  private func named(by image: Int, _ part: MarkupPart) -> (Report.Picture, Strand)? {
    guard let text = part.text(of: part.tree.attribute("xlink:href", of: image)), !text.isEmpty
    else { return nil }
    let picture = Report.Picture(
      reference(to: text.string),
      in: file,
      at: text.span(of: text.indices)
    )
    return (picture, text)
  }

  /// An address is read from the archive as from a folder: `../` leads to what lies beside it (ODF
  /// 1.3, part 2, 3.7).
  private func reference(to address: String) -> PictureReference {
    guard let archive, PictureReference.scheme(of: address) == nil, !address.hasPrefix("/") else {
      return PictureReference(address: address)
    }
    if address.hasPrefix("../") { return PictureReference(address: String(address.dropFirst(3))) }
    guard let path = PictureReference.inside(address) else {
      return PictureReference(address: address)
    }
    let paths = [path, PictureReference.percentDecoded(path) ?? path]
    let member = paths.first { archive.size(of: $0) != nil }
    return member.map { PictureReference(member: $0) } ?? PictureReference(missing: path)
  }
}

extension MarkupPart {
  /// The paragraph that a frame stands in, as an element.
  fileprivate func paragraph(around node: Int) -> Int? {
    var next = tree.nodes[node].parent
    while let parent = next, tree.nodes[parent].name != "text:p" {
      next = tree.nodes[parent].parent
    }
    return next
  }
}
