/// How a spreadsheet shows the number of a cell, as far as that says what the number is.
package enum NumberForm: Hashable, Sendable {
  /// How much of a date is shown.
  package enum Precision: Hashable, Sendable {
    case year, month, day, minute
    /// Hours and minutes without a day.
    case time
  }

  case general
  /// So many digits after the point.
  case fixed(Int)
  /// The number is shown times a hundred with its sign, and so many digits after the point; nil
  /// where that is not known.
  case percent(Int?)
  /// The number is a count of days.
  case date(Precision)

  /// The form of a format that spreadsheets know by its number alone (ECMA-376-1, 18.8.30, with
  /// the additions for zh-cn); nil for those that a file must define.
  init?(builtIn number: Int) {
    switch number {
    case 0, 48, 49: self = .general
    case 1, 3, 37, 38, 41, 42: self = .fixed(0)
    case 2, 4, 39, 40, 43, 44: self = .fixed(2)
    case 9: self = .percent(0)
    case 10: self = .percent(2)
    case 17, 27, 36, 50, 52, 57: self = .date(.month)
    case 14...16, 28...31, 51, 53, 54, 58: self = .date(.day)
    case 18...21, 32...35, 45...47, 55, 56: self = .date(.time)
    case 22: self = .date(.minute)
    default: return nil
    }
  }

  /// The form of a format as it is written: `0.00%`, `yyyy"年"m"月"`, `#,##0.00_);[Red](#,##0.00)`.
  ///
  /// Only the first section counts, that of positive numbers; what is quoted, escaped or in square
  /// brackets is shown and says nothing of the number (18.8.31).
  init(code: String) {
    let letters = Self.significant(code)
    if letters.contains("%") {
      self = .percent(Self.decimals(of: letters))
    } else if letters.lowercased() == "general" || letters.contains("@") {
      self = .general
    } else if let precision = Self.precision(of: letters.lowercased()) {
      self = .date(precision)
    } else if letters.contains(where: { $0 == "0" || $0 == "#" || $0 == "?" }) {
      self = letters.contains("E") ? .general : .fixed(Self.decimals(of: letters))
    } else {
      self = .general
    }
  }

  private static func significant(_ code: String) -> String {
    var kept = ""
    var isQuoted = false
    var isBracketed = false
    var skips = false
    for character in code {
      if skips {
        skips = false
      } else if isQuoted {
        isQuoted = character != "\""
      } else if isBracketed {
        isBracketed = character != "]"
      } else {
        switch character {
        case "\"": isQuoted = true
        case "[": isBracketed = true
        case "\\", "_", "*": skips = true
        case ";": return kept
        default: kept.append(character)
        }
      }
    }
    return kept
  }

  private static func decimals(of letters: String) -> Int {
    guard let point = letters.firstIndex(of: ".") else { return 0 }
    return letters[letters.index(after: point)...].prefix { $0 == "0" || $0 == "#" || $0 == "?" }
      .count
  }

  private static func precision(of letters: String) -> Precision? {
    let hasTime = letters.contains("h") || letters.contains("s")
    let hasDay = letters.contains("d")
    let hasYear = letters.contains("y") || letters.contains("e")
    // m is the month unless hours or seconds stand beside it and no day does.
    let hasMonth = letters.contains("m") && (!hasTime || hasDay || hasYear)
    guard !letters.contains("0") || hasTime || hasDay else { return nil }
    switch (hasYear, hasMonth, hasDay, hasTime) {
    case (_, _, true, true): return .minute
    case (_, _, true, false): return .day
    case (_, true, false, _): return .month
    case (true, false, false, _): return .year
    case (false, false, false, true): return .time
    case (false, false, false, false): return nil
    }
  }
}
