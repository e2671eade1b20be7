/// In which form a command writes a list.
package enum ListForm: Sendable {
  case text, json, csv
}
