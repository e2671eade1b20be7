import Diagnostics

/// One rule of cleaning; each has a name, a finding that says what it did, and can be switched off.
package enum CleaningRule: String, Hashable, Sendable, CaseIterable {
  /// Control characters, byte order marks and zero-width characters.
  case controlCharacters = "control-characters"
  /// Pinyin or zhuyin in brackets stuck to a Han character: 設(shè).
  case annotations
  /// Compatibility ideographs and radicals that stand for a plain character.
  case compatibilityCharacters = "compatibility-characters"
  /// Menus, breadcrumbs and page tools.
  case navigation
  /// 主办单位, 备案号, 技术支持, counters of visitors.
  case footers
  /// Lists of links that have nothing to do with the report.
  case linkFarms = "link-farms"
  /// A line that is nothing but a number.
  case strayLines = "stray-lines"
  /// A line said again at once.
  case duplicateLines = "duplicate-lines"
  /// The line that says source and time of a page, and the masthead of an earlier bulletin; both
  /// are read, then left out.
  case bylines
  /// Two and more empty lines in a row.
  case blankLines = "blank-lines"
  /// White space that begins or ends a line.
  case indents
  /// Full-width digits and letters.
  case letterWidths = "letter-widths"
  /// Half-width marks in Chinese text.
  case punctuationWidths = "punctuation-widths"
  /// Half-width brackets around or beside Chinese text.
  case brackets
  /// Straight quotation marks around Chinese text.
  case quotationMarks = "quotation-marks"
  /// Spaces inside Chinese text.
  case spaces
  /// Lines broken by the width of a page or mail.
  case hardWraps = "hard-wraps"
}

/// What cleaning did: what was left out, what was repaired, and how often by which rule.
struct CleaningLog {
  let file: SourceFile.ID
  private(set) var dropped: [Report.Dropped] = []
  private(set) var repaired: [Report.Repair] = []
  private var repairIndex: [RepairKey: Int] = [:]
  private var deeds: [CleaningRule: (count: Int, first: Span)] = [:]

  private struct RepairKey: Hashable {
    let kind: Report.Repair.Kind
    let from: String
    let to: String
  }

  init(file: SourceFile.ID) {
    self.file = file
  }

  /// Leaves something out of the report.
  ///
  /// What no reader of the file would see (a script of a page) is counted under no rule.
  mutating func drop(_ text: Strand, as kind: Report.Dropped.Kind, by rule: CleaningRule?) {
    guard !text.isEmpty else { return }
    let span = text.span(of: text.indices)
    dropped.append(Report.Dropped(kind: kind, text: text.string, span: span))
    if let rule { note(rule, at: span) }
  }

  mutating func repair(
    _ kind: Report.Repair.Kind,
    from: String,
    to: String,
    at span: Span,
    by rule: CleaningRule
  ) {
    let key = RepairKey(kind: kind, from: from, to: to)
    if let index = repairIndex[key] {
      repaired[index].places.append(span)
    } else {
      repairIndex[key] = repaired.count
      repaired.append(Report.Repair(kind: kind, from: from, to: to, places: [span]))
    }
    note(rule, at: span)
  }

  private mutating func note(_ rule: CleaningRule, at span: Span) {
    let sofar = deeds[rule]
    deeds[rule] = ((sofar?.count ?? 0) + 1, sofar?.first ?? span)
  }

  /// One note for each rule that did something, in the order of the rules.
  var findings: [Finding] {
    CleaningRule.allCases.compactMap { rule in
      deeds[rule].map { Finding(.cleaned(by: rule), at: $0.first, ["count": .number($0.count)]) }
    }
  }

  /// Puts what was dropped and repaired in the order of the source.
  mutating func finish() {
    dropped.sort { first, second in
      (first.span.file, first.span.start, second.span.end)
        < (second.span.file, second.span.start, first.span.end)
    }
    for index in repaired.indices {
      repaired[index].places.sort { ($0.file, $0.start, $0.end) < ($1.file, $1.start, $1.end) }
    }
    repaired.sort { first, second in
      (first.places.first?.start ?? 0, first.from) < (second.places.first?.start ?? 0, second.from)
    }
  }
}
