extension String {
  /// A text of some scalars, written straight into its bytes.
  ///
  /// What the standard library has for it takes any sequence, scalar by scalar through its
  /// protocol; of a long report that was a sixteenth of all the time.
  package init(scalars: ArraySlice<Unicode.Scalar>) {
    let length = scalars.reduce(0) { $0 + UTF8.width($1) }
    self.init(unsafeUninitializedCapacity: length) { buffer in
      var place = 0
      for scalar in scalars {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          buffer[place] = byte
          place += 1
        }
      }
      return place
    }
  }
}
