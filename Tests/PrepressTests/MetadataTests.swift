import Testing

@testable import Prepress

@Suite("Text of the XMP packet")
struct MetadataTests {
  @Test(arguments: [
    ("a<b>&c", "a&lt;b&gt;&amp;c"), ("一\n二\t三\r", "一&#10;二&#9;三&#13;"),
    ("a\u{0}b\u{8}\u{1B}c\u{FFFE}", "a\u{FFFD}b\u{FFFD}\u{FFFD}c\u{FFFD}"), ("𠮷", "𠮷"),
  ])
  func isWhatXMLCanCarry(text: String, expected: String) {
    #expect(Metadata.escaped(text) == expected)
  }
}
