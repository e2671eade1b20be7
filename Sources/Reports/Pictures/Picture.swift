package import Diagnostics

extension Report {
  /// A picture of a report: what is known of it without holding its bytes.
  ///
  /// Its bytes stay where they are until they are asked for (`PictureBytes`), so that a report with
  /// hundreds of megabytes of pictures takes no more room than its words.
  package struct Picture: Hashable, Sendable {
    /// Where the bytes of a picture are.
    package enum Place: Hashable, Sendable {
      /// A member of the archive that the report is.
      case member(String)
      /// Written out in the text of the report's file: a `data:` address, or base64 alone.
      case inline(Span)
      /// A file in the report's folder or below it, by the paths it may have there: as it is written
      /// first, then as an address is read.
      case beside([String])
      /// In the network, or in a folder that a report has no business in: never read.
      case elsewhere
      /// The report refers to a picture that it does not have.
      case missing
    }

    /// The file that the report was read from.
    package let file: SourceFile.ID
    package var place: Place
    /// Where the report refers to it.
    package var span: Span?
    /// The name of its own file without folders; nil for one that has none.
    package var name: String?
    /// What it is called in findings: its name, or how its address begins.
    package var label: String
    /// What its bytes say it is; nil where they were not read, or are of no known format.
    package var format: PictureFormat?
    /// Its size in bytes; nil where it was not read.
    package var byteCount: Int?
    /// The words for who cannot see it.
    package var alternative: SourcedText?
    package var title: SourcedText?
    /// Whether it stands in one paragraph with the picture before it, beside it.
    package var isBesideLast = false

    package init(
      file: SourceFile.ID,
      place: Place,
      span: Span? = nil,
      name: String? = nil,
      label: String? = nil,
      format: PictureFormat? = nil,
      byteCount: Int? = nil,
      alternative: SourcedText? = nil,
      title: SourcedText? = nil
    ) {
      self.file = file
      self.place = place
      self.span = span
      self.name = name
      self.label = label ?? name ?? ""
      self.format = format
      self.byteCount = byteCount
      self.alternative = alternative
      self.title = title
    }
  }
}

extension Report.Picture {
  /// What a reader of a format knows of a picture.
  init(_ reference: PictureReference, in file: SourceFile.ID, at span: Span) {
    self.init(
      file: file,
      place: reference.place,
      span: span,
      name: reference.name,
      label: reference.label
    )
  }

  /// A picture written out in the text, called as what stands for it there.
  init(inline span: Span, label: String) {
    self.init(file: span.file, place: .inline(span), span: span, label: label)
  }
}

extension Report {
  /// The places of the captions of pictures among the paragraphs of a section, by those of their
  /// pictures.
  ///
  /// A picture's caption stands below it. Only where a stretch of pictures and captions begins with a
  /// caption and ends with a picture do they stand above, as in statistical bulletins. Pictures side by
  /// side share one.
  package func pictureCaptions(in section: Section) -> [Int: Int] {
    var captions: [Int: Int] = [:]
    let paragraphs = section.paragraphs
    var index = 0
    while index < paragraphs.count {
      var end = index
      while end < paragraphs.count, paragraphs[end].isPicture || paragraphs[end].isPictureCaption {
        end += 1
      }
      if end > index { pair(index..<end, of: paragraphs, &captions) }
      index = max(end, index + 1)
    }
    return captions
  }

  private func pair(
    _ stretch: Range<Int>,
    of paragraphs: [Paragraph],
    _ captions: inout [Int: Int]
  ) {
    let standAbove =
      !paragraphs[stretch.lowerBound].isPicture && paragraphs[stretch.upperBound - 1].isPicture
    var waiting: [Int] = []
    for index in standAbove ? stretch.reversed() : Array(stretch) {
      guard paragraphs[index].isPicture else {
        for picture in waiting { captions[picture] = index }
        waiting = []
        continue
      }
      if let last = waiting.last, !isBeside(paragraphs[max(last, index)]) { waiting = [] }
      waiting.append(index)
    }
  }

  /// Whether a picture stands beside the one before it.
  private func isBeside(_ paragraph: Paragraph) -> Bool {
    paragraph.picture.map { pictures[$0].isBesideLast } ?? false
  }
}

extension Report.Paragraph {
  fileprivate var isPicture: Bool { kind == .image }

  fileprivate var isPictureCaption: Bool {
    kind == .caption
      && !PictureCaptions.isOfTable(Array(text.string.unicodeScalars.prefix(12)))
  }
}
