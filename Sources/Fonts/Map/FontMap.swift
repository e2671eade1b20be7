package import Diagnostics
package import Typography

/// Which fonts play which role: the content of `fonts/fonts.yaml`.
///
/// The map names fonts, it does not look for them; `FontLibrary` does.
package struct FontMap: Sendable, Hashable {
  /// A font that the map knows: a name, and the file that holds it.
  package struct Font: Sendable, Hashable {
    /// The PostScript name, `NotoSerifCJKsc-Bold`; lists speak of fonts by it.
    package var name: String
    /// The file, relative to one of the folders that are looked into.
    package var file: String
    /// The place in a collection (.ttc), else 0.
    package var face: Int
    /// Whether its absence is nothing to speak of: it is taken where it is installed.
    package var isOptional: Bool

    package init(name: String, file: String, face: Int = 0, isOptional: Bool = false) {
      self.name = name
      self.file = file
      self.face = face
      self.isOptional = isOptional
    }
  }

  /// The lists of one role.
  package struct Role: Sendable, Hashable {
    package var role: FontRole
    /// Other names by which layouts may call the role, `仿宋`.
    package var aliases: [String]
    /// Names written inside fonts that a user may drop into the folder; such a font comes first.
    package var licensed: WeightedNames
    package var simplified: WeightedNames
    /// Empty when the simplified list serves both.
    package var traditional: WeightedNames
    /// Empty when the Chinese list sets Latin letters too.
    package var latin: WeightedNames
    /// Empty when the Latin list sets digits too.
    package var digits: WeightedNames
    /// “”‘’—…· in Chinese text; empty when the Chinese list sets them.
    package var marks: WeightedNames

    package init(
      _ role: FontRole,
      aliases: [String] = [],
      licensed: WeightedNames = WeightedNames(),
      simplified: WeightedNames,
      traditional: WeightedNames = WeightedNames(),
      latin: WeightedNames = WeightedNames(),
      digits: WeightedNames = WeightedNames(),
      marks: WeightedNames = WeightedNames()
    ) {
      self.role = role
      self.aliases = aliases
      self.licensed = licensed
      self.simplified = simplified
      self.traditional = traditional
      self.latin = latin
      self.digits = digits
      self.marks = marks
    }
  }

  /// In the order of the file, which is the order of `FontID`s.
  package var fonts: [Font]
  package var roles: [Role]
  /// Fonts for Arabic, Tibetan, Mongolian … , the same for all roles.
  package var others: WeightedNames
  /// Where the system keeps fonts; looked into for named files, never searched through.
  package var systemFolders: [String]

  package init(
    fonts: [Font],
    roles: [Role],
    others: WeightedNames = WeightedNames(),
    systemFolders: [String] = []
  ) {
    self.fonts = fonts
    self.roles = roles
    self.others = others
    self.systemFolders = systemFolders
  }

  /// The lists of a role, by its name or an alias.
  package func role(_ role: FontRole) -> Role? {
    roles.first { $0.role == role } ?? roles.first { $0.aliases.contains(role.name) }
  }

  /// An error when the map has no such role, with the nearest name it has.
  package func finding(forUnknown role: FontRole, at span: Span? = nil) -> Finding? {
    guard self.role(role) == nil else { return nil }
    let names = roles.flatMap { [$0.role.name] + $0.aliases }
    return Finding(
      .unknownFontRole,
      at: span,
      ["role": .quote(role.name), "roles": .choices(roles.map(\.role.name))],
      suggestion: Suggestion.nearest(to: role.name, among: names)
    )
  }
}

/// Ordered lists of font names, one for each weight that has its own.
package struct WeightedNames: Sendable, Hashable {
  package var lists: [FontWeight: [String]]
  /// Whether the one list was given for all weights.
  package var isForAllWeights: Bool

  /// No names at all.
  package init() {
    lists = [:]
    isForAllWeights = true
  }

  /// One list for all weights.
  package init(_ names: [String]) {
    lists = [.regular: names]
    isForAllWeights = true
  }

  /// A list for each of some weights.
  package init(_ lists: [FontWeight: [String]]) {
    self.lists = lists
    isForAllWeights = false
  }

  package var isEmpty: Bool { lists.values.allSatisfy(\.isEmpty) }

  /// The weight that serves a wanted one: itself, else the nearest; of two equally near the
  /// lighter up to medium and the heavier above (as CSS Fonts 4, 5.2, chooses).
  package func weight(nearest wanted: FontWeight) -> FontWeight? {
    lists.keys.min { distance(from: wanted, to: $0) < distance(from: wanted, to: $1) }
  }

  private func distance(from wanted: FontWeight, to weight: FontWeight) -> Int {
    let difference = weight.rawValue - wanted.rawValue
    let preferred = wanted <= .medium ? difference <= 0 : difference >= 0
    return abs(difference) * 2 + (preferred ? 0 : 1)
  }

  /// The names that serve a weight.
  package func names(for wanted: FontWeight) -> [String] {
    weight(nearest: wanted).flatMap { lists[$0] } ?? []
  }
}
