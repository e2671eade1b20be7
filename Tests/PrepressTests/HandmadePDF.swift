import PageModel
import Typography

/// A PDF of one page written by hand, to hold what our own drawing never does.
struct HandmadePDF {
  var content = "0 0 0 rg 10 10 50 50 re f"
  var resources = "<< /ExtGState << /a0 << /CA 1 /ca 1 >> >> >>"
  /// More objects, numbered from 5.
  var objects: [String] = []

  var bytes: [UInt8] {
    let all =
      [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R "
          + "/Group << /S /Transparency /CS /DeviceRGB >> /Resources \(resources) >>",
        "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
      ] + objects
    var file = "%PDF-1.5\n"
    var table = "xref\n0 \(all.count + 1)\n0000000000 65535 f \n"
    for (index, object) in all.enumerated() {
      let offset = String(file.utf8.count)
      table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file +=
      "\(table)trailer\n<< /Size \(all.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }

  /// As if it were drawn for the press, in black alone.
  var drawn: DrawnPDF {
    var inks = DrawnInks()
    inks.assign(InkTriple(red: 0, green: 0, blue: 0), to: .black)
    return DrawnPDF(bytes: bytes, pages: [DrawnPage()], inks: inks, producer: "a test")
  }
}
