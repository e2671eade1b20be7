import Diagnostics
import Geometry
import Typography

/// The colours of a proof: one for each severity, which its marks have a shape for, too.
struct ProofInks {
  let palette: InkPalette

  /// The palette of a document with the inks of a proof.
  init(_ palette: InkPalette) {
    var palette = palette
    for (severity, screen, process) in Self.definitions {
      palette.define(Ink(name: Self.name(severity), process: process, screen: screen))
    }
    self.palette = palette
  }

  func ink(_ severity: Severity) -> InkTint {
    palette.id(named: Self.name(severity)).map { InkTint($0) } ?? .black
  }

  private static func name(_ severity: Severity) -> String { "proof-\(severity.rawValue)" }

  /// Red, a dark amber and a blue that are told apart in print on white, and by the colour-blind.
  private static let definitions: [(Severity, ScreenColour, ProcessColour)] = [
    (
      .error, ScreenColour(red: 0xC6, green: 0x1A, blue: 0x2B),
      ProcessColour(
        cyan: Ratio(millionths: 150_000),
        magenta: .one,
        yellow: Ratio(millionths: 900_000),
        black: Ratio(millionths: 50_000)
      )
    ),
    (
      .warning, ScreenColour(red: 0xB4, green: 0x5F, blue: 0x06),
      ProcessColour(
        cyan: .zero,
        magenta: Ratio(millionths: 600_000),
        yellow: .one,
        black: Ratio(millionths: 250_000)
      )
    ),
    (
      .note, ScreenColour(red: 0x2F, green: 0x5D, blue: 0x8C),
      ProcessColour(
        cyan: Ratio(millionths: 850_000),
        magenta: Ratio(millionths: 500_000),
        yellow: .zero,
        black: Ratio(millionths: 200_000)
      )
    ),
  ]
}
