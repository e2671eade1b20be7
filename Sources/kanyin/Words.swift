import Foundation
import Jobs

/// Words of the help, in the language of messages.
///
/// The parser asks for them before it has read an option, so `--language` is looked for here by
/// itself.
func say(_ chinese: String, _ english: String) -> String {
  switch helpLanguage {
  case .zh: chinese
  case .en: english
  }
}

/// An example at the foot of a help screen; a long one in lines that a shell takes as one.
func example(_ lines: String...) -> String {
  say("例：", "Example:") + "\n  " + lines.joined(separator: " \\\n    ")
}

/// The language of what is said before options are read.
///
/// Found once: help is some sixty texts,
/// and each look would read the whole environment.
let helpLanguage = findHelpLanguage()

private func findHelpLanguage() -> Console.Language {
  let arguments = CommandLine.arguments
  let option = "--language"
  for (index, argument) in arguments.enumerated() {
    let next = index + 1 < arguments.count ? arguments[index + 1] : ""
    let value = argument == option ? next : String(argument.dropFirst(option.count + 1))
    guard argument == option || argument.hasPrefix(option + "=") else { continue }
    if let asked = Console.Language(rawValue: value) { return asked }
  }
  return Console.helpLanguage(environment: ProcessInfo.processInfo.environment)
}
