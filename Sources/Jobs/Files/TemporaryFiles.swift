import Foundation
import Synchronization

/// The temporary files that stand on the disk at this moment, so that Ctrl-C can remove them.
package final class TemporaryFiles: Sendable {
  private struct State {
    var paths: Set<String> = []
    var count = 0
  }

  private let state = Mutex(State())

  package init() {}

  /// A new name in the folder of a path: hidden, and of this process alone.
  func name(beside path: String) -> String {
    let (folder, file) = FilePath.split(path)
    let number = state.withLock { state in
      state.count += 1
      return state.count
    }
    // A name may have 255 bytes; ours keeps a part of the file's that is short enough.
    let kept = String(decoding: file.utf8.prefix(150), as: Unicode.UTF8.self)
    return "\(folder)/.\(kept).\(getpid())-\(number).tmp"
  }

  func opened(_ path: String) { state.withLock { _ = $0.paths.insert(path) } }

  /// To be called when the file has its final name, or is gone.
  func closed(_ path: String) { state.withLock { _ = $0.paths.remove(path) } }

  /// Removes what stands there, and lets no other file be opened or closed from then on.
  func removeAllForGood(then leave: () -> Never) -> Never {
    state.withLock { state in
      for path in state.paths { unlink(path) }
      leave()
    }
  }
}

/// Names of files, taken apart without asking the disk.
package enum FilePath {
  /// The folder (`.` for none) and the name in it.
  static func split(_ path: String) -> (folder: String, file: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = String(path[..<slash])
    return (folder.isEmpty ? "/" : folder, String(path[path.index(after: slash)...]))
  }

  /// The name without folder and without its last extension.
  package static func stem(_ path: String) -> String {
    let file = split(path).file
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
    return String(file[..<dot])
  }

  /// The last extension in lower case, without its dot; empty for none.
  package static func pathExtension(_ path: String) -> String {
    let file = split(path).file
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return "" }
    return file[file.index(after: dot)...].lowercased()
  }

  package static func join(_ folder: String, _ name: String) -> String {
    if name.hasPrefix("/") || folder.isEmpty || folder == "." { return name }
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}
