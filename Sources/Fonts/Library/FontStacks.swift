import Diagnostics
import PageModel
import Typography

/// The lists of all roles, weights and scripts, with names made into fonts.
struct FontStacks: Sendable {
  private struct Key: Hashable {
    let role: FontRole
    let weight: FontWeight
    let isTraditional: Bool
  }

  private let stacks: [Key: FontStack]
  private let first: FontRole
  private let canonical: [String: FontRole]

  init(map: FontMap, stock: FontStock, findings: inout Findings) throws(MachineFailure) {
    var stacks: [Key: FontStack] = [:]
    var canonical: [String: FontRole] = [:]
    var builder = FontStackBuilder(map: map, stock: stock)
    for role in map.roles {
      for name in [role.role.name] + role.aliases { canonical[name] = role.role }
      for isTraditional in [false, true] {
        for (weight, stack) in try builder.stacks(of: role, isTraditional: isTraditional) {
          stacks[Key(role: role.role, weight: weight, isTraditional: isTraditional)] = stack
        }
      }
    }
    guard let first = map.roles.first?.role else {
      throw MachineFailure(.noFontFile, ["role": "fonts.yaml", "files": "—"])
    }
    findings.add(contentsOf: builder.absences)
    self.stacks = stacks
    self.canonical = canonical
    self.first = first
  }

  func stack(for role: FontRole, weight: FontWeight, isTraditional: Bool) -> FontStack {
    let role = canonical[role.name] ?? first
    let key = Key(role: role, weight: weight, isTraditional: isTraditional)
    guard let stack = stacks[key] else {
      preconditionFailure("a stack is made for each role, weight and script of the map")
    }
    return stack
  }
}

/// Makes stacks, and remembers which fonts were not there to make them of.
private struct FontStackBuilder {
  let map: FontMap
  let stock: FontStock
  private(set) var absences = Findings()
  private var spokenOf: Set<String> = []

  init(map: FontMap, stock: FontStock) {
    self.map = map
    self.stock = stock
  }

  /// The stacks of all weights; most roles have lists for one or two, which serve all five.
  mutating func stacks(
    of role: FontMap.Role,
    isTraditional: Bool
  ) throws(MachineFailure) -> [FontWeight: FontStack] {
    let lists = role.lists(isTraditional: isTraditional) + [map.others]
    var alike: [[FontWeight?]: FontStack] = [:]
    var stacks: [FontWeight: FontStack] = [:]
    for weight in FontWeight.allCases {
      let serving = lists.map { $0.weight(nearest: weight) }
      if alike[serving] == nil {
        alike[serving] = try stack(of: role, weight: weight, isTraditional: isTraditional)
      }
      stacks[weight] = alike[serving]
    }
    return stacks
  }

  private mutating func stack(
    of role: FontMap.Role,
    weight: FontWeight,
    isTraditional: Bool
  ) throws(MachineFailure) -> FontStack {
    let own = role.han(isTraditional: isTraditional)
    let licensed = licensedFonts(of: role, weight: own.weight(nearest: weight) ?? weight)
    let han = licensed + fonts(own, weight, of: role, mayBeAbsent: !licensed.isEmpty)
    guard !han.isEmpty else { throw nothingFound(for: role, names: own.names(for: weight)) }
    return FontStack(
      han: han,
      marks: fonts(role.marks, weight, of: role, after: licensed),
      latin: fonts(role.latin, weight, of: role, after: licensed),
      digits: fonts(role.digits, weight, of: role, after: licensed),
      others: fonts(map.others, weight, of: role, mayBeAbsent: true)
    )
  }

  private func licensedFonts(of role: FontMap.Role, weight: FontWeight) -> [FontID] {
    let names =
      role.licensed.isForAllWeights
      ? role.licensed.names(for: weight) : role.licensed.lists[weight] ?? []
    return names.compactMap(stock.licensedFont)
  }

  /// A list that licensed fonts come before; empty stays empty, so that another list serves.
  private mutating func fonts(
    _ lists: WeightedNames,
    _ weight: FontWeight,
    of role: FontMap.Role,
    after licensed: [FontID]
  ) -> [FontID] {
    guard !lists.isEmpty else { return licensed }
    return licensed + fonts(lists, weight, of: role, mayBeAbsent: !licensed.isEmpty)
  }

  private mutating func fonts(
    _ lists: WeightedNames,
    _ weight: FontWeight,
    of role: FontMap.Role,
    mayBeAbsent: Bool
  ) -> [FontID] {
    let names = lists.names(for: weight)
    let found = names.compactMap(stock.font)
    if !mayBeAbsent, let taken = found.first { reportAbsences(in: names, before: taken, of: role) }
    return found
  }

  /// Speaks of fonts that would have come before the first one found, each once.
  private mutating func reportAbsences(
    in names: [String],
    before taken: FontID,
    of role: FontMap.Role
  ) {
    for name in names.prefix(while: { stock.font(named: $0) != taken }) {
      guard let font = map.fonts.first(where: { $0.name == name }), !font.isOptional,
        spokenOf.insert(name).inserted
      else { continue }
      absences.add(
        Finding(
          .absentFont,
          [
            "role": .word(role.aliases.first ?? role.role.name), "font": .word(name),
            "file": .word(font.file), "taken": .word(stock.name(of: taken)),
          ]
        )
      )
    }
  }

  private func nothingFound(for role: FontMap.Role, names: [String]) -> MachineFailure {
    let files = names.map { name in map.fonts.first { $0.name == name }?.file ?? name }
    return MachineFailure(
      .noFontFile,
      ["role": .quote(role.aliases.first ?? role.role.name), "files": .choices(files)]
    )
  }
}

extension FontMap.Role {
  /// The lists of a script's Chinese characters.
  fileprivate func han(isTraditional: Bool) -> WeightedNames {
    isTraditional && !traditional.isEmpty ? traditional : simplified
  }

  /// All lists that a stack is made of; licensed fonts go by the weight of the Chinese list.
  fileprivate func lists(isTraditional: Bool) -> [WeightedNames] {
    [han(isTraditional: isTraditional), latin, digits, marks]
  }
}
