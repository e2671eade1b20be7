import Containers

/// The names by which the builders of sites call the parts of a page that are not its text.
enum PageCues {
  enum Part: Hashable {
    case navigation
    case footer
    /// The head that a word processor prints on each page.
    case pageHead
  }

  /// The part that an element says it is, by its name, its role or its class.
  static func part(of node: Int, in tree: MarkupTree) -> Part? {
    let name = tree.nodes[node].name
    if let part = byElement[name] { return part }
    guard !tree.nodes[node].attributes.isEmpty, name != "body", name != "html" else { return nil }
    if name == "div", let title = tree.value("title", of: node), let part = byTitle[title] {
      return part
    }
    if let id = tree.value("id", of: node), id.hasPrefix("Table of Contents") { return .navigation }
    if let role = tree.value("role", of: node), let part = byRole[role] { return part }
    for attribute in ["class", "id"] {
      guard let value = tree.value(attribute, of: node) else { continue }
      for word in words(of: value) {
        if footerWords.contains(word) { return .footer }
        if navigationWords.contains(word) { return .navigation }
      }
    }
    return nil
  }

  private static let byElement: [String: Part] = [
    "nav": .navigation, "aside": .navigation, "menu": .navigation, "footer": .footer,
    "dialog": .navigation,
  ]

  /// How LibreOffice names what stands around its pages.
  private static let byTitle: [String: Part] = ["header": .pageHead, "footer": .footer]

  private static let byRole: [String: Part] = [
    "navigation": .navigation, "banner": .navigation, "search": .navigation,
    "complementary": .navigation, "contentinfo": .footer, "dialog": .navigation,
    "alertdialog": .navigation, "menu": .navigation, "toolbar": .navigation,
  ]

  /// `article-reldocuments navBar2` as article, reldocuments, nav, bar.
  static func words(of names: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasSmall = false
    for scalar in names.unicodeScalars {
      let isLetter = scalar.isASCIILetter
      let isCapital = isLetter && scalar.value < 0x61
      if !isLetter || (isCapital && wasSmall) {
        if !word.isEmpty { words.append(word.lowercased()) }
        word = ""
      }
      if isLetter { word.unicodeScalars.append(scalar) }
      wasSmall = isLetter && !isCapital
    }
    if !word.isEmpty { words.append(word.lowercased()) }
    return words
  }

  private static let footerWords: Set<String> = [
    "footer", "foot", "bottom", "copyright", "beian", "icp", "friendlink", "friendlinks",
    "yqlj", "bq", "dibu", "colophon",
  ]

  private static let navigationWords: Set<String> = [
    "nav", "navbar", "navigation", "topnav", "menu", "submenu", "crumb", "crumbs", "breadcrumb",
    "breadcrumbs", "location", "position", "dqwz", "szwz", "mbx", "sidebar", "side", "aside",
    "left",
    "right", "leftnav", "share", "sharing", "bdshare", "bdsharebuttonbox", "jiathis", "fenxiang",
    "social", "related", "relate", "relation", "reldocuments", "relnews", "relevant", "xgxw",
    "xgyd",
    "xglj", "xgwz", "xgzx", "xgbd", "recommend", "recommended", "recommendation", "tuijian", "hot",
    "hotnews", "rank", "ranking", "paihang", "comment", "comments", "cmt", "pinglun", "reply",
    "discuss", "guestbook", "cookie", "cookies", "consent", "gdpr", "banner", "ad", "ads", "advert",
    "advertisement", "adbox", "guanggao", "sponsor", "login", "signin", "register", "search",
    "searchbox", "toolbar", "tools", "tool", "print", "dayin", "fontsize", "fontbox", "qrcode",
    "ewm",
    "erweima", "wechat", "weixin", "weibo", "pager", "pagination", "paging", "prev", "next",
    "prevnext", "pagenav", "links", "popup", "modal", "toast", "mask", "feedback", "survey",
    "gotop",
    "backtop", "totop", "disclaimer", "mzsm", "appdownload", "tags", "taglist", "header", "topbar",
    "top", "accessibility", "wza", "skip", "subscribe", "newsletter",
  ]

  /// Words of sentences that a page says of itself.
  static let saysOfPage = [
    "cookie", "Cookie", "版权", "转载", "免责", "声明：", "隐私", "登录", "扫一扫", "扫码", "客户端", "关注我们",
    "订阅", "浏览器", "javascript", "JavaScript", "评论", "网友", "备案", "技术支持", "公众号", "分辨率",
  ].map { Array($0.unicodeScalars) }
}
