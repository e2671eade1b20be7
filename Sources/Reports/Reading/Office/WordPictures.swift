import Containers
import Diagnostics

/// What the relations of a part of a Word document name (ECMA-376-2, 9.3), by their ids.
struct WordTargets {
  private enum Target {
    case member(String)
    /// Outside the document, as the relation has it.
    case external(String)
  }

  private var targets: [String: Target] = [:]

  /// No relations.
  init() {}

  /// Reads the relations of a part.
  init(
    of part: String,
    in office: OfficeFile,
    _ files: inout SourceFiles,
    _ findings: inout Findings
  ) {
    let name = Self.relations(of: part)
    guard let relations = office.part(name, in: &files, findings: &findings) else { return }
    let names = MemberNames(office.archive)
    let folder = part.lastIndex(of: "/").map { part[...$0] } ?? ""
    for node in relations.tree.nodes.indices
    where relations.tree.nodes[node].name == "Relationship" {
      guard let id = relations.tree.value("Id", of: node),
        let target = relations.tree.value("Target", of: node)
      else { continue }
      if relations.tree.value("TargetMode", of: node) == "External" {
        targets[id] = .external(target)
      } else {
        targets[id] = .member(names.path(target, from: String(folder)))
      }
    }
  }

  private static func relations(of part: String) -> String {
    var steps = part.split(separator: "/").map(String.init)
    let name = steps.popLast() ?? ""
    return (steps + ["_rels", name + ".rels"]).joined(separator: "/")
  }

  /// The picture that an id names, and what stands for it in the text.
  ///
  /// A picture that Word links to lies in the network or on somebody's disk; it is taken from beside
  /// the document where the link says only its name.
  func picture(_ id: String, in office: OfficeFile) -> (reference: PictureReference, text: String) {
    switch targets[id] {
    case .member(let path):
      let isThere = office.archive.size(of: path) != nil
      return (isThere ? PictureReference(member: path) : PictureReference(missing: path), path)
    case .external(let address): return (PictureReference(address: address), address)
    case nil: return (PictureReference(missing: id), id)
    }
  }
}

/// The members of an archive as relations name them: from a folder, as addresses, without regard to
/// case (ECMA-376-2, 7.2.3.5).
private struct MemberNames {
  private var names: [String: String] = [:]

  init(_ archive: Archive) {
    for name in archive.names where names[name.lowercased()] == nil {
      names[name.lowercased()] = name
    }
  }

  /// The path of the member that a target means; a target that leads out of the archive means none.
  func path(_ target: String, from folder: String) -> String {
    let whole = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
    guard let path = PictureReference.inside(whole) else { return target }
    let decoded = PictureReference.percentDecoded(path) ?? path
    return names[path.lowercased()] ?? names[decoded.lowercased()] ?? path
  }
}

/// The pictures of a part, and where they come from.
struct WordPictures {
  let office: OfficeFile
  let targets: WordTargets
  /// The pictures of the document so far.
  private(set) var found: [Report.Picture]

  init(office: OfficeFile, targets: WordTargets, found: [Report.Picture]) {
    self.office = office
    self.targets = targets
    self.found = found
  }

  /// The line of a picture: of a drawing (`a:blip`) or of VML (`v:imagedata`); nil for a frame that no
  /// picture was put in.
  mutating func line(of picture: Int, in part: MarkupPart, isBeside: Bool) -> Line? {
    let names = ["r:embed", "r:id", "r:link", "r:href"]
    let ids = names.compactMap { part.tree.value($0, of: picture) }.filter { !$0.isEmpty }
    guard let id = ids.first else { return nil }
    let span = part.span(of: picture)
    let (reference, shown) = targets.picture(id, in: office)
    var text = Strand(file: part.file)
    text.append(shown.unicodeScalars, standingFor: span)
    let words = WordPictureWords(of: picture, in: part)
    var added = Report.Picture(reference, in: office.file, at: span)
    added.alternative = words.alternative
    added.title = words.title
    added.isBesideLast = isBeside
    found.append(added)
    return Line(text, picture: found.count - 1)
  }
}

/// The words that stand for a picture of a Word document.
struct WordPictureWords {
  private(set) var alternative: SourcedText?
  private(set) var title: SourcedText?

  /// Looks at the elements around a picture, from the innermost out: the picture's own properties,
  /// those of the drawing it stands in (ECMA-376-1, 20.4.2.5), the attributes of a VML shape.
  init(of picture: Int, in part: MarkupPart) {
    title = Self.text("o:title", of: picture, part)
    var next = part.tree.nodes[picture].parent
    while let node = next {
      let name = part.tree.nodes[node].name
      if name == "w:r" || name == "w:p" { break }
      if name.hasPrefix("v:") { alternative = alternative ?? Self.text("alt", of: node, part) }
      for path in [["pic:nvPicPr", "pic:cNvPr"], ["wp:docPr"]] {
        guard let properties = part.element(path, in: node) else { continue }
        alternative = alternative ?? Self.text("descr", of: properties, part)
        title = title ?? Self.text("title", of: properties, part)
      }
      next = part.tree.nodes[node].parent
    }
    alternative = alternative ?? title
  }

  private static func text(_ name: String, of node: Int, _ part: MarkupPart) -> SourcedText? {
    part.text(of: part.tree.attribute(name, of: node)).flatMap { text in
      text.isBlank ? nil : text.collapsed().sourced()
    }
  }

  /// Whether a picture stands in its line as a character does: not beside the text, where the place
  /// in the paragraph says nothing.
  static func isInLine(_ picture: Int, in part: MarkupPart) -> Bool {
    var next = part.tree.nodes[picture].parent
    while let node = next {
      switch part.tree.nodes[node].name {
      case "wp:inline": return true
      case "wp:anchor": return false
      case "v:shape", "v:rect":
        return part.tree.value("style", of: node)?.contains("position:absolute") != true
      case "w:r", "w:p": return false
      default: next = part.tree.nodes[node].parent
      }
    }
    return false
  }
}
