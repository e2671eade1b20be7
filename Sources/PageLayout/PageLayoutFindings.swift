package import Diagnostics

extension FindingCode {
  package static let lineOverfull = FindingCode(
    "layout.line-overfull",
    .warning,
    Bilingual(
      "有一行超出版心{hundredths}丝（百分之一毫米）",
      "a line is {hundredths} hundredths of a millimetre longer than its measure"
    ),
    hint: Bilingual("把长词断开，或换用小一号的字", "divide the long word, or set it smaller")
  )

  package static let blockTooHigh = FindingCode(
    "layout.block-too-high",
    .warning,
    Bilingual(
      "有一块内容高于版心，超出{hundredths}丝（百分之一毫米）",
      "a block is {hundredths} hundredths of a millimetre higher than the type area"
    ),
    hint: Bilingual("把它分成几块，或改小", "part it, or make it smaller")
  )

  package static let referencesUnsettled = FindingCode(
    "layout.references-unsettled",
    .warning,
    Bilingual(
      "页码引用排了{rounds}遍仍不稳定",
      "page references did not settle in {rounds} rounds"
    )
  )

  /// All codes of this module.
  package static let pageLayout: [FindingCode] = [lineOverfull, blockTooHigh, referencesUnsettled]
}
