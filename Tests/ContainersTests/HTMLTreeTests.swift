import Containers
import Testing

/// A tree as one line: `p(b(甲)|乙)`, comments as `!`.
private func drawn(_ text: String) -> String {
  let tree = HTMLTree.read(Array(text.utf8))
  func draw(_ nodes: [Int]) -> String {
    nodes.map { node in
      switch tree.nodes[node].kind {
      case .element(let name):
        let inside = draw(tree.children(of: node))
        return inside.isEmpty ? name : "\(name)(\(inside))"
      case .comment: return "!"
      case .text, .literal:
        var text = String.UnicodeScalarView()
        tree.forEachScalar(of: node) { scalar, _ in text.append(scalar) }
        return String(text)
      }
    }.joined(separator: "|")
  }
  return draw(tree.nodes.indices.filter { tree.nodes[$0].parent == nil })
}

struct TreeCase: Sendable, CustomTestStringConvertible {
  let given: String
  let tree: String

  init(_ given: String, _ tree: String) {
    self.given = given
    self.tree = tree
  }

  var testDescription: String { given }
}

private let trees: [TreeCase] = [
  .init("<p>甲<b>乙</b></p>", "p(甲|b(乙))"),
  .init("<P CLASS=a>甲<P>乙", "p(甲)|p(乙)"),
  .init("<ul><li>甲<li>乙<ul><li>丙</ul></ul>", "ul(li(甲)|li(乙|ul(li(丙))))"),
  .init("<dl><dt>甲<dd>乙<dt>丙</dl>", "dl(dt(甲)|dd(乙)|dt(丙))"),
  .init(
    "<table><tr><td>甲<td>乙<tr><td>丙</table>丁",
    "table(tr(td(甲)|td(乙))|tr(td(丙)))|丁"
  ),
  .init("<td>甲</div>乙</td>", "td(甲|乙)"),
  .init("<p>甲<br/>乙<img src=a>丙</br>丁", "p(甲|br|乙|img|丙|br|丁)"),
  .init("<p>甲<div>乙</div>丙</p>", "p(甲)|div(乙)|丙"),
  .init("<script>a<b && '</p>'</script>甲", "script(a<b && '</p>')|甲"),
  .init("<SCRIPT>a</scripts></Script >甲", "script(a</scripts>)|甲"),
  .init("<title>甲&amp;<b></title>", "title(甲&<b>)"),
  .init("<!-- <p> --><!DOCTYPE html><?php a ?>甲<![if x]>乙", "!|!|!|甲|!|乙"),
  .init("<!-->甲", "!|甲"),
  .init("甲<乙 5<6 <", "甲<乙 5<6 <"),
  .init("<o:p/><o:p></o:p>甲", "o:p|o:p|甲"),
  .init("<a href='x>y'>甲</a>", "a(甲)"),
  .init("甲<a href=\"乙", "甲|<a href=\"乙"),
  .init("甲<a", "甲|<a"),
  .init("</b>甲</>乙", "甲</>乙"),
  .init("&lt;&#60;&#x3C;&nbsp;&copy 2&bogus;&amp", "<<<\u{A0}© 2&bogus;&"),
  .init("&#0;&#x110000;&#150;&#;&#x;", "\u{FFFD}\u{FFFD}–&#;&#x;"),
]

@Suite struct HTMLTreeTests {
  @Test(arguments: trees) func nestsElementsAsBrowsersDo(_ one: TreeCase) {
    #expect(drawn(one.given) == one.tree)
  }

  @Test func everyByteOfATextIsWhereItSays() {
    let bytes = Array("<p title='甲&amp;'>乙&#20057;丙</p>".utf8)
    let tree = HTMLTree.read(bytes)
    var found: [String] = []
    for node in tree.nodes.indices {
      tree.forEachScalar(of: node) { scalar, range in
        found.append("\(scalar)=" + String(decoding: bytes[range], as: UTF8.self))
      }
    }
    #expect(found == ["乙=乙", "乙=&#20057;", "丙=丙"])
    #expect(tree.value("title", of: 0) == "甲&")
  }

  @Test func theNodesOfAnElementAreOneRange() {
    let tree = HTMLTree.read(Array("<div><p>甲</p><p>乙</p></div>丙".utf8))
    #expect(tree.nodes.map(\.end) == [5, 3, 3, 5, 5, 6])
    #expect(tree.children(of: 0) == [1, 3])
  }

  @Test func whatIsNestedTooDeepIsKeptButNotDeeper() {
    let text =
      String(repeating: "<div>", count: 10_000) + "甲" + String(repeating: "</div>", count: 10_000)
      + "乙"
    let tree = HTMLTree.read(Array(text.utf8))
    var deepest = 0
    for node in tree.nodes.indices {
      var depth = 0
      var next = tree.nodes[node].parent
      while let parent = next {
        depth += 1
        next = tree.nodes[parent].parent
      }
      deepest = max(deepest, depth)
    }
    #expect(deepest == HTMLTree.deepest)
    #expect(tree.nodes.last?.parent == nil)
    #expect(tree.nodes.count { $0.isText } == 2)
  }
}
