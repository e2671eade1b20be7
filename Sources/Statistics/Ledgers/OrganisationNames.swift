package import Diagnostics
import WritingSystems

/// The names of units of organisation, and which of them a text means.
///
/// A text means a unit when it is one of its names (compared by the matching key); else when its
/// stem, the name without the words for its rank (镇, 街道办事处, 县人民政府 …) or with the name of the
/// place above it (安澜县双桥镇), is that of one unit alone.
struct OrganisationNames: Sendable {
  enum Match: Hashable {
    /// The unit's name; `isWritten` when the text is written so.
    case found(String, isWritten: Bool)
    case unknown(nearest: String?)
    case ambiguous([String])
  }

  private(set) var names: [String] = []
  private var places: [String: Int] = [:]
  /// For each key of a name the units that bear it.
  private var units: [String: [Int]] = [:]
  private var stems: [String: [Int]] = [:]
  /// The longest of the keys, to bound the search in sentences.
  private var longest = 0

  init(_ organisations: [StatisticsPlan.Organisation]) {
    for organisation in organisations { add(organisation.name, organisation.others) }
  }

  var isEmpty: Bool { names.isEmpty }

  /// Adds a unit; the same name again is the same unit.
  mutating func add(_ name: String, _ others: [String] = []) {
    let index = places[name] ?? names.count
    if index == names.count {
      names.append(name)
      places[name] = index
    }
    for written in [name] + others {
      let key = MatchingKey(written).string
      guard !key.isEmpty else { continue }
      longest = max(longest, key.unicodeScalars.count)
      if units[key]?.contains(index) != true { units[key, default: []].append(index) }
      for stem in OrganisationStem.readings(of: key)
      where stems[stem.core]?.contains(index) != true {
        stems[stem.core, default: []].append(index)
      }
    }
  }

  func match(_ text: String) -> Match {
    if let found = find(text) { return outcome(found, of: text) }
    // Among thousands of names one is always near.
    let nearest = names.count <= Self.mostNear ? Suggestion.nearest(to: text, among: names) : nil
    return .unknown(nearest: nearest)
  }

  private static let mostNear = 2_000

  /// Whether a text means one unit or several.
  func knows(_ text: String) -> Bool { find(text) != nil }

  /// The units that a text means; nil for none.
  private func find(_ text: String) -> [Int]? {
    let key = MatchingKey(text).string
    if let found = units[key] { return found }
    for stem in OrganisationStem.readings(of: key) {
      guard let found = stems[stem.core] else { continue }
      let alike = found.filter { index in
        let rank = OrganisationStem(MatchingKey(names[index]).string).rank
        return stem.rank == nil || rank == nil || stem.rank == rank
      }
      if !alike.isEmpty { return alike }
    }
    return nil
  }

  private func outcome(_ found: [Int], of text: String) -> Match {
    guard found.count == 1 else { return .ambiguous(found.map { names[$0] }) }
    return .found(names[found[0]], isWritten: names[found[0]] == text)
  }

  /// The only unit whose name, or one of whose names, stands in a text; nil for none and for two.
  ///
  /// At each place the longest name counts, so that 双桥镇 is not also 双桥.
  func only(in text: String) -> String? {
    if case .found(let name, _) = match(text) { return name }
    let scalars = MatchingKey(text).scalars
    var found: Int?
    var lastEnd = -1
    var start = 0
    while start < scalars.count {
      guard let (unit, end) = longest(in: scalars, from: start) else {
        start += 1
        continue
      }
      guard let unit else { return nil }
      if let place = found, place != unit {
        // 安澜县双桥镇 speaks of the town.
        guard start == lastEnd, isAbove(place, unit) else { return nil }
      }
      found = unit
      lastEnd = end
      start = end
    }
    return found.map { names[$0] }
  }

  /// The longest name of two characters or more that begins at a place; its unit is nil when
  /// several bear it.
  private func longest(
    in scalars: [Unicode.Scalar],
    from start: Int
  ) -> (unit: Int?, end: Int)? {
    var length = min(longest, scalars.count - start)
    while length >= 2 {
      let end = start + length
      let key = String(scalars: scalars[start..<end])
      if let found = units[key] { return (found.count == 1 ? found[0] : nil, end) }
      if let found = stems[key], found.count == 1,
        let rest = rankLength(of: found[0], key, scalars[end...])
      {
        return (found[0], end + rest)
      }
      length -= 1
    }
    return nil
  }

  private func isAbove(_ place: Int, _ unit: Int) -> Bool {
    func level(_ index: Int) -> Int? {
      OrganisationStem(MatchingKey(names[index]).string).level
    }
    guard let above = level(place), let below = level(unit) else { return false }
    return above < below
  }

  /// How long the word for its rank behind a stem in a sentence is; nil when the stem does not
  /// stand for its unit: 双桥 is 双桥镇, but not before 乡 or 社区.
  private func rankLength(
    of unit: Int,
    _ key: String,
    _ rest: ArraySlice<Unicode.Scalar>
  ) -> Int? {
    let name = OrganisationStem(MatchingKey(names[unit]).string)
    guard name.core == key, name.rank != nil else { return nil }
    guard let next = OrganisationStem.rank(beginning: rest) else { return 0 }
    return next.rank == name.rank ? next.length : nil
  }

  /// Names that stand for two units, each once.
  func shared() -> [(key: String, units: [String])] {
    units.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.map { names[$0] }) }
  }
}

/// A name in its parts: `双桥` and its rank `镇`.
struct OrganisationStem: Hashable {
  let core: String
  let rank: String?

  /// Bodies that a unit is spoken of by: the name stands for the unit itself.
  private static let bodies = [
    "人民政府办公室", "人民政府", "政府办公室", "政府", "党工委", "党委", "管理委员会", "管委会", "办事处", "委员会", "工委",
  ]

  /// Words for ranks, with what they are made one with.
  private static let ranks: [(word: String, rank: String)] = [
    ("自治县", "县"), ("自治州", "州"), ("街道办", "街道"), ("街道", "街道"), ("社区居民", "社区"), ("社区", "社区"),
    ("地区", "地区"), ("林区", "区"), ("新区", "区"), ("开发区", "开发区"), ("省", "省"), ("市", "市"), ("县", "县"),
    ("区", "区"), ("旗", "旗"), ("州", "州"), ("盟", "盟"), ("镇", "镇"), ("乡", "乡"), ("村", "村"),
  ]

  init(_ key: String) {
    var rest = key
    for body in Self.bodies where rest.hasSuffix(body) && rest.count > body.count + 1 {
      rest = String(rest.dropLast(body.count))
      break
    }
    let found = Self.ranks.first { rest.hasSuffix($0.word) && rest.count > $0.word.count + 1 }
    core = found.map { String(rest.dropLast($0.word.count)) } ?? rest
    rank = found?.rank
  }

  /// How high the rank is, 0 for provinces; nil without one.
  var level: Int? {
    switch rank {
    case "省": 0
    case "市", "州", "盟", "地区": 1
    case "县", "区", "旗", "开发区": 2
    case "镇", "乡", "街道": 3
    case "村", "社区": 4
    default: nil
    }
  }

  private init(core: String, rank: String?) {
    self.core = core
    self.rank = rank
  }

  /// The rank whose word a text begins with, and the length of that word.
  static func rank(
    beginning text: ArraySlice<Unicode.Scalar>
  ) -> (rank: String, length: Int)? {
    ranks.first { text.starts(with: $0.word.unicodeScalars) }
      .map { ($0.rank, $0.word.unicodeScalars.count) }
  }

  /// What a text may be taken for: itself, then without the names of places above it.
  static func readings(of key: String) -> [OrganisationStem] {
    let whole = OrganisationStem(key)
    var readings = [whole]
    let marks: Set<Character> = ["省", "市", "县", "区", "州", "盟", "旗"]
    var rest = Substring(whole.core)
    while let mark = rest.dropFirst().firstIndex(where: marks.contains) {
      rest = rest[rest.index(after: mark)...]
      if rest.count >= 2 { readings.append(OrganisationStem(core: String(rest), rank: whole.rank)) }
    }
    // 县民政局 is 民政局, 我县、全县 are left out too.
    for word in ["我省", "我市", "我县", "我区", "省", "市", "县", "区", "州"]
    where whole.core.hasPrefix(word) && whole.core.count >= word.count + 3 {
      readings.append(
        OrganisationStem(core: String(whole.core.dropFirst(word.count)), rank: whole.rank)
      )
      break
    }
    return readings
  }
}

// MARK: - In ledgers

extension OrganisationNames {
  /// The names of a plan; without any, those of the first ledger that has a column of units.
  init(_ plan: StatisticsPlan, _ ledgers: [Ledger], _ findings: inout Findings) {
    self.init(plan.organisations)
    for (key, units) in shared() {
      let span = plan.organisations.first { units.contains($0.name) }?.span
      findings.add(
        Finding(.organisationTwice, at: span, ["found": .quote(key), "choices": .choices(units)])
      )
    }
    guard isEmpty else { return }
    let ledger = ledgers.first { ledger in
      !ledger.rows.isEmpty && ledger.columns.contains { $0.type == .organisation }
    }
    guard let ledger, let place = ledger.columns.firstIndex(where: { $0.type == .organisation })
    else { return }
    for row in ledger.rows {
      guard case .text(let name) = row.cells[place].value, !knows(name) else { continue }
      add(name)
    }
  }

  /// The ledger with its units called by their names; each other spelling is said once.
  func named(_ ledger: Ledger, _ findings: inout Findings) -> Ledger {
    var ledger = ledger
    var spellings: [String: Spelling] = [:]
    var order: [String] = []
    for place in ledger.columns.indices where ledger.columns[place].type == .organisation {
      for row in ledger.rows.indices {
        guard case .text(let text) = ledger.rows[row].cells[place].value else { continue }
        if spellings[text] == nil {
          spellings[text] = Spelling(match: match(text), span: ledger.rows[row].cells[place].span)
          order.append(text)
        }
        spellings[text]?.count += 1
        if case .found(let name, _) = spellings[text]?.match {
          ledger.rows[row].cells[place].value = .text(name)
        }
      }
    }
    for text in order {
      if let spelling = spellings[text] { note(spelling, text, ledger.name, &findings) }
    }
    return ledger
  }

  private struct Spelling {
    let match: Match
    let span: Span?
    var count = 0
  }

  private func note(
    _ spelling: Spelling,
    _ text: String,
    _ ledger: String,
    _ findings: inout Findings
  ) {
    var arguments: [String: FindingArgument] = ["ledger": .quote(ledger), "found": .quote(text)]
    switch spelling.match {
    case .found(_, isWritten: true): break
    case .found(let name, isWritten: false):
      arguments["name"] = .quote(name)
      arguments["count"] = .number(spelling.count)
      findings.add(Finding(.organisationRenamed, at: spelling.span, arguments))
    case .unknown(let nearest):
      findings.add(
        Finding(.organisationUnknown, at: spelling.span, arguments, suggestion: nearest)
      )
    case .ambiguous(let units):
      arguments["choices"] = .choices(units)
      findings.add(Finding(.organisationAmbiguous, at: spelling.span, arguments))
    }
  }
}

extension Ledger {
  /// The ledger with its units called by their names.
  ///
  /// Other spellings, and names that are none of them, are findings. Where no names are given they
  /// are those that the ledger begins with.
  package func naming(
    _ organisations: [StatisticsPlan.Organisation],
    _ findings: inout Findings
  ) -> Ledger {
    let names = OrganisationNames(
      StatisticsPlan(organisations: organisations),
      [self],
      &findings
    )
    return names.named(self, &findings)
  }
}
