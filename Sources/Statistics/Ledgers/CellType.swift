import Diagnostics
import WritingSystems

/// How a cell of one type is read.
struct CellType {
  enum Outcome {
    case found(Dataset.Value, decimals: Int, Remark?)
    case wrong
  }

  /// What is said of a cell that was read.
  enum Remark: Hashable {
    /// It holds a mark that stands for nothing: `—`, `/`.
    case blankMark(String)
    /// Brackets around a number make it negative.
    case bracketed
    /// It holds its unit, or one that it was converted from.
    case unit(String)
    case control
  }

  private let type: StatisticsPlan.LedgerDefinition.ColumnType
  private let unit: String?

  init(_ column: StatisticsPlan.LedgerDefinition.Column) {
    type = column.type
    unit = column.unit ?? (column.type == .percent ? "%" : nil)
  }

  /// The value of a cell of text; spaces around it do not count, and an empty cell is null.
  func value(of text: String) -> Outcome {
    if type.isNumeric, let quick = QuickNumber(text) {
      guard type != .integer || quick.decimals == 0 else { return number(text) }
      return .found(.number(quick.value), decimals: quick.decimals, nil)
    }
    switch type {
    case .text: return plain(text)
    case .organisation: return Self.isBlankMark(text) ? blank(text) : plain(text)
    case .integer, .number, .percent: return number(text)
    case .date:
      if Self.isBlankMark(text) { return blank(text) }
      guard let date = LedgerDate.read(Self.halfWidth(text)) else { return .wrong }
      return .found(.text(date.iso), decimals: 0, nil)
    }
  }

  /// The value of a number of a spreadsheet.
  func value(of number: DecimalText, decimals: Int, isPercent: Bool) -> Outcome {
    switch type {
    case .text, .organisation:
      let text = number.text(minus: "-") + (isPercent ? "%" : "")
      return .found(.text(text), decimals: 0, nil)
    case .integer:
      guard !isPercent, number.trimmed.decimals == 0 else { return .wrong }
      return outcome(number, decimals: 0, nil)
    case .number, .percent:
      return outcome(number, decimals: decimals, nil)
    case .date:
      // 20251014 typed as a number.
      guard !isPercent, let date = LedgerDate.read(number.text()) else { return .wrong }
      return .found(.text(date.iso), decimals: 0, nil)
    }
  }

  func value(of date: PartialDate) -> Outcome {
    type.isNumeric ? .wrong : .found(.text(date.iso), decimals: 0, nil)
  }

  func value(of flag: Bool) -> Outcome {
    type == .text ? .found(.text(flag ? "TRUE" : "FALSE"), decimals: 0, nil) : .wrong
  }

  /// What was expected, in words.
  var words: Bilingual {
    switch type {
    case .text: Bilingual("文字", "text")
    case .integer: Bilingual("整数", "a whole number")
    case .number: Bilingual("数", "a number")
    case .percent: Bilingual("百分数", "a percentage")
    case .date: Bilingual("日期（如 2025-10-14）", "a date such as 2025-10-14")
    case .organisation: Bilingual("单位名称", "the name of a unit")
    }
  }

  // MARK: Text

  /// Control characters are left out: a database would end the text at a NUL.
  private func plain(_ text: String) -> Outcome {
    let isControl = { (scalar: Unicode.Scalar) in
      scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || scalar.value == 0x7F
    }
    let trimmed = text.trimmingSpaces
    guard trimmed.unicodeScalars.contains(where: isControl) else {
      return .found(trimmed.isEmpty ? .null : .text(trimmed), decimals: 0, nil)
    }
    let kept = trimmed.replacing("\r\n", with: "\n").unicodeScalars.filter { !isControl($0) }
    let clean = String(String.UnicodeScalarView(kept)).trimmingSpaces
    return .found(clean.isEmpty ? .null : .text(clean), decimals: 0, .control)
  }

  private func blank(_ text: String) -> Outcome {
    let mark = text.trimmingSpaces
    return .found(.null, decimals: 0, mark.isEmpty ? nil : .blankMark(mark))
  }

  /// What offices write where there is no number.
  private static let blankMarks: Set<String> = [
    "", "-", "--", "---", "–", "—", "——", "－", "−", "/", "//", "\\", "…", "……", "...", "空", "无",
    "無", "N/A", "n/a", "NA", "null", "NULL",
  ]

  private static func isBlankMark(_ text: String) -> Bool {
    blankMarks.contains(halfWidth(text)) || blankMarks.contains(text.trimmingSpaces)
  }

  /// The text with full-width digits and marks as ASCII, without spaces around it.
  private static func halfWidth(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isFullWidth = ("！"..."～").contains(scalar)
      view.append(isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(view).trimmingSpaces
  }

  // MARK: Numbers

  private func number(_ text: String) -> Outcome {
    if Self.isBlankMark(text) { return blank(text) }
    var plain = Self.halfWidth(text)
    var remark: Remark?
    if plain.hasPrefix("("), plain.hasSuffix(")") {
      plain = "-" + plain.dropFirst().dropLast().trimmingSpaces
      remark = .bracketed
    }
    for mark in ["¥", "￥", "'"] where plain.hasPrefix(mark) {
      plain = plain.dropFirst().trimmingSpaces
    }
    let digits = plain.prefix { $0.isASCII && ($0.isNumber || "+-.,eE".contains($0)) || $0 == "−" }
    let (number, rest) = Self.parts(plain, digits: digits)
    guard let number else { return .wrong }
    return value(number, unit: rest, remark)
  }

  /// A number and what stands behind it; thin and unbreakable spaces may group its digits.
  private static func parts(
    _ plain: String,
    digits: Substring
  ) -> (number: DecimalText?, unit: String) {
    if digits.endIndex == plain.endIndex { return (DecimalText(plain), "") }
    let ungrouped = plain.filter { !"\u{A0}\u{2009}\u{202F}".contains($0) }
    let start = ungrouped.prefix {
      $0.isASCII && ($0.isNumber || "+-.,".contains($0)) || $0 == "−"
    }
    return (DecimalText(start), ungrouped[start.endIndex...].trimmingSpaces)
  }

  private func value(_ number: DecimalText, unit found: String, _ remark: Remark?) -> Outcome {
    var value = number
    var remark = remark
    if found == "%", type == .number, unit == nil {
      // A percentage is everywhere the number before its sign.
    } else if !found.isEmpty {
      guard let unit, let conversion = UnitConversion(from: found, to: unit) else { return .wrong }
      if !conversion.isIdentity {
        guard let converted = DecimalText(conversion.converted(number.double)) else {
          return .wrong
        }
        value = converted
      }
      if found != "%" { remark = remark ?? .unit(found) }
    }
    guard type != .integer || value.trimmed.decimals == 0 else { return .wrong }
    return outcome(value, decimals: type == .integer ? 0 : value.decimals, remark)
  }

  /// A number; what a database cannot hold as one (1e999) is none.
  private func outcome(_ number: DecimalText, decimals: Int, _ remark: Remark?) -> Outcome {
    let value = number.double
    return value.isFinite ? .found(.number(value), decimals: decimals, remark) : .wrong
  }
}

/// A number as most cells hold it: ASCII digits with a point at most, read without much ado.
struct QuickNumber {
  let value: Double
  let decimals: Int

  init?(_ text: String) {
    var text = text
    let parsed = text.withUTF8 { bytes -> (value: Double, decimals: Int)? in
      guard let first = bytes.first else { return nil }
      let isNegative = first == UInt8(ascii: "-")
      var magnitude: UInt64 = 0
      var digits = 0
      var decimals: Int?
      for byte in bytes.dropFirst(isNegative ? 1 : 0) {
        if byte == UInt8(ascii: "."), decimals == nil, digits > 0 {
          decimals = 0
        } else if (48...57).contains(byte), digits < 15 {
          magnitude = magnitude * 10 + UInt64(byte - 48)
          digits += 1
          decimals = decimals.map { $0 + 1 }
        } else {
          return nil
        }
      }
      guard digits > 0, decimals != 0 else { return nil }
      // Both are exact, so the quotient is the nearest number (Clinger 1990, the fast path).
      let value = Double(magnitude) / Self.powers[decimals ?? 0]
      return (isNegative && magnitude > 0 ? -value : value, decimals ?? 0)
    }
    guard let parsed else { return nil }
    (value, decimals) = parsed
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}

/// Dates as cells hold them.
enum LedgerDate {
  /// 2025-10-14, 2025/10/14, 2025.10.14, 2025年10月14日, 20251014, 二〇二五年十月十四日, with a time or
  /// without; also a month or a year.
  static func read(_ text: String) -> PartialDate? {
    let halves = text.split(whereSeparator: { $0 == " " || $0 == "T" })
    guard let day = halves.first, halves.count <= 2 else { return nil }
    guard halves.count == 2 else { return date(String(day)) }
    let times = halves[1].split(separator: ":").map { Int($0) }
    guard let date = date(String(day)), let month = date.month, let ofMonth = date.day,
      (2...3).contains(times.count), let hour = times[0], let minute = times[1]
    else { return nil }
    let isMidnight = hour == 0 && minute == 0
    return isMidnight
      ? date
      : PartialDate(year: date.year, month: month, day: ofMonth, hour: hour, minute: minute)
  }

  private static func date(_ text: String) -> PartialDate? {
    if text.count == 8 || text.count == 6, text.allSatisfy({ $0.isASCII && $0.isNumber }) {
      return compact(text)
    }
    let marks: Set<Character> = ["-", "/", ".", "年", "月", "日", "号"]
    let parts = text.split(whereSeparator: marks.contains)
    let numbers = parts.map(number)
    guard (1...3).contains(numbers.count), !numbers.contains(nil), parts[0].count == 4 else {
      return nil
    }
    let values = numbers.compactMap { $0 }
    return PartialDate(
      year: values[0],
      month: values.count > 1 ? values[1] : nil,
      day: values.count > 2 ? values[2] : nil
    )
  }

  private static func number(_ part: Substring) -> Int? {
    guard part.count <= 4 else { return nil }
    if part.allSatisfy({ $0.isASCII && $0.isNumber }) { return Int(part) }
    return Numerals.read(String(part))?.whole
  }

  private static func compact(_ digits: String) -> PartialDate? {
    let year = Int(digits.prefix(4))
    let month = Int(digits.dropFirst(4).prefix(2))
    let day = digits.count == 8 ? Int(digits.suffix(2)) : nil
    guard let year, (1900...2100).contains(year) else { return nil }
    return PartialDate(year: year, month: month, day: day)
  }
}
