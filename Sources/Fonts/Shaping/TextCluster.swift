import CHarfBuzz
import PageModel

/// The smallest piece of text that one font must set whole: a base with all that leans on it.
struct TextCluster {
  /// The UTF-8 range in the request's text.
  var range: Range<Int>
  /// The first character that is not invisible; nil when all are.
  var base: Unicode.Scalar?
  /// How many scalars there are; one is the common case and has a shorter way.
  var count: Int
  var kind: CharacterClass
}

/// Cuts text into clusters and says which list each is for.
struct ClusterCollector {
  private let marks: MarkContext

  init(marks: MarkContext) {
    self.marks = marks
  }

  /// The clusters of a text, in its order.
  func collect(_ text: String) -> [TextCluster] {
    var clusters: [TextCluster] = []
    clusters.reserveCapacity(text.utf8.count / 3 + 4)
    var offset = 0
    var isJoined = false
    for scalar in text.unicodeScalars {
      let end = offset + UTF8.width(scalar)
      let leaning = CharacterTable.leansOnTheOneBefore(scalar)
      if let last = clusters.indices.last, leaning || isJoined || clusters[last].base == nil {
        clusters[last].extend(to: end, with: leaning ? nil : scalar)
      } else {
        clusters.append(TextCluster(offset..<end, scalar, isInvisible: leaning))
      }
      isJoined = scalar == CharacterTable.zeroWidthJoiner
      offset = end
    }
    resolveNeighbourly(&clusters)
    return clusters
  }

  /// Decides what depends on the neighbours: marks that Chinese and Latin share, marks in numbers,
  /// white space inside text of other scripts.
  private func resolveNeighbourly(_ clusters: inout [TextCluster]) {
    for index in clusters.indices {
      guard let base = clusters[index].base else { continue }
      switch clusters[index].kind {
      case .latin, .han:
        if CharacterTable.belongsToNumbers(base), isBesideDigit(index, in: clusters) {
          clusters[index].kind = .digit
        }
      case .mark:
        if marks.isLatin(at: clusters[index].range.lowerBound) { clusters[index].kind = .latin }
      case .space where index > 0 && index + 1 < clusters.count:
        if clusters[index - 1].kind == .other, clusters[index + 1].kind == .other {
          clusters[index].kind = .other
        }
      default:
        break
      }
    }
  }

  private func isBesideDigit(_ index: Int, in clusters: [TextCluster]) -> Bool {
    func isDigit(_ index: Int) -> Bool {
      clusters.indices.contains(index) && (clusters[index].base?.isDecimalDigit ?? false)
    }
    return isDigit(index - 1) || isDigit(index + 1)
  }
}

extension TextCluster {
  fileprivate init(_ range: Range<Int>, _ scalar: Unicode.Scalar, isInvisible: Bool) {
    self.range = range
    base = isInvisible && CharacterTable.isInvisible(scalar) ? nil : scalar
    count = 1
    kind = base.map(CharacterTable.kind) ?? .han
  }

  /// Takes one more scalar in; `scalar` is what becomes the base if there is none yet.
  fileprivate mutating func extend(to end: Int, with scalar: Unicode.Scalar?) {
    range = range.lowerBound..<end
    count += 1
    if base == nil, let scalar {
      base = scalar
      kind = CharacterTable.kind(of: scalar)
    }
  }
}

extension Unicode.Scalar {
  var isDecimalDigit: Bool { (0x30...0x39).contains(value) }
}
