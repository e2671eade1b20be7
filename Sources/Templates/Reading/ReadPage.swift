import Diagnostics
import DocumentModel
import Geometry
import Settings
import Typography

extension PageGeometry {
  /// What stands for the page until it has been read: a page of GB/T 9704.
  static let placeholder = PageGeometry(
    size: Size(width: 210 * .millimetre, height: 297 * .millimetre),
    bleed: .zero,
    bindingSide: .left,
    isDoubleSided: true,
    typeArea: TypeArea(
      top: 37 * .millimetre,
      inside: 28 * .millimetre,
      width: 156 * .millimetre,
      height: 225 * .millimetre
    ),
    grid: CharacterGrid(
      characters: 28,
      lines: 22,
      characterSize: 16 * .point,
      width: 156 * .millimetre,
      height: 225 * .millimetre
    )
  )
}

extension TemplateReader {
  mutating func readPage() -> PageGeometry? {
    guard let page = root["page"], let size = page["size"]?.string.flatMap(LayoutWords.size),
      let area = readTypeArea(page["type-area"]),
      let grid = readGrid(page["grid"], area: area)
    else { return nil }
    guard LengthBounds.page.contains(size.width), LengthBounds.page.contains(size.height) else {
      if let node = page["size"] {
        outOfBounds(node, key: "size", expected: LengthBounds.page.expected)
      }
      return nil
    }
    if area.inside + area.width > size.width || area.top + area.height > size.height {
      findings.add(Finding(.layoutOffPage, at: page["type-area"]?.span))
    }
    return PageGeometry(
      size: size,
      bleed: length(page["bleed"], key: "bleed", .bleed) ?? .zero,
      bindingSide: choice(page["binding"]?["side"]) ?? .left,
      isDoubleSided: page["binding"]?["double-sided"]?.flag ?? true,
      typeArea: area,
      grid: grid,
      lastPageFit: page["last-page-fit"]?.integer ?? 0
    )
  }

  private mutating func readTypeArea(_ node: SettingNode?) -> TypeArea? {
    guard let top = length(node?["top"], key: "top"),
      let inside = length(node?["inside"], key: "inside"),
      let width = length(node?["width"], key: "width", .positive),
      let height = length(node?["height"], key: "height", .positive)
    else { return nil }
    return TypeArea(top: top, inside: inside, width: width, height: height)
  }

  private mutating func readGrid(_ node: SettingNode?, area: TypeArea) -> CharacterGrid? {
    guard let node, let characters = node["characters"]?.integer,
      let lines = node["lines"]?.integer, let size = length(node["size"], key: "size", .typeSize)
    else { return nil }
    guard size <= area.width, size * lines <= area.height else {
      findings.add(Finding(.layoutGridTooNarrow, at: node.span))
      return nil
    }
    return CharacterGrid(
      characters: characters,
      lines: lines,
      characterSize: size,
      width: area.width,
      height: area.height
    )
  }

  mutating func readInks() {
    for entry in root["inks"]?.entries ?? [] {
      let parts = (entry.value["cmyk"]?.items ?? []).compactMap(\.number)
      guard parts.count == 4 else {
        findings.add(
          Finding(
            .layoutInkNeedsFour,
            at: entry.value["cmyk"]?.span ?? entry.keySpan,
            ["count": .number(parts.count)]
          )
        )
        continue
      }
      guard entry.key != "paper" else {
        findings.add(Finding(.layoutReservedName, at: entry.keySpan, ["name": .quote(entry.key)]))
        continue
      }
      guard hasRoom(for: entry) else { return }
      guard let screen = entry.value["screen"]?.string.flatMap(LayoutWords.colour) else { continue }
      let ink = Ink(
        name: entry.key,
        process: ProcessColour(
          cyan: Ratio(parts[0] / 100),
          magenta: Ratio(parts[1] / 100),
          yellow: Ratio(parts[2] / 100),
          black: Ratio(parts[3] / 100)
        ),
        spot: entry.value["spot"]?.string,
        screen: screen
      )
      if isPrintable(ink, entry) { palette.define(ink) }
    }
  }

  /// Whether an ink is what its name says, on a plate of its own.
  private mutating func isPrintable(_ ink: Ink, _ entry: SettingNode.Entry) -> Bool {
    if ink.name == "black", ink.process != .black || ink.spot != nil {
      findings.add(Finding(.layoutBlackNotBlack, at: entry.value.span))
      return false
    }
    guard let spot = ink.spot, let span = entry.value["spot"]?.span else { return true }
    // The names of the process colorants and of all and no plates (ISO 32000-1, 8.6.6.4).
    let reserved = ["All", "None", "Cyan", "Magenta", "Yellow", "Black"]
    if spot.isEmpty || reserved.contains(where: { $0.lowercased() == spot.lowercased() }) {
      findings.add(Finding(.layoutReservedSpot, at: span, ["name": .quote(spot)]))
      return false
    }
    if let other = palette.inks.first(where: { $0.spot == spot && $0.name != ink.name }) {
      findings.add(
        Finding(
          .layoutRepeatedSpot,
          at: span,
          ["name": .quote(spot), "other": .quote(other.name)]
        )
      )
      return false
    }
    return true
  }

  /// Whether the palette can take one ink more; said once, at the first that is too many.
  private mutating func hasRoom(for entry: SettingNode.Entry) -> Bool {
    if palette.id(named: entry.key) != nil || palette.inks.count < InkPalette.mostInks {
      return true
    }
    findings.add(
      Finding(.layoutTooManyInks, at: entry.keySpan, ["limit": .number(InkPalette.mostInks)])
    )
    return false
  }

  mutating func inkTint(_ node: SettingNode?) -> InkTint? {
    guard let node, let (name, tint) = node.string.flatMap(LayoutWords.inkAndTint) else {
      return nil
    }
    guard let id = palette.id(named: name) else {
      unknown(
        Bilingual("油墨", "ink"),
        node,
        among: palette.inks.map(\.name) + ["paper"]
      )
      return nil
    }
    return InkTint(id, tint: tint)
  }

  /// A rule: a weight, or a weight and an ink.
  mutating func stroke(_ node: SettingNode?) -> Stroke? {
    guard let node else { return nil }
    let ink = inkTint(node["ink"]) ?? .black
    let weight = node.entries.isEmpty ? node : node["weight"]
    return length(weight, key: "weight").map { Stroke(weight: $0, ink: ink) }
  }

  mutating func readMasters() -> Template.Masters {
    scope.isRunning = true
    defer { scope.isRunning = false }
    let masters = root["masters"]
    var result = Template.Masters()
    if let first = masters?["first"] { result.first = master(first, completedBy: masters?["odd"]) }
    result.odd = master(masters?["odd"], completedBy: nil)
    result.even = master(masters?["even"], completedBy: nil)
    return result
  }

  /// A master; what the first page's does not speak of is as on odd pages, `none` is none.
  private mutating func master(
    _ node: SettingNode?,
    completedBy other: SettingNode?
  ) -> Template.Masters.Master {
    Template.Masters.Master(
      header: running(node?["header"] ?? other?["header"], distance: "above"),
      footer: running(node?["footer"] ?? other?["footer"], distance: "below")
    )
  }

  private mutating func running(
    _ node: SettingNode?,
    distance key: String
  ) -> Template.Masters.Running? {
    guard let node, !node.entries.isEmpty, let text = string(node["text"]),
      let style = paragraphStyleName(node["style"])
    else { return nil }
    let em = styles[style].size
    return Template.Masters.Running(
      text: text,
      style: style,
      alignment: choice(node["align"]),
      inset: length(node["inset"], key: "inset", em: em) ?? .zero,
      distance: length(node[key], key: key, em: em) ?? .zero
    )
  }
}
