/// A file as given, and how its bytes read as text.
///
/// Spans are byte offsets into the file *as given*. A file that is not UTF-8 (GB18030, UTF-16 …)
/// carries its transcoding, so that a place in it can be shown as line, column and excerpt.
package struct SourceFile: Sendable {
  /// The number of a file within one job.
  package struct ID: Hashable, Sendable, Comparable {
    package let index: UInt32

    package init(index: UInt32) {
      self.index = index
    }

    package static func < (a: ID, b: ID) -> Bool { a.index < b.index }
  }

  /// A file's text in UTF-8 beside the bytes it was read from.
  package struct Transcoding: Sendable {
    /// The name of the encoding as printed, `GB18030`.
    package let encoding: String
    /// The text in UTF-8.
    package let text: [UInt8]
    /// For each UTF-8 byte of the text, and one past the end, its byte offset in the file.
    package let offsets: [UInt32]

    package init(encoding: String, text: [UInt8], offsets: [UInt32]) {
      precondition(offsets.count == text.count + 1, "a transcoding has an offset for each byte")
      self.encoding = encoding
      self.text = text
      self.offsets = offsets
    }
  }

  package let id: ID
  /// The path as the user gave it, or `-` for standard input.
  package let name: String
  /// The member inside an archive (`word/document.xml`), or nil.
  package let part: String?
  /// The bytes as given.
  package let bytes: [UInt8]
  /// How the bytes read as text, or nil when they are UTF-8 themselves.
  package let transcoding: Transcoding?

  /// The text in UTF-8 (not validated: see `WritingSystems` for decoding).
  package var text: [UInt8] { transcoding?.text ?? bytes }
}

/// A place in a source file: byte offsets `start ..< end`.
package struct Span: Hashable, Sendable {
  package let file: SourceFile.ID
  package let start: UInt32
  package let end: UInt32

  package init(file: SourceFile.ID, start: Int, end: Int) {
    precondition(0 <= start && start <= end, "a span does not end before it starts")
    self.file = file
    self.start = UInt32(clamping: start)
    self.end = UInt32(clamping: end)
  }

  /// The smallest span over both; the spans are of one file.
  package func joined(with other: Span) -> Span {
    precondition(file == other.file, "spans of two files have no common span")
    return Span(
      file: file,
      start: Int(min(start, other.start)),
      end: Int(max(end, other.end))
    )
  }
}

/// The files of one job, in the order they were read.
package struct SourceFiles: Sendable {
  package private(set) var files: [SourceFile] = []

  package init() {}

  /// Takes a file in and gives it its number.
  package mutating func add(
    name: String,
    part: String? = nil,
    bytes: [UInt8],
    transcoding: SourceFile.Transcoding? = nil
  ) -> SourceFile {
    let file = SourceFile(
      id: SourceFile.ID(index: UInt32(files.count)),
      name: name,
      part: part,
      bytes: bytes,
      transcoding: transcoding
    )
    files.append(file)
    return file
  }

  /// Says how the bytes of a file read as text, once that is known.
  package mutating func setTranscoding(
    _ transcoding: SourceFile.Transcoding?,
    of id: SourceFile.ID
  ) -> SourceFile {
    let old = self[id]
    let file = SourceFile(
      id: id,
      name: old.name,
      part: old.part,
      bytes: old.bytes,
      transcoding: transcoding
    )
    files[Int(id.index)] = file
    return file
  }

  package subscript(id: SourceFile.ID) -> SourceFile { files[Int(id.index)] }
}
