import Templates
import Testing

@Suite("Inks are what their names say")
struct InkTests {
  @Test(arguments: [
    (
      "  a: { cmyk: [0, 0, 0, 9], spot: Gold, screen: \"#000000\" }\n"
        + "  b: { cmyk: [0, 0, 0, 9], spot: Gold, screen: \"#000000\" }",
      "9:34 the plate \"Gold\" is that of the ink \"a\" already"
    ),
    (
      "  a: { cmyk: [0, 0, 0, 9], spot: None, screen: \"#000000\" }",
      "8:34 no spot plate can be called \"None\""
    ),
    (
      "  a: { cmyk: [0, 0, 0, 9], spot: all, screen: \"#000000\" }",
      "8:34 no spot plate can be called \"all\""
    ),
    (
      "  a: { cmyk: [0, 0, 0, 9], spot: Magenta, screen: \"#000000\" }",
      "8:34 no spot plate can be called \"Magenta\""
    ),
    (
      "  black: { cmyk: [50, 0, 0, 100], screen: \"#000000\" }",
      "8:10 black can only be cmyk: [0, 0, 0, 100]"
    ),
    (
      "  black: { cmyk: [0, 0, 0, 100], spot: K, screen: \"#000000\" }",
      "8:10 black can only be cmyk: [0, 0, 0, 100]"
    ),
  ])
  func orAreRefused(inks: String, expected: String) {
    var bench = Workbench()
    let source = Workbench.ground.replacing("inks:\n", with: "inks:\n\(inks)\n") + "body: []"
    #expect(bench.read(source) == nil)
    #expect(bench.printed() == [expected])
  }

  @Test func blackMayHaveAScreenColourOfItsOwn() {
    var bench = Workbench()
    let black = "  black: { cmyk: [0, 0, 0, 100], screen: \"#231815\" }"
    let source = Workbench.ground.replacing("inks:\n", with: "inks:\n\(black)\n") + "body: []"
    #expect(bench.read(source) != nil)
  }
}
