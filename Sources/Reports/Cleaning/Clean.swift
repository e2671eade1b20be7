import Diagnostics
import WritingSystems

/// Cleans a text: what belongs to the page it was taken from goes, what a machine spoilt is
/// repaired, and both are listed.
enum Cleaning {
  /// The lines of the report, clean, without empty ones.
  static func clean(
    _ document: RawDocument,
    without disabled: Set<CleaningRule>,
    log: inout CleaningLog
  ) -> [Line] {
    for dropped in document.dropped { log.drop(dropped.text, as: dropped.kind, by: dropped.rule) }
    var lines = document.lines
    repairDecoding(of: &lines, without: disabled)
    log.remarks += CharacterCensus.findings(lines)
    takeOut(of: &lines, without: disabled)
    if !disabled.contains(.drawnTables) { DrawnTables.find(in: &lines, log: &log) }
    lines = lines.withoutBlankLines(&log, reporting: !disabled.contains(.blankLines))
    lines = LineRules.apply(to: lines, without: disabled, log: &log)
    for index in lines.indices where lines[index].role == .text {
      lines[index].deeds.forEach { log.record($0) }
    }
    return repairText(lines, without: disabled, log: &log)
  }

  /// Repairs of characters; lines are joined first, because marks pair across the broken ends.
  private static func repairText(
    _ given: [Line],
    without disabled: Set<CleaningRule>,
    log: inout CleaningLog
  ) -> [Line] {
    var lines = given
    for index in lines.indices where lines[index].isRepaired {
      CharacterRule.apply(.early, to: &lines[index], isFirst: false, disabled, log: &log)
    }
    if !disabled.contains(.hardWraps) { lines = HardWraps.join(lines, log: &log) }
    let title = lines.firstIndex { $0.role == .text }
    for index in lines.indices where lines[index].isRepaired {
      CharacterRule.apply(.late, to: &lines[index], isFirst: index == title, disabled, log: &log)
    }
    return lines
  }

  /// Undoes wrong decodings; before anything else, since they hold control characters.
  private static func repairDecoding(of lines: inout [Line], without disabled: Set<CleaningRule>) {
    guard !disabled.contains(.mojibake) else { return }
    for index in lines.indices where lines[index].form != .image {
      let text = lines[index].text
      let edits = Mojibake.find(in: text.scalars)
      lines[index].repair(edits, .character, by: .mojibake)
    }
  }

  /// Takes out what is no part of the text: characters that nobody sees, readings.
  private static func takeOut(of lines: inout [Line], without disabled: Set<CleaningRule>) {
    for index in lines.indices {
      if !disabled.contains(.controlCharacters) {
        lines[index].drop(
          ControlCharacters.find(in: lines[index].text.scalars),
          as: .control,
          by: .controlCharacters
        )
      }
      if !disabled.contains(.annotations), lines[index].form != .image {
        let readings = Annotations.find(in: lines[index].text.scalars)
        lines[index].drop(readings, as: .annotation, by: .annotations)
      }
    }
  }
}

extension Line {
  /// Whether the rules for characters apply to it.
  fileprivate var isRepaired: Bool { role == .text && form != .image }

  /// Leaves parts of the line out, to be listed if the line stays.
  fileprivate mutating func drop(
    _ ranges: [Range<Int>],
    as kind: Report.Dropped.Kind,
    by rule: CleaningRule
  ) {
    guard !ranges.isEmpty else { return }
    deeds += ranges.map { .drop(text.slice($0), kind, rule) }
    text = text.applying(ranges.map { Edit(range: $0, replacement: []) })
  }

  /// Changes parts of the line, to be listed if the line stays.
  fileprivate mutating func repair(
    _ edits: [Edit],
    _ kind: Report.Repair.Kind,
    by rule: CleaningRule
  ) {
    guard !edits.isEmpty else { return }
    deeds += edits.map { edit in
      .repair(
        kind,
        from: text.string(of: edit.range),
        to: String(scalars: edit.replacement[...]),
        at: text.span(of: edit.range),
        rule
      )
    }
    text = text.applying(edits)
  }
}
