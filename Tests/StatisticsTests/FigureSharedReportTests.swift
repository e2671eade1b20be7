import Diagnostics
import Foundation
import Reports
import Statistics
import Testing

/// Every figure of a real report with what it speaks of, listed by hand from reading it.
@Suite struct FigureSharedReportTests {
  private static let county: URL? = {
    let checkout = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["KANYIN_SHARED"]
      ?? checkout.deletingLastPathComponent().path() + "shared"
    let file = URL(filePath: shared + "/reports/qidong-2022-10.txt")
    return FileManager.default.fileExists(atPath: file.path()) ? file : nil
  }()

  private static let expected = """
    26家 成員單位
    4個 兩新組織行業黨委
    4個 街道
    10家 非公企業
    14個 街道（鄉鎮）兩新組織綜合黨委
    26個 兩新黨支部
    62個 聯合黨支部
    88個 兩新黨支部
    282家 非公企業
    48個 社會組織
    從年初的28.57%提升至82.43% 兩新黨組織總體覆蓋率
    三個 目標
    100% 目標
    14個 黨支部
    1280平方米 黨群服務中心
    7個 五星級黨支部
    10個 四星級黨支部
    25個 三星級黨支部
    3天 愛心助考活動
    225名 黨建指導員
    425個 非公企業
    186個 社會組織
    100% 兩新組織
    5個 階段
    25個 步驟
    兩批 黨員發展對象
    4個 兩新組織黨組織
    16名 黨員
    4人 黨員
    25人 預備黨員
    38人 預備黨員
    5名 博士碩士研究生
    7次 助企紓困活動
    29個 實際問題
    """

  @Test(.enabled(if: county != nil, "the shared reports are not beside the checkout"))
  func everyFigureOfTheCountysReportHasItsIndicator() throws {
    let file = try #require(Self.county)
    var files = SourceFiles()
    let source = files.add(name: file.path(), bytes: Array(try Data(contentsOf: file)))
    var findings = Findings()
    let report = try #require(try ReportReader().read(source.id, in: &files, findings: &findings))
    let found = FigureRecogniser().figures(in: [report]).filter {
      $0.kind != .date && $0.kind != .period
    }
    .map { "\($0.quote) \($0.indicator ?? "")" }
    #expect(found == Self.expected.split(separator: "\n").map(String.init))
  }
}
