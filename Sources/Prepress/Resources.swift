import Diagnostics
import PageModel
import Typography

/// What content of a press file names: states that overprint or not, and spot inks.
struct PressResources {
  private var states: [(key: String, value: String)] = []
  private var spaces: [(key: String, value: String)] = []

  init() {}

  /// Writes the shared objects: one state for each pair of flags, one space for each spot ink, so
  /// that a colorant has one definition in the whole file (ISO 19005-2, 6.2.4.4).
  init(_ inks: InkWriter, palette: InkPalette, into update: inout PDFUpdate) {
    states = Overprint.all.map { ($0.stateName, update.write($0.state).description) }
    spaces = inks.spots.map { id in
      guard let ink = palette[id], let spot = ink.spot else {
        preconditionFailure("the ink writer lists spot inks of the palette only")
      }
      let recipe = [ink.process.cyan, ink.process.magenta, ink.process.yellow, ink.process.black]
        .map { PDFText.number($0) }
        .joined(separator: " ")
      let space = update.write(Self.separation(spot, solid: recipe))
      return (InkWriter.resourceName(of: id), space.description)
    }
    // Registration prints on every plate (ISO 32000-1, 8.6.6.4).
    let all = update.write(Self.separation("All", solid: "1 1 1 1"))
    spaces.append((PressMarks.allPlates, all.description))
  }

  /// The resources of a page or form with these among them.
  func added(to resources: SourcePDF.Object, of source: SourcePDF) -> PDFDictionary {
    var entries = source.entries(of: resources)
    for (kind, ours) in [("ExtGState", states), ("ColorSpace", spaces)] {
      var named =
        source.value(kind, of: resources).map { source.entries(of: $0) } ?? PDFDictionary()
      for (key, value) in ours { named[key] = value }
      entries[kind] = named.description
    }
    return entries
  }

  /// A spot colour whose tints are seen, where its plate is lacking, in proportion to its recipe.
  private static func separation(_ name: String, solid: String) -> String {
    """
    [/Separation \(PDFText.name(name)) /DeviceCMYK << /FunctionType 2 /Domain [0 1] \
    /Range [0 1 0 1 0 1 0 1] /C0 [0 0 0 0] /C1 [\(solid)] /N 1 >>]
    """
  }
}

/// Fonts, images, forms and states that pages name.
extension Finishing {
  /// Sees to everything that a page or form can name, once each.
  mutating func finishResources(
    _ resources: SourcePDF.Object,
    page index: Int
  ) throws(MachineFailure) {
    for (_, font) in named("Font", of: resources) { finish(font: font) }
    if profile.isPress {
      for (name, state) in named("ExtGState", of: resources) where isTransparent(state) {
        refuse(.transparency, index, ["name": .quote(name)])
      }
    }
    for (name, object) in named("XObject", of: resources) {
      guard let reference = source.reference(of: object),
        visited.insert(reference.number).inserted
      else { continue }
      if source.value("Subtype", of: object).flatMap(source.name) == "Form" {
        try finish(form: object, as: reference, page: index)
      } else {
        try finish(image: object, named: name, as: reference, page: index)
      }
    }
  }

  private func named(
    _ kind: String,
    of resources: SourcePDF.Object
  ) -> [(name: String, object: SourcePDF.Object)] {
    guard let dictionary = source.value(kind, of: resources) else { return [] }
    return source.keys(of: dictionary).compactMap { key in
      source.value(key, of: dictionary).map { (key, $0) }
    }
  }

  private mutating func refuse(
    _ code: FindingCode,
    _ page: Int,
    _ arguments: [String: FindingArgument]
  ) {
    var arguments = arguments
    arguments["page"] = .number(page + 1)
    findings.add(Finding(code, arguments))
  }

  /// Cairo leaves out the map from characters to glyphs of embedded TrueType fonts, which is the
  /// identity (ISO 19005-2, 6.2.11.3.2).
  private mutating func finish(font: SourcePDF.Object) {
    guard let descendants = source.value("DescendantFonts", of: font) else { return }
    for descendant in source.items(of: descendants) {
      guard let reference = source.reference(of: descendant),
        visited.insert(reference.number).inserted,
        source.value("Subtype", of: descendant).flatMap(source.name) == "CIDFontType2",
        source.value("CIDToGIDMap", of: descendant) == nil
      else { continue }
      var entries = source.entries(of: descendant)
      entries["CIDToGIDMap"] = "/Identity"
      update.write(entries.description, as: reference)
    }
  }

  private func isTransparent(_ state: SourcePDF.Object) -> Bool {
    for key in ["ca", "CA"] {
      if let alpha = source.value(key, of: state).flatMap(source.number), alpha < 1 { return true }
    }
    if let mode = source.value("BM", of: state) {
      guard let name = source.name(mode), ["Normal", "Compatible"].contains(name) else {
        return true
      }
    }
    guard let mask = source.value("SMask", of: state) else { return false }
    return source.name(mask) != "None"
  }
}

/// Images and forms.
extension Finishing {
  private mutating func finish(
    image: SourcePDF.Object,
    named name: String,
    as reference: PDFReference,
    page index: Int
  ) throws(MachineFailure) {
    if profile.isPress {
      if source.value("SMask", of: image) != nil {
        refuse(.transparency, index, ["name": .quote(name)])
      }
      if let space = source.value("ColorSpace", of: image) {
        let family = source.name(space) ?? source.items(of: space).first.flatMap(source.name)
        if family != "DeviceGray", family != "DeviceCMYK" {
          refuse(.imageColour, index, ["name": .quote(name), "space": .word(family ?? "?")])
        }
      }
    }
    if let mask = source.value("SMask", of: image), let reference = source.reference(of: mask),
      visited.insert(reference.number).inserted
    {
      try removeInterpolation(of: mask, as: reference)
    }
    try removeInterpolation(of: image, as: reference)
  }

  /// No smoothing is left to the reader (ISO 19005-2, 6.2.8).
  private mutating func removeInterpolation(
    of image: SourcePDF.Object,
    as reference: PDFReference
  ) throws(MachineFailure) {
    var entries = source.entries(of: image)
    guard entries["Interpolate"] != nil else { return }
    entries["Interpolate"] = nil
    let data = try source.data(of: image, decoded: false)
    update.write(stream: data, entries, as: reference)
  }

  private mutating func finish(
    form: SourcePDF.Object,
    as reference: PDFReference,
    page index: Int
  ) throws(MachineFailure) {
    var entries = source.entries(of: form)
    for key in ["Group", "Filter", "DecodeParms"] { entries[key] = nil }
    let content = try source.data(of: form, decoded: true)
    let rules = ContentRewriter.Rules(inks: inks, isForm: true)
    let result = content.withUnsafeBufferPointer { content in
      var rewriter = ContentRewriter(content, rules: rules)
      return Result { () throws(ContentRewriter.Refusal) in
        try rewriter.run()
        return rewriter.output
      }
    }
    switch result {
    case .failure(let refusal): findings.add(refusal.finding(onPage: index + 1))
    case .success(let rewritten):
      if let resources = source.value("Resources", of: form) {
        try finishResources(resources, page: index)
        if profile.isPress {
          entries["Resources"] = pressResources.added(to: resources, of: source).description
        }
      }
      update.write(stream: rewritten, entries, as: reference)
    }
  }
}
