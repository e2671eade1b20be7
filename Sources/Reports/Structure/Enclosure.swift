import WritingSystems

/// The text that a notice sends along (……关于印发《某办法》的通知): who signed it, and when, says nothing
/// of the notice.
enum Enclosure {
  /// The line where it begins: the one that says the name in the title of the notice.
  static func start(_ title: Strand?, _ body: [Line]) -> Int? {
    guard let name = title.flatMap({ name(in: $0.scalars) }) else { return nil }
    let mostLines = 3
    // Above it stands at least the text of the notice.
    guard let text = body.firstIndex(where: { $0.text.scalars.last?.endsSentence ?? false }) else {
      return nil
    }
    return body.indices.dropFirst(text + 1).first { index in
      var said: [Unicode.Scalar] = []
      for line in body[index...].prefix(mostLines) {
        guard Attachments.mayBeTitle(line) else { return false }
        said += key(line.text.scalars[...])
        if isName(said, name) { return true }
        // 附件：某办法 names it; what begins otherwise is another line.
        guard said.count < name.count, name.contains(said) || said.contains(name.prefix(4)) else {
          return false
        }
      }
      return false
    }
  }

  /// The signature below an enclosed text, which is none of the notice.
  static func signature(_ body: [Line], from start: Int?, claimed: Set<Int>) -> [Signature] {
    guard let start, let found = Signature(body, before: body.count, claimed: claimed),
      found.lines.lowerBound > start
    else { return [] }
    return [found]
  }

  /// Whether some words are the name, or the name behind that of an organ or place.
  private static func isName(_ said: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Bool {
    let longestOrgan = 14
    return said == name
      || said.count <= name.count + longestOrgan
        && said.suffix(name.count).elementsEqual(name)
      || name.count <= said.count + longestOrgan && said.count >= 6
        && name.suffix(said.count).elementsEqual(said)
  }

  /// What stands between 印发 and 的通知, without its marks.
  private static func name(in title: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    let plain = title.map { MatchingKey.simplified($0) }
    let verbs = ["印发", "转发", "批转", "下发", "公布"].map { Array($0.unicodeScalars) }
    guard
      let verb = plain.indices.last(where: { index in
        verbs.contains { plain[index...].starts(with: $0) }
      }),
      case let rest = plain[(verb + 2)...],
      let end = rest.indices.last(where: { rest[$0...].starts(with: "的通知".unicodeScalars) })
    else { return nil }
    var name = rest[..<end]
    if let open = name.firstIndex(of: "《"), let close = name.lastIndex(of: "》"), open < close {
      name = name[(open + 1)..<close]
    }
    let found = key(name)
    let shortest = 4
    return found.count >= shortest ? found : nil
  }

  private static func key(_ scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    scalars.filter { $0.isHan || $0.isASCIIAlphanumeric || $0.decimalDigit != nil }
      .map { MatchingKey.simplified($0.narrowed) }
  }
}
