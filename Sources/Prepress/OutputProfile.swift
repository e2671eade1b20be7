import Diagnostics

/// What a file is made for; each purpose has its standard.
package enum OutputProfile: Hashable, Sendable {
  /// Reading: tagged, with links; no standard beyond ISO 32000-1.
  case screen
  /// Printing: PDF/X-4 (ISO 15930-7) in inks; needs the condition of a press, in CMYK.
  case press(OutputCondition)
  /// Keeping: PDF/A-2u (ISO 19005-2); needs the condition of a screen, in RGB.
  case archive(OutputCondition)

  /// The version that the file's header names; X-4 demands 1.6, A-2 allows up to 1.7.
  var version: String {
    switch self {
    case .press: "1.6"
    case .screen, .archive: "1.7"
    }
  }

  var isPress: Bool {
    if case .press = self { true } else { false }
  }
}

/// How a file will be shown or printed: an ICC profile and the names of its condition.
package struct OutputCondition: Hashable, Sendable {
  /// The name in the registry, `FOGRA39`; `Custom` when it is in none.
  package var identifier: String
  /// In words.
  package var condition: String
  package var info: String
  /// Where the identifier is registered; nil for a condition of one's own.
  package var registry: String?
  /// The ICC profile, whole.
  package var profile: [UInt8]

  package init(
    identifier: String,
    condition: String,
    info: String,
    registry: String? = "http://www.color.org",
    profile: [UInt8]
  ) {
    self.identifier = identifier
    self.condition = condition
    self.info = info
    self.registry = registry
    self.profile = profile
  }

  /// Coated paper; `profiles/fogra39-coated.icc`.
  package static func coated(profile: [UInt8]) -> OutputCondition {
    OutputCondition(
      identifier: "FOGRA39",
      condition: "Offset printing, ISO 12647-2, paper type 1 or 2",
      info: "FOGRA39L coated",
      profile: profile
    )
  }

  /// Uncoated white paper, the usual bulletin's; `profiles/fogra29-uncoated.icc`.
  package static func uncoated(profile: [UInt8]) -> OutputCondition {
    OutputCondition(
      identifier: "FOGRA29",
      condition: "Offset printing, ISO 12647-2, paper type 4",
      info: "FOGRA29L uncoated",
      profile: profile
    )
  }

  /// The colours of screens; `profiles/srgb.icc`.
  package static func sRGB(profile: [UInt8]) -> OutputCondition {
    OutputCondition(
      identifier: "sRGB IEC61966-2.1",
      condition: "sRGB",
      info: "sRGB IEC61966-2.1",
      profile: profile
    )
  }

  /// Looks whether the profile is what a purpose needs (ICC.1, 7.2).
  func check(classes: [String], space: String) throws(MachineFailure) {
    func word(at offset: Int) -> String {
      String(decoding: profile[offset..<offset + 4], as: UTF8.self)
    }
    let isProfile = profile.count >= 132 && word(at: 36) == "acsp"
    guard isProfile, classes.contains(word(at: 12)), word(at: 16) == space else {
      throw MachineFailure(
        .profileUnusable,
        ["condition": .quote(identifier), "space": .word(space.trimmedSpace)]
      )
    }
  }
}

extension String {
  /// ICC names are padded with spaces to four characters.
  fileprivate var trimmedSpace: String { String(prefix { $0 != " " }) }
}
