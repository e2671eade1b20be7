import Diagnostics
import Foundation
import Reports
import Testing
import WritingSystems

/// The root of the checkout, found from this file.
let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

private func bytes(of path: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: root.appendingPathComponent(path)))
}

@Suite struct SampleTests {
  @Test func theMessySampleSimplifiedIsTheCleanOne() throws {
    let messy = try Reading(
      bytes(of: "reports/anlan-2025-10.txt"),
      ReportOptions(script: .simplified)
    )
    let clean = try Reading(bytes(of: "reports/clean/anlan-2025-10.txt"))
    #expect(messy.lines == clean.lines)
    #expect(messy.report?.title.string == clean.report?.title.string)
    #expect(messy.report?.source?.string == clean.report?.source?.string)
    #expect(messy.report?.period == clean.report?.period)
  }

  @Test(arguments: ["reports/clean/anlan-2025-09.txt", "reports/clean/anlan-2025-10.txt"])
  func cleanTextIsNotRepaired(_ path: String) throws {
    let report = try #require(try Reading(bytes(of: path)).report)
    #expect(report.repaired.isEmpty)
    #expect(report.dropped.map(\.kind) == [.pageHead])
  }

  @Test(arguments: [
    "reports/anlan-2025-09.txt", "reports/anlan-2025-10.txt", "reports/clean/anlan-2025-10.txt",
  ])
  func everyCharacterIsAccountedFor(_ path: String) throws {
    for script in ReportOptions.TargetScript.allCases {
      let reading = try Reading(bytes(of: path), ReportOptions(script: script))
      #expect(reading.unaccounted == nil)
      for dropped in try #require(reading.report).dropped {
        #expect(reading.text(at: dropped.span) == dropped.text)
      }
    }
  }

  @Test func theAccountNoticesWhatIsMissing() throws {
    let reading = try Reading(bytes(of: "reports/anlan-2025-10.txt"))
    var report = try #require(reading.report)
    report.dropped.removeAll { $0.kind == .stray }
    #expect(reading.unaccounted(in: report) != nil)
  }
}

// MARK: - Real reports, where they are at hand

/// Folders where the shared reports may stand: named by KANYIN_SHARED, or beside the checkout.
let sharedFolder: URL? = {
  let named = ProcessInfo.processInfo.environment["KANYIN_SHARED"].map(URL.init(fileURLWithPath:))
  let beside = root.deletingLastPathComponent().appendingPathComponent("shared")
  return [named, beside].compactMap { $0?.appendingPathComponent("reports") }
    .first { FileManager.default.fileExists(atPath: $0.path) }
}()

func shared(_ name: String) throws -> [UInt8] {
  let folder = try #require(sharedFolder)
  return [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
}

@Suite(.enabled(if: sharedFolder != nil, "the shared reports are not at hand (KANYIN_SHARED)"))
struct SharedReportTests {
  @Test func theSeedIsReadAsItShould() throws {
    let reading = try Reading(shared("qidong-2022-10.txt"))
    let report = try #require(reading.report)
    #expect(report.title.string == "祁東縣：突出“五個建設” 助推全縣兩新黨建提質升效")
    #expect(report.source?.string == "紅星網")
    #expect(report.published?.iso == "2022-10-14T22:52")
    #expect(report.organisation == nil)
    #expect(report.period?.iso == "2022-10")
    #expect((report.script, report.encoding) == (.traditional, "UTF-8"))
    #expect(report.sections.map(\.level) == [0, 1, 1, 1, 1, 1])
    #expect(report.dropped.count { $0.kind == .annotation } == 403)
    #expect(report.dropped.count { $0.kind == .footer } == 5)
    #expect(report.dropped.count { $0.kind == .spam } == 1)
    #expect(report.dropped.count { $0.kind == .stray } == 1)
    #expect(reading.unaccounted == nil)
  }

  @Test func theSeedHasNoMessLeft() throws {
    let lines = try Reading(shared("qidong-2022-10.txt")).lines
    let text = lines.joined(separator: "\n")
    for real in ["（街道）", "（兩新工委）", "（工）", "28.57%", "“1+1”"] {
      #expect(text.contains(real))
    }
    #expect(!text.contains { $0.isASCII && "()[],;:\"' ".contains($0) })
    #expect(!text.unicodeScalars.contains { (0x61...0x7A).contains($0.value) || $0 == "è" })
  }

  @Test func theLetterInGBKIsReadAsItShould() throws {
    let reading = try Reading(shared("sichuan-replies-2004-gbk.txt"))
    let report = try #require(reading.report)
    #expect(report.title.string == "国务院办公厅关于四川省在温家宝总理考察工作时所提问题和建议办理情况的函")
    #expect(report.encoding == "GB18030")
    #expect(reading.lines.first == "国办函〔2004〕71号")
    #expect(report.organisation?.string == "国务院办公厅")
    #expect(report.published?.iso == "2004-10-15")
    #expect(reading.unaccounted == nil)
  }

  @Test func theCleanNoticeIsNotTouched() throws {
    let reading = try Reading(shared("infectious-2019-01.txt"))
    let report = try #require(reading.report)
    #expect(report.repaired.isEmpty && report.dropped.isEmpty)
    #expect(reading.findings.list.isEmpty)
    #expect(report.period?.iso == "2019-01")
    #expect(report.sections.map(\.level) == [0, 1, 1])
  }

  @Test func theLongReportLosesOnlyThePage() throws {
    let reading = try Reading(shared("jiangsu-2026-gov-report.txt"))
    let report = try #require(reading.report)
    #expect(report.title.string == "2026年江苏省政府工作报告")
    #expect(report.subtitle.count == 2)
    #expect((report.source?.string, report.published?.iso) == ("新华日报", "2026-02-09"))
    #expect(report.sections.map(\.level).filter { $0 < 2 } == [0, 1, 1, 1])
    #expect(report.sections.count { $0.level == 2 && $0.runsOn } == 21)
    #expect(report.repaired.isEmpty)
    #expect(report.dropped.count == 12)
    #expect(reading.unaccounted == nil)
  }

  /// The expected values were written down from the page as a browser shows it.
  @Test func theSavedPageIsReadAsItShould() throws {
    let reading = try Reading(shared("wanzai-2022-communique.html"))
    let report = try #require(reading.report)
    #expect(report.title.string == "万载县2022年国民经济和社会发展统计公报")
    #expect(report.subtitle.map(\.string).last == "（2023年5月）")
    #expect((report.source?.string, report.published?.iso) == ("万载县统计局", "2023-05-11"))
    #expect(report.organisation?.string == "万载县统计局")
    #expect((report.period?.iso, report.script, report.encoding) == ("2022", .simplified, "UTF-8"))
    let numbers = "一 二 三 四 五 六 七 八 九 十 十一 十二".split(separator: " ").map(String.init)
    #expect(report.sections.compactMap(\.number) == numbers)
    #expect(report.sections.map(\.level) == [0] + numbers.map { _ in 1 })
    let paragraphs = report.sections.map { section in
      section.paragraphs.count { $0.kind != .image }
    }
    #expect(paragraphs == [1, 3, 3, 5, 3, 2, 2, 1, 3, 2, 3, 4, 10])
    let pictures = report.sections.map { section in section.paragraphs.count { $0.kind == .image } }
    #expect(pictures == [0, 3, 1, 2, 1, 2, 0, 1, 0, 1, 0, 0, 0])
    #expect(reading.lines.last?.hasPrefix("本公报中财政数据来自") ?? false)
    #expect(reading.unaccountedInPage == nil)
  }
}
