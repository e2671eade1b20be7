package import Diagnostics

extension FindingCode {
  /// What can be said of the structure of a report.
  package static let structure: [FindingCode] = [
    brokenSectionOrder, repeatedSectionNumber, skippedHeadingLevel, documentNumberForm,
  ]

  package static let brokenSectionOrder = FindingCode(
    "report.section-order",
    .warning,
    Bilingual(
      "此处的序号是 {found}，应为 {expected}",
      "the section is numbered {found} where {expected} is expected"
    ),
    hint: Bilingual("请检查是否漏了一节或写错序号。", "check for a missing section or a wrong number.")
  )

  package static let repeatedSectionNumber = FindingCode(
    "report.section-repeated",
    .warning,
    Bilingual(
      "序号 {found} 重复，此处应为 {expected}",
      "the number {found} is used twice; here {expected} is expected"
    ),
    hint: Bilingual("请改正序号。", "correct the number.")
  )

  /// The levels of a document follow one another (GB/T 9704-2012, 7.3.3).
  package static let skippedHeadingLevel = FindingCode(
    "report.section-level",
    .note,
    Bilingual(
      "此处是第 {found} 级标题，跳过了别处用到的第 {skipped} 级",
      "a heading of level {found} skips level {skipped}, which the report uses elsewhere"
    )
  )

  /// GB/T 9704-2012, 7.2.5: the year in four digits within 〔〕, the number without 第 and without
  /// zeros before it.
  package static let documentNumberForm = FindingCode(
    "report.document-number",
    .warning,
    Bilingual(
      "发文字号“{found}”宜写作“{expected}”",
      "the document number {found} should be written {expected}"
    ),
    hint: Bilingual(
      "年份用全称并加六角括号〔〕，序号不加“第”、不编虚位（GB/T 9704—2012）。",
      "the year stands whole within 〔〕, the number without 第 and without zeros before it (GB/T 9704-2012)."
    )
  )
}
