import Diagnostics
import DocumentModel
import Fonts
import Geometry
import PageLayout
import PageModel
import Typography

/// How a proof sets what it says: small, in the two faces of captions and text.
struct ProofType {
  let language: MessageLanguage

  var tag: LanguageTag { language == .chinese ? .simplifiedChinese : "en" }

  func style(
    _ font: FontRole,
    size: Double,
    line: Double,
    ink: InkTint = .black,
    alignment: ParagraphStyle.Alignment = .left
  ) -> ParagraphStyle {
    let text = TextStyle(
      font: font,
      size: .points(size),
      ink: ink,
      language: tag,
      hyphenation: language == .english ? "en-US" : nil
    )
    // English has its own spaces around a Chinese word.
    return ParagraphStyle(
      text: text,
      alignment: alignment,
      lineStep: .points(line),
      autospace: language == .chinese ? .half : .none
    )
  }

  func paragraph(_ text: String, _ style: ParagraphStyle) -> Paragraph {
    Paragraph(inlines: [.text(.init(text, style: style.text))], style: style)
  }
}
