import Containers
import Diagnostics
import WritingSystems

/// What a reader of one format hands to the cleaner: the lines of a report in reading order, each
/// character with its place, and what of the file is no text of the report.
///
/// Every format becomes this, so that cleaning and structure are written once.
struct RawDocument {
  /// Something left out by the reader.
  struct Dropped {
    let text: Strand
    let kind: Report.Dropped.Kind
    /// The rule it is counted under; nil for what no reader of the page would see.
    let rule: CleaningRule?
  }

  /// The name of the encoding, as printed.
  var encoding: String
  var lines: [Line] = []
  var dropped: [Dropped] = []
  /// The pictures that lines stand for (`Line.picture`).
  var pictures: [Report.Picture] = []
  /// The archive that the file is, still open.
  var archive: Archive?
  /// What the file says of itself beside its text (`<meta>`, document properties); used where the
  /// text says nothing.
  var source: SourcedText?
  var published: PartialDate?

  init(encoding: String) {
    self.encoding = encoding
  }

  /// A document of a file of text, decoded as its encoding is named, declared or found; nil when it
  /// is none.
  init?(
    decoding id: SourceFile.ID,
    as encoding: String?,
    declared: String? = nil,
    in files: inout SourceFiles,
    findings: inout Findings
  ) {
    let decoder = TextDecoder(encoding: encoding, declared: declared)
    guard let decoded = decoder.decode(id, in: &files, findings: &findings) else { return nil }
    self.init(encoding: decoded.encoding.name)
  }

  mutating func drop(_ text: Strand, as kind: Report.Dropped.Kind, by rule: CleaningRule?) {
    guard !text.isEmpty else { return }
    dropped.append(Dropped(text: text, kind: kind, rule: rule))
  }
}

extension Array<Line> {
  /// The lines with the first heading as their title, when it stands above all others.
  ///
  /// `# 标题` in Markdown and 标题 1 in Word are used for both.
  func titled() -> [Line] {
    var lines = self
    let ranks = compactMap(\.headingRank)
    guard !contains(where: { $0.form == .title }), let highest = ranks.min(),
      ranks.count(where: { $0 == highest }) == 1,
      let first = firstIndex(where: { !$0.isBlank }), self[first].headingRank == highest,
      HeadingMark(self[first].text.scalars) == nil
    else { return lines }
    lines[first].form = .title
    return lines
  }

  /// The headings ranked among themselves: the highest that a report uses is of rank 1.
  func ranked() -> [Line] {
    let ranks = Set(compactMap(\.headingRank)).sorted()
    return map { line in
      var line = line
      if let rank = line.headingRank.flatMap(ranks.firstIndex) { line.form = .heading(rank + 1) }
      return line
    }
  }
}
