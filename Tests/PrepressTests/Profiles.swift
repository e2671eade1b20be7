import Foundation
import Prepress

/// The conditions in `profiles/`.
extension OutputCondition {
  static let fogra39 = OutputCondition.coated(profile: profile("fogra39-coated"))
  static let fogra29 = OutputCondition.uncoated(profile: profile("fogra29-uncoated"))
  static let screen = OutputCondition.sRGB(profile: profile("srgb"))
  static let broken = OutputCondition.coated(profile: [1, 2, 3])

  private static func profile(_ name: String) -> [UInt8] {
    let checkout = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = checkout.appending(path: "profiles/\(name).icc")
    return (try? Data(contentsOf: file)).map { [UInt8]($0) } ?? []
  }
}
