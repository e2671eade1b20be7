import Diagnostics

extension ProofCheck {
  /// Figures: GB/T 15835-2011 and the habits of good offices.
  static let numbers: [ProofCheck] = [
    mixedNumeral, mixedDate, fixedNumeral, lunarDate, digitsWithHundreds, zeroCharacter,
    zeroInCount, yearAsCount, shortYear,
    rangeHyphen, rangePercent, rangeScale, reversedRange, approximateNumbers, approximateDigits,
    doubledApproximation, bareDecimal, digitGroups, mixedDigitGroups, stackedScale, dottedDate,
    mixedDateStyles, anniversaryDot, fallByMultiple, mixedPercentSigns, unitExponent, unitCase,
  ]

  static let mixedNumeral = ProofCheck(
    "mixed-numeral",
    .warning,
    .gb15835("5.3"),
    Bilingual(
      "{found}：同一个数里混用了阿拉伯数字和汉字数字",
      "{found}: one number mixes digits and Chinese numerals"
    ),
    hint: Bilingual(
      "除“万”“亿”外，一个数只用一种数字。",
      "but for 万 and 亿, write a number in one kind of numeral."
    )
  )

  static let mixedDate = ProofCheck(
    "mixed-date",
    .warning,
    .gb15835("4.3"),
    Bilingual(
      "{found}：同一个日期里混用了阿拉伯数字和汉字数字",
      "{found}: one date mixes digits and Chinese numerals"
    )
  )

  static let fixedNumeral = ProofCheck(
    "fixed-numeral",
    .warning,
    .gb15835("4.2.3"),
    Bilingual(
      "{found}：已经定型的词语用汉字数字，即 {better}",
      "{found}: a settled word has its numeral in characters: {better}"
    )
  )

  static let lunarDate = ProofCheck(
    "lunar-date",
    .warning,
    .gb15835("4.2.1"),
    Bilingual("{found}：农历月日用汉字数字", "{found}: days of the moon's calendar are in characters")
  )

  static let digitsWithHundreds = ProofCheck(
    "digits-with-hundreds",
    .note,
    .gb15835("5.3"),
    Bilingual(
      "{found}：阿拉伯数字后不用“十、百、千”，宜写作 {better}",
      "{found}: no 十, 百 or 千 after digits; write {better}"
    )
  )

  static let zeroCharacter = ProofCheck(
    "zero-character",
    .warning,
    .gb15835("5.2.5"),
    Bilingual(
      "{found}：年份、编号中的“0”应写“〇”，即 {better}",
      "{found}: the zero of a year or number is 〇: {better}"
    )
  )

  static let zeroInCount = ProofCheck(
    "zero-in-count",
    .warning,
    .gb15835("5.2.5"),
    Bilingual("{found}：计量的数中“0”应写“零”，即 {better}", "{found}: the zero of a count is 零: {better}")
  )

  static let yearAsCount = ProofCheck(
    "year-as-count",
    .warning,
    .gb15835("5.2.5"),
    Bilingual("{found}：年份不按数量读写，应为 {better}", "{found}: a year is no count; write {better}")
  )

  static let shortYear = ProofCheck(
    "short-year",
    .warning,
    .gb15835("5.1.4"),
    Bilingual("{found}：四位年份不应简写为两位", "{found}: a year of four digits is not written with two")
  )

  static let rangeHyphen = ProofCheck(
    "range-hyphen",
    .note,
    .gb15835("5.1.3"),
    Bilingual(
      "{found}：起止和范围不用短横线，宜写作 {better}",
      "{found}: no hyphen in a range; write {better}"
    )
  )

  static let rangePercent = ProofCheck(
    "range-percent",
    .warning,
    .gb15835("5.1.3"),
    Bilingual(
      "{found}：范围的两个百分数都要写百分号，即 {better}",
      "{found}: both ends of a range take the sign: {better}"
    )
  )

  static let rangeScale = ProofCheck(
    "range-scale",
    .warning,
    .gb15835("5.1.3"),
    Bilingual(
      "{found}：有歧义，两端都要写数位，即 {better}",
      "{found} is ambiguous; both ends take the scale: {better}"
    )
  )

  static let reversedRange = ProofCheck(
    "reversed-range",
    .note,
    .gb15835("5.1.3"),
    Bilingual("{found}：范围的前一个数大于后一个数", "{found}: the range begins above its end")
  )

  static let approximateNumbers = ProofCheck(
    "approximate-numbers",
    .warning,
    .gb15835("5.2.1"),
    Bilingual(
      "{found}：相邻两数连用表示概数，中间不用顿号，即 {better}",
      "{found}: no comma in an approximate number; write {better}"
    )
  )

  static let approximateDigits = ProofCheck(
    "approximate-digits",
    .warning,
    .gb15835("4.2.2"),
    Bilingual(
      "{found}：含“几”的概数应用汉字，即 {better}",
      "{found}: an approximate number with 几 is in characters: {better}"
    )
  )

  static let doubledApproximation = ProofCheck(
    "doubled-approximation",
    .warning,
    .practice,
    Bilingual(
      "{found}：前后两个表示约数的词重复，留一个即可",
      "{found}: two words of approximation; keep one"
    )
  )

  static let bareDecimal = ProofCheck(
    "bare-decimal",
    .warning,
    .gb15835("5.1.2"),
    Bilingual(
      "{found}：纯小数应写出小数点前的“0”，即 {better}",
      "{found}: a decimal below one has its zero: {better}"
    )
  )

  static let digitGroups = ProofCheck(
    "digit-groups",
    .warning,
    .gb15835("5.1.1"),
    Bilingual("{found}：千分撇应每三位一个", "{found}: commas part groups of three digits")
  )

  static let mixedDigitGroups = ProofCheck(
    "mixed-digit-groups",
    .note,
    .gb15835("4.3、5.1.1"),
    Bilingual(
      "{found} 用千分撇，全文另有 {count} 个多位数不用",
      "{found} has commas, {count} other long numbers have none"
    )
  )

  static let stackedScale = ProofCheck(
    "stacked-scale",
    .warning,
    .practice,
    Bilingual("{found}：数位叠用", "{found}: scales are stacked")
  )

  static let dottedDate = ProofCheck(
    "dotted-date",
    .note,
    .gb15835("5.1.4"),
    Bilingual(
      "{found}：正文里的年月日不用点或斜线分开，宜写作 {better}",
      "{found}: a date in prose has no dots or strokes; write {better}"
    )
  )

  static let mixedDateStyles = ProofCheck(
    "mixed-date-styles",
    .note,
    .gb15835("4.3"),
    Bilingual(
      "{found} 用汉字，全文另有 {count} 个日期用阿拉伯数字",
      "{found} is in characters, {count} other dates are in digits"
    )
  )

  static let anniversaryDot = ProofCheck(
    "anniversary-dot",
    .note,
    .gb15835("5.1.6、5.2.3"),
    Bilingual(
      "{found}：以月日为名的，月和日之间的符号应为 {better}",
      "{found}: a name made of month and day is written {better}"
    )
  )

  static let fallByMultiple = ProofCheck(
    "fall-by-multiple",
    .warning,
    .practice,
    Bilingual(
      "{found}：减少不能用“倍”，最多减少百分之百",
      "{found}: nothing falls by a multiple; the most is 100 %"
    )
  )

  static let mixedPercentSigns = ProofCheck(
    "mixed-percent-signs",
    .note,
    .practice,
    Bilingual(
      "{found}：全角百分号，全文另有 {count} 个半角的",
      "{found}: a full-width sign, {count} others are half-width"
    )
  )

  static let unitExponent = ProofCheck(
    "unit-exponent",
    .note,
    .gb3100,
    Bilingual("{found}：单位的指数应写成上标，即 {better}", "{found}: the exponent is raised: {better}")
  )

  static let unitCase = ProofCheck(
    "unit-case",
    .note,
    .gb3100,
    Bilingual("{found}：单位符号的大小写应为 {better}", "{found}: the symbol of the unit is {better}")
  )
}

extension Bilingual {
  /// No clause of a standard, but what every editor corrects.
  static let practice = Bilingual("编辑校对通例", "editors' common practice")
}
