import Diagnostics

/// Checks the numbers of an outline and its lists: gaps, repeats, levels left out.
struct OutlineCheck {
  private let lines: [Line]
  private var findings = Findings()

  static func check(
    _ outline: Outline,
    _ lines: [Line],
    restarts: [Int],
    findings: inout Findings
  ) {
    var check = OutlineCheck(lines: lines)
    let articles = outline.series.filter { $0.system == .article }.flatMap(\.members)
    var last: [HeadingMark.System: HeadingShape] = [:]
    for series in outline.series where series.system != .article {
      // （三） under 二、 may count on from （二） under 一、, as many documents do.
      let before = last[series.system].flatMap { series.goesOn(from: $0) ? $0 : nil }
      check.checkNumbers(of: series.members, after: before, restarts: restarts)
      if series.depth == 1 { last[series.system] = series.members.last }
    }
    check.checkNumbers(of: articles, after: nil, restarts: restarts)
    check.checkLevels(of: outline)
    let list = check.findings.list.sorted { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) }
    for finding in list { findings.add(finding) }
  }

  private init(lines: [Line]) {
    self.lines = lines
  }

  /// One number after the other, from 1; an attached text begins anew.
  private mutating func checkNumbers(
    of members: [HeadingShape],
    after previous: HeadingShape?,
    restarts: [Int]
  ) {
    // A number that nothing continues is no count: 3. in a line of its own.
    guard
      members.count > 1 || members.first?.mark.value == 1 || members.first?.rank != nil
        || members.first?.mark.system ?? .circled <= .bracketedHan
    else { return }
    var last = previous
    for member in members {
      if let before = last, member.mark.value == 1,
        restarts.contains(where: { (before.line...member.line).contains($0) })
      {
        last = nil
      }
      let expected = (last?.mark.value ?? 0) + 1
      if let last, member.mark.value == last.mark.value {
        addRepeat(of: last, at: member, expected: expected)
      } else if member.mark.value != expected {
        addGap(at: member, expected: expected)
      }
      last = member
    }
  }

  private func span(of member: HeadingShape) -> Span {
    lines[member.line].text.span(of: 0..<member.mark.end)
  }

  private mutating func addGap(at member: HeadingShape, expected: Int) {
    let arguments: [String: FindingArgument] = [
      "found": .number(member.mark.value), "expected": .number(expected),
    ]
    findings.add(Finding(.brokenSectionOrder, at: span(of: member), arguments))
  }

  private mutating func addRepeat(of first: HeadingShape, at member: HeadingShape, expected: Int) {
    let arguments: [String: FindingArgument] = [
      "found": .number(member.mark.value), "expected": .number(expected),
    ]
    let note = Finding.Note(
      Bilingual("前一个在这里", "the first stands here"),
      at: span(of: first)
    )
    findings.add(
      Finding(.repeatedSectionNumber, at: span(of: member), arguments, notes: [note])
    )
  }

  /// A heading two levels below the one above it, where the level between is used elsewhere.
  ///
  /// In a report that has no （一）, 1. right below 一、 is good use.
  private mutating func checkLevels(of outline: Outline) {
    let used = Set(outline.headings.values.map(\.level))
    var above = 0
    for index in outline.headings.keys.sorted() {
      guard let heading = outline.headings[index] else { continue }
      defer { above = heading.level }
      guard above > 0, heading.level > above + 1, let mark = heading.mark,
        let skipped = ((above + 1)..<heading.level).first(where: used.contains)
      else { continue }
      let arguments: [String: FindingArgument] = [
        "found": .number(heading.level), "skipped": .number(skipped),
      ]
      let span = lines[index].text.span(of: 0..<mark.end)
      findings.add(Finding(.skippedHeadingLevel, at: span, arguments))
    }
  }
}
