import Diagnostics
import DocumentModel
import Geometry
import Reports
import Typography
import WritingSystems

/// The document around its body: metadata, page, running heads and feet.
extension Composer {
  mutating func info() -> DocumentInfo {
    let title = composition.reports.first?.title.string ?? ""
    let usual = title.isEmpty ? composition.convert(template.title) : title
    return DocumentInfo(
      title: words(template.info.title) ?? usual,
      author: words(template.info.author),
      subject: words(template.info.subject),
      keywords: template.info.keywords.compactMap { words($0) },
      language: language,
      date: date
    )
  }

  /// A string of the metadata; one that is a single placeholder without a value is left out.
  private mutating func words(_ string: LayoutString?) -> String? {
    guard let string else { return nil }
    if let only = string.onlyPlaceholder,
      evaluator.value(of: only.name, in: ValueScope(), findings: &findings) == .null
    {
      return nil
    }
    return evaluator.pieces(of: string, in: ValueScope(), findings: &findings)
      .map(\.words).joined()
  }

  /// The date printed: the parameter `date`, else `--date`, else the report's own.
  private var date: DocumentDate? {
    var date = composition.date ?? composition.reports.first?.published
    if case .date(let parameter) = evaluator.parameters["date"] { date = parameter }
    guard let date, let month = date.month, let day = date.day else { return nil }
    return DocumentDate(
      year: date.year,
      month: month,
      day: day,
      hour: date.hour ?? 0,
      minute: date.minute ?? 0
    )
  }

  mutating func pageSetup() -> PageSetup {
    let page = template.page
    let first = template.masters.first.map { master($0) }
    return PageSetup(
      size: page.size,
      bleed: page.bleed,
      bindingSide: page.bindingSide,
      doubleSided: page.isDoubleSided,
      typeArea: page.typeArea,
      grid: page.grid,
      masters: PageMasters(
        first: first,
        odd: master(template.masters.odd),
        even: master(template.masters.even)
      ),
      lastPageFit: page.lastPageFit
    )
  }

  private mutating func master(_ master: Template.Masters.Master) -> PageMaster {
    PageMaster(header: master.header.map { running($0) }, footer: master.footer.map { running($0) })
  }

  private mutating func running(_ element: Template.Masters.Running) -> RunningElement {
    let pieces = evaluator.pieces(of: element.text, in: ValueScope(), findings: &findings)
    var paragraph = paragraph(pieces, style: element.style, span: element.text.span)
    if let alignment = element.alignment { paragraph.style.alignment = alignment }
    return RunningElement(content: paragraph, inset: element.inset, distance: element.distance)
  }
}
