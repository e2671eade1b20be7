package import Diagnostics
package import WritingSystems

/// What a person asks for: reports, a layout and everything that decides the bulletin.
///
/// Two equal jobs over equal files give equal bytes.
package struct Job: Hashable, Sendable {
  /// For whom the file is.
  package enum Profile: String, Hashable, Sendable, CaseIterable {
    case screen, press, archive
    /// For the screen, with places marked that keep the bulletin from being made.
    case proof
  }

  /// In which characters the report is printed.
  package enum ScriptChoice: String, Hashable, Sendable, CaseIterable {
    case keep, simplified, traditional, taiwan
    case hongKong = "hong-kong"
  }

  package enum Format: String, Hashable, Sendable, CaseIterable {
    case pdf, png, svg
  }

  /// Paths of the reports, `-` for standard input.
  package var reports: [String]
  /// Paths of what is attached to the (last) report (附件), in order.
  package var attachments: [String]
  /// The name of a layout, or its file.
  package var layout: String
  /// `--set KEY=VALUE`, later ones win.
  package var parameters: [NamedValue]
  /// YAML files of parameters; `--set` wins over them, later files over earlier.
  package var parameterFiles: [String]
  /// The ledgers: the name under which the layout declares each, and its file.
  package var data: [NamedValue]
  /// Files that lie beside the report and may be ledgers; those that the layout does not declare are
  /// left alone, with a note.
  package var companions: [NamedValue]
  package var profile: Profile
  /// Nil for what the layout says, else `keep`.
  package var script: ScriptChoice?
  /// The encoding of the reports when it is not to be detected.
  package var encoding: String?
  /// Rules of cleaning that are not to be applied, by name.
  package var rulesOff: [String]
  /// The month of the reports when it is not to be read from them.
  package var period: Period?
  /// The date printed and written into the file when it is not the report's own.
  package var date: PartialDate?
  /// The database of the months before; nil for none.
  package var history: String?
  /// The month is recorded in `history` once its bulletin is made.
  package var records: Bool
  /// The list of terms; nil for the one beside the report or of the project.
  package var terms: String?
  /// Checks of language that are left out.
  package var ignoredChecks: [IgnoredCheck]
  /// Another font map.
  package var fontMap: String?
  package var format: Format
  /// The pages of a proof; nil for all.
  package var pages: PageSelection?
  /// Pixels an inch of a PNG.
  package var resolution: Int
  /// The plate that a PNG shows alone.
  package var plate: String?
  /// Warnings and failed checks are errors.
  package var isStrict: Bool
  /// The language of what a proof says; of a bulletin's own words it decides nothing.
  package var language: MessageLanguage

  package init(reports: [String], layout: String) {
    self.reports = reports
    self.layout = layout
    attachments = []
    parameters = []
    parameterFiles = []
    data = []
    companions = []
    profile = .screen
    script = nil
    encoding = nil
    rulesOff = []
    period = nil
    date = nil
    history = nil
    records = false
    terms = nil
    ignoredChecks = []
    fontMap = nil
    format = .pdf
    pages = nil
    resolution = 150
    plate = nil
    isStrict = false
    language = .chinese
  }

  /// The name of the output without its extension: that of the first report, else of the layout.
  package var name: String {
    let report = reports.first { $0 != "-" }
    return FilePath.stem(report ?? layout)
  }
}

/// `NAME=VALUE`, as options carry it.
package struct NamedValue: Hashable, Sendable {
  package let name: String
  package let value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  /// Nil without an equals sign or without a name before it.
  package init?(_ text: String) {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else { return nil }
    self.init(name: String(text[..<sign]), value: String(text[text.index(after: sign)...]))
  }
}

/// `1-3,5`: pages by their place in the document, from 1.
package struct PageSelection: Hashable, Sendable {
  package let ranges: [ClosedRange<Int>]

  /// Nil for what is no list of pages.
  package init?(_ text: String) {
    var ranges: [ClosedRange<Int>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      let numbers = ends.compactMap { end in
        end.allSatisfy { $0.isASCII && $0.isNumber } ? Int(end) : nil
      }
      guard (1...2).contains(ends.count), numbers.count == ends.count,
        let first = numbers.first, let last = numbers.last, 1 <= first, first <= last
      else { return nil }
      ranges.append(first...last)
    }
    self.ranges = ranges
  }

  /// The highest page named.
  package var last: Int { ranges.map(\.upperBound).max() ?? 0 }

  package func contains(_ page: Int) -> Bool { ranges.contains { $0.contains(page) } }
}

extension Job {
  /// Reads `2022-10` or `2022`.
  package static func period(_ text: String) -> Period? {
    guard let date = PartialDate(iso: text), date.day == nil else { return nil }
    return Period(year: date.year, month: date.month)
  }

  /// Reads `2022-11-01`.
  package static func date(_ text: String) -> PartialDate? {
    guard let date = PartialDate(iso: text), date.day != nil else { return nil }
    return date
  }
}
