import CICU

/// The form in which names are compared: indicators, townships, terms, columns of a ledger.
///
/// NFKC (UAX #15), then simplified character by character, then punctuation, spaces and controls
/// out. `覆盖率（%）`, `覆蓋率` and `覆盖 率` have one key. The text itself is never changed by it.
package struct MatchingKey: Hashable, Sendable {
  package let scalars: [Unicode.Scalar]

  package init(_ text: String) {
    scalars = Self.compatible(text).compactMap { scalar in
      Self.isMark(scalar) ? nil : SimplifiedTable.simplified(scalar)
    }
  }

  package var string: String {
    String(scalars: scalars[...])
  }

  package var isEmpty: Bool { scalars.isEmpty }

  package func contains(_ other: MatchingKey) -> Bool {
    guard let first = other.scalars.first, scalars.count >= other.scalars.count else {
      return other.isEmpty
    }
    return (0...(scalars.count - other.scalars.count)).contains { start in
      scalars[start] == first && scalars[start...].starts(with: other.scalars)
    }
  }

  package func hasSuffix(_ other: MatchingKey) -> Bool {
    scalars.count >= other.scalars.count
      && scalars.suffix(other.scalars.count) == other.scalars[...]
  }

  /// The simplified form of a character, itself when it has none; one scalar for one.
  package static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    SimplifiedTable.simplified(scalar)
  }

  /// A text simplified character by character.
  package static func simplified(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    SimplifiedTable.simplified(scalars)
  }

  /// The simplified form of a text by ICU's own rules, which the table was made from.
  ///
  /// It is here for the test that compares the two: opening ICU's rules takes 30 ms and more,
  /// the table less than one.
  package static func simplifiedByICU(_ text: String) -> String? {
    var units = Array(text.utf16)
    let status = units.withUnsafeMutableBufferPointer {
      kanyin_icu_simplify($0.baseAddress, Int32($0.count))
    }
    return status == 0 ? String(decoding: units, as: UTF16.self) : nil
  }

  /// The NFKC form of a text; text of ASCII and common Han has no other and is not asked about.
  private static func compatible(_ text: String) -> [Unicode.Scalar] {
    let scalars = Array(text.unicodeScalars)
    guard !scalars.allSatisfy(isStableUnderNFKC) else { return scalars }
    let source = Array(text.utf16)
    var target = [UInt16](repeating: 0, count: source.count * 2)
    for _ in 0..<2 {
      let count = Int(
        kanyin_icu_nfkc(source, Int32(source.count), &target, Int32(target.count))
      )
      precondition(count >= 0, "ICU normalises every string of valid Unicode")
      guard count > target.count else {
        return Array(String(decoding: target[..<count], as: UTF16.self).unicodeScalars)
      }
      target = [UInt16](repeating: 0, count: count)
    }
    preconditionFailure("ICU said how much room the normal form takes")
  }

  private static func isStableUnderNFKC(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII || (0x4E00...0x9FFF).contains(scalar.value)
      || (0x3001...0x3029).contains(scalar.value)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    // Asking for the category is slow, and nearly all of a name is ideographs.
    if (0x4E00...0x9FFF).contains(scalar.value) { return false }
    return switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .spaceSeparator, .lineSeparator,
      .paragraphSeparator, .control, .format:
      true
    default:
      false
    }
  }
}
