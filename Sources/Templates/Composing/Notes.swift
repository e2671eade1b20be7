import Diagnostics
import DocumentModel
import Geometry
import Typography

/// How the marks of notes are written.
enum NoteMarkForm: String, CaseIterable, Hashable, Sendable {
  /// ① to ㊿; there are no more, so the fifty-first is 〔51〕.
  case circled
  /// 〔1〕
  case bracketed
  /// [1]
  case square

  func mark(_ number: Int) -> String {
    switch self {
    case .circled: Self.circled(number) ?? NoteMarkForm.bracketed.mark(number)
    case .bracketed: "〔\(number)〕"
    case .square: "[\(number)]"
    }
  }

  /// The characters stand in three rows of Unicode.
  private static func circled(_ number: Int) -> String? {
    let scalar =
      switch number {
      case 1...20: Unicode.Scalar(0x2460 + UInt32(number) - 1)
      case 21...35: Unicode.Scalar(0x3251 + UInt32(number) - 21)
      case 36...50: Unicode.Scalar(0x32B1 + UInt32(number) - 36)
      default: Unicode.Scalar?.none
      }
    return scalar.map(String.init)
  }
}

/// What a layout says of its notes.
struct NoteSetting: Hashable, Sendable {
  var form = NoteMarkForm.circled
  /// The style of their text.
  var style: String
}

/// The notes of a bulletin, numbered in the order of the text; each list begins with ① again.
struct NoteList {
  struct Note {
    var reference: Piece.NoteReference
    var pieces: [Piece]
    var span: Span?
  }

  let form: NoteMarkForm
  /// Those whose text is not printed yet.
  private(set) var pending: [Note] = []
  private var count = 0

  init(form: NoteMarkForm) {
    self.form = form
  }

  /// Takes the text of a note in and gives it its mark.
  mutating func add(_ pieces: [Piece], span: Span?) -> Piece.NoteReference {
    count += 1
    let reference = Piece.NoteReference(mark: form.mark(pending.count + 1), id: "note.\(count)")
    pending.append(Note(reference: reference, pieces: pieces, span: span))
    return reference
  }

  /// Hands over the notes whose text is to be printed now.
  mutating func take() -> [Note] {
    defer { pending = [] }
    return pending
  }
}

extension Composer {
  /// Numbers the notes in a paragraph's pieces.
  mutating func numberNotes(in pieces: [Piece]) -> [Piece] {
    guard pieces.contains(where: { $0.note != nil }) else { return pieces }
    return pieces.map { piece in
      guard let note = piece.note else { return piece }
      var numbered = piece
      numbered.note = nil
      numbered.reference = notes.add(note, span: piece.span)
      return numbered
    }
  }

  /// The notes so far, as paragraphs: each is an element `Note` that begins with its mark, and the
  /// marks in the text lead to it.
  mutating func noteBlocks(style: String) -> [Block] {
    notes.take().map { note in
      let text = styles.paragraphStyle(style, language: language)
      var paragraph = paragraph(note.pieces, style: style, span: note.span)
      paragraph.role = .paragraph
      let mark = Inline.text(.init(note.reference.mark, style: text.text))
      let space = Inline.text(.init(" ", style: text.text))
      paragraph.inlines = [.marked(.listLabel, nil, [mark]), space] + paragraph.inlines
      var block = styles.block(paragraph, style: style)
      block.id = note.reference.id
      return Block(.group(.note, [block]), span: note.span)
    }
  }
}
