import Diagnostics

/// Shares of one whole: none is above 100 %, and the parts of a structure make 100.
enum Shares {
  static func check(_ passage: Passage, _ log: inout ProofLog) {
    for number in passage.numbers {
      if let value = number.value, value > 100, isPercent(number, passage) {
        over(number, passage, &log)
      }
    }
    structure(passage, &log)
  }

  private static func isPercent(_ number: DigitNumber, _ passage: Passage) -> Bool {
    let sign = passage.at(number.range.upperBound)
    return sign == "%" || sign == "％"
  }

  // MARK: - Over the whole

  /// Rates that are parts of a whole by what they mean.
  private static let rates = WordSet(
    """
    覆盖率 合格率 参与率 满意率 满意度 及格率 就业率 成活率 绿化率 出勤率 办结率 达标率 优良率 治愈率 知晓率 签约率 入住率 失业率
    空置率 受理率 通过率 升学率 及时率 准确率 处置率 化解率 整改率 回复率 占比 比重 城镇化率 占有率 识别率 解决率 合格比例 兑现率
    净入学率 适龄儿童入学率 好评率 优秀率 反馈率 回访率 到会率 到课率 参会率 参训率 存活率 病死率 治理率 污水处理率 垃圾处理率 无害化处理率
    自来水普及率 用水普及率 燃气普及率 厕所普及率 户厕普及率 成功率 投票率 参选率 得票率 命中率 正确率 死亡率 破损率 送达率 答复率
    支持率 认可率 赞成率 综合利用率 绿地率 硬化率 通车率 机械化率 城市化率 履约率 所占比例 持证率 查处率 响应率 录取率 毕业率 准点率 正点率 完好率
    """
  )

  /// Rates that end like one of those and that real tables carry above 100.
  ///
  /// Others that may exceed stand in no list, so that none of them is found: 完成率, 参保率, 毛入学率,
  /// 产能利用率, 普及率 and their like (`Documentation/Proofreading.md` says why).
  private static let above = WordSet(
    """
    拨备覆盖率 准备金覆盖率 流动性覆盖率 资产覆盖率 债务覆盖率 利息覆盖率 现金流覆盖率 担保覆盖率 抵押覆盖率
    酒店入住率 客房入住率 宾馆入住率 民宿入住率 平均入住率
    """
  )

  /// Wholes of which a thing is measured and no part: debts and trade may be more than they.
  private static let measures = WordSet("GDP 生产总值 财政收入 财力 预算收入 净资产 资本 限额")

  /// With one of these the number is no level, or the whole is a plan.
  private static let excuses = WordSet(
    "增长 提高 上升 增加 提升 下降 同比 环比 计划 目标 任务 预算 相当于 倍 指数 完成 应 去年 上年 年初 超额 定额 同期 幅"
  )

  private static func over(_ number: DigitNumber, _ passage: Passage, _ log: inout ProofLog) {
    let end = number.range.lowerBound
    let start = clauseStart(passage, before: end)
    guard let (place, length) = subject(in: start..<end, passage) else { return }
    let between = (place + length)..<end
    guard !hasExcuse(between, passage), !measures.occurs(in: start..<end, of: passage)
    else { return }
    let indicator = passage.string(place..<(place + length))
    log.add(
      .shareOverWhole,
      number.range.lowerBound..<(number.range.upperBound + 1),
      of: passage,
      ["indicator": .quote(indicator)]
    )
  }

  private static let longestClause = 40

  private static func clauseStart(_ passage: Passage, before end: Int) -> Int {
    var start = end
    while start > 0, end - start < longestClause {
      if endsClause(passage.at(start - 1)), !isFormer(endingAt: start, passage) { break }
      start -= 1
    }
    return start
  }

  /// 由92%提高到108%: the level before stands within the clause.
  private static func isFormer(endingAt end: Int, _ passage: Passage) -> Bool {
    guard passage.at(end - 1) == "%" || passage.at(end - 1) == "％" else { return false }
    var start = end - 1
    while passage.at(start - 1).isDigit || passage.at(start - 1) == ".", end - start < 8 {
      start -= 1
    }
    return start < end - 1 && (passage.at(start - 1) == "由" || passage.at(start - 1) == "从")
  }

  private static func endsClause(_ scalar: Unicode.Scalar) -> Bool {
    scalar.endsSentence || scalar == "，" || scalar == "；" || scalar == "、" || scalar == "）"
      || scalar == "%" || scalar == "％"
  }

  /// The last rate, or 占, of a clause.
  private static func subject(
    in clause: Range<Int>,
    _ passage: Passage
  ) -> (place: Int, length: Int)? {
    for index in clause.reversed() {
      if let length = rates.match(passage, at: index) {
        return isAbove(endingAt: index + length, passage) ? nil : (index, length)
      }
      if passage.at(index) == "占", isShare(at: index, passage) { return (index, 1) }
    }
    return nil
  }

  private static func isAbove(endingAt end: Int, _ passage: Passage) -> Bool {
    above.match(passage, before: end) != nil
  }

  private static let othersOfShare = ScalarSet("用地有领据道压抢侵多挤强霸")

  private static func isShare(at index: Int, _ passage: Passage) -> Bool {
    !othersOfShare.contains(passage.at(index + 1)) && !othersOfShare.contains(passage.at(index - 1))
  }

  /// A change is an excuse unless it says where it went: 提高到120% is a level.
  private static func hasExcuse(_ range: Range<Int>, _ passage: Passage) -> Bool {
    for index in range {
      guard let length = excuses.match(passage, at: index) else { continue }
      let next = passage.at(index + length)
      if next != "到" && next != "至" && next != "为" { return true }
    }
    return false
  }

  // MARK: - The three industries

  /// 三次产业结构为9.1:40.2:50.9; half a tenth of rounding for each part is let pass.
  private static func structure(_ passage: Passage, _ log: inout ProofLog) {
    for index in passage.plain.indices where passage.plain[index] == "三" {
      guard passage.has("三次产业", at: index) else { continue }
      let reach = index..<min(index + 60, passage.count)
      let end = reach.first { passage.at($0).endsSentence || passage.at($0) == "；" }
      check(index..<(end ?? reach.upperBound), passage, &log)
    }
  }

  private static func check(_ clause: Range<Int>, _ passage: Passage, _ log: inout ProofLog) {
    let first = passage.numbers.firstIndex(endingAfter: clause.lowerBound)
    let numbers = Array(
      passage.numbers[first...].prefix { $0.range.lowerBound < clause.upperBound }
    )
    var index = 0
    while index + 2 < numbers.count {
      let three = numbers[index...(index + 2)]
      guard isRatio(Array(three), passage) else {
        index += 1
        continue
      }
      let sum = three.reduce(0) { $0 + ($1.value ?? 0) }
      let isShare = three.allSatisfy { ($0.value ?? 0) <= 100 } && sum > 50
      if isShare, abs(sum - 100) > 0.21, let last = three.last, let first = three.first {
        let text = String(Int((sum * 100).rounded()))
        log.add(
          .structureNotWhole,
          first.range.lowerBound..<last.range.upperBound,
          of: passage,
          ["sum": .word(decimal(text))]
        )
      }
      index += 3
    }
  }

  /// Hundredths as a decimal: 10150 is 101.5.
  private static func decimal(_ hundredths: String) -> String {
    var text = hundredths.dropLast(2) + "." + hundredths.suffix(2)
    while text.hasSuffix("0") { text = text.dropLast() }
    return String(text.hasSuffix(".") ? text.dropLast() : text)
  }

  private static func isRatio(_ numbers: [DigitNumber], _ passage: Passage) -> Bool {
    zip(numbers, numbers.dropFirst()).allSatisfy { first, second in
      let gap = first.range.upperBound..<second.range.lowerBound
      return gap.count == 1
        && gap.allSatisfy {
          let mark = passage.at($0)
          return mark == ":" || mark == "：" || mark == "∶"
        }
    }
  }
}
