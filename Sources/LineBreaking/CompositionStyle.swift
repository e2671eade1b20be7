package import Typography

/// What a paragraph's composition follows.
package struct CompositionStyle: Hashable, Sendable {
  /// How line ends are chosen.
  package enum Strategy: UInt8, Hashable, Sendable {
    /// The best lines, or up to `LineComposer.optimumLimit` units, beyond which first-fit is taken.
    case automatic
    /// The lines whose demerits together are least.
    case optimum
    /// Line by line, each the best that begins where the one before it ends.
    case firstFit
  }

  package var prohibition: ProhibitionLevel
  package var punctuation: PunctuationStyle
  package var autospace: Autospace
  package var region: ChineseRegion
  package var strategy: Strategy
  /// Lines but the last are brought to the measure.
  package var justifies: Bool

  package init(
    prohibition: ProhibitionLevel = .gb,
    punctuation: PunctuationStyle = .fullWidth,
    autospace: Autospace = .half,
    region: ChineseRegion = .mainland,
    strategy: Strategy = .automatic,
    justifies: Bool = true
  ) {
    self.prohibition = prohibition
    self.punctuation = punctuation
    self.autospace = autospace
    self.region = region
    self.strategy = strategy
    self.justifies = justifies
  }
}

extension CharacterClass {
  /// Whether a line may start with a character of the class (clreq, Prohibition rules for line
  /// start and line end; GB/T 15834-2011 5.1).
  func mayStartLine(at level: ProhibitionLevel) -> Bool {
    switch self {
    case .stop, .question, .doubled, .comma, .colon, .closer, .connector, .interpunct, .postfix,
      .iterationMark:
      level == .none
    case .smallKana: level != .strict
    case .solidus: level == .none
    case .dash, .ellipsis: level != .strict
    case .wordSpace, .anchor: false
    default: true
    }
  }

  /// Whether a line may end with a character of the class.
  func mayEndLine(at level: ProhibitionLevel) -> Bool {
    switch self {
    case .opener: level == .none
    case .prefix: level == .none
    case .solidus: level == .none || level == .basic
    default: true
    }
  }
}
