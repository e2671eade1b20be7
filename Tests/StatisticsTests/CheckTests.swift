import Diagnostics
import Reports
import Statistics
import Testing

@Suite struct CheckTests {
  private func check(
    _ sql: String,
    _ lines: [String] = DerivationTests.lines,
    tolerance: Double? = nil
  ) throws -> (result: Dataset.CheckResult?, findings: Findings) {
    let plan = StatisticsPlan(
      indicators: DerivationTests.indicators,
      checks: [.init(title: "单建与联合之和应等于新建", sql: sql, tolerance: tolerance)]
    )
    let (dataset, findings) = try Samples.dataset(lines, plan)
    return (dataset.checks.first { $0.title == "单建与联合之和应等于新建" }, findings)
  }

  private static let growth = """
    select (select to_value - from_value from figure where indicator = 'coverage') as left,
           (select value from figure where indicator = 'coverage-rise') as right
    """

  @Test func aSumThatHoldsIsWrittenOut() throws {
    let (result, findings) = try check(DerivationTests.sum)
    #expect(result?.holds == true)
    #expect(result?.detail == "21 + 55 = 76")
    #expect(result?.sources.count == 3)
    #expect(findings.codes == [])
  }

  @Test func growthIsCheckedAgainstBothEnds() throws {
    let (result, _) = try check(Self.growth)
    #expect(result?.holds == true)
    #expect(result?.detail == "86.41 − 31.42 = 54.99")
  }

  @Test func oneWrongDigitFailsTheCheck() throws {
    let line = DerivationTests.lines[0]
    for (right, wrong) in [("21个", "22个"), ("55个", "54个"), ("76个", "67个"), ("76个", "75个")] {
      let (result, findings) = try check(DerivationTests.sum, [line.replacing(right, with: wrong)])
      #expect(result?.holds == false, "\(wrong)")
      #expect(findings.codes == ["statistics.check-failed"], "\(wrong)")
      #expect(findings.list.first?.severity == .warning)
      #expect(findings.list.first?.notes.count == 3)
    }
    for (right, wrong) in [("31.42", "31.43"), ("86.41", "86.14"), ("54.99", "54.98")] {
      let (result, _) = try check(Self.growth, [line.replacing(right, with: wrong)])
      #expect(result?.holds == false, "\(wrong)")
    }
  }

  @Test func theMessageShowsBothNumbers() throws {
    let line = DerivationTests.lines[0].replacing("55个", with: "54个")
    let (result, findings) = try check(DerivationTests.sum, [line])
    #expect(result?.detail == "21 + 54 = 75 ≠ 76")
    #expect(
      findings.list.first?.message(in: .chinese) == "勾稽不符：“单建与联合之和应等于新建”：21 + 54 = 75 ≠ 76"
    )
  }

  @Test(arguments: [
    ("select 100.0 as left, 100 as right", true, "100 = 100"),
    ("select 1 as left, 2 as right", false, "1 ≠ 2"),
    ("select 0.1 + 0.2 as left, 0.3 as right", true, "0.3 = 0.3"),
    ("select 'a' as left, 'a' as right", true, "a = a"),
    ("select '双桥镇' as left, '雙橋鎮' as right", true, "双桥镇 = 雙橋鎮"),
    ("select 1 as left, 'x' as right", false, "1 ≠ x"),
    ("select 1 as holds, '三项齐全' as detail", true, "三项齐全"), ("select 1 as holds", true, nil),
    ("select 0 as holds, 5 as detail", false, "5"),
    ("select null as left, 2 as right", nil, nil), ("select null as holds", nil, nil),
    ("select 1 as left, 1 as right where 0", nil, nil),
  ])
  func checksCompareAsWritten(sql: String, holds: Bool?, detail: String?) throws {
    let (result, _) = try check(sql)
    #expect(result?.holds == holds)
    #expect(result?.detail == detail)
  }

  @Test func whatCannotBeCheckedIsANote() throws {
    let (_, findings) = try check("select null as left, 1 as right")
    #expect(findings.codes == ["statistics.check-not-applicable"])
    #expect(findings.list.first?.severity == .note)
  }

  @Test(arguments: ["select 1", "select 1 as left", "select 1 as holds union all select 0"])
  func aCheckOfAnotherShapeIsAnError(sql: String) throws {
    let (result, findings) = try check(sql)
    #expect(result == nil)
    #expect(findings.codes == ["statistics.check-wrong-shape"])
  }

  @Test func theToleranceIsHalfAUnitOfTheLastDigitPrinted() throws {
    let lines = ["企业诉求41项，办结37项，办结率90.24%。"]
    let sql = """
      select 100.0 * (select value from figure where quote = '37项')
                   / (select value from figure where quote = '41项') as left,
             (select value from figure where kind = 'percent') as right
      """
    let (held, _) = try check(sql, lines)
    #expect(held?.holds == true)
    #expect(held?.detail == "37 ÷ 41 × 100 = 90.243902 ≈ 90.24")
    let (failed, _) = try check(sql, [lines[0].replacing("90.24", with: "90.25")])
    #expect(failed?.holds == false)
    let (allowed, _) = try check(sql, [lines[0].replacing("90.24", with: "90.25")], tolerance: 0.01)
    #expect(allowed?.holds == true)
  }
}
