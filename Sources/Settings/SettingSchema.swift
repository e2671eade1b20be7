package import Diagnostics

extension SettingDescription {
  /// The description as a JSON Schema (draft 2020-12), for editors that complete and check.
  package func jsonSchema(language: MessageLanguage = .chinese) -> String {
    let writer = SchemaWriter(language: language)
    var members: [(String, JSONText)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string(title[language])),
    ]
    members += writer.mapping(root)
    if !definitions.isEmpty {
      members.append(
        ("$defs", .object(definitions.map { ($0.name, .object(writer.members(of: $0.shape))) }))
      )
    }
    return JSONText.object(members).written(indent: 0) + "\n"
  }
}

private struct SchemaWriter {
  let language: MessageLanguage

  func members(of shape: Shape) -> [(String, JSONText)] {
    switch shape {
    case .text: [("type", .array(["string", "number", "boolean"].map { .string($0) }))]
    case .integer(let range): [("type", .string("integer"))] + bounds(range)
    case .number: [("type", .string("number"))]
    case .flag: [("type", .string("boolean"))]
    case .word(let word): self.word(word)
    case .choice(let names): [("enum", .array(names.map { .string($0) }))]
    case .list(let item):
      [("type", .string("array")), ("items", .object(members(of: item)))]
    case .mapping(let keys): mapping(keys)
    case .names(let value):
      [("type", .string("object")), ("additionalProperties", .object(members(of: value)))]
    case .variants(let variants, let shared):
      [
        (
          "oneOf",
          .array(
            variants.map { .object(mapping([$0.key.required] + $0.others + shared)) }
          )
        )
      ]
    case .either(let shapes):
      [("anyOf", .array(shapes.map { .object(members(of: $0)) }))]
    case .reference(let name): [("$ref", .string("#/$defs/\(name)"))]
    }
  }

  func mapping(_ keys: [SettingKey]) -> [(String, JSONText)] {
    let properties = keys.map { key -> (String, JSONText) in
      let about = [("description", JSONText.string(key.about[language]))]
      return (key.name, .object(about + members(of: key.shape)))
    }
    var result: [(String, JSONText)] = [
      ("type", .string("object")),
      ("properties", .object(properties)),
    ]
    let required = keys.filter(\.isRequired).map { JSONText.string($0.name) }
    if !required.isEmpty { result.append(("required", .array(required))) }
    result.append(("additionalProperties", .flag(false)))
    return result
  }

  private func word(_ word: Word) -> [(String, JSONText)] {
    let type: [(String, JSONText)] = [
      ("type", .array(["string", "number"].map { .string($0) })),
      ("description", .string(word.name[language])),
    ]
    return type + (word.pattern.map { [("pattern", .string($0))] } ?? [])
  }

  private func bounds(_ range: ClosedRange<Int>?) -> [(String, JSONText)] {
    guard let range else { return [] }
    var result: [(String, JSONText)] = [("minimum", .number(range.lowerBound))]
    if range.upperBound < Int.max { result.append(("maximum", .number(range.upperBound))) }
    return result
  }
}

extension SettingKey {
  fileprivate var required: SettingKey { SettingKey(name, shape, required: true, about) }
}

/// JSON with members in the order given.
private indirect enum JSONText {
  case object([(String, JSONText)])
  case array([JSONText])
  case string(String)
  case number(Int)
  case flag(Bool)

  func written(indent: Int) -> String {
    switch self {
    case .object(let members):
      Self.lines(
        members.map { "\(Self.quoted($0.0)): \($0.1.written(indent: indent + 1))" },
        "{",
        "}",
        indent
      )
    case .array(let items) where items.allSatisfy(\.isScalar):
      "[" + items.map { $0.written(indent: 0) }.joined(separator: ", ") + "]"
    case .array(let items):
      Self.lines(items.map { $0.written(indent: indent + 1) }, "[", "]", indent)
    case .string(let text): Self.quoted(text)
    case .number(let number): String(number)
    case .flag(let flag): String(flag)
    }
  }

  private var isScalar: Bool {
    switch self {
    case .object, .array: false
    default: true
    }
  }

  private static func lines(
    _ items: [String],
    _ open: String,
    _ close: String,
    _ indent: Int
  ) -> String {
    guard !items.isEmpty else { return open + close }
    let space = String(repeating: " ", count: indent)
    return "\(open)\n" + items.map { "\(space) \($0)" }.joined(separator: ",\n")
      + "\n\(space)\(close)"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
