import CICU

extension Unicode.Scalar {
  /// The plain character that a compatibility ideograph (U+F900…) or a radical standing in for a
  /// character (U+2F00…, as copied out of some PDF files) means; the scalar itself for all others.
  package var unifiedIdeograph: Unicode.Scalar {
    switch value {
    case 0x2E80...0x2FDF, 0xF900...0xFAFF, 0x2F800...0x2FA1F:
      Unicode.Scalar(kanyin_icu_unified(value)) ?? self
    default:
      self
    }
  }

  /// The one scalar that this letter and a combining mark behind it are as one (NFC); nil where
  /// Unicode has none.
  package func composed(with mark: Unicode.Scalar) -> Unicode.Scalar? {
    let composed = kanyin_icu_composed(value, mark.value)
    return composed == 0 ? nil : Unicode.Scalar(composed)
  }
}
