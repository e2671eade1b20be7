import WritingSystems

/// How a report refers to a picture: the address in a page or in Markdown, the target of a relation.
struct PictureReference {
  let place: Report.Picture.Place
  /// The name of its file, without folders.
  let name: String?
  /// What it is called in findings.
  let label: String

  /// A member of an archive, by its path.
  init(member path: String) {
    place = .member(path)
    name = Self.name(in: path)
    label = name ?? path
  }

  /// A picture that the text refers to and nothing names.
  init(missing name: String) {
    place = .missing
    self.name = Self.name(in: name)
    label = name
  }

  /// An address as pages, Markdown and linked pictures have it.
  ///
  /// Only what lies in the folder of the report, or below it, is read; a picture elsewhere keeps its
  /// address.
  init(address: String) {
    let scheme = Self.scheme(of: address)
    let paths = scheme == nil ? Self.paths(address) : []
    place = paths.isEmpty ? .elsewhere : .beside(paths)
    name = Self.name(in: Self.withoutQuery(address)).map { Self.percentDecoded($0) ?? $0 }
    label = address
  }

  /// What an address begins with before its colon, in small letters; `//` begins one of the network.
  static func scheme(of address: String) -> String? {
    if address.hasPrefix("//") || address.hasPrefix("\\\\") { return "//" }
    let name = address.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    guard let first = name.first, first.isLetter, name.endIndex < address.endIndex,
      address[name.endIndex] == ":"
    else { return nil }
    return name.lowercased()
  }

  /// Whether an address is of the network: not of a disk (`C:`, `file:`), not a path.
  static func isRemote(_ address: String) -> Bool {
    guard let scheme = scheme(of: address) else { return false }
    return scheme != "file" && scheme.count > 1 && !address.hasPrefix("\\\\")
  }

  // MARK: Paths

  /// The paths that an address may mean: as it is written, and as addresses are read (percent signs,
  /// what stands behind `?` and `#`); none when it leads out of its folder.
  private static func paths(_ address: String) -> [String] {
    let plain = withoutQuery(address)
    let readings = [address, percentDecoded(address), plain, percentDecoded(plain)]
    var paths: [String] = []
    for reading in readings {
      guard let reading else { continue }
      guard let path = inside(reading) else { return [] }
      if !path.isEmpty, !paths.contains(path) { paths.append(path) }
    }
    return paths
  }

  /// A relative path without `.` and `..`; nil when it is absolute or leads out of its folder.
  static func inside(_ path: String) -> String? {
    let path = String(path.map { $0 == "\\" ? "/" : $0 })
    guard !path.hasPrefix("/"), !path.unicodeScalars.contains("\u{0}"), scheme(of: path) == nil
    else {
      return nil
    }
    var steps: [Substring] = []
    for step in path.split(separator: "/") where step != "." {
      guard step != ".." else {
        guard steps.popLast() != nil else { return nil }
        continue
      }
      steps.append(step)
    }
    return steps.joined(separator: "/")
  }

  private static func withoutQuery(_ address: String) -> String {
    String(address.prefix { $0 != "?" && $0 != "#" })
  }

  private static func name(in path: String) -> String? {
    path.split { $0 == "/" || $0 == "\\" }.last.map(String.init)
  }

  /// The text with `%E5%9B%BE` read (RFC 3986, 2.1); nil when that is no UTF-8.
  static func percentDecoded(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    return String(validating: PercentEncoding.decode(Array(text.utf8)), as: UTF8.self)
  }
}

/// Bytes written as `%E5`.
enum PercentEncoding {
  static func decode(_ bytes: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return decoded
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
    default: nil
    }
  }
}
