/// A length as a layout writes it, before the page and the type size are known.
public enum Measure: Hashable, Sendable {
  /// An absolute length: `37mm`, `16pt`, `三号`.
  case absolute(Length)
  /// So many times the type size: `2em`.
  case em(Ratio)
  /// So many character cells of the grid: `2字`.
  case characters(Ratio)
  /// So many line steps of the grid: `3行`.
  case lines(Ratio)
  /// A part of what holds it: `50%`.
  case percent(Ratio)
  /// A share of what is left: `1fr`.
  case fraction(Ratio)

  /// What relative measures are reckoned against.
  public struct Context: Hashable, Sendable {
    /// The type size, for `em`.
    public var em: Length
    /// The width of one cell of the character grid, for `字`.
    public var character: Length
    /// The step of the line grid, for `行`.
    public var line: Length
    /// What `%` is a part of.
    public var whole: Length

    /// Makes the four reference lengths.
    public init(em: Length, character: Length, line: Length, whole: Length) {
      self.em = em
      self.character = character
      self.line = line
      self.whole = whole
    }
  }

  /// The absolute length, or nil for a share of what is left (`1fr`).
  public func resolved(in context: Context) -> Length? {
    switch self {
    case .absolute(let length): length
    case .em(let ratio): context.em * ratio
    case .characters(let ratio): context.character * ratio
    case .lines(let ratio): context.line * ratio
    case .percent(let ratio): context.whole * ratio
    case .fraction: nil
    }
  }

  /// Why a text is no measure.
  public enum ParseError: Error, Hashable, Sendable {
    /// There is no number before the unit.
    case noNumber
    /// There is a number but no unit behind it.
    case noUnit
    /// The unit is not one of ours.
    case unknownUnit(String)
    /// The number has too many digits to be held exactly.
    case outOfRange
  }

  /// Reads `37mm`, `2.5em`, `三号`, `2字`, `-3行`, `50%`, `1fr`.
  ///
  /// A number has at most six decimals; a bare `0` is a length. Source: layout-language, Lengths.
  public static func parse(_ text: some StringProtocol) -> Result<Measure, ParseError> {
    let trimmed = text.trimmingSpaces
    if let size = ChineseTypeSize(rawValue: trimmed) { return .success(.absolute(size.length)) }
    if trimmed == "0" { return .success(.absolute(.zero)) }
    let end = trimmed.firstIndex { !"+-.0123456789".contains($0) } ?? trimmed.endIndex
    let unit = String(trimmed[end...]).trimmingSpaces
    guard let parts = DecimalParts(trimmed[..<end]) else {
      return .failure(end == trimmed.startIndex ? .noNumber : .outOfRange)
    }
    return measure(of: parts.millionths, unit: unit)
  }

  private static func measure(
    of millionths: Int64,
    unit: String
  ) -> Result<Measure, ParseError> {
    let ratio = Ratio(millionths: millionths)
    switch unit {
    case "mm": return .success(.absolute(.millimetre * ratio))
    case "cm": return .success(.absolute(10 * .millimetre * ratio))
    case "in": return .success(.absolute(.inch * ratio))
    case "pt": return .success(.absolute(.point * ratio))
    case "em": return .success(.em(ratio))
    case "字": return .success(.characters(ratio))
    case "行": return .success(.lines(ratio))
    case "%": return .success(.percent(Ratio(millionths: millionths / 100)))
    case "fr": return .success(.fraction(ratio))
    case "": return .failure(.noUnit)
    default: return .failure(.unknownUnit(unit))
    }
  }
}

/// The named sizes of Chinese type, in points as Chinese office programs set them.
///
/// Source: the table of layout-language, Lengths (三号 is 16 pt, 五号 10.5 pt).
public enum ChineseTypeSize: String, CaseIterable, Sendable {
  case chu = "初号"
  case xiaoChu = "小初"
  case yi = "一号"
  case xiaoYi = "小一"
  case er = "二号"
  case xiaoEr = "小二"
  case san = "三号"
  case xiaoSan = "小三"
  case si = "四号"
  case xiaoSi = "小四"
  case wu = "五号"
  case xiaoWu = "小五"
  case liu = "六号"
  case xiaoLiu = "小六"
  case qi = "七号"
  case ba = "八号"

  /// The size as a length.
  public var length: Length { Length(units: halfPoints * 63_500) }

  private var halfPoints: Int64 {
    switch self {
    case .chu: 84
    case .xiaoChu: 72
    case .yi: 52
    case .xiaoYi: 48
    case .er: 44
    case .xiaoEr: 36
    case .san: 32
    case .xiaoSan: 30
    case .si: 28
    case .xiaoSi: 24
    case .wu: 21
    case .xiaoWu: 18
    case .liu: 15
    case .xiaoLiu: 13
    case .qi: 11
    case .ba: 10
    }
  }
}

/// A decimal number read digit by digit, so that `0.1` is exactly a tenth.
struct DecimalParts {
  let millionths: Int64

  init?(_ text: some StringProtocol) {
    var rest = Substring(text)
    let negative = rest.first == "-"
    if negative || rest.first == "+" { rest.removeFirst() }
    let pieces = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard pieces.count <= 2, let whole = pieces.first else { return nil }
    let fraction = pieces.count == 2 ? pieces[1] : ""
    guard !(whole.isEmpty && fraction.isEmpty), fraction.count <= 6, whole.count <= 9 else {
      return nil
    }
    let digits = String(whole) + fraction + String(repeating: "0", count: 6 - fraction.count)
    guard let value = Int64(digits) else { return nil }
    millionths = negative ? -value : value
  }
}

extension StringProtocol {
  fileprivate var trimmingSpaces: String {
    var slice = self[...]
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }
}
