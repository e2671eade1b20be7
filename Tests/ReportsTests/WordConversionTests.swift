import Diagnostics
import Reports
import Testing

@Suite("Words beside a report")
struct WordConversionTests {
  @Test(
    "a layout's words follow the report's script",
    arguments: [
      (Report.Script.traditional, "中共安澜县委办公室", "中共安瀾縣委辦公室"),
      (.traditional, "之后", "之後"),
      (.simplified, "工作簡報", "工作简报"),
      (.simplified, "工作简报", "工作简报"),
      (.mixed, "工作简报", "工作简报"),
      (.other, "工作簡報", "工作簡報"),
    ]
  )
  func converts(script: Report.Script, words: String, printed: String) throws {
    #expect(try WordConversion(to: script)(words) == printed)
  }
}
