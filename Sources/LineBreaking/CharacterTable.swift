/// Which characters are in which class: one table, each row with its source.
///
/// clreq: appendix “Tables of Chinese punctuation marks” (W3C, snapshot of 2024-03). JLREQ:
/// appendix “Character classes”, asked where clreq is silent. UAX #14: class NS and CJ.
package enum CharacterTable {
  /// When a character is of its row's class; else it is Western text.
  package enum Condition: Sendable {
    case always
    /// Where its glyph is about as wide as a Han: characters that Western text shares (“—…×).
    case wide
    /// Where a neighbour is Chinese: narrow connectors and the solidus.
    case besideChinese
  }

  package struct Row: Sendable {
    package var kind: CharacterClass
    /// clreq's name of the class, else JLREQ's.
    package var name: String
    package var condition: Condition
    package var characters: [ClosedRange<UInt32>]
    package var source: String

    init(
      _ kind: CharacterClass,
      _ name: String,
      _ condition: Condition = .always,
      marks: String = "",
      ranges: [ClosedRange<UInt32>] = [],
      _ source: String
    ) {
      self.kind = kind
      self.name = name
      self.condition = condition
      characters = marks.unicodeScalars.map { $0.value...$0.value } + ranges
      self.source = source
    }
  }

  /// Rows above win over rows below.
  package static let rows: [Row] = [
    Row(.stop, "句号 full stops", marks: "。．｡", "clreq 点号; GB/T 15834-2011 5.1.1"),
    Row(.question, "叹号、问号 exclamation and question marks", marks: "！？", "clreq 点号; GB 5.1.2"),
    Row(.doubled, "叠用号 doubled marks", marks: "‼⁇⁈⁉", "clreq 点号, note: 1 em; JLREQ cl-04"),
    Row(.comma, "逗号、顿号 commas", marks: "，、､", "clreq 点号; GB 5.1.1"),
    Row(.colon, "冒号、分号 colons", marks: "：；", "clreq 点号; GB 5.1.1"),
    Row(.opener, "夹注开 quotes", .wide, marks: "“‘", "clreq 标号; GB 5.1.3"),
    Row(.closer, "夹注闭 quotes", .wide, marks: "”’", "clreq 标号; GB 5.1.3"),
    Row(.opener, "夹注开 opening quotes and brackets", marks: "「『（《〈【〖〔［｛｢", "clreq 标号; GB 5.1.3"),
    Row(.closer, "夹注闭 closing quotes and brackets", marks: "」』）》〉】〗〕］｝｣", "clreq 标号; GB 5.1.3"),
    Row(.opener, "开括号 other opening brackets", marks: "｟〘〚〝", "JLREQ cl-01"),
    Row(.closer, "闭括号 other closing brackets", marks: "｠〙〛〞〟", "JLREQ cl-02"),
    Row(.dash, "破折号 two-em dash", .wide, marks: "—―", "clreq 标号; GB 5.1.4"),
    Row(.dash, "破折号 two-em dash", marks: "⸺", "clreq 标号; GB 5.1.4"),
    Row(.ellipsis, "省略号 ellipsis", .wide, marks: "…⋯", "clreq 标号; GB 5.1.5"),
    Row(.connector, "连接号 connectors", marks: "～〜", "clreq 标号; GB 5.1.6"),
    Row(.connector, "连接号 narrow connectors", .besideChinese, marks: "-–", "clreq 标号; GB 5.1.6"),
    Row(.interpunct, "间隔号 interpuncts", marks: "·・‧･", "clreq 标号; GB 5.1.7"),
    Row(.solidus, "分隔号 solidus", marks: "／", "clreq 标号; GB 5.1.9"),
    Row(.solidus, "分隔号 solidus", .besideChinese, marks: "/", "clreq 标号 (mainland); GB 5.1.9"),
    Row(.ideographicSpace, "全角空格 ideographic space", marks: "\u{3000}", "JLREQ cl-14"),
    Row(.iterationMark, "叠字号 iteration marks", marks: "々〻ゝゞヽヾ゛゜", "JLREQ cl-09; UAX #14 NS"),
    Row(
      .smallKana,
      "促音、拗音、长音 small kana and prolonged sound",
      marks: "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーｰ",
      ranges: [0x31F0...0x31FF],
      "JLREQ cl-10, cl-11; UAX #14 CJ"
    ),
    Row(.prefix, "前置记号 prefixed abbreviations", marks: "￥＄￡￠№", "JLREQ cl-12"),
    Row(.prefix, "前置记号 prefixed abbreviations", .wide, marks: "€£", "JLREQ cl-12"),
    Row(.postfix, "后置记号 postfixed abbreviations", marks: "％‰℃℉°′″ℓ", "JLREQ cl-13"),
    Row(.postfix, "后置记号 squared units", ranges: [0x3371...0x337A, 0x3380...0x33DF], "JLREQ cl-13"),
    Row(.operator, "运算号 full-width operators", marks: "＋－＝＜＞", "JLREQ cl-17, cl-18"),
    Row(.operator, "运算号 operators", .wide, marks: "×÷±∓≠≈≤≥∞", "JLREQ cl-17, cl-18"),
    Row(
      .ideograph,
      "部首、符号 radicals and symbols",
      ranges: [0x2E80...0x2FDF, 0x3003...0x3007, 0x3012...0x3013, 0x3021...0x303F],
      "clreq 汉字; JLREQ cl-19"
    ),
    Row(.ideograph, "假名 kana", ranges: [0x3041...0x30FF], "JLREQ cl-15, cl-16"),
    Row(.ideograph, "注音 bopomofo", ranges: [0x3105...0x312F, 0x31A0...0x31BF], "clreq 注音符号"),
    Row(.ideograph, "谚文 hangul", ranges: [0x3131...0x318E, 0xAC00...0xD7A3], "UAX #14 H2, H3, ID"),
    Row(
      .ideograph,
      "汉字 Han",
      ranges: [
        0x3190...0x319F, 0x31C0...0x31EF, 0x3200...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
        0x20000...0x3FFFD,
      ],
      "clreq 汉字; UAX #14 ID"
    ),
    Row(
      .ideograph,
      "全角字符 full-width forms",
      ranges: [0xFE30...0xFE4F, 0xFF01...0xFF60, 0xFFE0...0xFFE6],
      "JLREQ cl-19"
    ),
    Row(
      .ideograph,
      "序号、图形 numbers in circles, shapes, arrows",
      ranges: [
        0x2460...0x24FF, 0x2776...0x2793, 0x25A0...0x25FF, 0x2600...0x266F, 0x2190...0x2199,
      ],
      "JLREQ cl-19"
    ),
    Row(
      .ideograph,
      "表情符号 emoji and pictographs",
      ranges: [
        0x2670...0x2767, 0x2794...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B55, 0x1F000...0x1FAFF,
      ],
      "UAX #14 ID, EB, EM, RI"
    ),
  ]

  /// Western marks that stand close to what is before them.
  package static func isTightBefore(_ scalar: Unicode.Scalar) -> Bool {
    ")]},.;:!?%”’".unicodeScalars.contains(scalar)
  }

  /// Western marks that stand close to what is behind them.
  package static func isTightBehind(_ scalar: Unicode.Scalar) -> Bool {
    "([{“‘".unicodeScalars.contains(scalar)
  }

  /// The row's class and condition of a character; nil for Western ones.
  static func entry(of scalar: Unicode.Scalar) -> (kind: CharacterClass, condition: Condition)? {
    let row =
      scalar.value < 0x10000 ? Int(plane[Int(scalar.value)]) : astralRow(of: scalar.value)
    return row == 0 ? nil : (rows[row - 1].kind, rows[row - 1].condition)
  }

  /// For each character of the basic plane the number of its row, from 1.
  private static let plane: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 0x10000)
    for (index, row) in rows.enumerated().reversed() {
      for range in row.characters where range.upperBound < 0x10000 {
        for value in range { table[Int(value)] = UInt8(index + 1) }
      }
    }
    return table
  }()

  private static func astralRow(of value: UInt32) -> Int {
    let index = rows.firstIndex { row in
      row.characters.contains { $0.contains(value) }
    }
    return index.map { $0 + 1 } ?? 0
  }
}
