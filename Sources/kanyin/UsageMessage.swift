/// What the option parser says of a wrong command line, in Chinese.
///
/// The parser knows English only. Each of its sentences has a row here; one without a row stays as
/// it is, and a test names those that people meet.
struct UsageMessage {
  let chinese: String

  init(_ english: String) {
    chinese = english.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Self.line(String($0)) }
      .joined(separator: "\n")
  }

  /// The parser's forms of lines and sentences; `{}` is what it fills in.
  private static let forms = [
    ("Error: {}", "错误: {}"),
    ("Help:  {}", "说明: {}"),
    ("Usage: {}", "用法: {}"),
    ("  See '{}' for more information.", "  详见 {}"),
  ]

  private static let sentences = [
    ("Unknown option '{}'. Did you mean '{}'?", "没有选项“{}”，是否想写“{}”？"),
    ("Unknown option '{}'", "没有选项“{}”"),
    ("Missing expected argument '{}'", "缺少“{}”"),
    ("Missing value for '{}'", "“{}”后面没有写值"),
    ("Unexpected argument '{}'", "多出了“{}”"),
    ("{} unexpected arguments: {}", "多出了 {} 项：{}"),
    (
      "The value '{}' is invalid for '{}'. Please provide one of {}.",
      "“{}”不能用作“{}”的值，可用的是 {}"
    ),
    ("The value '{}' is invalid for '{}'", "“{}”不能用作“{}”的值"),
  ]

  private static func line(_ line: String) -> String {
    for (form, words) in forms {
      guard let parts = fillings(of: form, in: line) else { continue }
      return filled(words, parts.map(sentence))
    }
    return line
  }

  private static func sentence(_ sentence: String) -> String {
    for (form, words) in sentences {
      guard let parts = fillings(of: form, in: sentence) else { continue }
      return filled(words, parts.map { choices($0) })
    }
    return sentence
  }

  /// `'a', 'b' or 'c'` with Chinese marks; anything else as it is.
  private static func choices(_ text: String) -> String {
    guard text.hasPrefix("'"), text.hasSuffix("'") else { return text }
    let names = text.split(separator: "'").filter { ![", ", " or ", " and "].contains($0) }
    return names.map { "“\($0)”" }.joined(separator: "、")
  }

  /// What stands at the `{}` of a form; nil when the text is not of that form.
  private static func fillings(of form: String, in text: String) -> [String]? {
    var parts = pieces(of: form)
    let opening = parts.removeFirst()
    guard text.hasPrefix(opening) else { return nil }
    var rest = text.dropFirst(opening.count)
    var fillings: [String] = []
    while !parts.isEmpty {
      let next = parts.removeFirst()
      guard !parts.isEmpty else {
        guard rest.hasSuffix(next) else { return nil }
        return fillings + [String(rest.dropLast(next.count))]
      }
      guard let found = rest.firstRange(of: next) else { return nil }
      fillings.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return rest.isEmpty ? fillings : nil
  }

  private static func filled(_ words: String, _ fillings: [String]) -> String {
    let parts = pieces(of: words)
    return zip(parts, fillings).map { $0 + $1 }.joined() + (parts.last ?? "")
  }

  /// The text between the `{}`.
  private static func pieces(of form: String) -> [String] {
    var pieces: [String] = []
    var rest = Substring(form)
    while let found = rest.firstRange(of: "{}") {
      pieces.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return pieces + [String(rest)]
  }
}
