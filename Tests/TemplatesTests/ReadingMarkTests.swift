import Diagnostics
import DocumentModel
import Geometry
import Templates
import Testing
import Typography

/// The body that comes of one text of a layout, without the look of the paragraph.
private func set(_ text: String) -> String {
  var bench = Workbench()
  let quoted = text.replacing("\\", with: "\\\\")
  let composition = Composition(
    reports: [Workbench.report],
    dataset: Workbench.dataset,
    recognise: Workbench.recognise
  )
  return bench.trace(Workbench.ground + "body: [ { text: \"\(quoted)\" } ]", composition)
    .replacing("P fangsong 16 justify: ", with: "")
}

@Suite("Readings, leaders and numbers in one cell, in text of layouts")
struct ReadingMarkTests {
  @Test(arguments: [
    ("一[文字]{wénzì}二", "一(文字 wénzì above)二"),
    ("[文字]{wén zì}", "(文 wén above)(字 zì above)"),
    ("[文字]{wén|zì}", "(文 wén above)(字 zì above)"),
    ("[重庆|市]{Chóngqìng|shì}", "(重庆 Chóngqìng above)(市 shì above)"),
    // Marks take none; a part that is left empty gives its words none.
    ("[文，字]{wén zì}", "(文 wén above)，(字 zì above)"),
    ("[文字]{|zì}", "文(字 zì above)"),
    // A space or a bar that belongs to the reading or the words is escaped.
    ("[西安]{Xī\\ ’ān}", "(西安 Xī ’ān above)"),
    ("[甲\\|乙]{jiǎ}", "(甲|乙 jiǎ above)"),
    ("[甲\\]乙]{jiǎ\\|yǐ}", "(甲]乙 jiǎ|yǐ above)"),
    // Bopomofo stands at the right, one for each.
    ("[国]{ㄍㄨㄛˊ}", "(国 ㄍㄨㄛˊ right)"),
    ("[国家]{ㄍㄨㄛˊ ㄐㄧㄚ}", "(国 ㄍㄨㄛˊ right)(家 ㄐㄧㄚ right)"),
    // Other marks stand around.
    ("**[文字]{wénzì}**", "([fangsong 16 bold|文字] wénzì above)"),
    ("[[文字]{wénzì}](https://a.cn)", "(文字 wénzì above)→https://a.cn"),
    ("[[文]{wén}字]{.kai}", "([kai 16|文] wén above)[kai 16|字]"),
    // A figure that has a reading in it holds it whole.
    ("共[88]{bāshíbā}个", "共<(88 bāshíbā above)个>"),
    // What is not in brackets is text.
    ("\\[文字]{wénzì}", "[文字]{wénzì}"),
    ("文字{wénzì}", "文字{wénzì}"),
    // White space over which the eye is led.
    ("甲{{ fill }}3", "甲…<3>"),
    ("甲{{ fill | leader: …… }}3", "甲…ellipsis…<3>"),
    ("甲{{ fill | leader: ··· }}3", "甲…dots…<3>"),
    ("姓名{{ fill | leader: ___ }}", "姓名…rule…"),
    ("姓名{{ fill | leader }}", "姓名…ellipsis…"),
  ])
  func areSet(text: String, expected: String) {
    #expect(set(text) == expected)
  }

  @Test func aReadingIsHalfTheSizeAndBopomofoThreeTenths() {
    var bench = Workbench()
    let composition = Composition(reports: [Workbench.report])
    let source = Workbench.ground + "body: [ { text: \"[国]{guó}[家]{ㄐㄧㄚ}\" } ]"
    guard let template = bench.read(source),
      let document = template.compose(composition, findings: &bench.findings)
    else {
      Issue.record("the layout has no errors")
      return
    }
    guard case .paragraph(let paragraph)? = document.body.first?.content else {
      Issue.record("the body is one paragraph")
      return
    }
    let readings = paragraph.inlines.compactMap { inline -> Reading? in
      if case .ruby(_, let reading) = inline { return reading }
      return nil
    }
    #expect(readings.map(\.style.size.points) == [8, 4.8])
    #expect(readings.map(\.style.language.tag) == ["zh-Latn", "zh-Bopo-TW"])
  }

  @Test func fillTakesNoOtherFilter() {
    #expect(set("甲{{ fill | number }}").contains("which the filter \"number\" cannot print"))
  }
}
