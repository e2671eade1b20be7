import Diagnostics
import Statistics
import Testing

@Suite struct StatisticsFindingsTests {
  @Test func codesAreUniqueAndSpeakBothLanguages() {
    let codes = FindingCode.statistics
    #expect(Set(codes.map(\.name)).count == codes.count)
    for code in codes {
      #expect(
        code.words.placeholders(in: .chinese) == code.words.placeholders(in: .english),
        "\(code.name)"
      )
      let prefixes = ["statistics.", "ledger.", "history."]
      #expect(prefixes.contains { code.name.hasPrefix($0) })
    }
  }
}
