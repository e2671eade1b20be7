import Diagnostics

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
    dropControlCharacters(from: &lines, without: disabled, log: &log)
    dropAnnotations(from: &lines, without: disabled, log: &log)
    lines = lines.withoutBlankLines(&log, reporting: !disabled.contains(.blankLines))
    lines = LineRules.apply(to: lines, without: disabled, log: &log)
    let title = lines.firstIndex { $0.role == .text }
    for index in lines.indices where lines[index].role == .text && lines[index].form != .image {
      let isFirst = index == title
      CharacterRule.apply(to: &lines[index], isFirst: isFirst, without: disabled, log: &log)
    }
    return disabled.contains(.hardWraps) ? lines : HardWraps.join(lines, log: &log)
  }

  private static func dropControlCharacters(
    from lines: inout [Line],
    without disabled: Set<CleaningRule>,
    log: inout CleaningLog
  ) {
    guard !disabled.contains(.controlCharacters) else { return }
    for index in lines.indices {
      let text = lines[index].text
      let runs = ControlCharacters.find(in: text.scalars)
      guard !runs.isEmpty else { continue }
      for run in runs { log.drop(text.slice(run), as: .control, by: .controlCharacters) }
      lines[index].read(text.applying(runs.map { Edit(range: $0, replacement: []) }))
    }
  }

  private static func dropAnnotations(
    from lines: inout [Line],
    without disabled: Set<CleaningRule>,
    log: inout CleaningLog
  ) {
    guard !disabled.contains(.annotations) else { return }
    for index in lines.indices where lines[index].form != .image {
      let text = lines[index].text
      let readings = Annotations.find(in: text.scalars)
      for reading in readings { log.drop(text.slice(reading), as: .annotation, by: .annotations) }
      lines[index].text = text.applying(readings.map { Edit(range: $0, replacement: []) })
    }
  }
}
