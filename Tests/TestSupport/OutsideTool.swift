import Foundation

/// A program outside of the project that judges what we made.
///
/// Judges are asked when they are there; where they are not, the test that wants one is skipped.
package struct OutsideTool: Sendable {
  private let path: String
  private let before: [String]

  /// A program on the search path; nil when there is none of that name.
  package init?(_ name: String) {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    let found = folders.map { "\($0)/\(name)" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    guard let found else { return nil }
    path = found
    before = []
  }

  private init(path: String, before: [String]) {
    self.path = path
    self.before = before
  }

  /// The PDF judge among the shared tools: `KANYIN_SHARED` or `../shared` beside the checkout, run
  /// by `KANYIN_PYTHON` or `python3`, which must have pikepdf.
  package static func pdfcheck() -> OutsideTool? {
    let environment = ProcessInfo.processInfo.environment
    let checkout = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let shared =
      environment["KANYIN_SHARED"] ?? checkout.deletingLastPathComponent().path() + "shared"
    let script = shared + "/tools/pdfcheck/pdfcheck.py"
    guard FileManager.default.fileExists(atPath: script) else { return nil }
    let python =
      environment["KANYIN_PYTHON"].map { OutsideTool(path: $0, before: []) }
      ?? OutsideTool("python3")
    guard let python, python.run(["-c", "import pikepdf"]).status == 0 else { return nil }
    return OutsideTool(path: python.path, before: [script])
  }

  /// Runs it to its end; standard error goes with the output.
  package func run(_ arguments: [String]) -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: path)
    process.arguments = before + arguments
    process.standardOutput = pipe
    process.standardError = pipe
    do {
      try process.run()
    } catch {
      return (-1, "\(error)")
    }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// Runs it on bytes in a file of their own.
  package func judge(
    _ bytes: [UInt8],
    _ before: [String] = [],
    after: [String] = []
  ) throws -> (status: Int32, output: String) {
    try Self.withFolder { folder in
      let file = folder + "/judged.pdf"
      try Data(bytes).write(to: URL(filePath: file))
      return run(before + [file] + after)
    }
  }

  /// Lends a folder that is gone afterwards.
  package static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.path() + "/kanyin-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }
}
