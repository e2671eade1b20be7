import Diagnostics
import Statistics
package import WritingSystems

extension Session {
  /// `history list`: the months of a database, or every version of them.
  package func listHistory(_ path: String, all: Bool, form: ListForm) -> ExitStatus {
    report { progress throws(MachineFailure) in
      let listings = try HistoryFile.open(path).listings().filter { listing in
        all || (listing.isCurrent && !listing.isRemoved)
      }
      let text = HistoryText(listings: listings, language: console.language)
      switch form {
      case .json: try console.print(text.json.printed)
      case .csv: try console.print(text.csv)
      case .text: try console.print(text.plain)
      }
      return true
    }
  }

  /// `history add`: each job's report is read, its figures derived and recorded as its month.
  ///
  /// All are recorded, or none when one of them has errors.
  package func addHistory(_ path: String, jobs: [Job]) -> ExitStatus {
    report { progress throws(MachineFailure) in
      let resources = Resources(installation: installation)
      var months: [History.Month] = []
      for job in jobs {
        guard let template = try resources.template(job.layout, &progress) else { continue }
        var recording = job
        recording.records = true
        let derived = try Content(job: recording, template: template).derived(&progress)
        if let month = derived?.month { months.append(month) }
      }
      guard !progress.findings.hasErrors else { return false }
      try HistoryKeeping(path: path).record(months, &progress.findings)
      try console.print(Self.recorded(months.count, path)[console.language])
      return true
    }
  }

  /// `history remove`: the month is taken out; its versions stay in the file.
  package func removeHistory(_ path: String, period: Period, layout: String) -> ExitStatus {
    report { progress throws(MachineFailure) in
      _ = try HistoryFile.open(path)
      let file = try HistoryFile.openForRecording(path)
      if try file.remove(period, of: layout) { return true }
      let standing = try file.months(of: layout).months.map(\.period.iso)
      let arguments: [String: FindingArgument] = [
        "layout": .quote(layout), "period": .word(period.iso), "choices": .choices(standing),
      ]
      progress.findings.add(Finding(.historyMonthMissing, arguments))
      return false
    }
  }

  private static func recorded(_ count: Int, _ path: String) -> Bilingual {
    Bilingual(
      "\(path)：记入 \(count) 个月\n",
      "\(path): \(count) \(count == 1 ? "month" : "months") recorded\n"
    )
  }
}

/// The months of a history database, as a list.
private struct HistoryText {
  let listings: [History.Listing]
  let language: MessageLanguage

  var plain: String {
    var table = PlainTable()
    for listing in listings {
      let state =
        listing.isRemoved
        ? Bilingual("已移出", "removed")
        : listing.isCurrent ? Bilingual("", "") : Bilingual("已更正", "corrected")
      let figures = Bilingual("\(listing.figures) 个数字", "\(listing.figures) figures")
      table.add([
        listing.layout, listing.period.iso, "v\(listing.version)", figures[language],
        listing.title, state[language],
      ])
    }
    return table.text()
  }

  var csv: String {
    CSVText.document(
      [["layout", "period", "version", "current", "removed", "figures", "title"]]
        + listings.map { listing in
          [
            listing.layout, listing.period.iso, String(listing.version),
            String(listing.isCurrent), String(listing.isRemoved), String(listing.figures),
            listing.title,
          ]
        }
    )
  }

  var json: JSONValue {
    ["kanyin": 1, "months": .array(listings.map(Self.json))]
  }

  private static func json(_ listing: History.Listing) -> JSONValue {
    [
      "layout": .string(listing.layout), "period": .string(listing.period.iso),
      "version": .integer(listing.version), "current": .bool(listing.isCurrent),
      "removed": .bool(listing.isRemoved), "title": .string(listing.title),
      "figures": .integer(listing.figures),
    ]
  }
}
