import Diagnostics
import Settings

/// The file of a layout with those it extends, merged into one tree.
///
/// Mappings merge key by key, lists and scalars replace; each node keeps its own place.
struct LayoutFile {
  /// What profiles a layout may change things for.
  static let profiles = ["screen", "press", "archive", "meeting", "proof"]

  /// The names that may be extended, for suggestions.
  let names: [String]
  let open: (String) throws(MachineFailure) -> SourceFile?

  /// Reads, checks and merges; nil when an error was found in any of the files.
  func read(
    _ file: SourceFile,
    profile: String?,
    findings: inout Findings
  ) throws(MachineFailure) -> SettingNode? {
    var own = Findings()
    let merged = try chain(from: file, findings: &own).reduce(nil) { (below, above) in
      below.map { $0.merged(with: above) } ?? above
    }
    let whole = merged.map { self.whole($0, profile: profile, findings: &own) }
    findings.add(contentsOf: own)
    return own.hasErrors ? nil : whole
  }

  /// The roots of the file and of all it extends, what is extended first.
  private func chain(
    from first: SourceFile,
    findings: inout Findings
  ) throws(MachineFailure) -> [SettingNode] {
    var roots: [SettingNode] = []
    var visited: [(id: SourceFile.ID, name: String)] = []
    var next: SourceFile? = first
    while let file = next {
      next = nil
      visited.append((file.id, file.name))
      guard let root = SettingFile.read(file, findings: &findings) else { break }
      LayoutDescription.description.check(root, requiresKeys: false, findings: &findings)
      roots.insert(root, at: 0)
      guard let base = root["extends"], let name = base.string else { break }
      guard let opened = try open(name) else {
        findings.add(
          Finding(
            .layoutNotFound,
            at: base.span,
            ["name": .quote(name), "choices": .choices(names)],
            suggestion: Suggestion.nearest(to: name, among: names)
          )
        )
        break
      }
      if visited.contains(where: { $0.name == opened.name }) {
        let chain = (visited.map(\.name) + [opened.name]).joined(separator: " → ")
        findings.add(Finding(.layoutExtendsItself, at: base.span, ["chain": .word(chain)]))
        break
      }
      next = opened
    }
    return roots
  }

  /// The merged tree with its profile laid over, and nothing missing from it.
  private func whole(
    _ merged: SettingNode,
    profile: String?,
    findings: inout Findings
  ) -> SettingNode {
    for entry in merged["profiles"]?.entries ?? [] where !Self.profiles.contains(entry.key) {
      findings.add(
        Finding(
          .layoutUnknownProfile,
          at: entry.keySpan,
          ["name": .quote(entry.key), "choices": .choices(Self.profiles)],
          suggestion: Suggestion.nearest(to: entry.key, among: Self.profiles)
        )
      )
    }
    let changes = profile.flatMap { merged["profiles"]?[$0] }
    let root = (changes.map { merged.merged(with: $0) } ?? merged).without("profiles")
    // A part may leave out what another holds, so only the whole is asked for required keys.
    var checked = Findings()
    LayoutDescription.description.check(root, findings: &checked)
    for finding in checked.list where finding.code == .settingMissingKey { findings.add(finding) }
    if !findings.hasErrors { requirePage(root, findings: &findings) }
    return root
  }

  private func requirePage(_ root: SettingNode, findings: inout Findings) {
    for path in [["page", "size"], ["page", "type-area"], ["page", "grid"]] {
      let found = path.reduce(Optional(root)) { node, key in node?[key] }
      guard found == nil else { continue }
      findings.add(
        Finding(
          .settingMissingKey,
          at: root.entries.first?.keySpan,
          ["key": .quote(path.joined(separator: "."))]
        )
      )
    }
  }
}

extension SettingNode {
  /// This node with what stands above it laid over: mappings merge, all else is replaced.
  fileprivate func merged(with above: SettingNode) -> SettingNode {
    guard case .mapping(var entries) = value, case .mapping(let others) = above.value else {
      return above
    }
    for other in others {
      if let index = entries.firstIndex(where: { $0.key == other.key }) {
        entries[index].value = entries[index].value.merged(with: other.value)
        entries[index].keySpan = other.keySpan
      } else {
        entries.append(other)
      }
    }
    return SettingNode(.mapping(entries), span: above.span)
  }

  fileprivate func without(_ key: String) -> SettingNode {
    SettingNode(.mapping(entries.filter { $0.key != key }), span: span)
  }
}
