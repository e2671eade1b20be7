import CICU
import Diagnostics

/// A text and, while it is being made, the place of each of its bytes in the file.
struct TranscodingBuilder {
  private(set) var text: [UInt8] = []
  private(set) var offsets: [UInt32] = []
  private(set) var malformed: [Range<Int>] = []

  init(capacity: Int) {
    text.reserveCapacity(capacity)
    offsets.reserveCapacity(capacity + 1)
  }

  /// Adds a scalar that begins at a byte of the file.
  mutating func append(_ scalar: Unicode.Scalar, at offset: Int) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      text.append(byte)
      offsets.append(UInt32(clamping: offset))
    }
  }

  /// Adds U+FFFD for bytes that are no character; neighbours are one range.
  mutating func appendMalformed(_ range: Range<Int>) {
    append("\u{FFFD}", at: range.lowerBound)
    if let last = malformed.last, last.upperBound == range.lowerBound {
      malformed[malformed.count - 1] = last.lowerBound..<range.upperBound
    } else {
      malformed.append(range)
    }
  }

  func finish(in encoding: TextEncoding, byteCount: Int) -> SourceFile.Transcoding {
    SourceFile.Transcoding(
      encoding: encoding.name,
      text: text,
      offsets: offsets + [UInt32(clamping: byteCount)]
    )
  }
}

/// Reads UTF-8, with U+FFFD for each longest wrong beginning (Unicode 3.9, table 3-8).
struct UTF8Reading {
  private(set) var builder: TranscodingBuilder
  /// The number of three-byte sequences: Han, kana and their marks.
  private(set) var threeByteCount = 0

  var malformed: [Range<Int>] { builder.malformed }

  static func isValid(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  static func read(_ bytes: [UInt8]) -> UTF8Reading {
    var reading = UTF8Reading(builder: TranscodingBuilder(capacity: bytes.count))
    var index = 0
    while index < bytes.count {
      let length = sequenceLength(in: bytes, at: index)
      if length.isWhole {
        if length.count == 3 { reading.threeByteCount += 1 }
        reading.builder.append(scalar(in: bytes, at: index, count: length.count), at: index)
      } else {
        reading.builder.appendMalformed(index..<(index + length.count))
      }
      index += length.count
    }
    return reading
  }

  /// The bytes of the sequence at an index, or of its longest right beginning.
  private static func sequenceLength(
    in bytes: [UInt8],
    at index: Int
  ) -> (count: Int, isWhole: Bool) {
    guard let (count, second) = form(of: bytes[index]) else { return (1, false) }
    for place in 1..<max(1, count) {
      let allowed = place == 1 ? second : 0x80...0xBF
      guard index + place < bytes.count, allowed.contains(bytes[index + place]) else {
        return (place, false)
      }
    }
    return (count, true)
  }

  /// The length of the sequence a byte begins and what its second byte may be (Unicode table 3-7).
  private static func form(of byte: UInt8) -> (count: Int, second: ClosedRange<UInt8>)? {
    switch byte {
    case 0x00...0x7F: (1, 0x80...0xBF)
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }

  private static func scalar(in bytes: [UInt8], at index: Int, count: Int) -> Unicode.Scalar {
    let leadBits: [UInt8] = [0, 0x7F, 0x1F, 0x0F, 0x07]
    var value = UInt32(bytes[index] & leadBits[count])
    for place in 1..<max(1, count) { value = value << 6 | UInt32(bytes[index + place] & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}

/// Reads UTF-16 and UTF-32.
enum WideReading {
  static func unit(_ index: Int, of bytes: [UInt8], in encoding: TextEncoding) -> UInt32 {
    let width = encoding.unitWidth
    var value: UInt32 = 0
    for place in 0..<width {
      let byte = encoding.isBigEndian ? place : width - 1 - place
      value = value << 8 | UInt32(bytes[index * width + byte])
    }
    return value
  }

  static func read(_ bytes: [UInt8], in encoding: TextEncoding) -> TranscodingBuilder {
    var builder = TranscodingBuilder(capacity: bytes.count * 3 / encoding.unitWidth)
    let width = encoding.unitWidth
    let count = bytes.count / width
    var index = 0
    while index < count {
      let first = unit(index, of: bytes, in: encoding)
      let next = index + 1 < count ? unit(index + 1, of: bytes, in: encoding) : 0
      let pair = width == 2 ? surrogatePair(first, next) : nil
      if let scalar = pair ?? Unicode.Scalar(first) {
        builder.append(scalar, at: index * width)
      } else {
        builder.appendMalformed((index * width)..<((index + 1) * width))
      }
      index += pair == nil ? 1 : 2
    }
    if count * width < bytes.count { builder.appendMalformed((count * width)..<bytes.count) }
    return builder
  }

  static func surrogatePair(_ high: UInt32, _ low: UInt32) -> Unicode.Scalar? {
    guard (0xD800...0xDBFF).contains(high), (0xDC00...0xDFFF).contains(low) else { return nil }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }
}

/// Reads the charsets that ICU decodes.
enum CharsetReading {
  static func read(_ bytes: [UInt8], in charset: String) -> TranscodingBuilder {
    let (units, offsets) = decode(bytes, in: charset)
    var builder = TranscodingBuilder(capacity: units.count * 3)
    var index = 0
    while index < units.count {
      let start = Int(offsets[index])
      let next = index + 1 < units.count ? UInt32(units[index + 1]) : 0
      let pair = WideReading.surrogatePair(UInt32(units[index]), next)
      let after = index + (pair == nil ? 1 : 2)
      let end = after < units.count ? Int(offsets[after]) : bytes.count
      if let scalar = pair ?? Unicode.Scalar(units[index]), !isFailure(scalar, bytes, start, end) {
        builder.append(scalar, at: start)
      } else {
        builder.appendMalformed(start..<max(end, start))
      }
      index = after
    }
    return builder
  }

  /// Whether a replacement character stands for a failure, and is not written so in the file:
  /// U+FFFD itself is 84 31 A4 37 in GB18030, and is not in Big5.
  private static func isFailure(
    _ scalar: Unicode.Scalar,
    _ bytes: [UInt8],
    _ start: Int,
    _ end: Int
  ) -> Bool {
    scalar == "\u{FFFD}" && !bytes[start..<max(end, start)].elementsEqual([0x84, 0x31, 0xA4, 0x37])
  }

  /// The code units of UTF-16, and for each the byte it was read from.
  static func decode(
    _ bytes: [UInt8],
    in charset: String
  ) -> (units: [UInt16], offsets: [Int32]) {
    // A lone lead byte at the end makes one unit more than it seems: a small reserve.
    let capacity = bytes.count + 8
    var offsets = [Int32](repeating: 0, count: capacity)
    let units = [UInt16](unsafeUninitializedCapacity: capacity) { buffer, count in
      let made = kanyin_icu_decode(
        charset,
        bytes,
        Int32(clamping: bytes.count),
        buffer.baseAddress,
        &offsets,
        Int32(clamping: capacity)
      )
      precondition(made >= 0, "ICU has the charset \(charset), which this program offers")
      count = Int(made)
    }
    return (units, offsets)
  }
}
