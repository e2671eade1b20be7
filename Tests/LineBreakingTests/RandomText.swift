import TestSupport

/// The same numbers on every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Mixed Chinese text of all classes, as written in tables.
struct RandomText {
  private var generator: SeededGenerator
  private(set) var written = ""
  private var endsWithMark = false

  init(seed: UInt64, length: Int) {
    generator = SeededGenerator(seed: seed)
    for _ in 0..<length { addPiece() }
  }

  private mutating func addPiece() {
    switch Int.random(in: 0..<100, using: &generator) {
    case 0..<55: add(han(1...6))
    case 55..<70: if !endsWithMark { add(one(of: "，。、；：！？"), isMark: true) }
    case 70..<78: add(bracketed())
    case 78..<84: add("{\(number())\(one(of: ["个", "%", "万元", "亿元", "人次", "℃"]))}")
    case 84..<88: add(number())
    case 88..<92: add(one(of: ["GDP", "PM2.5", "word", "a b c", "well-known", "www.gov.cn"]))
    case 92..<94: add(one(of: ["——", "……", "·", "～", "—", "–", "/", "⸺"]))
    case 94..<96: add(one(of: [" ", "\\u{A0}", "\\u{3000}", "\\u{200B}", "\\u{2060}"]))
    case 96..<98: add(one(of: ["ニュース", "한국어", "شىن", "😀", "é", "𠮷", "々"]))
    default: add(Int.random(in: 0..<8, using: &generator) == 0 ? "⏎" : han(2...3))
    }
  }

  private mutating func add(_ piece: some StringProtocol, isMark: Bool = false) {
    written += piece
    endsWithMark = isMark
  }

  private mutating func bracketed() -> String {
    let pair = one(of: ["“”", "（）", "《》", "‘’", "「」", "【】"])
    let inner = han(1...5) + one(of: ["", "", "。", "，\(han(1...3))", "（\(han(1...2))）"])
    return String(pair.prefix(1)) + inner + String(pair.suffix(1))
  }

  private mutating func han(_ count: ClosedRange<Int>) -> String {
    let count = Int.random(in: count, using: &generator)
    return (0..<count).map { _ in one(of: "天地玄黄宇宙洪荒日月盈昃辰宿列张") }.joined()
  }

  private mutating func number() -> String {
    one(of: ["6", "26", "155", "41.2", "3,500", "86.41%", "2025"])
  }

  private mutating func one(of characters: String) -> String {
    String(characters.randomElement(using: &generator) ?? "天")
  }

  private mutating func one(of pieces: [String]) -> String {
    pieces.randomElement(using: &generator) ?? ""
  }
}
