package import Diagnostics

extension StatisticsPlan {
  /// A table supplied with the report, or standing in it.
  package struct LedgerDefinition: Hashable, Sendable {
    package enum ColumnType: String, Hashable, Sendable, CaseIterable {
      case text, integer, number, percent, date
      /// A unit of organisation, by its name in `organisations`.
      case organisation

      /// Whether cells are numbers.
      var isNumeric: Bool {
        switch self {
        case .integer, .number, .percent: true
        case .text, .date, .organisation: false
        }
      }
    }

    package struct Column: Hashable, Sendable {
      /// What queries call it.
      package var name: String
      package var type: ColumnType
      /// What it is called in files and in print.
      package var title: String?
      /// Other headings that mean it, compared by the matching key.
      package var match: [String]
      /// The unit its numbers are wanted in.
      package var unit: String?
      /// A file may be without it: then its cells are null.
      package var isOptional: Bool

      package init(
        name: String,
        type: ColumnType,
        title: String? = nil,
        match: [String] = [],
        unit: String? = nil,
        isOptional: Bool = false
      ) {
        self.name = name
        self.type = type
        self.title = title
        self.match = match
        self.unit = unit
        self.isOptional = isOptional
      }
    }

    /// Which sheet of a workbook is read.
    package enum SheetChoice: Hashable, Sendable {
      case named(String)
      /// From 1.
      case number(Int)

      /// A number is a place unless a sheet is called so.
      package init(_ text: String) {
        let number = text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
        self = number.map { .number($0) } ?? .named(text)
      }
    }

    /// Which table of a report is read.
    package struct ReportTable: Hashable, Sendable {
      /// From 1, in reading order over all reports.
      package var number: Int?
      /// Words that its caption, or the line before it, has.
      package var caption: [String]

      package init(number: Int? = nil, caption: [String] = []) {
        self.number = number
        self.caption = caption
      }
    }

    package var name: String
    package var title: String?
    package var columns: [Column]
    package var isRequired: Bool
    /// Names of columns that no two rows have the same values of.
    package var key: [String]
    package var sheet: SheetChoice?
    /// Where it stands in a report when no file is given for it.
    package var reportTable: ReportTable?
    package var span: Span?

    package init(
      name: String,
      title: String? = nil,
      columns: [Column],
      isRequired: Bool = true,
      key: [String] = [],
      sheet: SheetChoice? = nil,
      reportTable: ReportTable? = nil,
      span: Span? = nil
    ) {
      self.name = name
      self.title = title
      self.columns = columns
      self.isRequired = isRequired
      self.key = key
      self.sheet = sheet
      self.reportTable = reportTable
      self.span = span
    }
  }

  /// A unit of organisation: its name as printed, and how else it is written.
  package struct Organisation: Hashable, Sendable {
    package var name: String
    package var others: [String]
    package var span: Span?

    package init(name: String, others: [String] = [], span: Span? = nil) {
      self.name = name
      self.others = others
      self.span = span
    }
  }
}
