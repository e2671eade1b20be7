import Diagnostics
import Foundation
import Jobs
import Testing

@Suite("Delivery of files")
struct DeliveryTests {
  @Test("files arrive whole and nothing else stays in the folder")
  func writesWhole() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.pdf", "old")
    let delivery = Delivery(temporaryFiles: TemporaryFiles())
    try delivery.deliver([
      .init(path: folder.path("a.pdf"), bytes: Array("new".utf8)),
      .init(path: folder.path("b.pdf"), bytes: []),
    ])
    #expect(try folder.read("a.pdf") == "new")
    #expect(folder.names == ["a.pdf", "b.pdf"])
  }

  @Test("when one file cannot be written the others are left as they were")
  func leavesNothingBehind() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.pdf", "old")
    let delivery = Delivery(temporaryFiles: TemporaryFiles())
    #expect(throws: MachineFailure.self) {
      try delivery.deliver([
        .init(path: folder.path("a.pdf"), bytes: Array("new".utf8)),
        .init(path: folder.path("nowhere/b.pdf"), bytes: [1]),
      ])
    }
    #expect(try folder.read("a.pdf") == "old")
    #expect(folder.names == ["a.pdf"])
  }

  @Test("a folder is not replaced by a file")
  func refusesFolders() throws {
    let folder = try TemporaryFolder()
    let delivery = Delivery(temporaryFiles: TemporaryFiles())
    let failure = #expect(throws: MachineFailure.self) {
      try delivery.deliver([.init(path: folder.path(""), bytes: [1])])
    }
    #expect(failure?.finding.message(in: .english).hasSuffix("it is a folder, not a file") == true)
    #expect(folder.names == [])
  }

  @Test("a link keeps leading to its file, and a file keeps its permissions")
  func keepsLinksAndPermissions() throws {
    let folder = try TemporaryFolder()
    try folder.write("real.pdf", "old")
    chmod(folder.path("real.pdf"), 0o640)
    symlink("real.pdf", folder.path("link.pdf"))
    try Delivery(temporaryFiles: TemporaryFiles())
      .deliver([.init(path: folder.path("link.pdf"), bytes: Array("new".utf8))])
    #expect(try folder.read("real.pdf") == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link.pdf"))
        == "real.pdf"
    )
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("real.pdf"))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test("a device is written into, never replaced")
  func writesIntoDevices() throws {
    try Delivery(temporaryFiles: TemporaryFiles()).deliver([.init(path: "/dev/null", bytes: [1])])
    let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/null")
    #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test(
    "what cannot be read is said with its reason",
    arguments: [
      ("no/such/file", "没有这个文件或文件夹"),
      ("/", "这是文件夹，不是文件"),
    ]
  )
  func unreadable(path: String, reason: String) {
    let failure = #expect(throws: MachineFailure.self) { try FileReading.bytes(of: path) }
    #expect(failure?.finding.message(in: .chinese) == "不能读取“\(path)”：\(reason)")
  }

  @Test(
    "names are taken apart",
    arguments: [
      ("reports/a.b.txt", "a.b", "txt"), ("plain", "plain", ""), (".hidden", ".hidden", ""),
      ("x/报告.TXT", "报告", "txt"),
    ]
  )
  func names(path: String, stem: String, ending: String) {
    #expect(FilePath.stem(path) == stem)
    #expect(FilePath.pathExtension(path) == ending)
  }
}

@Suite("Console")
struct ConsoleTests {
  struct Case: Sendable {
    let asked: Console.Language?
    let environment: [String: String]
    let language: MessageLanguage
  }

  @Test(
    "the language of messages is asked for, or that of the locale",
    arguments: [
      Case(asked: .en, environment: ["LANG": "zh_CN.UTF-8"], language: .english),
      Case(asked: nil, environment: ["LANG": "zh_CN.UTF-8"], language: .chinese),
      Case(asked: nil, environment: ["LC_ALL": "C", "LANG": "zh_CN"], language: .english),
      Case(asked: nil, environment: ["LC_ALL": "", "LC_MESSAGES": "zh_TW"], language: .chinese),
      Case(asked: nil, environment: [:], language: .english),
      Case(asked: .zh, environment: [:], language: .chinese),
    ]
  )
  func language(test: Case) {
    #expect(Console.language(asked: test.asked, environment: test.environment) == test.language)
  }
}
