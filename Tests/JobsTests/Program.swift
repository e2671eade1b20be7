import Foundation
import Jobs
import Testing

/// The program itself, as the shell sees it.
struct Program {
  struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The executable that was built beside the tests.
  static var path: String? {
    guard let tests = Installation.executable else { return nil }
    let folder = URL(fileURLWithPath: tests).deletingLastPathComponent()
    let path = folder.appendingPathComponent("kanyin").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }

  /// Runs a command in the repository, or in a folder of its own.
  static func run(
    _ arguments: [String],
    in folder: String = Repository.path(""),
    environment: [String: String] = [:]
  ) throws -> Run {
    let (process, output, errors) = try start(arguments, in: folder, environment: environment)
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus,
      output: try output.text(),
      errors: try errors.text()
    )
  }

  /// Starts a command and does not wait for it.
  static func start(
    _ arguments: [String],
    in folder: String = Repository.path(""),
    environment: [String: String] = [:],
    input: FileHandle = .nullDevice,
    output: FileHandle? = nil
  ) throws -> (process: Process, output: Captured, errors: Captured) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(path, "kanyin is not built"))
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let own = ["LC_ALL": "C.UTF-8", "COLUMNS": "100", "KANYIN_HOME": Repository.root.path]
    process.environment = ProcessInfo.processInfo.environment
      .merging(own) { $1 }
      .merging(environment) { $1 }
    let captured = try Captured()
    let errors = try Captured()
    process.standardOutput = output ?? captured.handle
    process.standardError = errors.handle
    process.standardInput = input
    try process.run()
    return (process, captured, errors)
  }

  /// What a process writes, kept in a file: a pipe would fill up.
  final class Captured {
    let handle: FileHandle
    private let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
      try folder.write("stream", "")
      handle = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path("stream")))
    }

    func text() throws -> String { try folder.read("stream") }
  }
}

/// Expected files: compared, or written anew with `KANYIN_BLESS=1`.
enum Expected {
  static func compare(_ text: String, with name: String, command: String) throws {
    if ProcessInfo.processInfo.environment["KANYIN_BLESS"] == "1" {
      try Data(text.utf8).write(to: URL(fileURLWithPath: Repository.path(name)))
      return
    }
    let old = Repository.exists(name) ? try Repository.text(name) : ""
    guard old != text else { return }
    let lines = zip(lines(of: old), lines(of: text)).enumerated().first {
      $0.element.0 != $0.element.1
    }
    let place = lines.map { "line \($0.offset + 1): \($0.element.0) → \($0.element.1)" }
    Issue.record("\(name) is not current (\(place ?? "its length")); if this is meant: \(command)")
  }

  private static func lines(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
