package import Diagnostics

/// What may stand at a place of a settings file.
///
/// One description serves three masters: the check of a file with its findings, the JSON Schema
/// that editors complete from, and the list of keys in the documentation.
package indirect enum Shape: Sendable {
  /// Any scalar that is not empty, taken as written.
  case text
  case integer(ClosedRange<Int>? = nil)
  case number(ClosedRange<Double>? = nil)
  /// `true` or `false`.
  case flag
  /// Text of a form that a rule of its own decides: a length, a date, a name.
  case word(Word)
  case choice([String])
  case list(Shape)
  /// A mapping whose keys we name.
  case mapping([SettingKey])
  /// A mapping whose keys the writer of the file names.
  case names(Shape)
  /// A mapping that is one of several kinds, told by the key that only it has.
  case variants([Variant], shared: [SettingKey])
  /// The first of several shapes whose kind (scalar, list, mapping) fits.
  case either([Shape])
  /// A shape of the description's `definitions`, by name: for what contains itself.
  case reference(String)
}

/// A form of text.
package struct Word: Sendable {
  /// What it is called in “should be …”, `a length such as 37mm`.
  package let name: Bilingual
  /// The form as a regular expression of JSON Schema, or nil when none is exact enough.
  package let pattern: String?
  package let accepts: @Sendable (String) -> Bool

  package init(
    _ name: Bilingual,
    pattern: String? = nil,
    accepts: @escaping @Sendable (String) -> Bool
  ) {
    self.name = name
    self.pattern = pattern
    self.accepts = accepts
  }
}

/// A key of a mapping.
package struct SettingKey: Sendable {
  package let name: String
  package let shape: Shape
  package let isRequired: Bool
  /// What the key is for; the schema shows it while typing.
  package let about: Bilingual

  package init(
    _ name: String,
    _ shape: Shape,
    required isRequired: Bool = false,
    _ about: Bilingual
  ) {
    self.name = name
    self.shape = shape
    self.isRequired = isRequired
    self.about = about
  }
}

/// One kind of mapping among several.
package struct Variant: Sendable {
  /// The key that tells the kind, with the shape of its value.
  package let key: SettingKey
  /// The keys beside it.
  package let others: [SettingKey]

  package init(_ key: SettingKey, _ others: [SettingKey] = []) {
    self.key = key
    self.others = others
  }
}

/// The description of a whole kind of file.
package struct SettingDescription: Sendable {
  package let title: Bilingual
  package let root: [SettingKey]
  /// Shapes that are referred to by name.
  package let definitions: [(name: String, shape: Shape)]

  package init(
    title: Bilingual,
    root: [SettingKey],
    definitions: [(name: String, shape: Shape)] = []
  ) {
    self.title = title
    self.root = root
    self.definitions = definitions
  }

  func shape(named name: String) -> Shape {
    guard let found = definitions.first(where: { $0.name == name }) else {
      preconditionFailure("the description refers to \(name), which it does not define")
    }
    return found.shape
  }
}
