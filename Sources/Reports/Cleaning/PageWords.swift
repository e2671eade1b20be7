/// The fixed words by which lines of a web page are known, simplified and without spaces.
///
/// They are the words that government sites of the mainland use, as their site standard
/// (《政府网站发展指引》, 2017) asks for them: 主办单位, 备案号, 网站标识码, 公网安备, 网站地图.
struct PageWords {
  private let whole: WordList
  private let beginning: WordList
  private let inside: WordList

  private init(whole: [String] = [], beginning: [String] = [], inside: [String] = []) {
    self.whole = WordList(whole)
    self.beginning = WordList(beginning)
    self.inside = WordList(inside)
  }

  func contains(_ line: LineFacts) -> Bool {
    guard line.isShort else { return false }
    let key = line.key[...]
    return whole.contains(key) || beginning.beginsWord(key)
      || key.indices.contains { inside.beginsWord(key[$0...]) }
  }

  static let footer = PageWords(
    beginning: ["技术支持:", "版权所有:", "copyright", "©", "网站地图", "建议使用ie", "网站标识码", "法律声明"],
    inside: ["icp备", "备案号:", "公网安备", "copyright©", "版权所有:", "版权所有©", "网站标识码:"]
  )

  /// Labels that a footer has, and a notice may have as text.
  static let weakFooter = PageWords(
    beginning: [
      "主办单位:", "主办:", "承办单位:", "承办:", "协办单位:", "维护单位:", "运维单位:", "制作单位:", "管理单位:",
      "地址:", "联系地址:", "邮编:", "邮政编码:", "电话:", "联系电话:", "传真:", "邮箱:", "电子邮箱:", "投稿邮箱:",
    ]
  )

  /// Counters and welcomes.
  static let counter = PageWords(
    beginning: ["欢迎您访问", "欢迎访问", "欢迎光临", "欢迎您的访问", "浏览:", "阅读:", "点击:"],
    inside: [
      "位来访者", "位访客", "位访问者", "访问量:", "浏览次数:", "浏览量:", "阅读次数:", "阅读量:", "点击数:",
      "点击次数:", "点击量:", "在线人数:", "累计访问",
    ]
  )

  static let editors = PageWords(
    beginning: ["", "(", "[", "【"].flatMap { mark in
      ["责任编辑:", "编辑:", "本网编辑:", "初审:", "复审:", "终审:"].map { mark + $0 }
    }
  )

  static let navigation = PageWords(
    whole: [
      "首页", "下载", "打印", "全屏", "收藏", "加大", "还原", "减小", "大", "中", "小", "分享", "关闭", "返回",
      "打印本页", "关闭窗口", "返回顶部", "返回首页", "回到顶部", "设为首页", "加入收藏", "联系我们", "网站导航", "登录",
      "注册", "搜索", "高级搜索", "无障碍浏览", "无障碍", "长者模式", "适老化", "繁体", "简体", "繁体版", "手机版",
      "打印|关闭", "打印关闭", "打印收藏关闭", "正文", "english",
    ],
    beginning: [
      "当前位置", "您的位置", "您现在的位置", "您当前的位置", "你的位置", "现在位置", "所在位置", "当前所在位置", "首页>",
      "网站首页>", "上一篇", "下一篇", "上一条", "下一条", "【字号", "[字号", "(字号", "字号:", "【字体", "[字体",
      "(字体", "字体:", "【打印", "[打印", "打印本页", "分享到", "分享:", "扫一扫", "扫码", "用微信扫", "相关报道",
      "相关新闻", "相关链接", "相关文章", "延伸阅读", "友情链接",
    ]
  )

  /// Items that only a menu has.
  static let menu = WordList([
    "首页", "网站首页", "联系我们", "网站地图", "设为首页", "加入收藏", "登录", "注册", "关于我们",
    "版权声明", "网站声明", "隐私声明", "法律声明", "返回首页", "要闻", "通知公告", "政务公开", "信息公开",
  ])
}

/// Words found by their first scalar.
struct WordList {
  private let byFirst: [Unicode.Scalar: [[Unicode.Scalar]]]

  init(_ words: [String]) {
    let scalars = words.map { Array($0.unicodeScalars) }.filter { !$0.isEmpty }
    byFirst = Dictionary(grouping: scalars) { $0[0] }
  }

  /// Whether a text is one of the words.
  func contains(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    candidates(text).contains { $0.elementsEqual(text) }
  }

  /// Whether a text begins with one of the words.
  func beginsWord(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    candidates(text).contains { text.starts(with: $0) }
  }

  private func candidates(_ text: ArraySlice<Unicode.Scalar>) -> [[Unicode.Scalar]] {
    text.first.flatMap { byFirst[$0] } ?? []
  }
}
