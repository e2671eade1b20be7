import Diagnostics
import DocumentModel
import Geometry

extension PageFiller {
  /// Says what did not go as it should: blocks higher than a page, what had to be parted, an
  /// imprint alone on a page, pages fitted for the sake of the last one.
  func report(_ flow: Flow, to findings: inout Findings) {
    for page in pages {
      for (child, excess) in page.tooHigh {
        let span = flow.children[child].span
        findings.add(Finding(.blockTooHigh, at: span, ["hundredths": .number(excess.hundredths)]))
      }
      if let (child, broken) = page.parted, let code = broken.code {
        findings.add(Finding(code, at: flow.children[child].span))
      }
    }
    reportFoot(flow.foot, to: &findings)
    if let fit {
      findings.add(
        Finding(
          .fittedPages,
          [
            "page": .number(fit.firstPage + 1), "lines": .number(fit.grid.lines),
            "grid": .number(grid.lines),
          ]
        )
      )
    }
  }

  private func reportFoot(_ foot: StackPlan, to findings: inout Findings) {
    let excess = foot.height - fullRoom
    if excess > .zero {
      findings.add(Finding(.blockTooHigh, ["hundredths": .number(excess.hundredths)]))
    }
    if foot.height > .zero, pages.count > 1, pages.last?.placed.isEmpty == true {
      findings.add(Finding(.imprintAlone))
    }
  }
}

extension BrokenKeeps {
  /// What is said of the worst that is broken.
  fileprivate var code: FindingCode? {
    switch worst {
    case .lineAlone?: .lineAlone
    case .rowsAlone?: .rowsAlone
    case .headingWithOneLine?: .headingWithOneLine
    case .keptTogether?: .keptTogetherParted
    case .keptWithNext?: .keptWithNextParted
    case .characterAlone?: .characterAlone
    default: nil
    }
  }
}
