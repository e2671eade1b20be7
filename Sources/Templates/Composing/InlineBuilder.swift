import Diagnostics
import DocumentModel
import Statistics
import OrderedCollections
import Typography

/// Turns the pieces of a paragraph into inlines, with figures and kept words marked.
///
/// The recogniser reads the whole text, so that a number and its unit that come from two pieces
/// are kept together, too.
struct InlineBuilder {
  let styles: StyleSheet
  let recognise: @Sendable (String) -> [Recognised]
  /// The style of text that names none.
  let base: TextStyle

  /// A figure of the report and the scalars it takes in the text.
  struct FigureRange: Hashable {
    var id: FigureID
    var range: Range<Int>
  }

  func inlines(_ pieces: [Piece], figures: [FigureRange] = []) -> [Inline] {
    let laid = lay(pieces)
    let text = pieces.map(\.text).joined()
    let own = laid.compactMap { item in
      item.piece.figure.map { FigureRange(id: $0, range: item.range) }
    }
    var kept = recognise(text).map(\.range).filter { !$0.isEmpty }
    kept += laid.indices.dropFirst().filter { laid[$0].piece.isKept }.map { index in
      laid[index - 1].range.lowerBound..<laid[index].range.upperBound
    }
    let unseen = figures.map(\.range).filter { range in !kept.contains { $0.overlaps(range) } }
    let groups = Self.joined(
      Self.wholeReadings((kept + own.map(\.range) + unseen), of: laid)
    )
    return build(0..<text.unicodeScalars.count, laid: laid, groups: groups, figures: figures + own)
  }

  /// Ranges that hold all or nothing of words with one reading.
  private static func wholeReadings(_ ranges: [Range<Int>], of laid: [Laid]) -> [Range<Int>] {
    let words = laid.filter { $0.piece.marks.reading != nil }.map(\.range)
    guard !words.isEmpty else { return ranges }
    return ranges.map { range in
      words.reduce(range) { whole, word in
        guard word.overlaps(range) else { return whole }
        return min(whole.lowerBound, word.lowerBound)..<max(whole.upperBound, word.upperBound)
      }
    }
  }

  /// Ranges that overlap made one, in order; what only touches stays apart.
  static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    })
    where !range.isEmpty {
      if let last = result.last, range.lowerBound < last.upperBound {
        result[result.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  private struct Laid {
    var piece: Piece
    var style: TextStyle
    var range: Range<Int>
  }

  /// The pieces with their looks and the scalars they take.
  private func lay(_ pieces: [Piece]) -> [Laid] {
    var offset = 0
    var looks = PieceLooks(styles: styles, base: base)
    return pieces.map { piece in
      let count = piece.text.unicodeScalars.count
      defer { offset += count }
      return Laid(piece: piece, style: looks.style(of: piece), range: offset..<offset + count)
    }
  }

  /// Groups become figures where a figure of the report stands in them, else kept words; what a
  /// figure's quote says between its numbers (从…提升至…) may be parted and stays plain.
  private func build(
    _ whole: Range<Int>,
    laid: [Laid],
    groups: [Range<Int>],
    figures: [FigureRange]
  ) -> [Inline] {
    var result: [Inline] = []
    var start = whole.lowerBound
    for group in groups {
      result += texts(start..<group.lowerBound, laid: laid)
      let content = texts(group, laid: laid)
      let figure = figures.first { $0.range.overlaps(group) }
      result.append(figure.map { .figure($0.id, content) } ?? .kept(content))
      start = group.upperBound
    }
    return result + texts(start..<whole.upperBound, laid: laid)
  }

  private func texts(_ range: Range<Int>, laid: [Laid]) -> [Inline] {
    laid.flatMap { item -> [Inline] in
      let part = item.range.clamped(to: range)
      guard !part.isEmpty else { return [] }
      let offset = part.lowerBound - item.range.lowerBound
      let text = item.piece.text.scalars(offset..<offset + part.count)
      return inlines(text, of: item.piece, style: item.style, from: offset)
    }
  }

  private func inlines(
    _ text: String,
    of piece: Piece,
    style: TextStyle,
    from start: Int
  ) -> [Inline] {
    var result: [Inline] = []
    if let reference = piece.reference {
      // A link inside a reference (ISO 32000-1, 14.8.4.4.1).
      let mark = Inline.text(.init(reference.mark, style: style, span: piece.span))
      return [.marked(.reference, nil, [.link(.destination(reference.id), [mark])])]
    } else if let fill = piece.fill {
      result = [fill.leader.map { .leader(Leader($0, style: style)) } ?? .fill]
    } else if let place = piece.pageOf {
      result = [.pageReference(PageReference(.block(place)), style)]
    } else if let page = piece.page {
      result = [.pageReference(PageReference(page == .count ? .total : .current), style)]
    } else {
      let lines = text.split(separator: "\n" as Character, omittingEmptySubsequences: false)
      var offset = start
      for (index, line) in lines.enumerated() {
        if index > 0 { result.append(.lineBreak) }
        if !line.isEmpty {
          let origin = piece.origin?.advanced(by: offset)
          let text = Inline.Text(String(line), style: style, span: piece.span, origin: origin)
          result.append(.text(text))
        }
        offset += line.unicodeScalars.count + 1
      }
    }
    if let reading = piece.marks.reading {
      result = [.ruby(result, reading.reading(beside: style, styles: styles))]
    }
    if let language = piece.marks.language { result = [.marked(.span, language, result)] }
    guard let link = piece.marks.link else { return linkedToSource(result, of: piece) }
    let isInner = link.hasPrefix("#")
    return [.link(isInner ? .destination(String(link.dropFirst())) : .address(link), result)]
  }

  /// A number that is printed leads to where it comes from.
  private func linkedToSource(_ inlines: [Inline], of piece: Piece) -> [Inline] {
    let name =
      piece.figure.map { SourceLinks.wish(figure: Int($0.index)) }
      ?? piece.result.map { SourceLinks.wish(result: $0) } ?? piece.wish
    return name.map { [.link(.destination($0), inlines)] } ?? inlines
  }
}

extension StyleSheet {
  /// The style of `**strong**` text; without it strong text is bold.
  static let strong = "strong"
  /// The style of the marks of notes, laid over that of the text; without it they are raised.
  static let noteMark = "note-mark"
}

extension String {
  /// A part of the string by Unicode scalar offsets.
  func scalars(_ range: Range<Int>) -> String {
    String(unicodeScalars.dropFirst(range.lowerBound).prefix(range.count))
  }
}
