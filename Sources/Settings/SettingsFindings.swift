package import Diagnostics

/// The findings of settings files: YAML itself, then the description it is checked against.
extension FindingCode {
  package static let settingTooLarge = FindingCode(
    "setting.too-large",
    .error,
    Bilingual(
      "文件有 {size} 字节，超过 {limit} 字节的上限",
      "the file has {size} bytes, more than the {limit} allowed"
    )
  )
  package static let settingTooDeep = FindingCode(
    "setting.too-deep",
    .error,
    Bilingual("嵌套超过 {limit} 层", "nested deeper than {limit} levels")
  )
  package static let settingTooManyAliases = FindingCode(
    "setting.too-many-aliases",
    .error,
    Bilingual(
      "引用（*名称）太多，展开后超出上限",
      "too many aliases (*name): what they stand for exceeds the limit"
    ),
    hint: Bilingual("把重复的内容写出来，或改用 extends", "write the repeated part out, or use extends")
  )
  package static let settingNotUTF8 = FindingCode(
    "setting.not-utf-8",
    .error,
    Bilingual("文件不是 UTF-8 编码", "the file is not UTF-8"),
    hint: Bilingual("请另存为 UTF-8", "save it as UTF-8")
  )
  package static let settingSyntax = FindingCode(
    "setting.syntax",
    .error,
    Bilingual("YAML 格式不对：{problem}", "not valid YAML: {problem}")
  )
  package static let settingBraces = FindingCode(
    "setting.unquoted-braces",
    .error,
    Bilingual("以 {{ 开头的文字要加引号", "text that begins with {{ must stand in quotation marks")
  )
  package static let settingTag = FindingCode(
    "setting.tag",
    .error,
    Bilingual("不支持 YAML 标签 {tag}", "YAML tags such as {tag} are not used here")
  )
  package static let settingDuplicateKey = FindingCode(
    "setting.duplicate-key",
    .error,
    Bilingual("键 {key} 出现了两次", "the key {key} stands here twice"),
    hint: Bilingual("只保留一个", "keep one of them")
  )
  package static let settingKeyNotText = FindingCode(
    "setting.key-not-text",
    .error,
    Bilingual("键应是文字，这里是{found}", "a key is a text, but this is {found}")
  )
  package static let settingUnknownKey = FindingCode(
    "setting.unknown-key",
    .error,
    Bilingual("这里没有 {key} 这个键", "there is no key {key} here"),
    hint: Bilingual("可用的键：{choices}", "the keys are {choices}")
  )
  package static let settingMissingKey = FindingCode(
    "setting.missing-key",
    .error,
    Bilingual("缺少键 {key}", "the key {key} is missing")
  )
  package static let settingMissingKind = FindingCode(
    "setting.missing-kind",
    .error,
    Bilingual("这里没有说明是哪一种", "nothing here says which kind this is"),
    hint: Bilingual("要有其中一个键：{choices}", "one of these keys must be there: {choices}")
  )
  package static let settingWrongType = FindingCode(
    "setting.wrong-type",
    .error,
    Bilingual("{key} 应是{expected}，这里是{found}", "{key} should be {expected}, but is {found}")
  )
  package static let settingNotAChoice = FindingCode(
    "setting.not-a-choice",
    .error,
    Bilingual("{key} 不能是 {found}", "{key} cannot be {found}"),
    hint: Bilingual("可以写：{choices}", "the choices are {choices}")
  )
  package static let settingOutOfRange = FindingCode(
    "setting.out-of-range",
    .error,
    Bilingual("{key} 应{range}，这里是 {found}", "{key} should be {range}, but is {found}")
  )

  /// All codes of this module.
  package static let settings: [FindingCode] = [
    settingTooLarge, settingTooDeep, settingTooManyAliases, settingNotUTF8, settingSyntax,
    settingBraces, settingTag, settingDuplicateKey, settingKeyNotText, settingUnknownKey,
    settingMissingKey, settingMissingKind, settingWrongType, settingNotAChoice, settingOutOfRange,
  ]
}
