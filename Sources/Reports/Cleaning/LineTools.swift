import WritingSystems

/// What names of tools, counters, sections and sites say of a line.
extension LineEvidence {
  // MARK: Tools

  /// 今天是2025年11月5日 星期三, 欢迎访问某某网站, 本文共860字: what a page says by itself.
  mutating func readOpening() -> Bool {
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

  mutating func readTools() {
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
    } else if pure >= 2, cover.foreign * 3 < cover.letters, key.count <= 40, line.isSetApart,
      hasDigits
    {
      found.insert(.tools)
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
    if isProgramMenu { found.insert(.toolRow) }
    if PageNumbers.isPlayer(key) || isAdvertisement { found.insert(.insertion) }
    if isLatinRow { found.insert(.tools) }
  }

  /// 【1】【2】【3】, +1: numbers and marks without a word.
  private mutating func readScrap() {
    let digits = key.split { !$0.isASCIIDigit }
    let brackets = key.count { "【】[]".unicodeScalars.contains($0) }
    if digits.count >= 2, brackets >= 4 { found.insert(.toolRow) }
    if digits.count == 1, key.count <= 3 { found.insert(.scrap) }
  }

  /// 广告　了解详情: a word that pages put between paragraphs, set apart, then what to click.
  private var isAdvertisement: Bool {
    guard key.count <= 24, let first = text.word(startingAt: 0, .inserted),
      line.gaps.contains(first.range.upperBound)
    else { return false }
    return text.cover([.request, .object, .tool, .part], in: first.range.upperBound..<key.count)
      .isWhole
  }

  /// 文件(F) 编辑(E) 视图(V): the menu of a program.
  private var isProgramMenu: Bool {
    let words = line.words.filter { !$0.isEmpty }
    let fewest = 3
    return words.count >= fewest
      && words.allSatisfy { word in
        word.count <= 8 && word.last == ")" && word.dropLast(2).last == "("
          && word[word.count - 2].isASCIILetter
      }
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
    // 某某号·政务 >: one goes on by it.
    if key.count <= 12, key.last == ">", key.count > 3, !key.contains(where: \.isASCIIDigit) {
      found.insert(.leadsWithTool)
    }
  }

  /// 上一篇：某某, 【下一条】 某某.
  var leadsToNeighbour: Bool {
    guard let first = key.firstIndex(where: PageText.isWord), first <= 2,
      let word = text.word(startingAt: first, .neighbour)
    else { return false }
    let end = word.range.upperBound
    let isLabel = end == key.count || ":|>[】])<«»".unicodeScalars.contains(key[end])
    return isLabel || line.gaps.contains(end)
  }

  /// 某某日报, 某某发布, 某某网: a medium alone; 原创 某某 某某号.
  var isMedium: Bool {
    let words = line.words.filter { !$0.isEmpty }
    if (2...4).contains(words.count), words[0].elementsEqual("原创".unicodeScalars) { return true }
    let ends = [
      "日报", "晚报", "新闻网", "新华社", "客户端", "融媒", "融媒体中心", "电视台", "在线", "早报", "都市报", "通讯社", "新闻",
    ]
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

  mutating func readMenu() {
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
  }

  /// Where on a site one is: 首页 > 要闻 > 正文 with any arrow, 您的位置：首页, 某某网 正文.
  var isPosition: Bool {
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
}
