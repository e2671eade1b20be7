import Diagnostics
import FoundationEssentials
import PageModel

/// Finds the font files that a map names, and those a user dropped beside it.
struct FontLocator {
  let folders: [String]

  /// The first of the folders' files of that name that can be read.
  ///
  /// Named files are asked for one by one; no folder of the system is searched through, because
  /// start-up is paid by everyone who prints two pages.
  func path(of file: String) -> String? {
    if file.hasPrefix("/") { return readable(file) }
    for folder in folders {
      if let path = readable(folder + "/" + file) { return path }
    }
    return nil
  }

  private func readable(_ path: String) -> String? {
    FileManager.default.isReadableFile(atPath: path) ? path : nil
  }

  /// A font dropped into a folder, known by the names inside it.
  struct Dropped {
    let identity: FontIdentity
    let names: Set<String>
  }

  /// The fonts that lie at the top of some folders, in the order of folder, file and face.
  static func dropped(into folders: [String]) -> [Dropped] {
    folders.flatMap { folder in
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return files.filter(isFont).sorted().flatMap { faces(of: folder + "/" + $0) }
    }
  }

  private static func isFont(_ file: String) -> Bool {
    let name = file.lowercased()
    return !name.hasPrefix(".")
      && [".ttf", ".otf", ".ttc", ".otc"].contains { name.hasSuffix($0) }
  }

  private static func faces(of path: String) -> [Dropped] {
    guard let file = MappedFontFile(path: path) else { return [] }
    return (0..<file.faceCount).compactMap { index in
      guard let names = FontNames(ofFace: index, in: file) else { return nil }
      let identity = FontIdentity(
        postScriptName: names.postScript ?? names.all.min() ?? path,
        path: path,
        faceIndex: index
      )
      return Dropped(identity: identity, names: names.all)
    }
  }
}
