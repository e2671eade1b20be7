package import Diagnostics
package import Reports
import WritingSystems

/// `inspect --json`: what was understood of a report, what was dropped, what was found.
package struct ReportJSON: Sendable {
  private let places: SpanPlaces
  private let findings: FindingsJSON

  package init(language: MessageLanguage, files: SourceFiles) {
    places = SpanPlaces(files)
    findings = FindingsJSON(language: language, places: places)
  }

  /// A report with what is known of its pictures by their bytes, in its order.
  package func document(
    _ report: Report,
    findings list: Findings,
    pictures: [PictureFacts] = []
  ) -> JSONValue {
    [
      "kanyin": 1,
      "title": .text(report.title.string),
      "subtitle": .array(report.subtitle.map { .string($0.string) }),
      "source": .text(report.source?.string),
      "published": .text(report.published?.iso),
      "organisation": .text(report.organisation?.string),
      "author": .text(report.author?.string),
      "documentNumber": .text(report.documentNumber?.string),
      "script": .string(report.script.rawValue),
      "encoding": .text(report.encoding),
      "period": .text(report.period?.iso),
      "sections": .array(report.sections.map { json($0, report, pictures) }),
      "dropped": .array(report.dropped.map(json)),
      "repaired": .array(report.repaired.map(json)),
      "findings": findings.list(list),
    ]
  }

  private func json(
    _ section: Report.Section,
    _ report: Report,
    _ pictures: [PictureFacts]
  ) -> JSONValue {
    let captions = report.pictureCaptions(in: section)
    let paragraphs = section.paragraphs.enumerated().map { index, paragraph in
      let picture = paragraph.picture.map { place in
        let facts = place < pictures.count ? pictures[place] : PictureFacts()
        return json(report.pictures[place], facts, caption: captions[index], in: section)
      }
      return json(paragraph, picture: picture)
    }
    return [
      "level": .integer(section.level),
      "number": .text(section.number),
      "heading": .text(section.heading.string),
      "runsOn": .bool(section.runsOn),
      "attachment": section.attachment.map { .integer($0) } ?? .null,
      "span": places.json(section.span),
      "paragraphs": .array(paragraphs),
    ]
  }

  private func json(_ paragraph: Report.Paragraph, picture: JSONValue?) -> JSONValue {
    let rows = paragraph.rows.map { rows in
      JSONValue.array(rows.map { .array($0.map { .text($0.string) }) })
    }
    return [
      "kind": .string(paragraph.kind.rawValue),
      "text": .text(paragraph.text.string),
      "rows": rows ?? .null,
      "picture": picture ?? .null,
      "span": places.json(paragraph.text.span),
    ]
  }

  private func json(
    _ picture: Report.Picture,
    _ facts: PictureFacts,
    caption: Int?,
    in section: Report.Section
  ) -> JSONValue {
    [
      "name": .text(picture.name),
      "format": .text(picture.format?.rawValue),
      "digest": .text(facts.digest),
      "bytes": picture.byteCount.map { .integer($0) } ?? .null,
      "alt": .text(picture.alternative?.string),
      "title": .text(picture.title?.string),
      "caption": .text(caption.map { section.paragraphs[$0].text.string }),
      "captionParagraph": caption.map { .integer($0) } ?? .null,
      "place": .string(picture.place.word),
      "file": .text(facts.file),
    ]
  }

  private func json(_ dropped: Report.Dropped) -> JSONValue {
    [
      "kind": .string(dropped.kind.rawValue),
      "text": .string(dropped.text),
      "span": places.json(dropped.span),
    ]
  }

  /// `to` is null for what was taken out without anything in its place: the contract knows no empty
  /// strings.
  private func json(_ repair: Report.Repair) -> JSONValue {
    [
      "kind": .string(repair.kind.rawValue),
      "from": .text(repair.from),
      "to": .text(repair.to),
      "count": .integer(repair.places.count),
      "places": .array(repair.places.map(places.json)),
    ]
  }
}

extension Report.Picture.Place {
  /// Where the bytes of a picture are, in a word.
  var word: String {
    switch self {
    case .member, .inline: "inside"
    case .beside: "beside"
    case .elsewhere: "elsewhere"
    case .missing: "missing"
    }
  }
}

extension Report.Section {
  /// The span of the heading, or of the paragraphs when the section has none.
  var span: Span? {
    if let span = heading.span { return span }
    let spans = paragraphs.compactMap { $0.text.span }
    return spans.dropFirst().reduce(spans.first) { whole, span in
      whole.map { $0.file == span.file ? $0.joined(with: span) : $0 }
    }
  }
}
