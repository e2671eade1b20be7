import Testing
import WritingSystems

@Suite struct MatchingKeyTests {
  @Test(arguments: [
    ("總體覆蓋率", "总体覆盖率"), ("覆盖 率（%）", "覆盖率"), ("覆　盖率", "覆盖率"), ("雙橋鎮", "双桥镇"),
    ("ＧＤＰ", "GDP"), ("１２", "12"), ("“五个建设”", "五个建设"), ("单建　两新", "单建两新"), ("㎡", "m2"),
    ("於", "于"), ("佔", "占"), ("裡", "里"), ("彙", "汇"), ("週", "周"), ("餘", "余"), ("ﬁ", "fi"),
  ])
  func namesOfOneMeaningHaveOneKey(written: String, other: String) {
    #expect(MatchingKey(written) == MatchingKey(other))
  }

  @Test func differentNamesHaveDifferentKeys() {
    #expect(MatchingKey("单建党支部") != MatchingKey("联合党支部"))
    #expect(MatchingKey("，。").isEmpty)
  }

  @Test func findsAPhraseInside() {
    let text = MatchingKey("兩新黨組織總體覆蓋率")
    #expect(text.contains(MatchingKey("总体覆盖率")))
    #expect(text.hasSuffix(MatchingKey("覆盖率")))
    #expect(!text.contains(MatchingKey("新建")))
    #expect(!MatchingKey("率").contains(text))
  }

  @Test func theTableOfSimplifiedCharactersEqualsICUs() throws {
    let all = (0x3400...0x9FFF).compactMap(Unicode.Scalar.init)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: all)
    let simplified = try #require(MatchingKey.simplifiedByICU(String(view)))
    for (scalar, other) in zip(all, simplified.unicodeScalars) {
      #expect(MatchingKey.simplified(scalar) == other, "\(scalar)")
    }
  }
}
