import Geometry
import Typography

extension PagedDocument {
  /// The pages as text that tests read: one item a line, all places in points on the page.
  ///
  /// ```
  /// page 1 595.276×841.89 bleed 0 label "1"
  ///   text 79.37 118.06 +448 FandolFang-Regular 16 black "全县共有……" e4
  ///   rule 79.37 130 → 527.37 130 weight 2 red layout
  /// ```
  ///
  /// A text stands at the origin of its first glyph on the baseline, followed by its advance. An item
  /// ends in the element it is a piece of (`e4`) or in what artifact it is. Groups indent their
  /// items. The structure tree follows the pages.
  package var trace: String {
    var lines = ["document \(quoted(info.title)) \(info.language.tag)\(dateTrace)"]
    lines += palette.inks.map(Self.trace)
    for page in pages { lines += trace(of: page) }
    lines += outline.map {
      "outline \($0.level) \(quoted($0.title)) page \($0.page.value) \($0.point.trace)"
    }
    lines += destinations.map {
      "destination \(quoted($0.name)) page \($0.page.value) \($0.point.trace)"
    }
    lines += structureTrace(of: StructureTree.root, depth: 0)
    return lines.map { $0 + "\n" }.joined()
  }

  private var dateTrace: String {
    guard let date = info.date else { return "" }
    let parts = [date.year, date.month, date.day, date.hour, date.minute].map(String.init)
    return " date \(parts.joined(separator: " "))"
  }

  private static func trace(of ink: Ink) -> String {
    let process = [ink.process.cyan, ink.process.magenta, ink.process.yellow, ink.process.black]
    let recipe = process.map(\.percentTrace).joined(separator: " ")
    let screen = [ink.screen.red, ink.screen.green, ink.screen.blue].map { String($0) }
    let spot = ink.spot.map { " spot \(quoted($0))" } ?? ""
    return "ink \(ink.name) cmyk \(recipe) screen \(screen.joined(separator: " "))\(spot)"
  }

  private func trace(of page: Page) -> [String] {
    let label = page.label.map { " label \(quoted($0))" } ?? ""
    let trim = "\(page.trim.width)×\(page.trim.height)"
    let head = "page \(page.number.value) \(trim) bleed \(page.bleed)\(label)"
    return [head] + trace(of: page.frame, indent: "  ") { $0 }
  }

  /// The items of a frame; `place` maps its points to the page.
  private func trace(
    of frame: Frame,
    indent: String,
    place: @escaping (Point) -> Point
  ) -> [String] {
    frame.items.flatMap { item -> [String] in
      let tag = tagTrace(item.tag)
      let line = { (words: String) in "\(indent)\(words) \(tag)" }
      switch item.content {
      case .group(let group):
        let inner = { (point: Point) in place(item.origin + group.transform.apply(to: point)) }
        return [line(groupTrace(group, at: place(item.origin)))]
          + trace(of: group.frame, indent: indent + "  ", place: inner)
      case .text(let run):
        return [line(textTrace(run, at: place(item.origin)))]
      case .rule(let rule):
        return [line(ruleTrace(rule, from: place(item.origin), to: place(item.origin + rule.end)))]
      case .path(let path):
        return [line(pathTrace(path) { place(item.origin + $0) })]
      case .link(let link):
        let size = "\(link.size.width)×\(link.size.height)"
        return [line("link \(place(item.origin).trace) \(size) \(targetTrace(link.target))")]
      }
    }
  }

  private func groupTrace(_ group: Group, at origin: Point) -> String {
    let size = "\(group.frame.size.width)×\(group.frame.size.height)"
    let t = group.transform
    let isMove = t.a == .one && t.d == .one && t.b == .zero && t.c == .zero
    let turn = [t.a, t.b, t.c, t.d].map(\.trace).joined(separator: " ")
    return "group \(origin.trace) \(size)\(isMove ? "" : " turned \(turn)")"
      + (group.clips ? " clips" : "")
  }

  private func textTrace(_ run: GlyphRun, at origin: Point) -> String {
    let advance = run.direction == .horizontal ? run.advance.x : run.advance.y
    var words =
      "text \(origin.trace) +\(advance) \(name(of: run.font)) \(run.size) \(trace(run.ink))"
    if run.direction != .horizontal { words += " \(run.direction)" }
    if run.isRightToLeft { words += " right-to-left" }
    words += " \(quoted(run.text))"
    if let figure = run.figure { words += " figure \(figure.index)" }
    return words
  }

  /// Names, not numbers: a number depends on which fonts are installed.
  private func name(of font: FontID) -> String {
    let index = Int(font.index)
    return fonts.indices.contains(index) ? fonts[index].postScriptName : "font \(index)"
  }

  private func ruleTrace(_ rule: Rule, from start: Point, to end: Point) -> String {
    let dashes = rule.dashes.map(\.description).joined(separator: " ")
    return "rule \(start.trace) → \(end.trace) weight \(rule.weight) \(trace(rule.ink))"
      + (dashes.isEmpty ? "" : " dashes \(dashes)")
  }

  private func pathTrace(_ path: Path, place: (Point) -> Point) -> String {
    let segments = path.segments.map { segment in
      switch segment {
      case .move(let point): "M \(place(point).trace)"
      case .line(let point): "L \(place(point).trace)"
      case .curve(let a, let b, let c):
        "C \([a, b, c].map { place($0).trace }.joined(separator: " "))"
      case .close: "Z"
      }
    }
    let fill = path.fill.map { " fill \(trace($0))" } ?? ""
    let stroke = path.stroke.map { " stroke \($0.weight) \(trace($0.ink))" } ?? ""
    return "path \(segments.joined(separator: " "))\(fill)\(stroke)"
  }

  private func targetTrace(_ target: LinkTarget) -> String {
    switch target {
    case .address(let address): "to \(quoted(address))"
    case .destination(let name): "to destination \(quoted(name))"
    }
  }

  private func tagTrace(_ tag: MarkedContent) -> String {
    switch tag {
    case .element(let id): "e\(id.index)"
    case .artifact(let artifact): "\(artifact)"
    }
  }

  private func trace(_ ink: InkTint) -> String {
    let tint = ink.tint == .one ? "" : " \(ink.tint.percentTrace)%"
    return palette.name(of: ink.ink) + tint
  }

  private func structureTrace(of id: ElementID, depth: Int) -> [String] {
    let element = structure[id]
    let indent = String(repeating: "  ", count: depth)
    let own = "\(indent)e\(id.index) \(element.role.pdfName)\(element.attributes.trace)"
    return [own] + element.children.flatMap { structureTrace(of: $0, depth: depth + 1) }
  }
}

extension StructureAttributes {
  fileprivate var trace: String {
    var words = ""
    if let language { words += " language \(language.tag)" }
    if let title { words += " title \(quoted(title))" }
    if let alternative { words += " alternative \(quoted(alternative))" }
    if let actualText { words += " actual-text \(quoted(actualText))" }
    if let headerScope { words += " scope \(headerScope.rawValue)" }
    if columnSpan != 1 { words += " columns \(columnSpan)" }
    if rowSpan != 1 { words += " rows \(rowSpan)" }
    return words
  }
}

extension Point {
  fileprivate var trace: String { "\(x) \(y)" }
}

extension Ratio {
  /// Up to three decimals, printed as the points of a length are.
  fileprivate var trace: String { Length(units: millionths / 1000 * 127).description }
  /// In hundredths.
  fileprivate var percentTrace: String { Ratio(millionths: millionths * 100).trace }
}

/// A text in quotation marks with its own marks, line ends and reverse solidi escaped.
private func quoted(_ text: String) -> String {
  let escaped = text.unicodeScalars.map { scalar in
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    default: String(scalar)
    }
  }
  return "\"\(escaped.joined())\""
}
