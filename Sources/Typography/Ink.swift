package import Geometry

/// A printing ink with its three definitions: on the press, as a spot colour, on a screen.
package struct Ink: Hashable, Sendable {
  /// The name layouts use, `black`, `red`.
  package let name: String
  /// The process recipe, which is also the alternate of a spot colour.
  package let process: ProcessColour
  /// The name of the plate when the ink is printed as a spot colour, else nil.
  package let spot: String?
  package let screen: ScreenColour

  package init(name: String, process: ProcessColour, spot: String? = nil, screen: ScreenColour) {
    self.name = name
    self.process = process
    self.spot = spot
    self.screen = screen
  }
}

/// Four process inks, each from 0 to 1.
package struct ProcessColour: Hashable, Sendable {
  package let cyan: Ratio
  package let magenta: Ratio
  package let yellow: Ratio
  package let black: Ratio

  package init(cyan: Ratio, magenta: Ratio, yellow: Ratio, black: Ratio) {
    self.cyan = cyan
    self.magenta = magenta
    self.yellow = yellow
    self.black = black
  }

  /// K 100 and nothing else.
  package static let black = ProcessColour(cyan: .zero, magenta: .zero, yellow: .zero, black: .one)
}

/// An sRGB colour in 8 bits a channel.
package struct ScreenColour: Hashable, Sendable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }
}

/// The number of an ink in its palette.
@frozen
package struct InkID: Hashable, Sendable {
  package let index: UInt8

  @inlinable
  package init(index: UInt8) {
    self.index = index
  }

  /// The paper itself: what is painted with it prints nothing and knocks out what lies under it.
  package static let paper = InkID(index: 255)
  /// Black, always the first ink of a palette.
  package static let black = InkID(index: 0)
}

/// So much of an ink: text and rules carry this, never a colour.
@frozen
package struct InkTint: Hashable, Sendable {
  package let ink: InkID
  /// From 0 (paper) to 1 (solid).
  package let tint: Ratio

  @inlinable
  package init(_ ink: InkID, tint: Ratio = .one) {
    self.ink = ink
    self.tint = tint
  }

  package static let black = InkTint(.black)
  package static let paper = InkTint(.paper)
}

/// The inks of one document; black is always the first.
package struct InkPalette: Hashable, Sendable {
  package private(set) var inks: [Ink]

  /// The most inks of a palette, black with them.
  package static let mostInks = 254

  /// Makes a palette that holds black: K 100, never four-colour black (GB/T 9704-2012 §6).
  package init() {
    inks = [
      Ink(
        name: "black",
        process: .black,
        screen: ScreenColour(red: 0, green: 0, blue: 0)
      )
    ]
  }

  /// Adds an ink, or replaces the one of the same name.
  ///
  /// A palette holds at most `mostInks` inks, and none is called `paper`.
  @discardableResult
  package mutating func define(_ ink: Ink) -> InkID {
    precondition(ink.name != "paper", "the paper is no ink, and has its name always")
    if let old = id(named: ink.name) {
      inks[Int(old.index)] = ink
      return old
    }
    precondition(inks.count < Self.mostInks, "a palette holds at most 254 inks")
    inks.append(ink)
    return InkID(index: UInt8(inks.count - 1))
  }

  /// The ink of a name; `paper` is always there.
  package func id(named name: String) -> InkID? {
    if name == "paper" { return .paper }
    return inks.firstIndex { $0.name == name }.map { InkID(index: UInt8($0)) }
  }

  /// An ink of the palette; the paper has no definition.
  package subscript(id: InkID) -> Ink? { id == .paper ? nil : inks[Int(id.index)] }

  /// Whether a tint leaves what lies under it on the other plates as it is.
  ///
  /// Solid ink of black alone does, so that no white shows where a plate slips; all else knocks
  /// out, for nothing printed in a tint, as a spot colour or on paper may be seen through.
  package func overprints(_ tint: InkTint) -> Bool {
    guard tint.tint >= .one, let ink = self[tint.ink], ink.spot == nil else { return false }
    return ink.process == .black
  }

  /// The name of an ink as layouts and traces print it.
  package func name(of id: InkID) -> String { self[id]?.name ?? "paper" }
}
