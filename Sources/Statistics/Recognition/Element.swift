import WritingSystems

/// A number with its unit, as it stands in the text.
struct Quantity {
  enum Style { case digits, characters }

  /// From the numeral (or 第 before it, or its sign) to the end of the unit.
  var range: Range<Int>
  /// The numeral itself.
  var numeral: Range<Int>
  var style: Style
  var value: DecimalText
  var kind: Figure.Kind
  /// As in the text; nil for a bare number.
  var unit: String?
  /// The power of ten that the unit carries: 4 for 万户.
  var power = 0
  /// The unit without its scale.
  var plainUnit: String?
  /// 余 or 多 inside.
  var inner: Figure.Approximation?
  /// 翻一番 and 零下 say by themselves where the number went or stands.
  var change: Figure.Change = .none

  var isBare: Bool { unit == nil && kind == .other }

  /// 10亿 in 10亿～12亿元: the unit is yet to come.
  var isOnlyScaled: Bool { power > 0 && plainUnit == nil }

  /// The number printed before the unit, at full scale.
  var base: Figure.Base? {
    guard power > 0, let plainUnit else { return nil }
    return Figure.Base(value: value.shifted(by: power).double, unit: plainUnit)
  }
}

/// Something the recogniser sees in a text; elements come in order and do not overlap.
struct Element {
  enum Form {
    case quantity(Quantity)
    /// A date or a period, and its parts that must not be broken (2022年, 10月, 14日).
    case calendar(Figure.Kind, parts: [Range<Int>])
    /// Digits that count nothing: document and telephone numbers, times, codes, 1+1.
    case name
  }

  var range: Range<Int>
  var form: Form

  var quantity: Quantity? {
    if case .quantity(let quantity) = form { quantity } else { nil }
  }

  var isCalendar: Bool {
    if case .calendar = form { true } else { false }
  }
}
