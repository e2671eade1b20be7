/// What speaks for a line being of the page, and what for its being text.
///
/// Each has a weight; a line whose weights come to `NoiseEvidence.enough` is left out.
/// `Documentation/Reading.md` prints the table, and a test compares the two.
struct NoiseEvidence: OptionSet, Hashable {
  let rawValue: UInt64

  /// A line is left out from this sum on.
  static let enough = 10

  // What the line says.
  static let toolRow = Self(rawValue: 1 << 0)
  static let insertion = Self(rawValue: 1 << 1)
  static let tools = Self(rawValue: 1 << 2)
  static let leadsWithTool = Self(rawValue: 1 << 4)
  static let counter = Self(rawValue: 1 << 5)
  static let position = Self(rawValue: 1 << 6)
  static let menu = Self(rawValue: 1 << 7)
  static let section = Self(rawValue: 1 << 8)
  static let credits = Self(rawValue: 1 << 10)
  static let editor = Self(rawValue: 1 << 11)
  static let filing = Self(rawValue: 1 << 12)
  static let footWord = Self(rawValue: 1 << 13)
  static let contact = Self(rawValue: 1 << 14)
  static let request = Self(rawValue: 1 << 15)
  static let hint = Self(rawValue: 1 << 16)
  static let notice = Self(rawValue: 1 << 17)
  static let listHead = Self(rawValue: 1 << 18)
  static let neighbour = Self(rawValue: 1 << 19)
  static let address = Self(rawValue: 1 << 20)
  static let topics = Self(rawValue: 1 << 21)
  static let clock = Self(rawValue: 1 << 22)
  static let record = Self(rawValue: 1 << 23)
  static let recordLabel = Self(rawValue: 1 << 24)
  // Where it stands.
  static let besidePage = Self(rawValue: 1 << 26)
  static let inFoot = Self(rawValue: 1 << 28)
  static let afterEnd = Self(rawValue: 1 << 29)
  static let inList = Self(rawValue: 1 << 30)
  static let aboveTop = Self(rawValue: 1 << 31)
  static let inRecord = Self(rawValue: 1 << 32)
  static let inMenu = Self(rawValue: 1 << 33)
  // What says that it is text.
  static let sentence = Self(rawValue: 1 << 34)
  static let inText = Self(rawValue: 1 << 35)
  static let numbered = Self(rawValue: 1 << 36)
  static let labelled = Self(rawValue: 1 << 37)
  static let tableRow = Self(rawValue: 1 << 38)
  static let signed = Self(rawValue: 1 << 39)
  static let leadsOn = Self(rawValue: 1 << 40)
  static let quantity = Self(rawValue: 1 << 41)
  static let attached = Self(rawValue: 1 << 42)
  static let scrap = Self(rawValue: 1 << 44)
  static let alike = Self(rawValue: 1 << 45)
  static let stamp = Self(rawValue: 1 << 46)
  static let medium = Self(rawValue: 1 << 47)
  static let tool = Self(rawValue: 1 << 48)
  static let onPage = Self(rawValue: 1 << 49)
  static let stopped = Self(rawValue: 1 << 50)
  static let sameShape = Self(rawValue: 1 << 51)
  static let amongLabels = Self(rawValue: 1 << 52)
  static let listWord = Self(rawValue: 1 << 53)
  static let siteTool = Self(rawValue: 1 << 43)
  static let noticeContact = Self(rawValue: 1 << 55)

  /// One kind of evidence, as the documentation prints it.
  struct Row {
    let evidence: NoiseEvidence
    let name: String
    let weight: Int
    let meaning: String
  }

  /// All evidence; the weights were found on pages of sites and on clean texts, by hand.
  static let table: [Row] = [
    .init(.toolRow, "tool-row", 16, "nothing but names of tools, set apart: `打印　关闭`, `分享到：微信`"),
    .init(
      .insertion,
      "insertion",
      16,
      "what pages put between paragraphs: `点击查看大图`, `广告`, a player"
    ),
    .init(.tools, "tools", 10, "nothing but names of tools, channels, counters"),
    .init(.tool, "tool", 8, "the name of one tool alone: `下载`"),
    .init(.leadsWithTool, "leads-with-tool", 5, "a short line that begins with one: `登录某某网`"),
    .init(.counter, "counter", 12, "a word of a counter and a number: `已浏览 33 人`"),
    .init(.siteTool, "site-tool", 1, "a tool that only the head of a site has: `登录`, `长者模式`"),
    .init(.position, "position", 12, "where on the site one is: `首页 > 要闻`, `您的位置：`"),
    .init(.menu, "menu", 10, "names of sections side by side"),
    .init(.section, "section", 5, "the name of one section"),
    .init(.credits, "credits", 10, "who worked on it, and names: `审校：某某`"),
    .init(.editor, "editor", 16, "the same with 责任编辑 or 责编"),
    .init(.filing, "filing", 14, "备案, ©, 版权所有, a licence with its number"),
    .init(.footWord, "foot-word", 10, "a label that only feet have: `技术支持：`"),
    .init(.contact, "contact", 4, "a label of address, telephone, sponsor"),
    .init(.request, "request", 10, "the reader is asked to follow, share, scan"),
    .init(.hint, "hint", 5, "half of such a request"),
    .init(.notice, "notice", 22, "the page speaks of itself and of rights, in sentences"),
    .init(.listHead, "list-head", 12, "the heading of a list of links: `相关新闻`"),
    .init(.listWord, "list-word", 8, "a word that may head such a list: `热点`"),
    .init(.neighbour, "neighbour", 12, "`上一篇`, `下一条`"),
    .init(.address, "address", 10, "an address of the net alone"),
    .init(.topics, "topics", 10, "`#topic#` only"),
    .init(.clock, "clock", 7, "nothing but a date with its hour"),
    .init(.medium, "medium", 7, "the name of a medium alone: `某某日报`"),
    .init(.stamp, "stamp", 10, "a day and hour in digits, then a few names: `2025-10-14 09:30 某某`"),
    .init(.record, "record", 12, "two and more labels of a record: `索引号：… 主题分类：…`"),
    .init(.recordLabel, "record-label", 6, "one such label"),
    .init(.scrap, "scrap", 7, "a number of two digits alone"),
    .init(.alike, "alike", 5, "of two lines each has half of what is needed"),
    .init(.onPage, "on-page", 3, "another line of the file is surely of a page"),
    .init(.besidePage, "beside-page", 3, "the line above or below is surely of the page"),
    .init(.inFoot, "in-foot", 7, "labels of contact in one block with a filing"),
    .init(.afterEnd, "after-end", 10, "below the text, after a line that ends it"),
    .init(.inList, "in-list", 22, "below the text, in a list of links"),
    .init(.aboveTop, "above-top", 22, "above the lowest line of the site's own head"),
    .init(.inRecord, "in-record", 10, "among the labels of a record"),
    .init(.inMenu, "in-menu", 10, "in a run of short lines, sections among them"),
    .init(.sentence, "sentence", -12, "it has sentences"),
    .init(.stopped, "stopped", -6, "short, with a full stop at its end"),
    .init(
      .sameShape,
      "same-shape",
      -12,
      "words and numbers in the order of the line above or below"
    ),
    .init(.amongLabels, "among-labels", -12, "beside a line with another label: `记录：某某`"),
    .init(.inText, "in-text", -6, "sentences stand above and below"),
    .init(.numbered, "numbered", -8, "a number of a heading or item"),
    .init(.labelled, "labelled", -8, "a caption, note, or item with a bullet"),
    .init(.tableRow, "table-row", -12, "a row of a table"),
    .init(.signed, "signed", -8, "a date alone, or the line above it"),
    .init(.leadsOn, "leads-on", -4, "it ends with a colon or a comma"),
    .init(.quantity, "quantity", -4, "a number with its unit"),
    .init(
      .noticeContact,
      "notice-contact",
      -4,
      "a label by which notices say whom to ask: `联系人：`, `咨询电话：`"
    ),
    .init(.attached, "attached", -20, "the label of an attachment"),
  ]

  /// The sum of the weights.
  var weight: Int {
    Self.table.reduce(0) { contains($1.evidence) ? $0 + $1.weight : $0 }
  }

  var isEnough: Bool { weight >= Self.enough }

  /// What a line of the page is, by what it says; else by where it stands.
  var verdict: LineRules.Verdict {
    if !isDisjoint(with: [.filing, .footWord, .counter, .credits, .editor, .notice, .inFoot]) {
      return (.footer, .footers)
    }
    if !isDisjoint(with: [.insertion, .request]), isDisjoint(with: [.toolRow, .tools, .tool]) {
      return (.spam, .promotion)
    }
    return (.navigation, .navigation)
  }

  /// What is surely of a page: the file was taken from one.
  static let sure: NoiseEvidence = [
    .position, .filing, .toolRow, .editor, .counter, .neighbour, .menu, .notice, .listHead,
    .insertion,
  ]

  /// After a line with one of these nothing of the text follows, unless it looks so.
  static let ends: NoiseEvidence = [
    .toolRow, .tools, .tool, .counter, .credits, .editor, .filing, .footWord, .request, .listHead,
    .listWord, .neighbour, .topics, .address, .position, .menu,
  ]
}

extension CleaningRule {
  /// The table of evidence for lines of a page, as `Documentation/Reading.md` prints it.
  package static var evidenceTable: [String] {
    NoiseEvidence.table.map { "| \($0.name) | \($0.weight) | \($0.meaning) |" }
  }
}

extension NoiseEvidence.Row {
  fileprivate init(_ evidence: NoiseEvidence, _ name: String, _ weight: Int, _ meaning: String) {
    self.init(evidence: evidence, name: name, weight: weight, meaning: meaning)
  }
}
