import Diagnostics
import Templates
import Testing

/// Random strings of marks: what they are does not matter, only that each is read.
@Suite("Text of layouts made to break the reader")
struct MarkSoupTests {
  /// A generator whose numbers are the same on every run (splitmix64).
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let parts = [
    "*", "**", "~~", "^", "[", "]", "(", ")", "{", "}", "{{", "}}", "\\", "]{.kai}", "](#a)",
    "]{lang=en}", "]{.strike ", "{{ report.title }}", "甲", "乙", "，", " ", "1",
  ]

  @Test(arguments: 0..<6)
  func eachIsReadOrRefused(seed: UInt64) {
    var numbers = Numbers(state: seed)
    for _ in 0..<40 {
      let count = Int.random(in: 1...14, using: &numbers)
      let text = (0..<count).compactMap { _ in Self.parts.randomElement(using: &numbers) }.joined()
      let quoted = text.replacing("\\", with: "\\\\")
      var bench = Workbench()
      let trace = bench.trace(Workbench.ground + "body: [ { text: \"\(quoted)\", id: a } ]")
      // Refused with a reason, or set with all its characters that are no marks.
      #expect(bench.findings.hasErrors || trace.count { $0 == "甲" } == text.count { $0 == "甲" })
    }
  }

  @Test(arguments: ["[", "*", "^", "[甲", "{{", "[甲]{.kai}", "[甲](#a)", "[[甲]{.kai}"])
  func manyOfOneKindAreReadToTheEnd(part: String) {
    var bench = Workbench()
    let text = String(repeating: part, count: 2000)
    let template = bench.read(Workbench.ground + "body: [ { text: \"\(text)\", id: a } ]")
    #expect((template == nil) == bench.findings.hasErrors)
  }
}
