/// The one list of units and measure words of the program.
///
/// Names are simplified; traditional text is folded before it is looked up. Later entries do not
/// shadow earlier ones, longer words go before shorter.
enum UnitTable {
  struct Unit: Hashable, Sendable {
    var kind: Figure.Kind
    /// Whether the unit may follow a numeral in characters: 三位 counts, 四分 or 五度 is a guess.
    var followsCharacters = true
    /// What the value is multiplied by to be the kind's own: 八成 is 80 %.
    var power = 0
  }

  static let units = Lexicon<Unit>(
    money + measures + time + shares + counts.map { (Unit(kind: .count), $0) } + digitsOnly
  )

  /// The powers of ten that stay in the unit after digits: 1.2万户.
  static let scales = Lexicon<Int>([
    (12, "万亿 兆"), (11, "千亿"), (10, "百亿"), (9, "十亿"), (8, "亿"), (7, "千万"), (6, "百万"),
    (5, "十万"), (4, "万"), (3, "千"), (2, "百"),
  ])

  /// How many people a rate is counted by.
  static let populations = Lexicon<Bool>([(true, "10万 十万 万 百万 千")])

  /// What 个半 counts.
  static let halved = Lexicon<Figure.Kind>([(.duration, "小时 月 钟头 星期")])

  private static let money: [(Unit, String)] = [
    (
      Unit(kind: .money),
      """
      元 圆 块钱 美圆 日圆 港圆 卢比 比索 兰特 林吉特 越南盾 澳门元 坚戈 迪拉姆 里亚尔 雷亚尔 美元 欧元 日元 港元 港币 澳元 加元 英镑 卢布 韩元 新台币 台币 瑞士法郎 法郎 泰铢 新加坡元 \
      元人民币 人民币
      """
    ),
    (Unit(kind: .money, followsCharacters: false), "角 毛"),
  ]

  private static let measures: [(Unit, String)] = [
    (Unit(kind: .length), "公里 千米 公尺 米 公分 厘米 毫米 微米 纳米 华里 海里 英里 英尺 英寸 km cm mm m KM CM MM"),
    (Unit(kind: .length, followsCharacters: false), "里 尺 寸 丈"),
    (
      Unit(kind: .area),
      """
      平方米 平方公里 平方千米 平方厘米 平方英尺 平方英里 平方尺 平方公尺 坪 亩 公顷 平米 ㎡ m² km² hm² 英亩 亩次 公顷次 标准亩
      """
    ),
    (Unit(kind: .area, followsCharacters: false), "顷 平方"),
    (Unit(kind: .mass), "吨 公吨 公斤 千克 公克 克 毫克 微克 斤 市斤 公担 载重吨 总吨 kg mg μg t g KG"),
    (Unit(kind: .energy), "吨标准煤 吨标煤 千瓦时 千瓦小时 度电 兆瓦时 万大卡 焦耳 千焦 兆焦 大卡 千卡 卡路里 太焦 吉焦 kWh kW·h MWh GWh"),
    (Unit(kind: .power), "瓩 千瓦 兆瓦 吉瓦 瓦 马力 kW MW GW W 千伏安 兆伏安 kVA MVA"),
    (Unit(kind: .volume), "立方米 立方厘米 标准立方米 立方公尺 公升 升 毫升 立方 方水 m³ mL L ml"),
    (Unit(kind: .volume, followsCharacters: false), "方"),
    (Unit(kind: .temperature), "摄氏度 ℃ °C 华氏度 ℉"),
    (Unit(kind: .speed), "公里每小时 千米每小时 米每秒 km/h m/s"),
    (Unit(kind: .density), "mg/m³ μg/m³ mg/L g/L"),
    (
      Unit(kind: .other),
      """
      分贝 蒸吨 兆 兆帕 百帕 千帕 赫兹 伏 千伏 安培 KB MB GB TB PB EB Mbps Gbps Tbps dB Hz MHz GHz kV MPa kPa Pa ppm \
      字节 千字节 兆字节 吉字节 太字节 比特 千比特 兆比特 千赫 千赫兹 兆赫 兆赫兹 吉赫 吉赫兹 毫安 千乏 勒克斯 \
      个基点 基点 人公里 吨公里 车公里 皮长公里 芯公里 吨海里 人海里 人千米 吨千米 PFlops EFlops
      """
    ),
  ]

  private static let time: [(Unit, String)] = [
    (
      Unit(kind: .duration),
      """
      年 周年 个月 个季度 个星期 星期 周 天 个工作日 工作日 个小时 小时 个钟头 分钟 秒钟 秒 个昼夜 昼夜 \
      个年度 个学期 个世纪 h min s
      """
    )
  ]

  private static let shares: [(Unit, String)] = [
    (Unit(kind: .percentagePoint), "个百分点 百分点 个百份点"),
    (Unit(kind: .rank), "个位次 位次 个名次 名次"),
    (Unit(kind: .permille), "‰ 个千分点 千分点"),
    (Unit(kind: .percent), "%"),
    (Unit(kind: .percent, power: 1), "成 折"),
    (Unit(kind: .multiple), "倍"),
  ]

  private static let counts: [String] = [
    """
    周岁 人次 人份 人 名 位 户次 户 家次 家 个 所 处 座 条次 条 项次 项 件次 件 起 宗 例 次 场次 场 批次 批 \
    期 支 只 头 匹 羽 尾 株 棵 辆次 辆 台套 台 套次 套 艘次 艘 架次 架 部 本 册 份 篇 幅 张床位 张 枚 块 \
    面 袋 瓶 箱 包 盒 桶 双 对 组 班次 班 轮 遍 趟 层 栋 幢 间 门 扇 口 眼 盏 根 段 类 种 款 样 道 节 \
    课时 学时 章 句 字 页 版次 版 集 首 床 岁 票 席 单 笔 桩 团 队 连 排 群 标段 标箱 车次 列次 列 \
    吨次 航次 个点 层级 滴 顶 把 朵 盆 车 门次 堂课 堂 台时 人天 人日 工日 员 粒 颗 副 具 尊 则 步 环 档 代人 \
    届 年次 席次 处次 例次 页次 幢次 摊 剂次 标台 尾 孔 幅次 站次 车辆 艘船 组次 起次 桌 味 册次 家庭户 股 丛 垛 床次 人/次 伙 帧 挂 曲 封 炉 杯 碗 筐 捆 卷 辈 窝 担 剂次 剂 针次 针 宗案件 载
    """
  ]

  /// Words that count only after digits: after characters they mostly are something else.
  private static let digitsOnly: [(Unit, String)] = [
    (
      Unit(kind: .count, followsCharacters: false),
      """
      分 县 市 区 镇 乡 村 街道 省 国 部门 级 线 点 度 师 厂 校 企业 社区 国家 地区 TEU 标准箱 垸 园 馆 案 站 院 州 旗 盟 乡镇 镇街 市县 县市
      """
    )
  ]

  /// Units that a rate may be measured by: 元/户, 公里每小时.
  static let denominators = Lexicon<Figure.Kind>([
    (.duration, "小时 天 日 年 月 分钟 秒 季度 工作日 h s"),
    (.area, "平方公里 平方米 亩 公顷 平方千米"),
    (.volume, "立方米 升 立方 m³ L"),
    (.length, "公里 千米 米"),
    (.mass, "吨 公斤 千克 克 斤"),
    (.energy, "千瓦时 度 kWh"),
    (.count, "户 人次 人 家 个 件 台 辆 次 例 套 间 床 头 只 株 份 单 张 项 村"),
    (.money, "万元 元 亿元"),
  ])

  /// The kind of X/Y: that of X unless it is a speed or a density.
  static func kind(of numerator: Figure.Kind, per denominator: Figure.Kind) -> Figure.Kind {
    switch (numerator, denominator) {
    case (.length, .duration): .speed
    case (.count, .area), (.mass, .volume), (.mass, .area): .density
    default: numerator
    }
  }
}
