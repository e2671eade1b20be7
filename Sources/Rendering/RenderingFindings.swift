package import Diagnostics

/// The failures of `Rendering`.
extension FindingCode {
  package static let rendering: [FindingCode] = [
    drawingFailed, fontUnusable, destinationUnknown, plateUnknown,
  ]

  static let drawingFailed = FindingCode(
    "rendering.drawing-failed",
    .error,
    Bilingual("绘制页面失败：{reason}", "the pages could not be drawn: {reason}")
  )

  static let fontUnusable = FindingCode(
    "rendering.font-unusable",
    .error,
    Bilingual("字体 {font} 无法用于绘制", "the font {font} cannot be drawn with"),
    hint: Bilingual(
      "字体文件可能已损坏，请换一个同名字体",
      "the font file may be damaged; put another copy in its place"
    )
  )

  static let destinationUnknown = FindingCode(
    "rendering.destination-unknown",
    .error,
    Bilingual("链接指向不存在的位置 {name}", "a link leads to {name}, which is nowhere")
  )

  static let plateUnknown = FindingCode(
    "rendering.plate-unknown",
    .error,
    Bilingual(
      "没有名为 {plate} 的印版；可选：{plates}",
      "no plate is named {plate}; the plates are {plates}"
    )
  )
}
