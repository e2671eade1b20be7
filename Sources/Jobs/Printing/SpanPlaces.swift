package import Diagnostics

/// The places of spans as JSON prints them; each file is walked once.
package struct SpanPlaces: Sendable {
  private let tables: [LineTable]

  package init(_ files: SourceFiles) {
    tables = files.files.map(LineTable.init)
  }

  /// `{ "file", "part", "line", "column", "start", "end" }`, or null for no span.
  package func json(_ span: Span?) -> JSONValue {
    guard let span else { return .null }
    let location = tables[Int(span.file.index)].location(of: span)
    return [
      "file": .string(location.file),
      "part": .text(location.part),
      "line": .integer(location.line),
      "column": .integer(location.column),
      "start": .integer(Int(span.start)),
      "end": .integer(Int(span.end)),
    ]
  }

  /// `file:line:column`, for tables that people read.
  package func text(_ span: Span?) -> String {
    guard let span else { return "" }
    let location = tables[Int(span.file.index)].location(of: span)
    return "\(location.file):\(location.line):\(location.column)"
  }
}
