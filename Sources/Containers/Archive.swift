import CZip

/// A ZIP archive in memory, read with limits.
///
/// Nothing is written to disk; names of members are only compared. Not to be shared between threads.
package final class Archive {
  /// More members than this no document has.
  private static let mostMembers = 20_000
  /// The largest member unpacked.
  package static let largestMember = 128 << 20
  /// The most unpacked of one archive.
  package static let largestContent = 256 << 20
  /// A member may grow by this when it is larger than `harmless`: XML packs some thirtyfold, a
  /// report that says the same again and again three hundredfold.
  private static let highestRatio: UInt64 = 200
  private static let harmless: UInt64 = 32 << 20

  private let handle: OpaquePointer
  /// The names of all members, in the order of the archive.
  package let names: [String]
  private let mostContent: Int
  private var unpacked = 0

  /// Opens an archive, of which no more than `mostContent` bytes will be unpacked in all.
  package init(
    _ bytes: [UInt8],
    mostContent: Int = Archive.largestContent
  ) throws(ContainerFault) {
    // libzip takes no bytes at all for an archive without members.
    guard !bytes.isEmpty else { throw .damagedArchive }
    guard let handle = Self.open(bytes) else { throw .damagedArchive }
    let count = zip_get_num_entries(handle, 0)
    guard count <= Self.mostMembers else {
      zip_discard(handle)
      throw .tooLarge(limit: Self.mostMembers)
    }
    self.handle = handle
    self.mostContent = mostContent
    names = (0..<max(0, count)).map { index in
      zip_get_name(handle, zip_uint64_t(index), 0).map { String(cString: $0) } ?? ""
    }
  }

  deinit { zip_discard(handle) }

  private static func open(_ bytes: [UInt8]) -> OpaquePointer? {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = ArchiveSource.make(bytes, &error) else { return nil }
    if let handle = zip_open_from_source(source, ZIP_RDONLY, &error) { return handle }
    zip_source_free(source)
    return nil
  }

  /// The content of a member; nil when there is none of that name.
  package func member(_ name: String) throws(ContainerFault) -> [UInt8]? {
    try read(name, first: nil)
  }

  /// The first bytes of a member; nil when there is none of that name.
  ///
  /// A member that is larger than any that is unpacked, or grows out of all proportion, is refused
  /// as a whole. Whether the rest of it is sound is not known.
  package func start(of name: String, count: Int) throws(ContainerFault) -> [UInt8]? {
    try read(name, first: count)
  }

  /// How large a member says it is; nil when there is none of that name.
  package func size(of name: String) -> Int? {
    guard let index = index(of: name), let facts = facts(of: index) else { return nil }
    return Int(clamping: facts.size)
  }

  private func index(of name: String) -> zip_uint64_t? {
    zip_uint64_t(exactly: zip_name_locate(handle, name, 0))
  }

  private func facts(of index: zip_uint64_t) -> zip_stat_t? {
    var facts = zip_stat_t()
    zip_stat_init(&facts)
    return zip_stat_index(handle, index, 0, &facts) == 0 ? facts : nil
  }

  private func read(_ name: String, first count: Int?) throws(ContainerFault) -> [UInt8]? {
    guard let index = index(of: name) else { return nil }
    guard let facts = facts(of: index) else { throw .damagedMember(name) }
    guard facts.encryption_method == ZIP_EM_NONE else { throw .encrypted }
    try check(facts, name)
    guard let file = zip_fopen_index(handle, index, 0) else { throw .damagedMember(name) }
    defer { zip_fclose(file) }
    let size = Int(facts.size)
    let wanted = min(size, count ?? size)
    let content = try read(file, expecting: wanted, isWhole: wanted == size, name)
    unpacked += content.count
    return content
  }

  private func check(_ facts: zip_stat_t, _ name: String) throws(ContainerFault) {
    guard facts.size <= Self.largestMember, unpacked + Int(facts.size) <= mostContent else {
      throw .tooLarge(limit: Self.largestMember >> 20)
    }
    let packed = max(1, facts.comp_size)
    guard facts.size <= Self.harmless || facts.size / packed <= Self.highestRatio else {
      throw .bomb(member: name)
    }
  }

  /// Reads no more than the archive says, which `check` has bounded.
  private func read(
    _ file: OpaquePointer,
    expecting size: Int,
    isWhole: Bool,
    _ name: String
  ) throws(ContainerFault) -> [UInt8] {
    var done = 0
    var failed = false
    let content = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while done < size {
        let read = zip_fread(file, buffer.baseAddress?.advanced(by: done), UInt64(size - done))
        guard read > 0 else {
          failed = true
          break
        }
        done += Int(read)
      }
      count = done
    }
    if failed { throw .damagedMember(name) }
    // The checksum is compared when the end is read.
    var rest: UInt8 = 0
    if isWhole, zip_fread(file, &rest, 1) != 0 { throw .damagedMember(name) }
    return content
  }
}
