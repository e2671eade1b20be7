import Diagnostics
import Reports
import TestSupport
import Testing

/// The first bytes of a file, in hexadecimal digits with spaces or as text, and what it is.
private let starts: [(bytes: [UInt8], format: PictureFormat?)] = [
  ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], .png),
  ([0x89, 0x50, 0x4E, 0x47, 0x0A, 0x1A, 0x0A], nil),
  ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
  ([0xFF, 0xD8], nil),
  (Array("GIF89a".utf8), .gif),
  (Array("GIF88a".utf8), nil),
  ([0x49, 0x49, 0x2A, 0x00, 8], .tiff),
  ([0x4D, 0x4D, 0x00, 0x2A, 8], .tiff),
  (Array("BM".utf8) + [70, 0, 0, 0, 0, 0, 0, 0, 54], .bmp),
  (Array("BM is no picture".utf8), nil),
  (Array("RIFF\u{1}\u{2}\u{3}\u{4}WEBPVP8 ".utf8), .webp),
  (Array("RIFF\u{1}\u{2}\u{3}\u{4}WAVEfmt ".utf8), nil),
  ([1, 0, 0, 0] + Array(repeating: 7, count: 36) + Array(" EMF".utf8), .emf),
  ([0xD7, 0xCD, 0xC6, 0x9A, 0, 0], .wmf),
  ([1, 0, 9, 0, 0, 3], .wmf),
  (Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8), .svg),
  (Array("\u{FEFF} <?xml version='1.0'?>\n<!-- x --><svg/>".utf8), .svg),
  (Array("<html><svg/></html>".utf8), nil),
  ([], nil),
]

/// Kinds of paragraphs below one another, `I` a picture, `B` one beside the picture before it, `C` a caption of one, `T` one of a table, `P`
/// text; and for each picture where its caption stands.
private let captions: [(paragraphs: String, pairs: [Int: Int])] = [
  ("IC", [0: 1]), ("CI", [1: 0]), ("PICP", [1: 2]), ("ICIC", [0: 1, 2: 3]),
  ("CICI", [1: 0, 3: 2]), ("CIC", [1: 2]), ("IBC", [0: 2, 1: 2]), ("CIB", [1: 0, 2: 0]),
  ("IIC", [1: 2]), ("CII", [1: 0]), ("IIBC", [1: 3, 2: 3]),
  ("IPC", [:]), ("IT", [:]), ("TI", [:]), ("ICPCI", [0: 1, 4: 3]), ("ICCI", [0: 1]), ("P", [:]),
]

@Suite struct PictureTests {
  @Test(arguments: starts) func isToldByItsBytes(_ bytes: [UInt8], _ format: PictureFormat?) {
    #expect(PictureFormat(start: bytes) == format)
  }

  @Test(arguments: captions) func hasItsCaption(_ paragraphs: String, _ pairs: [Int: Int]) {
    let place = Span(file: SourceFile.ID(index: 0), start: 0, end: 1)
    var report = Report(name: "r")
    let section = Report.Section(
      level: 0,
      paragraphs: paragraphs.enumerated().map { index, letter in
        var picture = Report.Picture(file: place.file, place: .missing)
        picture.isBesideLast = letter == "B"
        report.pictures.append(picture)
        return switch letter {
        case "I", "B":
          .init(kind: .image, text: SourcedText("a.png", span: place), picture: index)
        case "C": .init(kind: .caption, text: SourcedText("图1　现场", span: place))
        case "T": .init(kind: .caption, text: SourcedText("表1　进度", span: place))
        default: .init(text: SourcedText("正文。", span: place))
        }
      }
    )
    #expect(report.pictureCaptions(in: section) == pairs)
  }

  @Test(arguments: [
    "图1　现场", "圖1 現場", "图一现场", "（图3）现场", "Figure 2. A view", "▲志愿者在巡河", "图为修好的路。", "附图1 路线",
  ])
  func aLineBelowIsItsCaption(_ line: String) throws {
    let reading = try Reading(
      Array("# 某县工作简报\n\n本月工作全面完成，成效明显。\n\n![](a.png)\n\n\(line)\n\n第二段也写完了。\n".utf8),
      named: "示例.md"
    )
    let paragraphs = try #require(reading.report?.sections.first?.paragraphs)
    #expect(paragraphs.map(\.kind) == [.paragraph, .image, .caption, .paragraph])
  }

  @Test(arguments: ["图1显示，工业增长较快。", "一是修路。", "表1 进度", "本月工作全面完成。"])
  func otherLinesBelowAreNot(_ line: String) throws {
    let reading = try Reading(
      Array("# 某县工作简报\n\n本月工作全面完成，成效明显。\n\n![](a.png)\n\n\(line)\n\n第二段也写完了。\n".utf8),
      named: "示例.md"
    )
    let report = try #require(reading.report)
    #expect(report.pictureCaptions(in: report.sections[0]).isEmpty)
  }

  @Test(arguments: [
    ("a.png", ["a.png"]), ("./图/a.png", ["图/a.png"]), ("图\\\\a.png", ["图/a.png"]),
    ("%E5%9B%BE.png?x", ["%E5%9B%BE.png?x", "图.png?x", "%E5%9B%BE.png", "图.png"]),
    ("b/../a.png", ["a.png"]), ("b/../../a.png", []), ("%2e%2e/a.png", []), ("/a.png", []),
    ("file:///a.png", []), ("C:/a.png", []), ("http://a.invalid/a.png", []), ("//a/b.png", []),
    ("..%5ca.png", []), ("a%00.png", []),
  ])
  func onlyPathsInsideTheFolderAreKept(_ address: String, _ paths: [String]) throws {
    let text = "# 标题\n\n本月工作全面完成。\n\n![](<\(address)>)\n"
    let report = try #require(try Reading(Array(text.utf8), named: "示例.md").report)
    let place = try #require(report.pictures.first).place
    #expect(place == (paths.isEmpty ? .elsewhere : .beside(paths)))
  }

  @Test func aMemberThatLiesAboutItsSizeIsNotUnpacked() throws {
    let names = """
      xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
      xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
      """
    let body = """
      <w:p><w:r><w:t>本月工作全面完成。</w:t></w:r></w:p><w:p><w:r><w:drawing><a:blip r:embed="r1"/></w:drawing></w:r></w:p>
      """
    var archive = HandmadeArchive([
      ("word/document.xml", "<w:document \(names)><w:body>\(body)</w:body></w:document>"),
      (
        "word/_rels/document.xml.rels",
        "<Relationships><Relationship Id=\"r1\" Target=\"media/1.png\"/></Relationships>"
      ),
    ])
    archive.add("word/media/1.png", [1, 2, 3], declaring: 100 << 20)
    let reading = try Reading(archive.finished(), named: "a.docx")
    #expect(reading.report?.pictures.count == 1)
    #expect(reading.has(.pictureTooLarge))
  }
}
