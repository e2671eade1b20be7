import Diagnostics
import WritingSystems

/// Says which characters of a text nobody sees, which have no meaning of their own, and what was lost.
enum CharacterCensus {
  /// More kinds than these are named in no finding of their own.
  private static let mostKinds = 12

  private struct Tally {
    var count = 0
    let first: Span
  }

  static func findings(_ lines: [Line]) -> [Finding] {
    var unseen: [Unicode.Scalar: Tally] = [:]
    var unknown: [Unicode.Scalar: Tally] = [:]
    var lost: Tally?
    for line in lines where line.form != .image {
      let scalars = line.text.scalars
      guard scalars.contains(where: mayMatter) else { continue }
      let isTraditional = PrivateUse.isTraditional(scalars)
      for run in ControlCharacters.find(in: scalars) {
        for index in run {
          note(scalars[index], line.text.span(of: index..<(index + 1)), in: &unseen)
        }
      }
      for index in scalars.indices {
        let span = { line.text.span(of: index..<(index + 1)) }
        if PrivateUse.isPrivate(scalars[index]),
          PrivateUse.plain(scalars[index], isTraditional: isTraditional) == nil
        {
          note(scalars[index], span(), in: &unknown)
        }
        if isLoss(scalars, index) {
          var tally = lost ?? Tally(first: span())
          tally.count += 1
          lost = tally
        }
      }
    }
    let loss =
      lost.map { [Finding(.lostCharacters, at: $0.first, ["count": .number($0.count)])] } ?? []
    return loss + findings(.privateUse, unknown) + findings(.unseenCharacters, unseen)
  }

  private static func mayMatter(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return value < 0x20 || (0x7F...0xAD).contains(value) || (0x200B...0x206F).contains(value)
      || value == 0x951F || (0xE000...0xF8FF).contains(value) || value >= 0xFDD0 && value != 0xFF0C
  }

  /// 锟斤拷 is what U+FFFD becomes when its UTF-8 is read as GBK; both stand for what is lost.
  private static func isLoss(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    if scalars[index] == "\u{FFFD}" { return index == 0 || scalars[index - 1] != "\u{FFFD}" }
    guard scalars[index] == "锟", index + 1 < scalars.count, scalars[index + 1] == "斤" else {
      return false
    }
    return index < 2 || scalars[index - 1] != "拷"
  }

  private static func note(
    _ scalar: Unicode.Scalar,
    _ span: Span,
    in tallies: inout [Unicode.Scalar: Tally]
  ) {
    tallies[scalar, default: Tally(first: span)].count += 1
  }

  private static func findings(
    _ code: FindingCode,
    _ tallies: [Unicode.Scalar: Tally]
  ) -> [Finding] {
    let order = tallies.sorted {
      ($0.value.first.start, $0.key.value) < ($1.value.first.start, $1.key.value)
    }
    return order.prefix(mostKinds).map { scalar, tally in
      Finding(
        code,
        at: tally.first,
        [
          "code": .word(name(of: scalar)), "name": .words(words(for: scalar)),
          "count": .number(tally.count),
        ]
      )
    }
  }

  /// U+200B.
  private static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func words(for scalar: Unicode.Scalar) -> Bilingual {
    switch scalar.value {
    case 0: Bilingual("空字符", "NUL")
    case 0xFEFF: Bilingual("字节顺序标记", "byte order mark")
    case 0x200B: Bilingual("零宽空格", "zero-width space")
    case 0x200C, 0x200D: Bilingual("零宽连接符", "zero-width joiner")
    case 0xAD: Bilingual("软连字符", "soft hyphen")
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: Bilingual("方向控制符", "direction mark")
    case 0xE000...0xF8FF, 0xF0000...: Bilingual("自造字", "private use")
    default: Bilingual("控制字符", "control character")
    }
  }
}
