import Diagnostics
import DocumentModel
import Geometry
import Settings
import Typography

/// The forms of text that the layout language reads: lengths, inks, colours, page sizes.
enum LayoutWords {
  static let measure = Word(
    Bilingual("长度，如 37mm、三号、2字、1行", "a length such as 37mm, 三号, 2字 or 1行")
  ) { text in
    if case .success = Measure.parse(text) { return true }
    return false
  }

  static let width = Word(
    Bilingual("宽度，如 30mm、1fr、natural", "a width such as 30mm, 1fr or natural")
  ) { $0 == "natural" || measure.accepts($0) }

  static let inkTint = Word(
    Bilingual("油墨名，可带百分比，如 black 45%", "an ink with or without a tint, black 45%"),
    pattern: "^[a-z][a-z0-9-]*( [0-9.]+%)?$"
  ) { inkAndTint($0) != nil }

  static let screenColour = Word(
    Bilingual("颜色，如 #DA291C", "a colour such as #DA291C"),
    pattern: "^#[0-9A-Fa-f]{6}$"
  ) { colour($0) != nil }

  static let pageSize = Word(
    Bilingual("纸张，如 A4 或 210mm 297mm", "a page size such as A4 or 210mm 297mm")
  ) { size($0) != nil }

  static let weights: [(name: String, weight: FontWeight)] = [
    ("regular", .regular), ("medium", .medium), ("semibold", .semibold), ("bold", .bold),
    ("black", .black),
  ]

  /// The pattern of a leader by its name, or by what it looks like.
  static func leader(_ text: String?) -> Leader.Pattern? {
    switch text {
    case "……", "…": .ellipsis
    case "·", "··", "···": .dots
    case "_", "__", "___": .rule
    default: text.flatMap(Leader.Pattern.init)
    }
  }

  /// The name and the tint of `black 45%`.
  static func inkAndTint(_ text: String) -> (name: String, tint: Ratio)? {
    let words = text.split(separator: " ")
    guard let name = words.first, words.count <= 2,
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    else { return nil }
    guard words.count == 2 else { return (String(name), .one) }
    guard case .success(.percent(let tint)) = Measure.parse(words[1]),
      tint >= .zero, tint <= .one
    else { return nil }
    return (String(name), tint)
  }

  static func colour(_ text: String) -> ScreenColour? {
    let digits = text.dropFirst().compactMap(\.hexDigitValue).map(UInt8.init)
    guard text.first == "#", text.count == 7, digits.count == 6 else { return nil }
    return ScreenColour(
      red: digits[0] * 16 + digits[1],
      green: digits[2] * 16 + digits[3],
      blue: digits[4] * 16 + digits[5]
    )
  }

  /// A named size (ISO 216) or a width and a height.
  static func size(_ text: String) -> Size? {
    let named = ["A3": (297, 420), "A4": (210, 297), "A5": (148, 210), "B5": (176, 250)]
    if let (width, height) = named[text] {
      return Size(width: width * .millimetre, height: height * .millimetre)
    }
    let lengths = text.split(separator: " ").compactMap { word -> Length? in
      if case .success(.absolute(let length)) = Measure.parse(word) { return length }
      return nil
    }
    guard lengths.count == 2, lengths.allSatisfy({ $0 > .zero }) else { return nil }
    return Size(width: lengths[0], height: lengths[1])
  }
}

/// A part of a report that takes a style of its own.
enum ReportPart: String, CaseIterable, Sendable {
  case title
  case subtitle
  case section
  case section2 = "section-2"
  case section3 = "section-3"
  case section4 = "section-4"
  case paragraph
  case item
  case leadIn = "lead-in"
  case caption
  case note
  case attachment
  /// 附件1, above an attachment.
  case attachmentLabel = "attachment-label"
  case attachmentTitle = "attachment-title"
  case signature
  /// The table style of tables inside the report.
  case table

  var about: Bilingual {
    switch self {
    case .title: Bilingual("标题", "the title")
    case .subtitle: Bilingual("副标题", "the subtitle")
    case .section: Bilingual("一、", "headings 一、")
    case .section2: Bilingual("（一）", "headings （一）")
    case .section3: Bilingual("1.", "headings 1.")
    case .section4: Bilingual("（1）", "headings （1）")
    case .paragraph: Bilingual("段落", "paragraphs")
    case .item: Bilingual("列项", "items of lists")
    case .leadIn: Bilingual("“一是……。”这样的首句", "the first sentence 一是……。")
    case .caption: Bilingual("图表题", "captions")
    case .note: Bilingual("注", "notes")
    case .attachment: Bilingual("附件说明", "the list of attachments")
    case .attachmentLabel: Bilingual("附件另面左上角的“附件1”", "附件1 at the head of an attachment")
    case .attachmentTitle: Bilingual("附件的标题", "the title of an attachment")
    case .signature: Bilingual("署名", "signature")
    case .table: Bilingual("表格（表格样式名）", "tables (the name of a table style)")
    }
  }

  /// Whether it is the heading of a section, which text may run in behind.
  var isSection: Bool {
    switch self {
    case .section, .section2, .section3, .section4: true
    default: false
    }
  }

  /// The part whose style is taken when the layout names none.
  var fallback: ReportPart? {
    switch self {
    case .title, .paragraph, .table: nil
    case .subtitle, .attachmentTitle: .title
    case .section2, .section3, .section4: .section
    case .section, .item, .leadIn, .caption, .note, .attachment, .attachmentLabel, .signature:
      .paragraph
    }
  }
}
