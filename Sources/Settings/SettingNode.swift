package import Diagnostics

/// A value of a settings file with its place: a scalar, a list or a mapping.
package struct SettingNode: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case scalar(Scalar)
    case list([SettingNode])
    /// The entries in the order of the file; keys are unique.
    case mapping([Entry])
  }

  /// One `key: value`.
  package struct Entry: Hashable, Sendable {
    package var key: String
    package var keySpan: Span
    package var value: SettingNode

    package init(key: String, keySpan: Span, value: SettingNode) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
  }

  /// A piece of text as written, whose type is read out of it.
  package struct Scalar: Hashable, Sendable {
    /// The text with escapes resolved; each character knows its place in the file.
    package var text: SourcedText
    /// Text in quotation marks or in a block is text, whatever it looks like.
    package var isQuoted: Bool

    package init(text: SourcedText, isQuoted: Bool) {
      self.text = text
      self.isQuoted = isQuoted
    }
  }

  package var value: Value
  package var span: Span

  package init(_ value: Value, span: Span) {
    self.value = value
    self.span = span
  }
}

// MARK: - Reading

extension SettingNode {
  /// The value of a key, or nil when this is no mapping or has no such key or the key is empty.
  package subscript(key: String) -> SettingNode? {
    guard let value = entries.first(where: { $0.key == key })?.value, !value.isNull else {
      return nil
    }
    return value
  }

  /// The entries of a mapping; of anything else none.
  package var entries: [Entry] {
    if case .mapping(let entries) = value { return entries }
    return []
  }

  /// The items of a list; of anything else none.
  package var items: [SettingNode] {
    if case .list(let items) = value { return items }
    return []
  }

  /// The type that the text of a scalar has by the core schema; nil for lists and mappings.
  package var core: CoreValue? {
    if case .scalar(let scalar) = value { return CoreValue(scalar) }
    return nil
  }

  package var isNull: Bool { core == .null }

  /// The text of a scalar as written, whatever its type.
  package var text: SourcedText? {
    if case .scalar(let scalar) = value { return scalar.text }
    return nil
  }

  /// The text of a scalar as written, without its places.
  package var string: String? { text?.string }

  package var integer: Int? {
    if case .integer(let number) = core { return number }
    return nil
  }

  package var number: Double? {
    switch core {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }

  package var flag: Bool? {
    if case .flag(let flag) = core { return flag }
    return nil
  }
}
