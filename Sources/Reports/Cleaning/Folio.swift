/// Numbers of printed pages: — 3 —, 第3页 共8页, 3 / 8, Page 3 of 8.
enum Folio {
  /// Whether a line, in the form of `LineFacts.key`, is nothing but the number of a page.
  static func isFolio(_ key: [Unicode.Scalar]) -> Bool {
    guard key.count <= 24, key.contains(where: isDigit) else { return false }
    let form = shape(of: key)
    // 2022-10-14 is a date; 3/8 without spaces may be a ratio, and is taken for one.
    return forms.contains(form)
  }

  /// Whether a line has 第3页, 3/8页, 页3.
  static func numbersPage(_ key: [Unicode.Scalar]) -> Bool {
    let form = shape(of: key)
    return ["第#页", "#/#", "页#", "#页", "第#版", "#版"].contains { form.contains($0) }
  }

  /// The line with each number as `#`; dashes and dots are one each.
  static func shape(of key: [Unicode.Scalar]) -> String {
    var shape = ""
    var index = 0
    while index < key.count {
      let scalar = key[index]
      if isDigit(scalar) {
        while index < key.count, isDigit(key[index]) { index += 1 }
        shape.append("#")
        continue
      }
      switch scalar {
      case "-", "–", "—", "―", "─", "━", "－": if shape.last != "-" { shape.append("-") }
      case "·", "•", "・", "∙", "*", "~": if shape.last != "·" { shape.append("·") }
      default: shape.unicodeScalars.append(scalar)
      }
      index += 1
    }
    return shape
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIIDigit || chineseDigits.contains(scalar)
  }

  private static let chineseDigits = Set("〇零一二三四五六七八九十百".unicodeScalars)

  private static let forms: Set<String> = [
    "-#-", "·#·", "第#页", "第#页共#页", "第#页,共#页", "第#页/共#页", "共#页第#页", "共#页,第#页",
    "第#页(共#页)", "(第#页)", "(第#页共#页)", "[#]页", "第#頁", "page#of#", "page#", "p.#", "p#",
    "-第#页-", "-第#页共#页-", "第#页|共#页", "page#/#", "#页/共#页", "#/共#页", "第#版", "-#/#-",
    "第#页,总#页", "第#页总#页", "〔#〕", "共#页", "页#/#", "页码#", "页码:#", "页码,#/#", "页码:#/#", "[第#页]", "【第#页】",
  ]
}

/// Lines that are a row of a program's buttons, labels and counts: 评论 26　赞 310, 播放 高清 全屏.
enum ToolLine {
  /// Whether most of the words of a line between spaces are such.
  static func isTools(_ line: LineFacts) -> Bool {
    guard line.key.count <= 60, !line.hasFullStop else { return false }
    let words = line.words.filter { !$0.isEmpty }
    if isLatinTools(words) { return true }
    guard words.count >= 2 else { return false }
    let named = words.count { isTool($0) }
    let counted = words.count { !isTool($0) && isCount($0) }
    return named > 0 && (named + counted) * 5 >= words.count * 3
  }

  /// 发布日期：…, 文档分类：…, 格式：DOC 页数：3: what a library or a disk says of a file.
  static func isFileFacts(_ line: LineFacts) -> Bool {
    guard line.key.count <= 80, !line.hasFullStop else { return false }
    let words = line.words.filter { !$0.isEmpty }
    let labelled = words.count { word in fileLabels.contains { word.starts(with: $0) } }
    return labelled > 0 && labelled * 2 >= words.count
  }

  private static func isTool(_ word: [Unicode.Scalar]) -> Bool {
    if tools.contains(word[...]) || PageSigns.isMenuItem(word[...]) { return true }
    // 评论26, 评论（86）: a tool with its count.
    let name = word.prefix { $0.isHan }
    let rest = word.dropFirst(name.count)
    return !name.isEmpty && !rest.isEmpty && tools.contains(name)
      && rest.allSatisfy { $0.isASCIIDigit || "():.+w万%,".unicodeScalars.contains($0) }
  }

  /// A number, a time, 2小时前.
  private static func isCount(_ word: [Unicode.Scalar]) -> Bool {
    let rest = word.filter { !$0.isASCIIDigit }
    return rest.isEmpty || relative.contains(rest[...])
      || rest.allSatisfy { ":.-/x%+,万()".unicodeScalars.contains($0) }
  }

  private static let relative = WordList([
    "小时前", "分钟前", "天前", "周前", "个月前", "年前", "昨天", "前天", "刚刚", "今天", "楼", "页", "次", "条", "级",
  ])

  private static let tools = WordList([
    "评论", "赞", "点赞", "收藏", "分享", "转发", "在看", "关注", "已关注", "举报", "反馈", "回复", "引用", "倒序浏览", "楼主",
    "沙发", "板凳", "只看该作者", "发表于", "发表", "显示全部", "简介", "选集", "弹幕", "高清", "超清", "标清", "倍速", "全屏", "播放",
    "暂停", "静音", "自动", "下载", "预览", "在线预览", "打开", "保存", "上传", "打印", "关闭", "返回", "订阅", "退订", "登录",
    "注册", "退出", "搜索", "更多", "展开", "收起", "复制", "链接", "海报", "大", "中", "小", "字号", "字体", "编辑", "删除",
    "管理", "设置", "帮助", "目录", "上一章", "下一章", "上一集", "下一集", "书签", "翻译", "朗读", "网友", "热度", "最热",
    "最新", "阅读", "浏览", "点击", "人气", "发布", "置顶", "精华", "转载", "邮箱地址", "更新邮箱地址", "取消订阅",
  ])

  /// Beginnings of the short English lines of programs.
  private static func isLatinTools(_ words: [[Unicode.Scalar]]) -> Bool {
    guard let first = words.first, words.count <= 4,
      words.allSatisfy({ $0.allSatisfy { $0.isASCII } })
    else { return false }
    return latinTools.contains(first[...])
  }

  private static let latinTools = WordList([
    "accept", "reject", "manage", "cookie", "share", "back", "sign", "log", "login", "subscribe",
    "unsubscribe", "read", "view", "print", "download", "skip", "menu", "home", "search", "next",
    "previous", "prev", "contact", "about", "privacy", "terms", "follow", "like", "comment",
    "comments", "reply", "tweet", "pin", "close", "open", "show", "hide", "load", "more", "click",
    "top", "save", "copy", "edit", "ok", "cancel", "continue", "learn", "got",
  ])

  private static let fileLabels: [[Unicode.Scalar]] = [
    "文档分类:", "文档类型:", "文件类型:", "文件格式:", "格式:", "页数:", "大小:", "文件大小:", "附件大小:", "下载券:", "字数:",
    "上传时间:", "上传者:", "上传人:", "文件名:", "所需积分:", "积分:", "下载量:", "下载次数:", "评分:", "资源类型:",
  ].map { Array($0.unicodeScalars) }
}

/// What a page counts and numbers.
enum PageNumbers {
  /// 阅读 1.2万, 浏览 128 次, 点赞 35, 评论(3): a word of a counter with a number and nothing else.
  static func isCounter(_ key: [Unicode.Scalar]) -> Bool {
    guard key.count <= 48, key.contains(where: \.isASCIIDigit) else { return false }
    var rest = key[...]
    var counters = 0
    while !rest.isEmpty {
      let before = rest.count
      if let word = counterWords.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(word.count)
        counters += 1
      }
      rest = rest.drop { isFiller($0) }
      if rest.count == before { return false }
    }
    return counters > 0
  }

  private static func isFiller(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIIDigit || ".:,()[]+|/万次人w千余个条·-".unicodeScalars.contains(scalar)
  }

  private static let counterWords: [[Unicode.Scalar]] = [
    "阅读次数", "浏览次数", "点击次数", "访问次数", "阅读数", "浏览数", "点击数", "阅读量", "浏览量", "点击量", "访问量",
    "已浏览", "已阅读", "点赞", "在看", "喜欢", "收藏", "转发", "分享", "评论", "留言", "阅读", "浏览", "点击", "访问",
    "下载次数", "赞", "人气", "热度", "播放", "观看",
  ].map { Array($0.unicodeScalars) }

  /// 上一页 1 2 3 下一页, 【大 中 小】, 字体：大 中 小, 打印 关闭: tools and numbers, nothing else.
  static func isPageTool(_ key: [Unicode.Scalar]) -> Bool {
    guard key.count <= 60 else { return false }
    var rest = key[...]
    var tools = 0
    while !rest.isEmpty {
      let before = rest.count
      if let word = toolWords.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(word.count)
        tools += 1
      }
      rest = rest.drop {
        $0.isASCIIDigit || "[]【】()<>|/:,.·-»«›‹→←…+&、#×✕".unicodeScalars.contains($0)
      }
      if rest.count == before { return false }
    }
    return tools > 1
  }

  private static let toolWords: [[Unicode.Scalar]] = [
    "上一页", "下一页", "首页", "末页", "尾页", "最后一页", "第一页", "跳转", "前往", "转到", "共", "页", "当前", "第", "条",
    "记录", "打印本页", "打印", "关闭窗口", "关闭本页", "关闭", "返回顶部", "返回首页", "返回列表", "返回", "顶部", "收藏本页",
    "加入收藏", "收藏", "复制链接", "保存", "字体大小", "字体", "字号", "大小", "大", "中", "小", "分享到", "分享", "微信好友",
    "微信", "微博", "朋友圈", "qq空间", "qq好友", "qq", "新浪", "腾讯", "人人网", "豆瓣", "钉钉", "抖音", "快手", "知乎",
    "百度", "空间", "头条", "更多", "登录", "注册", "退出", "繁体", "简体", "english", "en", "无障碍", "长者版", "适老版",
    "客户端", "手机版", "电脑版", "移动端", "举报", "纠错", "点赞", "评论", "转发", "推荐", "facebook", "twitter", "x",
    "rss",
    "默认", "特大", "较大", "标准", "放大", "缩小", "重置", "还原", "全屏", "下载", "播放", "暂停", "share", "print",
    "email",
    "copylink", "复制", "链接", "海报", "生成", "用户名", "密码", "忘记密码", "验证码", "搜索", "站内", "全站", "标题", "正文",
  ].map { Array($0.unicodeScalars) }

  /// 00:00/03:21, of a player of sound or pictures.
  static func isPlayer(_ key: [Unicode.Scalar]) -> Bool {
    guard key.count <= 24, key.contains("/") else { return false }
    let times = key.split(separator: "/")
    return times.count == 2
      && times.allSatisfy { time in
        time.contains(":")
          && time.allSatisfy { $0.isASCIIDigit || $0 == ":" || $0 == "." || $0 == "x" }
      }
  }

  /// An address of the net that is a line of its own.
  static func isAddress(_ key: [Unicode.Scalar]) -> Bool {
    let starts = ["http://", "https://", "www."]
    return starts.contains { key.starts(with: $0.unicodeScalars) }
      && key.allSatisfy { $0.value > 0x20 && $0.value < 0x7F }
  }

  /// #乡村振兴# #基层治理.
  static func isTopicList(_ line: LineFacts) -> Bool {
    guard line.key.first == "#", line.key.count <= 80 else { return false }
    let words = line.words.filter { !$0.isEmpty }
    return words.allSatisfy { $0.first == "#" && $0.count > 1 && $0.count <= 20 }
      && !(words.count == 1 && words[0].prefix(4).allSatisfy { $0 == "#" })
  }
}
