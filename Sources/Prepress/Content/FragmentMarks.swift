import PageModel

/// Turns the marks of a drawing into marked content, fragment by fragment.
///
/// What painted outside of any fragment becomes an artifact, so that every mark on a page is either
/// content or artifact (ISO 32000-1, 14.8.2.2); a fragment that painted nothing loses its marks.
struct FragmentMarks {
  private let fragments: [DrawnFragment]
  /// Where, in the output, the stretch outside of fragments began.
  private var stretch = 0
  /// Where the marks of the open fragment begin and end in the output.
  private var open: Range<Int>?
  private(set) var found = 0
  private(set) var numbers: [Int?]
  private var nextNumber = 0
  /// How deep other marked content is nested, inside or outside of a fragment.
  var depth = 0
  /// Whether anything was painted since the fragment or the stretch began.
  var hasPainted = false

  init(_ fragments: [DrawnFragment]) {
    self.fragments = fragments
    numbers = Array(repeating: nil, count: fragments.count)
  }

  var expected: Int { fragments.count }
  var areComplete: Bool { found == expected && open == nil && depth == 0 }
  var canBegin: Bool { open == nil && depth == 0 }
  var endsFragment: Bool { open != nil && depth == 0 }

  mutating func begin(_ output: inout [UInt8]) {
    closeStretch(&output)
    let start = output.count
    if found < fragments.count { output.append(contentsOf: opening(of: fragments[found]).utf8) }
    open = start..<output.count
    found += 1
  }

  mutating func end(_ output: inout [UInt8]) {
    guard let marks = open else { return }
    open = nil
    guard hasPainted else {
      output.removeSubrange(marks)
      stretch = marks.lowerBound
      return
    }
    output.append(contentsOf: "EMC".utf8)
    if found <= fragments.count, case .element = fragments[found - 1].tag {
      numbers[found - 1] = nextNumber
      nextNumber += 1
    }
    stretch = output.count
    hasPainted = false
  }

  mutating func finish(_ output: inout [UInt8]) {
    closeStretch(&output)
  }

  private mutating func closeStretch(_ output: inout [UInt8]) {
    guard hasPainted else { return }
    output.insert(contentsOf: "\n/Artifact BMC\n".utf8, at: stretch)
    output.append(contentsOf: "\nEMC\n".utf8)
    stretch = output.count
    hasPainted = false
  }

  /// An element's type stands in the structure tree; here the name only has to be one.
  private func opening(of fragment: DrawnFragment) -> String {
    switch fragment.tag {
    case .element: "/P <</MCID \(nextNumber)>> BDC"
    case .artifact(.layout): "/Artifact <</Type /Layout>> BDC"
    case .artifact(.pagination): "/Artifact <</Type /Pagination>> BDC"
    }
  }
}
