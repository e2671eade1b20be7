/// The fixed words of chats, mail and print, simplified, small and without spaces.
enum PageWords {
  static let tables: [PageSigns.Table] = [messages, answers, prints]

  private static let messages = PageSigns.Table(
    sign: .message,
    whole: [
      "[图片]", "[文件]", "[视频]", "[语音]", "[动画表情]", "[表情]", "[链接]", "[位置]", "[名片]", "[红包]", "[聊天记录]",
      "[image]", "[photo]", "[file]", "[强]", "[抱拳]", "[握手]", "[ok]", "[玫瑰]", "[微笑]", "[鼓掌]", "群公告",
      "收起聊天记录", "查看更多消息", "以下是新消息", "以下为新消息", "聊天记录", "转发的聊天记录",
      "转发的邮件", "原始邮件", "originalmessage", "forwardedmessage",
    ],
    beginning: [
      "[文件]", "[图片]", "[链接]", "[语音]", "[视频]", "发自我的", "来自我的", "sentfrommy",
      "-----原始邮件", "----原始邮件", "---原始邮件", "------------------原始邮件", "-----邮件原件", "-----转发邮件",
      "----------转发的邮件", "-----转发的", "-----originalmessage", "----------forwardedmessage",
      "-----回复邮件",
      "此邮件及", "本邮件及", "本邮件(", "此邮件(", "本邮件包含", "本邮件含有", "此邮件包含", "此邮件含有", "本电子邮件",
      "以上是打招呼", "你已添加了", "您已添加了", "以下为新消息", "以下是新消息", "——以下", "邀请您加入", "thisemail",
      "thise-mail", "点击下载附件", "超大附件", "从qq邮箱发来", "#腾讯会议", "批注[", "点击链接入会", "邀请你加入", "附件大小",
      "您收到此邮件",
      "您收到本邮件", "如果您无法正常查看",
      "如无法正常显示", "退订", "取消订阅",
    ],
    inside: [
      "撤回了一条消息", "查看此邮件", "收到此邮件", "收到本邮件", "退订此", "退订本", "退订|", "加入了群聊", "移出了群聊", "修改群名为", "拍了拍",
      "邀请你加入了群聊", "加入了本群", "的聊天记录",
      "发起了群收款", "通过扫描", "条新消息", "未读消息", "@所有人",
    ]
  )

  private static let answers = PageSigns.Table(
    sign: .answer,
    whole: [
      "收到", "收到!", "收到。", "收到,谢谢", "收到,谢谢!", "收到,谢谢。", "收到谢谢", "好的", "好的!", "好的。", "好", "早", "好的好的",
      "收到收到", "好的,收到",
      "好的收到", "好的,谢谢", "好的,谢谢!", "谢谢", "谢谢!", "谢谢。", "辛苦了", "辛苦了!", "辛苦", "ok", "嗯", "嗯嗯", "知道了",
      "明白", "明白!", "没问题", "可以", "可以的", "行", "在吗", "在吗?", "在", "你好", "您好", "您好!", "请查收", "请查收。",
      "请查收!", "请看一下", "麻烦看一下", "发你了", "发您了", "已发", "已收到", "已阅", "同意", "1", "👌", "👍", "🙏",
      "收到[抱拳]", "收到[ok]", "好的[抱拳]",
    ]
  )

  private static let prints = PageSigns.Table(
    sign: .print,
    whole: [
      "(此页无正文)", "此页无正文", "(本页无正文)", "(以下无正文)", "(续上页)", "(接上页)", "(转下页)", "(未完待续)", "续上页",
      "接上页", "转下页", "空白页", "(此页空白)", "本页空白",
      "thispageintentionallyleftblank",
    ],
    beginning: ["(下转第", "(上接第", "(下转", "(上接", "下转第", "上接第", "▶下转", "▲上接", "▼下转"]
  )
}

/// Words found by their first scalar.
struct WordList {
  private let byFirst: [Unicode.Scalar: [[Unicode.Scalar]]]

  init(_ words: [String]) {
    let scalars = words.map { Array($0.unicodeScalars) }.filter { !$0.isEmpty }
    byFirst = Dictionary(grouping: scalars) { $0[0] }
  }

  /// Whether a text is one of the words.
  func contains(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    candidates(text).contains { $0.elementsEqual(text) }
  }

  /// Whether a text begins with one of the words.
  func beginsWord(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    candidates(text).contains { text.starts(with: $0) }
  }

  private func candidates(_ text: ArraySlice<Unicode.Scalar>) -> [[Unicode.Scalar]] {
    text.first.flatMap { byFirst[$0] } ?? []
  }
}
