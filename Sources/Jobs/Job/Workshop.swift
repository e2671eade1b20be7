package import Diagnostics
package import Fonts
package import Reports
package import Statistics
package import Templates
package import WritingSystems

/// What many jobs share, all of it read-only: a parsed layout, the fonts, the dictionaries.
package struct Workshop: Sendable {
  package let installation: Installation
  package let template: Template
  package let library: FontLibrary
  package let dictionaries: ScriptDictionaries
  /// Hyphenation dictionaries, opened when they are first asked for.
  package let hyphenators: Hyphenators
  /// The months before, as the database had them when the workshop was made.
  package private(set) var history: History
  /// The files of the layout and the font map, and what was found in them; a job goes on from here.
  package let progress: Progress

  /// Reads the layout and the font map that a job names; nil when they have errors.
  package init?(
    for job: Job,
    in installation: Installation,
    progress: inout Progress
  ) throws(MachineFailure) {
    let resources = Resources(installation: installation)
    guard let template = try resources.template(job.layout, profile: job.profile, &progress),
      let library = try resources.fontLibrary(job.fontMap, &progress),
      !progress.findings.hasErrors
    else { return nil }
    self.installation = installation
    self.template = template
    self.library = library
    dictionaries = ScriptDictionaries()
    hyphenators = Hyphenators()
    history = try HistoryKeeping.months(for: job, layout: template.name)
    self.progress = progress
  }

  /// Reads the months before again.
  mutating func readHistory(of job: Job) throws(MachineFailure) {
    history = try HistoryKeeping.months(for: job, layout: template.name)
  }
}
