import WritingSystems

/// Finds text that was decoded in the wrong encoding and undoes it, where that is certain: its bytes
/// read again give Chinese text of everyday characters, all of them.
///
/// UTF-8 read as GBK (鏈湀), Big5 or Windows-1252 (æœ¬æœˆ), GBK read as Windows-1252 (±¾ÔÂ) or
/// Big5, Big5 read as GBK or Windows-1252; also twice over. What was lost stands as U+FFFD.
enum Mojibake {
  /// How often text is decoded wrongly in turn at most.
  private static let mostTimes = 3

  static func find(in scalars: [Unicode.Scalar]) -> [Edit] {
    pass(over: scalars, times: mostTimes)
  }

  private static func pass(over scalars: [Unicode.Scalar], times: Int) -> [Edit] {
    // A line of everyday characters is passed over after one look at each.
    guard times > 0, let codes = suspected(of: scalars) else { return [] }
    var edits: [Edit] = []
    var index = 0
    // How far bytes were read in vain: they are not read again from within, which bounds the cost.
    var tried = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let mayBegin =
        !scalar.isASCII && index >= tried
        && (codes == .anyCodes || LegacyCodes.western.code(of: scalar) != nil)
      guard mayBegin, let edit = edit(scalars, from: index, codes, times: times, &tried)
      else {
        index += 1
        continue
      }
      edits.append(edit)
      index = edit.range.upperBound
    }
    return edits
  }

  /// The codes that the characters of a line may be of, when it was decoded wrongly.
  ///
  /// A rare character that has no place among the single bytes speaks for codes of two bytes, whose
  /// tables take time to make; letters of pinyin have such a place, and are in Chinese text.
  private static func suspected(of scalars: [Unicode.Scalar]) -> Suspicion? {
    var suspicion: Suspicion?
    for scalar in scalars where !LegacyCodes.isCommon(scalar) && !isHarmless(scalar) {
      guard LegacyCodes.western.code(of: scalar) != nil else { return .anyCodes }
      suspicion = .singleBytes
    }
    return suspicion
  }

  private enum Suspicion { case singleBytes, anyCodes }

  /// Spaces and marks of Chinese text, letters of pinyin and zhuyin: none is a sign of anything.
  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3000, 0x3012...0x3029, 0x3105...0x312F, 0x0101, 0x0113, 0x011B, 0x012B, 0x014D, 0x016B,
      0x01CE...0x01DC, 0x02C7, 0x02C9...0x02CB, 0x02D9:
      true
    default:
      false
    }
  }

  private static func edit(
    _ scalars: [Unicode.Scalar],
    from start: Int,
    _ suspicion: Suspicion,
    times: Int,
    _ tried: inout Int
  ) -> Edit? {
    let fewestInVain = 64
    let all: [LegacyCodes] =
      suspicion == .anyCodes ? [.western, .gb18030, .big5] : [.western]
    for codes in all {
      guard let code = codes.code(of: scalars[start]),
        let found = UTF8Undoing(scalars, from: start, codes: codes, first: code).found
      else { continue }
      if let text = certain(found.text, fewest: code < 0x100 ? 1 : 2, times: times) {
        return Edit(range: found.range, replacement: text)
      }
      if found.range.count > fewestInVain { tried = found.range.upperBound }
    }
    if LegacyCodes.western.code(of: scalars[start]) != nil {
      return PairUndoing.western(scalars, from: start)
    }
    guard suspicion == .anyCodes else { return nil }
    // A run is looked at once, where it begins.
    let isBegin = start == 0 || scalars[start - 1].isASCII
    return isBegin ? PairUndoing.double(scalars, from: start) : nil
  }

  /// The text, if it is Chinese, or what it becomes when undone again; else nil.
  private static func certain(
    _ text: [Unicode.Scalar],
    fewest: Int,
    times: Int
  ) -> [Unicode.Scalar]? {
    if Certainty.isChinese(text, fewest: fewest, share: 9) { return text }
    let again = pass(over: text, times: times - 1)
    let covered = again.reduce(0) { $0 + $1.range.count }
    guard !again.isEmpty, covered * 10 >= text.count(where: { !$0.isASCII }) * 9 else { return nil }
    var result: [Unicode.Scalar] = []
    var done = 0
    for edit in again {
      result += text[done..<edit.range.lowerBound] + edit.replacement
      done = edit.range.upperBound
    }
    return result + text[done...]
  }
}

/// Reads characters back into bytes and these as UTF-8.
private struct UTF8Undoing {
  private(set) var found: (range: Range<Int>, text: [Unicode.Scalar])?
  private var output: [Unicode.Scalar] = []
  private var pending: [UInt8] = []
  /// Whether the rest of a character follows whose beginning is lost.
  private var isSkipping = false

  init(_ scalars: [Unicode.Scalar], from start: Int, codes: LegacyCodes, first: UInt16) {
    guard Self.mayBegin(first) else { return }
    var committed: (end: Int, count: Int)?
    var index = start
    while index < scalars.count, add(scalars[index], codes) {
      index += 1
      if pending.isEmpty { committed = (index, output.count) }
    }
    guard let committed else { return }
    var end = committed.end
    while end > start, scalars[end - 1].isASCII, scalars[end - 1] != "?" { end -= 1 }
    found = (start..<end, Array(output.prefix(committed.count - (committed.end - end))))
  }

  /// The first bytes of Han and of the marks of Chinese text in UTF-8, E2, E3 to E9, EF; of single
  /// bytes also C2 to CB, as which those come when they were decoded wrongly before.
  private static func mayBegin(_ code: UInt16) -> Bool {
    if code < 0x100 {
      return (0xE2...0xE9).contains(code) || code == 0xEF || (0xC2...0xCB).contains(code)
    }
    let lead = code >> 8
    return ((0xE2...0xE9).contains(lead) || lead == 0xEF) && (0x80...0xBF).contains(code & 0xFF)
  }

  /// Adds a character; false where it fits in no reading.
  private mutating func add(_ scalar: Unicode.Scalar, _ codes: LegacyCodes) -> Bool {
    let isLoss = scalar == "\u{FFFD}" || (scalar == "?" && !pending.isEmpty)
    if isLoss {
      // Part of a character went lost.
      guard !pending.isEmpty || isSkipping else { return false }
      if !pending.isEmpty { output.append("\u{FFFD}") }
      (pending, isSkipping) = ([], true)
      return true
    }
    if scalar.isASCII {
      guard pending.isEmpty else { return false }
      output.append(scalar)
      isSkipping = false
      return true
    }
    // Code page 936 has the euro sign in the place of a byte that begins nothing.
    let code = scalar == "€" ? 0x80 : codes.code(of: scalar)
    guard let code else { return false }
    if code >= 0x100 { pending.append(UInt8(code >> 8)) }
    pending.append(UInt8(code & 0xFF))
    return takeWhole()
  }

  /// Takes whole characters from the bytes; false where they are none.
  private mutating func takeWhole() -> Bool {
    while let lead = pending.first {
      if isSkipping, lead & 0xC0 == 0x80 {
        pending.removeFirst()
        continue
      }
      isSkipping = false
      let count: Int
      switch lead {
      case 0xC2...0xDF: count = 2
      case 0xE0...0xEF: count = 3
      case 0xF0...0xF4: count = 4
      default: return false
      }
      guard pending.dropFirst().prefix(count - 1).allSatisfy({ $0 & 0xC0 == 0x80 }) else {
        return false
      }
      guard pending.count >= count else { return true }
      guard let text = String(validating: pending.prefix(count), as: UTF8.self),
        let scalar = text.unicodeScalars.first
      else { return false }
      output.append(scalar)
      pending.removeFirst(count)
    }
    return true
  }
}

/// Reads characters back into bytes and these as GBK or Big5.
private enum PairUndoing {
  /// So many characters of ASCII may stand between the others.
  private static let longestGap = 400

  /// Windows-1252 for GBK or Big5: every byte is a character; of Big5 the second may be ASCII.
  static func western(_ scalars: [Unicode.Scalar], from start: Int) -> Edit? {
    guard hasPairs(scalars[start...]) else { return nil }
    let readings = [LegacyCodes.gb18030, .big5].enumerated().compactMap { place, codes -> Edit? in
      var output: [Unicode.Scalar] = []
      var index = start
      var passed = 0
      while index < scalars.count {
        if scalars[index].isASCII {
          // Mostly ASCII is no Chinese: then it was tried in vain, and not for long.
          guard passed <= longestGap else { break }
          passed += 1
          output.append(scalars[index])
          index += 1
          continue
        }
        guard index + 1 < scalars.count, let lead = byte(scalars[index]) else { break }
        let next = scalars[index + 1]
        let trail = next.isASCII && place == 1 ? UInt8(next.value) : byte(next) ?? 0
        guard let scalar = codes.scalar(lead: lead, trail: trail) else { break }
        output.append(scalar)
        index += 2
      }
      while let last = output.last, last.isASCII {
        (output, index) = (output.dropLast(), index - 1)
      }
      // 25°C has two bytes that are a character of Big5: there more must agree.
      let fewest = place == 0 ? 2 : 4
      let beyond = output.count { !$0.isASCII }
      guard beyond * 3 >= output.count * 2, Set(output).count >= fewest,
        Certainty.isChinese(output, fewest: fewest, share: 9)
      else { return nil }
      return Edit(range: start..<index, replacement: output)
    }
    return readings.max { $0.range.count < $1.range.count }
  }

  /// Whether the single bytes at the beginning are enough for two characters of GBK, or for four of
  /// Big5, whose second byte may be ASCII.
  private static func hasPairs(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let fewest = 4
    let reach = longestGap + 2 * fewest
    var count = 0
    for scalar in scalars.prefix(reach) where !scalar.isASCII {
      guard byte(scalar) != nil else { return false }
      count += 1
      if count == fewest { return true }
    }
    return false
  }

  private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    LegacyCodes.western.code(of: scalar).map { UInt8($0) }
  }

  /// GBK for Big5, and Big5 for GBK: both have two bytes for each character.
  static func double(_ scalars: [Unicode.Scalar], from start: Int) -> Edit? {
    let end = scalars[start...].firstIndex(where: \.isASCII) ?? scalars.count
    let run = scalars[start..<end]
    let shortest = 4
    guard run.count >= shortest else { return nil }
    // Letters of other scripts are rare too, but nobody writes rare Han, boxes and private use so.
    let rare = run.count { scalar in
      let isStrange = scalar.isHan || (0xE000...0xF8FF).contains(scalar.value)
      return isStrange && !LegacyCodes.isCommon(scalar)
    }
    guard rare * 4 >= run.count else { return nil }
    for (wrong, right) in [(LegacyCodes.gb18030, LegacyCodes.big5), (.big5, .gb18030)] {
      let output = run.prefix { wrong.code(of: $0) != nil }.map { scalar -> Unicode.Scalar? in
        wrong.code(of: scalar).flatMap {
          right.scalar(lead: UInt8($0 >> 8), trail: UInt8($0 & 0xFF))
        }
      }
      let whole = output.compactMap { $0 }
      guard whole.count == run.count, Certainty.isChinese(whole, fewest: 4, share: 9) else {
        continue
      }
      return Edit(range: start..<end, replacement: whole)
    }
    return nil
  }
}

/// When undoing is certain.
private enum Certainty {
  /// Whether a text is Chinese of everyday characters: at least a number of them beyond ASCII, and
  /// of ten a share.
  static func isChinese(_ text: [Unicode.Scalar], fewest: Int, share: Int) -> Bool {
    var beyond = 0
    var common = 0
    for scalar in text where !scalar.isASCII && scalar != "\u{FFFD}" {
      beyond += 1
      let isOurs = scalar.isHan || scalar.isChineseMark || (0xFF01...0xFF5E).contains(scalar.value)
      if isOurs, LegacyCodes.isCommon(scalar) || scalar.isChineseMark { common += 1 }
    }
    return beyond >= fewest && common * 10 >= beyond * share
  }
}
