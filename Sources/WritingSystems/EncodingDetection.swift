import CICU
import Diagnostics

/// How it is known which encoding bytes are in.
package enum EncodingEvidence: Hashable, Sendable {
  /// The user named it.
  case named
  /// The file says so itself.
  case declared
  /// A byte order mark begins the file.
  case mark
  /// The bytes are valid UTF-8.
  case valid
  /// The bytes look so: the most probable reading of those offered.
  case likely
}

/// Finds out which encoding bytes are in.
enum EncodingDetection {
  /// Readings on trial look at no more bytes than these, so that cost stays bounded.
  private static let sampleSize = 1 << 16
  /// ICU tries some thirty charsets; two thousand characters tell it enough.
  private static let statisticalSampleSize = 1 << 12

  /// Marks of the wide and narrow forms of Unicode; UTF-32 first, since UTF-16's is its beginning.
  private static let marks: [(bytes: [UInt8], encoding: TextEncoding)] = [
    ([0xFF, 0xFE, 0x00, 0x00], .utf32LE), ([0x00, 0x00, 0xFE, 0xFF], .utf32BE),
    ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE], .utf16LE), ([0xFE, 0xFF], .utf16BE),
  ]

  static func detect(_ bytes: [UInt8]) -> (encoding: TextEncoding, evidence: EncodingEvidence) {
    if let mark = marks.first(where: { bytes.starts(with: $0.bytes) }) {
      return (mark.encoding, .mark)
    }
    let isUTF8 = UTF8Reading.isValid(bytes)
    if isUTF8, !bytes.contains(0) { return (.utf8, .valid) }
    if let wide = wideEncoding(bytes) { return (wide, .likely) }
    if isUTF8 { return (.utf8, .valid) }
    return (looksLikeDamagedUTF8(bytes) ? .utf8 : legacyEncoding(bytes), .likely)
  }

  /// The byte order that wide text named without one is in.
  static func byteOrder(of bytes: [UInt8], named encoding: TextEncoding) -> TextEncoding {
    guard let other = encoding.otherByteOrder else { return encoding }
    let mark = marks.first { bytes.starts(with: $0.bytes) }?.encoding
    if mark == encoding || mark == other { return mark ?? encoding }
    return plausibility(of: bytes, as: other) > plausibility(of: bytes, as: encoding)
      ? other : encoding
  }

  private static func wideEncoding(_ bytes: [UInt8]) -> TextEncoding? {
    let enough = 0.8
    return [TextEncoding.utf32LE, .utf32BE, .utf16LE, .utf16BE]
      .first { plausibility(of: bytes, as: $0) >= enough }
  }

  /// The share of code units that Chinese or English text is made of.
  private static func plausibility(of bytes: [UInt8], as encoding: TextEncoding) -> Double {
    let units = min(bytes.count, sampleSize) / encoding.unitWidth
    guard units >= 2 else { return 0 }
    let plausible = (0..<units).count { index in
      isPlausible(WideReading.unit(index, of: bytes, in: encoding))
    }
    return Double(plausible) / Double(units)
  }

  private static func isPlausible(_ unit: UInt32) -> Bool {
    switch unit {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xB7, 0x2010...0x2027, 0x3000...0x303F, 0x3105...0x312F,
      0x4E00...0x9FFF, 0xFF00...0xFF5E:
      true
    default:
      false
    }
  }

  /// Whether bytes are UTF-8 but for a few: three-byte sequences are rare in anything else.
  private static func looksLikeDamagedUTF8(_ bytes: [UInt8]) -> Bool {
    let sample = Array(bytes.prefix(sampleSize))
    let reading = UTF8Reading.read(sample)
    let han = reading.threeByteCount
    return han > 0 && han >= 5 * reading.malformed.count
  }

  /// GB18030 or Big5: the one in which the bytes are text, else the one whose everyday characters
  /// they are, else the one ICU is surer of, else the one whose second bytes it has.
  private static func legacyEncoding(_ bytes: [UInt8]) -> TextEncoding {
    // A page may begin with thousands of bytes of ASCII.
    let start = bytes.firstIndex { $0 >= 0x80 } ?? 0
    let sample = Array(bytes[start...].prefix(statisticalSampleSize))
    let readings = [TextEncoding.gb18030, .big5HKSCS].map { Reading(sample, in: $0) }
    // One wrong byte in a hundred may be damage, or the sample's end.
    let limit = max(1, sample.count / 100)
    let isText = readings.map { $0.malformed <= limit }
    if isText[0] != isText[1] { return isText[0] ? .gb18030 : big5(sample) }
    if abs(readings[0].common - readings[1].common) > 0.1 {
      return readings[0].common > readings[1].common ? .gb18030 : big5(sample)
    }
    var confidences: [Int32] = [0, 0]
    "GB18030".withCString { gb in
      "Big5".withCString { big5 in
        kanyin_icu_confidences(sample, Int32(sample.count), [gb, big5], 2, &confidences)
      }
    }
    if confidences[0] != confidences[1] {
      return confidences[0] > confidences[1] ? .gb18030 : big5(sample)
    }
    return hasBig5SecondBytes(sample) ? big5(sample) : .gb18030
  }

  /// Big5, or Hong Kong's where plain Big5 has no character for some of the bytes.
  private static func big5(_ sample: [UInt8]) -> TextEncoding {
    let plain = Reading(sample, in: .big5)
    return plain.malformed > Reading(sample, in: .big5HKSCS).malformed ? .big5HKSCS : .big5
  }

  /// Whether bytes, though no text is malformed, read badly in one encoding and well in another.
  static func isImplausible(
    _ wished: TextEncoding,
    beside found: TextEncoding,
    for bytes: [UInt8]
  ) -> Bool {
    if wished.unitWidth > 1 { return plausibility(of: bytes, as: wished) < 0.5 }
    let start = bytes.firstIndex { $0 >= 0x80 } ?? 0
    let sample = Array(bytes[start...].prefix(statisticalSampleSize))
    let difference = 0.3
    return Reading(sample, in: found).common - Reading(sample, in: wished).common > difference
  }

  /// How bytes read in an encoding.
  private struct Reading {
    let malformed: Int
    /// The share of everyday characters among those beyond ASCII.
    let common: Double

    init(_ bytes: [UInt8], in encoding: TextEncoding) {
      let decoded = TextDecoder.decode(bytes, in: encoding, evidence: .likely)
      let text = String(decoding: decoded.transcoding?.text ?? bytes, as: UTF8.self)
      let beyond = text.unicodeScalars.filter { !$0.isASCII }
      let common = beyond.count { LegacyCodes.isCommon($0) }
      // What plain Big5 leaves to users is where Hong Kong has its characters.
      let unknown = beyond.count { (0xE000...0xF8FF).contains($0.value) }
      malformed = decoded.malformed.count + unknown
      self.common = Double(common) / Double(max(1, beyond.count))
    }
  }

  /// Nearly half of Big5's characters have a second byte below 0x7F, none of GB 2312's has; GBK's
  /// that have one mostly begin with a byte below 0xA1, with which none of Big5's begins.
  private static func hasBig5SecondBytes(_ sample: [UInt8]) -> Bool {
    var pairs = 0
    var low = 0
    var index = 0
    while index + 1 < sample.count {
      guard sample[index] >= 0x80 else {
        index += 1
        continue
      }
      guard sample[index] >= 0xA1 else { return false }
      pairs += 1
      if sample[index + 1] < 0x7F { low += 1 }
      index += 2
    }
    return low * 8 > pairs
  }
}
