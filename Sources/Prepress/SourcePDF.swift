import CQPDF
import Diagnostics
import Glibc

/// Owns a PDF opened for reading by libqpdf, with the bytes that it reads from.
///
/// Objects are handles, good until `release()`; walk page by page and release after each.
final class SourcePDF {
  /// A handle of one object.
  struct Object {
    fileprivate let handle: qpdf_oh
  }

  private var qpdf: qpdf_data?
  private let bytes: UnsafeMutableBufferPointer<CChar>

  init(_ file: [UInt8]) throws(MachineFailure) {
    bytes = .allocate(capacity: max(1, file.count))
    _ = bytes.initialize(from: file.lazy.map { CChar(bitPattern: $0) })
    qpdf = qpdf_init()
    qpdf_silence_errors(qpdf)
    qpdf_set_suppress_warnings(qpdf, QPDF_TRUE)
    qpdf_read_memory(qpdf, "drawn.pdf", bytes.baseAddress, UInt64(file.count), nil)
    try check()
  }

  deinit {
    qpdf_cleanup(&qpdf)
    bytes.deallocate()
  }

  /// Stops when the library met anything that is not as it should be.
  func check() throws(MachineFailure) {
    let error = qpdf_has_error(qpdf) != 0 ? qpdf_get_error(qpdf) : qpdf_next_warning(qpdf)
    guard let error else { return }
    let reason = String(cString: qpdf_get_error_full_text(qpdf, error))
    throw MachineFailure(.fileUnreadable, ["reason": .word(reason)])
  }

  /// One more than the highest object number.
  var size: Int {
    Int(qpdf_oh_get_int_value(qpdf, qpdf_oh_get_key(qpdf, qpdf_get_trailer(qpdf), "/Size")))
  }

  var root: Object { Object(handle: qpdf_get_root(qpdf)) }

  var pageCount: Int { Int(qpdf_get_num_pages(qpdf)) }

  func page(_ index: Int) -> Object { Object(handle: qpdf_get_page_n(qpdf, index)) }

  func release() { qpdf_oh_release_all(qpdf) }
}

/// Looking into objects.
extension SourcePDF {
  /// Nil for a direct object.
  func reference(of object: Object) -> PDFReference? {
    let number = Int(qpdf_oh_get_object_id(qpdf, object.handle))
    return number == 0 ? nil : PDFReference(number: number)
  }

  /// The value of a key of a dictionary or stream.
  func value(_ key: String, of object: Object) -> Object? {
    let value = qpdf_oh_get_key(qpdf, dictionary(of: object), "/\(key)")
    return qpdf_oh_is_null(qpdf, value) != 0 ? nil : Object(handle: value)
  }

  /// The keys of a dictionary or stream, in the library's order, which is that of their bytes.
  func keys(of object: Object) -> [String] {
    var keys: [String] = []
    qpdf_oh_begin_dict_key_iter(qpdf, dictionary(of: object))
    while qpdf_oh_dict_more_keys(qpdf) != 0 {
      keys.append(String(String(cString: qpdf_oh_dict_next_key(qpdf)).dropFirst()))
    }
    return keys
  }

  /// A dictionary, or that of a stream, as text to be changed; references stay references.
  func entries(of object: Object) -> PDFDictionary {
    let dictionary = dictionary(of: object)
    return PDFDictionary(
      keys(of: object).map { key in
        let value = qpdf_oh_get_key(qpdf, dictionary, "/\(key)")
        return (key, String(cString: qpdf_oh_unparse(qpdf, value)))
      }
    )
  }

  func items(of array: Object) -> [Object] {
    (0..<max(0, qpdf_oh_get_array_n_items(qpdf, array.handle))).map {
      Object(handle: qpdf_oh_get_array_item(qpdf, array.handle, $0))
    }
  }

  func name(_ object: Object) -> String? {
    guard qpdf_oh_is_name(qpdf, object.handle) != 0 else { return nil }
    return String(String(cString: qpdf_oh_get_name(qpdf, object.handle)).dropFirst())
  }

  func number(_ object: Object) -> Double? {
    guard qpdf_oh_is_number(qpdf, object.handle) != 0 else { return nil }
    return qpdf_oh_get_numeric_value(qpdf, object.handle)
  }

  private func dictionary(of object: Object) -> qpdf_oh {
    guard qpdf_oh_is_stream(qpdf, object.handle) != 0 else { return object.handle }
    return qpdf_oh_get_dict(qpdf, object.handle)
  }
}

/// Reading streams.
extension SourcePDF {
  /// Hands over the content of a page, all its parts joined and decoded.
  func withContent<Result>(
    ofPage page: Object,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(MachineFailure) -> Result {
    var start: UnsafeMutablePointer<UInt8>?
    var count = 0
    qpdf_oh_get_page_content_data(qpdf, page.handle, &start, &count)
    defer { free(start) }
    try check()
    return body(UnsafeBufferPointer(start: start, count: count))
  }

  /// The data of a stream, decoded or as it stands in the file.
  func data(of stream: Object, decoded: Bool) throws(MachineFailure) -> [UInt8] {
    var start: UnsafeMutablePointer<UInt8>?
    var count = 0
    let level = decoded ? qpdf_dl_generalized : qpdf_dl_none
    qpdf_oh_get_stream_data(qpdf, stream.handle, level, nil, &start, &count)
    defer { free(start) }
    try check()
    return Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// Writes the file anew: only what is reached, in object streams, with an ID from its content.
  func rewritten(version: String) throws(MachineFailure) -> [UInt8] {
    qpdf_init_write_memory(qpdf)
    qpdf_force_pdf_version(qpdf, version)
    qpdf_set_object_stream_mode(qpdf, qpdf_o_generate)
    qpdf_set_deterministic_ID(qpdf, QPDF_TRUE)
    // Without the line end veraPDF refuses streams (ISO 19005-2, 6.1.7.1).
    qpdf_set_newline_before_endstream(qpdf, QPDF_TRUE)
    qpdf_write(qpdf)
    try check()
    let buffer = UnsafeBufferPointer(
      start: qpdf_get_buffer(qpdf),
      count: qpdf_get_buffer_length(qpdf)
    )
    return Array(buffer)
  }
}
