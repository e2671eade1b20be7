import Diagnostics
import Fonts
import Templates

/// Layouts and fonts, read from where the installation keeps them.
struct Resources {
  let installation: Installation

  /// Nil when there is no layout of that name, or when it has errors.
  func template(
    _ name: String,
    profile: Job.Profile = .screen,
    _ progress: inout Progress
  ) throws(MachineFailure) -> Template? {
    guard let path = installation.layoutFile(name, findings: &progress.findings) else { return nil }
    let file = try progress.open(path)
    // A base is looked for beside the layout first, then where layouts are.
    let folders = [FilePath.split(path).folder] + installation.layoutFolders
    var files = progress.files
    defer { progress.files = files }
    return try Template.read(
      file,
      profile: profile.rawValue,
      names: installation.baseNames,
      findings: &progress.findings
    ) { name throws(MachineFailure) in
      guard let path = Installation.layoutFile(name, in: folders) else { return nil }
      return files.add(name: path, bytes: try FileReading.bytes(of: path))
    }
  }

  /// Nil when the font map has errors.
  ///
  /// Fonts are looked for beside the map, then in the home.
  func fontLibrary(
    _ map: String?,
    _ progress: inout Progress
  ) throws(MachineFailure) -> FontLibrary? {
    let path = map ?? installation.fontMap
    let file = try progress.open(path)
    guard let map = FontMap.read(file, findings: &progress.findings) else { return nil }
    let own = FilePath.split(installation.fontMap).folder
    let beside = FilePath.split(path).folder
    let library = try FontLibrary(map: map, folders: beside == own ? [own] : [beside, own])
    progress.findings.add(contentsOf: library.findings)
    return library
  }

  /// The bytes of a colour profile.
  func colourProfile(_ name: String) throws(MachineFailure) -> [UInt8] {
    try FileReading.bytes(of: FilePath.join(installation.profilesFolder, name))
  }
}
