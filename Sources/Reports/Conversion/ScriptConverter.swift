import COpenCC
import Diagnostics
import Synchronization

/// The dictionaries of conversion between scripts, for all reports of a process to share.
package final class ScriptDictionaries: Sendable {
  private let toSimplified = ScriptConverter(configuration: "t2s.json")
  private let toTraditional = ScriptConverter(configuration: "s2t.json")
  private let toTaiwan = ScriptConverter(configuration: "s2tw.json")
  private let toHongKong = ScriptConverter(configuration: "s2hk.json")
  private let traditionalForms = ScriptForms(toTraditional: true)
  private let simplifiedForms = ScriptForms(toTraditional: false)

  /// Opens nothing yet: dictionaries are read when text is first converted.
  package init() {}

  /// The converter to a script; nil for keeping the one there is.
  func converter(to script: ReportOptions.TargetScript) -> ScriptConverter? {
    switch script {
    case .keep: nil
    case .simplified: toSimplified
    case .traditional: toTraditional
    case .taiwan: toTaiwan
    case .hongKong: toHongKong
    }
  }

  /// What knows the characters that conversion to a script cannot decide.
  func forms(to script: ReportOptions.TargetScript) -> ScriptForms? {
    switch script {
    case .keep: nil
    case .simplified: simplifiedForms
    case .traditional, .taiwan, .hongKong: traditionalForms
    }
  }
}

/// OpenCC, opened when it is first needed: reading its dictionaries takes about 30 ms.
///
/// A lock keeps two threads from converting at once.
final class ScriptConverter: Sendable {
  private let configuration: String
  private let handle = Mutex(Handle())

  /// The one C object, closed with its owner.
  private struct Handle: ~Copyable {
    // OpenCC's handle is a bare pointer; it is only touched under the lock.
    nonisolated(unsafe) var raw: opencc_t?

    deinit {
      if let raw { opencc_close(raw) }
    }
  }

  init(configuration: String) {
    self.configuration = configuration
  }

  /// The text in the other script.
  func convert(_ text: String) throws(MachineFailure) -> String {
    let converted = handle.withLock { handle -> String? in
      if handle.raw == nil { handle.raw = Self.open(configuration) }
      return handle.raw.flatMap { Self.convert(text, by: $0) }
    }
    guard let converted else {
      throw MachineFailure(.conversionUnavailable, ["configuration": .word(configuration)])
    }
    return converted
  }

  private static func open(_ configuration: String) -> opencc_t? {
    let raw = opencc_open(configuration)
    // opencc.h: on error the return value is (opencc_t) -1.
    return raw == opencc_t(bitPattern: -1) ? nil : raw
  }

  private static func convert(_ text: String, by raw: opencc_t) -> String? {
    let bytes = Array(text.utf8)
    let result = bytes.withUnsafeBytes { buffer in
      opencc_convert_utf8(raw, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
    }
    guard let result else { return nil }
    defer { opencc_convert_utf8_free(result) }
    return String(cString: result)
  }
}
