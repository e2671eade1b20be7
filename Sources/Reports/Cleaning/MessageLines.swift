/// Finds what chats and mail add to a text: who wrote when, heads of mail, marks of quoted lines.
struct MessageLines {
  private var found: Set<Int> = []
  /// For each line the scalars of the marks that quote it; empty where none is quoted.
  private var quotes: [Int] = []

  init(_ lines: [LineFacts]) {
    let quotes = Self.quoteEnds(lines)
    let isQuoted = quotes.count { $0 > 0 } >= 2
    self.quotes = isQuoted ? quotes : []
    findMailHeads(lines)
    findSpeakers(lines)
  }

  func contains(_ index: Int) -> Bool { found.contains(index) }

  /// The scalars of the quoting marks that a line begins with.
  func quoteEnd(_ index: Int, without disabled: Set<CleaningRule>) -> Int {
    quotes.isEmpty || disabled.contains(.messages) ? 0 : quotes[index]
  }

  // MARK: Mail

  /// `> ` and `>> ` at the beginning of lines (RFC 3676, 4.5).
  private static func quoteEnds(_ lines: [LineFacts]) -> [Int] {
    lines.map { line in
      let scalars = line.text.scalars
      guard let first = scalars.first(where: { !$0.isSpace }), first == ">" || first == "＞" else {
        return 0
      }
      let mark = scalars.prefix { $0 == ">" || $0 == "＞" || $0.isSpace }
      return mark.count
    }
  }

  /// Labels of a mail's head, two and more on neighbouring lines; 某某写道： alone.
  private mutating func findMailHeads(_ lines: [LineFacts]) {
    let isHead = lines.map { $0.key.count <= 120 && Self.mailLabels.beginsWord(Self.bare($0.key)) }
    for index in lines.indices {
      let hasNeighbour =
        (index > 0 && isHead[index - 1]) || (index + 1 < isHead.count && isHead[index + 1])
      if isHead[index], hasNeighbour || Self.hasAddress(lines[index].key) { found.insert(index) }
      if Self.introducesQuote(lines[index].key) { found.insert(index) }
    }
  }

  private static func bare(_ key: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
    key[...].drop { $0 == ">" || $0 == "*" }
  }

  private static func hasAddress(_ key: [Unicode.Scalar]) -> Bool {
    guard let at = key.firstIndex(of: "@"), at > 0, at + 1 < key.count else { return false }
    return key[at - 1].isASCIIAlphanumeric && key[at + 1].isASCIIAlphanumeric
  }

  /// Whether a line leads to a quoted mail: 在 2025年11月5日，某某 写道：.
  private static func introducesQuote(_ key: [Unicode.Scalar]) -> Bool {
    guard key.count <= 120 else { return false }
    let ends = ["写道:", "wrote:", "写道"]
    let bare = bare(key)
    return ends.contains { bare.suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars) }
      && (hasAddress(key) || key.contains(where: \.isASCIIDigit))
  }

  private static let mailLabels = WordList([
    "发件人:", "收件人:", "抄送:", "密送:", "抄送人:", "主题:", "发送时间:", "发送日期:", "发件时间:", "回复:", "答复:", "转发:",
    "附件数:", "优先级:", "重要性:", "日期:", "时间:", "from:", "to:", "cc:", "bcc:", "subject:", "date:",
    "sent:",
    "reply-to:", "re:", "fw:", "fwd:", "message-id:", "attachments:", "发信人:", "收信人:", "寄件者:",
    "收件者:",
    "寄件人:", "主旨:", "副本:", "附件:",
  ])

  // MARK: Chats

  /// Lines that say who wrote and when; and, between those, answers that say nothing.
  private mutating func findSpeakers(_ lines: [LineFacts]) {
    let speakers = lines.indices.filter { ChatHead.isHead(lines[$0].text.scalars) }
    guard !speakers.isEmpty else { return }
    // A schedule has a time on every line; a chat has what was said between.
    let areApart = !zip(speakers, speakers.dropFirst()).contains { $1 - $0 == 1 }
    let isFirst = speakers[0] <= 1
    guard areApart, speakers.count >= 2 || isFirst else { return }
    found.formUnion(speakers)
    for (index, line) in lines.enumerated() {
      // @某某 calls someone.
      guard !line.hasFullStop, line.key.count <= 40 else { continue }
      let says = ChatTalk.isTalk(line)
      if line.key.first == "@" || says || line.signs.contains(.answer) || !line.hasHan {
        found.insert(index)
      }
    }
  }
}

/// What people say to one another around a text that they pass on.
enum ChatTalk {
  /// Whether a short line is talk: it speaks to someone, passes something on, or ends as speech does.
  static func isTalk(_ line: LineFacts) -> Bool {
    guard line.key.count <= 40, !line.isNumbered, !line.hasQuantity else { return false }
    let bare = line.key.filter { !"[]。!~,".unicodeScalars.contains($0) }
    if isStickers(line.key) { return true }
    if let last = bare.last, particles.contains(last) { return true }
    if openings.beginsWord(line.key[...]) { return true }
    return words.contains { line.key.hasWord($0) }
  }

  /// [强][抱拳]: nothing but faces.
  private static func isStickers(_ key: [Unicode.Scalar]) -> Bool {
    guard key.first == "[", key.last == "]" else { return false }
    let faces = key.split { $0 == "[" || $0 == "]" }
    return !faces.isEmpty && faces.allSatisfy { $0.count <= 4 }
  }

  private static let particles = Set("吧呢啊哦嗯哈嘛啦嘞呀咯哒喽噢诶".unicodeScalars)

  private static let openings = WordList([
    "好的", "好嘞", "好滴", "嗯", "哦", "哈", "收到", "辛苦", "谢谢", "感谢", "各位", "大家", "明白", "没问题", "稍等", "已",
    "ok", "对的",
    "是的", "同意", "麻烦", "请", "在吗", "在不", "早上好", "下午好", "晚上好",
  ])

  private static let words = [
    "你", "您", "咱", "麻烦", "辛苦", "请查收", "请阅", "请审", "请过目", "请看", "转办", "转发给", "发群里", "如下,请", "供参考",
    "知悉", "请转", "我", "领导要的", "材料如下", "看一下", "看下", "改一下", "改下",
  ]
}

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
