package import Containers
package import Diagnostics

/// Looks at the pictures of a report without decoding them: are they there, what are they, and do
/// name and bytes agree.
package enum PictureCheck {
  /// Notes format and size of a picture of which the first bytes are known, and says what is wrong.
  package static func examine(
    _ picture: inout Report.Picture,
    start: [UInt8],
    byteCount: Int,
    findings: inout Findings
  ) {
    picture.byteCount = byteCount
    guard byteCount > 0 else {
      return findings.add(Finding(.pictureDamaged, at: picture.span, named(picture)))
    }
    guard let format = PictureFormat(start: start) else {
      return findings.add(Finding(.pictureUnknown, at: picture.span, named(picture)))
    }
    picture.format = format
    guard let name = picture.name, let dot = name.lastIndex(of: "."),
      let said = PictureFormat(fileExtension: String(name[name.index(after: dot)...])),
      said != format
    else { return }
    let arguments = named(picture).merging(["format": .word(format.name)]) { $1 }
    findings.add(Finding(.pictureMisnamed, at: picture.span, arguments))
  }

  /// The arguments of a finding on a picture.
  package static func named(_ picture: Report.Picture) -> [String: FindingArgument] {
    ["path": .quote(picture.label)]
  }
}

extension PictureCheck {
  /// Examines what stands in the report's own file, and says which pictures are elsewhere.
  ///
  /// Files beside the report are left to who may read them.
  static func examine(
    _ pictures: inout [Report.Picture],
    texts: [SourcedText],
    _ bytes: PictureBytes,
    in files: SourceFiles,
    findings: inout Findings
  ) {
    var bytes = bytes
    for index in pictures.indices {
      switch pictures[index].place {
      case .beside: break
      case .missing:
        findings.add(
          Finding(.pictureMissing, at: pictures[index].span, named(pictures[index]))
        )
      case .elsewhere:
        let address = texts[index].string
        let code: FindingCode =
          PictureReference.isRemote(address) ? .pictureRemote : .pictureOutside
        findings.add(Finding(code, at: pictures[index].span, ["path": .quote(address)]))
      case .member, .inline:
        examine(&pictures[index], &bytes, in: files, findings: &findings)
      }
    }
  }

  private static func examine(
    _ picture: inout Report.Picture,
    _ bytes: inout PictureBytes,
    in files: SourceFiles,
    findings: inout Findings
  ) {
    do throws(ContainerFault) {
      let start = try bytes.bytes(of: picture, first: PictureFormat.startCount, in: files) ?? []
      let count = try bytes.count(of: picture, in: files)
      examine(&picture, start: start, byteCount: count, findings: &findings)
    } catch {
      findings.add(Self.finding(error, picture))
    }
  }

  /// What a fault in reading a picture's bytes is called.
  package static func finding(_ fault: ContainerFault, _ picture: Report.Picture) -> Finding {
    switch fault {
    case .tooLarge, .bomb:
      let limit = FindingArgument.number(PictureBytes.largest >> 20)
      let arguments = named(picture).merging(["limit": limit]) { $1 }
      return Finding(.pictureTooLarge, at: picture.span, arguments)
    case .damagedArchive, .encrypted, .damagedMember, .malformed, .declaresType, .tooDeep:
      return Finding(.pictureDamaged, at: picture.span, named(picture))
    }
  }
}
