import Foundation
import Geometry
import PageModel
import Prepress
import TestSupport
import Testing

/// What each plate prints, as Ghostscript separates it.
@Suite(.enabled(if: OutsideTool("gs") != nil, "Ghostscript is not installed"))
struct PlateTests {
  /// A plate as grey levels, 0 for solid ink.
  struct Plate {
    let width: Int
    let levels: [UInt8]

    /// The levels inside a rectangle in millimetres from the top left corner of the paper.
    func levels(in rect: (x: Double, y: Double, width: Double, height: Double)) -> [UInt8] {
      func pixel(_ millimetres: Double) -> Int {
        Int((millimetres * Double(PlateTests.resolution) / 25.4).rounded())
      }
      return (pixel(rect.y)..<pixel(rect.y + rect.height)).flatMap { y in
        levels[(y * width + pixel(rect.x))..<(y * width + pixel(rect.x + rect.width))]
      }
    }

    var hasInk: Bool { levels.contains { $0 < 250 } }
  }

  static let resolution = 127

  @Test
  func textIsOnTheBlackPlateAndRedOnTheRed() throws {
    let plates = try plates(of: finished(.press(.fogra29)))
    for name in ["Cyan", "Magenta", "Yellow"] { #expect(plates[name]?.hasInk == false) }
    let black = try #require(plates["Black"])
    let red = try #require(plates["Red"])
    // The title and the red rule, on the red plate alone. The slug is 3 mm.
    let title = (x: 13.0, y: 13.0, width: 20.0, height: 8.5)
    #expect(red.levels(in: title).contains { $0 < 5 })
    #expect(black.levels(in: title).allSatisfy { $0 > 250 })
    // A line of the paragraph, on the black plate alone.
    let line = (x: 13.0, y: 24.0, width: 30.0, height: 4.5)
    #expect(black.levels(in: line).contains { $0 < 5 })
    #expect(red.levels(in: line).allSatisfy { $0 > 250 })
  }

  @Test
  func blackOverprintsAndWhiteKnocksOut() throws {
    let plates = try plates(of: finished(.press(.fogra29)))
    let black = try #require(plates["Black"])
    let red = try #require(plates["Red"])
    // Inside the black letters on the red field the red goes on.
    let letters = (x: 15.5, y: 60.5, width: 3.0, height: 1.5)
    #expect(black.levels(in: letters).allSatisfy { $0 < 5 })
    #expect(red.levels(in: letters).allSatisfy { $0 < 5 })
    // The white box in its black frame: paper.
    let box = (x: 34.0, y: 52.0, width: 4.0, height: 4.0)
    #expect(black.levels(in: box).allSatisfy { $0 > 250 })
    #expect(red.levels(in: box).allSatisfy { $0 > 250 })
    // Half black knocks out.
    let half = (x: 28.0, y: 61.0, width: 2.0, height: 2.0)
    #expect(black.levels(in: half).allSatisfy { $0 > 120 && $0 < 135 })
    #expect(red.levels(in: half).allSatisfy { $0 > 250 })
  }

  @Test
  func processRedIsOnMagentaAndYellow() throws {
    let plates = try plates(of: finished(.press(.fogra29), spot: nil))
    #expect(plates["Red"] == nil)
    #expect(plates["Cyan"]?.hasInk == false)
    let field = (x: 14.0, y: 49.0, width: 3.0, height: 2.0)
    for name in ["Magenta", "Yellow"] {
      let plate = try #require(plates[name])
      #expect(plate.levels(in: field).allSatisfy { $0 > 48 && $0 < 54 })
    }
  }

  @Test
  func marksAreOnEveryPlate() throws {
    let plates = try plates(of: finished(.press(.fogra39), marks: true))
    for name in ["Cyan", "Magenta", "Yellow", "Black", "Red"] {
      let plate = try #require(plates[name])
      // The upper left upright crop mark, in line with the trim.
      let mark = (x: 9.5, y: 1.0, width: 1.0, height: 3.0)
      #expect(plate.levels(in: mark).contains { $0 < 200 }, "\(name)")
      // Nothing between the marks and the trim.
      let gap = (x: 9.0, y: 7.5, width: 2.0, height: 2.0)
      #expect(plate.levels(in: gap).allSatisfy { $0 > 250 }, "\(name)")
    }
  }

  /// The plates of the first page by name; nothing for a plate that is not there.
  private func plates(of bytes: [UInt8]) throws -> [String: Plate] {
    let ghostscript = try #require(OutsideTool("gs"))
    return try OutsideTool.withFolder { folder in
      try Data(bytes).write(to: URL(filePath: folder + "/press.pdf"))
      let run = ghostscript.run([
        "-q", "-dBATCH", "-dNOPAUSE", "-dFirstPage=1", "-dLastPage=1", "-sDEVICE=tiffsep",
        "-sCompression=none", "-r\(Self.resolution)", "-o", folder + "/p.tif",
        folder + "/press.pdf",
      ])
      #expect(run.status == 0, "\(run.output)")
      var plates: [String: Plate] = [:]
      for name in ["Cyan", "Magenta", "Yellow", "Black", "Red"] {
        let file = URL(filePath: folder + "/p(\(name)).tif")
        guard let data = try? Data(contentsOf: file) else { continue }
        let tiff = try #require(GreyTIFF([UInt8](data)))
        plates[name] = Plate(width: tiff.width, levels: tiff.levels)
      }
      return plates
    }
  }
}

/// An uncompressed grey TIFF in little-endian order, as Ghostscript writes plates (TIFF 6.0).
struct GreyTIFF {
  let width: Int
  let levels: [UInt8]

  init?(_ file: [UInt8]) {
    func number(at offset: Int, bytes: Int) -> Int {
      (0..<bytes).reduce(0) { $0 | Int(file[offset + $1]) << (8 * $1) }
    }
    guard file.starts(with: [0x49, 0x49, 42, 0]) else { return nil }
    let directory = number(at: 4, bytes: 4)
    var fields: [Int: (type: Int, count: Int, place: Int)] = [:]
    for index in 0..<number(at: directory, bytes: 2) {
      let entry = directory + 2 + 12 * index
      fields[number(at: entry, bytes: 2)] = (
        number(at: entry + 2, bytes: 2), number(at: entry + 4, bytes: 4), entry + 8
      )
    }
    func values(_ tag: Int) -> [Int] {
      guard let field = fields[tag] else { return [] }
      let size = field.type == 3 ? 2 : 4
      let start = size * field.count <= 4 ? field.place : number(at: field.place, bytes: 4)
      return (0..<field.count).map { number(at: start + size * $0, bytes: size) }
    }
    guard let width = values(256).first else { return nil }
    self.width = width
    let bits = values(258).first ?? 1
    guard bits == 8 else { return nil }
    levels = zip(values(273), values(279)).flatMap { file[$0..<$0 + $1] }
  }
}
