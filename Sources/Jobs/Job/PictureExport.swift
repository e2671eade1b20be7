import Containers
import Diagnostics
import Reports

/// What is known of a picture once its bytes were read.
package struct PictureFacts: Hashable, Sendable {
  /// SHA-256; nil where the bytes could not be read.
  package var digest: String?
  /// The file that it was written to.
  package var file: String?

  package init(digest: String? = nil, file: String? = nil) {
    self.digest = digest
    self.file = file
  }
}

/// Reads the pictures of a report one after the other, and writes each that is asked for as a file:
/// `REPORT-01.png`, `REPORT-02.jpg` … in reading order.
///
/// A picture that stands in the report twice is one file. No more than one is in memory at a time. All
/// files are written or none.
struct PictureExport {
  /// Where they are written; nil to read them only.
  let folder: String?
  let delivery: Delivery

  /// What is known of each picture of a report, in its order.
  ///
  /// Another file of the name that a picture is to have is an error; the same picture from a run before
  /// stays.
  func facts(
    of report: Report,
    _ progress: inout Progress
  ) throws(MachineFailure) -> [PictureFacts] {
    var shipment = Delivery.Shipment()
    do throws(MachineFailure) {
      let isAnyReadable = report.pictures.contains { ($0.byteCount ?? 0) > 0 }
      if let folder, isAnyReadable { try Folder.make(folder) }
      let facts = try read(report, &shipment, &progress)
      if progress.findings.list.contains(where: { $0.code == .pictureExists }) {
        delivery.discard(&shipment)
        return facts.map { PictureFacts(digest: $0.digest) }
      }
      try delivery.deliver(&shipment)
      return facts
    } catch {
      delivery.discard(&shipment)
      throw error
    }
  }

  private func read(
    _ report: Report,
    _ shipment: inout Delivery.Shipment,
    _ progress: inout Progress
  ) throws(MachineFailure) -> [PictureFacts] {
    var reader = PictureBytes()
    var files: [String: String] = [:]
    var facts: [PictureFacts] = []
    let digits = max(2, String(report.pictures.count).count)
    for picture in report.pictures {
      guard let bytes = bytes(of: picture, &reader, &progress) else {
        facts.append(PictureFacts())
        continue
      }
      let digest = SHA256.hexadecimal(of: bytes)
      if let folder, files[digest] == nil {
        let number = String(files.count + 1)
        let padding = String(repeating: "0", count: max(0, digits - number.count))
        let name = "\(report.name)-\(padding)\(number).\(Self.fileExtension(of: picture))"
        let path = FilePath.join(folder, name)
        files[digest] = path
        try add(bytes, as: path, picture, &shipment, &progress)
      }
      facts.append(PictureFacts(digest: digest, file: files[digest]))
    }
    return facts
  }

  private func bytes(
    of picture: Report.Picture,
    _ reader: inout PictureBytes,
    _ progress: inout Progress
  ) -> [UInt8]? {
    guard (picture.byteCount ?? 0) > 0 else { return nil }
    do {
      return try reader.bytes(of: picture, in: progress.files)
        ?? NeighbouringPictures.bytes(of: picture, in: progress.files)
    } catch {
      progress.findings.add(PictureCheck.finding(error, picture))
      return nil
    }
  }

  private func add(
    _ bytes: [UInt8],
    as path: String,
    _ picture: Report.Picture,
    _ shipment: inout Delivery.Shipment,
    _ progress: inout Progress
  ) throws(MachineFailure) {
    guard FileKind.at(path) == .file else {
      return try delivery.add(Delivery.Parcel(path: path, bytes: bytes), to: &shipment)
    }
    guard try FileReading.bytes(of: path) != bytes else { return }
    progress.findings.add(Finding(.pictureExists, at: picture.span, ["path": .quote(path)]))
  }

  /// By its bytes; of a format that is not known what its name says, unless that is one we would know.
  private static func fileExtension(of picture: Report.Picture) -> String {
    if let format = picture.format { return format.fileExtension }
    let said = FilePath.pathExtension(picture.name ?? "")
    let isPlain = said.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard (1...5).contains(said.count), isPlain, PictureFormat(fileExtension: said) == nil else {
      return "bin"
    }
    return said
  }
}
