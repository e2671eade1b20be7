import CZip

/// Bytes in memory that libzip reads from as they are: an array cannot lend them for longer than a
/// call, and a copy would double what a report of pictures takes.
final class ArchiveSource {
  private let bytes: [UInt8]
  private var position = 0
  private var error = zip_error_t()

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    zip_error_init(&error)
  }

  deinit { zip_error_fini(&error) }

  /// A source that holds the bytes until libzip is done with it; nil when there is no memory.
  static func make(_ bytes: [UInt8], _ error: inout zip_error_t) -> OpaquePointer? {
    let held = Unmanaged.passRetained(ArchiveSource(bytes))
    let source = zip_source_function_create(
      { state, data, length, command in
        guard let state else { return -1 }
        let held = Unmanaged<ArchiveSource>.fromOpaque(state)
        guard command != ZIP_SOURCE_FREE else {
          held.release()
          return 0
        }
        return held.takeUnretainedValue().answer(command, data, length)
      },
      held.toOpaque(),
      &error
    )
    if source == nil { held.release() }
    return source
  }

  /// What libzip asks of a source that can be read and sought in (zip_source_function(3)).
  private func answer(
    _ command: zip_source_cmd_t,
    _ data: UnsafeMutableRawPointer?,
    _ length: zip_uint64_t
  ) -> zip_int64_t {
    switch command {
    case ZIP_SOURCE_OPEN:
      position = 0
      return 0
    case ZIP_SOURCE_CLOSE: return 0
    case ZIP_SOURCE_READ: return read(into: data, length)
    case ZIP_SOURCE_STAT: return describe(to: data)
    case ZIP_SOURCE_ERROR: return zip_error_to_data(&error, data, length)
    case ZIP_SOURCE_TELL: return zip_int64_t(position)
    case ZIP_SOURCE_SEEK:
      let size = zip_uint64_t(bytes.count)
      let place = zip_source_seek_compute_offset(
        zip_uint64_t(position),
        size,
        data,
        length,
        &error
      )
      guard place >= 0 else { return -1 }
      position = Int(place)
      return 0
    case ZIP_SOURCE_SUPPORTS: return Self.commands
    default:
      zip_error_set(&error, ZIP_ER_OPNOTSUPP, 0)
      return -1
    }
  }

  private static let commands: zip_int64_t = [
    ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
    ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
  ].reduce(0) { $0 | 1 << zip_int64_t($1.rawValue) }

  private func read(into data: UnsafeMutableRawPointer?, _ length: zip_uint64_t) -> zip_int64_t {
    let count = min(Int(clamping: length), bytes.count - position)
    guard count > 0, let data else { return 0 }
    bytes.withUnsafeBytes { buffer in
      let target = UnsafeMutableRawBufferPointer(start: data, count: count)
      target.copyMemory(
        from: UnsafeRawBufferPointer(rebasing: buffer[position..<(position + count)])
      )
    }
    position += count
    return zip_int64_t(count)
  }

  private func describe(to data: UnsafeMutableRawPointer?) -> zip_int64_t {
    guard let facts = data?.assumingMemoryBound(to: zip_stat_t.self) else { return -1 }
    zip_stat_init(facts)
    facts.pointee.size = zip_uint64_t(bytes.count)
    facts.pointee.valid |= zip_uint64_t(ZIP_STAT_SIZE)
    return zip_int64_t(MemoryLayout<zip_stat_t>.size)
  }
}
