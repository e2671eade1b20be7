package import Diagnostics
import Foundation

/// Where the program's own layouts, fonts and profiles are.
package struct Installation: Hashable, Sendable {
  /// The folder that holds `layouts/`, `fonts/` and `profiles/`.
  package let home: String

  package init(home: String) {
    self.home = home
  }

  /// Finds the home: the folder that `KANYIN_HOME` names; else the nearest folder above the
  /// executable that holds `layouts` and `fonts` (the repository, or a package with the program in
  /// its `bin`); else the current folder.
  package static func find(environment: [String: String], executable: String?) -> Installation {
    if let named = environment["KANYIN_HOME"], !named.isEmpty { return Installation(home: named) }
    var folder = executable.map { FilePath.split($0).folder } ?? "."
    while folder != "/", folder != "." {
      if holdsResources(folder) { return Installation(home: folder) }
      folder = FilePath.split(folder).folder
    }
    return Installation(home: ".")
  }

  private static func holdsResources(_ folder: String) -> Bool {
    ["layouts", "fonts"].allSatisfy { FileKind.at(FilePath.join(folder, $0)) == .folder }
  }

  /// The program's own file, with its links followed; nil where the system does not tell.
  package static var executable: String? {
    guard let pointer = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  package var fontMap: String { FilePath.join(home, "fonts/fonts.yaml") }
  package var profilesFolder: String { FilePath.join(home, "profiles") }

  /// The folders that layouts are looked for in: those of the current folder come first.
  package var layoutFolders: [String] {
    let own = FilePath.join(home, "layouts")
    return own == "layouts" ? [own] : ["layouts", own]
  }
}

extension Installation {
  /// The names of the layouts that `--layout` takes, sorted.
  package var layoutNames: [String] { layoutNames(in: "") }

  /// The names by which a layout extends another, `base/official`, sorted.
  package var baseNames: [String] { layoutNames(in: "base").map { "base/\($0)" } }

  private func layoutNames(in subfolder: String) -> [String] {
    let names = layoutFolders.flatMap { Folder.files(in: FilePath.join($0, subfolder)) }
      .filter { Self.layoutEndings.contains(FilePath.pathExtension($0)) }
      .map(FilePath.stem)
    return Set(names).sorted()
  }

  private static let layoutEndings = ["yaml", "yml"]

  /// The file of a layout.
  ///
  /// A name with an extension, or one that begins with a folder, is a file itself.
  package func layoutFile(_ name: String, findings: inout Findings) -> String? {
    if Self.layoutEndings.contains(FilePath.pathExtension(name)) { return name }
    if let path = Self.layoutFile(name, in: layoutFolders) { return path }
    let names = layoutNames
    findings.add(
      Finding(
        names.isEmpty ? .noLayouts : .unknownLayout,
        ["name": .quote(name), "choices": .choices(names)],
        suggestion: Suggestion.nearest(to: name, among: names)
      )
    )
    return nil
  }

  /// The file of a layout of this name in the first of the folders that has one.
  static func layoutFile(_ name: String, in folders: [String]) -> String? {
    for folder in folders {
      for ending in layoutEndings {
        let path = FilePath.join(folder, "\(name).\(ending)")
        if FileKind.at(path) == .file { return path }
      }
    }
    return nil
  }
}

/// A folder's content, without the order of the disk.
enum Folder {
  /// The names of the visible files in a folder, sorted by their bytes; empty when there is none.
  static func files(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix(".") && FileKind.at(FilePath.join(folder, $0)) == .file }
      .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// Makes a folder and those above it.
  static func make(_ folder: String) throws(MachineFailure) {
    if FileKind.at(folder) == .folder { return }
    let above = FilePath.split(folder).folder
    if above != folder, above != "." { try make(above) }
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw MachineFailure(
        .unwritableFile,
        ["path": .quote(folder), "reason": .words(SystemError.last.reason)]
      )
    }
  }
}
