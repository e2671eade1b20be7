import Diagnostics
import Foundation
import Reports
import Statistics
import Testing
import WritingSystems

@Suite struct FigureRecogniserTests {
  private let recogniser = FigureRecogniser()

  @Test func theDevelopmentSetIsReadWhole() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Figures")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder,
      includingPropertiesForKeys: nil
    )
    let lines = try files.flatMap {
      try String(contentsOf: $0, encoding: .utf8).split(separator: "\n")
    }
    #expect(FigureCases.all.count >= 400)
    #expect(FigureCases.all.count == lines.count { !$0.hasPrefix("  ") })
    #expect(FigureCases.all.map(\.figures.count).reduce(0, +) == lines.count { $0.hasPrefix("  ") })
  }

  /// The bar of issue 4; `make figures-score` prints the numbers and the errors.
  @Test func theDevelopmentSetIsReadRight() {
    let score = FigureScore(FigureCases.all, recogniser: recogniser)
    if ProcessInfo.processInfo.environment["KANYIN_FIGURES_SCORE"] != nil {
      FileHandle.standardOutput.write(Data((score.report() + "\n").utf8))
    }
    #expect(score.all.precision >= 0.98)
    #expect(score.all.recall >= 0.98)
    for (kind, count) in score.kinds {
      #expect(count.precision >= 0.98, "\(kind)")
      #expect(count.recall >= 0.98, "\(kind)")
    }
    for key in FigureScore.keyNames {
      #expect(score.share(key) >= (key == "indicator" ? 0.95 : 0.98), "\(key)")
    }
  }

  @Test func quotesAreTheTextItself() {
    for sentence in FigureCases.all {
      let scalars = Array(sentence.text.unicodeScalars)
      for figure in recogniser.figures(in: sentence.text) {
        #expect(String(String.UnicodeScalarView(scalars[figure.range])) == figure.quote)
      }
    }
  }

  /// Numbers and kinds do not depend on the script of the text. (Quotes and units are as written.)
  @Test func traditionalTextHasTheSameFigures() {
    let pairs = [
      ("总体覆盖率从年初的31.42%提升至86.41%", "總體覆蓋率從年初的31.42%提升至86.41%"),
      ("新覆盖两新组织307家，占38.16%", "新覆蓋兩新組織307家，佔38.16%"),
      ("节约成本近120万元，共计4.56亿元", "節約成本近120萬元，共計4.56億元"),
      ("三万二千余户，五千万元", "三萬二千餘戶，五千萬元"), ("较上年末增长5%", "較上年末增長5%"),
      ("第3届，每亩120公斤", "第3屆，每畝120公斤"),
    ]
    for (simplified, traditional) in pairs {
      let one = recogniser.figures(in: simplified)
      let other = recogniser.figures(in: traditional)
      #expect(one.map(\.value) == other.map(\.value), "\(traditional)")
      #expect(one.map(\.kind) == other.map(\.kind), "\(traditional)")
      #expect(one.map(\.range) == other.map(\.range), "\(traditional)")
      #expect(one.map(\.change) == other.map(\.change), "\(traditional)")
      #expect(one.map(\.comparison) == other.map(\.comparison), "\(traditional)")
      #expect(one.map(\.approximate) == other.map(\.approximate), "\(traditional)")
    }
  }

  // MARK: What must not part

  /// ⟦figures⟧ and ⟪kept⟫.
  private func marked(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for found in recogniser.recognise(text).reversed() {
      scalars.insert(found.kind == .figure ? "⟧" : "⟫", at: found.range.upperBound)
      scalars.insert(found.kind == .figure ? "⟦" : "⟪", at: found.range.lowerBound)
    }
    return String(String.UnicodeScalarView(scalars))
  }

  @Test(arguments: [
    "覆盖率从年初的⟦31.42%⟧提升至⟦86.41%⟧，提高⟦54.99个百分点⟧。", "使用率在⟦72%～85%⟧之间。",
    "印发方案（⟪安两新〔2025〕12号⟫）。", "根据⟪国办函〔2004〕71号⟫，", "⟪2022年⟫⟪10月⟫⟪14日⟫印发，⟪第10期⟫。",
    "⟪2025-10-14⟫ ⟪09:30⟫", "“⟪1+1⟫”结对，⟦100%⟧覆盖。", "近⟦120万元⟧、⟦1.26万个⟧", "⟪二〇二二年⟫⟪十月⟫",
    "⟪1至9月⟫，新建⟦76个⟧。", "《促进就业⟦15条⟧措施》", "没有数字。", "电话⟪0734-6262345⟫", "⟪PM2.5⟫为⟦31微克/立方米⟧",
    "⟦三分之二⟧，⟦百分之三十⟧，⟦八成⟧", "一是，二是，三农", "⟦100～150公里⟧", "提高⟦0.9⟧、⟦5.9个百分点⟧", "⟪第〔2025〕3号⟫",
    "⟦覆⟧".replacing("⟦覆⟧", with: "覆"),
  ])
  func marksWhatMustNotPart(expected: String) {
    let text = expected.filter { !"⟦⟧⟪⟫".contains($0) }
    #expect(marked(text) == expected)
  }

  @Test func recognisedRangesAreInOrderAndApart() {
    let hostile = [
      "１２３．．４％％万亿亿元～～从从由至至", "〔〔2025〕〕12号号", "一二三四五六七八九十百千万亿", "1+1+1+N+", "从5到从6到7",
      "-5-6-7--8", "2022年13月45日", "第第3", "1/0，1/2/3", "0.0.0.0", "“1个", "》5个《", "12,34,567",
      "百分之百分之", "9999999999999999999999999999个", "零下零下5℃", "翻翻番", "个个个", "1e5个", "5\u{0}个",
    ]
    for text in hostile + FigureCases.all.map(\.text) {
      var end = 0
      for found in recogniser.recognise(text) {
        #expect(found.range.lowerBound >= end && !found.range.isEmpty, "\(text)")
        end = found.range.upperBound
      }
      #expect(end <= text.unicodeScalars.count)
      for figure in recogniser.figures(in: text) {
        #expect(figure.range.upperBound <= text.unicodeScalars.count, "\(text)")
        #expect(figure.value?.isFinite ?? true)
      }
    }
  }

  // MARK: Reports

  @Test func figuresKnowTheirPlace() throws {
    let report = Samples.report(["没有数字。", "新建党支部76个，覆盖企业264家。"])
    let figures = recogniser.figures(in: [report, report])
    #expect(figures.map(\.id) == [0, 1, 2, 3])
    #expect(figures.map(\.report) == [0, 0, 1, 1])
    #expect(figures.map(\.paragraph) == [1, 1, 1, 1])
    #expect(figures.map(\.range) == [5..<8, 13..<17, 5..<8, 13..<17])
    let span = try #require(figures.first?.span)
    #expect(span.end - span.start == 5)
    #expect(span.start == UInt32("没有数字。\n新建党支部".utf8.count))
  }

  @Test func theSampleReportsFiguresAreAllFound() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let file = folder.appending(path: "../../reports/clean/anlan-2025-10.txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    let figures = text.split(separator: "\n").dropFirst(2)
      .flatMap { recogniser.figures(in: String($0)) }
    #expect(figures.count { $0.kind == .count } == 39)
    let coverage = try #require(figures.first { $0.from != nil })
    #expect(FigureNotation.line(coverage).hasSuffix("31.42→86.41 % rise year-end <总体覆盖率>"))
    #expect(figures.contains { FigureNotation.line($0) == "55个 count 55 个 <联合党支部>" })
  }

  /// A walk that went back over the text would not end in time; speed itself is no test's business.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      "新建党支部76个，覆盖率从31.42%提升至86.41%；", "1", "万", "从", "个", "一", "5个、", "5至", "2025年", "“", "〔2025〕",
    ]
  )
  func aLongHostileTextComesToAnEnd(_ shape: String) {
    let text = String(repeating: shape, count: 10_000 / shape.unicodeScalars.count)
    let figures = recogniser.figures(in: text)
    #expect(figures.allSatisfy { $0.range.upperBound <= text.unicodeScalars.count })
  }
}
