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
  private let neutralIsLatin: Bool

  init(language isChinese: Bool) {
    neutralIsLatin = !isChinese
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
      case .space where index > 0 && index + 1 < clusters.count:
        if clusters[index - 1].kind == .other, clusters[index + 1].kind == .other {
          clusters[index].kind = .other
        }
      default:
        break
      }
    }
    if clusters.contains(where: { $0.kind == .mark }) { resolveMarks(&clusters) }
  }

  private func isBesideDigit(_ index: Int, in clusters: [TextCluster]) -> Bool {
    func isDigit(_ index: Int) -> Bool {
      clusters.indices.contains(index) && (clusters[index].base?.isDecimalDigit ?? false)
    }
    return isDigit(index - 1) || isDigit(index + 1)
  }

  /// A mark is Latin when the nearest letters on both sides are; where there is none, the language
  /// says.
  ///
  /// Chinese text takes “”‘’—…· from the Chinese font, a full character frame wide
  /// (GB/T 15834-2011, 5.1); Latin fonts draw the same characters narrower (clreq #430).
  private func resolveMarks(_ clusters: inout [TextCluster]) {
    let isLatin = clusters.map(Self.isLatinLetter)
    var latinAfter = [Bool](repeating: neutralIsLatin, count: clusters.count)
    var nearest = neutralIsLatin
    for index in clusters.indices.reversed() {
      nearest = isLatin[index] ?? nearest
      latinAfter[index] = nearest
    }
    nearest = neutralIsLatin
    for index in clusters.indices {
      nearest = isLatin[index] ?? nearest
      if clusters[index].kind == .mark, nearest, latinAfter[index] { clusters[index].kind = .latin }
    }
  }

  /// Nil for what says nothing: white space and marks.
  private static func isLatinLetter(_ cluster: TextCluster) -> Bool? {
    switch cluster.kind {
    case .space, .mark: nil
    case .latin: cluster.base.map(CharacterTable.isLetter) == true ? true : nil
    case .han, .digit, .other: false
    }
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
