/// A set of characters of the basic plane, asked in one step: every place of a text asks several.
struct ScalarSet: Sendable {
  /// A bit for each scalar below U+10000.
  private let bits: [UInt64]

  init(_ characters: String) {
    var bits = [UInt64](repeating: 0, count: 1024)
    for scalar in characters.unicodeScalars where scalar.value < 0x10000 {
      bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
    }
    self.bits = bits
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x10000
      && bits[Int(scalar.value >> 6)] & (1 << UInt64(scalar.value & 63)) != 0
  }
}
