import Diagnostics
import DocumentModel
import Geometry
import PageLayout
import PageModel
import Testing
import Typography

/// A text with its readings: `[工作]{gong}` is one reading over two characters.
private struct TextWithReadings {
  private(set) var inlines: [Inline] = []

  init(_ text: String, position: Reading.Position = .above) {
    var rest = text[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]"),
      let end = rest[close...].firstIndex(of: "}")
    {
      add(rest[..<open])
      let reading = rest[rest.index(close, offsetBy: 2)..<end]
      var style = BoxFixture.text
      style.size =
        position == .above
        ? style.size.scaled(by: 1, over: 2) : style.size.scaled(by: 3, over: 10)
      inlines.append(
        .ruby(
          [BoxFixture.text(String(rest[rest.index(after: open)..<close]))],
          Reading(String(reading), style: style, position: position)
        )
      )
      rest = rest[rest.index(after: end)...]
    }
    add(rest)
  }

  private mutating func add(_ text: Substring) {
    if !text.isEmpty { inlines.append(BoxFixture.text(String(text))) }
  }
}

@Suite("Readings beside their words")
struct RubyTests {
  private static let characters =
    "工作简报全县一二三四五六七八九十，。（）《》甲乙丙ㄍㄨㄛㄧˊˇˋ˙0123456789abcdefghijklmnopqrstuvwxyz"

  private func boxes(
    _ text: String,
    position: Reading.Position = .above,
    change: (inout ParagraphStyle) -> Void = { _ in }
  ) throws -> [String] {
    let fixture = try BoxFixture(Self.characters)
    let inlines = TextWithReadings(text, position: position).inlines
    return fixture.layOut([BoxFixture.paragraph(inlines, change: change)]).pages.boxes
  }

  /// Han are 10 pt, letters of readings 2.5 pt wide; a reading's baseline is 10.05 pt above that of
  /// its words: a frame of 8.8 pt and a quarter of 5 pt for what reaches below the line.
  @Test(arguments: [
    // One that is shorter stands over the middle of its word.
    ("工[作]{ab}简", ["工 0–10 @0", "作 10–20 @0", "简 20–30 @0", "ab 12.5–17.5 @-10.05"]),
    ("工[作简]{abcd}报", ["工 0–10 @0", "作简 10–30 @0", "报 30–40 @0", "abcd 15–25 @-10.05"]),
    // clreq: annotations may extend over the adjacent base text; half the size of the reading.
    ("工[作]{abcdef}简", ["工 0–10 @0", "作 10–20 @0", "简 20–30 @0", "abcdef 7.5–22.5 @-10.05"]),
    // What is longer still moves its neighbours away, the same on both sides.
    (
      "工[作]{abcdefgh}简", ["工 0–10 @0", "作 12.5–22.5 @0", "简 25–35 @0", "abcdefgh 7.5–27.5 @-10.05"]
    ),
    // A word under a long reading keeps its own spacing.
    (
      "工[作简]{abcdefghijkl}报",
      ["工 0–10 @0", "作简 12.5–32.5 @0", "报 35–45 @0", "abcdefghijkl 7.5–37.5 @-10.05"]
    ),
    // Between two readings a quarter of their size stays white: 1.25 pt.
    (
      "工[作]{abc}[简]{def}报",
      [
        "工 0–10 @0", "作 10–20 @0", "简 20–30 @0", "报 30–40 @0", "abc 11.25–18.75 @-10.05",
        "def 21.25–28.75 @-10.05",
      ]
    ),
    (
      "工[作]{abcd}[简]{efgh}报",
      [
        "工 0–10 @0", "作 10.625–20.625 @0", "简 21.875–31.875 @0", "报 32.5–42.5 @0",
        "abcd 10.625–20.625 @-10.05", "efgh 21.875–31.875 @-10.05",
      ]
    ),
    // A short neighbour leaves room for a longer one.
    (
      "[作]{abcde}[简]{f}报",
      ["作 0–10 @0", "简 10–20 @0", "报 20–30 @0", "abcde 0–12.5 @-10.05", "f 13.75–16.25 @-10.05"]
    ),
    // At a line's start reading and word are aligned with it (clreq, Positioning of Romanization).
    ("[作]{abcdef}简", ["作 0–10 @0", "简 10–20 @0", "abcdef 0–15 @-10.05"]),
    // Never over a digit or a letter.
    ("12[作]{abcdef}简", ["12 0–10 @0", "作 15–25 @0", "简 27.5–37.5 @0", "abcdef 12.5–27.5 @-10.05"]),
    // Over a mark as over Han.
    ("工[作]{abcdef}，简", ["工 0–10 @0", "作 10–20 @0", "，简 17.5–40 @0", "abcdef 7.5–22.5 @-10.05"]),
    // Nothing to read, nothing to hang: words alone.
    ("工[作]{}简", ["工 0–10 @0", "作 10–20 @0", "简 20–30 @0"]),
    ("工[]{ab}简", ["工 0–10 @0", "简 10–20 @0"]),
  ])
  func aReadingStandsOverItsWord(_ text: String, _ expected: [String]) throws {
    #expect(try boxes(text) == expected)
  }

  /// At the end of a line as at its start; the measure is 100 pt.
  @Test func atTheEndOfALineNothingStandsOut() throws {
    let shown = try boxes("一二三四五六七八九[作]{abcdef}一二")
    #expect(shown.prefix(3) == ["一二三四五六七八九 0–90 @0", "作 90–100 @0", "abcdef 85–100 @-10.05"])
  }

  @Test func aReadingForEachMayPartAndOneForAllDoesNot() throws {
    let each = try boxes("一二三四五六七八九[作]{ab}[简]{cd}报")
    #expect(each.contains("作 90–100 @0") && each.contains("简 0–10 @15"))
    let all = try boxes("一二三四五六七八九[作简]{abcd}")
    #expect(all.contains("作简 0–20 @15"))
    let long = try boxes("一二三[四五六七八九十甲]{abcd}")
    #expect(long.contains("四五六七八九十甲 0–80 @15"))
  }

  @Test func readingsOfHanAreOpenedOverAWiderWord() throws {
    let shown = try boxes("工[简报全县]{甲乙}作")
    // 1:2:1: 30 pt of white for two characters of 5 pt over 40 pt.
    #expect(shown.last == "甲乙 17.5–42.5 @-9.4")
  }

  /// clreq's figures: half an em at the right whatever is in it, symbols of three tenths.
  @Test(arguments: [
    ("工[作]{ㄍ}简", ["ㄍ 20.333–23.333 @-2.66"]),
    ("工[作]{ㄍㄨ}简", ["ㄍ 20.333–23.333 @-4.493", "ㄨ 20.333–23.333 @-0.827"]),
    ("工[作]{ㄍㄨㄛ}简", ["ㄍ 20.333–23.333 @-5.66", "ㄨ 20.333–23.333 @-2.66", "ㄛ 20.333–23.333 @0.34"]),
  ])
  func bopomofoStandsAtTheRight(_ text: String, _ expected: [String]) throws {
    let shown = try boxes(text, position: .right)
    #expect(shown.prefix(3) == ["工 0–10 @0", "作 10–20 @0", "简 25–35 @0"])
    #expect(Array(shown.dropFirst(3)) == expected)
  }

  /// The ink of a tone fills a square of a sixth of an em, half of which is above the last symbol;
  /// the neutral tone is 1/15 em high and comes first.
  @Test func tonesStandBesideTheLastSymbolAndTheNeutralOneAboveTheFirst() throws {
    let second = try boxes("[作]{ㄍㄨㄛˊ}简", position: .right)
    #expect(second.last?.hasPrefix("ˊ 13.") == true)
    let neutral = try boxes("[作]{ㄍㄨ˙}简", position: .right)
    #expect(neutral.dropFirst(2).map { $0.prefix(1) } == ["˙", "ㄍ", "ㄨ"])
  }

  /// What is copied is the line and then its readings; what is listened to is each word with its
  /// reading.
  @Test func wordsAreCopiedUnbrokenAndReadWithTheirReadings() throws {
    let fixture = try BoxFixture(Self.characters)
    let inlines = TextWithReadings("工[作]{ab}[简]{cd}报").inlines
    let (pages, _) = fixture.layOut([BoxFixture.paragraph(inlines)])
    let texts = pages.pages[0].frame.items.compactMap { item -> String? in
      if case .text(let run) = item.content { return run.text }
      return nil
    }
    #expect(texts == ["工", "作", "简", "报", "ab", "cd"])
    let paragraph = try #require(pages.structure[StructureTree.root].children.first)
    let words = pages.structure[paragraph].children
    #expect(words.map { pages.structure[$0].role } == [.ruby, .ruby])
    let inside = words.flatMap { pages.structure[$0].children }.map { pages.structure[$0].role }
    #expect(inside == [.rubyBase, .rubyText, .rubyBase, .rubyText])
    let tags = pages.pages[0].frame.items.map(\.tag)
    let ids = words.flatMap { pages.structure[$0].children }
    #expect(tags[1] == .element(ids[0]))
    #expect(tags[4] == .element(ids[1]))
  }

  @Test func aLineGapThatIsTooSmallIsANote() throws {
    let fixture = try BoxFixture(Self.characters)
    let inlines = TextWithReadings("工[作]{ab}").inlines
    let (_, findings) = fixture.layOut([
      BoxFixture.paragraph(inlines) {
        $0.onGrid = false
        $0.lineStep = 14 * .point
      }
    ])
    #expect(findings.list.map(\.code) == [.rubyGapTooSmall])
    #expect(findings.list.first?.code.severity == .note)
    let (_, none) = fixture.layOut([BoxFixture.paragraph(inlines)])
    #expect(none.list.isEmpty)
  }
}
