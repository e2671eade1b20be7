package import Diagnostics

/// The findings and failures of `Prepress`.
///
/// Most of them mean that what was drawn is not what the purpose allows; the file is then refused,
/// never mended by a guess.
extension FindingCode {
  package static let prepress: [FindingCode] = [
    unmappedColour, forbiddenOperator, unknownOperator, badOperands, contentUnreadable,
    fragmentsLost, transparency, imageColour, undated, profileUnusable, fileUnreadable,
  ]

  static let unmappedColour = FindingCode(
    "prepress.unmapped-colour",
    .error,
    Bilingual(
      "第 {page} 页：操作符 {operator} 的颜色 {colour} 不对应任何油墨",
      "page {page}: the colour {colour} of the operator {operator} stands for no ink"
    )
  )

  static let forbiddenOperator = FindingCode(
    "prepress.forbidden-operator",
    .error,
    Bilingual(
      "第 {page} 页：印刷文件不能用操作符 {operator}，颜色只能来自油墨",
      "page {page}: the operator {operator} has no place in a press file, whose colours are inks"
    )
  )

  static let unknownOperator = FindingCode(
    "prepress.unknown-operator",
    .error,
    Bilingual(
      "第 {page} 页：不认识的操作符 {operator}",
      "page {page}: unknown operator {operator}"
    ),
    hint: Bilingual(
      "绘图库的版本可能比本程序所知的新",
      "the drawing library may be newer than this program knows"
    )
  )

  static let badOperands = FindingCode(
    "prepress.bad-operands",
    .error,
    Bilingual(
      "第 {page} 页：操作符 {operator} 前应有三个数",
      "page {page}: three numbers were expected before the operator {operator}"
    )
  )

  static let contentUnreadable = FindingCode(
    "prepress.content-unreadable",
    .error,
    Bilingual(
      "第 {page} 页：内容流在第 {offset} 字节处读不下去",
      "page {page}: the content cannot be read on from byte {offset}"
    )
  )

  static let fragmentsLost = FindingCode(
    "prepress.fragments-lost",
    .error,
    Bilingual(
      "第 {page} 页：应有 {expected} 个标记片段，读到 {found} 个",
      "page {page}: {expected} marked fragments were drawn, {found} were found"
    )
  )

  static let transparency = FindingCode(
    "prepress.transparency",
    .error,
    Bilingual(
      "第 {page} 页：{name} 是透明效果，印刷文件中不允许",
      "page {page}: {name} is transparent, which a press file does not allow"
    ),
    hint: Bilingual("请用油墨的网点比例代替", "use a tint of an ink instead")
  )

  static let imageColour = FindingCode(
    "prepress.image-colour",
    .error,
    Bilingual(
      "第 {page} 页：图片 {name} 是 {space}，印刷文件只接受灰度和 CMYK",
      "page {page}: the image {name} is in {space}; a press file takes grey and CMYK only"
    ),
    hint: Bilingual("请先把图片转换为 CMYK 或灰度", "convert the picture to CMYK or grey first")
  )

  static let undated = FindingCode(
    "prepress.undated",
    .warning,
    Bilingual(
      "文件没有日期，标准要求写日期，已写入 {date}",
      "the document has no date; the standard demands one, and {date} was written"
    ),
    hint: Bilingual("请用 --date 指定日期", "give one with --date")
  )

  static let profileUnusable = FindingCode(
    "prepress.profile-unusable",
    .error,
    Bilingual(
      "输出条件{condition}的 ICC 特性文件不可用，应为 {space} 特性文件",
      "the ICC profile of {condition} cannot be used; a profile in {space} was expected"
    )
  )

  static let fileUnreadable = FindingCode(
    "prepress.file-unreadable",
    .error,
    Bilingual("PDF 无法处理：{reason}", "the PDF cannot be processed: {reason}")
  )
}
