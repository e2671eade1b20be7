import Containers
import Testing
import TestSupport

@Suite struct ArchiveTests {
  private func fault(_ bytes: [UInt8], member: String = "a") -> ContainerFault? {
    do throws(ContainerFault) {
      _ = try Archive(bytes).member(member)
      return nil
    } catch {
      return error
    }
  }

  @Test func givesMembersByName() throws {
    let archive = try Archive(HandmadeArchive([("a", "甲"), ("b/c", "")]).finished())
    #expect(archive.names == ["a", "b/c"])
    #expect(try archive.member("a") == Array("甲".utf8))
    #expect(try archive.member("b/c") == [])
    #expect(try archive.member("d") == nil)
  }

  @Test func givesTheStartOfAMemberAndItsSize() throws {
    let archive = try Archive(HandmadeArchive([("a", "一二三"), ("b", "四")]).finished())
    #expect(try archive.start(of: "a", count: 3) == Array("一".utf8))
    #expect(try archive.start(of: "b", count: 100) == Array("四".utf8))
    #expect(try archive.start(of: "c", count: 3) == nil)
    #expect((archive.size(of: "a"), archive.size(of: "c")) == (9, nil))
    // The start of one member leaves the others as they are.
    #expect(try archive.member("a") == Array("一二三".utf8))
  }

  @Test func severalArchivesAreOpenAtOnce() throws {
    let first = try Archive(HandmadeArchive([("a", "甲")]).finished())
    let second = try Archive(HandmadeArchive([("a", "乙")]).finished())
    #expect(try first.member("a") == Array("甲".utf8))
    #expect(try second.member("a") == Array("乙".utf8))
    #expect(try first.member("a") == Array("甲".utf8))
  }

  @Test func noMoreIsUnpackedThanWasAllowed() throws {
    let bytes = HandmadeArchive([("a", "一二三"), ("b", "四五六")]).finished()
    let archive = try Archive(bytes, mostContent: 12)
    #expect(try archive.member("a") != nil)
    #expect(throws: ContainerFault.tooLarge(limit: Archive.largestMember >> 20)) {
      try archive.member("b")
    }
  }

  @Test func whatIsNoArchiveIsRefused() {
    let whole = HandmadeArchive([("a", "甲乙丙丁")]).finished()
    #expect(fault([]) == .damagedArchive)
    #expect(fault(Array("PK\u{3}\u{4}".utf8)) == .damagedArchive)
    for length in 1..<whole.count {
      #expect(fault(Array(whole.prefix(length))) != nil, "cut off after \(length) bytes")
    }
  }

  @Test func aDamagedMemberIsRefused() throws {
    var bytes = HandmadeArchive([("a", "甲乙丙丁")]).finished()
    bytes[31] ^= 0xFF
    #expect(fault(bytes) == .damagedMember("a"))
  }

  @Test func aMemberThatGrowsOutOfProportionIsRefused() {
    var archive = HandmadeArchive()
    archive.add("a", [1, 2, 3], declaring: 100 << 20)
    #expect(fault(archive.finished()) == .bomb(member: "a"))
  }

  @Test func moreThanAnyDocumentHoldsIsRefused() {
    var archive = HandmadeArchive()
    archive.add("a", [1, 2, 3], declaring: 1 << 30)
    #expect(fault(archive.finished()) == .tooLarge(limit: Archive.largestMember >> 20))
  }

  @Test func anEncryptedMemberIsRefused() {
    var archive = HandmadeArchive()
    archive.add("a", Array(repeating: 7, count: 40), isEncrypted: true)
    #expect(fault(archive.finished()) == .encrypted)
  }
}
