package import Diagnostics
import Typography

/// What fonts and the font map may give reason to say.
extension FindingCode {
  package static let substitutedCharacter = FindingCode(
    "font.substituted",
    .warning,
    Bilingual(
      "“{character}”（{code}）：{wanted} 没有这个字，改用了 {taken}{further}",
      "{character} ({code}) is not in {wanted}; {taken} was taken{further}"
    )
  )
  package static let missingCharacter = FindingCode(
    "font.missing-character",
    .error,
    Bilingual(
      "没有一款字体有“{character}”（{code}，字体角色 {role}）{further}",
      "no font has {character} ({code}, role {role}){further}"
    ),
    hint: Bilingual(
      "生僻字请运行 make fonts-rare，或把有这个字的字体放进 fonts/ 并写进 fonts.yaml",
      "for rare characters run make fonts-rare, or put a font that has it into fonts/ "
        + "and name it in fonts.yaml"
    )
  )
  package static let missingVariation = FindingCode(
    "font.missing-variation",
    .warning,
    Bilingual(
      "{taken} 没有“{character}”所要的异体（{code}），印的是通行字形{further}",
      "{taken} lacks the variant of {character} that {code} asks for; its usual form is printed{further}"
    )
  )
  package static let absentFont = FindingCode(
    "font.absent",
    .warning,
    Bilingual(
      "{role}应当用的字体 {font}（{file}）没有装，由 {taken} 代替",
      "the font of {role}, {font} ({file}), is not installed; {taken} stands in"
    ),
    hint: Bilingual("运行 make fonts", "run make fonts")
  )
  package static let unlistedFontFile = FindingCode(
    "font.unlisted-file",
    .note,
    Bilingual(
      "字体文件 {file} 没有用上：fonts.yaml 里没有它的名字（{names}）",
      "the font file {file} is not used: fonts.yaml has none of its names ({names})"
    ),
    hint: Bilingual(
      "把其中一个名字写进某个角色的 licensed",
      "write one of the names into licensed of a role"
    )
  )
  package static let unknownFontRole = FindingCode(
    "font.unknown-role",
    .error,
    Bilingual(
      "没有{role}这个字体角色；可用的有{roles}",
      "there is no font role {role}; the font map has {roles}"
    )
  )

  // What the machine refuses.
  package static let noFontFile = FindingCode(
    "font.no-file",
    .error,
    Bilingual(
      "{role}一款字体也没有找到；找过：{files}",
      "no font for {role} was found; looked for: {files}"
    ),
    hint: Bilingual("运行 make fonts", "run make fonts")
  )
  package static let unreadableFont = FindingCode(
    "font.unreadable",
    .error,
    Bilingual(
      "字体文件 {file} 里读不出 {font}",
      "cannot read {font} from the font file {file}"
    ),
    hint: Bilingual("文件可能已损坏，请重新安装", "the file may be damaged; install it again")
  )
  package static let uncutFont = FindingCode(
    "font.cut",
    .error,
    Bilingual(
      "字体 {font} 不能裁成只含所用字形的子集（{file}）",
      "the font {font} ({file}) could not be cut to the glyphs used"
    )
  )

  // The font map.
  package static let unknownFontName = FindingCode(
    "font.map-unknown-font",
    .error,
    Bilingual(
      "fonts 里没有名为{name}的字体",
      "there is no font {name} under fonts"
    )
  )
  package static let repeatedRoleName = FindingCode(
    "font.map-repeated-name",
    .error,
    Bilingual("{name}用了两次", "{name} is used twice")
  )
  package static let emptyFontList = FindingCode(
    "font.map-empty",
    .error,
    Bilingual("{name}不能是空的", "{name} must not be empty")
  )

  /// All codes of this module.
  package static let fonts: [FindingCode] = [
    .substitutedCharacter, .missingCharacter, .missingVariation, .absentFont, .unlistedFontFile,
    .unknownFontRole, .noFontFile, .unreadableFont, .uncutFont, .unknownFontName,
    .repeatedRoleName, .emptyFontList,
  ]
}

extension FontIncident {
  /// The incident as a finding, at the place of its character; `further` is at how many other
  /// places the same has happened.
  package func finding(at span: Span?, further: Int = 0) -> Finding {
    var arguments: [String: FindingArgument] = [
      "character": .word(String(Character(character))),
      "code": .word(character.codePoint),
      "further": Self.words(further: further),
    ]
    switch kind {
    case .substituted(let wanted, let taken):
      arguments["wanted"] = .word(wanted)
      arguments["taken"] = .word(taken)
      return Finding(.substitutedCharacter, at: span, arguments)
    case .missing:
      arguments["role"] = .word(role.name)
      return Finding(.missingCharacter, at: span, arguments)
    case .variationMissing(let base, let taken):
      arguments["character"] = .word(String(Character(base)))
      arguments["taken"] = .word(taken)
      return Finding(.missingVariation, at: span, arguments)
    }
  }

  private static func words(further count: Int) -> FindingArgument {
    guard count > 0 else { return .word("") }
    return .words(
      Bilingual("，另有 \(count) 处", count == 1 ? "; 1 more place" : "; \(count) more places")
    )
  }
}

extension Unicode.Scalar {
  /// `U+20BB7`.
  package var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
