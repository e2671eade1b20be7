package import Diagnostics
import DocumentModel
import Geometry
import OrderedCollections
import Reports
import Settings
import Statistics
import Typography

extension Template {
  /// Reads a layout and all it extends.
  ///
  /// - `profile` names the part of `profiles:` that is laid over, if there is one.
  /// - `names` are the layouts that may be extended, for suggestions.
  /// - `open` gives the file of a layout by its name (`base/official`), or nil when there is none;
  ///   it is the module's only way to files.
  ///
  /// What is wrong becomes findings, all at once; after an error nil comes back.
  package static func read(
    _ file: SourceFile,
    profile: String? = nil,
    names: [String] = [],
    findings: inout Findings,
    open: (String) throws(MachineFailure) -> SourceFile?
  ) throws(MachineFailure) -> Template? {
    // The closure is only lent: it lives as long as the reading of the files.
    let root = try withoutActuallyEscaping(open) { open throws(MachineFailure) in
      try LayoutFile(names: names, open: open).read(file, profile: profile, findings: &findings)
    }
    guard let root else { return nil }
    var reader = TemplateReader(root: root)
    let template = reader.read()
    findings.add(contentsOf: reader.findings)
    guard let template else { return nil }
    var places = PlaceCheck(template)
    places.run()
    findings.add(contentsOf: places.findings)
    return reader.findings.hasErrors || places.findings.hasErrors ? nil : template
  }
}

/// Turns the checked tree of a layout into a `Template`; each thing is read once, in an order in
/// which what it needs has been read before.
struct TemplateReader {
  let root: SettingNode
  var findings = Findings()
  var palette = InkPalette()
  var styles: StyleSheet
  var tableStyles: OrderedDictionary<String, TableStyle> = [:]
  var plan = StatisticsPlan()
  var parameters: [Parameter] = []
  /// What the names in placeholders may be at the place being read.
  var scope = NameScope()
  /// Where the first note of the layout stands.
  var firstNote: Span?
  private var placesOutOfBounds: Set<Span> = []

  init(root: SettingNode) {
    self.root = root
    styles = StyleSheet(page: .placeholder)
  }

  mutating func read() -> Template? {
    guard let page = readPage() else { return nil }
    styles.page = page
    readInks()
    readStyles()
    readTableStyles()
    readPlan()
    scope.ids = ids(in: root["body"])
    withoutNotes { $0.readParameters() }
    let parts = readParts()
    let masters = withoutNotes { $0.readMasters() }
    let info = withoutNotes { $0.readInfo() }
    let components = readComponents()
    let body = readBlocks(root["body"])
    return Template(
      name: root["name"]?.string ?? "",
      title: root["title"]?.string ?? root["name"]?.string ?? "",
      about: root["about"]?.string,
      parameters: parameters,
      plan: plan,
      script: choice(root["script"]),
      page: page,
      palette: palette,
      styles: styles,
      tableStyles: tableStyles,
      parts: parts.styles,
      runIn: parts.runIn,
      masters: masters,
      components: components,
      info: info,
      notes: readNotes(),
      body: body
    )
  }

  // MARK: Values

  /// A length of a place that stands beside type of a size; `fr` has no meaning there.
  mutating func length(
    _ node: SettingNode?,
    key: String,
    em: Length? = nil,
    _ bounds: LengthBounds = .notNegative
  ) -> Length? {
    guard let node, let measure = measure(node) else { return nil }
    return length(of: measure, at: node, key: key, em: em, bounds)
  }

  private mutating func length(
    of measure: Measure,
    at node: SettingNode,
    key: String,
    em: Length?,
    _ bounds: LengthBounds
  ) -> Length? {
    if case .fraction = measure {
      findings.add(Finding(.layoutNeedsLength, at: node.span, ["key": .quote(key)]))
      return nil
    }
    guard measure.hasUsualFactor, let length = measure.resolved(in: styles.page.context(em: em)),
      bounds.contains(length)
    else {
      outOfBounds(node, key: key, expected: bounds.expected)
      return nil
    }
    return length
  }

  /// A measure of a style, that stands beside type of its size and of the sizes of styles that
  /// extend it.
  mutating func styleMeasure(
    _ node: SettingNode,
    _ key: String,
    em: Length?,
    _ bounds: LengthBounds
  ) -> Measure? {
    guard let measure = measure(node),
      length(of: measure, at: node, key: key, em: em, bounds) != nil
    else { return nil }
    return measure
  }

  /// Told once at each place, though styles that extend others are read again.
  mutating func outOfBounds(_ node: SettingNode, key: String, expected: Bilingual) {
    guard placesOutOfBounds.insert(node.span).inserted else { return }
    findings.add(
      Finding(
        .layoutOutOfBounds,
        at: node.span,
        ["key": .quote(key), "expected": .words(expected), "found": .quote(node.string ?? "")]
      )
    )
  }

  func measure(_ node: SettingNode) -> Measure? {
    guard let text = node.string, case .success(let measure) = Measure.parse(text) else {
      return nil
    }
    return measure
  }

  func choice<T: RawRepresentable>(_ node: SettingNode?, _ type: T.Type = T.self) -> T?
  where T.RawValue == String {
    node?.string.flatMap(T.init(rawValue:))
  }

  /// A string of the layout, taken apart; its names are checked where they stand.
  mutating func string(_ node: SettingNode?) -> LayoutString? {
    guard let text = node?.text else { return nil }
    let string = LayoutStringParser.parse(text, findings: &findings)
    for placeholder in string.placeholders { scope.check(placeholder.name, findings: &findings) }
    for link in string.innerLinks { scope.check(link, findings: &findings) }
    for mark in string.named { check(mark) }
    if firstNote == nil { firstNote = string.firstNote }
    if !scope.takesNotes, let span = string.firstNote {
      let way = Bilingual("把注写在正文里", "write the note in the body")
      findings.add(
        Finding(.layoutMisplaced, at: span, ["words": .quote("^…^"), "way": .words(way)])
      )
    }
    return string
  }

  /// What stands in braces behind a text is a mark or a style.
  private mutating func check(_ mark: LayoutString.NamedMark) {
    guard TextMark(rawValue: mark.name) == nil, styles.styles[mark.name] == nil else { return }
    let choices = TextMark.allCases.map(\.rawValue) + styles.styles.keys
    findings.add(
      Finding(
        .layoutUnknownName,
        at: mark.span,
        [
          "kind": .words(Bilingual("标记或样式", "mark or style")), "name": .quote(mark.name),
          "choices": .choices(choices),
        ],
        suggestion: Suggestion.nearest(to: mark.name, among: choices)
      )
    )
  }

  /// Reads strings that have no place for notes.
  mutating func withoutNotes<T>(_ read: (inout TemplateReader) -> T) -> T {
    let outer = scope.takesNotes
    scope.takesNotes = false
    defer { scope.takesNotes = outer }
    return read(&self)
  }

  /// The names of a `when:`.
  mutating func conditions(_ node: SettingNode?) -> [NamePath] {
    guard let node else { return [] }
    let texts = node.items.isEmpty ? [node.text] : node.items.map(\.text)
    return texts.compactMap { $0 }.map { name(of: $0) }
  }

  mutating func name(of text: SourcedText) -> NamePath {
    let path = NamePath(text.string, span: text.span)
    scope.check(path, findings: &findings)
    return path
  }

  mutating func unknown(
    _ kind: Bilingual,
    _ node: SettingNode,
    among names: some Sequence<String>
  ) {
    let name = node.string ?? ""
    findings.add(
      Finding(
        .layoutUnknownName,
        at: node.span,
        ["kind": .words(kind), "name": .quote(name), "choices": .choices(Array(names))],
        suggestion: Suggestion.nearest(to: name, among: names)
      )
    )
  }
}
