import Diagnostics

/// What a text does here one way and there another: 同类别同形式 (GB/T 15835-2011, 4.3).
struct DocumentHabits {
  private struct Place {
    let passage: Passage
    let range: Range<Int>
  }

  private var hanDate: Place?
  private var digitDates = 0
  private var groupedNumber: Place?
  private var plainNumbers = 0
  private var widePercent: Place?
  private var narrowPercents = 0

  mutating func look(at passage: Passage) {
    for index in passage.plain.indices {
      switch passage.plain[index] {
      case "月" where passage.kind.isProse: lookAtDate(at: index, passage)
      case "％": widePercent = widePercent ?? Place(passage: passage, range: index..<(index + 1))
      case "%": narrowPercents += 1
      default: break
      }
    }
    for number in passage.numbers where passage.kind.isProse && !number.isCode {
      look(at: number, passage)
    }
  }

  private mutating func lookAtDate(at index: Int, _ passage: Passage) {
    guard let date = WrittenDate(monthAt: index, passage), date.day != nil, date.lastDay == nil,
      !date.isLunar, (1...12).contains(date.month)
    else { return }
    if !date.isHan {
      digitDates += 1
    } else if hanDate == nil, !standsAlone(date, passage) {
      hanDate = Place(passage: passage, range: date.range)
    }
  }

  /// A line that is but a date, of a signature or of an approval, is written as its form asks.
  private func standsAlone(_ date: WrittenDate, _ passage: Passage) -> Bool {
    let isShort = passage.count <= date.range.count + 2
    let before = passage.at(date.range.lowerBound - 1)
    return isShort || before == "（" || before == "("
  }

  private mutating func look(at number: DigitNumber, _ passage: Passage) {
    if number.hasCommas {
      let groups = passage.scalars[number.range].split(separator: ",").dropFirst()
      guard groups.allSatisfy({ $0.prefix { $0.isDigit }.count == 3 }) else { return }
      groupedNumber = groupedNumber ?? Place(passage: passage, range: number.range)
    } else if number.wholeCount >= 5, number.wholeCount <= 9, isCounted(number, passage) {
      plainNumbers += 1
    }
  }

  /// Numbers of telephones and documents have no groups.
  private func isCounted(_ number: DigitNumber, _ passage: Passage) -> Bool {
    let next = passage.at(number.range.upperBound)
    return next.isHan && next != "号" && next != "年" && next != "热"
      && !passage.at(number.range.lowerBound - 1).isConnector
  }

  func check(_ log: inout ProofLog) {
    if let hanDate, digitDates > 0 {
      add(.mixedDateStyles, hanDate, digitDates, &log)
    }
    if let groupedNumber, plainNumbers > 0 {
      add(.mixedDigitGroups, groupedNumber, plainNumbers, &log)
    }
    if let widePercent, narrowPercents > 0 {
      add(.mixedPercentSigns, widePercent, narrowPercents, &log)
    }
  }

  private func add(_ check: ProofCheck, _ place: Place, _ count: Int, _ log: inout ProofLog) {
    log.add(check, place.range, of: place.passage, ["count": .number(count)])
  }
}
