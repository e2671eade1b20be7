import Diagnostics
import Reports
import Testing

/// A text broken by the width of something, and how its lines should be.
private struct WrapCase: Sendable, CustomTestStringConvertible {
  let name: String
  let given: String
  let lines: [String]

  var testDescription: String { name }
}

private let sentence = "本月全县重点项目按期推进，民生实事件件落实，干部群众的精神面貌焕然一新，主要指标好于预期，"
private let rest = "全年任务有望提前完成，为来年打下坚实基础，各单位要再接再厉，确保圆满收官。"

private let counted =
  "本月完成投资28.65亿元,同比增长6.12%,城乡居民的人均可支配收入达到42318.75元,同比增长5.44%,民生支出占比连续"
  + "五年保持在80.25%以上,年内各项目标任务都能如期完成。"

/// A text cut every so many characters.
private func cut(_ text: String, every width: Int, by end: String = "\n", indent: String = "")
  -> String
{
  let characters = Array(indent + text)
  return stride(from: 0, to: characters.count, by: width)
    .map { String(characters[$0..<min(characters.count, $0 + width)]) }.joined(separator: end)
}

private let wrapped: [WrapCase] = [
  WrapCase(
    name: "mail of 35 characters, paragraphs parted by empty lines",
    given: cut(sentence + rest, every: 35) + "\n\n" + cut(rest + sentence + "完。", every: 35),
    lines: [sentence + rest, rest + sentence + "完。"]
  ),
  WrapCase(
    name: "a column of 20 with indents",
    given: cut(sentence + rest, every: 20, indent: "　　") + "\n"
      + cut(rest, every: 20, indent: "　　"),
    lines: [sentence + rest, rest]
  ),
  WrapCase(
    name: "CRLF",
    given: cut(sentence + rest, every: 30, by: "\r\n") + "\r\n\r\n"
      + cut(rest + rest, every: 30, by: "\r\n"),
    lines: [sentence + rest, rest + rest]
  ),
  WrapCase(
    name: "so many characters a line, digits among them, half-width marks",
    given: cut(counted, every: 30),
    lines: [counted.replacing(",", with: "，")]
  ),
  WrapCase(
    name: "a line that begins like the one before it",
    given: "社区是和谐的基石。这个月里，大家来到服务中心，走访了\n社区工作者和各位志愿者。与往常不同的是，中心的大门\n口挂起了六个大红灯笼，楼梯中间还有一条红色的大横幅。",
    lines: ["社区是和谐的基石。这个月里，大家来到服务中心，走访了社区工作者和各位志愿者。与往常不同的是，中心的大门口挂起了六个大红灯笼，楼梯中间还有一条红色的大横幅。"]
  ),
  WrapCase(
    name: "items stay apart",
    given: cut("1." + sentence + rest, every: 30) + "\n"
      + cut("2." + rest + sentence + "完。", every: 30),
    lines: ["1." + sentence + rest, "2." + rest + sentence + "完。"]
  ),
  WrapCase(
    name: "the signature stays",
    given: cut(sentence + rest, every: 30) + "\n\n" + cut(rest + rest, every: 30)
      + "\n安澜县人民政府办公室\n2025年11月5日",
    lines: [sentence + rest, rest + rest, "安澜县人民政府办公室", "2025年11月5日"]
  ),
]

private let unwrapped: [String] = [
  "春风送暖入青溪\n万物生长正当时\n携手同心谋发展\n奋楫扬帆启新程\n家家户户笑开颜\n岁岁年年庆丰收",
  "安澜县青溪镇人民政府办公室\n安澜县城关镇人民政府办公室\n安澜县北坪乡人民政府办公室\n安澜县柳林乡人民政府办公室",
  "地址：安澜县城关镇人民路八号\n电话：0000-1234567\n联系人：何平",
  "一、提高认识\n二、加强领导\n三、落实责任\n四、严格考核",
  "要坚持问题导向，补短板、强弱项\n要坚持目标导向，盯进度、抓落实\n要坚持结果导向，看实绩、论英雄",
]

@Suite struct WrappedTextTests {
  @Test(arguments: wrapped) fileprivate func joinsWhatWasCut(_ one: WrapCase) throws {
    let reading = try Reading("标题\n\n\(one.given)\n")
    #expect(reading.lines == one.lines)
    #expect(reading.unaccounted == nil)
    let wraps = try #require(reading.report).repaired.filter { $0.kind == .wrap }
    for wrap in wraps {
      #expect(wrap.places.allSatisfy { reading.text(at: $0) == wrap.from })
    }
  }

  @Test(arguments: unwrapped) func leavesLinesThatAreMeant(_ text: String) throws {
    let reading = try Reading("标题\n\n各单位工作要求如下，请遵照执行。\n\n\(text)\n")
    #expect(Array(reading.lines.dropFirst()) == text.split(separator: "\n").map(String.init))
  }

  @Test func joinsASentenceThatAPageParted() throws {
    let text = "普查走遍全县十四个乡镇，登记各类文物点四百余处，其中新\n\n— 12 —\n\n发现八十七处。"
    let reading = try Reading("标题\n\n全县文物普查工作结束。\n\n\(text)\n")
    #expect(reading.lines.last == "普查走遍全县十四个乡镇，登记各类文物点四百余处，其中新发现八十七处。")
    #expect(reading.unaccounted == nil)
  }
}
