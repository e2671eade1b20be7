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

  package func document(_ report: Report, findings list: Findings) -> JSONValue {
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
      "sections": .array(report.sections.map(json)),
      "dropped": .array(report.dropped.map(json)),
      "repaired": .array(report.repaired.map(json)),
      "findings": findings.list(list),
    ]
  }

  private func json(_ section: Report.Section) -> JSONValue {
    [
      "level": .integer(section.level),
      "number": .text(section.number),
      "heading": .text(section.heading.string),
      "runsOn": .bool(section.runsOn),
      "attachment": section.attachment.map { .integer($0) } ?? .null,
      "span": places.json(section.span),
      "paragraphs": .array(section.paragraphs.map(json)),
    ]
  }

  private func json(_ paragraph: Report.Paragraph) -> JSONValue {
    let rows = paragraph.rows.map { rows in
      JSONValue.array(rows.map { .array($0.map { .text($0.string) }) })
    }
    return [
      "kind": .string(paragraph.kind.rawValue),
      "text": .text(paragraph.text.string),
      "rows": rows ?? .null,
      "span": places.json(paragraph.text.span),
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
