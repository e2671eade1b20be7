import Testing
import WritingSystems

@Suite struct NumeralsTests {
  @Test(arguments: [
    ("十", "10"), ("二十六", "26"), ("二百二十五", "225"), ("一千零五", "1005"), ("三万二千", "32000"),
    ("两", "2"), ("零", "0"), ("〇", "0"), ("廿", "20"), ("廿六", "26"), ("卅", "30"),
    ("二〇二二", "2022"), ("二○○四", "2004"), ("十一", "11"), ("一百一十", "110"), ("一百零三", "103"),
    ("二百五", "250"), ("一千二", "1200"), ("三万二", "32000"), ("三万零二", "30002"),
    ("五千万", "50000000"), ("三亿五千万", "350000000"), ("三万亿", "3000000000000"),
    ("三万五千亿", "3500000000000"), ("十四亿一千万", "1410000000"), ("两千零八", "2008"),
    ("一万零五百", "10500"), ("壹仟贰佰", "1200"), ("三萬二千", "32000"), ("兩百", "200"),
    ("三点五", "3.5"), ("十二點〇八", "12.08"), ("一百万", "1000000"), ("十万", "100000"),
    ("五十四点五亿", "5450000000"), ("八六.六万", "866000"),
  ])
  func readsChineseNumerals(text: String, value: String) {
    #expect(Numerals.read(text)?.text() == value)
  }

  @Test(arguments: [
    "", "百", "万", "亿", "三四百", "两三", "十三五", "个", "三个", "12", "百三", "三万四万", "点五",
    "三点", "十百", "a",
  ])
  func refusesWhatIsNoChineseNumeral(text: String) {
    #expect(Numerals.read(text) == nil)
  }

  @Test(arguments: [
    ("二十六家", 3), ("十强", 1), ("三万二千人", 4), ("二〇二二年", 4), ("百强", nil), ("二.四一%", 4),
    ("二.四季度", 1),
  ])
  func readsTheLongestPrefix(text: String, count: Int?) {
    #expect(Numerals.readPrefix(of: Array(text.unicodeScalars)[...])?.count == count)
  }

  @Test func readsWhatItWrites() {
    for number in Array(0...2100) + [9999, 10_000, 10_001, 10_010, 10_100, 32_000, 99_999_999]
      + [100_000_000, 100_000_001, 120_003_400, 1_000_000_000_000]
    {
      let words = Numerals.hanzi(number)
      #expect(Numerals.read(words)?.text() == String(number), "\(words)")
    }
  }

  @Test(arguments: [
    (0, "零"), (10, "十"), (26, "二十六"), (110, "一百一十"), (1005, "一千零五"), (32_000, "三万二千"),
    (10_500, "一万零五百"), (100_500, "十万零五百"), (-3, "负三"), (20_000_010, "二千万零一十"),
  ])
  func writesWords(number: Int, words: String) {
    #expect(Numerals.hanzi(number) == words)
  }

  @Test func writesYearsDigitByDigit() {
    #expect(Numerals.hanziDigits(2022) == "二〇二二")
    #expect(Numerals.hanziDigits(10) == "一〇")
  }

  @Test func writesNumbersInCirclesAsFarAsUnicodeGoes() {
    #expect(Numerals.circled(0) == "⓪")
    #expect(Numerals.circled(1) == "①")
    #expect(Numerals.circled(20) == "⑳")
    #expect(Numerals.circled(21) == "㉑")
    #expect(Numerals.circled(36) == "㊱")
    #expect(Numerals.circled(50) == "㊿")
    #expect(Numerals.circled(51) == nil)
    #expect(Numerals.circled(-1) == nil)
  }
}
