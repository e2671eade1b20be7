package import Diagnostics
package import Settings
import Typography

extension FontMap {
  /// Reads a font map, `fonts/fonts.yaml`; what is wrong becomes findings.
  ///
  /// Returns nil when the file cannot be used at all; a map with errors in it is not one either.
  package static func read(_ file: SourceFile, findings: inout Findings) -> FontMap? {
    var found = Findings()
    defer { findings.add(contentsOf: found) }
    guard let root = SettingFile.read(file, findings: &found) else { return nil }
    description.check(root, findings: &found)
    guard !found.hasErrors else { return nil }
    var reader = FontMapReader()
    let map = reader.map(of: root)
    found.add(contentsOf: reader.findings)
    return found.hasErrors ? nil : map
  }

  /// What a font map may hold.
  package static var description: SettingDescription { FontMapDescription.whole }
}

private enum FontMapDescription {
  static var whole: SettingDescription {
    SettingDescription(
      title: Bilingual("字体表", "font map"),
      root: [
        SettingKey(
          "system-folders",
          .list(.text),
          Bilingual("系统字体所在的文件夹", "folders of the system's fonts")
        ),
        SettingKey(
          "fonts",
          .names(.mapping(font)),
          required: true,
          Bilingual("字体：名字和文件", "the fonts: names and files")
        ),
        SettingKey(
          "roles",
          .names(.mapping(role)),
          required: true,
          Bilingual("每种字用哪些字体", "which fonts play which role")
        ),
        SettingKey("others", names, Bilingual("其他文字的字体", "fonts for other scripts")),
      ]
    )
  }

  private static var font: [SettingKey] {
    [
      SettingKey("file", .text, required: true, Bilingual("文件名", "the file")),
      SettingKey(
        "face",
        .integer(0...255),
        Bilingual("在字体集（.ttc）中的序号", "the place in a collection (.ttc)")
      ),
      SettingKey(
        "optional",
        .flag,
        Bilingual("没有装也不提醒", "its absence is nothing to speak of")
      ),
    ]
  }

  private static var role: [SettingKey] {
    [
      SettingKey("names", .list(.text), Bilingual("别名", "other names of the role")),
      SettingKey("licensed", names, Bilingual("优先的授权字体", "licensed fonts that win")),
      SettingKey("simplified", names, required: true, Bilingual("简体", "simplified Chinese")),
      SettingKey("traditional", names, Bilingual("繁体", "traditional Chinese")),
      SettingKey("latin", names, Bilingual("西文", "Latin letters")),
      SettingKey("digits", names, Bilingual("数字", "digits")),
      SettingKey("marks", names, Bilingual("中文里的引号、破折号等", "“”‘’—…· in Chinese text")),
    ]
  }

  /// A list for all weights, or one for each weight.
  private static var names: Shape {
    .either([
      .list(.text),
      .mapping(
        FontWeight.named.map {
          SettingKey($0.name, .list(.text), Bilingual("这一粗细的字体", "fonts of this weight"))
        }
      ),
    ])
  }
}

extension FontWeight {
  /// The weights by the names that files use, in order.
  fileprivate static let named: [(name: String, weight: FontWeight)] = [
    ("regular", .regular), ("medium", .medium), ("semibold", .semibold), ("bold", .bold),
    ("black", .black),
  ]
}

/// Takes a checked file for what it says.
private struct FontMapReader {
  private(set) var findings = Findings()
  private var fontNames: Set<String> = []

  mutating func map(of root: SettingNode) -> FontMap {
    let fonts = (root["fonts"]?.entries ?? []).map(font)
    fontNames = Set(fonts.map(\.name))
    let roles = (root["roles"]?.entries ?? []).map { role($0) }
    for (key, isEmpty) in [("fonts", fonts.isEmpty), ("roles", roles.isEmpty)] where isEmpty {
      findings.add(
        Finding(.emptyFontList, at: root[key]?.span ?? root.span, ["name": .quote(key)])
      )
    }
    checkNames(of: root["roles"]?.entries ?? [])
    return FontMap(
      fonts: fonts,
      roles: roles,
      others: known(root["others"]),
      systemFolders: (root["system-folders"]?.items ?? []).compactMap(\.string)
    )
  }

  private func font(_ entry: SettingNode.Entry) -> FontMap.Font {
    FontMap.Font(
      name: entry.key,
      file: entry.value["file"]?.string ?? "",
      face: entry.value["face"]?.integer ?? 0,
      isOptional: entry.value["optional"]?.flag ?? false
    )
  }

  private mutating func role(_ entry: SettingNode.Entry) -> FontMap.Role {
    let node = entry.value
    let simplified = known(node["simplified"])
    if simplified.lists.isEmpty || simplified.lists.values.contains(where: \.isEmpty) {
      findings.add(
        Finding(
          .emptyFontList,
          at: node["simplified"]?.span ?? entry.keySpan,
          ["name": .quote("simplified")]
        )
      )
    }
    return FontMap.Role(
      FontRole(entry.key),
      aliases: (node["names"]?.items ?? []).compactMap(\.string),
      licensed: Self.names(node["licensed"]),
      simplified: simplified,
      traditional: known(node["traditional"]),
      latin: known(node["latin"]),
      digits: known(node["digits"]),
      marks: known(node["marks"])
    )
  }

  private static func names(_ node: SettingNode?) -> WeightedNames {
    guard let node else { return WeightedNames() }
    guard !node.entries.isEmpty else { return WeightedNames(node.items.compactMap(\.string)) }
    var lists: [FontWeight: [String]] = [:]
    for (name, weight) in FontWeight.named {
      if let list = node[name] { lists[weight] = list.items.compactMap(\.string) }
    }
    return WeightedNames(lists)
  }

  /// Lists of names that must stand under `fonts`.
  private mutating func known(_ node: SettingNode?) -> WeightedNames {
    let lists = node.map { $0.entries.isEmpty ? [$0] : $0.entries.map(\.value) } ?? []
    for item in lists.flatMap(\.items) {
      guard let name = item.string, !fontNames.contains(name) else { continue }
      findings.add(
        Finding(
          .unknownFontName,
          at: item.span,
          ["name": .quote(name)],
          suggestion: Suggestion.nearest(to: name, among: fontNames.sorted())
        )
      )
    }
    return Self.names(node)
  }

  /// A name leads to one role.
  private mutating func checkNames(of roles: [SettingNode.Entry]) {
    var seen = Set(roles.map(\.key))
    for alias in roles.flatMap({ $0.value["names"]?.items ?? [] }) {
      guard let name = alias.string, !seen.insert(name).inserted else { continue }
      findings.add(Finding(.repeatedRoleName, at: alias.span, ["name": .quote(name)]))
    }
  }
}
