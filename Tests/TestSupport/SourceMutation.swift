/// Numbers that look random and are the same in every run (SplitMix64).
package struct Lot: RandomNumberGenerator {
  private var state: UInt64

  package init(_ seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  package mutating func below(_ bound: Int) -> Int {
    bound < 1 ? 0 : Int.random(in: 0..<bound, using: &self)
  }

  package mutating func range(in count: Int, longest: Int) -> Range<Int> {
    let start = below(count)
    return start..<min(count, start + 1 + below(longest))
  }

  package mutating func one<Element>(of list: [Element]) -> Element { list[below(list.count)] }
}

/// Spoils a text as copying, mailing and saving do, or as nobody would.
package enum SourceMutation {
  /// The text with some changes of its characters.
  package static func characters(_ text: String, with scraps: [String], _ lot: inout Lot) -> String
  {
    var scalars = Array(text.unicodeScalars)
    for _ in 0...lot.below(4) { change(&scalars, with: scraps, &lot) }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func change(
    _ scalars: inout [Unicode.Scalar],
    with scraps: [String],
    _ lot: inout Lot
  ) {
    guard !scalars.isEmpty else { return }
    let range = lot.range(in: scalars.count, longest: 24)
    switch lot.below(6) {
    case 0: scalars.removeSubrange(range)
    case 1: scalars.insert(contentsOf: Array(scalars[range]), at: range.upperBound)
    case 2:
      let moved = Array(scalars[range])
      scalars.removeSubrange(range)
      scalars.insert(contentsOf: moved, at: lot.below(scalars.count + 1))
    case 3:
      let width = 20 + lot.below(30)
      let places = stride(from: range.lowerBound, to: scalars.count, by: width).prefix(12)
      for place in places.reversed() { scalars.insert("\n", at: place) }
    default:
      let scrap = Array(lot.one(of: scraps).unicodeScalars)
      scalars.insert(contentsOf: scrap, at: lot.below(scalars.count + 1))
    }
  }

  /// Bytes with some of them deleted, doubled, exchanged or made another.
  package static func bytes(_ bytes: [UInt8], _ lot: inout Lot) -> [UInt8] {
    var bytes = bytes
    for _ in 0...lot.below(4) where !bytes.isEmpty {
      let range = lot.range(in: bytes.count, longest: 8)
      switch lot.below(4) {
      case 0: bytes.removeSubrange(range)
      case 1: bytes.insert(contentsOf: Array(bytes[range]), at: range.lowerBound)
      case 2: bytes.swapAt(range.lowerBound, lot.below(bytes.count))
      default: bytes[range.lowerBound] = UInt8(truncatingIfNeeded: lot.next())
      }
    }
    return bytes
  }

  /// XML with changes of the characters between its tags.
  package static func texts(_ text: String, with scraps: [String], _ lot: inout Lot) -> String {
    var parts = text.split(separator: ">", omittingEmptySubsequences: false).map(String.init)
    let places = parts.indices.filter { parts[$0].first.map { $0 != "<" } ?? false }
    for _ in 0...lot.below(3) {
      let place = lot.one(of: places)
      guard let tag = parts[place].firstIndex(of: "<") else { continue }
      let words = characters(String(parts[place][..<tag]), with: scraps, &lot)
      parts[place] = words.filter { $0 != "<" && $0 != "&" && $0 != "\0" } + parts[place][tag...]
    }
    return parts.joined(separator: ">")
  }

  /// XML with elements taken out, doubled, exchanged, wrapped in others, or with text beside them, so
  /// that it stays well formed.
  package static func elements(
    _ text: String,
    wrappers: [(String, String)],
    scraps: [String],
    _ lot: inout Lot
  ) -> String {
    var text = text
    for _ in 0...lot.below(3) {
      let found = ranges(of: text)
      guard !found.isEmpty else { return text }
      let range = lot.one(of: found)
      switch lot.below(5) {
      case 0: text.removeSubrange(range)
      case 1: text.insert(contentsOf: String(text[range]), at: range.upperBound)
      case 2: text.insert(contentsOf: lot.one(of: scraps), at: range.lowerBound)
      case 3:
        let moved = String(text[lot.one(of: found)])
        text.insert(contentsOf: moved, at: range.lowerBound)
      default:
        let wrapper = lot.one(of: wrappers)
        text.replaceSubrange(range, with: wrapper.0 + String(text[range]) + wrapper.1)
      }
    }
    return text
  }

  /// The elements of a text below its second level, from the start tag's first to the end tag's last.
  private static func ranges(of text: String) -> [Range<String.Index>] {
    var open: [String.Index] = []
    var found: [Range<String.Index>] = []
    var index = text.startIndex
    while let start = text[index...].firstIndex(of: "<"),
      let end = text[start...].firstIndex(of: ">")
    {
      index = text.index(after: end)
      let inside = text[text.index(after: start)..<end]
      if inside.hasPrefix("?") || inside.hasPrefix("!") { continue }
      if inside.hasPrefix("/") {
        guard let start = open.popLast(), open.count >= 2 else { continue }
        found.append(start..<index)
      } else if inside.hasSuffix("/") {
        if open.count >= 2 { found.append(start..<index) }
      } else {
        open.append(start)
      }
    }
    return found
  }
}
