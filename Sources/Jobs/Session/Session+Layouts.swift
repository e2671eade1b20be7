import Diagnostics
import Statistics
import Templates

extension Session {
  /// `layouts`: the gallery, one layout a line.
  package func listLayouts() -> ExitStatus {
    report { progress throws(MachineFailure) in
      let resources = Resources(installation: installation)
      var table = PlainTable()
      for name in installation.layoutNames {
        guard let template = try resources.template(name, &progress) else { continue }
        table.add([name, template.title, template.about ?? ""])
      }
      try console.print(table.text())
      return true
    }
  }

  /// `layouts NAME`: what a layout asks for.
  package func showLayout(_ name: String) -> ExitStatus {
    report { progress throws(MachineFailure) in
      let resources = Resources(installation: installation)
      guard let template = try resources.template(name, &progress) else { return false }
      try console.print(LayoutText(template: template, language: console.language).text)
      return true
    }
  }
}
