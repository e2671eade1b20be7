package import Diagnostics
package import Settings

/// A project's words, `reports/terms.yaml`: what is wrong, what is preferred, what is forbidden.
package struct TermList: Hashable, Sendable {
  let entries: [WordEntry]
  /// The checks that the project leaves out.
  let ignored: Set<ProofCheck>

  /// No words at all.
  package init() {
    entries = []
    ignored = []
  }

  init(entries: [WordEntry], ignored: Set<ProofCheck>) {
    self.entries = entries
    self.ignored = ignored
  }

  /// The name of the file that is looked for beside a report.
  package static let fileName = "terms.yaml"

  /// A word of a list has at most so many characters.
  static let longestWord = 100

  /// Whether a settings file is a list of terms.
  package static func isTermList(_ root: SettingNode) -> Bool {
    description.root.contains { root[$0.name] != nil }
  }

  /// Reads a list; all that is wrong becomes findings, and nil comes back when there are errors.
  package static func read(_ file: SourceFile, findings: inout Findings) -> TermList? {
    var found = Findings()
    defer { findings.add(contentsOf: found) }
    guard let root = SettingFile.read(file, findings: &found) else { return nil }
    description.check(root, findings: &found)
    guard !found.hasErrors else { return nil }
    var reader = TermListReader()
    let list = reader.list(of: root)
    found.add(contentsOf: reader.findings)
    return found.hasErrors ? nil : list
  }

  /// What a list may hold.
  package static var description: SettingDescription {
    SettingDescription(
      title: Bilingual("用词表", "list of terms"),
      root: [
        SettingKey(
          "wrong",
          .list(.mapping(pair)),
          Bilingual("错的和对的", "wrong words and right ones")
        ),
        SettingKey(
          "prefer",
          .list(.mapping(pair)),
          Bilingual("宜改用的词", "words for which another is preferred")
        ),
        SettingKey("forbidden", .list(.mapping(forbidden)), Bilingual("禁用的词", "words never used")),
        SettingKey(
          "ignore",
          .list(.choice(ProofCheck.all.map(\.name))),
          Bilingual("不作的检查", "checks left out")
        ),
      ]
    )
  }

  private static var pair: [SettingKey] {
    [
      SettingKey("word", words, required: true, Bilingual("不用的写法", "what is not to be written")),
      SettingKey("right", .word(word), required: true, Bilingual("应用的写法", "what is to be written")),
    ] + shared
  }

  private static var forbidden: [SettingKey] {
    [SettingKey("word", words, required: true, Bilingual("禁用的词", "the word"))] + shared
  }

  private static var shared: [SettingKey] {
    [
      SettingKey("reason", .text, Bilingual("理由", "the reason, printed with the finding")),
      SettingKey("except", words, Bilingual("含有它而正确的词", "longer words that hold it and are right")),
      SettingKey(
        "exact",
        .flag,
        Bilingual("只认原字，不认其繁体", "only the characters as written, no other script")
      ),
    ]
  }

  private static var words: Shape { .either([.word(word), .list(.word(word))]) }

  private static var word: Word {
    Word(
      Bilingual("\(longestWord) 字以内的词语", "a word of at most \(longestWord) characters"),
      accepts: { (1...longestWord).contains($0.unicodeScalars.count) }
    )
  }
}
