import WritingSystems

/// What a line says of itself, wherever it stands: the first half of the evidence.
struct LineEvidence {
  let line: LineFacts
  let key: [Unicode.Scalar]
  let text: PageText
  var found: NoiseEvidence = []

  /// Menus and feet may be long; what is longer is text.
  private static let longest = LineFacts.longestPageLine

  static func of(_ line: LineFacts) -> NoiseEvidence {
    guard line.key.count <= longest, !line.key.isEmpty else { return line.isText ? .sentence : [] }
    var evidence = LineEvidence(line)
    if !line.hasFullStop, evidence.isPosition {
      evidence.found.insert(.position)
    } else if !line.hasFullStop, evidence.leadsToNeighbour {
      evidence.found.insert(.neighbour)
    } else if line.isText {
      evidence.readSentences()
    } else if !evidence.readOpening() {
      if line.key.last != "。" { evidence.readTools() }
      evidence.readMenu()
      evidence.readLabels()
      evidence.readRequest()
      if evidence.speaksOfItself { evidence.found.insert(.footWord) }
      evidence.readShape()
      evidence.withoutRepeats()
    }
    evidence.readFiling()
    return evidence.found
  }

  private init(_ line: LineFacts) {
    self.line = line
    key = line.key
    text = PageText(line.key)
  }

  /// One word is no evidence twice: 搜索 is a tool, and no section and no request besides.
  private mutating func withoutRepeats() {
    if !found.isDisjoint(with: [.tools, .tool, .toolRow, .counter]) {
      found.subtract([.section, .hint, .request])
    }
    if !found.isDisjoint(with: [.listHead, .listWord]) { found.remove(.section) }
    if found.contains(.contact) { found.subtract([.hint, .section]) }
  }

  // MARK: Sentences

  private mutating func readSentences() {
    found.insert(.sentence)
    if isNotice() || asksToFollow() || explainsTool() { found.insert(.notice) }
  }

  /// 分享到：微信里点“发现”，可将本文分享至朋友圈。 explains a tool.
  private func explainsTool() -> Bool {
    guard key.count <= 60, let tool = text.word(startingAt: 0, .tool),
      tool.range.upperBound < key.count, key[tool.range.upperBound] == ":"
    else { return false }
    let cover = text.cover([.request, .object, .channel, .tool])
    return cover.count(.request) >= 2 && cover.count([.object, .channel]) >= 2
  }

  /// A page that speaks of itself, and of rights at least twice.
  private func isNotice() -> Bool {
    let itself = text.cover(.itself).words.count
    let rights = text.cover(.rights).words.count
    let isLabelled = Self.noticeLabels.beginsWord(key[...].drop { !PageText.isWord($0) })
    return itself >= 1 && rights >= 2 || isLabelled && itself + rights >= 3
      || itself >= 2 && rights >= 1
  }

  /// 此页面为归档页面，内容不再更新: a notice without a full stop.
  private var speaksOfItself: Bool {
    let begins = key.starts(with: "以下".unicodeScalars)
    guard line.hasTextMark || begins, key.count <= 60, !line.hasQuantity else { return false }
    let cover = text.cover([.itself, .rights])
    guard let first = cover.words.first, first.sense.contains(.itself), first.range.lowerBound <= 1
    else { return false }
    return cover.count(.rights) >= 1 && !Self.vague.contains(key[first.range])
  }

  private static let vague = WordList(["网络", "原创", "网友"])

  private static let noticeLabels = WordList([
    "免责声明", "版权声明", "郑重声明", "特别声明", "声明:", "风险提示:", "版权说明", "法律声明", "转载声明",
  ])

  /// A sentence that begins with a request and names what to follow: 扫码关注公众号，获取更多资讯.
  private func asksToFollow() -> Bool {
    guard key.count <= 60, !line.hasQuantity else { return false }
    let cover = text.cover([.request, .object, .you])
    guard let first = cover.words.first(where: { !$0.sense.contains(.you) || $0.range.count > 1 }),
      first.range.lowerBound <= 3, first.sense.contains(.request)
    else { return false }
    return Self.follows.contains { key.hasWord($0) } && cover.words.count >= 3
  }

  private static let follows = ["公众号", "关注我们", "星标", "在看", "视频号", "蓝字"]

  // MARK: Labels

  private mutating func readLabels() {
    guard key.count <= 120 else { return }
    let labels = LineLabels(line, text)
    guard !labels.found.isEmpty else { return readBracketedCredit() }
    let roles = labels.count(.role)
    if roles > 0, labels.areNames { found.insert(labels.nameEditor ? .editor : .credits) }
    let records = labels.count(.record)
    if records > 0 { found.insert(records > 1 ? .record : .recordLabel) }
    if labels.count(.contact) > 0 {
      found.insert(.contact)
      if Self.noticeContacts.contains(where: { key.hasWord($0) }) { found.insert(.noticeContact) }
    }
    readBracketedCredit()
  }

  private static let noticeContacts = ["联系人", "联系电话", "联系方式", "咨询电话", "咨询热线"]

  /// （张某 李某 摄影报道）, 本报讯（记者 某某）: a credit without a label.
  private mutating func readBracketedCredit() {
    let start = ["本报讯", "本网讯", "本刊讯", "本台讯", "本站讯", "本报记者", "本网记者", "本台记者", "本报通讯员"]
    let bare = key.drop { !PageText.isWord($0) }
    let begins = start.contains { bare.starts(with: $0.unicodeScalars) }
    if begins, key.count <= 30, !line.hasTextMark { found.insert(.credits) }
  }

  // MARK: Requests

  private mutating func readRequest() {
    guard key.count <= 60, line.hasHan else { return }
    // 请各站转发 speaks to offices, not to a reader.
    guard !["请各", "请全", "请有关", "请相关"].contains(where: { key.hasWord($0) }) else { return }
    // 预约方式：关注某某号 says how, in a notice.
    let label = key.prefix(7).firstIndex(of: ":").map { key[..<$0] }
    if let label, label.count >= 3, label.allSatisfy(\.isHan),
      ["方式", "方法", "途径", "渠道", "入口", "流程", "要求", "步骤"].contains(where: { label.hasSuffix($0) })
    {
      return
    }
    let cover = text.cover([.request, .object, .you, .channel])
    let requests = cover.count(.request)
    guard requests > 0, !line.hasQuantity, !line.isNumbered else { return readListHead() }
    let objects = cover.count([.object, .channel])
    let you = cover.count(.you)
    let first = cover.words.first
    let leads = first.map {
      $0.range.lowerBound <= 2 && !$0.sense.isDisjoint(with: [.request, .you])
    }
    let known = cover.letters - cover.foreign
    let score =
      min(requests, 2) * 2 + min(objects, 3) * 2 + min(you, 2)
      + (leads ?? false ? 2 : 0) + (known * 2 >= cover.letters ? 2 : 0)
      + (key.hasSuffix(">>") || key.hasSuffix("»") ? 4 : 0)
    if score >= 8 {
      found.insert(.request)
    } else if score >= 6 {
      found.insert(.hint)
    }
    readListHead()
  }

  /// 相关新闻, 热门推荐：, 猜你喜欢 ▼.
  private mutating func readListHead() {
    guard key.count <= 16 else { return }
    let cover = text.cover([.listKind, .listNoun, .part])
    let heads = cover.words.filter { !$0.sense.isDisjoint(with: [.listKind, .listNoun]) }
    guard cover.isWhole, let first = heads.first else { return }
    let isPair =
      heads.count >= 2 && first.sense.contains(.listKind)
      && heads.dropFirst().contains { $0.sense.contains(.listNoun) }
    let isAlone = heads.count == 1 && Self.aloneHeads.contains(key[first.range])
    // 最新进展 may be a heading of the report; 相关新闻 is none.
    let isWeak =
      ["最新", "推荐", "其他", "更多", "活动", "工作"].contains { key.starts(with: $0.unicodeScalars) }
      && !["新闻", "文章", "阅读", "资讯", "评论", "留言", "跟帖", "稿件", "视频", "链接", "搜索"].contains {
        key.hasWord($0)
      }
    if isPair { found.insert(isWeak ? .listWord : .listHead) }
    if isAlone { found.insert(.listWord) }
  }

  private static let aloneHeads = WordList([
    "排行", "排行榜", "热榜", "热搜", "热搜榜", "热词", "热帖", "热点", "热门", "推荐", "标签列表",
  ])

  // MARK: Feet

  private mutating func readFiling() {
    guard text.has([.filing, .contact]) || key.contains("©") else { return }
    let cover = text.cover([.filing])
    let contacts = found.contains(.contact) ? LineLabels(line, text).count(.contact) : 0
    let hasDigits = key.contains(where: \.isASCIIDigit)
    let strong =
      Self.rightsOfPage.count { key.hasWord($0) }
      + (hasDigits ? Self.numberedFilings.count { key.hasWord($0) } : 0)
    if line.isText {
      // A sentence may speak of filings; it does not have their numbers.
      guard strong > 0, key.hasRunOfDigits(atLeast: 6) || key.hasWord("copyright") else { return }
      found.subtract(.sentence)
      found.insert(.filing)
    } else if strong > 0 {
      found.insert(.filing)
    } else if cover.count(.filing) >= 2 || cover.count(.filing) == 1 && contacts >= 2 {
      found.insert(.filing)
    } else if let first = cover.words.first, first.range.lowerBound <= 2, !line.isText {
      let next = first.range.upperBound
      let isLabel = next < key.count && key[next] == ":"
      if isLabel || cover.isWhole { found.insert(.footWord) }
    }
  }

  private static let rightsOfPage = [
    "copyright", "©", "版权所有", "版权归", "reserved", "著作权所有", "poweredby", "分辨率",
  ]

  private static let numberedFilings = [
    "icp备", "icp证", "公网安备", "备案号", "备案序号", "备案编号", "标识码",
  ]

  // MARK: Shapes

  private mutating func readShape() {
    if PageNumbers.isAddress(key) { found.insert(.address) }
    if PageNumbers.isTopicList(line) || isTagList || isCollection { found.insert(.topics) }
    // 发布于 2019-09-26 07:19.
    let isDated = key.prefix { !$0.isASCIIDigit }.last == "于" && key.count <= 24
    if PageNumbers.isClock(isDated ? key.filter { !$0.isHan } : key) { found.insert(.clock) }
    if isMedium { found.insert(.medium) }
    if PageNumbers.isStamped(line.text.scalars) { found.insert(.stamp) }
    let last = line.text.scalars.last { !$0.isSpace }
    let leadsOn = last == "：" || last == ":" || last == "，" || last == ","
    if leadsOn, found.isDisjoint(with: [.tools, .tool, .toolRow, .listHead, .editor]) {
      found.insert(.leadsOn)
    }
    if last == "。" { found.insert(.stopped) }
    if line.hasQuantity, !found.contains(.counter) { found.insert(.quantity) }
  }
}

extension LineEvidence {
  /// 收录于合集 #三农 48个: topics, and nothing but words of pages beside them.
  private var isCollection: Bool {
    let words = line.words.filter { !$0.isEmpty }
    let rest = words.filter { $0.first != "#" }
    guard !rest.isEmpty, rest.count < words.count, words.count <= 8 else { return false }
    return rest.allSatisfy { PageText($0).cover([.tool, .part, .counter, .record]).isWhole }
  }

  /// 标签：食品安全 抽检 月饼.
  private var isTagList: Bool {
    let labels = ["标签:", "tags:", "tag:", "关键词:", "关键字:", "话题:"]
    guard let label = labels.first(where: { key.starts(with: $0.unicodeScalars) }) else {
      return false
    }
    let longest = 10
    let words = line.text.scalars.split { $0.isSpace || "，,、；;|：:/".unicodeScalars.contains($0) }
    return key.count > label.unicodeScalars.count && words.allSatisfy { $0.count <= longest }
  }
}

extension PageText {
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isHan || scalar.isASCIIAlphanumeric
  }
}

extension Collection<Unicode.Scalar> where Index == Int {
  /// Whether a word stands in it.
  func hasWord(_ word: String) -> Bool {
    let scalars = word.unicodeScalars
    return indices.contains { self[$0...].starts(with: scalars) }
  }

  /// Whether so many digits stand side by side.
  func hasRunOfDigits(atLeast fewest: Int) -> Bool {
    var run = 0
    for scalar in self {
      run = scalar.isASCIIDigit ? run + 1 : 0
      if run >= fewest { return true }
    }
    return false
  }

  func hasSuffix(_ word: String) -> Bool {
    suffix(word.unicodeScalars.count).elementsEqual(word.unicodeScalars)
  }
}
