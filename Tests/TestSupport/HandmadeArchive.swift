/// Writes ZIP archives for tests, members stored as they are (APPNOTE 6.3.10, 4.3).
///
/// By hand, so that archives can be made that no program would make: sizes that lie, ends cut off.
package struct HandmadeArchive {
  private struct Member {
    let name: [UInt8]
    let content: [UInt8]
    let declaredSize: Int
    let flags: UInt16
    let offset: Int
  }

  private var members: [Member] = []
  private var bytes: [UInt8] = []

  package init() {}

  /// An archive of texts.
  package init(_ members: [(name: String, text: String)]) {
    for member in members { add(member.name, Array(member.text.utf8)) }
  }

  /// Adds a member; it may say another size than it has, or that it is encrypted.
  package mutating func add(
    _ name: String,
    _ content: [UInt8],
    declaring size: Int? = nil,
    isEncrypted: Bool = false
  ) {
    let member = Member(
      name: Array(name.utf8),
      content: content,
      declaredSize: size ?? content.count,
      flags: isEncrypted ? 0x0801 : 0x0800,
      offset: bytes.count
    )
    bytes += Self.number(0x0403_4B50, 4) + Self.head(member) + Self.number(0, 2)
    bytes += member.name + member.content
    members.append(member)
  }

  /// The whole archive with its directory.
  package func finished() -> [UInt8] {
    var directory: [UInt8] = []
    for member in members {
      directory += Self.number(0x0201_4B50, 4) + Self.number(20, 2) + Self.head(member)
      directory += Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 2)
      directory += Self.number(0, 4) + Self.number(member.offset, 4) + member.name
    }
    let count = Self.number(members.count, 2)
    let end =
      Self.number(0x0605_4B50, 4) + Self.number(0, 4) + count + count
      + Self.number(directory.count, 4) + Self.number(bytes.count, 4) + Self.number(0, 2)
    return bytes + directory + end
  }

  /// The fields that a member's own head and the directory share: version to the length of the name.
  private static func head(_ member: Member) -> [UInt8] {
    number(20, 2) + number(Int(member.flags), 2) + number(0, 2) + number(0, 2) + number(0x21, 2)
      + number(Int(checksum(member.content)), 4) + number(member.content.count, 4)
      + number(member.declaredSize, 4) + number(member.name.count, 2)
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32 (ISO 3309).
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var rest: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      rest ^= UInt32(byte)
      for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
    }
    return ~rest
  }
}
