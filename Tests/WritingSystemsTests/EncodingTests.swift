import Diagnostics
import Testing
import WritingSystems

/// Bytes written as hexadecimal digits.
private func bytes(_ hex: String) -> [UInt8] {
  let digits = hex.compactMap(\.hexDigitValue)
  return stride(from: 0, to: digits.count - 1, by: 2).map {
    UInt8(digits[$0] << 4 | digits[$0 + 1])
  }
}

private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
  text.utf16.flatMap { unit in
    let pair = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
    return bigEndian ? pair.reversed() : pair
  }
}

private func utf32(_ text: String, bigEndian: Bool) -> [UInt8] {
  text.unicodeScalars.flatMap { scalar in
    let four = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> UInt32(8 * $0)) }
    return bigEndian ? four.reversed() : four
  }
}

private let simplified = "本月新建党支部二十六个，覆盖率提升至82.43%。各乡镇、街道按时报送材料，数量居全市首位。"
private let traditional = "本月新建黨支部二十六個，覆蓋率提升至82.43%。各鄉鎮、街道按時報送材料，數量居全市首位。"

private let gbk = bytes(
  "b1bed4c2d0c2bda8b5b3d6a7b2bfb6fecaaec1f9b8f6a3acb8b2b8c7c2cacce1c9fdd6c138322e343325a1a3"
    + "b8f7cfe7d5f2a1a2bdd6b5c0b0b4cab1b1a8cbcdb2c4c1cfa3accafdc1bfbed3c8abcad0cad7cebba1a3"
)
private let big5 = bytes(
  "a5bba4ebb773abd8c4d2a4e4b3a1a447a451a4bbadd3a141c2d0bb5cb276b4a3a4c9a6dc38322e343325a143"
    + "a655b66dc2eda142b5f3b944abf6aec9b3f8b065a7f7aec6a141bcc6b671a97ea5fea5abadbaa6eca143"
)

/// Decodes a file as a door would, and gives what came of it.
private func decode(
  _ bytes: [UInt8],
  named name: String? = nil
) -> (decoded: DecodedText?, file: SourceFile, findings: Findings) {
  var files = SourceFiles()
  var findings = Findings()
  let id = files.add(name: "报告.txt", bytes: bytes).id
  let decoded = TextDecoder(encoding: name).decode(id, in: &files, findings: &findings)
  return (decoded, files[id], findings)
}

struct EncodingCase: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let encoding: TextEncoding
  let text: String

  var testDescription: String { name }
}

private let cases: [EncodingCase] = [
  EncodingCase(name: "ASCII", bytes: Array("a,b\n".utf8), encoding: .utf8, text: "a,b\n"),
  EncodingCase(name: "UTF-8", bytes: Array(simplified.utf8), encoding: .utf8, text: simplified),
  EncodingCase(
    name: "UTF-8 with mark",
    bytes: [0xEF, 0xBB, 0xBF] + Array(simplified.utf8),
    encoding: .utf8,
    text: "\u{FEFF}" + simplified
  ),
  EncodingCase(name: "GBK", bytes: gbk, encoding: .gb18030, text: simplified),
  EncodingCase(name: "Big5", bytes: big5, encoding: .big5, text: traditional),
  EncodingCase(
    name: "UTF-16LE with mark",
    bytes: utf16("\u{FEFF}" + simplified, bigEndian: false),
    encoding: .utf16LE,
    text: "\u{FEFF}" + simplified
  ),
  EncodingCase(
    name: "UTF-16BE with mark",
    bytes: utf16("\u{FEFF}𠮷", bigEndian: true),
    encoding: .utf16BE,
    text: "\u{FEFF}𠮷"
  ),
  EncodingCase(
    name: "UTF-16LE without mark",
    bytes: utf16(simplified, bigEndian: false),
    encoding: .utf16LE,
    text: simplified
  ),
  EncodingCase(
    name: "UTF-16BE without mark",
    bytes: utf16(traditional, bigEndian: true),
    encoding: .utf16BE,
    text: traditional
  ),
  EncodingCase(
    name: "UTF-32LE with mark",
    bytes: utf32("\u{FEFF}" + simplified, bigEndian: false),
    encoding: .utf32LE,
    text: "\u{FEFF}" + simplified
  ),
  EncodingCase(
    name: "UTF-32BE without mark",
    bytes: utf32(simplified, bigEndian: true),
    encoding: .utf32BE,
    text: simplified
  ),
  EncodingCase(name: "nothing", bytes: [], encoding: .utf8, text: ""),
  EncodingCase(
    name: "GBK below a long head of ASCII",
    bytes: [UInt8](repeating: 0x2D, count: 6000) + gbk,
    encoding: .gb18030,
    text: String(repeating: "-", count: 6000) + simplified
  ),
  EncodingCase(
    name: "a traditional title in GBK",
    bytes: bytes("bf68fc68bda8b9a4d7f7ba8688f3"),
    encoding: .gb18030,
    text: "縣黨建工作簡報"
  ),
  EncodingCase(
    name: "Hong Kong's characters",
    bytes: big5 + bytes("9df79def"),
    encoding: .big5HKSCS,
    text: traditional + "咗嘅"
  ),
]

@Suite struct EncodingDetectionTests {
  @Test(arguments: cases) func findsTheEncodingOf(_ one: EncodingCase) throws {
    let (decoded, file, findings) = decode(one.bytes)
    #expect(try #require(decoded).encoding == one.encoding)
    #expect(String(decoding: file.text, as: UTF8.self) == one.text)
    #expect(!findings.list.contains { $0.severity > .note })
  }

  @Test func findsUTF16ThatIsCutOff() throws {
    let (decoded, file, findings) = decode(utf16(simplified, bigEndian: false) + [0x2C])
    #expect(try #require(decoded).encoding == .utf16LE)
    #expect(String(decoding: file.text, as: UTF8.self) == simplified + "\u{FFFD}")
    #expect(findings.list.contains { $0.code == .malformedBytes })
  }

  @Test func saysWhichEncodingItGuessed() {
    #expect(decode(gbk).findings.list.map(\.code) == [.encodingDetected])
    #expect(decode(Array(simplified.utf8)).findings.list.isEmpty)
  }

  @Test func takesUTF8WithAFewWrongBytesForUTF8() throws {
    let damaged = Array(simplified.utf8) + [0xFF] + Array(simplified.utf8)
    let (decoded, file, findings) = decode(damaged)
    #expect(try #require(decoded).encoding == .utf8)
    #expect(String(decoding: file.text, as: UTF8.self) == simplified + "\u{FFFD}" + simplified)
    #expect(findings.list.last?.code == .malformedBytes)
    let place = simplified.utf8.count
    #expect(findings.list.last?.span == Span(file: file.id, start: place, end: place + 1))
  }

  @Test func aNamedEncodingWins() throws {
    let (decoded, file, findings) = decode(gbk, named: "gb2312")
    #expect(try #require(decoded).evidence == .named)
    #expect(String(decoding: file.text, as: UTF8.self) == simplified)
    #expect(findings.list.isEmpty)
  }

  @Test func namingTheWrongEncodingLosesNoByte() throws {
    let (decoded, file, findings) = decode(gbk + [0xFF, 0xFF], named: "Big5")
    let transcoding = try #require(file.transcoding)
    #expect(try #require(decoded).encoding == .gb18030)
    #expect(transcoding.text.count + 1 == transcoding.offsets.count)
    #expect(transcoding.offsets.last == UInt32(gbk.count + 2))
    #expect(findings.list.map(\.code).contains(.malformedBytes))
  }

  @Test(arguments: ["UTF-8", "Big5", "UTF-16"]) func theBytesWinAgainstAWrongName(_ name: String)
    throws
  {
    let (decoded, file, findings) = decode(gbk, named: name)
    #expect(try #require(decoded).encoding == .gb18030)
    #expect(String(decoding: file.text, as: UTF8.self) == simplified)
    #expect(findings.list.map(\.code).first == .contradictedEncoding)
  }

  @Test func aMarkWinsAgainstAName() throws {
    let (decoded, _, findings) = decode(
      utf16("\u{FEFF}" + simplified, bigEndian: true),
      named: "GBK"
    )
    #expect(try #require(decoded).encoding == .utf16BE)
    #expect(findings.list.map(\.code) == [.contradictedEncoding])
  }

  @Test(arguments: [("GBK", gbk, 0), ("gb2312", Array(simplified.utf8), 1), ("x-unknown", gbk, 0)])
  func whatAFileDeclaresIsBelievedUnlessTheBytesDiffer(
    _ declared: String,
    _ given: [UInt8],
    _ contradictions: Int
  ) throws {
    var files = SourceFiles()
    var findings = Findings()
    let id = files.add(name: "a.html", bytes: given).id
    _ = TextDecoder(declared: declared).decode(id, in: &files, findings: &findings)
    #expect(String(decoding: files[id].text, as: UTF8.self) == simplified)
    #expect(findings.list.count { $0.code == .contradictedEncoding } == contradictions)
  }

  @Test func anUnknownNameIsAnErrorWithTheChoices() {
    let (decoded, _, findings) = decode(gbk, named: "GB18303")
    #expect(decoded == nil)
    #expect(findings.list.map(\.code) == [.unknownEncoding])
    #expect(findings.list.first?.suggestion == "GB18030")
    #expect(findings.list.first?.hint(in: .english)?.contains("\"Big5\"") ?? false)
  }

  @Test(arguments: ["utf8", "UTF-8", "gbk", "GB_2312", "cp936", "BIG5", "utf-16", "Big5-HKSCS"])
  func knowsTheName(_ name: String) {
    #expect(TextEncoding(named: name) != nil)
  }

  @Test func everyPrintedNameCanBeNamed() {
    for encoding in TextEncoding.allCases {
      #expect(TextEncoding(named: encoding.name) == encoding)
    }
    for choice in TextEncoding.choices { #expect(TextEncoding(named: choice) != nil) }
  }
}

@Suite struct TranscodingTests {
  @Test func everyByteOfTheTextHasThePlaceOfItsCharacter() throws {
    let decoded = TextDecoder.decode(gbk, in: .gb18030)
    let transcoding = try #require(decoded.transcoding)
    var expected: [UInt32] = []
    var place: UInt32 = 0
    for scalar in simplified.unicodeScalars {
      let width = scalar.utf8.count
      expected += Array(repeating: place, count: width)
      place += width == 1 ? 1 : 2
    }
    #expect(transcoding.offsets == expected + [place])
  }

  @Test func aSurrogatePairIsOneCharacterAtOnePlace() throws {
    let decoded = TextDecoder.decode(utf16("中𠮷文", bigEndian: false), in: .utf16LE)
    let transcoding = try #require(decoded.transcoding)
    #expect(transcoding.offsets == [0, 0, 0, 2, 2, 2, 2, 6, 6, 6, 8])
  }

  @Test func fourBytesOfGB18030AreOneCharacter() throws {
    // U+9FB5, which only the four-byte form writes.
    let decoded = TextDecoder.decode([0x82, 0x35, 0x8F, 0x34, 0x41], in: .gb18030)
    #expect(try #require(decoded.transcoding).offsets.last == 5)
    #expect(decoded.malformed.isEmpty)
  }

  @Test(arguments: [
    ([0xC4, 0xE3, 0xFF, 0xBA, 0xC3] as [UInt8], TextEncoding.gb18030, [2..<3]),
    ([0x41, 0xC4], .gb18030, [1..<2]),
    ([0x00, 0xD8, 0x41, 0x00], .utf16LE, [0..<2]),
    ([0x41, 0x00, 0x42], .utf16LE, [2..<3]),
    ([0x00, 0x00, 0x11, 0x00], .utf32LE, [0..<4]),
    ([0xE4, 0xBD, 0x41, 0xC0, 0x80], .utf8, [0..<2, 3..<5]),
    ([0xED, 0xA0, 0x80], .utf8, [0..<3]),
    ([0xF4, 0x90], .utf8, [0..<2]),
  ])
  func wrongBytesAreListedAndStandAsReplacements(
    _ bytes: [UInt8],
    _ encoding: TextEncoding,
    _ malformed: [Range<Int>]
  ) throws {
    let decoded = TextDecoder.decode(bytes, in: encoding)
    #expect(decoded.malformed == malformed)
    let text = String(decoding: try #require(decoded.transcoding).text, as: UTF8.self)
    #expect(text.unicodeScalars.contains("\u{FFFD}"))
  }

  @Test(.timeLimit(.minutes(10)))
  func anyBytesAreReadInAnyEncodingWithoutLoss() throws {
    // A small congruential generator (Numerical Recipes' constants): the same bytes every day.
    var state: UInt32 = 1
    let noise = (0..<20_000).map { _ -> UInt8 in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(truncatingIfNeeded: state >> 24)
    }
    for encoding in TextEncoding.allCases {
      let transcoding = try #require(TextDecoder.decode(noise, in: encoding).transcoding)
      #expect(transcoding.offsets.last == UInt32(noise.count))
      #expect(zip(transcoding.offsets, transcoding.offsets.dropFirst()).allSatisfy { $0 <= $1 })
    }
    #expect(decode(noise).decoded != nil)
  }
}

@Suite struct CompatibilityCharacterTests {
  @Test(arguments: [("\u{2F00}", "一"), ("\u{F9F4}", "林"), ("一", "一"), ("\u{FA0E}", "\u{FA0E}")])
  func hasThePlainForm(_ given: String, _ plain: String) {
    #expect(given.unicodeScalars.map(\.unifiedIdeograph) == Array(plain.unicodeScalars))
  }
}

@Suite struct EncodingFindingsTests {
  @Test func speakBothLanguagesUnderNamesOfTheirOwn() {
    let codes = FindingCode.encodings
    #expect(Set(codes.map(\.name)).count == codes.count)
    for code in codes {
      #expect(!code.words.chinese.isEmpty && !code.words.english.isEmpty)
      #expect(code.words.placeholders(in: .chinese) == code.words.placeholders(in: .english))
      let hints = code.hint.map { ($0.placeholders(in: .chinese), $0.placeholders(in: .english)) }
      #expect(hints.map { $0.0 == $0.1 } ?? true)
    }
  }
}

@Suite struct LegacyCodesTests {
  /// The Han characters of a range of codes.
  private func han(_ codes: ClosedRange<Int>, of table: LegacyCodes) -> Set<Unicode.Scalar> {
    let found = codes.compactMap { table.scalar(lead: UInt8($0 >> 8), trail: UInt8($0 & 0xFF)) }
    return Set(found).filter { (0x3400...0x9FFF).contains($0.value) }
  }

  @Test func theTableOfEverydayCharactersEqualsICUs() {
    // Rows 16 to 55 of GB 2312-80 have second bytes from A1.
    let rows = (0xB0...0xD7).map { ($0 << 8 | 0xA1)...($0 << 8 | ($0 == 0xD7 ? 0xF9 : 0xFE)) }
    let gb = rows.reduce(into: Set()) { $0.formUnion(han($1, of: .gb18030)) }
    #expect(gb.count == 3_755)
    let everyday = gb.union(han(0xA440...0xC67E, of: .big5))
    for value in UInt16(0x3400)...0x9FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(LegacyCodes.isCommon(scalar) == everyday.contains(scalar), "\(scalar)")
    }
  }

  @Test func marksOfChineseTextAreEveryday() {
    for scalar in "Az09。，、；：？！（）《》“”‘’—…·×°％".unicodeScalars {
      #expect(LegacyCodes.isCommon(scalar), "\(scalar)")
    }
    for scalar in "鏈湀æ±ㄒ塬\u{E000}\u{20000}".unicodeScalars where scalar != "鏈" {
      #expect(!LegacyCodes.isCommon(scalar), "\(scalar)")
    }
  }

  @Test(arguments: [
    ("鏈", 0xE69C), ("本", 0xB1BE), ("中", 0xD6D0), ("塬", 0xDCAB), ("€", 0x80),
  ])
  func hasTheCodesOfGB18030(_ character: String, _ code: UInt16) throws {
    let scalar = try #require(character.unicodeScalars.first)
    guard code > 0xFF else {
      #expect(LegacyCodes.western.code(of: scalar) == code)
      return
    }
    #expect(LegacyCodes.gb18030.code(of: scalar) == code)
    let lead = UInt8(code >> 8)
    #expect(LegacyCodes.gb18030.scalar(lead: lead, trail: UInt8(code & 0xFF)) == scalar)
  }
}
