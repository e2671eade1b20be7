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

  /// What a start tag ends of the elements that are open, and the elements it does not reach over.
  static let implied: [String: (ends: Set<String>, within: Set<String>)] = {
    let cells: Set<String> = ["td", "th"]
    let lists: Set<String> = ["ul", "ol", "menu", "dir"]
    return [
      "li": (["li"], lists.union(["table", "td", "th"])),
      "dd": (["dd", "dt"], ["dl", "table", "td", "th"]),
      "dt": (["dd", "dt"], ["dl", "table", "td", "th"]),
      "td": (cells, ["tr", "table"]),
      "th": (cells, ["tr", "table"]),
      "tr": (["tr"], ["table"]),
      "tbody": (["tbody", "thead", "tfoot", "caption", "colgroup"], ["table"]),
      "thead": (["tbody", "thead", "tfoot", "caption", "colgroup"], ["table"]),
      "tfoot": (["tbody", "thead", "tfoot", "caption", "colgroup"], ["table"]),
      "option": (["option"], ["select", "optgroup", "datalist"]),
      "body": (["head"], []),
    ]
  }()

  /// An open paragraph is not looked for beyond these (13.2.4.2, button scope).
  static let paragraphScope: Set<String> = [
    "html", "table", "td", "th", "caption", "button", "object", "marquee", "applet", "template",
  ]

  /// Only the end tags of these reach out of a cell.
  static let tableParts: Set<String> = [
    "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "body", "html",
  ]
}
