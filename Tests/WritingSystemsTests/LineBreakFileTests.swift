import TestSupport
import Testing
import WritingSystems

/// Every line of Unicode's test file, through ICU as Kanyin asks it.
@Suite("UAX #14's test file", .enabled(if: LineBreakTestFile() != nil, "unicode-data is absent"))
struct LineBreakFileTests {
  /// Where ICU 72 breaks otherwise than Unicode 15.0, as later versions of UAX #14 do too.
  struct Override: Sendable {
    /// Says whether the rule decides before the character of a sample at an index.
    let applies: @Sendable (LineBreakTestFile.Sample, Int) -> Bool
    let mayBreak: Bool
    let clause: String
  }

  static let overrides: [Override] = [
    Override(
      applies: { sample, index in
        let base = sample.base(before: index)
        return sample.scalars[base] == "-" && sample.startsWord(base)
          && sample.scalars[index] != " "
      },
      mayBreak: false,
      clause: "LB20a of UAX #14 since 15.1: a hyphen that begins a word stays with it"
    ),
    Override(
      applies: { sample, index in
        ",.".unicodeScalars.contains(sample.scalars[sample.base(before: index)])
          && sample.isDigit(index)
      },
      mayBreak: false,
      clause: "LB25 of UAX #14 since 16.0: no break between a point or comma and a digit"
    ),
    Override(
      applies: { sample, index in
        sample.scalars[index] == "." && sample.scalars[index - 1] == " "
          && sample.isDigit(index + 1)
      },
      mayBreak: true,
      clause: "LB15c of UAX #14 since 16.0: a break before a number's leading point behind a space"
    ),
  ]

  private func breaks(_ sample: LineBreakTestFile.Sample, language: String) -> [Bool] {
    let found = TextBreaks(of: sample.text, unit: .line, language: language)
    var offset = 0
    return sample.scalars.dropLast().map { scalar in
      offset += UTF8.width(scalar)
      return found[offset] != .prohibited
    }
  }

  @Test(arguments: ["en", "zh-Hans", "zh-Hant-TW"])
  func everyLineBreaksAsUnicodeSays(_ language: String) throws {
    let file = try #require(LineBreakTestFile())
    #expect(file.version == "15.0.0" && file.samples.count == 7654)
    var used: [String: Int] = [:]
    for sample in file.samples {
      let found = breaks(sample, language: language)
      for index in found.indices where found[index] != sample.breaks[index] {
        let rule = Self.overrides.first { $0.applies(sample, index + 1) }
        #expect(rule?.mayBreak == found[index], "\(sample)\n  got \(sample.written(found))")
        used[rule?.clause ?? "", default: 0] += 1
      }
    }
    // An override that is never needed is to be taken off the list.
    #expect(Self.overrides.allSatisfy { used[$0.clause] != nil })
  }
}

extension LineBreakTestFile.Sample {
  /// The character before an index, beyond combining marks (LB9).
  fileprivate func base(before index: Int) -> Int {
    var base = index - 1
    while base > 0, scalars[base].properties.generalCategory == .nonspacingMark { base -= 1 }
    return base
  }

  fileprivate func startsWord(_ index: Int) -> Bool { index == 0 || scalars[index - 1] == " " }

  fileprivate func isDigit(_ index: Int) -> Bool {
    scalars.indices.contains(index) && scalars[index].properties.numericType == .decimal
  }
}
