import Diagnostics

/// New and changed objects after the end of a PDF (ISO 32000-1, 7.5.6, incremental updates).
///
/// Objects are written as text, with references to one another that need not exist yet; libqpdf's C
/// door can build them only key by key. The file is then rewritten whole, so no update shows.
struct PDFUpdate {
  private(set) var bytes: [UInt8]
  private var offsets: [Int: Int] = [:]
  private var nextNumber: Int
  private let previousTable: Int

  /// Begins after a file whose trailer says `size`; nil when the file does not end as files do.
  init?(after file: [UInt8], size: Int) {
    guard let previous = Self.lastTable(of: file) else { return nil }
    bytes = file
    nextNumber = size
    previousTable = previous
    bytes.append(0x0A)
  }

  /// A number for an object that is still to be written.
  mutating func reserve() -> PDFReference {
    defer { nextNumber += 1 }
    return PDFReference(number: nextNumber)
  }

  mutating func reserve(_ count: Int) -> [PDFReference] {
    (0..<count).map { _ in reserve() }
  }

  mutating func write(_ object: String, as reference: PDFReference) {
    begin(reference)
    bytes.append(contentsOf: object.utf8)
    end()
  }

  mutating func write(_ object: String) -> PDFReference {
    let reference = reserve()
    write(object, as: reference)
    return reference
  }

  mutating func write(
    stream: some Collection<UInt8>,
    _ dictionary: PDFDictionary = PDFDictionary(),
    as reference: PDFReference
  ) {
    var dictionary = dictionary
    dictionary["Length"] = String(stream.count)
    begin(reference)
    bytes.append(contentsOf: dictionary.description.utf8)
    bytes.append(contentsOf: "\nstream\n".utf8)
    bytes.append(contentsOf: stream)
    bytes.append(contentsOf: "\nendstream".utf8)
    end()
  }

  mutating func write(
    stream: some Collection<UInt8>,
    _ dictionary: PDFDictionary = PDFDictionary()
  ) -> PDFReference {
    let reference = reserve()
    write(stream: stream, dictionary, as: reference)
    return reference
  }

  /// The file with its update.
  consuming func close(root: PDFReference, info: PDFReference) -> [UInt8] {
    let table = bytes.count
    bytes.append(contentsOf: "xref\n".utf8)
    for section in Self.sections(of: offsets.keys.sorted()) {
      bytes.append(contentsOf: "\(section.lowerBound) \(section.count)\n".utf8)
      for number in section { bytes.append(contentsOf: entry(offsets[number] ?? 0).utf8) }
    }
    let trailer = PDFDictionary([
      ("Size", String(nextNumber)), ("Root", root.description), ("Info", info.description),
      ("Prev", String(previousTable)),
    ])
    bytes.append(contentsOf: "trailer\n\(trailer)\nstartxref\n\(table)\n%%EOF\n".utf8)
    return bytes
  }

  private mutating func begin(_ reference: PDFReference) {
    precondition(offsets[reference.number] == nil, "each object is written once")
    offsets[reference.number] = bytes.count
    bytes.append(contentsOf: "\(reference.number) 0 obj\n".utf8)
  }

  private mutating func end() { bytes.append(contentsOf: "\nendobj\n".utf8) }

  /// Twenty bytes: ten digits, the generation, in use.
  private func entry(_ offset: Int) -> String {
    String(offset, digits: 10) + " 00000 n \n"
  }

  private static func sections(of numbers: [Int]) -> [Range<Int>] {
    var sections: [Range<Int>] = []
    for number in numbers {
      if let last = sections.last, last.upperBound == number {
        sections[sections.count - 1] = last.lowerBound..<number + 1
      } else {
        sections.append(number..<number + 1)
      }
    }
    return sections
  }

  /// The offset that stands after the last `startxref`.
  private static func lastTable(of file: [UInt8]) -> Int? {
    let word = Array("startxref".utf8)
    let earliest = max(0, file.count - 1024)
    guard file.count >= word.count else { return nil }
    for start in stride(from: file.count - word.count, through: earliest, by: -1)
    where file[start..<start + word.count].elementsEqual(word) {
      let digits = file[(start + word.count)...].drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
      return Int(String(decoding: digits, as: UTF8.self))
    }
    return nil
  }
}
