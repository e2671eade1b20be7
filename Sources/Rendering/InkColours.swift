import Diagnostics
import Geometry
import PageModel
import Typography

/// A colour as Cairo takes it, each part from 0 to 1.
struct Colour: Hashable {
  let red: Double
  let green: Double
  let blue: Double

  init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  init(_ triple: InkTriple) {
    let whole = Double(InkTriple.whole)
    self.init(
      red: Double(triple.red) / whole,
      green: Double(triple.green) / whole,
      blue: Double(triple.blue) / whole
    )
  }

  static func grey(_ level: Double) -> Colour { Colour(red: level, green: level, blue: level) }
}

/// The colours that tints of inks are drawn in.
struct InkColours {
  enum Scheme: Hashable {
    /// What a screen shows.
    case screen
    /// A colour of its own for each tint of each ink, as the press table lists it.
    case press
    /// What one plate prints, in greys.
    case plate(String)
  }

  private let palette: InkPalette
  private let scheme: Scheme
  private var known: [InkTint: Colour?] = [:]
  /// What the colours given out stand for, in the press scheme.
  private(set) var drawn = DrawnInks()

  init(_ palette: InkPalette, scheme: Scheme) {
    self.palette = palette
    self.scheme = scheme
  }

  /// The colour of a tint; nil when it leaves what lies under it as it is.
  mutating func colour(of tint: InkTint) -> Colour? {
    if let colour = known[tint] { return colour }
    let colour: Colour?
    switch scheme {
    case .screen: colour = screenColour(of: tint)
    case .press: colour = Colour(assignTriple(to: tint))
    case .plate(let name): colour = plateColour(of: tint, on: name)
    }
    known[tint] = .some(colour)
    return colour
  }

  /// The names of all plates that a palette can print.
  static func plates(of palette: InkPalette) -> [String] {
    ["black", "cyan", "magenta", "yellow"] + palette.inks.compactMap(\.spot)
  }

  /// The ink's screen colour mixed with paper: exact thousandths of a level, then one division.
  private func screenColour(of tint: InkTint) -> Colour {
    guard let screen = palette[tint.ink]?.screen else { return .grey(1) }
    func mix(_ level: UInt8) -> Double {
      let away = Int64(255 - level) * tint.tint.millionths
      return Double(255_000_000 - away) / 255_000_000
    }
    return Colour(red: mix(screen.red), green: mix(screen.green), blue: mix(screen.blue))
  }
}

/// The press: a triple for each tint.
extension InkColours {
  private static let paper = InkTriple(
    red: UInt16(InkTriple.whole),
    green: UInt16(InkTriple.whole),
    blue: UInt16(InkTriple.whole)
  )
  private static let black = InkTriple(red: 0, green: 0, blue: 0)

  private mutating func assignTriple(to wanted: InkTint) -> InkTriple {
    let tint = Self.normal(wanted)
    if let old = drawn.triple(of: tint) { return old }
    let triple = freeTriple(for: tint)
    drawn.assign(triple, to: tint)
    return triple
  }

  /// No ink at all is paper, whatever the ink: both print nothing and knock out.
  private static func normal(_ tint: InkTint) -> InkTint {
    tint.tint == .zero ? .paper : tint
  }

  /// Paper is white, black is grey of the tint; other inks begin with their screen colour, and
  /// step through the levels n/255 until nothing else has the triple.
  private func freeTriple(for tint: InkTint) -> InkTriple {
    if tint.ink == .paper { return Self.paper }
    if tint == .black { return Self.black }
    if tint.ink == .black {
      let away = 1_000_000 - min(max(tint.tint.millionths, 0), 1_000_000)
      let level = UInt16((Int64(InkTriple.whole) * away + 500_000) / 1_000_000)
      let grey = InkTriple(red: level, green: level, blue: level)
      if isFree(grey) { return grey }
    }
    let colour = screenColour(of: tint)
    func level(_ part: Double) -> Int { Int((part * 255).rounded()) }
    var number = level(colour.red) << 16 | level(colour.green) << 8 | level(colour.blue)
    while !isFree(Self.triple(level: number)) { number = (number + 1) & 0xFF_FFFF }
    return Self.triple(level: number)
  }

  private func isFree(_ triple: InkTriple) -> Bool {
    triple != Self.paper && triple != Self.black && drawn[triple] == nil
  }

  private static func triple(level number: Int) -> InkTriple {
    InkTriple(
      red: UInt16(number >> 16 & 255) * 200,
      green: UInt16(number >> 8 & 255) * 200,
      blue: UInt16(number & 255) * 200
    )
  }
}

/// Plates: what Prepress makes of the inks, foretold.
extension InkColours {
  /// What overprints leaves the plates that it does not print on; everything else knocks out of
  /// them.
  private func plateColour(of tint: InkTint, on plate: String) -> Colour? {
    if palette.overprints(tint), plate != "black" { return nil }
    guard let ink = palette[tint.ink] else { return .grey(1) }
    let share: Ratio
    if let spot = ink.spot {
      share = spot == plate ? .one : .zero
    } else {
      share = Self.component(plate, of: ink.process)
    }
    return .grey(1 - share.value * tint.tint.value)
  }

  private static func component(_ plate: String, of colour: ProcessColour) -> Ratio {
    switch plate {
    case "cyan": colour.cyan
    case "magenta": colour.magenta
    case "yellow": colour.yellow
    case "black": colour.black
    default: .zero
    }
  }
}
