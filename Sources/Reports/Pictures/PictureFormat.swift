/// The formats of pictures that reports come with, told by how a file begins.
package enum PictureFormat: String, Hashable, Sendable, CaseIterable {
  case png, jpeg, gif, tiff, bmp, webp, svg, emf, wmf

  /// So many bytes tell a format; only SVG, which may begin with remarks, needs more than 44.
  package static let startCount = 1_024

  /// The format of a picture that begins so; nil for one that is not known.
  package init?(start bytes: [UInt8]) {
    let found = Self.signatures.first { signature in
      signature.parts.allSatisfy { offset, part in
        bytes.count >= offset + part.count
          && bytes[offset..<(offset + part.count)].elementsEqual(part)
      }
    }
    guard let format = found?.format ?? (Self.isSVG(bytes) ? .svg : nil) else {
      return nil
    }
    self = format
  }

  /// The format that a file's name says it has; nil where it says nothing known.
  package init?(fileExtension: String) {
    switch fileExtension.lowercased() {
    case "png": self = .png
    case "jpg", "jpeg", "jpe", "jfif": self = .jpeg
    case "gif": self = .gif
    case "tif", "tiff": self = .tiff
    case "bmp", "dib": self = .bmp
    case "webp": self = .webp
    case "svg": self = .svg
    case "emf": self = .emf
    case "wmf": self = .wmf
    default: return nil
    }
  }

  /// The usual extension of a file's name.
  package var fileExtension: String {
    switch self {
    case .jpeg: "jpg"
    case .tiff: "tif"
    default: rawValue
    }
  }

  /// The name as people write it.
  package var name: String { self == .webp ? "WebP" : rawValue.uppercased() }

  private typealias Signature = (format: PictureFormat, parts: [(offset: Int, bytes: [UInt8])])

  /// PNG 5.2; ITU-T T.81 B.1.1.3 (SOI and the next marker); GIF89a 17; TIFF 6.0 section 2 and BigTIFF;
  /// BITMAPFILEHEADER with its reserved words; RFC 9649 2.4; MS-EMF 2.3.4.2; MS-WMF 2.3.2.3 (placeable)
  /// and 2.3.2.2 (standard, in memory and on disk).
  private static let signatures: [Signature] = [
    (.png, [(0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])]),
    (.jpeg, [(0, [0xFF, 0xD8, 0xFF])]),
    (.gif, [(0, Array("GIF87a".utf8))]),
    (.gif, [(0, Array("GIF89a".utf8))]),
    (.tiff, [(0, [0x49, 0x49, 0x2A, 0x00])]),
    (.tiff, [(0, [0x4D, 0x4D, 0x00, 0x2A])]),
    (.tiff, [(0, [0x49, 0x49, 0x2B, 0x00])]),
    (.tiff, [(0, [0x4D, 0x4D, 0x00, 0x2B])]),
    (.bmp, [(0, Array("BM".utf8)), (6, [0, 0, 0, 0])]),
    (.webp, [(0, Array("RIFF".utf8)), (8, Array("WEBP".utf8))]),
    (.emf, [(0, [1, 0, 0, 0]), (40, Array(" EMF".utf8))]),
    (.wmf, [(0, [0xD7, 0xCD, 0xC6, 0x9A])]),
    (.wmf, [(0, [1, 0, 9, 0, 0, 3])]),
    (.wmf, [(0, [2, 0, 9, 0, 0, 3])]),
  ]

  /// Whether text begins with an `<svg` element, after declarations and remarks.
  private static func isSVG(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes.prefix(startCount), as: UTF8.self)
      .drop { $0 == "\u{FEFF}" || $0.isWhitespace }
    if text.hasPrefix("<svg") { return true }
    return ["<?xml", "<!--", "<!DOCTYPE svg"].contains(where: text.hasPrefix)
      && text.contains("<svg")
  }
}
