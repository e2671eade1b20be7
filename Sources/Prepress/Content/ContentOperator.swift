/// What an operator of a content stream is to Prepress (ISO 32000-1, annex A).
enum ContentOperator {
  /// Changes nothing that concerns inks, structure or the press.
  case plain
  /// Leaves marks on the page.
  case paint
  case save
  case restore
  case fillRGB
  case strokeRGB
  /// Sets a colour in another way than `rg` and `RG`, or paints without one.
  case otherColour
  /// The data after it is no content; no drawing of ours has it.
  case inlineImage
  case beginMarked
  case endMarked

  /// The operators by their bytes, the first in the highest place.
  private static let known: [UInt32: ContentOperator] = {
    var known: [UInt32: ContentOperator] = [:]
    func add(_ names: String, _ kind: ContentOperator) {
      for name in names.split(separator: " ") {
        known[name.utf8.reduce(0) { $0 << 8 | UInt32($1) }] = kind
      }
    }
    add("w J j M d i gs cm m l c v y h re n W W*", .plain)
    add("BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* MP DP BX EX", .plain)
    add("f F f* B B* b b* S s Tj TJ ' \" Do", .paint)
    add("q", .save)
    add("Q", .restore)
    add("rg", .fillRGB)
    add("RG", .strokeRGB)
    add("g G k K cs CS sc SC scn SCN sh ri", .otherColour)
    add("BI ID EI", .inlineImage)
    add("BMC BDC", .beginMarked)
    add("EMC", .endMarked)
    return known
  }()

  /// Nil for an operator of which nothing is known.
  init?(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    guard bytes.count <= 3 else { return nil }
    var packed: UInt32 = 0
    for byte in bytes { packed = packed << 8 | UInt32(byte) }
    guard let kind = Self.known[packed] else { return nil }
    self = kind
  }
}
