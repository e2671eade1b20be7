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
    if !found.isEmpty { findMailEdges(lines) }
    findSpeakers(lines)
    findPairs(lines)
    findNames(lines)
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
      if Self.introducesQuote(lines[index].key) || Self.isSentFrom(lines[index]) {
        found.insert(index)
      }
    }
  }

  /// What a mail has around its text: greeting, wishes, the signature below `--` (RFC 3676, 4.3),
  /// what it says of itself.
  private mutating func findMailEdges(_ lines: [LineFacts]) {
    var isBelowHead = true
    var signature = 0
    let longestSignature = 8
    for (index, line) in lines.enumerated() {
      let isHead = found.contains(index)
      let speaksOfItself =
        line.signs.contains(.message)
        || line.key.count <= 40 && ["本邮件", "此邮件", "该邮件"].contains { line.key.hasWord($0) }
      // The subject, where its label was cut off.
      let isSubject =
        index == 0
        && ["re:", "fw:", "fwd:", "回复:", "答复:", "转发:"].contains {
          line.key.starts(with: $0.unicodeScalars)
        }
      let isSigned = signature > 0 && !line.isText && line.isShort
      let isGreeting = isBelowHead && MailTalk.addresses(line.key) || MailTalk.isGreeting(line.key)
      if isSubject || isSigned || speaksOfItself || isGreeting || MailTalk.ends(line.key) {
        found.insert(index)
      }
      if isHead || line.isText {
        signature = 0
      } else if line.key.elementsEqual("--".unicodeScalars)
        || MailTalk.isWish(line.key) && !Self.isDated(lines, below: index)
      {
        signature = longestSignature
        found.insert(index)
      } else {
        signature = max(0, signature - 1)
      }
      isBelowHead = isHead
    }
  }

  /// Whether a date stands below: then a letter was signed, not a mail.
  private static func isDated(_ lines: [LineFacts], below index: Int) -> Bool {
    let deepest = 4
    return lines[(index + 1)...].prefix(deepest)
      .contains { ParagraphKind.date($0.text.scalars) != nil }
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

  /// 发自我的手机, 来自某某邮箱大师, Sent from my iPad: what a program says of itself.
  private static func isSentFrom(_ line: LineFacts) -> Bool {
    guard line.key.count <= 20, !line.hasTextMark, !line.isNumbered else { return false }
    let begins = ["发自", "来自", "发送自", "从", "sentfrom"].contains {
      line.key.starts(with: $0.unicodeScalars)
    }
    let ends = ["手机", "邮箱", "大师", "客户端", "iphone", "ipad", "mail", "outlook", "发送", "平板", "pad"]
    return begins && ends.contains { line.key.hasSuffix($0) }
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
    findOthers(among: lines, speakers)
    for (index, line) in lines.enumerated() where Self.isTalk(line) { found.insert(index) }
  }

  /// A name, and the hour on the line below it: 赵国栋(防汛办) / 09:14, with talk between the pairs.
  private mutating func findPairs(_ lines: [LineFacts]) {
    let pairs = lines.indices.dropLast().filter { index in
      ChatHead.isDivider(lines[index + 1].text.scalars) && ChatHead.isPersonAlone(lines[index])
    }
    let areApart = zip(pairs, pairs.dropFirst()).allSatisfy { $1 - $0 >= 3 }
    guard pairs.count >= 2, areApart, let first = pairs.first else { return }
    for index in pairs { found.formUnion([index, index + 1]) }
    for index in lines.indices.prefix(first) {
      let isDay = index + 1 == first && ParagraphKind.date(lines[index].text.scalars) != nil
      if isDay || ChatHead.namesGroup(lines[index].key) { found.insert(index) }
    }
    for (index, line) in lines.enumerated() where Self.isTalk(line) { found.insert(index) }
  }

  // Without clocks

  /// Names of speakers in a chat that was copied without hours: short lines that come again, or that
  /// the program names (某某 撤回了一条消息), with talk below them.
  private mutating func findNames(_ lines: [LineFacts]) {
    let isGroup = lines.prefix(2).contains { ChatHead.namesGroup($0.key) }
    let events = lines.filter { $0.signs.contains(.message) && !$0.hasFullStop }
    guard isGroup && !events.isEmpty || events.count >= 3 else { return }
    let said = Set(events.flatMap(ChatHead.namesSaid))
    var places: [[Unicode.Scalar]: [Int]] = [:]
    for (index, line) in lines.enumerated() where ChatHead.mayBeName(line) {
      places[line.key, default: []].append(index)
    }
    let fewest = 3
    let names = places.values.filter { places in
      let isAnswered = places.contains { index in
        index + 1 < lines.count && Self.isTalk(lines[index + 1])
      }
      return isAnswered && (places.count >= 2 || said.contains(lines[places[0]].key))
    }.joined()
    guard names.count >= fewest else { return }
    found.formUnion(names)
    for (index, line) in lines.enumerated() {
      let isDivider =
        ChatHead.isDivider(line.text.scalars) || index == 0 && ChatHead.namesGroup(line.key)
      if isDivider || Self.isTalk(line) { found.insert(index) }
    }
  }

  /// What is said between heads, and is no text.
  private static func isTalk(_ line: LineFacts) -> Bool {
    // @某某 calls someone.
    guard !line.hasFullStop, line.key.count <= 40 else { return false }
    let hasNumber = line.key.hasRunOfDigits(atLeast: 3)
    return line.key.first == "@" || ChatTalk.isTalk(line)
      || !line.signs.isDisjoint(with: [.answer, .message]) || !line.hasHan && !hasNumber
  }

  /// The name of the group above the first speaker, and speakers whose names are none of persons
  /// but whose clock goes on from the last that was surely one: 3网格赵 08:06.
  private mutating func findOthers(among lines: [LineFacts], _ speakers: [Int]) {
    for index in lines.indices.prefix(speakers[0]) where ChatHead.namesGroup(lines[index].key) {
      found.insert(index)
    }
    let longestPause = 30
    for (first, next) in zip(speakers, speakers.dropFirst()) {
      guard var last = ChatHead.minute(lines[first].text.scalars),
        let end = ChatHead.minute(lines[next].text.scalars)
      else { continue }
      for index in lines.indices[first..<next].dropFirst(2) where index + 1 < next {
        guard !found.contains(index - 1), ChatHead.mayBeHead(lines[index].text.scalars),
          let minute = ChatHead.minute(lines[index].text.scalars),
          (last...(last + longestPause)).contains(minute), minute <= end
        else { continue }
        found.insert(index)
        last = minute
      }
    }
  }
}
