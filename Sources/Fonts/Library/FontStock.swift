import Diagnostics
import PageModel

/// The fonts at hand, by the names that lists call them.
struct FontStock {
  /// In the order of `FontID`s.
  let identities: [FontIdentity]
  private let mapped: [String: FontID]
  private let dropped: [String: FontID]
  private let unlisted: [FontLocator.Dropped]

  init(map: FontMap, folders: [String]) {
    let locator = FontLocator(folders: folders + map.systemFolders)
    var identities: [FontIdentity] = []
    var mapped: [String: FontID] = [:]
    for font in map.fonts {
      guard let path = locator.path(of: font.file) else { continue }
      mapped[font.name] = FontID(index: UInt16(identities.count))
      identities.append(
        FontIdentity(postScriptName: font.name, path: path, faceIndex: font.face)
      )
    }
    let wanted = Set(map.roles.flatMap { $0.licensed.lists.values.joined() })
      .union(map.fonts.map(\.name).filter { mapped[$0] == nil })
    let known = Set(identities.map(\.path))
    var dropped: [String: FontID] = [:]
    var unlisted: [FontLocator.Dropped] = []
    for font in FontLocator.dropped(into: folders) where !known.contains(font.identity.path) {
      let names = font.names.intersection(wanted)
      if names.isEmpty {
        unlisted.append(font)
        continue
      }
      for name in names where dropped[name] == nil {
        dropped[name] = FontID(index: UInt16(identities.count))
      }
      identities.append(font.identity)
    }
    self.identities = identities
    self.mapped = mapped
    self.dropped = dropped
    self.unlisted = unlisted
  }

  /// A font of the map's own table: in its file, or in a dropped file that says to be it.
  func font(named name: String) -> FontID? { mapped[name] ?? dropped[name] }

  /// A font that was dropped in, by one of the names inside it.
  func licensedFont(named name: String) -> FontID? { dropped[name] }

  /// The name of a font as messages print it.
  func name(of font: FontID) -> String { identities[Int(font.index)].postScriptName }

  func reportUnlistedFiles(to findings: inout Findings) {
    for font in unlisted {
      findings.add(
        Finding(
          .unlistedFontFile,
          ["file": .word(font.identity.path), "names": .choices(font.names.sorted())]
        )
      )
    }
  }
}
