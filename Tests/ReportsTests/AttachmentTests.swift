import Diagnostics
import ReportAccounting
import Reports
import Testing

private let sentence = "本月工作全面完成，成效明显，群众满意。"

private func attachment(_ text: String) throws -> Reading {
  var options = ReportOptions()
  options.isAttachment = true
  return try Reading(text, options)
}

@Suite struct AttachmentTests {
  @Test(arguments: [
    "附件1\n\n重点项目清单\n\n\(sentence)\n", "附件\n重点项目清单\n\n\(sentence)\n", "附件二：重点项目清单\n\n\(sentence)\n",
    "附件 1：\n重点项目清单\n\n\(sentence)\n", "重点项目清单\n\n\(sentence)\n",
  ])
  func itsLabelIsNoTextAndItsTitleIsFound(_ text: String) throws {
    let reading = try attachment(text)
    #expect(reading.report?.title.string == "重点项目清单")
    #expect(reading.lines == [sentence])
    #expect(Accounting(reading)?.fault() == nil)
  }

  @Test(arguments: ["附件管理办法", "附件一览表", "附属设施清单"])
  func aTitleThatBeginsLikeALabelIsATitle(_ title: String) throws {
    let reading = try attachment("\(title)\n\n\(sentence)\n")
    #expect(reading.report?.title.string == title)
    #expect(reading.lines == [sentence])
  }

  @Test func attachmentsAreSectionsBehindTheReport() throws {
    var report = try #require(try Reading("通报\n\n\(sentence)\n").report)
    let first = try attachment("附件1\n清单\n\n\(sentence)\n一、工业\n\n修路。\n")
    let second = try attachment("\(sentence)\n")
    report.attach(try #require(first.report), from: first.file.id)
    report.attach(try #require(second.report), from: second.file.id)
    #expect(report.attachmentCount == 2)
    #expect(report.sections.map(\.attachment) == [nil, 1, 1, 2])
    #expect(report.sections.map(\.heading.string) == ["", "清单", "一、工业", "示例"])
    #expect(report.attachmentLabel(2) == "附件2")
    #expect(report.dropped.map(\.text) == ["附件1"])
  }
}
