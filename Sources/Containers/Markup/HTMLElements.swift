/// What the HTML Standard says of elements by their names.
enum HTMLElements {
  /// Elements without content (13.1.2, void elements), and those of old pages.
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr", "basefont", "bgsound", "frame", "keygen", "param",
  ]

  /// Elements whose content is no markup (13.2.6.2, 13.2.6.4): it ends with their end tag.
  static let raw: Set<String> = [
    "script", "style", "xmp", "iframe", "noembed", "noframes", "title", "textarea",
  ]

  /// Those of them in whose content character references are read.
  static let rawWithReferences: Set<String> = ["title", "textarea"]

  /// Elements that end an open paragraph (13.1.2.4).
  static let endsParagraph: Set<String> = [
    "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "main", "menu", "nav", "ol", "p", "pre", "search", "section",
    "summary", "table", "ul", "li", "dd", "dt",
  ]

  /// What matters of an element while it is open; sets of them are compared in one step, because on
  /// pages made to hurt it is done for each of 256 open elements at each tag.
  struct Traits: OptionSet {
    let rawValue: UInt16

    static let paragraph = Traits(rawValue: 1 << 0)
    static let item = Traits(rawValue: 1 << 1)
    static let description = Traits(rawValue: 1 << 2)
    static let cell = Traits(rawValue: 1 << 3)
    static let row = Traits(rawValue: 1 << 4)
    static let rowGroup = Traits(rawValue: 1 << 5)
    static let option = Traits(rawValue: 1 << 6)
    static let head = Traits(rawValue: 1 << 7)
    static let list = Traits(rawValue: 1 << 8)
    static let descriptionList = Traits(rawValue: 1 << 9)
    static let table = Traits(rawValue: 1 << 10)
    static let choices = Traits(rawValue: 1 << 11)
    /// An open paragraph is not looked for beyond it (13.2.4.2, button scope).
    static let paragraphScope = Traits(rawValue: 1 << 12)
  }

  static func traits(of name: String) -> Traits { traits[name] ?? [] }

  private static let traits: [String: Traits] = [
    "p": .paragraph, "li": .item, "dd": .description, "dt": .description,
    "td": [.cell, .paragraphScope], "th": [.cell, .paragraphScope], "tr": .row,
    "tbody": .rowGroup, "thead": .rowGroup, "tfoot": .rowGroup,
    "caption": [.rowGroup, .paragraphScope], "colgroup": .rowGroup, "option": .option,
    "head": .head, "ul": .list, "ol": .list, "menu": .list, "dir": .list, "dl": .descriptionList,
    "table": [.table, .paragraphScope], "select": .choices, "optgroup": .choices,
    "datalist": .choices, "html": .paragraphScope, "button": .paragraphScope,
    "object": .paragraphScope, "marquee": .paragraphScope, "applet": .paragraphScope,
    "template": .paragraphScope,
  ]

  /// What a start tag ends of the elements that are open, and the elements it does not reach over
  /// (13.1.2.4, optional tags).
  static let implied: [String: (ends: Traits, within: Traits)] = [
    "li": (.item, [.list, .table, .cell]),
    "dd": (.description, [.descriptionList, .table, .cell]),
    "dt": (.description, [.descriptionList, .table, .cell]),
    "td": (.cell, [.row, .table]),
    "th": (.cell, [.row, .table]),
    "tr": (.row, .table),
    "tbody": (.rowGroup, .table),
    "thead": (.rowGroup, .table),
    "tfoot": (.rowGroup, .table),
    "option": (.option, .choices),
    "body": (.head, []),
  ]

  /// Only the end tags of these reach out of a cell.
  static let tableParts: Set<String> = [
    "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "body", "html",
  ]
}
