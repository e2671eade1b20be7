import Fonts
import Prepress
import Rendering
import Statistics
import WritingSystems

extension Session {
  /// The version of the program.
  package static let version = "0.1.0"

  /// `--version`: the program, and the libraries whose versions decide the bytes, one a line.
  ///
  /// OpenCC has no way to tell its version.
  package static var versions: String {
    let libraries =
      Renderer.libraries + FontLibrary.libraries + WritingSystemsLibraries.names
      + Dataset.libraries + Finisher.libraries
    return (["kanyin \(version)"] + libraries).map { $0 + "\n" }.joined()
  }
}
