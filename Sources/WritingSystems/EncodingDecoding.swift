package import Diagnostics

/// What the bytes of a file say once their encoding is known.
package struct DecodedText: Sendable {
  package let encoding: TextEncoding
  package let evidence: EncodingEvidence
  /// The text in UTF-8 with its places, or nil when the bytes are valid UTF-8 as they stand.
  package let transcoding: SourceFile.Transcoding?
  /// The bytes that are no characters of the encoding; each range stands as U+FFFD in the text.
  package let malformed: [Range<Int>]
}

/// Reads bytes as text: in the encoding named, else the one the file declares, else by a byte order
/// mark, by being valid UTF-8, or by what the bytes look like.
///
/// Where a name contradicts the bytes, because another encoding's mark begins them or because they
/// are no text in it but are in another, the bytes win, which is said.
///
/// Cost is linear in the bytes. A byte order mark stays in the text as U+FEFF, so that every byte
/// of the file has its place.
package struct TextDecoder: Sendable {
  private let name: String?
  private let declared: TextEncoding?

  /// A decoder that finds the encoding itself, or reads files in the one named.
  ///
  /// - Parameters:
  ///   - name: what the user says; an unknown name is an error.
  ///   - declared: what the file says of itself; an unknown name says nothing.
  package init(encoding name: String? = nil, declared: String? = nil) {
    self.name = name
    self.declared = declared.flatMap(TextEncoding.init(named:))
  }

  /// Decodes a file, keeps its text in `files`, and says what was found.
  ///
  /// Returns nil, with a finding, when the encoding asked for is not known or the file is too
  /// large for any encoding but UTF-8.
  package func decode(
    _ id: SourceFile.ID,
    in files: inout SourceFiles,
    findings: inout Findings
  ) -> DecodedText? {
    let bytes = files[id].bytes
    guard bytes.count <= Self.largestFile else {
      findings.add(Finding(.fileTooLarge, ["limit": .number(Self.largestFile >> 20)]))
      return nil
    }
    guard let decoded = decode(bytes, findings: &findings) else { return nil }
    _ = files.setTranscoding(decoded.transcoding, of: id)
    report(decoded, file: id, to: &findings)
    return decoded
  }

  /// Text beyond this is no office's monthly report or ledger; ICU counts bytes in 32 bits.
  package static let largestFile = 256 << 20

  /// Decodes bytes in a known encoding.
  package static func decode(
    _ bytes: [UInt8],
    in encoding: TextEncoding,
    evidence: EncodingEvidence = .named
  ) -> DecodedText {
    guard encoding != .utf8 || !UTF8Reading.isValid(bytes) else {
      return DecodedText(encoding: .utf8, evidence: evidence, transcoding: nil, malformed: [])
    }
    let builder =
      if let charset = encoding.charset {
        CharsetReading.read(bytes, in: charset)
      } else if encoding == .utf8 {
        UTF8Reading.read(bytes).builder
      } else {
        WideReading.read(bytes, in: encoding)
      }
    return DecodedText(
      encoding: encoding,
      evidence: evidence,
      transcoding: builder.finish(in: encoding, byteCount: bytes.count),
      malformed: builder.malformed
    )
  }

  /// In the encoding wished for, unless the bytes are another.
  private func decode(_ bytes: [UInt8], findings: inout Findings) -> DecodedText? {
    guard let name else {
      guard let declared else {
        let (encoding, evidence) = EncodingDetection.detect(bytes)
        return Self.decode(bytes, in: encoding, evidence: evidence)
      }
      let encoding = EncodingDetection.byteOrder(of: bytes, named: declared)
      return Self.decode(bytes, wished: encoding, evidence: .declared, findings: &findings)
    }
    guard let named = TextEncoding(named: name) else {
      let finding = Finding(
        .unknownEncoding,
        ["name": .quote(name), "choices": .choices(TextEncoding.choices)],
        suggestion: Suggestion.nearest(to: name, among: TextEncoding.choices)
      )
      findings.add(finding)
      return nil
    }
    let saysOrder = name.lowercased().hasSuffix("le") || name.lowercased().hasSuffix("be")
    let encoding = saysOrder ? named : EncodingDetection.byteOrder(of: bytes, named: named)
    return Self.decode(bytes, wished: encoding, evidence: .named, findings: &findings)
  }

  private static func decode(
    _ bytes: [UInt8],
    wished: TextEncoding,
    evidence: EncodingEvidence,
    findings: inout Findings
  ) -> DecodedText {
    let asWished = decode(bytes, in: wished, evidence: evidence)
    let (found, foundEvidence) = EncodingDetection.detect(bytes)
    guard found != wished, !bytes.isEmpty else { return asWished }
    let isUTF8 = foundEvidence == .valid && found == .utf8 && bytes.contains { $0 >= 0x80 }
    let isCertain =
      foundEvidence == .mark || (isUTF8 && evidence == .declared)
      || EncodingDetection.isImplausible(wished, beside: found, for: bytes)
    guard isCertain || !asWished.malformed.isEmpty else { return asWished }
    let asFound = decode(bytes, in: found, evidence: foundEvidence)
    let isSurer =
      isCertain
      || asFound.malformed.count * 4 < asWished.malformed.count
      || (asFound.malformed.isEmpty && !asWished.malformed.isEmpty)
    guard isSurer else { return asWished }
    // Hong Kong's characters are of Big5 to who names it.
    if wished == .big5, found == .big5HKSCS { return asFound }
    let arguments: [String: FindingArgument] = [
      "declared": .word(wished.name), "encoding": .word(found.name),
    ]
    findings.add(Finding(.contradictedEncoding, arguments))
    return asFound
  }

  private func report(_ decoded: DecodedText, file: SourceFile.ID, to findings: inout Findings) {
    if decoded.evidence == .likely {
      findings.add(Finding(.encodingDetected, ["encoding": .word(decoded.encoding.name)]))
    }
    guard let first = decoded.malformed.first else { return }
    let count = decoded.malformed.reduce(0) { $0 + $1.count }
    findings.add(
      Finding(
        .malformedBytes,
        at: Span(file: file, start: first.lowerBound, end: first.upperBound),
        ["count": .number(count), "encoding": .word(decoded.encoding.name)]
      )
    )
  }
}
