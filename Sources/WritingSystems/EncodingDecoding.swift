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

/// Reads bytes as text: a named encoding wins, then a byte order mark, then valid UTF-8, then what
/// the bytes look like.
///
/// Cost is linear in the bytes. A byte order mark stays in the text as U+FEFF, so that every byte
/// of the file has its place.
package struct TextDecoder: Sendable {
  private let name: String?

  /// A decoder that finds the encoding itself, or reads all files in the one named.
  package init(encoding name: String? = nil) {
    self.name = name
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
    guard let (encoding, evidence) = encoding(of: bytes, findings: &findings) else { return nil }
    let decoded = Self.decode(bytes, in: encoding, evidence: evidence)
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

  private func encoding(
    of bytes: [UInt8],
    findings: inout Findings
  ) -> (TextEncoding, EncodingEvidence)? {
    guard let name else { return EncodingDetection.detect(bytes) }
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
    return (saysOrder ? named : EncodingDetection.byteOrder(of: bytes, named: named), .named)
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
