/// What a person asks of a batch: where the reports are, where the bulletins go.
package struct Batch: Sendable {
  /// A folder of reports, or a manifest.
  package var input: String
  /// The folder to write into.
  package var output: String
  /// What all jobs have in common.
  package var model: Job
  /// How many at a time; nil for one a processor.
  package var workers: Int?
  /// Where the summary goes, by its extension as CSV or JSON; nil for nowhere.
  package var summary: String?
  package var stopsAtFailure: Bool

  package init(input: String, output: String, model: Job) {
    self.input = input
    self.output = output
    self.model = model
    workers = nil
    summary = nil
    stopsAtFailure = false
  }
}
