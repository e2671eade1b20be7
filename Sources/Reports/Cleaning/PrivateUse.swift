import WritingSystems

/// Characters of private use that a table names become the characters they stand for.
///
/// In simplified text they are those that GB 18030-2000 and GBK had no place for in Unicode (moved
/// by GB 18030-2022, annex D), in traditional text those of Hong Kong's HKSCS, whose places for
/// users Big5 maps in order; and everywhere the bullets of Word's symbol fonts (U+F0xx).
enum PrivateUse {
  static func isPrivate(_ scalar: Unicode.Scalar) -> Bool {
    (0xE000...0xF8FF).contains(scalar.value) || scalar.value >= 0xF0000
  }

  static func find(_ line: LineView) -> [Edit] {
    guard line.scalars.contains(where: isPrivate) else { return [] }
    let isTraditional = self.isTraditional(line.scalars)
    return line.scalars.indices.compactMap { index in
      guard isPrivate(line.scalars[index]),
        let plain = plain(line.scalars[index], isTraditional: isTraditional)
      else { return nil }
      return Edit(range: index..<(index + 1), replacement: [plain])
    }
  }

  static func isTraditional(_ scalars: [Unicode.Scalar]) -> Bool {
    var balance = 0
    for scalar in scalars {
      switch ScriptPairs.script(of: scalar) {
      case .traditional: balance += 1
      case .simplified: balance -= 1
      default: break
      }
    }
    return balance > 0
  }

  static func plain(_ scalar: Unicode.Scalar, isTraditional: Bool) -> Unicode.Scalar? {
    if let symbol = symbols[scalar] { return symbol }
    return isTraditional ? hongKong(scalar) : mainland[scalar]
  }

  /// HKSCS of 2001 lay in Big5's areas for users, which Unicode keeps in four stretches.
  private static func hongKong(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let stretches: [(first: UInt32, last: UInt32, lead: UInt32)] = [
      (0xE000, 0xE310, 0xFA), (0xE311, 0xEEB7, 0x8E), (0xEEB8, 0xF6B0, 0x81),
    ]
    guard let area = stretches.first(where: { ($0.first...$0.last).contains(scalar.value) }) else {
      return nil
    }
    // 157 places a row: 40 to 7E and A1 to FE.
    let place = scalar.value - area.first
    let column = place % 157
    let trail = column < 63 ? 0x40 + column : 0xA1 + column - 63
    let found = LegacyCodes.big5.scalar(
      lead: UInt8(area.lead + place / 157),
      trail: UInt8(trail)
    )
    return found.flatMap { isPrivate($0) ? nil : $0 }
  }

  private static let mainland: [Unicode.Scalar: Unicode.Scalar] = {
    // U+E815 to U+E864: FE50 to FEA0.
    let characters = """
      ⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷\
      䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻
      """
    var table: [Unicode.Scalar: Unicode.Scalar] = [
      "\u{E7C7}": "ḿ", "\u{E7C8}": "ǹ", "\u{E7E7}": "〾",
    ]
    for (index, plain) in characters.unicodeScalars.enumerated() {
      if let scalar = Unicode.Scalar(0xE815 + UInt32(index)) { table[scalar] = plain }
    }
    // Vertical marks: A6D9 to A6DF, A6EC, A6ED, A6F3.
    for (index, plain) in "，、。：；！？〖〗…".unicodeScalars.enumerated() {
      if let scalar = Unicode.Scalar(0xE78D + UInt32(index)) { table[scalar] = plain }
    }
    return table
  }()

  /// Symbol and Wingdings as Word writes them into text.
  private static let symbols: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{F0B7}": "•", "\u{F0A7}": "▪", "\u{F06C}": "●", "\u{F06E}": "■", "\u{F06F}": "□",
    "\u{F0A8}": "□", "\u{F071}": "□", "\u{F072}": "□", "\u{F075}": "◆", "\u{F076}": "◆",
    "\u{F0D8}": "▶", "\u{F0E0}": "→", "\u{F0E8}": "→", "\u{F0FC}": "✓", "\u{F0FE}": "☑",
    "\u{F052}": "☑", "\u{F0A3}": "□", "\u{F0AB}": "★", "\u{F0B0}": "°", "\u{F0B4}": "×",
    "\u{F0B1}": "±",
  ]
}
