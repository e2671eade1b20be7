import CMark
import Diagnostics
import WritingSystems

/// Reads Markdown: CommonMark with tables, strike-through and footnotes, as cmark-gfm knows it.
struct MarkdownReader {
  let encoding: String?

  func read(
    _ id: SourceFile.ID,
    in files: inout SourceFiles,
    findings: inout Findings
  ) -> RawDocument? {
    guard
      var document = RawDocument(decoding: id, as: encoding, in: &files, findings: &findings)
    else { return nil }
    let text = files[id].text
    guard let tree = MarkdownTree(text) else { return document }
    var lines = MarkdownLines(Strand(files[id]), text)
    tree.walk { lines.visit($0) }
    lines.finish()
    document.lines = lines.lines.titled().ranked()
    document.pictures = lines.pictures
    for dropped in lines.dropped { document.drop(dropped, as: .control, by: nil) }
    return document
  }
}

/// A parsed text, owned.
final class MarkdownTree {
  /// One step of the walk: an element entered or left.
  struct Step {
    let kind: String
    let isEntering: Bool
    let literal: String?
    let rank: Int
    let start: Int
    let isOrdered: Bool
    let url: String?
    let title: String?
    /// Line and byte of the line where the element begins, from 1; 0 where it is not known.
    let line: Int
    let column: Int
  }

  private let root: OpaquePointer

  init?(_ text: [UInt8]) {
    cmark_gfm_core_extensions_ensure_registered()
    let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] {
      if let extension_ = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, extension_)
      }
    }
    text.withUnsafeBytes { bytes in
      cmark_parser_feed(parser, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
    }
    guard let root = cmark_parser_finish(parser) else { return nil }
    self.root = root
  }

  deinit { cmark_node_free(root) }

  /// Calls with each element on entering and on leaving, in the order of the text.
  func walk(_ visit: (Step) -> Void) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
      visit(Self.step(node, isEntering: event == CMARK_EVENT_ENTER))
    }
  }

  /// The library has names for all kinds but those of notes.
  private static func kind(of node: OpaquePointer) -> String {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_FOOTNOTE_DEFINITION: "footnote_definition"
    case CMARK_NODE_FOOTNOTE_REFERENCE: "footnote_reference"
    default: cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
    }
  }

  private static func step(_ node: OpaquePointer, isEntering: Bool) -> Step {
    let kind = kind(of: node)
    let isList = kind == "list"
    return Step(
      kind: kind,
      isEntering: isEntering,
      literal: cmark_node_get_literal(node).map { String(cString: $0) },
      rank: kind == "heading" ? Int(cmark_node_get_heading_level(node)) : 0,
      start: isList ? Int(cmark_node_get_list_start(node)) : 0,
      isOrdered: isList && cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
      url: kind == "image" ? cmark_node_get_url(node).map { String(cString: $0) } : nil,
      title: kind == "image" ? cmark_node_get_title(node).map { String(cString: $0) } : nil,
      line: Int(cmark_node_get_start_line(node)),
      column: Int(cmark_node_get_start_column(node))
    )
  }
}
