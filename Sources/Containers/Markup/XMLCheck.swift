import CXML

/// Whether a text is well-formed XML within limits, as libxml2 judges.
///
/// No tree is built. A document type declaration stops the parser before any entity is defined, so
/// that none can grow or be fetched; the network is closed to it besides.
enum XMLCheck {
  /// What the parser's callbacks find; they reach it through the parser.
  private final class Outcome {
    var fault: ContainerFault?
  }

  static func check(_ bytes: [UInt8]) throws(ContainerFault) {
    _ = initialised
    let outcome = Outcome()
    let isWellFormed = bytes.withUnsafeBytes { buffer in
      parse(buffer, outcome)
    }
    if let fault = outcome.fault { throw fault }
    if !isWellFormed { throw .malformed(byte: 0, message: "") }
  }

  /// libxml2 asks to be set up once before threads use it.
  private static let initialised: Void = xmlInitParser()

  private static func parse(_ bytes: UnsafeRawBufferPointer, _ outcome: Outcome) -> Bool {
    guard let count = Int32(exactly: bytes.count), count > 0,
      let start = bytes.bindMemory(to: CChar.self).baseAddress,
      let parser = xmlCreateMemoryParserCtxt(start, count)
    else { return false }
    defer { xmlFreeParserCtxt(parser) }
    parser.pointee.sax.pointee = handler()
    parser.pointee._private = Unmanaged.passUnretained(outcome).toOpaque()
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOWARNING.rawValue
    xmlCtxtUseOptions(parser, Int32(options))
    return withExtendedLifetime(outcome) {
      xmlParseDocument(parser) == 0 && parser.pointee.wellFormed == 1
    }
  }

  private static func handler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = XML_SAX2_MAGIC
    handler.internalSubset = { parser, _, _, _ in
      XMLCheck.stop(parser) { .declaresType(byte: $0) }
    }
    handler.serror = { parser, error in
      guard let error = error?.pointee, error.level.rawValue >= XML_ERR_ERROR.rawValue else {
        return
      }
      let words = error.message.map { String(cString: $0) } ?? ""
      XMLCheck.stop(parser) { byte in
        words.contains("Excessive depth")
          ? .tooDeep(byte: byte)
          : .malformed(byte: byte, message: String(words.prefix { !$0.isNewline }))
      }
    }
    return handler
  }

  /// Keeps the first fault with its place, and stops.
  private static func stop(
    _ parser: UnsafeMutableRawPointer?,
    because fault: (Int) -> ContainerFault
  ) {
    guard let parser = parser?.assumingMemoryBound(to: xmlParserCtxt.self),
      let pointer = parser.pointee._private
    else { return }
    let outcome = Unmanaged<Outcome>.fromOpaque(pointer).takeUnretainedValue()
    if outcome.fault == nil { outcome.fault = fault(max(0, Int(xmlByteConsumed(parser)))) }
    xmlStopParser(parser)
  }
}
