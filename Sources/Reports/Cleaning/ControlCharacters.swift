/// Finds characters that no reader sees: controls, byte order marks, zero-width characters.
enum ControlCharacters {
  /// The runs of unseen characters of a text; line ends and tabulators are not among them.
  static func find(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for index in scalars.indices where isUnseen(scalars, index) {
      if let last = found.last, last.upperBound == index {
        found[found.count - 1] = last.lowerBound..<(index + 1)
      } else {
        found.append(index..<(index + 1))
      }
    }
    return found
  }

  private static func isUnseen(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    let scalar = scalars[index]
    switch scalar.value {
    case 0x09...0x0D, 0x85: return false
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064,
      0x2066...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0001, 0xE0020...0xE007F:
      return true
    case 0x200C, 0x200D:
      // The joiners shape letters of other scripts and emoji; beside Han and ASCII they do nothing.
      let before = index > 0 ? scalars[index - 1] : " "
      return before.isASCII || before.isChinese || before.isSpace
    default:
      return scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
    }
  }
}
