import Diagnostics
import Reports
import Statistics
import Templates

extension Session {
  /// `inspect`: what was understood of a report, what was dropped, what was found; its pictures are
  /// written to a folder that is named.
  package func inspect(_ job: Job, form: ListForm, pictures folder: String? = nil) -> ExitStatus {
    report { progress throws(MachineFailure) in
      guard let report = try ReportReading(job: job).reports(&progress)?.first else { return false }
      var proofreading = ReportProofreading(job: job)
      try proofreading.check([report], from: job.reports, &progress)
      let delivery = Delivery(temporaryFiles: temporaryFiles)
      let export = PictureExport(folder: folder, delivery: delivery)
      let wantsPictures = folder != nil || form == .json
      let pictures = wantsPictures ? try export.facts(of: report, &progress) : []
      switch form {
      case .json:
        let json = ReportJSON(language: console.language, files: progress.files)
        let document = json.document(report, findings: progress.findings, pictures: pictures)
        try console.print(document.printed)
      case .text, .csv:
        let text = ReportText(language: console.language, files: progress.files)
        try console.print(text.document(report, pictures: pictures))
      }
      return true
    }
  }

  /// `figures`: the figures found in a report.
  package func figures(_ job: Job, form: ListForm) -> ExitStatus {
    report { progress throws(MachineFailure) in
      guard let reports = try ReportReading(job: job).reports(&progress) else { return false }
      let figures = FigureRecogniser().figures(in: reports)
      switch form {
      case .json: try console.print(FiguresJSON.document(figures).printed)
      case .csv: try console.print(FiguresText.csv(figures))
      case .text:
        let text = FiguresText.document(
          figures,
          files: progress.files,
          language: console.language
        )
        try console.print(text)
      }
      return true
    }
  }

  /// `statistics`: the dataset that a bulletin would print.
  package func statistics(_ job: Job, form: ListForm) -> ExitStatus {
    report { progress throws(MachineFailure) in
      let resources = Resources(installation: installation)
      guard let template = try resources.template(job.layout, &progress),
        let dataset = try dataset(of: job, template, &progress)
      else { return false }
      if job.isStrict { progress.findings = progress.findings.strict() }
      switch form {
      case .json: try console.print(StatisticsJSON.document(dataset).printed)
      case .csv: try console.print(StatisticsText.csv(dataset))
      case .text: try console.print(StatisticsText.document(dataset, language: console.language))
      }
      return true
    }
  }

  private func dataset(
    of job: Job,
    _ template: Template,
    _ progress: inout Progress
  ) throws(MachineFailure) -> Dataset? {
    let history = try HistoryKeeping.months(for: job, layout: template.name)
    return try Content(job: job, template: template, history: history).derived(&progress)?.dataset
  }
}
