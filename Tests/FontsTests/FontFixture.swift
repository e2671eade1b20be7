import FoundationEssentials
import Fonts
import Geometry
import PageModel
import TestSupport
import Testing
import Typography

/// A folder with the tiny fonts, gone with the last who holds it.
final class FontFolder: Sendable {
  let path: String

  init(_ fonts: [TestFont] = TestFont.allCases) throws {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "kanyin-fonts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      at: url.appending(path: "map"),
      withIntermediateDirectories: true
    )
    path = url.path()
    for font in fonts { try font.write(into: path + "/map") }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}

extension FontMap {
  /// A role of the tiny fonts: song, then hei; Arabic for other scripts.
  static let tiny = FontMap(
    fonts: TestFont.allCases.map { Font(name: $0.rawValue, file: "map/" + $0.fileName) },
    roles: [
      Role(
        "song",
        aliases: ["宋体"],
        licensed: WeightedNames(["Kanyin Test Hei"]),
        simplified: WeightedNames([TestFont.song.rawValue, TestFont.hei.rawValue])
      )
    ],
    others: WeightedNames([TestFont.arabic.rawValue])
  )
}

extension ShapingRequest {
  static func song(_ text: String, language: LanguageTag = .simplifiedChinese) -> ShapingRequest {
    ShapingRequest(text: text, role: "song", size: .points(10), language: language)
  }
}

/// Text, its runs and the advances in hundredths of an em, in one line: `song 工 100 作 100`.
func trace(_ shaped: ShapedText, of text: String, size: Length, in library: FontLibrary) -> String {
  shaped.runs.map { run in
    let font = library[run.font].postScriptName
      .replacing("KanyinTest", with: "").replacing("-Regular", with: "")
    let advances = run.glyphs.map { String($0.advance.x.scaled(by: 100, over: size.units).units) }
    let direction = run.isRightToLeft ? "←" : ""
    let utf8 = Array(text.utf8)[run.range]
    return "\(font)\(direction) \(String(decoding: utf8, as: UTF8.self))"
      + " \(advances.joined(separator: " "))"
  }.joined(separator: " | ")
}
