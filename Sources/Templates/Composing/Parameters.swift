import Diagnostics
import Settings
import WritingSystems

extension Evaluator {
  /// Reads what the issuer filled in, then the defaults, in the order of the layout.
  mutating func takeParameters(of template: Template, findings: inout Findings) {
    var given: [String: Value] = [:]
    for setting in composition.parameters {
      guard let parameter = template.parameters.first(where: { $0.name == setting.name }) else {
        unknown(setting, in: template, findings: &findings)
        continue
      }
      given[parameter.name] = ParameterReader(parameter: parameter, setting: setting)
        .read(findings: &findings)
    }
    for parameter in template.parameters {
      parameters[parameter.name] =
        given[parameter.name] ?? usual(parameter, findings: &findings)
    }
  }

  private func unknown(
    _ setting: ParameterSetting,
    in template: Template,
    findings: inout Findings
  ) {
    let names = template.parameters.map(\.name)
    findings.add(
      Finding(
        .parameterUnknown,
        at: setting.span,
        [
          "layout": .quote(template.name), "name": .quote(setting.name),
          "choices": .choices(names),
        ],
        suggestion: Suggestion.nearest(to: setting.name, among: names)
      )
    )
  }

  /// The value of a parameter that was not given.
  private func usual(_ parameter: Parameter, findings: inout Findings) -> Value {
    if parameter.kind == .date, parameter.name == "date", let date = composition.date {
      return .date(date)
    }
    let value = parameter.defaultValue.map { defaultValue($0, of: parameter, findings: &findings) }
    if let value, value != .null { return value }
    if !parameter.isOptional { missing(parameter, findings: &findings) }
    return .null
  }

  /// A default that is one placeholder hands its value over, also when there is none.
  private func defaultValue(
    _ strings: [LayoutString],
    of parameter: Parameter,
    findings: inout Findings
  ) -> Value {
    let scope = ValueScope()
    if strings.count == 1, let only = strings[0].onlyPlaceholder, only.filters.isEmpty {
      return value(of: only.name, in: scope, findings: &findings)
    }
    let texts = strings.map { string in
      pieces(of: string, in: scope, findings: &findings).map(\.words).joined()
    }
    let setting =
      parameter.kind == .list
      ? nil : ParameterSetting(name: parameter.name, value: .text(texts.joined()))
    guard let setting else { return .list(texts) }
    return ParameterReader(parameter: parameter, setting: setting).read(findings: &findings)
  }

  private func missing(_ parameter: Parameter, findings: inout Findings) {
    findings.add(
      Finding(
        .parameterMissing,
        at: nil,
        [
          "name": .quote(parameter.name), "title": .word(parameter.title),
          "plain": .word(parameter.name),
        ]
      )
    )
  }
}

/// Reads one parameter by its type.
private struct ParameterReader {
  let parameter: Parameter
  let setting: ParameterSetting

  func read(findings: inout Findings) -> Value {
    if parameter.kind == .list { return list(findings: &findings) }
    guard let text = text else { return wrongType(findings: &findings) }
    switch parameter.kind {
    case .text, .list: return .text(text)
    case .integer: return integer(text, findings: &findings)
    case .date: return PartialDate(iso: text).map(Value.date) ?? wrongType(findings: &findings)
    case .flag:
      return ["true": .flag(true), "false": .flag(false)][text] ?? wrongType(findings: &findings)
    case .choice: return choice(text, findings: &findings)
    }
  }

  /// The value as a single text; nil for a list, a mapping or nothing.
  private var text: String? {
    switch setting.value {
    case .text(let text): text
    case .node(let node): node.isNull ? nil : node.string
    }
  }

  private var span: Span? {
    if case .node(let node) = setting.value { return node.span }
    return setting.span
  }

  private func list(findings: inout Findings) -> Value {
    if case .node(let node) = setting.value, case .list(let items) = node.value {
      let texts = items.compactMap(\.string)
      return texts.count == items.count ? .list(texts) : wrongType(findings: &findings)
    }
    // One text is a list of one; a list is written in a parameter file.
    return text.map { .list([$0]) } ?? wrongType(findings: &findings)
  }

  private func integer(_ text: String, findings: inout Findings) -> Value {
    guard case .integer(let number) = CoreValue(plain: text) else {
      return wrongType(findings: &findings)
    }
    let isInRange =
      parameter.minimum.map { number >= $0 } != false
      && parameter.maximum.map { number <= $0 } != false
    if isInRange { return .number(DecimalText(number)) }
    findings.add(
      Finding(
        .parameterOutOfRange,
        at: span,
        [
          "name": .quote(parameter.name), "found": .quote(text),
          "minimum": .word(parameter.minimum.map(String.init) ?? "−∞"),
          "maximum": .word(parameter.maximum.map(String.init) ?? "∞"),
        ]
      )
    )
    return .null
  }

  private func choice(_ text: String, findings: inout Findings) -> Value {
    if parameter.choices.contains(text) { return .text(text) }
    findings.add(
      Finding(
        .parameterNotAChoice,
        at: span,
        [
          "name": .quote(parameter.name), "found": .quote(text),
          "choices": .choices(parameter.choices),
        ],
        suggestion: Suggestion.nearest(to: text, among: parameter.choices)
      )
    )
    return .null
  }

  private func wrongType(findings: inout Findings) -> Value {
    findings.add(
      Finding(
        .parameterWrongType,
        at: span,
        [
          "name": .quote(parameter.name), "expected": .words(expected),
          "found": .words(text.map { Bilingual("“\($0)”", "\"\($0)\"") } ?? foundKind),
        ]
      )
    )
    return .null
  }

  private var foundKind: Bilingual { Bilingual("列表或空的", "a list or empty") }

  private var expected: Bilingual {
    switch parameter.kind {
    case .text: Bilingual("文字", "text")
    case .integer: Bilingual("整数", "a whole number")
    case .date: Bilingual("日期，如 2025-10-14", "a date such as 2025-10-14")
    case .list: Bilingual("文字的列表", "a list of texts")
    case .flag: Bilingual("true 或 false", "true or false")
    case .choice: Bilingual("可选的值之一", "one of the choices")
    }
  }
}
