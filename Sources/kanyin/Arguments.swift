import ArgumentParser
import Jobs

// What options are made of, read from their text.

extension Console.Language: ExpressibleByArgument {}
extension Console.DiagnosticsForm: ExpressibleByArgument {}
extension Job.Profile: ExpressibleByArgument {}
extension Job.ScriptChoice: ExpressibleByArgument {}
extension Job.Format: ExpressibleByArgument {}

extension NamedValue: ExpressibleByArgument {
  init?(argument: String) { self.init(argument) }
}

extension IgnoredCheck: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension PageSelection: ExpressibleByArgument {
  init?(argument: String) { self.init(argument) }
}

/// The month of a report; kept as text that is known to be one.
struct PeriodArgument: ExpressibleByArgument {
  let text: String

  init?(argument: String) {
    guard Job.period(argument) != nil else { return nil }
    text = argument
  }
}

/// A day; kept as text that is known to be one.
struct DateArgument: ExpressibleByArgument {
  let text: String

  init?(argument: String) {
    guard Job.date(argument) != nil else { return nil }
    text = argument
  }
}
