import Geometry
import TestSupport

/// What the gaps of one line gave and took, class by class, reckoned from where glyphs stand and
/// from clreq alone.
struct GapLedger {
  /// In the order in which clreq lets them give (Procedures for Inter-Character Spacing Reduction).
  enum Kind: Int, CaseIterable {
    case wordSpace, bracket, comma, western, stop
    /// Gaps that never give.
    case solid

    /// How much one gap may give, in ems.
    var limit: EmPart {
      switch self {
      case .wordSpace: EmPart(1, 12)
      case .bracket, .comma, .stop: EmPart(1, 2)
      case .western: EmPart(1, 8)
      case .solid: .zero
      }
    }
  }

  private var changes: [Kind: [Length]] = [:]
  /// Gaps that grow only when nothing else does.
  private var even: [Length] = []
  private let em: Length

  private static let tolerance = Length(units: 4)

  init(_ line: PlacedLine, em: Length) {
    self.em = em
    let characters = line.places.map(\.character)
    for index in characters.indices.dropLast() {
      let a = line.places[index]
      let b = line.places[index + 1]
      // Beside connectors and solidi nothing gives or takes but what marks give up to them.
      guard NominalFont.growsEvenly(characters, behind: index) || a.character == b.character
      else { continue }
      let (kind, natural) = Self.gap(a.character, b.character)
      let change = b.x - a.x - a.advance - natural.length(em: em)
      changes[kind, default: []].append(change)
      if kind != .wordSpace, kind != .western, NominalFont.growsEvenly(characters, behind: index) {
        even.append(change)
      }
    }
  }

  /// The class of a gap and its natural width.
  private static func gap(_ a: Character, _ b: Character) -> (Kind, EmPart) {
    if a == " " { return (.wordSpace, .zero) }
    let closes = blankBehind(a)
    let opens = "“‘（《「【".contains(b)
    if NominalFont.gap(between: a, and: b) > .zero { return (.western, EmPart(1, 4)) }
    if closes != nil, opens { return (.bracket, -EmPart(1, 2)) }
    if closes != nil, blankBehind(b) != nil { return (.solid, -EmPart(1, 2)) }
    if "“‘（《「【".contains(a), opens { return (.solid, -EmPart(1, 2)) }
    if let closes { return (closes, .zero) }
    return (opens ? .bracket : .solid, .zero)
  }

  private static func blankBehind(_ mark: Character) -> Kind? {
    if "。！？".contains(mark) { return .stop }
    if "，、；：".contains(mark) { return .comma }
    return "”’）》」】".contains(mark) ? .bracket : nil
  }

  /// Sentences on what is not as clreq asks.
  var faults: [String] {
    let smallest = Kind.allCases.flatMap { changes[$0] ?? [] }.min() ?? .zero
    return smallest < -Self.tolerance ? faultsOfGiving : faultsOfTaking
  }

  private var faultsOfGiving: [String] {
    var faults: [String] = []
    var isExhausted = true
    for kind in Kind.allCases {
      guard let own = changes[kind], let least = own.min(), let most = own.max() else { continue }
      if most - least > Self.tolerance, kind != .bracket { faults.append("\(kind) give unlike") }
      if least < -kind.limit.length(em: em) - Self.tolerance {
        faults.append("\(kind) give too much")
      }
      if least < -Self.tolerance, !isExhausted { faults.append("\(kind) give too early") }
      if most > Self.tolerance { faults.append("\(kind) take while others give") }
      if kind != .solid, most > -kind.limit.length(em: em) + Self.tolerance { isExhausted = false }
    }
    return faults
  }

  private var faultsOfTaking: [String] {
    var faults: [String] = []
    for kind in [Kind.wordSpace, .western] {
      guard let own = changes[kind], let least = own.min(), let most = own.max() else { continue }
      if most - least > Self.tolerance { faults.append("\(kind) take unlike") }
    }
    if let least = even.min(), let most = even.max() {
      if most - least > Self.tolerance { faults.append("gaps take unlike") }
      let western = changes[.western]?.min() ?? .zero
      let limit = EmPart(1, 12).length(em: em)
      if most > Self.tolerance, changes[.western] != nil, western < limit - Self.tolerance {
        faults.append("gaps grow before Han–Western space")
      }
    }
    return faults
  }
}
