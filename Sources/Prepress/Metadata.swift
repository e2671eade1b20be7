import Diagnostics
import Geometry
import PageModel
import Typography

/// What a file says of itself, in the two places that must agree: Info and XMP.
struct Metadata {
  private let info: DocumentInfo
  private let profile: OutputProfile
  /// The date written; nil when there is none and none is needed.
  private let date: DocumentDate?
  private let producer: String
  /// From the content, so that the same inputs give the same name.
  private let identity: String

  static let creator = "Kanyin 刊印"
  /// For documents without a date, where the standard demands one.
  static let dateOfTheUndated = DocumentDate(year: 2000, month: 1, day: 1)

  init(_ info: DocumentInfo, profile: OutputProfile, drawn: DrawnPDF, libraries: [String]) {
    self.info = info
    self.profile = profile
    date = info.date ?? (profile == .screen ? nil : Self.dateOfTheUndated)
    producer = ([drawn.producer] + libraries).joined(separator: ", ")
    identity = Self.uuid(of: drawn.bytes)
  }

  /// The Info dictionary (ISO 32000-1, 14.3.3).
  var infoDictionary: PDFDictionary {
    var dictionary = PDFDictionary()
    func set(_ key: String, _ text: String?) {
      if let text { dictionary[key] = PDFText.string(text) }
    }
    set("Title", info.title)
    set("Author", info.author)
    set("Subject", info.subject)
    set("Keywords", keywords)
    set("Creator", Self.creator)
    set("Producer", producer)
    set("CreationDate", date?.pdf)
    set("ModDate", date?.pdf)
    if profile.isPress {
      dictionary["Trapped"] = "/False"
      dictionary["GTS_PDFXVersion"] = "(PDF/X-4)"
    }
    return dictionary
  }

  /// The XMP packet (ISO 16684-1); only properties that PDF/A knows, but for the press.
  var packet: String {
    let namespaces = Self.namespaces
      .filter { isUsed($0.prefix) }
      .map { " xmlns:\($0.prefix)=\"\($0.address)\"" }
      .joined()
    return """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about=""\(namespaces)>
      \(properties.joined(separator: "\n"))
      </rdf:Description>
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="w"?>
      """
  }

  private var keywords: String? {
    info.keywords.isEmpty ? nil : info.keywords.joined(separator: ", ")
  }
}

/// The properties of the packet.
extension Metadata {
  private static let namespaces: [(prefix: String, address: String)] = [
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("pdf", "http://ns.adobe.com/pdf/1.3/"),
    ("xmp", "http://ns.adobe.com/xap/1.0/"),
    ("xmpMM", "http://ns.adobe.com/xap/1.0/mm/"),
    ("pdfxid", "http://www.npes.org/pdfx/ns/id/"),
    ("pdfaid", "http://www.aiim.org/pdfa/ns/id/"),
  ]

  private func isUsed(_ prefix: String) -> Bool {
    switch (prefix, profile) {
    case ("pdfxid", .press), ("pdfaid", .archive): true
    case ("pdfxid", _), ("pdfaid", _): false
    default: true
    }
  }

  private var properties: [String] {
    var list = [
      simple("dc:format", "application/pdf"),
      alternatives("dc:title", info.title),
      "<dc:language><rdf:Bag><rdf:li>\(Self.escaped(info.language.tag))</rdf:li></rdf:Bag>"
        + "</dc:language>",
    ]
    if let author = info.author {
      list.append(
        "<dc:creator><rdf:Seq><rdf:li>\(Self.escaped(author))</rdf:li></rdf:Seq></dc:creator>"
      )
    }
    if let subject = info.subject { list.append(alternatives("dc:description", subject)) }
    if let keywords { list.append(simple("pdf:Keywords", keywords)) }
    list.append(simple("pdf:Producer", producer))
    list.append(simple("xmp:CreatorTool", Self.creator))
    if let date {
      for name in ["xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"] {
        list.append(simple(name, date.iso))
      }
    }
    return list + identification
  }

  private var identification: [String] {
    let names = [
      simple("xmpMM:DocumentID", "uuid:\(identity)"),
      simple("xmpMM:VersionID", "1"),
      simple("xmpMM:RenditionClass", "default"),
    ]
    return switch profile {
    case .screen: names
    case .press:
      names + [simple("pdf:Trapped", "False"), simple("pdfxid:GTS_PDFXVersion", "PDF/X-4")]
    case .archive:
      names + [simple("pdfaid:part", "2"), simple("pdfaid:conformance", "U")]
    }
  }

  private func simple(_ name: String, _ text: String) -> String {
    "<\(name)>\(Self.escaped(text))</\(name)>"
  }

  private func alternatives(_ name: String, _ text: String) -> String {
    "<\(name)><rdf:Alt><rdf:li xml:lang=\"x-default\">\(Self.escaped(text))</rdf:li></rdf:Alt>"
      + "</\(name)>"
  }

  /// Text as XML 1.0 carries it.
  ///
  /// A character that XML cannot carry at all (2.2, Char) is replaced,
  /// so that the packet can be read and the loss be seen.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "\t", "\n", "\r": escaped += "&#\(character.value);"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}

/// Names.
extension Metadata {
  /// A name-based identifier of some bytes (RFC 9562, version 8), by FNV-1a in 128 bits.
  static func uuid(of bytes: [UInt8]) -> String {
    var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    for byte in bytes {
      hash ^= UInt128(byte)
      hash &*= 0x0000_0000_0100_0000_0000_0000_0000_013B
    }
    var digits = Array(String(hash, digits: 32, radix: 16))
    digits[12] = "8"
    digits[16] = "8"
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
    return groups.map { String(digits[$0]) }.joined(separator: "-")
  }
}
