package import Diagnostics
package import PageModel
import Synchronization
import Typography

/// The fonts of a map as they are found on this machine: shared by all workers, read-only.
///
/// Making a library looks for files, it opens none but those a user dropped in; a font is mapped
/// when it is first asked for.
package final class FontLibrary: Sendable {
  package let map: FontMap
  /// The fonts found, in the order of the map and then of the files dropped in; the index is that
  /// of `FontID`, whatever is used first.
  package let fonts: [FontIdentity]
  /// What a user should know of the fonts before anything is set: fonts of the map that are not
  /// installed and have a stand-in, dropped files that no role names.
  package let findings: Findings

  private let stacks: FontStacks
  private let faces: Mutex<[FontID: Result<FontFace, MachineFailure>]>

  /// Looks for the fonts of a map.
  ///
  /// `folders` are the project's font folders, the first wins: licensed fonts are looked for at
  /// their top, and the files of the map in them and then in the map's system folders. Throws
  /// `font.no-file` when a role is left without any font.
  package init(map: FontMap, folders: [String]) throws(MachineFailure) {
    let stock = FontStock(map: map, folders: folders)
    var findings = Findings()
    stacks = try FontStacks(map: map, stock: stock, findings: &findings)
    stock.reportUnlistedFiles(to: &findings)
    self.map = map
    self.findings = findings
    fonts = stock.identities
    faces = Mutex([:])
  }

  /// The identity of a font.
  package subscript(font: FontID) -> FontIdentity { fonts[Int(font.index)] }

  /// The face of a font, opened when it is first asked for.
  func face(of font: FontID) throws(MachineFailure) -> FontFace {
    let opened = faces.withLock { faces in
      if let face = faces[font] { return face }
      let face = Result { () throws(MachineFailure) in try FontFace(fonts[Int(font.index)]) }
      faces[font] = face
      return face
    }
    return try opened.get()
  }

  /// The lists by which text of a role is set.
  ///
  /// A role that the map has not is an error of whoever asked for it
  /// (`FontMap.finding(forUnknown:)`); the first role then stands in.
  func stack(for role: FontRole, weight: FontWeight, isTraditional: Bool) -> FontStack {
    stacks.stack(for: role, weight: weight, isTraditional: isTraditional)
  }
}
