package import Diagnostics
import Foundation

/// Reading of what the user names.
package enum FileReading {
  /// Larger files are no reports, ledgers or layouts; spans hold offsets up to 4 GiB.
  private static let largest = 256 << 20

  /// The bytes of a file, `-` for standard input.
  package static func bytes(of path: String) throws(MachineFailure) -> [UInt8] {
    if path == "-" { return try bytes(from: STDIN_FILENO, path: path) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, .last) }
    defer { close(descriptor) }
    return try bytes(from: descriptor, path: path)
  }

  /// The first bytes of a file and its size; nil for what is no file, or cannot be read.
  static func start(of path: String, count: Int) -> (bytes: [UInt8], size: Int)? {
    // A pipe must not be waited for.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes = [UInt8](repeating: 0, count: count)
    let read = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    guard read >= 0 else { return nil }
    return (Array(bytes[..<read]), Int(status.st_size))
  }

  private static func bytes(from descriptor: Int32, path: String) throws(MachineFailure) -> [UInt8]
  {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(path, .last) }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
      guard bytes.count <= largest else { throw failure(path, SystemError(number: EFBIG)) }
    }
  }

  private static func failure(_ path: String, _ error: SystemError) -> MachineFailure {
    let name =
      path == "-" ? .words(Bilingual("标准输入", "standard input")) : FindingArgument.quote(path)
    return MachineFailure(.unreadableFile, ["path": name, "reason": .words(error.reason)])
  }
}

/// What stands at a path.
enum FileKind {
  case file
  case folder
  /// A device or a pipe: never replaced, only written into.
  case other

  /// Nil when there is nothing.
  static func at(_ path: String) -> FileKind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }
}
