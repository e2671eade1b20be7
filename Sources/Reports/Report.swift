package import Diagnostics
package import WritingSystems

/// A report, cleaned and taken apart; every piece of text knows where it was read.
package struct Report: Hashable, Sendable {
  /// The name of the file without folder and extension; names the output.
  package var name: String
  package var title: SourcedText
  package var subtitle: [SourcedText]
  /// Where the text was published (文章来源), as the report says it.
  package var source: SourcedText?
  package var published: PartialDate?
  package var organisation: SourcedText?
  /// Who wrote it, as a byline says.
  package var author: SourcedText?
  /// The number of the document, 某函〔2025〕12号; its line stands in the text too.
  package var documentNumber: SourcedText?
  package var script: Script
  /// The encoding the file was read in, `UTF-8`, `GB18030`.
  package var encoding: String
  /// The month the report speaks of; of several months the last.
  package var period: Period?
  /// The months of its year, when they are several: 7 to 9 for 三季度.
  package var months: ClosedRange<Int>?
  /// Text before the first heading stands in a section of level 0.
  package var sections: [Section]
  /// The pictures in reading order; paragraphs refer to them (`Paragraph.picture`).
  package var pictures: [Picture]
  package var dropped: [Dropped]
  package var repaired: [Repair]

  package init(
    name: String,
    title: SourcedText = SourcedText(),
    subtitle: [SourcedText] = [],
    source: SourcedText? = nil,
    published: PartialDate? = nil,
    organisation: SourcedText? = nil,
    author: SourcedText? = nil,
    documentNumber: SourcedText? = nil,
    script: Script = .other,
    encoding: String = "UTF-8",
    period: Period? = nil,
    months: ClosedRange<Int>? = nil,
    sections: [Section] = [],
    pictures: [Picture] = [],
    dropped: [Dropped] = [],
    repaired: [Repair] = []
  ) {
    self.name = name
    self.title = title
    self.subtitle = subtitle
    self.source = source
    self.published = published
    self.organisation = organisation
    self.author = author
    self.documentNumber = documentNumber
    self.script = script
    self.encoding = encoding
    self.period = period
    self.months = months
    self.sections = sections
    self.pictures = pictures
    self.dropped = dropped
    self.repaired = repaired
  }

  package enum Script: String, Hashable, Sendable, CaseIterable {
    case simplified
    case traditional
    case mixed
    case other
  }

  /// A heading and the paragraphs up to the next heading.
  package struct Section: Hashable, Sendable {
    /// 0 before the first heading, 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）.
    package var level: Int
    /// The number as printed, without its marks: `一`, `1`.
    package var number: String?
    /// The whole heading as printed, number and marks included; empty at level 0.
    package var heading: SourcedText
    /// Whether the first paragraph went on behind the heading in its line (接排标题).
    package var runsOn: Bool
    package var paragraphs: [Paragraph]
    /// The number of the attachment (附件) that it belongs to, from 1; nil in the report itself.
    ///
    /// The first section of an attachment is of level 0 and has its title for a heading.
    package var attachment: Int?

    package init(
      level: Int,
      number: String? = nil,
      heading: SourcedText = SourcedText(),
      runsOn: Bool = false,
      paragraphs: [Paragraph] = [],
      attachment: Int? = nil
    ) {
      self.level = level
      self.number = number
      self.heading = heading
      self.runsOn = runsOn
      self.paragraphs = paragraphs
      self.attachment = attachment
    }
  }

  package struct Paragraph: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
      case paragraph, item, table, image, caption, note, attachment, signature
    }

    package var kind: Kind
    package var text: SourcedText
    /// The rows of a table, else nil.
    package var rows: [[SourcedText]]?
    /// The scalar ranges of lead-ins: 一是……。 and the like, the first sentence of an enumerated part.
    package var leadIns: [Range<Int>]
    /// Of a picture its place among the pictures of the report, else nil.
    package var picture: Int?

    package init(
      kind: Kind = .paragraph,
      text: SourcedText,
      rows: [[SourcedText]]? = nil,
      leadIns: [Range<Int>] = [],
      picture: Int? = nil
    ) {
      self.kind = kind
      self.text = text
      self.rows = rows
      self.leadIns = leadIns
      self.picture = picture
    }
  }

  /// Something of the file that is not in the report.
  package struct Dropped: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
      case annotation, footer, navigation, spam, stray, duplicate
      case pageHead = "page-head"
      case trackedChange = "tracked-change"
      case control
    }

    package var kind: Kind
    package var text: String
    package var span: Span

    package init(kind: Kind, text: String, span: Span) {
      self.kind = kind
      self.text = text
      self.span = span
    }
  }

  /// One kind of repair and all the places where it was made.
  package struct Repair: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
      case punctuation, width, space, character, wrap
    }

    package var kind: Kind
    package var from: String
    package var to: String
    package var places: [Span]

    package init(kind: Kind, from: String, to: String, places: [Span]) {
      self.kind = kind
      self.from = from
      self.to = to
      self.places = places
    }
  }
}
