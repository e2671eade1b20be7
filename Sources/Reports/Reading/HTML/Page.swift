import Containers
import Diagnostics

/// A page as a tree, with what each node inherits and what stands in it.
struct Page {
  /// What a node has from the elements around it.
  struct Context {
    /// The nearest block around a text, or the block itself.
    var block: Int?
    /// Nobody sees it: a script, `display: none`.
    var isHidden = false
    /// It is code and no text at all: a script, a style sheet.
    var isCode = false
    /// A control of the page: a button, a list of choices.
    var isControl = false
    var isLink = false
    var isBold = false
    /// Line ends are kept: `<pre>`.
    var isPreformatted = false
    /// A reading beside a character: `<rt>`.
    var isReading = false
    /// 1 to 6 within `<h1>` to `<h6>`.
    var heading: Int?
    /// The innermost list item.
    var item: Int?
    /// The outermost table of data.
    var table: Int?
  }

  /// How much text stands in a node, white space aside.
  struct Amount {
    var characters = 0
    var linked = 0
    /// Marks that end a sentence or a part of one.
    var stops = 0
    var cells = 0
    var rows = 0
    var tables = 0
    /// Elements that no cell of data holds: headings of pages, articles, forms.
    var articles = 0

    mutating func add(_ other: Amount) {
      characters += other.characters
      linked += other.linked
      stops += other.stops
      cells += other.cells
      rows += other.rows
      tables += other.tables
      articles += other.articles
    }
  }

  let part: MarkupPart
  private(set) var contexts: [Context] = []
  private(set) var amounts: [Amount] = []
  /// For the first text of each line as it is shown, how much the line holds and the node after its
  /// last text: word processors part a sentence into elements at every figure.
  private(set) var shownLines: [Int: (amount: Amount, end: Int)] = [:]

  var tree: MarkupTree { part.tree }
  var file: SourceFile.ID { part.file }

  init(_ source: SourceFile) {
    part = MarkupPart(HTMLTree.read(source.text), of: source)
    readContexts()
    countAmounts()
    countLines()
    findTables()
  }

  private mutating func readContexts() {
    contexts.reserveCapacity(tree.nodes.count)
    for index in tree.nodes.indices {
      var context = tree.nodes[index].parent.map { contexts[$0] } ?? Context()
      if case .element(let name) = tree.nodes[index].kind { enter(name, index, &context) }
      contexts.append(context)
    }
  }

  /// Says of each node in which table of data it stands, which what stands in the table decides.
  private mutating func findTables() {
    for index in tree.nodes.indices {
      contexts[index].table = tree.nodes[index].parent.flatMap { contexts[$0].table }
      if contexts[index].table == nil, tree.nodes[index].name == "table",
        DataTables.isData(index, self)
      {
        contexts[index].table = index
      }
    }
  }

  private func enter(_ name: String, _ index: Int, _ context: inout Context) {
    if let traits = PageElements.traits[name] {
      if traits.isBlock { context.block = index }
      if traits.isCode {
        context.isCode = true
        context.isHidden = true
      }
      if traits.isControl { context.isControl = true }
      if traits.isSpecial { enterSpecial(name, index, &context) }
    }
    if !tree.nodes[index].attributes.isEmpty { readAttributes(of: index, &context) }
  }

  private func enterSpecial(_ name: String, _ index: Int, _ context: inout Context) {
    switch name {
    case "a": context.isLink = tree.attribute("href", of: index) != nil || context.isLink
    case "b", "strong": context.isBold = true
    case "pre", "listing", "xmp": context.isPreformatted = true
    case "rt", "rp", "rtc": context.isReading = true
    case "li": context.item = index
    case "h1", "h2", "h3", "h4", "h5", "h6":
      context.heading = Int(name.dropFirst())
      context.isBold = false
    default: break
    }
  }

  private func readAttributes(of index: Int, _ context: inout Context) {
    if tree.attribute("hidden", of: index) != nil { context.isHidden = true }
    guard let style = tree.value("style", of: index) else { return }
    let plain = style.lowercased().filter { !$0.isWhitespace }
    if plain.contains("display:none") || plain.contains("visibility:hidden") {
      context.isHidden = true
    }
    if let weight = plain.firstRange(of: "font-weight:") {
      let value = plain[weight.upperBound...]
      context.isBold = ["bold", "6", "7", "8", "9"].contains { value.hasPrefix($0) }
    }
  }

  private mutating func countAmounts() {
    amounts = Array(repeating: Amount(), count: tree.nodes.count)
    for index in tree.nodes.indices.reversed() {
      let parent = tree.nodes[index].parent
      switch tree.nodes[index].kind {
      case .text, .literal: if !contexts[index].isHidden { amounts[index].add(amount(of: index)) }
      case .element(let name): count(name, index)
      case .comment: break
      }
      if let parent { amounts[parent].add(amounts[index]) }
    }
  }

  private mutating func countLines() {
    var first: Int?
    for index in tree.nodes.indices {
      let context = contexts[index]
      if !tree.nodes[index].isText {
        if context.block == index || tree.nodes[index].name == "br" { first = nil }
        continue
      }
      guard !context.isHidden, !context.isReading, amounts[index].characters > 0 else { continue }
      if let start = first, contexts[start].block != context.block { first = nil }
      let start = first ?? index
      first = start
      shownLines[start, default: (Amount(), index)].amount.add(amounts[index])
      shownLines[start]?.end = index + 1
    }
  }

  private mutating func count(_ name: String, _ index: Int) {
    switch name {
    case "td", "th": amounts[index].cells += 1
    case "tr": amounts[index].rows += 1
    case "table": amounts[index].tables += 1
    case "h1", "h2", "article", "form": amounts[index].articles += 1
    default: break
    }
  }

  private func amount(of text: Int) -> Amount {
    var amount = Amount()
    tree.forEachScalar(of: text) { scalar, _ in
      guard !scalar.isPageSpace, !scalar.isSpace else { return }
      amount.characters += 1
      if scalar.endsSentence || scalar == "；" || scalar == ";" { amount.stops += 1 }
    }
    if contexts[text].isLink { amount.linked = amount.characters }
    return amount
  }

  func append(_ node: Int, to strand: inout Strand) { part.append(node, to: &strand) }

  func span(of range: Range<Int>) -> Span { part.span(of: range) }

  func text(of attribute: MarkupTree.Attribute?) -> Strand? { part.text(of: attribute) }

  func text(of nodes: Range<Int>) -> Strand { part.text(of: nodes) }

  func nodes(of element: Int) -> Range<Int> { part.nodes(of: element) }

  /// The elements around a node, innermost first.
  func ancestors(of node: Int) -> [Int] {
    var found: [Int] = []
    var next = tree.nodes[node].parent
    while let index = next {
      found.append(index)
      next = tree.nodes[index].parent
    }
    return found
  }
}

extension Unicode.Scalar {
  /// White space that HTML makes one space of (CSS Text 3, 4.1.1).
  var isPageSpace: Bool { value == 0x20 || (0x09...0x0D).contains(value) }
}

/// What elements mean for reading a page.
enum PageElements {
  /// Elements that stand on lines of their own (HTML Standard, 15.3).
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "legend", "li", "main",
    "menu", "nav", "ol", "optgroup", "option", "p", "pre", "section", "summary", "table", "tbody",
    "td", "tfoot", "th", "thead", "title", "tr", "ul",
  ]

  /// Elements whose content is for the machine, or another rendering of the same.
  static let code: Set<String> = [
    "script", "style", "template", "noscript", "iframe", "noframes", "noembed", "object", "svg",
    "math", "canvas", "audio", "video", "applet",
  ]

  static let controls: Set<String> = [
    "button", "select", "textarea", "input", "datalist", "option", "label",
  ]

  /// Elements that say more of what stands in them: links, bold words, readings, headings.
  private static let special: Set<String> = [
    "a", "b", "strong", "pre", "listing", "xmp", "rt", "rp", "rtc", "li", "h1", "h2", "h3", "h4",
    "h5", "h6",
  ]

  /// What the name of an element says, found in one look; nil for most names.
  struct Traits {
    let isBlock: Bool
    let isCode: Bool
    let isControl: Bool
    let isSpecial: Bool
  }

  static let traits: [String: Traits] = {
    let names = blocks.union(code).union(controls).union(special)
    let traits = names.map { name in
      let traits = Traits(
        isBlock: blocks.contains(name),
        isCode: code.contains(name),
        isControl: controls.contains(name),
        isSpecial: special.contains(name)
      )
      return (name, traits)
    }
    return Dictionary(uniqueKeysWithValues: traits)
  }()
}

/// Tells tables of data from tables that only arrange a page.
enum DataTables {
  /// A table of data has two columns and rows, no table in it, and no cell with text for a page.
  static func isData(_ table: Int, _ page: Page) -> Bool {
    let amount = page.amounts[table]
    guard amount.cells >= 2, amount.rows >= 1, amount.characters > 0, amount.tables == 1,
      amount.articles == 0
    else { return false }
    var rows = 0
    var widest = 0
    for node in page.nodes(of: table).dropFirst() {
      let name = page.tree.nodes[node].name
      if name == "tr" {
        rows += 1
        widest = max(widest, page.amounts[node].cells)
      }
      let isCell = name == "td" || name == "th"
      if isCell, page.amounts[node].stops > mostSentences { return false }
    }
    return rows >= 1 && widest >= 2 && amount.linked * 2 <= amount.characters
  }

  /// A cell of data may hold a remark of some sentences, not an article.
  private static let mostSentences = 12
}
