/// Numerals of Chinese texts, read and written.
///
/// Everyday, formal (壹贰叁) and traditional (萬億兩) characters are read; 〇 and 零 both are zero.
package enum Numerals {
  /// A numeral found at the start of a text.
  package struct Reading: Hashable, Sendable {
    package enum Style: Hashable, Sendable {
      /// With 十 百 千 万 亿, or a single digit: 二百二十五, 三.
      case units
      /// Digit by digit: 二〇二二.
      case digits
    }

    package var value: DecimalText
    package var style: Style
    /// How many scalars of the text it takes.
    package var count: Int

    package init(value: DecimalText, style: Style, count: Int) {
      self.value = value
      self.style = style
      self.count = count
    }
  }

  /// The digit that a character is, 0 to 9, or nil; 两 is 2.
  package static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "〇", "零", "○": 0
    case "一", "壹", "弌": 1
    case "二", "贰", "貳", "两", "兩": 2
    case "三", "叁", "參", "叄": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆", "陸": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }

  /// The power of ten of 十 百 千 万 亿, or nil.
  package static func power(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十", "拾": 1
    case "百", "佰": 2
    case "千", "仟": 3
    case "万", "萬": 4
    case "亿", "億": 8
    default: nil
    }
  }

  /// The tens that a character stands for: 廿 20, 卅 30, 卌 40, or nil.
  package static func tens(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "廿": 20
    case "卅": 30
    case "卌": 40
    default: nil
    }
  }
}
