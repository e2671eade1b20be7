import Typography

extension PagedDocument {
  /// About how many bytes the finished document takes in memory: its values and what their arrays
  /// and strings hold outside of themselves.
  ///
  /// Storage that two values share is counted twice, so the measure errs upwards.
  package var footprint: Int {
    pages.reduce(0) { $0 + $1.footprint } + structure.footprint
      + Footprint.array(outline) { Footprint.string($0.title) }
      + Footprint.array(destinations) { Footprint.string($0.name) }
  }
}

/// What things take outside of the value that holds them (Swift on 64 bits).
private enum Footprint {
  /// An array's buffer begins with a header of 32 bytes.
  static let arrayHeader = 32
  /// The box of an indirect enum case begins with a header of 16 bytes.
  static let boxHeader = 16

  static func array<Element>(
    _ array: [Element],
    inside: (Element) -> Int = { _ in 0 }
  ) -> Int {
    guard array.capacity > 0 else { return 0 }
    return array.reduce(arrayHeader + array.capacity * MemoryLayout<Element>.stride) {
      $0 + inside($1)
    }
  }

  /// Up to 15 bytes of UTF-8 stand in the string itself.
  static func string(_ text: String?) -> Int {
    guard let text, text.utf8.count > 15 else { return 0 }
    return arrayHeader + text.utf8.count + 1
  }
}

extension Page {
  fileprivate var footprint: Int {
    MemoryLayout<Page>.stride + frame.footprint + Footprint.string(label)
  }
}

extension Frame {
  fileprivate var footprint: Int { Footprint.array(items) { $0.content.footprint } }
}

extension FrameItem.Content {
  /// The box of the case with what stands in it.
  fileprivate var footprint: Int {
    switch self {
    case .group(let group):
      Footprint.boxHeader + MemoryLayout<Group>.stride + group.frame.footprint
    case .text(let run):
      Footprint.boxHeader + MemoryLayout<GlyphRun>.stride + Footprint.array(run.glyphs)
        + Footprint.string(run.text) + Footprint.string(run.language.tag)
    case .rule(let rule):
      Footprint.boxHeader + MemoryLayout<Rule>.stride + Footprint.array(rule.dashes)
    case .path(let path):
      Footprint.boxHeader + MemoryLayout<Path>.stride + Footprint.array(path.segments)
    case .link(let link):
      Footprint.boxHeader + MemoryLayout<Link>.stride + link.target.footprint
    }
  }
}

extension LinkTarget {
  fileprivate var footprint: Int {
    switch self {
    case .address(let text), .destination(let text): Footprint.string(text)
    }
  }
}

extension StructureTree {
  fileprivate var footprint: Int {
    Footprint.array(elements) { element in
      let attributes = element.attributes
      return Footprint.array(element.children) + Footprint.string(attributes.alternative)
        + Footprint.string(attributes.actualText) + Footprint.string(attributes.title)
    }
  }
}
