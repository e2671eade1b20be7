import CCairo
import CFreeType
import Diagnostics
import PageModel

/// The fonts of one drawing, cut and opened; faces live at least as long as this does.
final class FontFaces {
  private var faces: [OpenFont?]

  init(
    _ fonts: [FontIdentity],
    showing used: GlyphsUsed,
    cut: FontCutter
  ) throws(MachineFailure) {
    faces = Array(repeating: nil, count: fonts.count)
    for (font, glyphs) in used.byFont {
      let drawable = try cut(font, glyphs)
      guard let open = OpenFont(drawable) else {
        let name = fonts[Int(font.index)].postScriptName
        throw MachineFailure(.fontUnusable, ["font": .quote(name)])
      }
      faces[Int(font.index)] = open
    }
  }

  subscript(font: FontID) -> OpenFont {
    guard let face = faces[Int(font.index)] else {
      preconditionFailure("the fonts of all runs were opened before the first page was drawn")
    }
    return face
  }
}

/// One cut font as Cairo sees it, and the way from glyph numbers of the whole font to its own.
final class OpenFont {
  let face: OpaquePointer
  private let newGlyphs: [UInt32]

  /// Nil when FreeType or Cairo do not take the file.
  init?(_ font: DrawableFont) {
    guard let keeper = FaceKeeper(font.bytes) else { return nil }
    let flags = Int32(FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP)
    guard let face = cairo_ft_font_face_create_for_ft_face(keeper.face, flags) else { return nil }
    let kept = cairo_font_face_set_user_data(
      face,
      FaceKeeper.key,
      Unmanaged.passRetained(keeper).toOpaque()
    ) { pointer in
      if let pointer { Unmanaged<FaceKeeper>.fromOpaque(pointer).release() }
    }
    guard kept == CAIRO_STATUS_SUCCESS, cairo_font_face_status(face) == CAIRO_STATUS_SUCCESS else {
      cairo_font_face_destroy(face)
      return nil
    }
    self.face = face
    newGlyphs = Self.table(font.newGlyphs)
  }

  deinit { cairo_font_face_destroy(face) }

  /// The number of a glyph in the cut font.
  func cutGlyph(_ glyph: UInt32) -> UInt { UInt(newGlyphs[Int(glyph)]) }

  private static func table(_ newGlyphs: [UInt32: UInt32]) -> [UInt32] {
    var table = [UInt32](repeating: 0, count: Int(newGlyphs.keys.max() ?? 0) + 1)
    for (old, new) in newGlyphs { table[Int(old)] = new }
    return table
  }
}

/// Owns a FreeType face that reads from memory, with all that the face needs to live.
///
/// Cairo keeps scaled fonts in a cache of the whole process, so a face may be let go long after its
/// document and on another thread. Hence each face has a FreeType library of its own: a library
/// must not be used by two threads at once.
final class FaceKeeper {
  /// Under which Cairo's font face holds its keeper.
  ///
  /// Never freed, never read as memory.
  nonisolated(unsafe) static let key = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(
    capacity: 1
  )

  let face: FT_Face
  private let library: FT_Library
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  init?(_ font: [UInt8]) {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else { return nil }
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: font.count)
    _ = bytes.initialize(from: font)
    var face: FT_Face?
    let error = FT_New_Memory_Face(library, bytes.baseAddress, bytes.count, 0, &face)
    guard error == 0, let face else {
      FT_Done_FreeType(library)
      bytes.deallocate()
      return nil
    }
    self.library = library
    self.face = face
    self.bytes = bytes
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
    bytes.deallocate()
  }
}
