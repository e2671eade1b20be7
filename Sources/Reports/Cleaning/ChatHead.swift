import WritingSystems

/// 张三 10:32, 李四（办公室） 2025/11/05 10:32:11, 2025-11-05 10:32 王五.
enum ChatHead {
  private static let longest = 48

  static func isHead(_ scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.count <= longest, scalars.contains(where: \.isASCIIDigit) else { return false }
    let words = scalars.split { $0.isSpace || $0 == "[" || $0 == "]" || $0 == "【" || $0 == "】" }
    guard words.count >= 2, words.count <= 5 else { return false }
    let isTime = words.map(isTime)
    guard words.indices.contains(where: { isTime[$0] && isClock(words[$0]) }) else { return false }
    // The times stand together, before the name or after it.
    let names = words.indices.filter { !isTime[$0] }
    guard !names.isEmpty, names.count <= 2, names.count < words.count,
      names.first == 0 || names.last == words.count - 1,
      names.count == 1 || names[1] == names[0] + 1
    else { return false }
    return isName(names.map { words[$0] }, hasDate: isTime.count { $0 } > 1)
  }

  /// The minute of the day that a line names; nil where it has no clock.
  static func minute(_ scalars: [Unicode.Scalar]) -> Int? {
    guard scalars.count <= longest,
      let word = scalars.split(whereSeparator: \.isSpace).first(where: isClock)
    else { return nil }
    let numbers = word.split { !$0.isASCIIDigit }.prefix(2).compactMap { digits in
      digits.count <= 2 ? digits.reduce(0) { $0 * 10 + Int($1.value) - 0x30 } : nil
    }
    return numbers.count == 2 ? numbers[0] * 60 + numbers[1] : nil
  }

  /// Whether a line could be a head: one short word, and a clock behind it.
  static func mayBeHead(_ scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.count <= longest else { return false }
    let words = scalars.split(whereSeparator: \.isSpace)
    let longestName = 8
    return words.count == 2 && isClock(words[1]) && words[0].count <= longestName
      && words[0].contains(where: \.isHan) && !words[0].contains { $0.isTextMark || $0 == "：" }
  }

  /// Whether a line could be the name of who speaks, alone: short, without marks and numbers.
  static func mayBeName(_ line: LineFacts) -> Bool {
    (2...14).contains(line.key.count) && line.hasHan && !line.hasTextMark && !line.isNumbered
      && !line.key.contains { ":[]()<>".unicodeScalars.contains($0) || $0.isASCIIDigit }
  }

  /// Who is named by a line of the program: “某甲”撤回了一条消息, 某甲 拍了拍 某乙.
  static func namesSaid(_ line: LineFacts) -> [[Unicode.Scalar]] {
    guard line.key.count <= 40 else { return [] }
    let words = String(String.UnicodeScalarView(line.key))
      .replacing("拍了拍", with: "\n").replacing("撤回了", with: "\n").replacing("加入", with: "\n")
    return words.unicodeScalars.split { "\n“”\"「」".unicodeScalars.contains($0) }.map(Array.init)
  }

  /// 赵国栋(防汛办): a surname and a given name, and no more but what stands in brackets.
  static func isPersonAlone(_ line: LineFacts) -> Bool {
    let name = line.key.prefix { $0 != "(" }
    let rest = line.key.dropFirst(name.count)
    guard (2...4).contains(name.count), name.allSatisfy(\.isHan), rest.count <= 14 else {
      return false
    }
    return (rest.isEmpty || rest.last == ")") && name.first.map { LineFacts.isSurname($0) } ?? false
  }

  /// 7月9日 06:12, 昨天 08:03: nothing but a time.
  static func isDivider(_ scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.count <= 20 else { return false }
    let words = scalars.split(whereSeparator: \.isSpace)
    return words.contains(where: isClock) && words.allSatisfy(isTime)
  }

  /// 群聊　某某工作群（238）, 某某群(12): what stands above a chat.
  static func namesGroup(_ key: [Unicode.Scalar]) -> Bool {
    guard key.count <= 32 else { return false }
    let name = key.filter { $0 != "<" && $0 != "…" && $0 != "." }
    guard let open = name.lastIndex(of: "("), name.last == ")", open > 0 else { return false }
    let number = name[(open + 1)...].dropLast().filter { $0 != "人" }
    return !number.isEmpty && number.allSatisfy(\.isASCIIDigit)
      && (name[open - 1] == "群" || name.starts(with: "群聊".unicodeScalars))
  }

  private static func isClock(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    let digits = word.split { $0 == ":" || $0 == "：" }
    guard digits.count == 2 || digits.count == 3, digits.count < word.count else { return false }
    let tail = digits.dropFirst().allSatisfy { $0.count == 2 && $0.allSatisfy(\.isASCIIDigit) }
    let hour = digits[0].drop { !$0.isASCIIDigit }
    let before = digits[0].count - hour.count
    return tail && (1...2).contains(hour.count) && hour.allSatisfy(\.isASCIIDigit) && before <= 2
  }

  /// A clock, a date, or 昨天, 星期三, 上午.
  private static func isTime(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    if isClock(word) { return true }
    if days.contains(word) { return true }
    let rest = word.filter { !$0.isASCIIDigit }
    return rest.count < word.count && rest.count <= 3
      && rest.allSatisfy { "-/.年月日".unicodeScalars.contains($0) }
  }

  private static let days = WordList([
    "昨天", "今天", "前天", "上午", "下午", "晚上", "凌晨", "中午", "早上", "星期一", "星期二", "星期三", "星期四", "星期五",
    "星期六", "星期日", "星期天", "周一", "周二", "周三", "周四", "周五", "周六", "周日", "AM", "PM",
  ])

  private static func isName(_ words: [ArraySlice<Unicode.Scalar>], hasDate: Bool) -> Bool {
    let name = Array(words.joined()).filter { $0 != ":" && $0 != "：" }
    let plain = name.prefix { $0 != "(" && $0 != "（" && $0 != "@" && $0 != "-" && $0 != "_" }
    guard (2...12).contains(plain.count), name.count <= 24,
      plain.allSatisfy({ $0.isHan && !$0.isChineseMark || $0.isASCIILetter || $0 == "·" })
    else { return false }
    guard let first = plain.first else { return false }
    // Without a date only a person's name: 签到 8:30 stands in schedules.
    let isPerson = plain.count <= 4 && LineFacts.isSurname(first)
    return isPerson || (hasDate && plain.count <= 8 && !sites.contains { plain.contains($0) })
  }

  /// Names of sites stand beside a time in a byline, and are read there.
  private static let sites = Set("网站报台发布局委办".unicodeScalars)
}
