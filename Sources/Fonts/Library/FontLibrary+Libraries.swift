import CHarfBuzz

extension FontLibrary {
  /// The libraries that decide the glyphs, with their versions.
  package static var libraries: [String] { ["HarfBuzz \(String(cString: hb_version_string()))"] }
}
