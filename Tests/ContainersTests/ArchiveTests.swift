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
