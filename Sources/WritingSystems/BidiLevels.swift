import CICU

/// In which direction the parts of a text are read, by the Unicode bidirectional algorithm (UAX #9).
package struct BidiLevels: Sendable {
  private let levels: [UInt8]

  /// Finds the levels of a text whose lines run from left to right, as Chinese ones do.
  package init(of text: String) {
    var copy = text
    levels = copy.withUTF8 { bytes in
      [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
        count = bytes.count
        guard let target = buffer.baseAddress, let source = bytes.baseAddress else { return }
        target.initialize(repeating: 0, count: count)
        let failed = source.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
          kanyin_icu_bidi_levels($0, Int32(bytes.count), target)
        }
        precondition(failed == 0, "a valid text has levels; ICU's error \(failed)")
      }
    }
  }

  /// The level of the character at a UTF-8 offset: even from left to right, odd the other way.
  package subscript(offset: Int) -> UInt8 { levels[offset] }
}
