import Statistics
import WritingSystems

/// The inputs of a result or a check in words.
struct SourceWords {
  struct Part {
    var text: String
    /// Where the part leads (see `SourceLinks`).
    var wish: String?
    /// The text is the report's and stays in its characters.
    var isReport = false
  }

  let dataset: Dataset
  /// The numbers of the figures' entries.
  let numbers: [Int: Int]

  /// More rows of one ledger than so many are told by their numbers alone.
  private static let mostRows = 6

  /// Figures by their entries, cells of one row of a ledger together.
  func parts(of sources: [Dataset.Source]) -> [Part] {
    var parts: [Part] = []
    var cells: [(ledger: String, row: Int, columns: [String])] = []
    for source in sources {
      switch source {
      case .figure(let index): parts.append(figure(index))
      case .past(let period, _):
        parts.append(Part(text: "\(period.words)：\(input(source, named: true))"))
      case .pastLedger(let period, let ledger, let row, let column):
        let place = "\(period.words)台账 \(ledger) 第\(row)行 \(column)"
        parts.append(Part(text: "\(place) = \(input(source))"))
      case .ledger(let ledger, let row, let column):
        if let last = cells.indices.last, cells[last].ledger == ledger, cells[last].row == row {
          cells[last].columns.append(column)
        } else {
          cells.append((ledger, row, [column]))
        }
      }
    }
    return parts + ledgers(cells)
  }

  private func figure(_ index: Int) -> Part {
    let wish = SourceLinks.wish(input: .figure(index))
    guard let figure = dataset.figures[safely: index] else { return Part(text: "") }
    let number = numbers[index].map { "〔\($0)〕" } ?? ""
    return Part(text: "\(number)“\(figure.quote)”", wish: wish, isReport: true)
  }

  private func ledgers(_ cells: [(ledger: String, row: Int, columns: [String])]) -> [Part] {
    var counts: [String: Int] = [:]
    for cell in cells { counts[cell.ledger, default: 0] += 1 }
    var parts: [Part] = []
    var told: Set<String> = []
    for cell in cells {
      guard counts[cell.ledger, default: 0] > Self.mostRows else {
        parts.append(row(cell))
        continue
      }
      guard told.insert(cell.ledger).inserted else { continue }
      parts.append(summary(of: cells.filter { $0.ledger == cell.ledger }, ledger: cell.ledger))
    }
    return parts
  }

  /// The cells of one row: `台账 townships 第4行 organised = 12，enterprises = 30`.
  private func row(_ cell: (ledger: String, row: Int, columns: [String])) -> Part {
    let values = cell.columns.map { column in
      "\(column) = \(input(.ledger(cell.ledger, row: cell.row, column: column)))"
    }
    let first = Dataset.Source.ledger(cell.ledger, row: cell.row, column: cell.columns[0])
    return Part(
      text: "台账 \(cell.ledger) 第\(cell.row)行 " + values.joined(separator: "，"),
      wish: SourceLinks.wish(input: first)
    )
  }

  /// Rows by their numbers: `台账 townships 第2～53行的 enterprises、organised，共104格`.
  private func summary(
    of cells: [(ledger: String, row: Int, columns: [String])],
    ledger: String
  ) -> Part {
    var columns: [String] = []
    for column in cells.flatMap(\.columns) where !columns.contains(column) {
      columns.append(column)
    }
    let rows = cells.map(\.row)
    let range = "第\(rows.min() ?? 0)～\(rows.max() ?? 0)行"
    let total = cells.reduce(0) { $0 + $1.columns.count }
    let names = columns.joined(separator: "、")
    return Part(text: "台账 \(ledger) \(range)的 \(names)，共\(total)格")
  }

  private func input(_ source: Dataset.Source, named: Bool = false) -> String {
    guard let input = dataset.inputs[source] else { return "—" }
    let name = named ? input.indicator.map { $0 + " " } ?? "" : ""
    return name + Self.text(of: input.value) + (input.unit ?? "")
  }

  /// Numbers in at most six digits after the point, as the arithmetic of checks has them.
  static func text(of value: Dataset.Value) -> String {
    switch value {
    case .null: "—"
    case .text(let text): text
    case .number(let number):
      DecimalText(number).map { $0.rounded(to: min(6, $0.decimals)).trimmed.text() } ?? "—"
    }
  }
}

extension Period {
  /// As it is read: `2025年9月`.
  fileprivate var words: String { "\(year)年" + (month.map { "\($0)月" } ?? "") }
}

extension Figure {
  /// The number as printed, without its unit: `86.41`, `63～68`.
  var numberText: String? {
    func text(_ number: Double?) -> String? {
      number.flatMap { DecimalText($0) }.map { $0.rounded(to: max($0.decimals, decimals)).text() }
    }
    if let low = text(low), let high = text(high) { return "\(low)～\(high)" }
    return text(value) ?? text(low) ?? text(high)
  }
}
