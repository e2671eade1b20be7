import CCairo
import Diagnostics
import Geometry

/// Owns a Cairo surface with its context, and gathers what the surface writes.
final class Canvas {
  let context: OpaquePointer
  let surface: OpaquePointer
  private let sink: ByteSink

  /// Makes the surface by a function that takes the writer of its bytes and the writer's closure.
  private init(
    _ make: (@escaping ByteSink.Writer, UnsafeMutableRawPointer) -> OpaquePointer?
  ) throws(MachineFailure) {
    let sink = ByteSink()
    let closure = Unmanaged.passUnretained(sink).toOpaque()
    guard let surface = make(ByteSink.write, closure), let context = cairo_create(surface) else {
      preconditionFailure("Cairo answers with an object in an error state, never with null")
    }
    self.sink = sink
    self.surface = surface
    self.context = context
    try check()
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  static func pdf(_ size: Size) throws(MachineFailure) -> Canvas {
    let canvas = try Canvas { write, closure in
      cairo_pdf_surface_create_for_stream(
        write,
        closure,
        size.width.points,
        size.height.points
      )
    }
    cairo_pdf_surface_restrict_to_version(canvas.surface, CAIRO_PDF_VERSION_1_5)
    return canvas
  }

  static func svg(_ size: Size) throws(MachineFailure) -> Canvas {
    let canvas = try Canvas { write, closure in
      cairo_svg_surface_create_for_stream(
        write,
        closure,
        size.width.points,
        size.height.points
      )
    }
    cairo_svg_surface_set_document_unit(canvas.surface, CAIRO_SVG_UNIT_PT)
    return canvas
  }

  /// A picture of so many pixels, whose user space is in points.
  static func picture(_ size: Size, resolution: Int) throws(MachineFailure) -> Canvas {
    func pixels(_ length: Length) -> Int32 {
      Int32(clamping: Int((length.points * Double(resolution) / 72).rounded()))
    }
    let canvas = try Canvas { _, _ in
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(size.width), pixels(size.height))
    }
    let scale = Double(resolution) / 72
    cairo_scale(canvas.context, scale, scale)
    return canvas
  }

  /// Draws outlines as the font has them, for surfaces that would fit them to pixels.
  func drawGlyphsUnhinted() {
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_set_font_options(context, options)
    cairo_font_options_destroy(options)
  }

  /// Stops at the first thing that Cairo refused.
  func check() throws(MachineFailure) {
    for status in [cairo_status(context), cairo_surface_status(surface)]
    where status != CAIRO_STATUS_SUCCESS {
      let reason = String(cString: cairo_status_to_string(status))
      throw MachineFailure(.drawingFailed, ["reason": .word(reason)])
    }
  }

  /// Ends the drawing and gives back what was written.
  func finish() throws(MachineFailure) -> [UInt8] {
    try check()
    cairo_surface_finish(surface)
    try check()
    return sink.bytes
  }

  /// The picture in PNG.
  func finishPNG() throws(MachineFailure) -> [UInt8] {
    try check()
    let closure = Unmanaged.passUnretained(sink).toOpaque()
    let status = cairo_surface_write_to_png_stream(surface, ByteSink.write, closure)
    guard status == CAIRO_STATUS_SUCCESS else {
      let reason = String(cString: cairo_status_to_string(status))
      throw MachineFailure(.drawingFailed, ["reason": .word(reason)])
    }
    return sink.bytes
  }
}

/// Where Cairo's streams end.
private final class ByteSink {
  typealias Writer =
    @convention(c) (
      UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, UInt32
    ) -> cairo_status_t

  private(set) var bytes: [UInt8] = []

  static let write: Writer = { closure, start, count in
    guard let closure else { return CAIRO_STATUS_WRITE_ERROR }
    let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
    sink.bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: Int(count)))
    return CAIRO_STATUS_SUCCESS
  }
}
