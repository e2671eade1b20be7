import Diagnostics
import DocumentModel
import Reports
import Statistics
import Typography
import WritingSystems

/// Where names are looked up while a document is composed.
struct ValueScope: Sendable {
  /// What the component being set was handed.
  var component: [String: Value] = [:]
  var item: Value?
  var row: [String: Value] = [:]
  /// What the ids of the component's blocks are called in this use of it, so that a component can
  /// be used twice.
  var ids: [String: String] = [:]
}

/// Fills the placeholders of layout strings.
struct Evaluator {
  let composition: Composition
  let plan: StatisticsPlan
  var parameters: [String: Value] = [:]

  // MARK: Values

  /// The value of a name; the reader has seen that the name can be.
  func value(of path: NamePath, in scope: ValueScope, findings: inout Findings) -> Value {
    let parts = path.parts
    switch (parts.first, parts.count) {
    case ("report", 2): return reportValue(parts[1])
    case ("page", 2): return .page(parts[1] == "count" ? .count : .number)
    case ("figures", 2...): return figureValue(parts[1], part: parts.count > 2 ? parts[2] : nil)
    case ("statistics", 2...):
      return statistic(parts[1], part: parts.count > 2 ? parts[2] : nil)
    case ("fill", 1): return .fill
    case ("item", 1): return scope.item ?? .null
    case ("row", 2):
      if let value = scope.row[parts[1]] { return value }
      unknownColumn(path, among: scope.row.keys.sorted(), findings: &findings)
      return .null
    default:
      let name = parts.first ?? ""
      return scope.component[name] ?? parameters[name] ?? .null
    }
  }

  private func reportValue(_ part: String) -> Value {
    guard let report = composition.reports.first else { return .null }
    switch part {
    case "title": return .text(report.title.string)
    case "organisation": return report.organisation.map { .text($0.string) } ?? .null
    case "source": return report.source.map { .text($0.string) } ?? .null
    case "published": return report.published.map(Value.date) ?? .null
    default:
      let period = report.period.flatMap { PartialDate(year: $0.year, month: $0.month) }
      return period.map(Value.date) ?? .null
    }
  }

  private func figureValue(_ name: String, part: String?) -> Value {
    let dataset = composition.dataset
    guard let index = dataset.indicators[name], dataset.figures.indices.contains(index) else {
      return .null
    }
    let figure = dataset.figures[index]
    switch part {
    case "unit": return figure.unit.map(Value.text) ?? .null
    case "quote": return .text(figure.quote)
    case "from": return number(figure.from, of: figure)
    case "to": return number(figure.to, of: figure)
    default: return number(figure.value, of: figure)
    }
  }

  private func number(_ value: Double?, of figure: Figure) -> Value {
    guard let number = value.flatMap({ DecimalText($0) }) else { return .null }
    let printed = number.rounded(to: max(number.decimals, figure.decimals))
    return .figure(printed, FigureID(index: Int32(figure.id)))
  }

  private func statistic(_ name: String, part: String?) -> Value {
    guard let result = composition.dataset.result(named: name) else { return .null }
    if part == "unit" { return result.unit.map(Value.text) ?? .null }
    let place = ResultPlace(name: name, column: result.columns.first?.name)
    return result.single.map { Value($0, at: place) } ?? .table(result)
  }

  /// What a layout prints where a result is null.
  func missing(_ name: NamePath) -> String? {
    guard name.parts.count == 2, name.parts[0] == "statistics" else { return nil }
    return plan.queries.first { $0.name == name.parts[1] }?.missing
  }

  // MARK: Text

  /// The pieces of a string with all placeholders filled; each that cannot be is a finding.
  ///
  /// `missing` stands where a value is not there.
  func pieces(
    of string: LayoutString,
    style: String? = nil,
    missing: String? = nil,
    in scope: ValueScope,
    findings: inout Findings
  ) -> [Piece] {
    string.segments.flatMap { segment -> [Piece] in
      switch segment {
      case .text(let text, var marks, let span):
        marks.link = marks.link.map { resolved($0, in: scope) }
        // Who names the language of a text has written it in its characters.
        let words = marks.language == nil ? composition.convert(text) : text
        return [Piece(text: words, marks: marks, style: style, span: span)]
      case .note(let text, var marks, let span):
        marks.link = marks.link.map { resolved($0, in: scope) }
        let note = pieces(of: text, in: scope, findings: &findings)
        return [Piece(text: Piece.pageMark, marks: marks, style: style, note: note, span: span)]
      case .placeholder(let placeholder, let marks):
        let filled = pieces(of: placeholder, missing: missing, in: scope, findings: &findings)
        return filled.map { piece in
          var piece = piece
          var outer = marks
          outer.link = marks.link.map { resolved($0, in: scope) }
          piece.marks = piece.marks.inside(outer)
          piece.style = piece.style ?? style
          return piece
        }
      }
    }
  }

  /// A link with its id as the document names it.
  private func resolved(_ link: String, in scope: ValueScope) -> String {
    guard link.hasPrefix("#") else { return link }
    let id = String(link.dropFirst())
    return "#" + (scope.ids[id] ?? id)
  }

  private func pieces(
    of placeholder: Placeholder,
    missing: String?,
    in scope: ValueScope,
    findings: inout Findings
  ) -> [Piece] {
    let value = value(of: placeholder.name, in: scope, findings: &findings)
    if value == .null, let missing {
      return [Piece(text: composition.convert(missing), span: placeholder.name.span)]
    }
    return pieces(
      of: value,
      named: placeholder.name,
      filters: placeholder.filters,
      findings: &findings
    )
  }

  /// A value in print.
  func pieces(
    of value: Value,
    named name: NamePath,
    filters: [Placeholder.Filter],
    findings: inout Findings
  ) -> [Piece] {
    if case .null = value {
      if let words = missing(name) {
        return [Piece(text: composition.convert(words), span: name.span)]
      }
      missing(name, findings: &findings)
      return []
    }
    if case .fill = value { return fill(named: name, filters: filters, findings: &findings) }
    if filters.isEmpty { return plain(value, named: name, findings: &findings) }
    var printed = Piece(text: "", span: name.span)
    if case .figure(_, let id) = value { printed.figure = id }
    if case .result(_, let place) = value { printed.result = place }
    var value = value
    for filter in filters {
      guard let text = apply(filter, to: value, named: name, findings: &findings) else { return [] }
      printed.text = text
      value = .rich([printed])
    }
    return plain(value, named: name, findings: &findings)
  }

  /// The unit of a number by where it comes from; empty where it has none.
  private func unit(of piece: Piece?) -> String {
    let dataset = composition.dataset
    if let index = piece?.figure.map({ Int($0.index) }), dataset.figures.indices.contains(index) {
      return dataset.figures[index].unit ?? ""
    }
    return piece?.result.flatMap { unit(at: $0) } ?? ""
  }

  private func unit(at place: ResultPlace) -> String? {
    guard let result = composition.dataset.result(named: place.name) else { return nil }
    let column = result.columns.first { $0.name == place.column }
    return column?.unit ?? (result.columns.count == 1 ? result.unit : nil)
  }

  /// White space; the only filter it takes says what leads over it.
  private func fill(
    named name: NamePath,
    filters: [Placeholder.Filter],
    findings: inout Findings
  ) -> [Piece] {
    var fill = Piece.Fill()
    for filter in filters {
      guard filter.kind == .leader else {
        cannotPrint(.fill, named: name, filter, findings: &findings)
        return []
      }
      fill.leader = LayoutWords.leader(filter.argument) ?? .ellipsis
    }
    return [Piece(text: Piece.pageMark, fill: fill, span: name.span)]
  }

  private func plain(
    _ value: Value,
    named name: NamePath,
    findings: inout Findings
  ) -> [Piece] {
    switch value {
    case .text(let text): return [Piece(text: text, span: name.span)]
    case .rich(let pieces): return pieces
    case .number(let number): return [Piece(text: number.text(), span: name.span)]
    case .figure(let number, let id):
      return [Piece(text: number.text(), figure: id, span: name.span)]
    case .result(let number, let place):
      return [Piece(text: number.text(), result: place, span: name.span)]
    case .list(let items): return [Piece(text: items.joined(separator: "，"), span: name.span)]
    case .fill: return [Piece(text: Piece.pageMark, fill: Piece.Fill(), span: name.span)]
    case .page(let kind): return [Piece(text: Piece.pageMark, page: kind, span: name.span)]
    case .date(let date):
      let text = FilterText.text(of: date, format: FilterText.usualDate)
      if text == nil { tooShort(date, FilterText.usualDate, name, findings: &findings) }
      return [Piece(text: text ?? "", span: name.span)]
    case .null, .flag, .table:
      findings.add(
        Finding(
          .layoutNotPrintable,
          at: name.span,
          ["name": .quote(name.text), "found": .words(value.kindName)]
        )
      )
      return []
    }
  }

  private func apply(
    _ filter: Placeholder.Filter,
    to value: Value,
    named name: NamePath,
    findings: inout Findings
  ) -> String? {
    if let text = text(of: value, filter: filter, named: name, findings: &findings) {
      return composition.convert(text)
    }
    if case .date = value, filter.kind == .date { return nil }
    cannotPrint(value, named: name, filter, findings: &findings)
    return nil
  }

  private func cannotPrint(
    _ value: Value,
    named name: NamePath,
    _ filter: Placeholder.Filter,
    findings: inout Findings
  ) {
    findings.add(
      Finding(
        .layoutFilterValue,
        at: filter.span ?? name.span,
        [
          "name": .quote(name.text), "found": .words(value.kindName),
          "filter": .quote(filter.kind.rawValue),
        ]
      )
    )
  }

  private func text(
    of value: Value,
    filter: Placeholder.Filter,
    named name: NamePath,
    findings: inout Findings
  ) -> String? {
    switch (value, filter.kind) {
    case (.date(let date), .date):
      let format = filter.argument ?? FilterText.usualDate
      let text = FilterText.text(of: date, format: format)
      if text == nil { tooShort(date, format, name, findings: &findings) }
      return text
    case (.date(let date), .hanziDigits): return FilterText.hanzi(of: date)
    case (.figure(let number, let id), .unit) where filter.argument == nil:
      let index = Int(id.index)
      let figures = composition.dataset.figures
      return number.text() + (figures.indices.contains(index) ? figures[index].unit ?? "" : "")
    case (.result(let number, let place), .unit) where filter.argument == nil:
      return number.text() + (unit(at: place) ?? "")
    case (.number(let number), let kind), (.figure(let number, _), let kind),
      (.result(let number, _), let kind):
      return FilterText.text(of: number, kind, argument: filter.argument)
    case (.rich(let pieces), .unit) where pieces.allSatisfy { $0.note == nil }:
      return pieces.map(\.text).joined() + (filter.argument ?? unit(of: pieces.last))
    default: return nil
    }
  }

  // MARK: Findings

  private func missing(_ name: NamePath, findings: inout Findings) {
    var notes: [Finding.Note] = []
    if name.parts.first == "figures", name.parts.count > 1,
      let indicator = plan.indicators.first(where: { $0.name == name.parts[1] })
    {
      let phrases = indicator.match
      notes.append(
        Finding.Note(
          Bilingual(
            "在报告中找的是：\(phrases.joined(separator: "、"))",
            "looked for in the report: \(phrases.joined(separator: ", "))"
          ),
          at: indicator.span
        )
      )
    }
    findings.add(
      Finding(.layoutMissingValue, at: name.span, ["name": .quote(name.text)], notes: notes)
    )
  }

  private func tooShort(
    _ date: PartialDate,
    _ format: String,
    _ name: NamePath,
    findings: inout Findings
  ) {
    findings.add(
      Finding(
        .layoutDateTooShort,
        at: name.span,
        ["name": .quote(name.text), "found": .quote(date.iso), "format": .quote(format)]
      )
    )
  }

  private func unknownColumn(
    _ path: NamePath,
    among columns: [String],
    findings: inout Findings
  ) {
    let names = columns.map { "row.\($0)" }
    findings.add(
      Finding(
        .layoutUnknownName,
        at: path.span,
        [
          "kind": .words(Bilingual("列", "column")), "name": .quote(path.text),
          "choices": .choices(names),
        ],
        suggestion: Suggestion.nearest(to: path.text, among: names)
      )
    )
  }
}

extension Piece {
  /// Stands in the text for a page number that layout fills in, and for the mark of a note.
  static let pageMark = "\u{FFFC}"
}
