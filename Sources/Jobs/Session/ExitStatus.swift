/// How a command ends, as its caller sees it.
///
/// What the option parser refuses is 64, Ctrl-C 130.
package enum ExitStatus: Int32, Sendable, Comparable {
  /// Made; warnings are allowed.
  case made = 0
  /// Findings with errors: nothing was written.
  case errors = 1
  /// The machine refused: disk, fonts, permissions.
  case environment = 2

  package static func < (a: ExitStatus, b: ExitStatus) -> Bool { a.rawValue < b.rawValue }
}
