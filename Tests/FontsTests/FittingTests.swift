import FoundationEssentials
import Fonts
import Geometry
import PageModel
import Testing
import Typography

/// What every font of the map draws, measured: dashes, ellipses, and stand-ins for rare characters.
@Suite(
  "Fonts fitted to each other",
  .enabled(if: InstalledFonts.areComplete, "the free fonts are not all installed: make fonts")
)
struct FittingTests {
  private let library: FontLibrary
  private let shaper: Shaper
  private static let em = 1000 * Length.point

  init() throws {
    library = try #require(InstalledFonts.library)
    shaper = Shaper(library: library)
  }

  private struct Ink {
    var left: Double
    var right: Double
    var middle: Double
  }

  private func shaped(_ text: String, _ shaper: Shaper, role: FontRole) -> ShapedText {
    shaper.shape(
      ShapingRequest(text: text, role: role, size: Self.em, language: .simplifiedChinese)
    )
  }

  /// The ink of each glyph from the start of the text, in thousandths of an em, y upwards.
  private func inks(_ text: String, _ shaper: Shaper, role: FontRole) -> ([Ink], advance: Double) {
    var pen = Length.zero
    var inks: [Ink] = []
    for run in shaped(text, shaper, role: role).runs {
      for glyph in run.glyphs {
        if let ink = shaper.inkBounds(of: glyph.id, in: run.font, size: run.size) {
          let x = pen + glyph.offset.x
          let y = glyph.offset.y
          inks.append(
            Ink(
              left: (x + ink.minX).points,
              right: (x + ink.maxX).points,
              middle: -((ink.minY + ink.maxY).points / 2 + y.points)
            )
          )
        }
        pen = pen + glyph.advance.x
      }
    }
    return (inks, pen.points)
  }

  /// One role for each font of the map that has the marks, so that no other stands in.
  private static let fontsWithMarks = [
    "FandolFang-Regular", "FandolKai-Regular", "FandolSong-Regular", "FandolSong-Bold",
    "NotoSansCJKsc-Regular", "NotoSansCJKsc-Bold", "NotoSansCJKtc-Regular",
    "NotoSerifCJKsc-Regular", "NotoSerifCJKsc-Bold", "NotoSerifCJKtc-Bold",
    "LXGWWenKai-Regular", "GBZenKai-Medium",
  ]

  private func alone(_ font: String) throws -> Shaper {
    var map = library.map
    map.roles = [FontMap.Role("alone", simplified: WeightedNames([font]))]
    map.others = WeightedNames()
    return Shaper(library: try FontLibrary(map: map, folders: [InstalledFonts.root + "/fonts"]))
  }

  @Test(
    "—— is two ems of one line, without a gap, in the middle of the Han",
    arguments: fontsWithMarks
  )
  func dashes(_ font: String) throws {
    let shaper = try alone(font)
    let (inks, advance) = inks("——", shaper, role: "alone")
    #expect(abs(advance - 2000) < 1)
    #expect(try #require(inks.map(\.left).min()) <= 110)
    #expect(try #require(inks.map(\.right).max()) >= 1890)
    for (before, after) in zip(inks, inks.dropFirst()) { #expect(after.left <= before.right) }
    let middle = try middleOfHan(shaper)
    #expect(inks.allSatisfy { abs($0.middle - middle) < 25 })
  }

  @Test("…… is two ems, its dots as far apart at the join as elsewhere", arguments: fontsWithMarks)
  func ellipses(_ font: String) throws {
    let shaper = try alone(font)
    let (inks, advance) = inks("……", shaper, role: "alone")
    #expect(abs(advance - 2000) < 1)
    let middle = try middleOfHan(shaper)
    #expect(inks.allSatisfy { abs($0.middle - middle) < 25 })
    let left = try #require(inks.map(\.left).min())
    let right = try #require(inks.map(\.right).max())
    #expect(abs(left - (2000 - right)) < 15, "as much blank before as behind")
    guard inks.count == 2 else { return }
    // Six dots: from the first of one mark to the first of the next are three steps.
    let width = inks[0].right - inks[0].left
    let dot = try #require(dotOf("…", shaper))
    let step = (width - dot) / 2
    #expect(abs(inks[1].left - inks[0].left - 3 * step) < 4)
  }

  private func dotOf(_ mark: String, _ shaper: Shaper) -> Double? {
    let run = shaped(mark, shaper, role: "alone").runs[0]
    return shaper.inkBounds(of: run.glyphs[0].id, in: run.font, size: run.size)?.size.height.points
  }

  /// The middle of some Han that reach their frame above and below.
  private func middleOfHan(_ shaper: Shaper) throws -> Double {
    let (inks, _) = inks("永我成家原作重量建", shaper, role: "alone")
    let middles = inks.map(\.middle).sorted()
    return try #require(middles.isEmpty ? nil : middles[middles.count / 2])
  }

  @Test(
    "A quotation mark of Chinese takes a whole frame, one of an English sentence its own width",
    arguments: ["仿宋", "楷体", "黑体", "宋体", "小标宋"]
  )
  func quotations(_ role: FontRole) {
    let wide = inks("他说“好”。", shaper, role: role).advance
    #expect(abs(wide - 6000) < 1)
    let run = shaped("He said “x” to it", shaper, role: role).runs.flatMap(\.glyphs)
    let quotes = run.filter { [8, 12].contains(Int($0.cluster)) }
    #expect(quotes.count == 2)
    #expect(quotes.allSatisfy { $0.advance.x < Self.em * .percent(70) })
  }

  @Test(
    "A rare character beside a common one is as large as it and stands on its line",
    arguments: [("仿宋", "FandolFang-Regular"), ("楷体", "FandolKai-Regular")] as [(FontRole, String)]
  )
  func standIns(_ role: FontRole, _ wanted: String) throws {
    let text = "永我成家原作重量建得高度使人大有"
    let own = try face(of: text, role: role, wanted, standIn: false)
    let other = try face(of: text, role: role, wanted, standIn: true)
    // Of unlike characters; unfitted the middles differ by 70.
    #expect(abs(own.size - other.size) < 40, "\(own.size) \(other.size)")
    #expect(abs(own.middle - other.middle) < 20, "\(own.middle) \(other.middle)")
    #expect(abs(other.advance - own.advance) < 1)
  }

  /// The mean size and middle of a text in the role's own font, or of rare characters that another
  /// sets in its place.
  private func face(
    of text: String,
    role: FontRole,
    _ wanted: String,
    standIn: Bool
  ) throws -> (size: Double, middle: Double, advance: Double) {
    guard standIn else { return mean(of: text, shaper, role: role) }
    var map = library.map
    map.roles = [
      FontMap.Role("alone", simplified: WeightedNames([wanted, "NotoSerifCJKsc-Regular"]))
    ]
    let lacking = Shaper(
      library: try FontLibrary(map: map, folders: [InstalledFonts.root + "/fonts"])
    )
    return mean(of: Self.rare, lacking, role: "alone")
  }

  /// Characters that Fandol lacks and Noto has.
  private static let rare = "䶮㙍㛃㤘㧑㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㴋"

  private func mean(
    of text: String,
    _ shaper: Shaper,
    role: FontRole
  ) -> (size: Double, middle: Double, advance: Double) {
    let (found, advance) = inks(text, shaper, role: role)
    let runs = shaped(text, shaper, role: role).runs
    var sizes: [Double] = []
    for run in runs {
      for glyph in run.glyphs {
        if let ink = shaper.inkBounds(of: glyph.id, in: run.font, size: run.size) {
          sizes.append((ink.size.width.points * ink.size.height.points).squareRoot())
        }
      }
    }
    let middles = found.map(\.middle).sorted()
    return (
      sizes.reduce(0, +) / Double(max(1, sizes.count)),
      middles.isEmpty ? 0 : middles[middles.count / 2], advance
    )
  }
}
