/// What a mail says around the text that it brings.
enum MailTalk {
  /// 各位领导、同事：, 小贺：, 高总：: who is written to, right below the head of a mail.
  static func addresses(_ key: [Unicode.Scalar]) -> Bool {
    guard (2...14).contains(key.count), key.last == ":" else { return false }
    let name = key.dropLast()
    let isPerson = name.count <= 4 && (name.first == "小" || name.first == "老")
    return isPerson
      || ["各位", "尊敬的"].contains { name.starts(with: $0.unicodeScalars) }
      || name.count <= 5
        && ["总", "老师", "主任", "经理", "局长", "处长", "科长", "同事"].contains { name.hasSuffix($0) }
  }

  /// 大家好！, 高总好，…: a greeting opens a line.
  static func isGreeting(_ key: [Unicode.Scalar]) -> Bool {
    let start = key[...].drop { $0 == ">" }
    guard key.count <= 40, let good = start.prefix(6).firstIndex(of: "好"), good > start.startIndex
    else { return false }
    let isEnd = good + 1 == key.count || ",!。~:".unicodeScalars.contains(key[good + 1])
    return isEnd && "总任长师位家你您姐哥导事学午上".unicodeScalars.contains(key[good - 1])
  }

  /// 祝工作顺利！, 顺颂商祺.
  static func isWish(_ key: [Unicode.Scalar]) -> Bool {
    guard (2...12).contains(key.count) else { return false }
    if ["此致", "敬礼", "敬礼!", "顺颂", "顺祝"].contains(where: { key.elementsEqual($0.unicodeScalars) }) {
      return true
    }
    return ["祝", "顺颂", "顺祝", "敬颂", "敬祝"].contains { key.starts(with: $0.unicodeScalars) }
      && key.last.map { "!。好利祺安".unicodeScalars.contains($0) } ?? false
  }

  /// 以上，请审阅。如有问题随时与我联系。: the sender speaks of himself to a reader.
  static func ends(_ key: [Unicode.Scalar]) -> Bool {
    guard key.count <= 40, !key.contains(where: \.isASCIIDigit) else { return false }
    let asks = ["请审阅", "请查收", "请查阅", "请审核", "请指正", "请批评指正", "有问题", "有疑问"].contains {
      key.hasWord($0)
    }
    return asks && ["我联系", "联系我", "告知我", "回复我", "给我", "您"].contains { key.hasWord($0) }
  }
}

/// What people say to one another around a text that they pass on.
enum ChatTalk {
  /// Whether a short line is talk: it speaks to someone, passes something on, or ends as speech does.
  static func isTalk(_ line: LineFacts) -> Bool {
    guard line.key.count <= 40, !line.isNumbered, !line.hasQuantity else { return false }
    let bare = line.key.filter { !"[]。!~,".unicodeScalars.contains($0) }
    if isStickers(line.key) || MailTalk.isGreeting(line.key) { return true }
    let passesOn = passing.contains { line.key.hasWord($0) }
    // What ends with a colon leads to text, unless it hands the text on.
    if passesOn || line.key.last == ":" { return passesOn }
    if let last = bare.last, particles.contains(last) { return true }
    if openings.beginsWord(line.key[...]) { return true }
    let longestAddress = 12
    if line.key.count <= longestAddress, addresses.beginsWord(line.key[...]) { return true }
    return speaksToSomeone(line.key)
  }

  /// 你, 您, 咱, and 我 but for 我县, 我局, 我们.
  private static func speaksToSomeone(_ key: [Unicode.Scalar]) -> Bool {
    key.indices.contains { index in
      if "你您咱".unicodeScalars.contains(key[index]) { return true }
      guard key[index] == "我" else { return false }
      return index + 1 == key.count || !ours.contains(key[index + 1])
    }
  }

  private static let ours = Set("省市州盟县旗区镇乡村街社办局委厅部院校站所中公集国军司厂处科队会方们单系".unicodeScalars)

  /// [强][抱拳]: nothing but faces.
  private static func isStickers(_ key: [Unicode.Scalar]) -> Bool {
    guard key.first == "[", key.last == "]" else { return false }
    let faces = key.split { $0 == "[" || $0 == "]" }
    return !faces.isEmpty && faces.allSatisfy { $0.count <= 4 }
  }

  private static let particles = Set("吧呢啊哦嗯哈嘛啦嘞呀咯哒喽噢诶".unicodeScalars)

  private static let openings = WordList([
    "好的", "好嘞", "好滴", "嗯", "哦", "哈", "收到", "辛苦", "谢谢", "感谢", "明白", "没问题", "稍等", "ok", "对的", "是的",
    "同意",
    "麻烦", "在吗", "在不", "早上好", "下午好", "晚上好",
  ])

  /// They also begin what is said in earnest: 各位网格长，请于今天下班前报数.
  private static let addresses = WordList(["各位", "大家", "请", "已"])

  /// Words that hand a text on.
  private static let passing = [
    "麻烦", "辛苦", "请查收", "请阅", "请审", "请过目", "请看", "转办", "转发给", "发群里", "如下,请", "供参考", "知悉", "请转",
    "领导要的",
    "材料如下", "看一下", "看下", "改一下", "改下", "发错", "重发",
  ]
}
