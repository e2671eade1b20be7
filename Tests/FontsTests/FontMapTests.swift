import Diagnostics
import Fonts
import Testing
import Typography

@Suite("Font map")
struct FontMapTests {
  @Test("A map is read with its weights, aliases and lists")
  func readsAMap() throws {
    let (map, findings) = FontMap.read(
      """
      system-folders: [/fonts]
      fonts:
        Song: { file: song.otf }
        Song-B: { file: song.ttc, face: 2, optional: true }
      roles:
        song:
          names: [宋体]
          licensed: [方正书宋_GBK]
          simplified: { regular: [Song], bold: [Song-B, Song] }
          digits: [Song]
      """
    )
    let expected = FontMap(
      fonts: [
        .init(name: "Song", file: "song.otf"),
        .init(name: "Song-B", file: "song.ttc", face: 2, isOptional: true),
      ],
      roles: [
        .init(
          "song",
          aliases: ["宋体"],
          licensed: WeightedNames(["方正书宋_GBK"]),
          simplified: WeightedNames([.regular: ["Song"], .bold: ["Song-B", "Song"]]),
          digits: WeightedNames(["Song"])
        )
      ],
      systemFolders: ["/fonts"]
    )
    #expect(findings.list.isEmpty)
    #expect(map == expected)
  }

  struct Wrong: CustomTestStringConvertible, Sendable {
    let yaml: String
    let code: String
    var testDescription: String { code }
  }

  @Test(
    "What is wrong with a map is found at its place",
    arguments: [
      Wrong(
        yaml: "fonts: { A: { file: a } }\nroles: { r: { simplified: [B] } }",
        code: "font.map-unknown-font"
      ),
      Wrong(
        yaml: "fonts: { A: { file: a } }\nroles: { r: { simplified: [] } }",
        code: "font.map-empty"
      ),
      Wrong(
        yaml: "fonts: {}\nroles: { r: { simplified: [] } }",
        code: "font.map-empty"
      ),
      Wrong(
        yaml: "fonts: { A: { file: a } }\n"
          + "roles: { r: { names: [s], simplified: [A] }, s: { simplified: [A] } }",
        code: "font.map-repeated-name"
      ),
    ]
  )
  func findsWhatIsWrong(_ wrong: Wrong) {
    let (map, findings) = FontMap.read(wrong.yaml)
    #expect(map == nil)
    #expect(findings.list.first?.code.name == wrong.code)
    #expect(findings.list.first?.span != nil)
  }

  @Test(
    "What Settings finds wrong makes no map",
    arguments: [
      "roles: {}", "fonts: 1\nroles: {}", "fonts: { A: {} }\nroles: {}",
      "fonts: { A: { file: a, face: -1 } }\nroles: { r: { simplified: [A] } }",
      "fonts: { A: { file: a } }\nroles: { r: { simplified: { heavy: [A] } } }", "[", "",
    ]
  )
  func refusesWrongShapes(_ yaml: String) {
    let (map, findings) = FontMap.read(yaml)
    #expect(map == nil)
    #expect(findings.hasErrors)
  }

  @Test(
    "A weight that has no list is served by the nearest",
    arguments: [
      (FontWeight.regular, FontWeight.regular), (.medium, .regular), (.semibold, .bold),
      (.bold, .bold), (.black, .bold),
    ]
  )
  func nearestWeight(wanted: FontWeight, expected: FontWeight) {
    let names = WeightedNames([.regular: ["R"], .bold: ["B"]])
    #expect(names.weight(nearest: wanted) == expected)
  }

  @Test("An unknown role is an error that names the nearest")
  func unknownRole() {
    let finding = FontMap.tiny.finding(forUnknown: "sonng")
    #expect(finding?.code == .unknownFontRole)
    #expect(finding?.suggestion == "song")
    #expect(FontMap.tiny.finding(forUnknown: "宋体") == nil)
  }

  @Test("Names of findings are unique and their words complete in both languages")
  func findingsAreComplete() {
    let codes = FindingCode.fonts
    #expect(Set(codes.map(\.name)).count == codes.count)
    for code in codes {
      #expect(code.words.placeholders(in: .chinese) == code.words.placeholders(in: .english))
      #expect(
        code.hint?.placeholders(in: .chinese) ?? [] == code.hint?.placeholders(in: .english) ?? []
      )
    }
  }
}
