import DocumentModel
import Geometry

extension ColumnWidth {
  /// The widths of columns side by side.
  ///
  /// Fixed widths are as they say. Natural ones are as wide as their content; where all natural
  /// and fixed widths together exceed the measure, the natural ones give in proportion. What is
  /// left goes to the columns that share, or, where none does, to the natural ones in proportion.
  static func distribute(
    _ wishes: [ColumnWidth],
    naturals: [Length],
    measure: Length
  ) -> [Length] {
    var widths = zip(wishes, naturals).map { wish, natural in
      switch wish {
      case .fixed(let width): width
      case .natural: natural
      case .share: Length.zero
      }
    }
    let weights = self.weights(
      wishes,
      naturals: naturals,
      hasShares: wishes.contains(where: \.isShare)
    )
    let total = weights.reduce(0, +)
    let rest = measure - widths.reduce(.zero, +)
    guard total > 0 else { return widths }
    // Natural columns give when there is too little, and only shares take when there are shares.
    let giving = rest < .zero ? self.weights(wishes, naturals: naturals, hasShares: false) : weights
    let divisor = max(giving.reduce(0, +), 1)
    for index in widths.indices {
      widths[index] = max(.zero, widths[index] + rest.scaled(by: giving[index], over: divisor))
    }
    return widths
  }

  private var isShare: Bool {
    if case .share = self { true } else { false }
  }

  /// How much of what is left a column takes, in whole numbers that cannot overflow together.
  private static func weights(
    _ wishes: [ColumnWidth],
    naturals: [Length],
    hasShares: Bool
  ) -> [Int64] {
    zip(wishes, naturals).map { wish, natural in
      switch wish {
      case .fixed: 0
      case .natural: hasShares ? 0 : max(natural.units / 1000, 1)
      case .share(let ratio): hasShares ? max(ratio.millionths / 1000, 1) : 0
      }
    }
  }
}
