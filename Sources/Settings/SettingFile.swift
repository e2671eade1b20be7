package import Diagnostics
import Yams

/// Reads a YAML file into nodes with places.
package enum SettingFile {
  /// What a settings file may hold at most; files made to exhaust a reader are refused.
  package struct Limits: Sendable {
    /// Bytes of the file.
    package var size = 1 << 20
    /// Levels of nesting.
    package var depth = 64
    /// Values after each alias has been replaced by what it stands for.
    package var nodes = 100_000
    /// `*name` in a file that has anchors; keeps what an alias may grow to in bounds.
    package var aliases = 32

    package init() {}
  }

  /// Reads a file; what is wrong becomes findings, and nil comes back.
  ///
  /// Types are not resolved here: see ``CoreValue``. An empty file is an empty mapping.
  package static func read(
    _ file: SourceFile,
    limits: Limits = Limits(),
    findings: inout Findings
  ) -> SettingNode? {
    let bytes = file.bytes
    guard bytes.count <= limits.size else {
      findings.add(
        Finding(
          .settingTooLarge,
          at: Span(file: file.id, start: 0, end: 0),
          ["size": .number(bytes.count), "limit": .number(limits.size)]
        )
      )
      return nil
    }
    guard let places = MarkedText(bytes, file: file.id) else {
      findings.add(Finding(.settingNotUTF8, at: Span(file: file.id, start: 0, end: 0)))
      return nil
    }
    guard places.aliasCount <= limits.aliases else {
      findings.add(Finding(.settingTooManyAliases, at: places.span(from: 0, to: 0)))
      return nil
    }
    return compose(places, limits: limits, findings: &findings)
  }

  private static func compose(
    _ places: MarkedText,
    limits: Limits,
    findings: inout Findings
  ) -> SettingNode? {
    do {
      // The encoding is given, so that no variable of the environment has a say.
      let parser = try Parser(yaml: places.string, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else {
        return SettingNode(.mapping([]), span: places.span(from: 0, to: 0))
      }
      var converter = NodeConverter(places: places, limits: limits)
      let node = converter.convert(root, depth: 0)
      findings.add(contentsOf: converter.findings)
      return converter.findings.hasErrors ? nil : node
    } catch {
      findings.add(SyntaxProblem.finding(for: error, in: places, limits: limits))
      return nil
    }
  }
}

/// Turns the nodes of the YAML library into ours, with limits and places.
private struct NodeConverter {
  let places: MarkedText
  let limits: SettingFile.Limits
  var findings = Findings()
  private var count = 0
  private var isOverLimit = false

  init(places: MarkedText, limits: SettingFile.Limits) {
    self.places = places
    self.limits = limits
  }

  mutating func convert(_ node: Node, depth: Int) -> SettingNode {
    let start = places.offset(of: node.mark)
    count += 1
    if count > limits.nodes { refuse(.settingTooManyAliases, at: start) }
    if depth > limits.depth {
      refuse(.settingTooDeep, at: start, ["limit": .number(limits.depth)])
    }
    guard !isOverLimit else {
      return SettingNode(.list([]), span: places.span(from: start, to: start))
    }
    switch node {
    case .scalar(let scalar): return convert(scalar, start: start)
    case .sequence(let sequence): return convert(sequence, start: start, depth: depth)
    case .mapping(let mapping): return convert(mapping, start: start, depth: depth)
    case .alias:
      preconditionFailure("the parser puts what an alias stands for in its place")
    }
  }

  private mutating func refuse(
    _ code: FindingCode,
    at offset: Int,
    _ arguments: [String: FindingArgument] = [:]
  ) {
    guard !isOverLimit else { return }
    isOverLimit = true
    findings.add(Finding(code, at: places.span(from: offset, to: offset + 1), arguments))
  }

  private mutating func convert(_ scalar: Node.Scalar, start: Int) -> SettingNode {
    let content = skipProperties(from: start)
    let style = ScalarStyle(scalar.style)
    let text = ScalarPlaces(places: places).text(of: scalar.string, style: style, from: content)
    let span = text.span ?? places.span(from: content, to: content)
    return SettingNode(
      .scalar(SettingNode.Scalar(text: text, isQuoted: style != .plain)),
      span: span
    )
  }

  private mutating func convert(
    _ sequence: Node.Sequence,
    start: Int,
    depth: Int
  ) -> SettingNode {
    let content = skipProperties(from: start)
    let items = sequence.map { convert($0, depth: depth + 1) }
    let end = items.last.map { Int($0.span.end) } ?? content + 1
    return SettingNode(.list(items), span: places.span(from: content, toFileOffset: end))
  }

  private mutating func convert(
    _ mapping: Node.Mapping,
    start: Int,
    depth: Int
  ) -> SettingNode {
    let content = skipProperties(from: start)
    var entries: [SettingNode.Entry] = []
    for (key, value) in mapping {
      guard let key = name(of: key, depth: depth + 1) else { continue }
      let converted = convert(value, depth: depth + 1)
      if let first = entries.first(where: { $0.key == key.string }) {
        reportDuplicate(key.string, at: key.span, first: first.keySpan)
      } else {
        entries.append(.init(key: key.string, keySpan: key.span, value: converted))
      }
    }
    let end = entries.last.map { Int(max($0.value.span.end, $0.keySpan.end)) } ?? content + 1
    return SettingNode(.mapping(entries), span: places.span(from: content, toFileOffset: end))
  }

  private mutating func name(of key: Node, depth: Int) -> (string: String, span: Span)? {
    let node = convert(key, depth: depth)
    if let text = node.string { return (text, node.span) }
    guard !isOverLimit else { return nil }
    let braces = places.bytes(at: places.offset(of: key.mark) - 1).starts(with: Array("{{".utf8))
    findings.add(
      braces
        ? Finding(.settingBraces, at: node.span)
        : Finding(.settingKeyNotText, at: node.span, ["found": .words(node.kindName)])
    )
    return nil
  }

  private mutating func reportDuplicate(_ key: String, at span: Span, first: Span) {
    findings.add(
      Finding(
        .settingDuplicateKey,
        at: span,
        ["key": .quote(key)],
        notes: [Finding.Note(Bilingual("第一次在这里", "first here"), at: first)]
      )
    )
  }

  /// Steps over `&anchor`; a `!tag` is refused, because types are read from the text alone.
  private mutating func skipProperties(from start: Int) -> Int {
    var offset = start
    while let mark = places.bytes(at: offset).first,
      mark == UInt8(ascii: "&") || mark == UInt8(ascii: "!")
    {
      let token = places.bytes(at: offset).prefix { $0 > 0x20 }
      if mark == UInt8(ascii: "!") {
        findings.add(
          Finding(
            .settingTag,
            at: places.span(from: offset, to: offset + token.count),
            ["tag": .quote(String(decoding: token, as: UTF8.self))]
          )
        )
      }
      offset += token.count
      offset += places.bytes(at: offset).prefix { $0 <= 0x20 }.count
    }
    return offset
  }
}

extension ScalarStyle {
  fileprivate init(_ style: Node.Scalar.Style) {
    switch style {
    case .any, .plain: self = .plain
    case .singleQuoted: self = .singleQuoted
    case .doubleQuoted: self = .doubleQuoted
    case .literal, .folded: self = .block
    }
  }
}

extension MarkedText {
  func offset(of mark: Mark?) -> Int {
    mark.map { offset(line: $0.line - 1, column: $0.column - 1) } ?? 0
  }
}
