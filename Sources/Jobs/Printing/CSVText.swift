/// Rows as comma-separated values (RFC 4180), with line ends as files here have them.
package enum CSVText {
  package static func document(_ rows: [[String]]) -> String {
    rows.map { $0.map(field).joined(separator: ",") + "\n" }.joined()
  }

  private static func field(_ text: String) -> String {
    let special = text.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
    let isPadded = text.first == " " || text.last == " "
    guard special || isPadded else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
