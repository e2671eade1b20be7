/// How much of each script a text has.
struct ScriptCensus {
  private(set) var simplified = 0
  private(set) var traditional = 0
  private(set) var han = 0
  /// The first characters of each script, for a finding's place: line and scalar.
  private(set) var firstSimplified: (line: Int, index: Int)?
  private(set) var firstTraditional: (line: Int, index: Int)?

  init(_ lines: [Line]) {
    for (number, line) in lines.enumerated() where line.form != .image {
      for (index, scalar) in line.text.scalars.enumerated() where scalar.isHan {
        han += 1
        switch ScriptPairs.script(of: scalar) {
        case .simplified:
          simplified += 1
          firstSimplified = firstSimplified ?? (number, index)
        case .traditional:
          traditional += 1
          firstTraditional = firstTraditional ?? (number, index)
        case .mixed, .other, nil: break
        }
      }
    }
  }

  /// Mixed is a text of which more than a tenth is in the lesser script: a few characters left
  /// over by a machine do not make it so.
  var script: Report.Script {
    if han == 0 { return .other }
    let known = simplified + traditional
    // Without a telling character either would be right; simplified is what offices write.
    if known == 0 { return .simplified }
    if simplified * 10 > known, traditional * 10 > known { return .mixed }
    return traditional > simplified ? .traditional : .simplified
  }

  /// The characters of the script that the text is not in.
  var leftOver: (count: Int, first: (line: Int, index: Int)?) {
    switch script {
    case .traditional: (simplified, firstSimplified)
    case .simplified: (traditional, firstTraditional)
    case .mixed, .other: (0, nil)
    }
  }
}
