import Diagnostics
import Foundation
import Reports
import Testing

/// One line before and after one rule.
struct LineCase: Sendable, CustomTestStringConvertible {
  let rule: CleaningRule
  let given: String
  let clean: String

  init(_ rule: CleaningRule, _ given: String, _ clean: String) {
    self.rule = rule
    self.given = given
    self.clean = clean
  }

  var testDescription: String { "\(rule.rawValue): \(given)" }
}

private let repairs: [LineCase] = [
  .init(.annotations, "突出建設(shè)工作。", "突出建設工作。"),
  .init(.annotations, "街道(鄉(xiāng)鎮(zhèn))工作。", "街道（鄉鎮）工作。"),
  .init(.annotations, "全縣(ㄒㄧㄢˋ)工作。", "全縣工作。"),
  .init(.annotations, "我們（men）工作。", "我們工作。"),
  .init(.annotations, "重慶(chóng qìng)工作。", "重慶工作。"),
  .init(.annotations, "绿(lǜ)色、女(nǚ)性。", "绿色、女性。"),
  .init(.annotations, "建設(she4)工作。", "建設工作。"),
  .init(.controlCharacters, "本\u{200B}月\u{7}工作\u{FEFF}。", "本月工作。"),
  .init(.compatibilityCharacters, "从⻔口到⻓江，﹙二﹚ｶﾞｽ和ﬁt、e\u{301}。", "从门口到长江，（二）ガス和fit、é。"),
  .init(.privateUse, "姓\u{E863}的人。\u{F0B7}项", "姓䶮的人。•项"),
  .init(.mojibake, "鏈堝伐浣滃叏闈㈠畬鎴愶紝鎴愭晥鏄庢樉锛屼汉姘戠兢浼楁弧鎰忋€備簩", "月工作全面完成，成效明显，人民群众满意。二"),
  .init(.mojibake, "共æˆ\u{90}æ•ˆæ˜Žæ˜¾ï¼Œç¾¤ä¼—æ»¡æ„\u{8F}ã€‚", "共成效明显，群众满意。"),
  .init(.mojibake, "±¾ÔÂ¹¤×÷È«ÃæÍê³É£¬³ÉÐ§Ã÷ÏÔ£¬ÈºÖÚÂúÒâ¡£", "本月工作全面完成，成效明显，群众满意。"),
  .init(
    .mojibake,
    "セる\u{E61B}\u{E706}\u{E784}\u{E12A}ЧΘ\u{E4C7}Θ\u{E19B}\u{E80B}陪\u{E4C7}竤渤骸種\u{E4C9}",
    "本月工作全面完成，成效明顯，群眾滿意。"
  ),
  .init(.mojibake, "¥»¤ë¤u§@¥þ\u{AD}±§¹¦¨¡A¦¨®Ä©úÅã¡A¸s²³º¡·N¡C", "本月工作全面完成，成效明顯，群眾滿意。"),
  .init(.mojibake, "Ã¦Å“Â¬Ã¦Å“Ë†Ã¥Â·Â¥Ã¤Â½Å“Ã£â‚¬â€š", "本月工作。"),
  .init(.compatibilityCharacters, "\u{2F00}\u{2F26}之\u{F9F4}。", "一子之林。"),
  .init(.indents, "　　本月工作。 ", "本月工作。"),
  .init(.letterWidths, "新建１２个，覆盖８２．４３％，共１，２８０户。", "新建12个，覆盖82.43%，共1,280户。"),
  .init(.letterWidths, "评为Ａ档，于２０：３０结束。", "评为A档，于20:30结束。"),
  .init(.brackets, "街道(乡镇)工作。", "街道（乡镇）工作。"),
  .init(.brackets, "执行系统(MES)上线。", "执行系统（MES）上线。"),
  .init(.brackets, "党(工)委（街道)抓。", "党（工）委（街道）抓。"),
  .init(.brackets, "系统(二期(试点))上线。", "系统（二期（试点））上线。"),
  .init(.quotationMarks, "突出\"五个建设\",抓好\"十件事\"。", "突出“五个建设”，抓好“十件事”。"),
  .init(.quotationMarks, "共筑'睛'彩。", "共筑“睛”彩。"),
  .init(.punctuationWidths, "近年来,我县抓好工作;成效明显!", "近年来，我县抓好工作；成效明显！"),
  .init(.punctuationWidths, "缺什么?谁来帮?", "缺什么？谁来帮？"),
  .init(.punctuationWidths, "每月5日前汇总,10日前通报。", "每月5日前汇总，10日前通报。"),
  .init(.punctuationWidths, "办结率90.24%;38个岗参与。", "办结率90.24%；38个岗参与。"),
  .init(.punctuationWidths, "提升至82.43%,提前完成。", "提升至82.43%，提前完成。"),
  .init(.punctuationWidths, "要求如下:抓好工作.", "要求如下：抓好工作。"),
  .init(.punctuationWidths, "产值10.5亿元，同比增长5.4%.", "产值10.5亿元，同比增长5.4%。"),
  .init(.spaces, "出席 的有张　三、李　四，他们都 住在镇上。", "出席的有张　三、李　四，他们都住在镇上。"),
  .init(.ellipses, "抓好工作...继续抓。", "抓好工作……继续抓。"),
  .init(.punctuationWidths, "本月工作,抓住重点,全面完成年度任务.下月工作照此办理.", "本月工作，抓住重点，全面完成年度任务。下月工作照此办理。"),
  .init(.quotationMarks, "他说\"这是'头等大事'\"。", "他说“这是‘头等大事’”。"),
  .init(.quotationMarks, "推进''数字乡村''建设。", "推进“数字乡村”建设。"),
  .init(.quotationMarks, "推进“数字乡村“建设。", "推进“数字乡村”建设。"),
  .init(.quotationMarks, "使用＂云平台＂办公。", "使用“云平台”办公。"),
  .init(.quotationMarks, "采用\"Smart City\"平台。", "采用“Smart City”平台。"),
  .init(.quotationMarks, "他说：“车间的\"张师傅\"手艺好。”", "他说：“车间的‘张师傅’手艺好。”"),
  .init(.quotationMarks, "他说：“要做好'三农'工作。”", "他说：“要做好‘三农’工作。”"),
  .init(.quotationMarks, "他说：\"车间的\"张师傅\"\"。", "他说：“车间的‘张师傅’”。"),
  .init(.quotationMarks, "推进“数字乡村\"建设，抓好\"三农\"工作。", "推进“数字乡村”建设，抓好“三农”工作。"),
  .init(.quotationMarks, "推进\"数字乡村”建设，抓好“三农\"工作。", "推进“数字乡村”建设，抓好“三农”工作。"),
  .init(.quotationMarks, "推进“三农”和“三会“，抓好”三早”。", "推进“三农”和“三会”，抓好“三早”。"),
  .init(
    .quotationMarks,
    "他说：“那时的‘山沟\"，如今成了\"金窝窝’。”",
    "他说：“那时的‘山沟’，如今成了‘金窝窝’。”"
  ),
  .init(.quotationMarks, "推进”三农“工作。", "推进“三农”工作。"),
  .init(.quotationMarks, "”好，“他说，”都听你的。“", "“好，”他说，“都听你的。”"),
  .init(.quotationMarks, "‘他说“好”就走了。’她笑了。", "“他说‘好’就走了。”她笑了。"),
  .init(.quotationMarks, "“他说“好”就走了。”她笑了。", "“他说‘好’就走了。”她笑了。"),
  .init(.quotationMarks, "抓好‘三农’，用好\"村规\"。", "抓好“三农”，用好“村规”。"),
  .init(.quotationMarks, "这是「三农」与『三会』的经验。", "这是“三农”与“三会”的经验。"),
  .init(.quotationMarks, "\"第一段话还没有说完。", "“第一段话还没有说完。"),
  .init(.quotationMarks, "购置24\"显示器，推进\"三农\"工作。", "购置24\"显示器，推进“三农”工作。"),
  .init(.quotationMarks, "他问：\"好不好?\"大家答：\"好!\"。", "他问：“好不好？”大家答：“好！”。"),
  .init(.dashes, "攻坚--冲刺。", "攻坚——冲刺。"),
  .init(.dashes, "攻坚－－冲刺。", "攻坚——冲刺。"),
  .init(.dashes, "攻坚──冲刺。", "攻坚——冲刺。"),
  .init(.dashes, "攻坚―― 冲刺。", "攻坚——冲刺。"),
  .init(.dashes, "一一记安澜县的冬天，写实。", "——记安澜县的冬天，写实。"),
  .init(.ellipses, "抓好工作。。。继续抓。", "抓好工作……继续抓。"),
  .init(.ellipses, "抓好工作···继续抓。", "抓好工作……继续抓。"),
  .init(.ellipses, "抓好工作…继续抓。", "抓好工作……继续抓。"),
  .init(.spaces, "本月以来，天气　很好，适合抢收。", "本月以来，天气很好，适合抢收。"),
  .init(.spaces, "按月 销号,行业 主管。", "按月销号，行业主管。"),
  .init(.spaces, "近年来， 我县 。", "近年来，我县。"),
  .init(.spaces, "一、 突出组织，抓好 工作", "一、突出组织，抓好工作"),
]

/// Lines that are right as they are.
private let right: [String] = [
  "显示器24\"共12台，身高5'10\"，it's fine，时长1'30\"。",
  "见附件(终稿).docx和表(1).xlsx，发到zhang.san@example.org。",
  "他一一列举，二〇二五—二〇二六年，沈阳—大连，10-20个，10~20个。",
  "温度25°C、30°C，误差±0.5℃×2，浓度µg/m³，naïve、café、École。",
  "名单：张　三、李小四、王　五，共三人。",
  "第一条　为了规范工作，制定本办法。",
  "日本的“おもてなし”和“カタカナ”，ㄅㄆㄇㄈ，αβγδ，Привет。",
  "金額㎡、℃、①、Ⅱ、㈠均保留，鉴于此，囍字、犇牛、龘龘。",
  "街道（乡镇）、组织部门（两新工委）、党（工）委。",
  "產值年增二.四一%，用戶八六.六萬戶，月減十.五%。",
  "共1,280户，于22:52结束，开展“1+1”行动，提高3.5个百分点，比例为1:2。",
  "见 https://example.org/a,b?c=1;d 一文。",
  "执行 ISO 9001:2015 (Quality) 标准。",
  "本报记者 王某某 摄，图为现场。",
  "设计师约翰.史密斯到会。",
  "沈　平同志主持，各单位参加。",
  "月均使用率在72%～85%之间，由安两新〔2025〕12号文件规定。",
  "f(x) = g(x, y) 是函数。",
  "在终端输入print(\"你好, 世界\")，屏幕上会显示一行文字。",
  "配置里写的是{\"姓名\": \"张三\", \"年龄\": 30}，少一个逗号都不行，name=\"张三\"也可以。",
  "他说：“会上讲：‘要推进“三农”工作。’”",
  "她說：「這是『三農』的經驗。」",
  "“第一段讲‘三农’，第二段接着讲。",
  "第二段讲‘三农’，到此讲完。”",
  "“第一段。“第二段还没有完。",
  "推进\"三农\"工作\"责任制。",
  "推进“三农工作，抓好落实。",
  "他说：“抓好工作！”",
  "This is a line of English text (really), with marks: none of them wide; 一。",
  "甲、乙（丙）《丁》“戊”——己……庚·辛。",
]

@Suite struct RepairTests {
  @Test(arguments: repairs) func repairsOneLine(_ one: LineCase) throws {
    let reading = try Reading("标题\n\n\(one.given)\n")
    #expect(reading.lines == [one.clean])
    #expect(reading.has(.cleaned(by: one.rule)))
    #expect(reading.unaccounted == nil)
  }

  @Test(arguments: repairs) func aRuleSwitchedOffDoesNothing(_ one: LineCase) throws {
    let options = ReportOptions(disabledRules: [one.rule])
    let reading = try Reading("标题\n\n\(one.given)\n", options)
    #expect(!reading.has(.cleaned(by: one.rule)))
    #expect(reading.lines != [one.clean])
  }

  @Test(arguments: right) func leavesARightLineAlone(_ line: String) throws {
    let reading = try Reading("标题\n\n\(line)\n")
    #expect(reading.lines == [line])
    #expect(try #require(reading.report).repaired.isEmpty)
    #expect(try #require(reading.report).dropped.isEmpty)
  }

  @Test func listsEveryPlaceOfARepair() throws {
    let reading = try Reading("标题\n\n甲,乙,丙。\n")
    let report = try #require(reading.report)
    let repair = try #require(report.repaired.first)
    #expect(repair.kind == .punctuation)
    #expect((repair.from, repair.to) == (",", "，"))
    #expect(repair.places.map { Int($0.start) } == [11, 15])
    #expect(repair.places.allSatisfy { reading.text(at: $0) == "," })
  }

  @Test func makesOneOfSeveralEmptyLines() throws {
    let reading = try Reading("标题\n\n\n\n正文第一段。\n")
    let repairs = try #require(reading.report).repaired
    #expect(repairs.map(\.kind) == [.space])
    #expect(reading.has(.cleaned(by: .blankLines)))
  }

  @Test func keepsTheSpaceOfATitle() throws {
    let report = try #require(try Reading("某县突出“五个建设” 助推提质\n\n正文。\n").report)
    #expect(report.title.string == "某县突出“五个建设” 助推提质")
    #expect(report.repaired.isEmpty)
  }
}

/// A line around a body, and what it is.
struct PageLineCase: Sendable, CustomTestStringConvertible {
  let line: String
  let kind: Report.Dropped.Kind
  let rule: CleaningRule

  init(_ line: String, _ kind: Report.Dropped.Kind, _ rule: CleaningRule) {
    self.line = line
    self.kind = kind
    self.rule = rule
  }

  var testDescription: String { line }
}

private let after: [PageLineCase] = [
  .init("1", .stray, .strayLines),
  .init("扫描二维码关注我们", .spam, .promotion),
  .init("发自我的手机", .stray, .messages),
  .init("- 3 -", .stray, .pageHeads),
  .init("第3页 共8页", .stray, .pageHeads),
  .init("----------", .stray, .strayLines),
  .init("主办单位：某县委组织部\n\n某ICP备00000000号", .footer, .footers),
  .init("技術(shù)支持:某中心", .footer, .footers),
  .init("版权所有：某县人民政府", .footer, .footers),
  .init("ICP備案號:某ICP備00000000號-1", .footer, .footers),
  .init("某公网安备 00000000000000号", .footer, .footers),
  .init("歡迎您訪問某網", .footer, .footers),
  .init("您是第 位來訪者", .footer, .footers),
  .init("访问量：12345", .footer, .footers),
  .init("（责任编辑：某某）", .footer, .footers),
  .init("上一篇：另一件事", .navigation, .navigation),
  .init("打印本页", .navigation, .navigation),
  .init("相关报道：\n\n另一件事也办成了", .navigation, .navigation),
  .init("首页 | 要闻 | 公告 | 联系我们", .navigation, .navigation),
  .init("甲县| 乙市| 丙县| 丁乡| 戊镇| 己村| 庚关| 辛渡|", .spam, .linkFarms),
  .init("本月工作全面完成，成效明显，群众满意。", .duplicate, .duplicateLines),
]

private let before: [PageLineCase] = [
  .init("首页 > 要闻 > 正文", .navigation, .navigation),
  .init("当前位置：首页 > 要闻", .navigation, .navigation),
  .init("【字号：大 中 小】", .navigation, .navigation),
  .init("下载 打印", .navigation, .navigation),
  .init("浏览次数：128", .footer, .footers),
  .init("来源：某网 时间：2022-10-14", .pageHead, .bylines),
  .init("標題一行", .duplicate, .duplicateLines),
]

@Suite struct PageLineTests {
  private static let body = "本月工作全面完成，成效明显，群众满意。"

  @Test(arguments: after) func dropsALineBelowTheBody(_ one: PageLineCase) throws {
    let reading = try Reading("标题一行\n\n\(Self.body)\n\n\(one.line)\n")
    try expectDropped(one, reading)
  }

  @Test(arguments: before) func dropsALineAboveTheBody(_ one: PageLineCase) throws {
    let reading = try Reading("标题一行\n\n\(one.line)\n\n\(Self.body)\n")
    try expectDropped(one, reading)
  }

  private func expectDropped(_ one: PageLineCase, _ reading: Reading) throws {
    let report = try #require(reading.report)
    #expect(report.title.string == "标题一行")
    #expect(reading.lines == [Self.body])
    let dropped = report.dropped.filter { $0.kind != .annotation }
    #expect(dropped.map(\.text) == one.line.split(separator: "\n").map(String.init))
    #expect(dropped.allSatisfy { $0.kind == one.kind && reading.text(at: $0.span) == $0.text })
    #expect(reading.has(.cleaned(by: one.rule)))
    #expect(reading.unaccounted == nil)
  }

  @Test(arguments: [
    "主办单位：某县委组织部",
    "2022",
    "黄泥镇| 12| 85%| 3| 4| 5| 6| 7|",
    "时间：上午九点",
    "附件：工作清单",
  ])
  func keepsALineThatMayBeText(_ line: String) throws {
    let reading = try Reading("标题一行\n\n\(Self.body)\n\n\(line)\n")
    #expect(reading.lines == [Self.body, line])
  }

  @Test(arguments: ["技术支持工作由某中心承担，备案号已经办好。", "下载办法另行通知，打印时注意。"])
  func keepsASentenceWithTheWordsOfAPage(_ line: String) throws {
    let reading = try Reading("标题\n\n\(Self.body)\n\n\(line)\n\n\(Self.body)完。\n")
    #expect(reading.lines == [Self.body, line, Self.body + "完。"])
  }
}

@Suite struct HardWrapTests {
  private static let wrapped = """
    某县工作情况

    　　本月以来，全县上下齐心协力抓好各项工作，重点项
    目按期推进，民生实事件件落实，干部群众的精神面貌焕
    然一新，主要指标好于预期，全年任务有望提前完成，为
    来年打下坚实基础。
    　　下一步，将继续抓好重点项目，推动各项工作再上新
    台阶，确保全年目标任务圆满完成，以优异成绩向人民交
    上满意答卷，不负重托。

    """

  @Test func joinsLinesBrokenByTheWidthOfAPage() throws {
    let reading = try Reading(Self.wrapped)
    #expect(reading.lines.count == 2)
    #expect(reading.lines.first?.contains("重点项目按期推进") ?? false)
    #expect(
      try #require(reading.report).repaired.contains { $0.kind == .wrap && $0.places.count == 5 }
    )
    #expect(reading.unaccounted == nil)
  }

  @Test func leavesAListOfShortLinesAlone() throws {
    let names = (1...20).map { "第\($0)个单位的名称" }
    let reading = try Reading("名单\n\n各单位如下，排名不分先后。\n" + names.joined(separator: "\n"))
    #expect(reading.lines.count == 21)
  }
}

@Suite struct SwitchTests {
  private func switches(_ text: String) -> (
    off: Set<CleaningRule>, findings: Findings, file: SourceFile
  ) {
    var files = SourceFiles()
    var findings = Findings()
    let id = files.add(name: "reports/cleaning.yaml", bytes: Array(text.utf8)).id
    return (CleaningSwitches.rulesOff(in: files[id], findings: &findings), findings, files[id])
  }

  @Test func aFileSwitchesRulesOff() {
    let (off, findings, _) = switches("# 不接合断行\nhard-wraps: off\nspaces: on\n\ndashes : off # 保留\n")
    #expect(off == [.hardWraps, .dashes])
    #expect(findings.list.isEmpty)
  }

  @Test func anUnknownRuleIsAnErrorWithItsPlace() throws {
    let (off, findings, _) = switches("hard-wraps: off\nhard-wrap: off\n")
    #expect(off == [.hardWraps])
    let finding = try #require(findings.list.first)
    #expect(finding.code == .unknownRepair)
    #expect(finding.span.map { Int($0.start) } == 16)
  }
}

@Suite struct CharacterFindingTests {
  private func named(_ text: String, _ code: FindingCode) throws -> [String] {
    try Reading(text).findings.list.filter { $0.code == code }.map { $0.message(in: .english) }
  }

  @Test func namesUnseenCharactersOnceEach() throws {
    let found = try named("标题\n\n本\u{200B}月\u{200B}工\0作\u{FEFF}。\n", .unseenCharacters)
    #expect(found.count == 3)
    #expect(found.first?.contains("U+200B") ?? false)
    #expect(found.first?.contains("2") ?? false)
  }

  @Test func namesCharactersOfPrivateUseThatNoTableKnows() throws {
    #expect(try named("标题\n\n本月\u{E123}工作。\n", .privateUse).first?.contains("U+E123") ?? false)
    #expect(try named("标题\n\n姓\u{E863}的人。\n", .privateUse).isEmpty)
  }

  @Test(arguments: ["本月锟斤拷锟斤拷工作。", "本月\u{FFFD}工作。"]) func saysWhatIsLost(_ line: String) throws {
    let reading = try Reading("标题\n\n\(line)\n")
    #expect(reading.has(.lostCharacters))
    #expect(reading.lines == [line])
  }

  @Test func saysThatLineEndsAreMixed() throws {
    #expect(try Reading("标题\r\n\r\n本月工作。\n下月工作。\r\n").has(.mixedLineEnds))
    #expect(try !Reading("标题\r\n\r\n本月工作。\r\n").has(.mixedLineEnds))
  }

  @Test func restoresAParagraphInARightFile() throws {
    let spoilt = "閺堫剚婀€瀹搞儰缍旈崗銊╂桨鐎瑰本鍨氶敍灞惧灇閺佸牊妲戦弰鎾呯礉"
    let reading = try Reading("标题\n\n本月工作正常。\n鏈堝伐浣滃叏闈㈠畬鎴愶紝鎴愭晥鏄庢樉锛屼汉姘戠兢浼楁弧鎰忋€備簩\n\(spoilt)\n完。\n")
    #expect(reading.lines.first == "本月工作正常。")
    #expect(reading.lines.dropFirst().first?.hasPrefix("月工作全面完成，成效明显，人民群众满意。二") ?? false)
    #expect(reading.unaccounted == nil)
  }

  @Test func listsNothingOfADroppedLineTwice() throws {
    let reading = try Reading("標題一行\n\n本月工作全面完成，成效明顯，群衆滿意。\n\n技術(shù)支持:某中心\n")
    let dropped = try #require(reading.report).dropped
    #expect(dropped.map(\.text) == ["技術(shù)支持:某中心"])
  }
}

@Suite struct RuleTableTests {
  @Test func everyRuleHasATest() {
    let shown = Set(
      repairs.map(\.rule) + (after + before).map(\.rule) + [.blankLines, .hardWraps, .drawnTables]
    )
    #expect(shown == Set(CleaningRule.allCases))
  }

  /// `Documentation/Reading.md` has a row for each rule, in order.
  @Test func theDocumentationListsEveryRule() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = root.appendingPathComponent("Documentation/Reading.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(
      rows.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
        == CleaningRule.allCases.map(\.rawValue)
    )
  }

  @Test func findingsSpeakBothLanguagesUnderNamesOfTheirOwn() {
    let codes = FindingCode.reports
    #expect(Set(codes.map(\.name)).count == codes.count)
    for code in codes {
      #expect(!code.words.chinese.isEmpty && !code.words.english.isEmpty)
      #expect(code.words.placeholders(in: .chinese) == code.words.placeholders(in: .english))
    }
  }
}
