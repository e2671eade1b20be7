package import Diagnostics

/// How long each stage of a job took; said with `--verbose`, and part of no output.
package struct StageTimes: Sendable {
  package struct Entry: Sendable {
    package let name: Bilingual
    package let seconds: Double
  }

  package private(set) var entries: [Entry] = []
  private var current: (name: Bilingual, start: ContinuousClock.Instant)?

  package init() {}

  /// Ends the stage before and begins another.
  mutating func begin(_ chinese: String, _ english: String) {
    end()
    current = (Bilingual(chinese, english), ContinuousClock.now)
  }

  mutating func end() {
    guard let (name, start) = current else { return }
    entries.append(Entry(name: name, seconds: Self.seconds(of: ContinuousClock.now - start)))
    current = nil
  }

  package var total: Double { entries.reduce(0) { $0 + $1.seconds } }

  static func seconds(of duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  /// Seconds with three decimals.
  static func seconds(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let fraction = String(thousandths % 1000 + 1000).dropFirst()
    return "\(thousandths / 1000).\(fraction)"
  }
}
