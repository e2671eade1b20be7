import Diagnostics
import Fonts
import Reports
import Typography

extension Session {
  /// `fonts`: the font map; with a report also what its characters need.
  package func fonts(_ job: Job) -> ExitStatus {
    report { progress throws(MachineFailure) in
      let resources = Resources(installation: installation)
      guard let library = try resources.fontLibrary(job.fontMap, &progress) else { return false }
      guard !job.reports.isEmpty else {
        try console.print(FontsText(library: library, language: console.language).map)
        return true
      }
      guard let report = try ReportReading(job: job).reports(&progress)?.first else { return false }
      let text = FontsText(library: library, language: console.language)
      try console.print(text.coverage(of: report, &progress.findings))
      return true
    }
  }
}
