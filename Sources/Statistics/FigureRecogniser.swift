import Diagnostics
package import Reports
import WritingSystems

/// Reads figures out of running text by a grammar in tables, in time linear in the text.
///
/// Simplified and traditional text is read alike. Titles and headings are not searched. The
/// grammar runs in four steps: elements (numbers with units, dates, names of digits), joins
/// (shared units, ranges, changes), context (about, up or down, against what), indicator.
package struct FigureRecogniser: Sendable {
  package init() {}

  /// The figures of all reports in reading order; `id` is the index in the list.
  package func figures(in reports: [Report]) -> [Figure] {
    var figures: [Figure] = []
    for (report, index) in zip(reports, reports.indices) {
      for (section, sectionIndex) in zip(report.sections, report.sections.indices) {
        for (paragraph, place) in zip(section.paragraphs, section.paragraphs.indices) {
          guard paragraph.kind != .table, paragraph.kind != .image else { continue }
          for var figure in self.figures(in: paragraph.text.string) {
            (figure.report, figure.section, figure.paragraph) = (index, sectionIndex, place)
            figure.id = figures.count
            figure.span = paragraph.text.span(of: figure.range)
            figures.append(figure)
          }
        }
      }
    }
    return figures
  }

  /// The figures of one text, in reading order; `range` is in Unicode scalars of the text.
  package func figures(in text: String) -> [Figure] {
    FigureReader(text).figures()
  }

  /// What must not part in any text that is set, in order and without overlaps: numbers with their
  /// units (each end of a change by itself, a range as a whole), document numbers, the parts of
  /// dates, 第10期, 1+1.
  package func recognise(_ text: String) -> [Recognised] {
    let folded = FoldedText(text)
    let composer = FigureComposer(folded, elements: ElementScanner(folded).elements())
    var recognised: [Recognised] = []
    var index = 0
    while index < composer.elements.count {
      let element = composer.elements[index]
      if let range = composer.range(at: index) {
        recognised.append(Recognised(kind: .figure, range: range.range))
        index += 1
      } else {
        recognised += Self.recognised(element)
      }
      index += 1
    }
    return recognised
  }

  private static func recognised(_ element: Element) -> [Recognised] {
    switch element.form {
    case .name: [Recognised(kind: .kept, range: element.range)]
    case .calendar(_, let parts): parts.map { Recognised(kind: .kept, range: $0) }
    case .quantity(let quantity):
      quantity.isBare
        ? []
        : [
          Recognised(kind: quantity.kind == .ordinal ? .kept : .figure, range: element.range)
        ]
    }
  }
}
