import Containers
import Testing

private func fault(_ text: String) -> ContainerFault? {
  do throws(ContainerFault) {
    _ = try XMLTree.read(Array(text.utf8))
    return nil
  } catch {
    return error
  }
}

@Suite struct XMLTreeTests {
  @Test func textsKnowTheirBytes() throws {
    let text =
      "<?xml version=\"1.0\"?><a><b x='1&amp;2'>甲&lt;<![CDATA[<乙>&]]></b><!-- 注 --><c/></a>"
    let tree = try XMLTree.read(Array(text.utf8))
    var found: [String] = []
    for node in tree.nodes.indices {
      tree.forEachScalar(of: node) { scalar, range in
        found.append("\(scalar)=" + String(decoding: tree.bytes[range], as: UTF8.self))
      }
    }
    #expect(found == ["甲=甲", "<=&lt;", "<=<", "乙=乙", ">=>", "&=&"])
    let b = try #require(tree.nodes.indices.first { tree.nodes[$0].name == "b" })
    #expect(tree.value("x", of: b) == "1&2")
  }

  @Test func namesAreInSmallAndCapitalLettersAsWritten() throws {
    let tree = try XMLTree.read(Array("<a><tblPr/><script>x</script></a>".utf8))
    #expect(tree.nodes.map(\.name) == ["a", "tblPr", "script", ""])
  }

  @Test func namespacesHaveThePrefixesWanted() throws {
    let text = "<n:p xmlns:n='urn:w' xmlns='urn:x' n:id='1' id='2'><q/><n:r/></n:p>"
    let tree = try XMLTree.read(Array(text.utf8), prefixes: ["urn:w": "w", "urn:x": ""])
    #expect(tree.nodes.map(\.name) == ["w:p", "q", "w:r"])
    #expect(tree.value("w:id", of: 0) == "1")
    #expect(tree.value("id", of: 0) == "2")
  }

  @Test(arguments: [
    "", "<a>", "<a></b>", "<a>&nbsp;</a>", "<a b=c/>", "<a/><b/>", "<a>\u{1}</a>", "文字",
  ])
  func whatIsNotWellFormedIsRefused(_ text: String) {
    guard case .malformed = fault(text) else {
      Issue.record("\(text) was read")
      return
    }
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>",
    "<!DOCTYPE a SYSTEM 'http://example.invalid/a.dtd'><a/>",
    "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
  ])
  func aDocumentTypeIsRefusedBeforeItIsRead(_ text: String) {
    guard case .declaresType = fault(text) else {
      Issue.record("the declaration was read")
      return
    }
  }

  @Test func whatIsNestedTooDeepIsRefused() {
    let text = String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000)
    guard case .tooDeep = fault(text) else {
      Issue.record("the nesting was read")
      return
    }
  }
}
