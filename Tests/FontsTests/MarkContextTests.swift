import Fonts
import Testing
import Typography

@Suite("Marks that Chinese and Latin share")
struct MarkContextTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    /// The marks in their order: L for a Latin one, C for a Chinese one.
    let marks: String
    var language: LanguageTag = .simplifiedChinese
    var testDescription: String { text }

    init(_ text: String, _ marks: String, language: LanguageTag = .simplifiedChinese) {
      self.text = text
      self.marks = marks
      self.language = language
    }
  }

  private func marks(of one: Case) -> String {
    let context = MarkContext(of: one.text, language: one.language)
    var result = ""
    var offset = 0
    for scalar in one.text.unicodeScalars {
      if MarkContext.decides(on: scalar) { result += context.isLatin(at: offset) ? "L" : "C" }
      offset += UTF8.width(scalar)
    }
    return result
  }

  @Test(
    "A mark is Chinese or Latin by what stands around it, a quotation as a pair",
    arguments: [
      // Chinese around: full-width, whatever is quoted.
      Case("他说“好”。", "CC"), Case("使用“Office”软件", "CC"), Case("“Office”", "CC"),
      Case("Kanyin“刊印”是软件", "CC"), Case("安装Word “Office”软件", "CC"),
      Case("使用“Word”“Excel”“PPT”等", "CCCCCC"), Case("“十四五”规划", "CC"),
      // An English sentence has its own.
      Case("He said “x” to them.", "LL"), Case("“This is it,” he said to 张三。", "LL"),
      Case("他说：“He said ‘yes’ to it.”", "CLLC"), Case("他说：“‘好’是答案。”", "CCCC"),
      Case("“Hello to the world.”", "LL"), Case("5 “big” cats and “7” dogs", "LLLL"),
      // An apostrophe is never a closing mark.
      Case("他说it’s good", "L"), Case("the ’90s of the students’ lives", "LL"),
      Case("‘don’t’是英语", "CLC"), Case("他用‘don’t’说", "CLC"), Case("O’Neill说：“好”", "LCC"),
      // Without a partner.
      Case("他说：“好", "C"), Case("好”他说", "C"), Case("and then “he said", "L"),
      Case("”“", "CC"), Case("“", "C"),
      // Dashes, ellipses and interpuncts look at both sides.
      Case("办公室——工作", "CC"), Case("word — word", "L"), Case("Office——软件", "CC"),
      Case("用Office……", "CC"), Case("列夫·托尔斯泰", "C"), Case("A·V", "L"), Case("1·5", "C"),
      Case("—", "C"), Case("wait… and then see", "L"), Case("⸺", "C"), Case("⋯⋯", "CC"),
      // A text said to be English leans the other way.
      Case("“yes”", "LL", language: "en"), Case("“好”", "CC", language: "en"),
      Case("·", "L", language: "en"), Case("", ""),
      // Uyghur inside Chinese, and by itself.
      Case("地名“شىنجاڭ”在新疆", "CC"), Case("شىن “جاڭ” شىن", "LL"),
    ]
  )
  func decides(_ one: Case) {
    #expect(marks(of: one) == one.marks)
  }

  @Test("A part of a text keeps what was found in the whole")
  func parts() {
    let text = "他说“A”"
    let whole = MarkContext(of: text, language: .simplifiedChinese)
    #expect(!whole.dropping(first: 6).isLatin(at: 0))
    let english = MarkContext(of: "he said “A” there", language: .simplifiedChinese)
    #expect(english.dropping(first: 8).isLatin(at: 0))
  }

  @Test("Long nonsense takes no long time")
  func hostile() {
    for unit in ["“", "”", "’", "—", "“”", "‘”", "a’", "“ "] {
      let text = String(repeating: unit, count: 20_000)
      _ = MarkContext(of: text, language: .simplifiedChinese)
    }
  }
}
