import CHarfBuzz
import Diagnostics
import PageModel

/// A font mapped from disk, shared by all workers: nothing in it changes after opening.
///
/// The file is mapped, never read whole: of a collection of 27 MB a bulletin touches a few pages.
/// An immutable `hb_face_t` may be used from many threads; its lazily loaded tables are guarded by
/// HarfBuzz itself.
final class FontFace: @unchecked Sendable {
  /// The `hb_face_t`.
  let raw: OpaquePointer
  let unitsPerEm: Int64

  init(_ identity: FontIdentity) throws(MachineFailure) {
    let unreadable = MachineFailure(
      .unreadableFont,
      ["font": .word(identity.postScriptName), "file": .word(identity.path)]
    )
    guard let file = MappedFontFile(path: identity.path), identity.faceIndex < file.faceCount,
      file.holdsAllTables(ofFace: identity.faceIndex),
      let face = hb_face_create(file.blob, UInt32(identity.faceIndex))
    else { throw unreadable }
    let names = file.faceCount > 1 ? FontNames(of: face) : nil
    // An index into a collection is trusted only as far as the name found there.
    let isAnother = names.map { !$0.all.contains(identity.postScriptName) } ?? false
    guard hb_face_get_glyph_count(face) > 0, !isAnother else {
      hb_face_destroy(face)
      throw unreadable
    }
    raw = FullWidthFace.make(of: face)
    hb_face_make_immutable(raw)
    unitsPerEm = max(1, Int64(hb_face_get_upem(raw)))
  }

  deinit {
    hb_face_destroy(raw)
  }
}

/// A font file in memory, as long as it is needed to make faces of it.
struct MappedFontFile: ~Copyable {
  /// The `hb_blob_t`.
  let blob: OpaquePointer
  let faceCount: Int

  /// Maps a file, or nil when it cannot be read or holds no font.
  ///
  /// The form without `_or_fail` would give an empty blob, and an index out of range an empty face.
  init?(path: String) {
    guard let blob = hb_blob_create_from_file_or_fail(path) else { return nil }
    let count = Int(hb_face_count(blob))
    guard count > 0 else {
      hb_blob_destroy(blob)
      return nil
    }
    self.blob = blob
    faceCount = count
  }

  deinit {
    hb_blob_destroy(blob)
  }

  /// Whether the file reaches as far as its own directory says (OpenType, Organization of an
  /// OpenType font).
  ///
  /// Of a file cut off while it was copied HarfBuzz would read the tables that are left, and set
  /// text without a glyph to be seen.
  func holdsAllTables(ofFace index: Int) -> Bool {
    var length: UInt32 = 0
    guard let start = hb_blob_get_data(blob, &length) else { return false }
    let bytes = UnsafeRawBufferPointer(start: start, count: Int(length))
    func number(_ offset: Int, _ width: Int) -> Int? {
      guard offset >= 0, offset + width <= bytes.count else { return nil }
      return bytes[offset..<(offset + width)].reduce(0) { $0 << 8 | Int($1) }
    }
    let isCollection = number(0, 4) == Int(HarfBuzz.tag("ttcf"))
    guard let face = isCollection ? number(12 + 4 * index, 4) : 0,
      let count = number(face + 4, 2)
    else { return false }
    return (0..<count).allSatisfy { table in
      let entry = face + 12 + 16 * table
      guard let offset = number(entry + 8, 4), let size = number(entry + 12, 4) else {
        return false
      }
      return offset + size <= bytes.count
    }
  }
}

/// The names written inside a font, in all its languages.
struct FontNames {
  let postScript: String?
  /// Family, full, PostScript and typographic family names (`name` IDs 1, 4, 6, 16).
  let all: Set<String>

  /// Reads the names of an `hb_face_t`.
  init(of face: OpaquePointer) {
    var count: UInt32 = 0
    let entries = UnsafeBufferPointer(
      start: hb_ot_name_list_names(face, &count),
      count: Int(count)
    )
    let wanted: Set<UInt32> = [1, 4, 6, 16]
    var names: Set<String> = []
    for entry in entries where wanted.contains(entry.name_id) {
      names.insert(Self.text(of: entry.name_id, language: entry.language, in: face))
    }
    names.remove("")
    let postScript = Self.text(of: 6, language: hb_language_from_string("en", -1), in: face)
    all = names
    self.postScript = postScript.isEmpty ? nil : postScript
  }

  private static func text(of id: UInt32, language: hb_language_t?, in face: OpaquePointer)
    -> String
  {
    var length: UInt32 = 0
    let whole = hb_ot_name_get_utf8(face, id, language, &length, nil)
    // The length counts the bytes without the closing NUL, the capacity counts with it.
    length = whole + 1
    return String(unsafeUninitializedCapacity: Int(whole) + 1) { buffer in
      buffer.withMemoryRebound(to: CChar.self) { bytes in
        _ = hb_ot_name_get_utf8(face, id, language, &length, bytes.baseAddress)
      }
      return Int(length)
    }
  }
}

extension FontNames {
  /// The names of one face of a file.
  init?(ofFace index: Int, in file: borrowing MappedFontFile) {
    guard let face = hb_face_create(file.blob, UInt32(index)) else { return nil }
    defer { hb_face_destroy(face) }
    self.init(of: face)
  }
}
