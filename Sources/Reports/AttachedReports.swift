package import Diagnostics

extension Report {
  /// The highest number of an attachment (附件), 0 without any.
  package var attachmentCount: Int { sections.compactMap(\.attachment).max() ?? 0 }

  /// What an attachment is called: 附件, or 附件1 where there are several (GB/T 9704—2012, 7.3.7).
  package func attachmentLabel(_ number: Int) -> String {
    attachmentCount > 1 ? "附件\(number)" : "附件"
  }

  /// Adds another report as the next attachment: sections that bear its number, the first of which
  /// has its title for a heading.
  ///
  /// Its pictures count on from the report's; what was dropped and repaired in it is listed with the
  /// report's own. One without a title is
  /// named by its file.
  package mutating func attach(_ other: Report, from file: SourceFile.ID) {
    let number = attachmentCount + 1
    let start = Span(file: file, start: 0, end: 0)
    let title = other.title.isEmpty ? SourcedText(other.name, span: start) : other.title
    var first = Section(level: 0, number: String(number), heading: title)
    first.paragraphs = other.subtitle.map { Paragraph(text: $0) }
    var rest = other.sections[...]
    if let opening = rest.first, opening.level == 0, opening.heading.isEmpty {
      first.paragraphs += opening.paragraphs
      rest = rest.dropFirst()
    }
    for section in [first] + rest {
      var section = section
      section.attachment = number
      for index in section.paragraphs.indices {
        section.paragraphs[index].picture =
          section.paragraphs[index].picture.map { $0 + pictures.count }
      }
      sections.append(section)
    }
    pictures += other.pictures
    dropped += other.dropped
    repaired += other.repaired
  }
}

/// The label that an attachment's own file may begin with; it is set anew where it is printed.
enum AttachedFileLabel {
  /// The lines without 附件, 附件1, 附件2： at the beginning, which is listed as dropped.
  static func drop(from lines: [Line], log: inout CleaningLog) -> [Line] {
    guard let index = lines.firstIndex(where: { $0.role == .text }),
      let label = AttachmentLabel(lines[index].text.scalars)
    else { return lines }
    var lines = lines
    log.drop(lines[index].text.slice(0..<label.end), as: .pageHead, by: nil)
    if label.end == lines[index].text.count {
      lines.remove(at: index)
    } else {
      lines[index].text = lines[index].text.applying([
        Edit(range: 0..<label.end, replacement: [])
      ])
    }
    return lines
  }
}
