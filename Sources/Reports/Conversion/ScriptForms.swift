import COpenCCForms
import Diagnostics
import Synchronization
import WritingSystems

/// Characters that have several forms in the other script, where no phrase of OpenCC's dictionaries
/// says which: 只 is 隻, 祇 or 只.
final class ScriptForms: Sendable {
  /// One such character in a report.
  struct Choice: Hashable {
    let character: String
    /// Its forms, the one taken first.
    let forms: [String]
    var count = 0
    let first: Span
  }

  private let names: (characters: String, phrases: String)
  private let handle = Mutex(Handle())

  /// The one C object, opened when first asked for and closed with its owner.
  private struct Handle: ~Copyable {
    // OpenCC's dictionaries are read only; the pointer is only touched under the lock.
    nonisolated(unsafe) var raw: OpaquePointer?

    deinit {
      if let raw { kanyin_forms_close(raw) }
    }
  }

  /// Of simplified text to be made traditional, or the other way.
  init(toTraditional: Bool) {
    let letters = toTraditional ? "ST" : "TS"
    names = ("\(letters)Characters.ocd2", "\(letters)Phrases.ocd2")
  }

  /// Where packages put OpenCC's dictionaries.
  private static let folders = ["/usr/share/opencc/", "/usr/local/share/opencc/"]

  /// How many characters of the dictionary have several forms; nil without the dictionary.
  var count: Int? {
    var count: Int?
    withDictionary { count = Int(kanyin_forms_count($0)) }
    return count
  }

  /// The undecided characters of lines, in the order of their first places; none without the
  /// dictionaries.
  func choices(in lines: [Line], keeping exceptions: ScriptExceptions) -> [Choice] {
    var found: [String: Choice] = [:]
    for line in lines where line.form != .image {
      for run in exceptions.runs(of: line.text.scalars) where !run.isKept {
        for (index, forms) in undecided(in: line.text.string(of: run.range)) {
          let place = run.range.lowerBound + index
          let character = line.text.string(of: place..<(place + 1))
          let span = line.text.span(of: place..<(place + 1))
          found[
            character,
            default: Choice(character: character, forms: forms, first: span)
          ].count += 1
        }
      }
    }
    return found.values.sorted { ($0.first.start, $0.character) < ($1.first.start, $1.character) }
  }

  /// The scalars of a text that are undecided, with their forms.
  private func undecided(in text: String) -> [(index: Int, forms: [String])] {
    let bytes = Array(text.utf8)
    final class Found {
      var places: [(offset: Int, forms: String)] = []
    }
    let found = Found()
    withDictionary { raw in
      bytes.withUnsafeBytes { buffer in
        kanyin_forms_undecided(
          raw,
          buffer.bindMemory(to: CChar.self).baseAddress,
          buffer.count,
          Unmanaged.passUnretained(found).toOpaque()
        ) { context, offset, _, forms in
          guard let context, let forms else { return }
          Unmanaged<Found>.fromOpaque(context).takeUnretainedValue()
            .places.append((offset, String(cString: forms)))
        }
      }
    }
    var index = 0
    var offset = 0
    return found.places.map { place in
      while offset < place.offset {
        if bytes[offset] & 0xC0 != 0x80 { index += 1 }
        offset += 1
        while offset < place.offset, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      }
      return (index, place.forms.split(separator: " ").map(String.init))
    }
  }

  private func withDictionary(_ body: (OpaquePointer) -> Void) {
    handle.withLock { handle in
      // Not by a lazy map: the first of one is made twice, and what was opened first is lost.
      for folder in Self.folders where handle.raw == nil {
        handle.raw = kanyin_forms_open(folder + names.characters, folder + names.phrases)
      }
      if let raw = handle.raw { body(raw) }
    }
  }
}
