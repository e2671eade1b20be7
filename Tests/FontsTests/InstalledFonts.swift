import Diagnostics
import Fonts
import FoundationEssentials

extension FontMap {
  /// Reads a map from text.
  static func read(_ yaml: String) -> (map: FontMap?, findings: Findings) {
    var files = SourceFiles()
    var findings = Findings()
    let file = files.add(name: "fonts.yaml", bytes: Array(yaml.utf8))
    return (FontMap.read(file, findings: &findings), findings)
  }
}

/// The project's own map and fonts, when they are installed.
enum InstalledFonts {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path()

  static let library: FontLibrary? = {
    guard let data = FileManager.default.contents(atPath: root + "/fonts/fonts.yaml"),
      let map = FontMap.read(String(decoding: data, as: UTF8.self)).map
    else { return nil }
    return try? FontLibrary(map: map, folders: [root + "/fonts"])
  }()

  /// Whether every font that is not optional is there.
  static var areComplete: Bool {
    library.map { library in !library.findings.list.contains { $0.code == .absentFont } } ?? false
  }
}
