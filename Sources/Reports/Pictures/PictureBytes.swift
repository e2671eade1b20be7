package import Containers
package import Diagnostics

/// Gets the bytes of pictures that stand in the files of reports themselves.
///
/// An archive is kept open from one picture to the next, and no longer. Not to be shared between
/// threads.
package struct PictureBytes {
  /// The largest picture that is read.
  package static let largest = Archive.largestMember
  /// The most that is read of the pictures of one archive.
  private static let mostOfOneArchive = 1 << 30

  private var open: (file: SourceFile.ID, archive: Archive)?

  package init() {}

  /// Begins with an archive that is open already.
  init(_ file: SourceFile.ID, _ archive: Archive?) {
    open = archive.map { (file, $0) }
  }

  /// The picture's bytes, or the first so many of them; nil for one that is not in the file itself.
  ///
  /// Throws `damagedMember` for what is not there, is no base64, or is cut off.
  package mutating func bytes(
    of picture: Report.Picture,
    first count: Int? = nil,
    in files: SourceFiles
  ) throws(ContainerFault) -> [UInt8]? {
    switch picture.place {
    case .member(let name):
      let archive = try archive(of: picture.file, in: files)
      let found =
        if let count {
          try archive.start(of: name, count: count)
        } else {
          try archive.member(name)
        }
      guard let found else { throw .damagedMember(name) }
      return found
    case .inline(let span):
      guard let bytes = InlinePicture(files[picture.file].text(at: span)).bytes(first: count) else {
        throw .damagedMember(picture.label)
      }
      return bytes
    case .beside, .elsewhere, .missing: return nil
    }
  }

  /// The size of a picture in bytes, without reading all of it where the file says it.
  mutating func count(
    of picture: Report.Picture,
    in files: SourceFiles
  ) throws(ContainerFault) -> Int {
    switch picture.place {
    case .member(let name): return try archive(of: picture.file, in: files).size(of: name) ?? 0
    case .inline(let span):
      guard let count = InlinePicture(files[picture.file].text(at: span)).byteCount else {
        throw .damagedMember(picture.label)
      }
      return count
    case .beside, .elsewhere, .missing: return 0
    }
  }

  private mutating func archive(
    of file: SourceFile.ID,
    in files: SourceFiles
  ) throws(ContainerFault) -> Archive {
    if let open, open.file == file { return open.archive }
    open = nil
    let archive = try Archive(files[file].bytes, mostContent: Self.mostOfOneArchive)
    open = (file, archive)
    return archive
  }
}

extension SourceFile {
  /// The text, in UTF-8, that a span of the file reads as.
  func text(at span: Span) -> ArraySlice<UInt8> {
    guard let transcoding else {
      return bytes[min(Int(span.start), bytes.count)..<min(Int(span.end), bytes.count)]
    }
    let offsets = transcoding.offsets
    func place(_ offset: UInt32) -> Int {
      var (low, high) = (0, offsets.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if offsets[middle] >= offset { high = middle } else { low = middle + 1 }
      }
      return low
    }
    return transcoding.text[place(span.start)..<place(span.end)]
  }
}
