import Diagnostics
import OrderedCollections
import Settings

extension TemplateReader {
  /// How notes are set, once a string of the layout has one.
  mutating func readNotes() -> NoteSetting? {
    let node = root["notes"]
    let form: NoteMarkForm? = choice(node?["mark"])
    let own = node?["style"].map { paragraphStyleName($0) }
    guard let note = firstNote else { return nil }
    let style = own ?? usualStyle(usualNoteStyle, at: note)
    return style.map { NoteSetting(form: form ?? .circled, style: $0) }
  }

  /// The style of notes whose style is not named: `note`, else that of other text.
  private var usualNoteStyle: String { styles.styles["note"] == nil ? "body" : "note" }

  mutating func notes(in node: SettingNode) -> TemplateBlock.Content? {
    let own = (node["style"] ?? root["notes"]?["style"]).map { paragraphStyleName($0) }
    return (own ?? usualStyle(usualNoteStyle, at: node.span)).map { .notes(style: $0) }
  }
}
