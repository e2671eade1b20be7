import Diagnostics
import PageModel

/// Copies a content stream with its colours made inks and its fragments made marked content.
///
/// Everything else is copied byte by byte. Colour needs no state of its own: the drawing sets it
/// with `rg` and `RG` only, and each is mapped where it stands.
struct ContentRewriter {
  /// What must hold of the content.
  struct Rules {
    /// Writes colours as inks; nil leaves them as they are.
    var inks: InkWriter?
    /// The fragments that the content has; nil for a form, which has none of its own.
    var fragments: [DrawnFragment]?
    var isForm = false
  }

  /// Why content is refused.
  enum Refusal: Error, Hashable {
    case unreadable(offset: Int)
    case unknown(String)
    case forbidden(String)
    case operands(String)
    case unmapped(String, InkTriple)
    case fragments(expected: Int, found: Int)
  }

  private let content: UnsafeBufferPointer<UInt8>
  private let rules: Rules
  private var lexer: ContentLexer
  /// The new content.
  private(set) var output: [UInt8] = []
  /// How much of the content has gone into the output.
  private var copied = 0
  private var operands = OperandRun()
  private var marks: FragmentMarks
  private var overprint = Overprint()
  private var saved: [Overprint] = []

  init(_ content: UnsafeBufferPointer<UInt8>, rules: Rules) {
    self.content = content
    self.rules = rules
    lexer = ContentLexer(content)
    marks = FragmentMarks(rules.fragments ?? [])
    output.reserveCapacity(content.count + content.count / 8)
  }

  /// The number of marked content (MCID) of each fragment; nil for artifacts and for fragments that
  /// show nothing.
  var numbers: [Int?] { marks.numbers }

  /// Rewrites all of it.
  mutating func run() throws(Refusal) {
    // A form begins with the graphics state of the place that draws it (ISO 32000-1, 8.10.1), which
    // may overprint; a page begins with knocking out (8.4.5).
    if rules.inks != nil, rules.isForm {
      output.append(contentsOf: "/\(overprint.stateName) gs ".utf8)
    }
    while let token = try nextToken() {
      switch token.kind {
      case .word:
        if let kind = ContentOperator(content[token.start..<token.end]) {
          try handle(token, kind)
          operands = OperandRun()
        } else if isConstant(token) {
          operands.add(token)
        } else {
          throw .unknown(text(of: token))
        }
      case .number: operands.addNumber(token)
      case .name:
        operands.add(token)
        if isMarkNumber(token) { operands.namesMarkNumber = true }
      case .string, .bracket: operands.add(token)
      }
    }
    copy(upTo: content.count)
    if rules.fragments != nil { marks.finish(&output) }
    guard marks.areComplete else {
      throw .fragments(expected: marks.expected, found: marks.found)
    }
  }

  private mutating func nextToken() throws(Refusal) -> ContentLexer.Token? {
    do {
      return try lexer.next()
    } catch {
      throw .unreadable(offset: error.offset)
    }
  }

  private mutating func handle(
    _ token: ContentLexer.Token,
    _ kind: ContentOperator
  ) throws(Refusal) {
    switch kind {
    case .plain: break
    case .paint: marks.hasPainted = true
    case .save: saved.append(overprint)
    case .restore: overprint = saved.popLast() ?? Overprint()
    case .fillRGB, .strokeRGB:
      if let inks = rules.inks { try map(token, isFill: kind == .fillRGB, by: inks) }
    case .otherColour:
      if rules.inks != nil { throw .forbidden(text(of: token)) }
      marks.hasPainted = true
    case .inlineImage: throw .forbidden(text(of: token))
    case .beginMarked: beginMarked(token)
    case .endMarked: endMarked(token)
    }
  }

  private mutating func copy(upTo end: Int) {
    output.append(contentsOf: content[copied..<end])
    copied = end
  }

  private func text(of token: ContentLexer.Token) -> String {
    String(decoding: content[token.start..<token.end], as: UTF8.self)
  }

  private func isConstant(_ token: ContentLexer.Token) -> Bool {
    ["true", "false", "null"].contains(text(of: token))
  }

  private func isMarkNumber(_ token: ContentLexer.Token) -> Bool {
    token.end - token.start == 5 && content[token.start..<token.end].elementsEqual("/MCID".utf8)
  }
}

/// Colours.
extension ContentRewriter {
  /// Replaces three numbers and their operator by an ink.
  private mutating func map(
    _ token: ContentLexer.Token,
    isFill: Bool,
    by inks: InkWriter
  ) throws(Refusal) {
    guard let numbers = operands.threeNumbers, let triple = triple(of: numbers) else {
      throw .operands(text(of: token))
    }
    guard let written = inks[triple] else { throw .unmapped(text(of: token), triple) }
    copy(upTo: operands.start)
    var wanted = overprint
    if isFill { wanted.fill = written.overprints } else { wanted.stroke = written.overprints }
    if wanted != overprint {
      output.append(contentsOf: "/\(wanted.stateName) gs ".utf8)
      overprint = wanted
    }
    output.append(contentsOf: isFill ? written.fill : written.stroke)
    copied = token.end
  }

  private func triple(of numbers: OperandRun.Three) -> InkTriple? {
    func level(_ token: ContentLexer.Token) -> UInt16? {
      Self.level(content[token.start..<token.end])
    }
    guard let red = level(numbers.0), let green = level(numbers.1), let blue = level(numbers.2)
    else { return nil }
    return InkTriple(red: red, green: green, blue: blue)
  }

  /// A number from 0 to 1 in whole 1/51 000, rounded; nil when it is anything else.
  static func level(_ digits: some Collection<UInt8>) -> UInt16? {
    var value: UInt64 = 0
    var scale: UInt64 = 1
    var hasPoint = false
    var hasDigit = false
    for byte in digits {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      hasDigit = true
      // More digits than a colour can mean change nothing.
      if scale >= 1_000_000_000 { continue }
      value = value * 10 + UInt64(byte - UInt8(ascii: "0"))
      if hasPoint { scale *= 10 }
      if value > 10_000_000_000 { return nil }
    }
    guard hasDigit, value <= scale else { return nil }
    return UInt16((value * UInt64(InkTriple.whole) + scale / 2) / scale)
  }
}

/// Marked content.
extension ContentRewriter {
  private mutating func beginMarked(_ token: ContentLexer.Token) {
    guard rules.fragments != nil, operands.namesMarkNumber, marks.canBegin else {
      marks.depth += 1
      return
    }
    copy(upTo: operands.start)
    marks.begin(&output)
    copied = token.end
  }

  private mutating func endMarked(_ token: ContentLexer.Token) {
    guard marks.endsFragment else {
      marks.depth -= 1
      return
    }
    copy(upTo: token.start)
    marks.end(&output)
    copied = token.end
  }
}

/// The operands since the last operator; a value without memory of its own.
private struct OperandRun {
  typealias Three = (ContentLexer.Token, ContentLexer.Token, ContentLexer.Token)

  private static let none = ContentLexer.Token(kind: .number, start: 0, end: 0)

  private var first: Int?
  private var numbers: Three = (none, none, none)
  private var count = 0
  private var hasOthers = false
  var namesMarkNumber = false

  /// Where the first operand begins.
  var start: Int { first ?? 0 }

  /// The operands if they are three numbers and nothing else.
  var threeNumbers: Three? { !hasOthers && count == 3 ? numbers : nil }

  mutating func add(_ token: ContentLexer.Token) {
    if first == nil { first = token.start }
    hasOthers = true
  }

  mutating func addNumber(_ token: ContentLexer.Token) {
    if first == nil { first = token.start }
    switch count {
    case 0: numbers.0 = token
    case 1: numbers.1 = token
    case 2: numbers.2 = token
    default: break
    }
    count += 1
  }
}
