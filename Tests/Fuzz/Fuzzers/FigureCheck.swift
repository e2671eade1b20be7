import Statistics

/// Figures read out of any text: each quotes its place, has a value that is a number, in order.
enum FigureCheck {
  static func read(_ bytes: [UInt8]) -> Fuzzer.Outcome {
    let text = String(decoding: bytes, as: UTF8.self)
    return Fuzzer.Outcome(isRead: true, fault: fault(in: text))
  }

  private static func fault(in text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    let recogniser = FigureRecogniser()
    var last = 0
    for figure in recogniser.figures(in: text) {
      if let fault = fault(in: figure, of: scalars) { return fault }
      if figure.range.lowerBound < last { return "‘\(figure.quote)’ is out of order" }
      last = figure.range.lowerBound
    }
    var end = 0
    for found in recogniser.recognise(text) {
      let isWithin = found.range.lowerBound >= end && found.range.upperBound <= scalars.count
      guard isWithin, !found.range.isEmpty else { return "\(found) overlaps or is outside" }
      end = found.range.upperBound
    }
    return nil
  }

  /// What does not hold of a figure of a text.
  static func fault(in figure: Figure, of scalars: [Unicode.Scalar]) -> String? {
    let range = figure.range
    guard range.lowerBound >= 0, range.upperBound <= scalars.count else {
      return "\(range) is outside of the text"
    }
    var quoted = String.UnicodeScalarView()
    quoted.append(contentsOf: scalars[range])
    guard figure.quote.unicodeScalars.elementsEqual(quoted) else {
      return "‘\(figure.quote)’ stands for ‘\(String(quoted))’"
    }
    let values = [
      figure.value, figure.from, figure.to, figure.low, figure.high, figure.base?.value,
    ]
    guard values.allSatisfy({ $0?.isFinite ?? true }) else { return "\(figure.quote) is no number" }
    guard figure.decimals >= 0 else { return "\(figure.quote) has \(figure.decimals) decimals" }
    return nil
  }
}
