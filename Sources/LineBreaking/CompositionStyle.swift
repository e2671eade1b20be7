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
