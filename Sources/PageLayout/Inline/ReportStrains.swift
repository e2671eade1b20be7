import Diagnostics
import DocumentModel
import Geometry
import LineBreaking

extension BrokenParagraph {
  /// Says once of each rule that lines of the paragraph could not keep, how many they are, and
  /// the worst of them.
  func reportStrains(to findings: inout Findings) {
    let strains = lines.flatMap(\.strains)
    var overfull: [Int] = []
    var loose: [Int] = []
    var underfull: [Int] = []
    for strain in strains {
      switch strain {
      case .overfull(let length): overfull.append(length.hundredths)
      case .looseGaps(let hundredths): loose.append(hundredths)
      case .underfull(let length): underfull.append(length.hundredths)
      case .runt, .figureParted, .prohibitionIgnored: break
      }
    }
    add(.lineOverfull, worst: overfull, to: &findings)
    add(.lineLoose, worst: loose, to: &findings)
    add(.lineUnderfull, worst: underfull, to: &findings)
    add(.figureParted, count: strains.count { $0 == .figureParted }, to: &findings)
    add(.markMisplaced, count: strains.count { $0 == .prohibitionIgnored }, to: &findings)
    add(.runtLeft, count: strains.count { $0 == .runt }, to: &findings)
  }

  private func add(_ code: FindingCode, worst found: [Int], to findings: inout Findings) {
    guard let worst = found.max() else { return }
    findings.add(
      Finding(
        code,
        at: paragraph.span,
        ["hundredths": .number(worst), "count": .number(found.count)]
      )
    )
  }

  private func add(_ code: FindingCode, count: Int, to findings: inout Findings) {
    guard count > 0 else { return }
    findings.add(Finding(code, at: paragraph.span, ["count": .number(count)]))
  }
}
