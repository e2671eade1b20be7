import WritingSystems

/// What a line says of itself, wherever it stands: the first half of the evidence.
struct LineEvidence {
  private let line: LineFacts
  private let key: [Unicode.Scalar]
  private let text: PageText
  private(set) var found: NoiseEvidence = []

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
      found.subtract([.section, .hint])
      if !found.contains(.asksToFollow) { found.remove(.request) }
    }
    if !found.isDisjoint(with: [.listHead, .listWord]) { found.remove(.section) }
  }

  // MARK: Sentences

  private mutating func readSentences() {
    found.insert(.sentence)
    if isNotice() || asksToFollow() { found.insert(.notice) }
  }

  /// A page that speaks of itself, and of rights at least twice.
  private func isNotice() -> Bool {
    let itself = text.cover(.itself).words.count
    let rights = text.cover(.rights).words.count
    let isLabelled = Self.noticeLabels.beginsWord(key[...])
    return itself >= 1 && rights >= 2 || isLabelled && itself + rights >= 3
      || itself >= 2 && rights >= 1
  }

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
    return Self.follows.prefix(6).contains { key.hasWord($0) } && cover.words.count >= 3
  }

  private static let follows = [
    "公众号", "关注我们", "星标", "在看", "视频号", "蓝字", "朋友圈", "更多人", "精彩", "更多资讯", "点赞", "转给", "分享给",
  ]

  // MARK: Tools

  /// 今天是2025年11月5日 星期三, 欢迎访问某某网站, 本文共860字: what a page says by itself.
  private mutating func readOpening() -> Bool {
    if key.hasWord("cookie"), !line.hasHan { found.insert(.footWord) }
    guard key.count <= 40 else { return false }
    let opening = ["今天是", "今日是", "现在是", "北京时间"].contains { key.starts(with: $0.unicodeScalars) }
    if opening, key.contains(where: \.isASCIIDigit) {
      found.formUnion([.tools, .siteTool])
    } else if key.starts(with: "欢迎".unicodeScalars),
      ["访问", "光临", "来到", "进入", "浏览"].contains(where: { key.prefix(7).hasWord($0) })
    {
      found.formUnion([.counter, .siteTool])
    } else if isPageOfPaper {
      found.insert(.stamp)
    } else if ["本文", "全文", "文章"].contains(where: { key.starts(with: $0.unicodeScalars) }),
      key.contains(where: \.isASCIIDigit), key.hasWord("字") || key.hasWord("分钟")
    {
      found.insert(.counter)
    } else {
      return false
    }
    return true
  }

  private static let toolSenses: PageSense = [
    .tool, .part, .channel, .counter, .site, .inserted, .neighbour, .state,
  ]
  private static let pure: PageSense = [.tool, .channel, .counter, .site, .inserted, .neighbour]

  private mutating func readTools() {
    guard key.count <= 120 else { return }
    // An address may follow: 原文链接：https://….
    let address = PageNumbers.addressStart(key) ?? key.count
    let cover = text.cover(Self.toolSenses, in: 0..<address)
    let pure = cover.count(Self.pure)
    let hasDigits = key.contains(where: \.isASCIIDigit)
    if pure > 0, cover.isWhole {
      let counters = cover.count(.counter)
      let isCount = counters > 0 && (hasDigits ? counters * 2 >= pure : counters == pure)
      if isCount { found.insert(.counter) }
      if cover.count(.inserted) > 0 { found.insert(.insertion) }
      if cover.count(.site) > 0 { found.insert(.siteTool) }
      let isRow = pure >= 2 && line.isSetApart
      let isOne = cover.words.count == 1 && cover.count(.inserted) == 0 && cover.letters <= 3
      found.insert(isRow ? .toolRow : isOne ? .tool : .tools)
    } else if pure >= 2, cover.foreign * 3 < cover.letters, key.count <= 40 {
      found.insert(line.isSetApart && hasDigits ? .tools : .mostlyTools)
    }
    // 发布于：某省 · 2025-10-28 20:11 · 12.3万阅读.
    let counts = cover.count(.counter)
    if counts > 0, !cover.isWhole, cover.foreign <= 8, !line.hasTextMark,
      key.count(where: \.isASCIIDigit) >= 8, key.contains(":")
    {
      found.insert(.counter)
    }
    if cover.letters == 0, address == key.count { readScrap() }
    readLead(cover)
    if PageNumbers.isPlayer(key) { found.insert(.insertion) }
    if isLatinRow { found.insert(.tools) }
  }

  /// 【1】【2】【3】, +1: numbers and marks without a word.
  private mutating func readScrap() {
    let digits = key.split { !$0.isASCIIDigit }
    let brackets = key.count { "【】[]".unicodeScalars.contains($0) }
    if digits.count >= 2, brackets >= 4 { found.insert(.toolRow) }
    if digits.count == 1, key.count <= 3 { found.insert(.scrap) }
  }

  /// 登录某某网, 某某首页: the first or last words of a page.
  private mutating func readLead(_ cover: PageText.Cover) {
    guard key.count <= 16, !cover.isWhole, !line.hasTextMark else { return }
    if let first = cover.words.first, first.range.lowerBound == 0, first.range.count > 1,
      !first.sense.isDisjoint(with: [.site, .inserted])
    {
      found.insert(.leadsWithTool)
    }
    if key.count <= 12, key.hasSuffix("首页") || key.hasSuffix("客户端") || key.hasSuffix("公众号") {
      found.insert(.leadsWithTool)
    }
  }

  /// 上一篇：某某, 【下一条】 某某.
  private var leadsToNeighbour: Bool {
    guard let first = key.firstIndex(where: PageText.isWord), first <= 2,
      let word = text.word(startingAt: first, .neighbour)
    else { return false }
    let end = word.range.upperBound
    let isLabel = end == key.count || ":|>[】])<«»".unicodeScalars.contains(key[end])
    return isLabel || line.gaps.contains(end)
  }

  /// 某某日报, 某某发布, 某某网: a medium alone; 原创 某某 某某号.
  private var isMedium: Bool {
    let words = line.words.filter { !$0.isEmpty }
    if (2...4).contains(words.count), words[0].elementsEqual("原创".unicodeScalars) { return true }
    let ends = ["日报", "晚报", "新闻网", "新华社", "客户端", "融媒", "电视台", "在线", "早报", "都市报", "通讯社", "新闻"]
    return words.count == 1 && key.count <= 8 && ends.contains { key.hasSuffix($0) }
  }

  /// Accept all, Manage preferences: a short line of Latin words, the first a tool.
  private var isLatinRow: Bool { ToolLine.isLatinTools(line.words.filter { !$0.isEmpty }) }

  /// 某某日报　2025年11月4日　第2版：综合: the head of a page of a newspaper.
  private var isPageOfPaper: Bool {
    guard let page = key.firstIndex(of: "版"), page > 0,
      key[page - 1].isASCIIDigit || key.hasWord("第")
    else {
      return false
    }
    return line.words.count >= 2 && key.contains("年") && key.contains("月") && !line.hasTextMark
      && key.count(where: \.isASCIIDigit) >= 3
  }

  // MARK: Menus

  private mutating func readMenu() {
    guard !line.hasTextMark else { return }
    let items = line.words.filter { !$0.isEmpty }
    guard items.count >= 2 else {
      if key.count <= 8, Self.isItem(key) { found.insert(.section) }
      let cover = text.cover([.section, .site, .tool])
      let fewest = 6
      if cover.words.count >= fewest, cover.foreign * 6 <= cover.letters { found.insert(.menu) }
      return
    }
    let longestItem = 10
    let named = items.count { $0.count <= longestItem && Self.isItem($0) }
    let short = items.count { $0.count <= longestItem }
    if short * 5 >= items.count * 4, named * 2 >= items.count, !line.hasQuantity {
      found.insert(items.count >= 3 || named == items.count ? .menu : .section)
    }
    let isFromHome = items[0].hasSuffix("首页") && items.count >= 5 && named >= 2
    if isFromHome, !line.hasQuantity { found.insert(.menu) }
    let bars = line.items(between: "|").count
    if bars >= 3, short == items.count, !key.contains(where: \.isASCIIDigit), key.first != "|" {
      found.insert(.shortNames)
    }
  }

  /// Where on a site one is: 首页 > 要闻 > 正文 with any arrow, 您的位置：首页, 某某网 正文.
  private var isPosition: Bool {
    guard key.count <= 120 else { return false }
    if let place = key.prefix(10).firstIndex(of: "位"),
      key[place...].starts(with: "位置".unicodeScalars),
      key[..<place].allSatisfy({ "你您当前现在所的目处·>".unicodeScalars.contains($0) })
    {
      let next = key[(place + 2)...]
      return next.isEmpty || next.first == ":" || next.hasWord("首页") || next.contains(">")
    }
    let words = line.words.filter { !$0.isEmpty }
    if key.count <= 10, key.count > 2, key.hasSuffix("正文") {
      if words.count == 2 || Self.isItem(Array(key.dropLast(2))) { return true }
    }
    let home = ["首页", "主页", "home"]
    let loose = key.split { ">»›→/\\-".unicodeScalars.contains($0) }
    let isFromHome = loose.first.map { step in home.contains { step.hasSuffix($0) } } ?? false
    if loose.count >= 2, isFromHome { return true }
    let steps = key.split { ">»›→".unicodeScalars.contains($0) }
    guard steps.count >= 2 || key.first == ">" && steps.count == 1 else { return false }
    let longestStep = 12
    let areShort = steps.dropLast().allSatisfy { $0.count <= longestStep }
    let named = steps.count {
      Self.isItem(Array($0)) || ($0.last.map { "网报号台".unicodeScalars.contains($0) } ?? false)
    }
    return areShort && (steps.count >= 3 || named > 0)
  }

  /// 政务公开, 部门动态, 走进双河: words of sections cover it, but for the name of a place.
  private static func isItem(_ word: [Unicode.Scalar]) -> Bool {
    let text = PageText(word)
    let cover = text.cover([.section, .site, .filing, .tool])
    guard cover.letters > 1, let last = cover.words.last else { return false }
    return cover.isWhole
      || last.range.upperBound == word.count && cover.foreign <= 2
        && last.range.count >= 2 && word.count <= 6
  }

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
      if Self.follows.contains(where: { key.hasWord($0) }) { found.insert(.asksToFollow) }
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
    let strong = Self.strongFilings.count { key.hasWord($0) }
    if line.isText {
      // A sentence may speak of filings; it does not have their numbers.
      guard strong > 0, key.hasRunOfDigits(atLeast: 6) || key.hasWord("copyright") else { return }
      found.subtract(.sentence)
      found.insert(.filing)
    } else if strong > 0 {
      found.insert(.filing)
    } else if cover.count(.filing) >= 2 {
      found.insert(.filing)
    } else if let first = cover.words.first, first.range.lowerBound <= 2, !line.isText {
      let next = first.range.upperBound
      let isLabel = next < key.count && key[next] == ":"
      if isLabel || cover.isWhole { found.insert(.footWord) }
    }
  }

  private static let strongFilings = [
    "icp备", "icp证", "公网安备", "备案号", "备案序号", "备案编号", "标识码", "copyright", "©", "版权所有", "版权归",
    "reserved", "著作权所有", "poweredby", "分辨率",
  ]

  // MARK: Shapes

  private mutating func readShape() {
    if PageNumbers.isAddress(key) { found.insert(.address) }
    if PageNumbers.isTopicList(line) || isTagList { found.insert(.topics) }
    if PageNumbers.isClock(key) { found.insert(.clock) }
    if isMedium { found.insert(.medium) }
    if PageNumbers.isStamped(line.text.scalars) { found.insert(.stamp) }
    let last = line.text.scalars.last { !$0.isSpace }
    if key.count >= 8, last == "…" || key.hasSuffix("...") { found.insert(.cutOff) }
    let leadsOn = last == "：" || last == ":" || last == "，" || last == ","
    if leadsOn, found.isDisjoint(with: [.tools, .tool, .toolRow, .listHead]) {
      found.insert(.leadsOn)
    }
    if last == "。" { found.insert(.stopped) }
    if line.hasQuantity, !found.contains(.counter) { found.insert(.quantity) }
  }
}

extension LineEvidence {
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
