import Diagnostics
import DocumentModel
import Fonts
import Geometry
import PageLayout
import PageModel
import Statistics
import Typography

/// The pages at the end of a proof: every finding and every check, with the arithmetic.
struct ProofList {
  let setup: PageSetup
  let inks: ProofInks
  let type: ProofType
  let places: SpanPlaces

  private static let grey = InkTint(.black, tint: Ratio(millionths: 650_000))

  /// The list as a document of its own, on pages like those of the bulletin.
  func document(
    of entries: [ProofEntry],
    checks: [Dataset.CheckResult],
    info: DocumentInfo
  ) -> Document {
    var page = setup
    page.lastPageFit = 0
    let head = PageMaster(header: header(info.title))
    page.masters = PageMasters(odd: head, even: head)
    var body = [heading(words("校样：发现与核对", "Proof: findings and checks"), level: 1)]
    body.append(block(type.paragraph(summary(entries, checks), plain)))
    body.append(heading(words("发现", "Findings"), level: 2))
    if entries.isEmpty {
      body.append(block(type.paragraph(words("没有发现问题。", "Nothing was found."), plain)))
    }
    body += entries.map(row)
    if !checks.isEmpty {
      body.append(heading(words("核对", "Checks"), level: 2))
      body += checks.map(row)
    }
    return Document(info: info, palette: inks.palette, page: page, body: body)
  }

  private func words(_ chinese: String, _ english: String) -> String {
    type.language == .chinese ? chinese : english
  }

  private var plain: ParagraphStyle { type.style("song", size: 9.5, line: 15) }
  private var small: ParagraphStyle { type.style("song", size: 8, line: 12, ink: Self.grey) }

  private func header(_ title: String) -> RunningElement {
    let style = type.style("song", size: 8, line: 12, ink: Self.grey)
    let text = words("校样　\(title)", "Proof: \(title)")
    return RunningElement(
      content: type.paragraph(text, style),
      inset: .zero,
      distance: .millimetres(6)
    )
  }

  private func summary(_ entries: [ProofEntry], _ checks: [Dataset.CheckResult]) -> String {
    func count(_ severity: Severity) -> Int {
      entries.count { $0.finding.severity == severity }
    }
    let kept = checks.count { $0.holds == true }
    let broken = checks.count { $0.holds == false }
    let (errors, warnings, notes) = (count(.error), count(.warning), count(.note))
    return words(
      "错误 \(errors) 条，警告 \(warnings) 条，提示 \(notes) 条；核对 \(checks.count) 项，"
        + "相符 \(kept) 项，不符 \(broken) 项。页边的编号就是这里的编号。",
      "\(errors) errors, \(warnings) warnings, \(notes) notes; \(checks.count) checks, "
        + "of which \(kept) hold and \(broken) do not. The numbers are those in the margins."
    )
  }

  // MARK: Entries

  private func row(_ entry: ProofEntry) -> Block {
    let severity = entry.finding.severity
    let (message, hint) = entry.words(in: type.language)
    var label = type.style("hei", size: 9.5, line: 15, ink: inks.ink(severity))
    label.alignment = .right
    var content = [block(type.paragraph(message, plain))]
    let places = [entry.places.first.map { page($0.page + 1) }, place(of: entry.finding.span)]
    let line = ([severity.word(in: type.language)] + places.compactMap { $0 })
      .joined(separator: "　")
    content.append(block(type.paragraph(line, small)))
    for note in entry.finding.notes {
      let text = [note.words[type.language], place(of: note.span)].compactMap { $0 }
      content.append(block(type.paragraph(text.joined(separator: "　"), small)))
    }
    if let hint {
      content.append(block(type.paragraph(words("办法：\(hint)", "way out: \(hint)"), small)))
    }
    return row(type.paragraph(String(entry.number), label), content)
  }

  private func row(_ check: Dataset.CheckResult) -> Block {
    let sign =
      switch check.holds {
      case true?: "✓"
      case false?: "≠"
      case nil: "–"
      }
    let ink = check.holds == false ? inks.ink(check.severity) : .black
    var label = type.style("hei", size: 9.5, line: 15, ink: ink)
    label.alignment = .right
    var content = [block(type.paragraph(check.title, plain))]
    let unknown = words("不适用：没有可比的数", "not applicable: there is nothing to compare")
    let verdict = check.holds == true ? words("相符", "holds") : words("不符", "does not hold")
    let detail = check.detail.map { check.holds == true ? $0 + " ✓" : $0 }
    content.append(
      block(type.paragraph(detail ?? (check.holds == nil ? unknown : verdict), arithmetic))
    )
    return row(type.paragraph(sign, label), content)
  }

  private var arithmetic: ParagraphStyle { type.style("song", size: 9, line: 13.5) }

  private func page(_ number: Int) -> String { words("第\(number)页", "page \(number)") }

  private func place(of span: Span?) -> String? { span.map { places.text($0) } }

  // MARK: Blocks

  private func row(_ label: Paragraph, _ content: [Block]) -> Block {
    let row = Row(
      cells: [
        Row.Cell(width: .fixed(.millimetres(8)), content: [block(label)]),
        Row.Cell(content: content),
      ],
      gutter: .millimetres(3)
    )
    return Block(.row(row), spaceAfter: .points(4), keepTogether: true)
  }

  private func block(_ paragraph: Paragraph) -> Block { Block(.paragraph(paragraph)) }

  private func heading(_ text: String, level: Int) -> Block {
    let style = type.style("hei", size: level == 1 ? 14 : 11, line: level == 1 ? 24 : 20)
    var paragraph = type.paragraph(text, style)
    paragraph.role = .heading(level)
    return Block(
      .paragraph(paragraph),
      spaceBefore: level == 1 ? .zero : .points(6),
      keepWithNext: true
    )
  }
}
