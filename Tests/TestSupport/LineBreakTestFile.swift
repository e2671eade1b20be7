import FoundationEssentials

/// Unicode's own test of line breaking, `LineBreakTest.txt` of UAX #14.
///
/// It comes with the Debian package `unicode-data`; where that is not installed, the tests that ask
/// for it are skipped and say so.
package struct LineBreakTestFile: Sendable {
  /// A line of the file.
  package struct Sample: Sendable, CustomStringConvertible {
    package let number: Int
    package let scalars: [Unicode.Scalar]
    /// Whether the text may be broken before each character but the first.
    package let breaks: [Bool]

    package var text: String {
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      return text
    }

    package var description: String {
      "line \(number): " + written(breaks)
    }

    /// The characters with `÷` and `×` between them, as the file has them.
    package func written(_ breaks: [Bool]) -> String {
      zip(scalars, [""] + breaks.map { $0 ? "÷ " : "× " })
        .map { $1 + String($0.value, radix: 16, uppercase: true) }.joined(separator: " ")
    }
  }

  package let version: String
  package let samples: [Sample]

  /// Nil where the file is not installed.
  package init?() {
    let path = "/usr/share/unicode/auxiliary/LineBreakTest.txt"
    guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else {
      return nil
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    version =
      lines[0].split(separator: "-").last?.split(separator: ".txt").first.map(String.init) ?? ""
    samples = lines.enumerated().compactMap { Sample($0.element, number: $0.offset + 1) }
  }
}

extension LineBreakTestFile.Sample {
  fileprivate init?(_ line: Substring, number: Int) {
    guard let data = line.split(separator: "#", omittingEmptySubsequences: false).first,
      data.contains("×") || data.contains("÷")
    else { return nil }
    let fields = data.split { $0 == " " || $0 == "\t" }
    scalars = fields.compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
    let marks = fields.filter { $0 == "×" || $0 == "÷" }
    breaks = marks.dropFirst().dropLast().map { $0 == "÷" }
    self.number = number
    guard breaks.count + 1 == scalars.count else { return nil }
  }
}
