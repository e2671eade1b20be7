import Foundation
import Testing

/// The direction rule, held by comparing what the manifest allows with what the sources import: the
/// compiler's own check lets transitive imports pass.
@Suite("The house")
struct HouseTests {
  @Test("each module imports what its row names, and nothing else")
  func importsEqualRows() throws {
    let manifest = try Manifest.read()
    for module in manifest.modules {
      let imports = try SourceImports.modules(of: module.folder)
      let row = Set(module.row)
      #expect(imports.subtracting(row).sorted() == [], "\(module.name) imports what its row lacks")
      #expect(
        row.subtracting(imports).sorted() == [],
        "\(module.name)'s row names what it never imports"
      )
    }
  }

  @Test("each test target imports only what its row names")
  func testImportsStandInRows() throws {
    for module in try Manifest.read().tests {
      let imports = try SourceImports.modules(of: module.folder)
      #expect(imports.subtracting(module.row).sorted() == [], "\(module.name)'s row lacks imports")
    }
  }

  @Test("a module imports only modules above it in the manifest")
  func directionIsDown() throws {
    var above: Set<String> = []
    let manifest = try Manifest.read()
    let names = Set(manifest.modules.map(\.name))
    for module in manifest.modules {
      let below = module.row.filter { names.contains($0) && !above.contains($0) }
      #expect(below == [], "\(module.name) looks down")
      above.insert(module.name)
    }
  }

  @Test("each C library is seen by one module")
  func librariesHaveOneOwner() throws {
    let rows = try Manifest.read().modules.map(\.row)
    let libraries = Set(
      rows.joined().filter { $0.hasPrefix("C") && $0.dropFirst().first?.isUppercase == true }
    )
    #expect(libraries.count > 4)
    for library in libraries.sorted() where library != "Collections" {
      #expect(
        rows.count { $0.contains(library) } == 1,
        "\(library) is seen by more than one module"
      )
    }
  }

  @Test("Architecture.md lists the modules of the manifest, in its order")
  func architectureIsCurrent() throws {
    let text = try Repository.text("Documentation/Architecture.md")
    let kinds: Set<Substring> = ["foundation", "table", "door", "application", "executable"]
    let listed = text.split(separator: "\n").compactMap { line -> String? in
      let cells = line.split(separator: "|").map { $0.trimmingPrefix(" ").prefix { $0 != " " } }
      guard line.hasPrefix("| `"), cells.count > 1, kinds.contains(cells[1]) else { return nil }
      return String(cells[0].filter { $0 != "`" })
    }
    #expect(listed == (try Manifest.read().modules.map(\.name)))
  }

  @Test("each module has its page")
  func modulesHavePages() throws {
    for module in try Manifest.read().modules where module.name != "kanyin" {
      let page = "Sources/\(module.name)/\(module.name).docc/\(module.name).md"
      #expect(Repository.exists(page), "\(page) is missing")
    }
  }
}

/// The checkout that the tests were built from.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func path(_ name: String) -> String { root.appendingPathComponent(name).path }

  static func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  static func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appendingPathComponent(name)), as: UTF8.self)
  }
}

/// The rows of Package.swift, read as text: asking SwiftPM takes longer than all the tests.
struct Manifest {
  struct Module {
    let name: String
    let folder: String
    let row: [String]
  }

  let modules: [Module]
  let tests: [Module]

  static func read() throws -> Manifest {
    let text = try Repository.text("Package.swift")
    let products = try productNames(in: text)
    let row = { (list: Substring) in names(in: list, products: products) }
    let modules = text.matches(of: moduleEntry).map { match in
      Module(name: String(match.1), folder: "Sources/\(match.1)", row: row(match.2))
    }
    let tests = text.matches(of: testsEntry).map { match in
      Module(
        name: "\(match.1)Tests",
        folder: "Tests/\(match.1)Tests",
        row: [String(match.1), "TestSupport"] + (match.2.map(row) ?? [])
      )
    }
    try #require(
      modules.count > 15 && tests.count > 10,
      "the manifest is not read as it is written"
    )
    return Manifest(modules: modules, tests: tests)
  }

  /// `module("X", [row])`, and the program, which is an executable.
  private static var moduleEntry: Regex<(Substring, Substring, Substring)> {
    #/(?:module|executableTarget)\(\s*(?:name: )?"(\w+)",\s*(?:dependencies: )?\[([^\]]*)\]/#
  }

  /// `tests(of: "X", and: [row])`.
  private static var testsEntry: Regex<(Substring, Substring, Substring?)> {
    #/tests\(\s*of: "(\w+)"(?:,\s*and: \[([^\]]*)\])?/#
  }

  /// `let grdb = Target.Dependency.product(name: "GRDB", …)`: the name in rows, the name in imports.
  private static func productNames(in text: String) throws -> [String: String] {
    let matches = text.matches(of: #/let (\w+) = Target\.Dependency\.product\(\s*name: "(\w+)"/#)
    return Dictionary(uniqueKeysWithValues: matches.map { (String($0.1), String($0.2)) })
  }

  private static func names(in list: Substring, products: [String: String]) -> [String] {
    list.split(separator: ",").compactMap { entry in
      let word = entry.trimmingCharacters(in: .whitespacesAndNewlines)
      if word.isEmpty { return nil }
      return word.hasPrefix("\"") ? String(word.dropFirst().dropLast()) : products[word] ?? word
    }
  }
}

/// What the sources of a folder import, but for what comes with the toolchain.
enum SourceImports {
  private static let toolchain: Set<String> = [
    "Foundation", "FoundationEssentials", "Glibc", "Synchronization", "Testing", "Swift",
    "Dispatch",
  ]

  static func modules(of folder: String) throws -> Set<String> {
    var found: Set<String> = []
    let paths = try FileManager.default.subpathsOfDirectory(atPath: Repository.path(folder))
    for path in paths where path.hasSuffix(".swift") {
      for line in try Repository.text("\(folder)/\(path)").split(separator: "\n") {
        if let name = module(of: line) { found.insert(name) }
      }
    }
    return found.subtracting(toolchain)
  }

  /// The module of an import line: `package import Diagnostics`, `@preconcurrency import func X.f`.
  private static func module(of line: Substring) -> String? {
    guard line.hasPrefix("import ") || line.contains(" import ") else { return nil }
    var words = line.split(separator: " ")[...]
    let before: Set<Substring> = ["package", "public", "internal", "private", "fileprivate"]
    while let word = words.first, word.hasPrefix("@") || before.contains(word) {
      words.removeFirst()
    }
    guard words.first == "import" else { return nil }
    let kinds: Set<Substring> = [
      "struct", "class", "enum", "protocol", "typealias", "func", "var", "let",
    ]
    let name = words.dropFirst().first { !kinds.contains($0) }
    return name?.split(separator: ".").first.map { String($0) }
  }
}
