import Diagnostics

/// Words that stand twice: 的的, 进行进行.
///
/// Chinese doubles on purpose (天天, 看看, 研究研究), so only words that never do are looked at; a
/// single character is let pass where it belongs to the word before or behind it (目的的, 存在在).
enum DoubledWords {
  /// A character that stands twice by mistake, but for the words that end or begin with it.
  private struct Character {
    let scalar: Unicode.Scalar
    let before: ScalarSet
    let after: ScalarSet

    init(_ scalar: Unicode.Scalar, _ before: String, _ after: String) {
      self.scalar = scalar
      self.before = ScalarSet(before)
      self.after = ScalarSet(after)
    }
  }

  private static let characters: [Unicode.Scalar: Character] = Dictionary(
    uniqueKeysWithValues: [
      Character("的", "目标端鹄有众", "确士"),
      Character("了", "不为没完受得大除未知明罢算忘除", "解之断无望结事却然"),
      Character("和", "共饱缓总温中谈平讲柔祥附随议调求亲暖谦人", "美气睦平谐善解田县"),
      Character("与", "参赋给授付干", "会时众世"),
      Character("在", "存所现内实自潜外旨好健", "职校线场建编押册家野读岗"),
      Character("是", "于但就还可总凡不只都老正便要若硬自国唯当乃即也又而或算这那", "非否"),
      Character("及", "以涉普遍提危顾波旁累企触论惠", "时格其早物至"),
      Character("对", "应针面相核绝配反校结成查比派敌", "口照比应象策接外方于立联抗账待"),
      Character("将", "即必行名干主大上中少麻", "军来士领近"),
      Character("被", "棉羽植", "子告"),
      Character("把", "一大两火手", "关握手"),
      Character("就", "成造高迁将", "业近医地读餐诊学职任此是"),
      Character("从", "服遵跟顺自盲听随无", "而事业严前此容"),
      Character("为", "作成行因认以称人分改列大有最更略较极甚颇尤名", "了何民此人"),
      Character("其", "及与尤极", "中他余次实"),
      Character("这", "", "这"),
      Character("并", "合兼吞归一", "不非且购网联轨"),
      Character("或", "间甚", "者"),
      Character("已", "", "经"),
      Character("们", "", ""),
      Character("由", "自理经缘事来", "于"),
      Character("而", "从因然反进继", ""),
      Character("向", "方导倾走流意面转志动取趋", ""),
    ].map { ($0.scalar, $0) }
  )

  /// Words of two characters that never stand twice, but for what the last column begins.
  private static let words = WordSet(
    """
    进行 我们 他们 你们 它们 以及 通过 根据 按照 为了 由于 因此 同时 其中 已经 开展 推进 加强 提升 实现 促进 推动 坚持 落实 完善
    深化 积极 切实 有效 不断 进一步 我市 全市 全县 我县 我省 全省 我区 全区 今年 去年 目前 截至 对于 关于 而且 但是 因为 所以 如果
    虽然 或者 并且 我国 全国 取得 完成 达到 成为 具有 存在 有关 相关 其他 这些 那些 主要 重要 全面 认真 严格 继续 健全 强化 加快
    会议 强调 指出 认为 要求 干部 群众 同志 单位 部门 问题 情况 任务 措施 方案 决定 报告 通知
    制定 印发 召开 举办 参加 贯彻 围绕 紧扣 聚焦 确保 保障 形成 建立 构建 打造 培育 优化 扩大 增加 减少 提高 降低 增长 下降
    """
  )

  static func check(_ passage: Passage, _ log: inout ProofLog) {
    guard log.wants(.doubledWord) else { return }
    var index = 0
    while index + 1 < passage.count {
      if passage.plain[index] == passage.plain[index + 1] {
        index = character(at: index, passage, &log)
      } else if let length = words.match(passage, at: index), repeats(length, at: index, passage) {
        let end = index + 2 * length
        if !isOther(passage, end) { log.add(.doubledWord, index..<end, of: passage) }
        index = end
      } else {
        index += 1
      }
    }
  }

  private static func repeats(_ length: Int, at index: Int, _ passage: Passage) -> Bool {
    index + 2 * length <= passage.count
      && passage.plain[index..<(index + length)]
        == passage.plain[(index + length)..<(index + 2 * length)]
  }

  /// 根据根据地, 会议会议室.
  private static func isOther(_ passage: Passage, _ end: Int) -> Bool {
    if passage.has("根据", before: end) { return passage.at(end) == "地" }
    return others.contains(passage.at(end))
  }

  private static let others = ScalarSet("者室家部员书表单")

  /// Looks at a run of one character; returns its end.
  private static func character(
    at start: Int,
    _ passage: Passage,
    _ log: inout ProofLog
  ) -> Int {
    let scalar = passage.plain[start]
    var end = start + 1
    while passage.at(end) == scalar { end += 1 }
    guard let entry = characters[scalar], end - start <= 3,
      !entry.before.contains(passage.at(start - 1)), !entry.after.contains(passage.at(end))
    else { return end }
    log.add(.doubledWord, start..<end, of: passage)
    return end
  }
}
