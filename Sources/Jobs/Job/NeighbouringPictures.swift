import Diagnostics
import Foundation
import Reports

/// Pictures that lie beside a report, in its folder or below it; none is looked for anywhere else.
enum NeighbouringPictures {
  /// A report with what is known of the pictures that lie beside it, without holding their bytes.
  static func examined(_ report: Report, _ progress: inout Progress) -> Report {
    var report = report
    for index in report.pictures.indices {
      guard case .beside = report.pictures[index].place else { continue }
      examine(&report.pictures[index], &progress)
    }
    return report
  }

  private static func examine(_ picture: inout Report.Picture, _ progress: inout Progress) {
    let named = PictureCheck.named(picture)
    switch find(picture, in: progress.files) {
    case .nothing:
      picture.place = .missing
      progress.findings.add(Finding(.pictureMissing, at: picture.span, named))
    case .outside:
      picture.place = .elsewhere
      progress.findings.add(Finding(.pictureOutside, at: picture.span, named))
    case .file(let path):
      guard let (start, count) = FileReading.start(of: path, count: PictureFormat.startCount) else {
        return progress.findings.add(Finding(.pictureDamaged, at: picture.span, named))
      }
      guard count <= PictureBytes.largest else {
        let limit = FindingArgument.number(PictureBytes.largest >> 20)
        let arguments = named.merging(["limit": limit]) { $1 }
        return progress.findings.add(Finding(.pictureTooLarge, at: picture.span, arguments))
      }
      PictureCheck.examine(&picture, start: start, byteCount: count, findings: &progress.findings)
    }
  }

  /// The bytes of a picture beside its report; nil when they cannot be read, which was said before.
  static func bytes(of picture: Report.Picture, in files: SourceFiles) -> [UInt8]? {
    guard (picture.byteCount ?? 0) > 0, case .file(let path) = find(picture, in: files),
      let bytes = try? FileReading.bytes(of: path), bytes.count <= PictureBytes.largest
    else { return nil }
    return bytes
  }

  // MARK: Finding the file

  private enum Found {
    case nothing
    /// A link leads out of the folder.
    case outside
    case file(String)
  }

  private static func find(_ picture: Report.Picture, in files: SourceFiles) -> Found {
    guard case .beside(let paths) = picture.place else { return .nothing }
    let folder = FilePath.split(files[picture.file].name).folder
    for path in paths {
      let file = FilePath.join(folder, path)
      guard FileKind.at(file) == .file else { continue }
      return isInside(file, folder) ? .file(file) : .outside
    }
    return .nothing
  }

  /// Whether a file lies below a folder once all links are followed.
  private static func isInside(_ file: String, _ folder: String) -> Bool {
    guard let file = resolved(file), let folder = resolved(folder) else { return false }
    return file.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  private static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
