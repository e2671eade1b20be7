import Typography

/// Text inside the attributes of Cairo's tags.
enum TagText {
  /// A string in single quotes, as Cairo's tag attributes are written.
  static func quoted(_ text: String) -> String {
    var quoted = "'"
    for character in text.unicodeScalars {
      if character == "'" || character == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(character)
    }
    return quoted + "'"
  }

  static func target(_ target: LinkTarget) -> String {
    switch target {
    case .address(let address): "uri=\(quoted(percentEncoded(address)))"
    case .destination(let name): "dest=\(quoted(name))"
    }
  }

  /// An address in ASCII: a URI action holds nothing else (ISO 32000-1, table 206; RFC 3987, 3.1).
  static func percentEncoded(_ address: String) -> String {
    var encoded = ""
    for byte in address.utf8 {
      if byte > 0x20, byte < 0x7F {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = Array("0123456789ABCDEF")
        encoded += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return encoded
  }
}
