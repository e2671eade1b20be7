import Diagnostics
import Testing

extension SourcedTextTests {
  /// 設(shè)施,好 in UTF-8, cleaned to 設施，好: the comma became three bytes, the pinyin went.
  @Test(
    "a byte of the file leads to the character read there, or to the next that was kept",
    arguments: [
      (10, 0), (12, 0), (13, 1), (17, 1), (18, 1), (20, 1), (21, 2), (22, 3), (24, 3), (25, nil),
    ]
  )
  func offsets(byte: UInt32, offset: Int?) {
    var files = SourceFiles()
    let file = files.add(name: "r.txt", bytes: []).id
    let other = files.add(name: "other.txt", bytes: []).id
    func span(_ range: Range<Int>) -> Span {
      Span(file: file, start: range.lowerBound, end: range.upperBound)
    }
    var text = SourcedText("設", span: span(10..<13))
    text.append("施", span: span(18..<21))
    text.append("，", span: span(21..<22))
    text.append("好", span: span(22..<25))
    #expect(text.offset(of: byte, in: file) == offset)
    #expect(text.offset(of: byte, in: other) == nil)
  }
}
