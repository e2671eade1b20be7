package import Diagnostics
package import Reports
package import Settings
package import Statistics
package import WritingSystems

/// What a document is made of, besides the layout.
package struct Composition: Sendable {
  package var reports: [Report]
  package var dataset: Dataset
  /// What the issuer filled in; of two settings of one parameter the later holds.
  package var parameters: [ParameterSetting]
  /// `--date`: stands for the parameter `date` when that is not set, and goes into the file.
  package var date: PartialDate?
  /// Finds figures and words that must not part in any text, in Unicode scalar offsets.
  package var recognise: @Sendable (String) -> [Recognised]
  /// Sets the layout's own words in the script of the report.
  package var convert: @Sendable (String) -> String

  package init(
    reports: [Report],
    dataset: Dataset = Dataset(),
    parameters: [ParameterSetting] = [],
    date: PartialDate? = nil,
    recognise: @escaping @Sendable (String) -> [Recognised] = { _ in [] },
    convert: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.reports = reports
    self.dataset = dataset
    self.parameters = parameters
    self.date = date
    self.recognise = recognise
    self.convert = convert
  }
}

/// A parameter as it was given: `--set issue=10`, or an entry of a parameter file.
package struct ParameterSetting: Sendable {
  package enum Value: Sendable {
    /// From the command line.
    case text(String)
    /// From a YAML file.
    case node(SettingNode)
  }

  package var name: String
  package var value: Value
  /// The place of the name, if it stands in a file.
  package var span: Span?

  package init(name: String, value: Value, span: Span? = nil) {
    self.name = name
    self.value = value
    self.span = span
  }

  /// The entries of a parameter file.
  package static func settings(in root: SettingNode) -> [ParameterSetting] {
    root.entries.map { ParameterSetting(name: $0.key, value: .node($0.value), span: $0.keySpan) }
  }
}
