/// Why a container cannot be read.
package enum ContainerFault: Error, Hashable, Sendable {
  /// It is no ZIP archive, or its end is missing.
  case damagedArchive
  /// Its content is encrypted.
  case encrypted
  /// It has more members, or more content, than any document has.
  case tooLarge(limit: Int)
  /// A member grows out of all proportion when unpacked.
  case bomb(member: String)
  /// A member cannot be unpacked: its data are cut off or altered.
  case damagedMember(String)
  /// XML that is not well formed, with the byte where that shows and the parser's words.
  case malformed(byte: Int, message: String)
  /// XML with a document type declaration, by which entities could be defined or fetched. Office
  /// documents have none (ECMA-376-2, 6.2.3).
  case declaresType(byte: Int)
  /// XML nested deeper than any document is.
  case tooDeep(byte: Int)
}
