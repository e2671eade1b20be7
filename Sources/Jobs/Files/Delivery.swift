package import Diagnostics
import Foundation

/// Files on their way to the disk: all of them arrive whole, or none does.
///
/// Each is written under a temporary name in its own folder and synced; when all are written they
/// are renamed. Of what fails nothing is left behind.
package struct Delivery {
  /// A finished file in memory.
  package struct Parcel: Hashable, Sendable {
    /// Where it goes; `-` is standard output.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  private let temporaryFiles: TemporaryFiles

  package init(temporaryFiles: TemporaryFiles) {
    self.temporaryFiles = temporaryFiles
  }

  /// Files that are written under temporary names and not delivered yet.
  package struct Shipment {
    fileprivate var staged: [(temporary: String, path: String)] = []
  }

  /// Writes the files, in their order.
  package func deliver(_ parcels: [Parcel]) throws(MachineFailure) {
    var shipment = Shipment()
    do throws(MachineFailure) {
      for parcel in parcels where !Self.isDirect(parcel.path) { try add(parcel, to: &shipment) }
      for parcel in parcels where Self.isDirect(parcel.path) { try pour(parcel) }
      try deliver(&shipment)
    } catch {
      discard(&shipment)
      throw error
    }
  }

  /// Writes a file under a temporary name; the caller delivers or discards the shipment.
  package func add(_ parcel: Parcel, to shipment: inout Shipment) throws(MachineFailure) {
    let path = Self.resolved(parcel.path)
    shipment.staged.append((try stage(parcel.bytes, for: path, named: parcel.path), path))
  }

  /// Gives the files of a shipment their names, in their order.
  package func deliver(_ shipment: inout Shipment) throws(MachineFailure) {
    var folders: [String] = []
    while let item = shipment.staged.first {
      guard rename(item.temporary, item.path) == 0 else { throw Self.failure(item.path, .last) }
      temporaryFiles.closed(item.temporary)
      shipment.staged.removeFirst()
      let folder = FilePath.split(item.path).folder
      if !folders.contains(folder) { folders.append(folder) }
    }
    folders.forEach(Self.syncFolder)
  }

  /// Removes what has not got its final name.
  package func discard(_ shipment: inout Shipment) {
    discard(shipment.staged.map(\.temporary))
    shipment.staged = []
  }

  private func discard(_ paths: some Sequence<String>) {
    for path in paths {
      unlink(path)
      temporaryFiles.closed(path)
    }
  }

  /// Writes a file under a temporary name and gives that name.
  private func stage(
    _ bytes: [UInt8],
    for path: String,
    named name: String
  ) throws(MachineFailure) -> String {
    if FileKind.at(path) == .folder { throw Self.failure(name, SystemError(number: EISDIR)) }
    let temporary = temporaryFiles.name(beside: path)
    temporaryFiles.opened(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      let error = SystemError.last
      temporaryFiles.closed(temporary)
      throw Self.failure(name, error)
    }
    let outcome = Self.fill(descriptor, with: bytes, like: path)
    let closing = close(descriptor) == 0 ? nil : SystemError.last
    if let error = outcome ?? closing {
      discard([temporary])
      throw Self.failure(name, error)
    }
    return temporary
  }

  private static func fill(
    _ descriptor: Int32,
    with bytes: [UInt8],
    like path: String
  ) -> SystemError? {
    // A file that is replaced keeps its permissions.
    var old = stat()
    if stat(path, &old) == 0 { fchmod(descriptor, old.st_mode & 0o7777) }
    if let error = write(bytes, to: descriptor) { return error }
    return fsync(descriptor) == 0 ? nil : .last
  }

  /// Standard output, devices and pipes are written into as they are.
  private func pour(_ parcel: Parcel) throws(MachineFailure) {
    let isStandard = parcel.path == "-"
    let descriptor = isStandard ? STDOUT_FILENO : open(parcel.path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(parcel.path, .last) }
    let error = Self.write(parcel.bytes, to: descriptor)
    if !isStandard { close(descriptor) }
    if let error { throw Self.failure(parcel.path, error) }
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32) -> SystemError? {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Foundation.write(
          descriptor,
          buffer.baseAddress?.advanced(by: written),
          bytes.count - written
        )
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return .last }
      written += count
    }
    return nil
  }

  private static func isDirect(_ path: String) -> Bool {
    path == "-" || FileKind.at(path) == .other
  }

  /// The file that a symbolic link leads to, so that the link stays.
  private static func resolved(_ path: String) -> String {
    guard let pointer = realpath(path, nil) else { return path }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// A rename is on the disk when its folder is (fsync(2)); some file systems refuse, which is fine.
  private static func syncFolder(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  static func failure(_ path: String, _ error: SystemError) -> MachineFailure {
    let name =
      path == "-" ? .words(Bilingual("标准输出", "standard output")) : FindingArgument.quote(path)
    return MachineFailure(.unwritableFile, ["path": name, "reason": .words(error.reason)])
  }
}
