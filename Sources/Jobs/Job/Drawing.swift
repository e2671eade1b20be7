import Diagnostics
import Fonts
import PageModel
import Prepress
import Rendering

/// From finished pages to files in memory.
struct Drawing {
  let job: Job
  let workshop: Workshop

  /// The files that the job asks for; empty when what it asks for cannot be.
  func products(
    of document: PagedDocument,
    _ progress: inout Progress
  ) throws(MachineFailure) -> [JobOutcome.Product] {
    switch job.format {
    case .pdf:
      return try pdf(of: document, &progress).map { [.init(page: nil, bytes: $0)] } ?? []
    case .png, .svg:
      progress.times.begin("绘制", "draw")
      return try proofs(of: document, &progress)
    }
  }

  private func pdf(
    of document: PagedDocument,
    _ progress: inout Progress
  ) throws(MachineFailure) -> [UInt8]? {
    progress.times.begin("绘制", "draw")
    let options: DrawingOptions = job.profile == .press ? .press(marks: true) : .screen
    let drawn = try renderer.pdf(document, options: options)
    progress.times.begin("印前", "finish")
    let finished = try Finisher(try profile()).finish(drawn, of: document)
    progress.findings.add(contentsOf: finished.findings)
    return finished.bytes
  }

  private func proofs(
    of document: PagedDocument,
    _ progress: inout Progress
  ) throws(MachineFailure) -> [JobOutcome.Product] {
    let count = document.pages.count
    if let pages = job.pages, pages.last > count {
      let arguments = ["page": FindingArgument.number(pages.last), "count": .number(count)]
      progress.findings.add(Finding(.pageOutOfRange, arguments))
      return []
    }
    let options = ProofOptions(resolution: job.resolution, plate: job.plate)
    var products: [JobOutcome.Product] = []
    for (index, page) in document.pages.enumerated() where job.pages?.contains(index + 1) ?? true {
      let bytes =
        job.format == .png
        ? try renderer.png(page, of: document, options: options)
        : try renderer.svg(page, of: document)
      products.append(.init(page: index + 1, bytes: bytes))
    }
    return products
  }

  private var renderer: Renderer { Renderer(library: workshop.library) }

  private func profile() throws(MachineFailure) -> OutputProfile {
    let resources = Resources(installation: workshop.installation)
    switch job.profile {
    case .screen, .proof: return .screen
    // A bulletin is printed on uncoated white paper.
    case .press:
      return .press(.uncoated(profile: try resources.colourProfile("fogra29-uncoated.icc")))
    case .archive: return .archive(.sRGB(profile: try resources.colourProfile("srgb.icc")))
    }
  }
}
