extension String {
  /// A number with zeros before it, so that it has so many digits at least: `0042`, `00FF`.
  ///
  /// For machines to read: no sign but `-`, no locale.
  package init<Number: BinaryInteger>(
    _ number: Number,
    digits: Int,
    radix: Int = 10,
    uppercase: Bool = false
  ) {
    let written = String(number.magnitude, radix: radix, uppercase: uppercase)
    let zeros = String(repeating: "0", count: Swift.max(0, digits - written.count))
    self = (number < 0 ? "-" : "") + zeros + written
  }
}
