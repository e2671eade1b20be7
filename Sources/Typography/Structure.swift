/// What a piece of a document is, for readers that do not see the page.
///
/// The names are the standard structure types of ISO 32000-1, 14.8.4.
package enum StructureRole: Hashable, Sendable {
  case document
  case part
  case section
  case division
  /// A heading of a level from 1 to 6.
  case heading(Int)
  case paragraph
  case list
  case listItem
  case listLabel
  case listBody
  case table
  case tableHead
  case tableBody
  case tableFoot
  case tableRow
  case tableHeaderCell
  case tableDataCell
  case caption
  case figure
  case link
  case note
  /// The mark of a note in the text.
  case reference
  case span
  /// Words with a reading beside them, the words, and the reading.
  case ruby
  case rubyBase
  case rubyText

  /// The structure type as PDF writes it.
  package var pdfName: String {
    switch self {
    case .document: "Document"
    case .part: "Part"
    case .section: "Sect"
    case .division: "Div"
    case .heading(let level): "H\(min(max(level, 1), 6))"
    case .paragraph: "P"
    case .list: "L"
    case .listItem: "LI"
    case .listLabel: "Lbl"
    case .listBody: "LBody"
    case .table: "Table"
    case .tableHead: "THead"
    case .tableBody: "TBody"
    case .tableFoot: "TFoot"
    case .tableRow: "TR"
    case .tableHeaderCell: "TH"
    case .tableDataCell: "TD"
    case .caption: "Caption"
    case .figure: "Figure"
    case .link: "Link"
    case .note: "Note"
    case .reference: "Reference"
    case .span: "Span"
    case .ruby: "Ruby"
    case .rubyBase: "RB"
    case .rubyText: "RT"
    }
  }
}

/// What a document says of itself; it goes into the file's metadata.
package struct DocumentInfo: Hashable, Sendable {
  package var title: String
  package var author: String?
  package var subject: String?
  package var keywords: [String]
  package var language: LanguageTag
  /// The date printed and written into the file: the report's own or `--date`, never the clock.
  package var date: DocumentDate?

  package init(
    title: String,
    author: String? = nil,
    subject: String? = nil,
    keywords: [String] = [],
    language: LanguageTag,
    date: DocumentDate? = nil
  ) {
    self.title = title
    self.author = author
    self.subject = subject
    self.keywords = keywords
    self.language = language
    self.date = date
  }
}

/// A local time in China, UTC+8, as files carry it.
package struct DocumentDate: Hashable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int
  package let hour: Int
  package let minute: Int

  package init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
  }

  /// `2025-10-14`.
  package var isoDay: String { "\(Self.padded(year, to: 4))-\(two(month))-\(two(day))" }

  /// `2025-10-14T09:30:00+08:00`, as XMP and ISO 8601 have it.
  package var iso: String { "\(isoDay)T\(two(hour)):\(two(minute)):00+08:00" }

  /// `D:20251014093000+08'00'` (ISO 32000-1, 7.9.4).
  package var pdf: String {
    "D:\(Self.padded(year, to: 4))\(two(month))\(two(day))\(two(hour))\(two(minute))00+08'00'"
  }

  private func two(_ number: Int) -> String { Self.padded(number, to: 2) }

  private static func padded(_ number: Int, to digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

/// The number of a figure of the report in `Dataset`'s list, carried through to the page.
@frozen
package struct FigureID: Hashable, Sendable {
  package let index: Int32

  @inlinable
  package init(index: Int32) {
    self.index = index
  }
}

/// Where a link leads.
package enum LinkTarget: Hashable, Sendable {
  /// An address outside the file.
  case address(String)
  /// A named place inside the file.
  case destination(String)
}
