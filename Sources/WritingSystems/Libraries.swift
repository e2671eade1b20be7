import CICU

/// The libraries of this module that decide what comes out.
package enum WritingSystemsLibraries {
  /// Each with its version.
  package static var names: [String] { ["ICU \(String(cString: kanyin_icu_version()))"] }
}
