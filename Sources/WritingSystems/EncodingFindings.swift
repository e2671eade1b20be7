package import Diagnostics

extension FindingCode {
  /// What can be said of the encoding of a file.
  package static let encodings: [FindingCode] = [
    encodingDetected, contradictedEncoding, unknownEncoding, malformedBytes, fileTooLarge,
  ]

  package static let encodingDetected = FindingCode(
    "encoding.detected",
    .note,
    Bilingual("文件的编码判断为 {encoding}", "the file's encoding was found to be {encoding}"),
    hint: Bilingual(
      "若判断有误，请用 --encoding 指定编码。",
      "if that is wrong, name the encoding with --encoding."
    )
  )

  package static let contradictedEncoding = FindingCode(
    "encoding.contradicted",
    .warning,
    Bilingual(
      "说是 {declared}，实际是 {encoding}，已按 {encoding} 读",
      "said to be {declared}, the file is {encoding} and was read so"
    )
  )

  package static let unknownEncoding = FindingCode(
    "encoding.unknown",
    .error,
    Bilingual("没有名为 {name} 的编码", "there is no encoding named {name}"),
    hint: Bilingual("可用的编码：{choices}。", "choose one of {choices}.")
  )

  package static let malformedBytes = FindingCode(
    "encoding.malformed",
    .warning,
    Bilingual(
      "有 {count} 个字节不是 {encoding} 文字，已用 U+FFFD 代替",
      "{count} bytes are no text in {encoding} and stand as U+FFFD"
    ),
    hint: Bilingual(
      "请检查原文件，或用 --encoding 指定编码。",
      "check the file, or name its encoding with --encoding."
    )
  )

  package static let fileTooLarge = FindingCode(
    "encoding.file-too-large",
    .error,
    Bilingual("文件大于 {limit} MiB，不能读入", "the file is larger than {limit} MiB and was not read"),
    hint: Bilingual("请分成较小的文件。", "split it into smaller files.")
  )
}
