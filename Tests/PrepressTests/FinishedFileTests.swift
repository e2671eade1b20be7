import Diagnostics
import Foundation
import Geometry
import PageModel
import Prepress
import Rendering
import TestSupport
import Testing
import Typography

/// Draws the sample and finishes it.
func finished(
  _ profile: OutputProfile,
  spot: String? = "Red",
  marks: Bool = false,
  date: DocumentDate? = DocumentDate(year: 2026, month: 7, day: 15, hour: 9)
) throws -> [UInt8] {
  let document = SampleDocument(spot: spot, date: date).document
  let font = DrawableFont(
    bytes: SampleDocument.font.bytes,
    newGlyphs: SampleDocument.font.sameGlyphs
  )
  let options: DrawingOptions = if case .press = profile { .press(marks: marks) } else { .screen }
  let drawn = try Renderer { _, _ in font }.pdf(document, options: options)
  let finished = try Finisher(profile).finish(drawn, of: document)
  #expect(finished.findings.list.isEmpty)
  return try #require(finished.bytes)
}

@Suite
struct FinishedFileTests {
  static let profiles: [OutputProfile] = [
    .screen, .press(.fogra39), .press(.fogra29), .archive(.screen),
  ]

  /// A profile with the judge's name for it.
  struct Purpose: CustomTestStringConvertible, Sendable {
    let judge: String
    let profile: OutputProfile
    let marks: Bool
    var testDescription: String { marks ? judge + " with marks" : judge }

    init(_ judge: String, _ profile: OutputProfile, marks: Bool = false) {
      self.judge = judge
      self.profile = profile
      self.marks = marks
    }
  }

  @Test(arguments: profiles.indices)
  func theSameInputsGiveTheSameBytes(_ index: Int) throws {
    #expect(try finished(Self.profiles[index]) == finished(Self.profiles[index]))
  }

  @Test
  func fourThreadsFinishTheSame() async throws {
    let alone = try finished(.press(.fogra39))
    let files = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<4 {
        group.addTask { try finished(.press(.fogra39)) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(files.allSatisfy { $0 == alone })
  }

  @Test(
    .enabled(if: OutsideTool.pdfcheck() != nil, "pdfcheck, or pikepdf for it, is not there"),
    arguments: [
      Purpose("screen", .screen),
      Purpose("x4", .press(.fogra39)),
      Purpose("x4", .press(.fogra29), marks: true),
      Purpose("a2u", .archive(.screen)),
    ]
  )
  func theJudgeOfPDFIsContent(purpose: Purpose) throws {
    let judge = try #require(OutsideTool.pdfcheck())
    for spot in ["Red", nil] {
      let bytes = try finished(purpose.profile, spot: spot, marks: purpose.marks)
      let verdict = try judge.judge(bytes, ["--quiet", "--profile", purpose.judge])
      #expect(verdict.status == 0, "\(verdict.output)")
    }
  }

  @Test(.enabled(if: OutsideTool("qpdf") != nil, "qpdf is not installed"))
  func qpdfFindsNoFault() throws {
    let qpdf = try #require(OutsideTool("qpdf"))
    for profile in Self.profiles {
      let verdict = try qpdf.judge(try finished(profile), ["--check"])
      #expect(verdict.status == 0, "\(verdict.output)")
    }
  }

  @Test(.enabled(if: OutsideTool("pdftotext") != nil, "pdftotext is not installed"))
  func theTextIsStillThere() throws {
    let tool = try #require(OutsideTool("pdftotext"))
    for profile in Self.profiles {
      let text = try tool.judge(try finished(profile), ["-raw"], after: ["-"]).output
      #expect(text.hasPrefix("工作简报\n组织覆盖率提升，\nWord by word 第一页。\n表头"))
    }
  }

  @Test(.enabled(if: OutsideTool("pdfinfo") != nil, "pdfinfo is not installed"))
  func theStructureIsTheDocuments() throws {
    let tool = try #require(OutsideTool("pdfinfo"))
    let tree = try tool.judge(try finished(.archive(.screen)), ["-struct-text"]).output
    let lines = tree.split(separator: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
      // The numbers of objects are of no account.
      .map { $0.hasPrefix("Object ") ? "Object" : $0 }
    #expect(
      lines == [
        "Document", "H1 (block)", "\"工作简报\"", "P (block)", "\"组织覆盖率提升，Word by \"",
        "Link (inline)", "\"word\"", "Object", "Object", "\"第一页。\"", "\"第二页。\"",
        "Table (block)", "TR", "TH:", "/ColSpan 2", "/Scope /Column", "\"表头\"", "Figure",
        "\"白字第一\"", "P (block)", "\"Turned\"",
      ],
      "\(tree)"
    )
  }

  @Test(.enabled(if: OutsideTool("pdfinfo") != nil, "pdfinfo is not installed"))
  func noClockIsReadForADocumentWithoutADate() throws {
    let tool = try #require(OutsideTool("pdfinfo"))
    let said = try tool.judge(try finished(.screen, date: nil)).output
    #expect(said.contains("Title:"))
    #expect(!said.contains("Date:"))
  }

  @Test(.enabled(if: OutsideTool("pdfinfo") != nil, "pdfinfo is not installed"))
  func theFileSaysWhatTheDocumentSays() throws {
    let tool = try #require(OutsideTool("pdfinfo"))
    let said = try tool.judge(try finished(.press(.fogra29)), ["-box", "-isodates"]).output
    for line in [
      "Title: 工作简报 (第一期)", "Author: 县委 & 组织部", "Creator: Kanyin 刊印",
      "CreationDate: 2026-07-15T09:00:00+08", "Tagged: yes", "PDF version: 1.6",
      "BleedBox: 0.00 0.00 300.47 243.78", "TrimBox: 8.50 8.50 291.97 235.28",
    ] {
      let words = said.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
      #expect(words.contains(line), "\(said)")
    }
  }
}
