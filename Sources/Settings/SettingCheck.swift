package import Diagnostics

extension SettingDescription {
  /// Checks a file against the description; all that is wrong is found at once.
  ///
  /// Reading can then take each value for what the description says, and leave out what is not.
  ///
  /// `requiresKeys` is false for a part that another file completes; check what they make together.
  package func check(
    _ root: SettingNode,
    requiresKeys: Bool = true,
    findings: inout Findings
  ) {
    var check = SettingCheck(description: self, requiresKeys: requiresKeys)
    check.check(root, is: .mapping(self.root), key: title.english)
    findings.add(contentsOf: check.findings)
  }
}

private struct SettingCheck {
  let description: SettingDescription
  let requiresKeys: Bool
  var findings = Findings()

  init(description: SettingDescription, requiresKeys: Bool) {
    self.description = description
    self.requiresKeys = requiresKeys
  }

  mutating func check(_ node: SettingNode, is shape: Shape, key: String) {
    switch shape {
    case .text, .integer, .number, .flag, .word, .choice:
      checkScalar(node, is: shape, key: key)
    case .list(let item):
      guard expect(node, shape, key: key) else { return }
      for child in node.items { check(child, is: item, key: key) }
    case .mapping(let keys):
      guard expect(node, shape, key: key) else { return }
      checkEntries(of: node, keys: keys)
    case .names(let value):
      guard expect(node, shape, key: key) else { return }
      for entry in node.entries { check(entry.value, is: value, key: entry.key) }
    case .variants(let variants, let shared):
      guard expect(node, shape, key: key) else { return }
      checkVariant(node, variants: variants, shared: shared)
    case .either(let shapes):
      checkEither(node, shapes: shapes, key: key)
    case .reference(let name):
      check(node, is: description.shape(named: name), key: key)
    }
  }

  // MARK: Scalars

  private mutating func checkScalar(_ node: SettingNode, is shape: Shape, key: String) {
    guard let text = node.string, let core = node.core, core != .null else {
      return wrongType(node, shape, key: key)
    }
    switch shape {
    case .integer(let range):
      guard let value = node.integer else { return wrongType(node, shape, key: key) }
      checkRange(
        Double(value),
        range.map { Double($0.lowerBound)...Double($0.upperBound) },
        node,
        key
      )
    case .number(let range):
      guard let value = node.number else { return wrongType(node, shape, key: key) }
      checkRange(value, range, node, key)
    case .flag where node.flag == nil:
      wrongType(node, shape, key: key)
    case .word(let word) where !word.accepts(text):
      wrongType(node, shape, key: key)
    case .choice(let names) where !names.contains(text):
      findings.add(
        Finding(
          .settingNotAChoice,
          at: node.span,
          ["key": .quote(key), "found": .quote(text), "choices": .choices(names)],
          suggestion: Suggestion.nearest(to: text, among: names)
        )
      )
    default: break
    }
  }

  private mutating func checkRange(
    _ value: Double,
    _ range: ClosedRange<Double>?,
    _ node: SettingNode,
    _ key: String
  ) {
    guard let range, !range.contains(value) else { return }
    findings.add(
      Finding(
        .settingOutOfRange,
        at: node.span,
        [
          "key": .quote(key), "found": .quote(node.string ?? ""),
          "range": .words(RangeWords.words(for: range)),
        ]
      )
    )
  }

  // MARK: Mappings

  private mutating func checkEntries(of node: SettingNode, keys: [SettingKey]) {
    for entry in node.entries {
      if let key = keys.first(where: { $0.name == entry.key }) {
        check(entry.value, is: key.shape, key: entry.key)
      } else {
        unknownKey(entry, among: keys.map(\.name))
      }
    }
    guard requiresKeys else { return }
    for key in keys where key.isRequired && !node.entries.contains(where: { $0.key == key.name }) {
      findings.add(Finding(.settingMissingKey, at: node.start, ["key": .quote(key.name)]))
    }
  }

  private mutating func checkVariant(
    _ node: SettingNode,
    variants: [Variant],
    shared: [SettingKey]
  ) {
    let found = node.entries.lazy.compactMap { entry in
      variants.first { $0.key.name == entry.key }
    }.first
    if let found {
      return checkEntries(of: node, keys: [found.key] + found.others + shared)
    }
    let names = variants.map(\.key.name)
    let odd = node.entries.first { entry in !shared.contains { $0.name == entry.key } }
    guard let odd else {
      findings.add(
        Finding(.settingMissingKind, at: node.start, ["choices": .choices(names)])
      )
      return
    }
    unknownKey(odd, among: names)
  }

  private mutating func unknownKey(_ entry: SettingNode.Entry, among names: [String]) {
    findings.add(
      Finding(
        .settingUnknownKey,
        at: entry.keySpan,
        ["key": .quote(entry.key), "choices": .choices(names)],
        suggestion: Suggestion.nearest(to: entry.key, among: names)
      )
    )
  }

  // MARK: Kinds

  private mutating func checkEither(_ node: SettingNode, shapes: [Shape], key: String) {
    let fitting = shapes.filter { description.fits(node, $0) }
    if fitting.count == 1, let only = fitting.first {
      return check(node, is: only, key: key)
    }
    let accepts = fitting.contains { shape in
      var trial = SettingCheck(description: description, requiresKeys: requiresKeys)
      trial.check(node, is: shape, key: key)
      return trial.findings.list.isEmpty
    }
    if !accepts { wrongType(node, .either(shapes), key: key) }
  }

  /// Whether a list or a mapping is there where one is wanted; an empty value counts as empty.
  private mutating func expect(_ node: SettingNode, _ shape: Shape, key: String) -> Bool {
    if node.isNull || description.fits(node, shape) { return true }
    wrongType(node, shape, key: key)
    return false
  }

  private mutating func wrongType(_ node: SettingNode, _ shape: Shape, key: String) {
    findings.add(
      Finding(
        .settingWrongType,
        at: node.span,
        [
          "key": .quote(key), "expected": .words(description.name(of: shape)),
          "found": .words(node.foundName),
        ]
      )
    )
  }
}

extension SettingDescription {
  /// Whether a node is of the kind that a shape wants: scalar, list or mapping.
  fileprivate func fits(_ node: SettingNode, _ shape: Shape) -> Bool {
    switch (shape, node.value) {
    case (.reference(let name), _): fits(node, self.shape(named: name))
    case (.either(let shapes), _): shapes.contains { fits(node, $0) }
    case (.list, .list), (.mapping, .mapping), (.names, .mapping), (.variants, .mapping): true
    case (.list, _), (.mapping, _), (.names, _), (.variants, _): false
    case (_, .scalar): true
    default: false
    }
  }

  /// A shape as “should be …” names it.
  fileprivate func name(of shape: Shape) -> Bilingual {
    switch shape {
    case .text: Bilingual("文字", "text")
    case .integer: Bilingual("整数", "a whole number")
    case .number: Bilingual("数", "a number")
    case .flag: Bilingual("true 或 false", "true or false")
    case .word(let word): word.name
    case .choice(let names):
      Bilingual(
        names.map { "“\($0)”" }.joined(separator: "、"),
        names.map { "\"\($0)\"" }.joined(separator: ", ")
      )
    case .list: Bilingual("列表", "a list")
    case .mapping, .names, .variants: Bilingual("“键: 值”的组合", "a mapping of keys to values")
    case .either(let shapes):
      Bilingual(
        shapes.map { name(of: $0).chinese }.joined(separator: "或"),
        shapes.map { name(of: $0).english }.joined(separator: " or ")
      )
    case .reference(let reference): name(of: self.shape(named: reference))
    }
  }
}

extension SettingNode {
  /// The kind of a node in words.
  var kindName: Bilingual {
    switch value {
    case .list: Bilingual("列表", "a list")
    case .mapping: Bilingual("“键: 值”的组合", "a mapping of keys to values")
    case .scalar: Bilingual("文字", "text")
    }
  }

  /// What was found, in words: the value itself for a scalar, the kind for others.
  fileprivate var foundName: Bilingual {
    switch core {
    case nil: kindName
    case .null: Bilingual("空的", "empty")
    default: Bilingual("“\(string ?? "")”", "\"\(string ?? "")\"")
    }
  }

  /// The first place of a node, where what is missing from it is reported.
  fileprivate var start: Span {
    entries.first?.keySpan ?? Span(file: span.file, start: Int(span.start), end: Int(span.start))
  }
}

private enum RangeWords {
  static func words(for range: ClosedRange<Double>) -> Bilingual {
    let low = text(range.lowerBound)
    let high = text(range.upperBound)
    switch (low, high) {
    case (let low?, nil): return Bilingual("不小于 \(low)", "at least \(low)")
    case (nil, let high?): return Bilingual("不大于 \(high)", "at most \(high)")
    default:
      return Bilingual(
        "在 \(low ?? "") 和 \(high ?? "") 之间",
        "between \(low ?? "") and \(high ?? "")"
      )
    }
  }

  /// A bound in words, or nil for one that stands for none.
  private static func text(_ bound: Double) -> String? {
    guard abs(bound) < 1e15 else { return nil }
    return bound == bound.rounded() ? String(Int(bound)) : String(bound)
  }
}
