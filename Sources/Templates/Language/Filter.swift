import Diagnostics
import WritingSystems

/// What formats a value; a filter never computes.
enum FilterKind: String, CaseIterable, Hashable, Sendable {
  case number
  case percent
  case perMille = "per-mille"
  case signed
  case hanzi
  case hanziDigits = "hanzi-digits"
  case ordinal
  case unit
  case date
  case leader

  /// What the argument should be, when it is not that.
  func expectation(of argument: String?) -> Bilingual? {
    switch self {
    case .number, .percent, .perMille, .signed:
      guard let argument else { return nil }
      let places = Int(argument)
      return places.map { (0...9).contains($0) } == true
        ? nil : Bilingual("小数位数（0 到 9）", "a number of decimals from 0 to 9")
    case .hanzi, .hanziDigits, .ordinal:
      return argument == nil ? nil : Bilingual("空（不带参数）", "no argument")
    case .leader:
      return argument == nil || LayoutWords.leader(argument) != nil
        ? nil : Bilingual("……、··· 或 ___", "……, ··· or ___")
    case .unit, .date:
      return argument?.isEmpty == true ? Bilingual("文字", "a text") : nil
    }
  }
}

/// The printed form of numbers and dates.
enum FilterText {
  /// A number in a form, or nil when the form needs a whole number and this is none.
  static func text(of number: DecimalText, _ kind: FilterKind, argument: String?) -> String? {
    let rounded = argument.flatMap(Int.init).map { number.rounded(to: $0) } ?? number
    switch kind {
    case .number: return rounded.text()
    case .percent: return rounded.text() + "%"
    case .perMille: return rounded.text() + "‰"
    case .signed:
      return rounded.isZero || rounded.isNegative ? rounded.text() : "+" + rounded.text()
    case .hanzi: return whole(number).map(Numerals.hanzi)
    case .hanziDigits: return whole(number).map(Numerals.hanziDigits)
    case .ordinal: return whole(number).map { "第\($0)" }
    case .unit: return number.text() + (argument ?? "")
    case .date, .leader: return nil
    }
  }

  private static func whole(_ number: DecimalText) -> Int? {
    number.trimmed.decimals == 0 ? Int(number.trimmed.text(minus: "-")) : nil
  }

  /// The form of a date when a layout names none.
  static let usualDate = "yyyy年M月d日"

  /// A date in a form (`yyyy`, `M`, `MM`, `d`, `dd`, `H`, `HH`, `mm`; other characters stand for
  /// themselves), or nil when the date is not precise enough for it.
  static func text(of date: PartialDate, format: String) -> String? {
    var result = ""
    var rest = Substring(format)
    while let letter = rest.first {
      let run = rest.prefix { $0 == letter }
      rest = rest.dropFirst(run.count)
      guard "yMdHm".contains(letter) else {
        result += run
        continue
      }
      guard let number = field(letter, of: date) else { return nil }
      result += String(number, digits: run.count)
    }
    return result
  }

  /// A date in Chinese numerals: 二〇二五年十月十四日, as precise as it is.
  static func hanzi(of date: PartialDate) -> String {
    let year = Numerals.hanziDigits(date.year) + "年"
    let month = date.month.map { Numerals.hanzi($0) + "月" } ?? ""
    return year + month + (date.day.map { Numerals.hanzi($0) + "日" } ?? "")
  }

  private static func field(_ letter: Character, of date: PartialDate) -> Int? {
    switch letter {
    case "y": date.year
    case "M": date.month
    case "d": date.day
    case "H": date.hour
    default: date.minute
    }
  }
}
