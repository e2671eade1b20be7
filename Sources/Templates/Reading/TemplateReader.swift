package import Diagnostics
import DocumentModel
import Geometry
import OrderedCollections
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
    return reader.findings.hasErrors ? nil : template
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
    readParameters()
    let parts = readParts()
    let masters = readMasters()
    let info = readInfo()
    let components = readComponents()
    let body = readBlocks(root["body"])
    return Template(
      name: root["name"]?.string ?? "",
      title: root["title"]?.string ?? root["name"]?.string ?? "",
      about: root["about"]?.string,
      parameters: parameters,
      plan: plan,
      page: page,
      palette: palette,
      styles: styles,
      tableStyles: tableStyles,
      parts: parts,
      masters: masters,
      components: components,
      info: info,
      body: body
    )
  }

  // MARK: Values

  /// A length of a place that stands beside type of a size; `fr` has no meaning there.
  mutating func length(_ node: SettingNode?, key: String, em: Length? = nil) -> Length? {
    guard let node, let measure = measure(node) else { return nil }
    guard let length = measure.resolved(in: styles.page.context(em: em)) else {
      findings.add(Finding(.layoutNeedsLength, at: node.span, ["key": .quote(key)]))
      return nil
    }
    return length
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
    return string
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
