package import Diagnostics

extension FindingCode {
  /// What can be said of the container of a report and of what its format holds.
  package static let readings: [FindingCode] = [
    picturesNotPrinted, acceptedChanges, leftOutComments, damagedArchive, encryptedDocument,
    documentTooLarge, archiveBomb, damagedPart, malformedPart, declaredType, nestedTooDeep,
    pictureRemote, pictureOutside, pictureMissing, pictureDamaged, pictureUnknown, pictureMisnamed,
    pictureTooLarge,
  ]

  package static let pictureRemote = FindingCode(
    "report.picture-remote",
    .warning,
    Bilingual("图片{path}在网上，没有取", "the picture {path} is on the network and was not fetched"),
    hint: bringBeside
  )

  package static let pictureOutside = FindingCode(
    "report.picture-outside",
    .warning,
    Bilingual(
      "图片{path}不在报告所在的文件夹里，没有读",
      "the picture {path} is not in the folder of the report and was not read"
    ),
    hint: bringBeside
  )

  private static let bringBeside = Bilingual(
    "请把图片放进报告所在的文件夹，引用时写相对路径。",
    "put it into the folder of the report and refer to it by a relative path."
  )

  package static let pictureMissing = FindingCode(
    "report.picture-missing",
    .warning,
    Bilingual("找不到图片{path}", "there is no picture {path}"),
    hint: Bilingual("请核对文件名，或重新插入图片。", "check its name, or insert it again.")
  )

  package static let pictureDamaged = FindingCode(
    "report.picture-damaged",
    .warning,
    Bilingual("图片{path}已损坏，读不出来", "the picture {path} is damaged and cannot be read"),
    hint: Bilingual("请重新插入图片。", "insert it again.")
  )

  package static let pictureUnknown = FindingCode(
    "report.picture-unknown-format",
    .warning,
    Bilingual("认不出图片{path}的格式", "the format of the picture {path} is not known"),
    hint: Bilingual(
      "请另存为 PNG、JPEG 或 SVG。",
      "save it as PNG, JPEG or SVG."
    )
  )

  package static let pictureMisnamed = FindingCode(
    "report.picture-misnamed",
    .note,
    Bilingual("图片{path}其实是 {format}", "the picture {path} is a {format} by its bytes")
  )

  package static let pictureTooLarge = FindingCode(
    "report.picture-too-large",
    .warning,
    Bilingual(
      "图片{path}过大（上限 {limit} MiB），没有读",
      "the picture {path} is too large (limit {limit} MiB) and was not read"
    ),
    hint: Bilingual("请缩小后重新插入。", "make it smaller and insert it again.")
  )

  package static let picturesNotPrinted = FindingCode(
    "report.pictures",
    .warning,
    Bilingual("报告中有图片 {count} 幅，暂不印出", "the report has {count} pictures, which are not printed yet")
  )

  package static let acceptedChanges = FindingCode(
    "report.tracked-changes",
    .note,
    Bilingual(
      "修订已按“全部接受”处理，删去 {count} 处",
      "tracked changes were accepted, {count} deletions among them"
    ),
    hint: Bilingual("请核对定稿。", "check that this is the final text.")
  )

  package static let leftOutComments = FindingCode(
    "report.comments",
    .note,
    Bilingual("批注 {count} 条，不入正文", "{count} comments were left out")
  )

  private static let saveAgain = Bilingual(
    "请用文字处理软件打开后另存一次。",
    "open it in the word processor and save it again."
  )

  package static let damagedArchive = FindingCode(
    "report.damaged-archive",
    .error,
    Bilingual("{path}已损坏或不完整，不能打开", "{path} is damaged or cut off and cannot be opened"),
    hint: Bilingual("请重新取得文件。", "get the file again.")
  )

  package static let encryptedDocument = FindingCode(
    "report.encrypted",
    .error,
    Bilingual("{path}有密码，不能打开", "{path} is locked with a password"),
    hint: Bilingual("请去掉密码后另存。", "save it without a password.")
  )

  package static let documentTooLarge = FindingCode(
    "report.too-large",
    .error,
    Bilingual("{path}的内容过大（上限 {limit}）", "the content of {path} is too large (limit {limit})")
  )

  package static let archiveBomb = FindingCode(
    "report.archive-bomb",
    .error,
    Bilingual(
      "{path}中的{part}解压后异常巨大，未读",
      "{part} in {path} grows out of all proportion and was not read"
    )
  )

  package static let damagedPart = FindingCode(
    "report.damaged-part",
    .error,
    Bilingual("{path}中的{part}已损坏", "{part} in {path} is damaged"),
    hint: saveAgain
  )

  package static let malformedPart = FindingCode(
    "report.malformed-xml",
    .error,
    Bilingual(
      "{part}不是完好的 XML（第 {byte} 字节：{message}）",
      "{part} is not well-formed XML (byte {byte}: {message})"
    ),
    hint: saveAgain
  )

  package static let declaredType = FindingCode(
    "report.document-type",
    .error,
    Bilingual(
      "{part}含文档类型声明，办公文档不应有，未读",
      "{part} has a document type declaration, as no office document has, and was not read"
    )
  )

  package static let nestedTooDeep = FindingCode(
    "report.nested-too-deep",
    .error,
    Bilingual("{part}的嵌套过深，未读", "{part} is nested too deep and was not read")
  )
}
