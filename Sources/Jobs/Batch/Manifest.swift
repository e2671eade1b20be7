import Diagnostics
import Statistics

/// A manifest: a CSV file with one bulletin a row.
///
/// An empty cell leaves what the command line says. Paths are looked for beside the manifest, then
/// in the current folder.
struct Manifest {
  let batch: Batch

  /// What a column is about.
  private enum Column {
    case report, layout, output, period, profile, attach
    case data(String)
    case parameter(String)

    static let names = ["report", "layout", "output", "period", "profile", "attach"]

    init?(_ name: String) {
      let parts = name.split(separator: ".", maxSplits: 1).map { String($0) }
      switch (parts.first, parts.count) {
      case ("report", 1): self = .report
      case ("layout", 1): self = .layout
      case ("output", 1): self = .output
      case ("period", 1): self = .period
      case ("profile", 1): self = .profile
      case ("attach", 1): self = .attach
      case ("data", 2): self = .data(parts[1])
      case ("set", 2): self = .parameter(parts[1])
      default: return nil
      }
    }
  }

  func items(_ progress: inout Progress) throws(MachineFailure) -> [BatchItem] {
    let file = try progress.open(batch.input)
    guard String(validating: file.bytes, as: UTF8.self) != nil else {
      progress.findings.add(Finding(.manifestNotText, at: Span(file: file.id, start: 0, end: 0)))
      return []
    }
    let table = CSVTable.read(file.bytes)
    guard table.count > 0, table.faults.isEmpty else {
      let range = table.faults.first?.range ?? 0..<0
      progress.findings.add(Finding(.manifestNotCSV, at: Self.span(range, in: file)))
      return []
    }
    let columns = Self.cells(0, of: table).map { cell in
      let column = Column(cell.text)
      if column == nil { progress.findings.add(Self.unknown(cell, in: file)) }
      return column
    }
    return (1..<table.count).map { row in
      item(of: zip(columns, Self.cells(row, of: table)), in: file, &progress.findings)
    }
  }

  private struct Cell {
    let text: String
    let range: Range<Int>
  }

  private static func cells(_ row: Int, of table: CSVTable) -> [Cell] {
    table.cells(row).map { Cell(text: table.text($0), range: $0.range) }
  }

  private static func unknown(_ cell: Cell, in file: SourceFile) -> Finding {
    Finding(
      .unknownManifestColumn,
      at: span(cell.range, in: file),
      ["name": .quote(cell.text), "choices": .choices(Column.names)],
      suggestion: Suggestion.nearest(to: cell.text, among: Column.names)
    )
  }

  private func item(
    of cells: some Sequence<(Column?, Cell)>,
    in file: SourceFile,
    _ findings: inout Findings
  ) -> BatchItem {
    var job = batch.model
    var output: String?
    for (column, cell) in cells where !cell.text.isEmpty {
      switch column {
      case .report: job.reports = [path(cell.text)]
      case .layout: job.layout = layout(cell.text)
      case .output: output = FilePath.join(batch.output, cell.text)
      case .period:
        job.period = Job.period(cell.text)
        if job.period == nil { findings.add(wrong(cell, wanted: ["2025-10"], in: file)) }
      case .profile:
        let choices = Job.Profile.allCases.map(\.rawValue)
        if let profile = Job.Profile(rawValue: cell.text) {
          job.profile = profile
        } else {
          findings.add(wrong(cell, wanted: choices, in: file))
        }
      case .attach: job.attachments.append(path(cell.text))
      case .data(let name): job.data.append(NamedValue(name: name, value: path(cell.text)))
      case .parameter(let name): job.parameters.append(NamedValue(name: name, value: cell.text))
      case nil: break
      }
    }
    return BatchItem(job: job, output: output ?? batch.path(for: job))
  }

  private func wrong(_ cell: Cell, wanted: [String], in file: SourceFile) -> Finding {
    Finding(
      .manifestCell,
      at: Self.span(cell.range, in: file),
      ["value": .quote(cell.text), "wanted": .choices(wanted)],
      suggestion: Suggestion.nearest(to: cell.text, among: wanted)
    )
  }

  private func path(_ name: String) -> String {
    let beside = FilePath.join(FilePath.split(batch.input).folder, name)
    return FileKind.at(beside) == nil && FileKind.at(name) != nil ? name : beside
  }

  /// A layout is a name of the gallery, unless a file of that name lies beside the manifest.
  private func layout(_ name: String) -> String {
    let beside = FilePath.join(FilePath.split(batch.input).folder, name)
    return FileKind.at(beside) == .file ? beside : name
  }

  private static func span(_ range: Range<Int>, in file: SourceFile) -> Span {
    Span(file: file.id, start: range.lowerBound, end: range.upperBound)
  }
}
