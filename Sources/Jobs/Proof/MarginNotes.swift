import Diagnostics
import DocumentModel
import Fonts
import Geometry
import PageLayout
import PageModel
import Typography

/// Writes findings into the outer margin of the pages, each beside the line it speaks of.
///
/// A numbered sign stands over the place in the text, a hairline leads from it to the margin. Notes
/// do not overlap: each is pushed below the one before, all of them up again where the page ends;
/// what finds no room even then is told by its number, and read in the list.
struct MarginNotes {
  let setup: PageSetup
  let inks: ProofInks
  let type: ProofType
  let shaper: Shaper

  private static let clearance = Length.millimetres(2.5)
  private static let edge = Length.millimetres(3)
  /// A margin narrower than this holds no readable line.
  private static let leastMeasure = Length.millimetres(13)
  private static let gap = Length.points(4)
  private static let mostLines = 8
  private static let hairline = Length.points(0.25)

  private struct Note {
    var entry: ProofEntry
    var frame: Frame
    /// The upper edge it wants, and the one it gets.
    var wanted: Length
    var top: Length
    /// Where its leader leaves the text.
    var line: Length
  }

  /// The pages with signs and notes.
  func on(_ document: PagedDocument, _ entries: [ProofEntry]) -> PagedDocument {
    var document = document
    for index in document.pages.indices {
      let own = entries.filter { $0.places.first?.page == index }
      guard !own.isEmpty else { continue }
      var items = signs(of: own)
      items += notes(of: own, onPage: index + 1, height: document.pages[index].trim.height)
      document.pages[index].frame.items += items
    }
    return document
  }

  // MARK: In the text

  private func signs(of entries: [ProofEntry]) -> [FrameItem] {
    var taken: [Rect] = []
    return entries.flatMap { entry -> [FrameItem] in
      guard let first = entry.places.first else { return [] }
      let sign = sign(of: entry)
      let ascent = CharacterFrame.ascent(of: first.size)
      // The sign stands in the space between lines, a little into the character frame.
      let y = first.start.y - ascent - ProofSign.height + .points(1.5)
      var corner = Point(x: first.start.x - .points(1), y: y)
      var area = Rect(origin: corner, size: Size(width: sign.width, height: ProofSign.height))
      while let other = taken.first(where: { $0.meets(area) }) {
        corner.x = other.maxX + .points(0.75)
        area.origin = corner
      }
      taken.append(area)
      return underlines(of: entry) + sign.items(at: corner, type: type, shaper: shaper)
    }
  }

  private func sign(of entry: ProofEntry) -> ProofSign {
    let severity = entry.finding.severity
    return ProofSign(number: entry.number, severity: severity, ink: inks.ink(severity))
  }

  /// Lines below the words; what is longer than three lines is marked at its beginning alone.
  private func underlines(of entry: ProofEntry) -> [FrameItem] {
    let mostPlaces = 6
    guard entry.places.count <= mostPlaces else { return [] }
    return entry.places.filter { $0.page == entry.places[0].page }.map { place in
      let y = place.start.y + CharacterFrame.descent(of: place.size) + .points(1.2)
      let end = Point(x: max(place.end - place.start.x, .points(4)), y: .zero)
      let ink = inks.ink(entry.finding.severity)
      let rule = Rule(end: end, weight: .points(0.7), ink: ink)
      return FrameItem(
        .rule(rule),
        at: Point(x: place.start.x, y: y),
        tag: .artifact(.layout)
      )
    }
  }

  // MARK: In the margin

  private func notes(
    of entries: [ProofEntry],
    onPage number: Int,
    height: Length
  ) -> [FrameItem] {
    let margin = margin(ofPage: number)
    guard margin.size.width >= Self.leastMeasure else { return [] }
    let top = Length.millimetres(8)
    let bottom = height - .millimetres(8)
    var notes = entries.map { self.note(of: $0, measure: margin.size.width) }
    let left = Self.distribute(&notes, top: top, bottom: bottom)
    var items = notes.flatMap { self.items(of: $0, in: margin) }
    if let last = notes.last, !left.isEmpty {
      let y = last.top + last.frame.size.height + Self.gap
      items += overflow(left, at: Point(x: margin.minX, y: y), measure: margin.size.width)
    }
    return items
  }

  /// The room for notes, at the side that is not bound.
  private func margin(ofPage number: Int) -> Rect {
    let area = setup.typeArea(ofPage: number)
    let mirrored = setup.doubleSided && number % 2 == 0
    let isRight = (setup.bindingSide == .left) != mirrored
    let left = isRight ? area.maxX + Self.clearance : Self.edge
    let right = isRight ? setup.size.width - Self.edge : area.minX - Self.clearance
    return Rect(x: left, y: area.minY, width: right - left, height: area.size.height)
  }

  private func note(of entry: ProofEntry, measure: Length) -> Note {
    let line = entry.places.first.map { $0.start.y + CharacterFrame.descent(of: $0.size) } ?? .zero
    let frame = frame(of: entry, measure: measure)
    let wanted = (entry.places.first?.start.y ?? .zero) - .points(7)
    return Note(entry: entry, frame: frame, wanted: wanted, top: wanted, line: line)
  }

  /// The message, cut where it would be higher than eight lines; the list has it whole.
  private func frame(of entry: ProofEntry, measure: Length) -> Frame {
    let line = type.language == .chinese ? 8.5 : 7.5
    let size = type.language == .chinese ? 6.2 : 5.8
    var style = type.style("song", size: size, line: line, ink: .black)
    style.indentFirst = sign(of: entry).width + .points(2)
    let message = entry.finding.message(in: type.language)
    var count = message.count
    while true {
      let text = count == message.count ? message : message.prefix(count) + "……"
      let frame = setAlone(type.paragraph(String(text), style), measure: measure, shaper: shaper)
      if frame.size.height <= Self.mostLines * style.lineStep || count < 8 { return frame }
      count = count * 9 / 10
    }
  }

  /// Pushes notes down till none overlap, then up from the page's foot; gives back those that
  /// find no room, which are the least severe.
  private static func distribute(
    _ notes: inout [Note],
    top: Length,
    bottom: Length
  ) -> [ProofEntry] {
    var left: [ProofEntry] = []
    let room = bottom - top
    func height(_ notes: [Note]) -> Length {
      let line = left.isEmpty ? Length.zero : .points(20)
      return notes.reduce(line) { $0 + $1.frame.size.height + gap }
    }
    while height(notes) > room, notes.count > 1 {
      let least = notes.map(\.entry.finding.severity).min() ?? .note
      let place = notes.lastIndex { $0.entry.finding.severity == least } ?? notes.count - 1
      left.append(notes.remove(at: place).entry)
    }
    let end = bottom - (left.isEmpty ? .zero : .points(20))
    var next = top
    for index in notes.indices {
      notes[index].top = max(notes[index].wanted, next)
      next = notes[index].top + notes[index].frame.size.height + gap
    }
    var limit = end
    for index in notes.indices.reversed() {
      notes[index].top = min(notes[index].top, limit - notes[index].frame.size.height)
      limit = notes[index].top - gap
    }
    return left.sorted { $0.number < $1.number }
  }

  private func items(of note: Note, in margin: Rect) -> [FrameItem] {
    let corner = Point(x: margin.minX, y: note.top)
    let sign = sign(of: note.entry)
    let group = Group(frame: note.frame, transform: .translate(by: .zero))
    // The sign is centred on the first line.
    let mark = Point(x: corner.x, y: corner.y + .points(0.3))
    return leader(of: note, in: margin)
      + [FrameItem(.group(group), at: corner, tag: .artifact(.layout))]
      + sign.items(at: mark, type: type, shaper: shaper)
  }

  /// Below the line to its end, then to the note.
  private func leader(of note: Note, in margin: Rect) -> [FrameItem] {
    guard let place = note.entry.places.first else { return [] }
    let ink = inks.ink(note.entry.finding.severity)
    // Fainter below words that it does not speak of.
    let faint = InkTint(ink.ink, tint: Ratio(millionths: 550_000))
    let y = note.line + .points(1.2)
    let isRight = margin.minX > place.start.x
    let side = isRight ? margin.minX - Self.clearance : margin.maxX + Self.clearance
    let near = isRight ? margin.minX - .points(1) : margin.maxX + .points(1)
    let from = isRight ? place.end : place.start.x
    let start = Point(x: from, y: y)
    let corner = Point(x: side, y: y)
    let end = Point(x: near, y: note.top + ProofSign.height.scaled(by: 1, over: 2))
    func rule(_ from: Point, _ to: Point, _ ink: InkTint, dashes: [Length]) -> FrameItem {
      let rule = Rule(end: to - from, weight: Self.hairline, ink: ink, dashes: dashes)
      return FrameItem(.rule(rule), at: from, tag: .artifact(.layout))
    }
    return [
      rule(start, corner, faint, dashes: [.points(0.6), .points(2)]),
      rule(corner, end, ink, dashes: []),
    ]
  }

  private func overflow(
    _ entries: [ProofEntry],
    at corner: Point,
    measure: Length
  ) -> [FrameItem] {
    let numbers = entries.map { String($0.number) }
    let text =
      type.language == .chinese
      ? "另有 \(numbers.joined(separator: "、")) 见文末"
      : "\(numbers.joined(separator: ", ")): see the list"
    let style = type.style("hei", size: 5.8, line: 8)
    let frame = setAlone(type.paragraph(text, style), measure: measure, shaper: shaper)
    let group = Group(frame: frame, transform: .translate(by: .zero))
    return [FrameItem(.group(group), at: corner, tag: .artifact(.layout))]
  }
}

extension Rect {
  fileprivate func meets(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }
}
