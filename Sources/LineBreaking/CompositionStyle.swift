package import Typography

/// What a paragraph's composition follows.
package struct CompositionStyle: Hashable, Sendable {
  package var prohibition: ProhibitionLevel
  package var punctuation: PunctuationStyle
  /// Lines but the last are brought to the measure.
  package var justifies: Bool

  package init(
    prohibition: ProhibitionLevel = .gb,
    punctuation: PunctuationStyle = .fullWidth,
    justifies: Bool = true
  ) {
    self.prohibition = prohibition
    self.punctuation = punctuation
    self.justifies = justifies
  }
}

extension CharacterClass {
  /// Whether a line may start with a character of the class (clreq, Prohibition rules for line
  /// start and line end; GB/T 15834-2011 5.1).
  func mayStartLine(at level: ProhibitionLevel) -> Bool {
    switch self {
    case .stop, .comma, .closer, .connector, .interpunct, .postfix: level == .none
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
