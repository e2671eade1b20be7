import GRDB

/// `organisation(text)`, `单位名称(text)`: the name of the unit that a text means, or the only one it
/// speaks of; null for none and for several.
enum OrganisationFunction {
  static let names = ["organisation", "单位名称"]

  static func functions(_ organisations: OrganisationNames) -> [DatabaseFunction] {
    names.map { name in
      DatabaseFunction(name, argumentCount: 1, pure: true) { arguments in
        String.fromDatabaseValue(arguments[0]).flatMap { organisations.only(in: $0) }
      }
    }
  }
}
