import WritingSystems

/// What the words of a stretch of running text are to a phrase: by the tables of the grammar if
/// they have them, else by their part of speech.
struct WordClasses {
  typealias Class = Phrases.Class

  let text: FoldedText
  let words: [Word]
  /// What stands before the stretch.
  let before: Class?
  /// The number, date or name that comes next, if it comes right after the stretch.
  private let next: Phrases.Stretch?

  init(text: FoldedText, words: [Word], before: Class?, _ element: Phrases.Stretch?) {
    self.text = text
    self.words = words
    self.before = before
    let isNext = element.map { $0.range.lowerBound == words.last?.range.upperBound } ?? false
    next = isNext ? element : nil
  }

  func stretch(of index: Int) -> Phrases.Stretch {
    let word = words[index]
    return Phrases.Stretch(kind: kind(of: index), range: word.range, isOwn: word.kind != nil)
  }

  private func kind(of index: Int) -> Class {
    let word = words[index]
    if word.range.count == 1, let kind = kindOfCharacter(index) { return kind }
    if isSuffix(index) || index + 1 < words.count && isSuffix(index + 1) { return .noun }
    // 游客总花费
    if index > 0, words[index - 1].range.count == 1, first(index - 1) == "总" { return .noun }
    if let kind = word.kind { return kind }
    if isOutcome(index) || isOutcome(index + 1) { return .verb }
    if isStrangeVerb(index) { return .verb }
    return isStrange(index) ? .noun : kindByTag(index)
  }

  private func kindOfCharacter(_ index: Int) -> Class? {
    let word = words[index]
    let scalar = text.scalars[word.range.lowerBound]
    if scalar == "的" { return .boundary }
    // 增1万人或0.14%
    if scalar == "或", index == words.count - 1, next?.kind == .number { return .boundary }
    if index == words.count - 1, let next {
      // 比2020年, 过亿元
      if next.kind == .context, scalar == "比" || scalar == "较" { return .than }
      if next.kind == .number, Self.limits.contains(scalar) { return .context }
    }
    if index == 0, before == .number || before == .context, Self.times.contains(scalar) {
      return .context
    }
    if scalar == "比", word.tag == .preposition || index == 0 {
      // 城乡收入比由2.1, 性别比104
      let isRatio =
        index > 0 && endsPhrase(index)
        && (words[index - 1].tag == .noun || first(index - 1) == "之")
      return isRatio ? .noun : .than
    }
    // 登陆时中心附近最大风力
    if scalar == "时", index > 0, index + 1 < words.count, words[index - 1].may(.verb),
      words[index - 1].range.count > 1
    {
      return .boundary
    }
    if Self.degrees.contains(scalar), isCompared(word.range.lowerBound) { return .moving }
    return nil
  }

  private func endsPhrase(_ index: Int) -> Bool {
    guard index + 1 < words.count else { return true }
    return words[index + 1].kind.map { $0 == .boundary || $0 == .light || $0 == .moving } ?? false
  }

  /// What before a number says only about how much.
  private static let limits = ScalarSet("过超近约达逾")
  /// What after a date or a span of time belongs to it: 两年内, 2023年末.
  private static let times = ScalarSet("内来末底初间起前处")

  private static let degrees = ScalarSet("多少高低快慢")

  /// Whether 多 or 少 says which way something went: 比上年同期多蓄水2亿立方米.
  private func isCompared(_ position: Int) -> Bool {
    for index in stride(from: position - 1, through: max(0, position - 8), by: -1) {
      let scalar = text.scalars[index]
      if scalar == "比" || scalar == "较" { return true }
      if WordTables.boundaries.contains(scalar), scalar != "、" { return false }
    }
    return false
  }

  /// Whether a word makes a noun of the verb before it: 办结率.
  private func isSuffix(_ index: Int) -> Bool {
    guard index > 0, words[index].range.count == 1, words[index].kind == nil else { return false }
    let last = words[index - 1]
    guard WordTables.nounSuffixes.contains(first(index)) else {
      // 低保金, but 拆除危桥
      return words[index].tag == .noun && last.tag == .verb && last.kind == nil
        && last.range.count > 1 && !isLoose(index + 1)
        && !(index + 1 < words.count && words[index + 1].tag == .noun)
    }
    if last.range.count == 1 { return last.kind == nil && isContent(index - 1) }
    return last.tag == .verb || last.tag == .verbalNoun || last.kind == .verb
      || last.kind == .nominal || last.kind == .noun
  }

  /// Whether single characters side by side are a word that no table has: 绿证, 普惠.
  private func isStrange(_ index: Int) -> Bool {
    guard words[index].range.count == 1, isContent(index) else { return false }
    // 缓缴 is a verb with its adverb.
    if isLoose(index + 1), words[index].tag == .adverbialAdjective, words[index + 1].tag == .verb {
      return false
    }
    if isLoose(index - 1), words[index - 1].tag == .adverbialAdjective, words[index].tag == .verb {
      return false
    }
    return isLoose(index - 1) || isLoose(index + 1)
  }

  /// Whether two verbs of one character open a clause before a noun: 制发指导性案例.
  private func isStrangeVerb(_ index: Int) -> Bool {
    guard index < 2, before == nil || before == .mark, words.count > 2, words[2].tag == .noun,
      words[2].range.count > 1
    else { return false }
    return isLoose(0) && isLoose(1) && words[0].may(.verb) && words[1].may(.verb)
  }

  /// Whether a verb and what comes of it stand side by side: 批出.
  private func isOutcome(_ index: Int) -> Bool {
    guard words.indices.contains(index), index > 0, isLoose(index), isLoose(index - 1) else {
      return false
    }
    return Self.outcomes.contains(first(index))
      && (words[index - 1].tag == .verb || words[index - 1].may(.verb))
  }

  private static let outcomes = ScalarSet("出入到成起来去至为过")

  private func isLoose(_ index: Int) -> Bool {
    words.indices.contains(index) && words[index].range.count == 1 && words[index].kind == nil
      && isContent(index)
  }

  private func isContent(_ index: Int) -> Bool {
    switch words[index].tag {
    case .noun, .place, .adjective, .adverbialAdjective, .describing, .verb, .verbalNoun, .site:
      true
    case .adverb: words[index].may(.noun) || words[index].may(.describing)
    default: false
    }
  }

  private func kindByTag(_ index: Int) -> Class {
    switch words[index].tag {
    case .noun, .place, .site, .verbalNoun: .noun
    case .adjective, .describing: adjective(index)
    case .adverbialAdjective, .adverb: adverb(index)
    case .time: Numerals.digit(first(index)) == nil ? .context : .noun
    case .pronoun: pronoun(index)
    case .mood: .context
    case .conjunction: joins(index) ? .noun : .boundary
    case .locality: locality(index)
    case .preposition: joins(index) && index > 0 && kind(of: index - 1) == .noun ? .noun : .boundary
    case .idiom, .mark: .boundary
    case .numeral: numeral(index)
    case .measure: isCounted(index) ? .context : .noun
    case .particle: particle(index)
    case .verb: verb(index)
    }
  }

  private static let aspects = ScalarSet("了着过")

  private func first(_ index: Int) -> Unicode.Scalar { text.scalars[words[index].range.lowerBound] }

  /// 金融机构各项存款: a noun goes on over it.
  private func pronoun(_ index: Int) -> Class {
    guard index > 0, index + 1 < words.count, first(index) == "各",
      words[index - 1].range.count > 1, words[index - 1].tag == .noun, kind(of: index - 1) == .noun
    else { return .context }
    return kind(of: index + 1) == .noun ? .noun : .context
  }

  /// 高标准农田, but 平稳运行.
  private func adjective(_ index: Int) -> Class {
    guard index + 1 < words.count else { return .noun }
    let next = words[index + 1]
    return next.tag == .verb || next.kind == .nominal || next.kind == .verb ? .modifier : .noun
  }

  private func joins(_ index: Int) -> Bool {
    "和与及或".unicodeScalars.contains(first(index))
      || text.scalars[words[index].range].count == 2
        && first(index) == "以" && text.at(words[index].range.upperBound - 1) == "及"
  }

  /// 东部 is a name, 中 and 以来 are no part of one.
  private func locality(_ index: Int) -> Class {
    let isEnd = index + 1 == words.count
    let last = text.scalars[words[index].range.upperBound - 1]
    guard Self.localities.contains(last) else { return .noun }
    if words[index].range.count == 1, last == "中", isEnd { return .noun }
    return index > 0 ? .boundary : .context
  }

  private static let localities = ScalarSet("中内里间时后前来外上下")

  /// 会 and 可 only help the verb after them.
  private func verb(_ index: Int) -> Class {
    if words[index].range.count == 1, Self.modals.contains(first(index)) { return .context }
    // 智能化煤矿
    let last = text.scalars[words[index].range.upperBound - 1]
    if last == "化", index + 1 < words.count, words[index].range.count > 2 { return .noun }
    return words[index].may(.verbalNoun) ? .nominal : .verb
  }

  private static let modals = ScalarSet("会可能要应须将需拟分")

  /// 第一产业 and 两新组织 are names; 部分 and 两个 say how many.
  private func numeral(_ index: Int) -> Class {
    let word = words[index].range
    if WordTables.amountsNotTold.word(at: word.lowerBound, in: text)?.end == word.upperBound {
      return .context
    }
    let isMeasured =
      index + 1 < words.count && words[index + 1].tag == .measure && words[index + 1].kind == nil
    return isMeasured && Self.articles.contains(first(index)) ? .context : .noun
  }

  private static let articles = ScalarSet("一数几多半")

  /// 极端最高气温, 均价, 不良: what may describe a noun, and what is but a part of the word after it.
  private func adverb(_ index: Int) -> Class {
    guard index + 1 < words.count else { return .context }
    let (word, next) = (words[index], words[index + 1])
    if word.may(.adjective) || word.may(.describing) || word.may(.noun) { return .modifier }
    guard word.range.count == 1 else { return .context }
    if "不非未无".unicodeScalars.contains(first(index)) { return kind(of: index + 1) }
    return next.range.count == 1 && next.tag == .noun ? .noun : .context
  }

  /// Whether a word only denies the next one.
  func isDenial(_ index: Int) -> Bool {
    words[index].range.count == 1 && words[index].tag == .adverb
      && "不非未无".unicodeScalars.contains(first(index))
  }

  /// 地 is earth as often.
  private func particle(_ index: Int) -> Class {
    if Self.aspects.contains(first(index)) { return .context }
    // 甲与乙之比
    if first(index) == "之", index + 1 < words.count, words[index + 1].range.count == 1 {
      return .noun
    }
    let isEarth =
      first(index) == "地" && (index + 1 == words.count || words[index + 1].tag != .verb)
    return isEarth ? .noun : .boundary
  }

  private func isCounted(_ index: Int) -> Bool {
    index > 0
      && (words[index - 1].tag == .pronoun
        || words[index - 1].tag == .numeral && Self.articles.contains(first(index - 1)))
  }
}
