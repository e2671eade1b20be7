/// The words of official prose that the grammar knows, simplified.
enum WordTables {
  /// Marks that end a clause.
  static let boundaries = ScalarSet("，。；：！？、（）(),;:!?\n《》|…")

  /// Marks that end a sentence or one of its coordinate parts.
  static let sentenceEnds = ScalarSet("。；！？;!?\n")

  // MARK: What is no figure

  /// Words that begin with a numeral in characters and count nothing.
  static let idioms = Lexicon<Bool>([
    (
      true,
      """
      二、三产业 一、二、三产业 二三产业 八项规定 六项纪律 九二共识 一本 二本 三本 三江 七台河 千兆 万兆 百兆 一老一小 一网 一窗 一区 一企 一带一路 一圈 \
      一线 一体 一流 一般 一致 一直 一律 一起 一同 一道 一并 一些 一下 一旦 一向 一贯 一定 一切 一样 一旁 一方面 \
      一把手 一门式 一站式 一条龙 一盘棋 一张网 一件事 一张图 一本账 一户一 一人一 一企一 一事一 一次性 一手 一面 \
      一级 二级 三级 四级 五级 两级 一类 二类 三类 四类 一等 二等 三等 一星 二星 三星 四星 五星 一期 二期 三期 四期 \
      二手 二维码 二胎 二孩 三孩 二次供水 二氧化碳 二线 三线 四线 三农 三资 三公 三会一课 三下乡 三甲 三乙 二甲 三防 三夏 \
      三秋 三角 四川 四季如春 四周 四面八方 四好 四大 五金 五谷 五保 五险 六安 六盘水 七夕 八一 八达 九江 九州 九寨沟 \
      十分满意 十分重视 十分重要 十分必要 十分突出 十分明显 十堰 十字 十佳 十强 百强 百姓 百货 百日 百年 百企 百村 百合 百色 百分制 千家万户 千方百计 \
      千村 千企 千年 千里 万家 万众 万物 万一 万里 万载 万州 万宁 万达 万户千家 亿万 \
      两位数 两岸 两会 两新 两山 两翼 两侧 两旁 两端 两级 两手 两面 两地 两化 两江 两湖 两广 两淮 两优一先 \
      两代表一委员 两学一做 两癌 两重 两难 两者 两不愁 两院 两高 两委 两区 两项合计 两个维护 两个确立 两个覆盖 两个毫不动摇 \
      三大 五大 六大 七大 八大 九大 十大 两大 三新 四新 五化 六有 七一 六一 五一 十一国庆 一二三产业 一二三产 一产 \
      二产 三产 三个代表 四个意识 四个自信 十分之几 九年义务教育 九年制 九年一贯制 十二年一贯制 十五年一贯制 三门峡 三门县 三台县 三台山 五台山 五台县 九台区 五股 八步区 二环 三环 四环 五环 六环 三口之家 五口之家 一支柱 二支柱 三支柱 半数 半年 半天 半径 半导体 半成品 半个 半固态 半山
      """
    )
  ])

  /// Words that end in a numeral in characters: the numeral counts nothing.
  static let namesEndingInNumerals = Lexicon<Bool>([
    (
      true,
      """
      统一 唯一 万一 之一 逐一 单一 同一 专一 归一 合一 周一 周二 周三 周四 周五 周六 星期一 星期二 星期三 星期四 \
      星期五 星期六 初一 初二 初三 高一 高二 高三 大一 大二 大三 大四 进一 划一 如一 老三 再三 接二连三 \
      说一 始终如一 首一 每一 另一 某一 这一 那一 任一 头一 腊八 三九 保一 争一
      """
    )
  ])

  /// Nouns that make 五个… a name and not a count.
  static let sloganNouns = Lexicon<Bool>([
    (
      true,
      """
      建设 到位 覆盖 坚持 必须 聚焦 明确 维护 意识 自信 确立 务必 结合 统筹 注重 着力 突出 强化 一批 一 化 转变 \
      面向 底线 红线 抓手 体系 到村 到户 专项 提升行动 走在前 走在前列 着力点 更加 不准 不得 毫不 毫不动摇 率先 严格 严禁
      """
    )
  ])

  /// Words that begin like a unit and are none (3处理, 5家庭, 12条例), with true.
  static let notUnits = Lexicon<Bool>([
    (
      true,
      """
      处理 处置 处罚 处分 家庭 家长 家属 家园 条例 条件 条款 名义 名单 名录 位置 件套 期间 期末 期刊 批准 批复 批发 \
      支持 支部 支出 部署 部分 部长 面向 面临 面积 面对 组织 组建 组长 班子 场所 场地 场景 场馆 座谈 座位 本地 本级 本市 \
      本县 起步 起来 项目 台阶 台账 道路 种植 种类 类别 类型 段落 根据 口径 口岸 节约 节能 片区 层面 步骤 方面 点击 \
      级别 元旦 年级 年代 年龄 年货 天津 天然 成立 成为 成果 成员 成本 成功 成效 成熟 成套 成交 成长 \
      届一中 届二中 届三中 届四中 届五中 届六中 届七中 届中央 次全会 次全体 次产业 次党代会 度电影 级以上 级及 级联 点击 线路 线上 线下 线索 号线 \
      升级 升至 升学 米面 克服 吨位 分别 分类 分布 分局 省级 市级 县级 县域 村级 镇级 区域 区间 校园 厂房 线路 号召 车道 折合 折算 折旧 折叠 折返 折射 折价 人制 户籍 户口 户型 户外 园区 案件 站点 院校 院士 馆藏 馆长 号楼 \
      人均 人员 人才 人大 人口 人民 个人 个体 个性 万人计划 里程 瓦斯 方案 方式 方向 角度 毛利 双创 对口 对照 对象 对外 \
      对接 对标 轮流 轮训 届时 只有 只能 头部 头雁 张贴 把关 员工 单位 单独 单建 环比 环境 环节 步行 口粮 句容 束
      """
    ),
    // Words that begin like those and are a unit and another word after all.
    (false, "条例行 家庭院 处理念 名单位"),
  ])

  /// What lets a bare 百, 千 or 万 count things: 上百家, 超千人.
  static let opensBareScale = Lexicon<Bool>([
    (true, "上 超 超过 近 逾 约 达 突破 过 破 不足 高达 多达 达到 过了 已过 跨过 迈过 站上")
  ])

  // MARK: Around a figure

  enum Before: Sendable, Hashable {
    case approximate(Figure.Approximation)
    case change(Figure.Change)
    /// 至 到 为: the number is where a change ended.
    case arrow
    /// 达 共 有: the number is a level.
    case level
    /// Words that say nothing about the number: 了, 大幅, 分别.
    case filler
    case comparison
    case time
    /// 从 由
    case origin
    /// 分别 依次
    case respective
    /// 占
    case share
    /// 多 少 高 低, which say a change only in a comparison: 比上月多5家.
    case comparative(Figure.Change)
    /// Words that end in one of the others and are none: 完成, 新增, 节约.
    case stop
  }

  static let before = Lexicon<Before>(
    beforeNumbers + comparisons.map { (Before.comparison, $0.1) }
  )

  private static let beforeNumbers: [(Before, String)] = [
    (.approximate(.about), "约 大约 大概 约为"),
    (.approximate(.nearly), "近 将近 接近"),
    (.approximate(.over), "超 超过 突破 过 超出 均超 均超过 逾 高于 多于 大于"),
    (.approximate(.under), "不及 不足 不到 低于 少于 未满 不满 小于 未达"),
    (.approximate(.atLeast), "不少于 不低于 至少 最少"),
    (.approximate(.over), "> ＞"), (.approximate(.under), "< ＜"), (.approximate(.atLeast), "≥"),
    (.approximate(.atMost), "≤ 不超过 不高于 不多于 最多 至多"),
    (.change(.rise), risingWords),
    (.change(.fall), fallingWords),
    (.change(.flat), "持平 持平于 稳定在 保持在 保持 稳定保持在 维持在"),
    (.arrow, "进至 至 到 成 成为 整合为 优化为 优化整合为 合并为 撤并为 调整优化为 调整为 调整到 调整至 变为 改为 变更为"),
    (
      .level,
      """
      平均为 平均达 平均达到 优于 好于 达到或优于 跃居 可达 可达到 最高可达 最高达 达 达到 为 是 有 的有 居 位居 列 位列 名列 居于 排名 排在 排名第 稳居 跻身 排 共 共有 共计 合计 总计 计 仅 仅有 只有 仍有 还有 已有 高达 多达 在 控制在 控制在了 已 已达 全部 均 均为 \
      设有 实有 现有 拥有 占比 占比为 占比达 占比达到
      """
    ),
    (
      .filler,
      "¥ ￥ $ ＄ € £ 世界 全球 改善 将 人民币 新台币 台币 港币 折合人民币 约合人民币 ± 零上 全国 全省 全市 全县 全区 全省的 全国的 每人每月 每人每年 每人每天 每户每年 每户每月 每套 每辆 每头 每只 每株 每升 每度 每斤 每百斤 每百公斤 月均 日均 户均 月人均 人均 亩均 平均每 平均每户 平均每人 平均每年 平均每天 了 每亩 每户 每人 每家 每年 每月 每天 每平方米 每吨 每公斤 每斤 每公里 每件 每台 每次 每小时 每分钟 每立方米 新增 名义 实际 大幅 逐渐 逐年 逐月 逐季 逐步 稳步 快速 持续 再 进一步 累计 平均 年均 增速 增幅为 同步 显著 明显 又 各 就 最近 附近"
    ),
    (
      .time,
      """
      年初 年初的 年末 年底 年末的 年底的 上年 上年的 去年 去年的 今年 今年的 目前 目前的 现在 现在的 原来 原来的 \
      此前 此前的 上月 上月的 上年末 上年末的 上年底 上年底的 去年末 去年底 去年底的 上年同期 上年同期的 去年同期 去年同期的 \
      末 末的 底 底的 初 初的 期初 期初的 期末 期末的 当前 如今 过去 过去的 之前 之前的 以前 以前的 初期 初期的 最初 最初的 上季度 上季度的 现
      """
    ),
    (.origin, "从 由"),
    (.share, "占"),
    (.respective, "分别 分别为 分别达 分别达到 分别是 依次 依次为 分别占"),
    (.comparative(.rise), "多 高 快"),
    (.comparative(.fall), "少 低 慢"),
    (
      .stop,
      """
      新建 增设 完成 建成 组成 达成 形成 打造成 生成 集成 收成 促成 落成 养成 看到 收到 得到 报到 受到 签到 做到 截至 甚至 以至       节约 签约 预约 集约 条约 合约 公约 违约 履约 制约 赶超 高超 反超 设计 统计 会计 审计 预计 累计有 公共 平均数 年均数 许多 众多 最高 最低 升高       青少 至多 老少 较少 更多 较多 不少 大多 很多 现有的 通过 经过 超过的 行为 作为 认为 分为 以为 拥有率 私有 国有 所有 具有 没有 享有       存在 所在 正在 实在 自由 理由 经由 服从 提倡 表现 体现 实现 发现 出现 呈现 兑现 成就 造就 早就 通过 经过 超过了 安排 编排 系列 陈列 队列 下列 并列 定居 迁居 下达 到达 送达 直达 发达 表达 抵达 传达 通达 参加 增设了 召回 附加
      """
    ),
  ]

  private static let risingWords = """
    成长 暴增 大增 激增 猛增 增长 增加 提高 提升 上升 上涨 扩大 增 升 涨 回升 攀升 增收 拉长 上调 上调至 上调到 涨价 增支 增资 增值 增长为 增加为 提高为 提升为 上升为 升为 增为 翻升 上扬 增高 加大 扩建到 扩大为 增至 升至 涨至 增到 升到 增长至 增长到 \
    增加至 增加到 提高至 提高到 提升至 提升到 上升至 上升到 上涨至 上涨到 扩大至 扩大到 扩展到 扩充到 回升至 攀升至 跃升至 跃升到 \
    提至 提到 增幅 增幅为 增幅达 涨幅 涨幅为 涨幅达 增大 增多 增强 延长 延长至 延长到 扩增 扩增至 拓展到 拓展至 加快 壮大到 发展到 前移 \
    上移 前进 跃升 多出 高出 发展至 壮大至 净增 净增加 调增 上浮 提速 扩面 增产 偏多 偏高 偏快
    """

  private static let fallingWords = """
    下调 下调至 下调到 下调为 下降为 减少为 降低为 缩短为 压缩为 压减为 调减至 降价 减支 减产 跌价 萎缩 萎缩至 下滑为 降温 负增 下降了 \
    大跌 锐减 骤降 暴跌 大减 下降 减少 降低 缩短 下滑 回落 压减 减 降 跌 下跌 缩小 收窄 少 压缩 负增长 精简 下调 降至 降到 减至 减到 跌至 \
    下降至 下降到 减少至 减少到 降低至 降低到 缩短至 缩短到 回落至 回落到 压减至 压减到 压缩至 压缩到 缩小至 缩小到 精简至 \
    精简到 下滑至 收窄至 降为 减为 降幅 降幅为 降幅达 跌幅 跌幅为 跌幅达 后移 下移 退后 后退 净减少 净减 调减 下浮 缩减 缩减至 缩减到 减产 偏少 偏低 偏慢
    """

  static let comparisons: [(Figure.Comparison, String)] = [
    (
      .yearOnYear,
      """
      同比 按年 比上年同期 较上年同期 比上年度 较上年度 比去年同期 较去年同期 比上年 较上年 比去年 较去年 与上年同期相比 与去年同期相比 \
      与上年相比 与去年相比 上年同期 去年同期 上年同期的 去年同期的 同期相比 比同期 较同期
      """
    ),
    (
      .monthOnMonth,
      "环比 按月 比上月 较上月 比上个月 较上个月 与上月相比 与上月 与上个月相比 上月的 比上季度 较上季度 比上季 较上季"
    ),
    (
      .yearEnd,
      """
      比上年末 较上年末 比年初 较年初 比上年底 较上年底 比去年底 较去年底 比去年末 较去年末 比去年年底 较去年年底 \
      与年初相比 与上年末相比 从年初 由年初 从上年末 由上年末 从去年底 由去年底 从上年底 由上年底 年初的 比上年年末 较上年年末
      """
    ),
    (
      .plan,
      """
      完成计划 完成计划的 完成年度计划 完成年度计划的 完成全年计划 完成全年计划的 完成年度任务 完成年度任务的 完成全年任务 \
      完成全年任务的 完成目标任务 完成目标任务的 完成年度目标任务 完成年度目标任务的 完成任务的 完成年度目标 完成年度目标的 \
      完成全年目标 完成全年目标的 完成年计划 完成年计划的 占年度任务 占年度任务的 占全年任务 占全年任务的 占年度目标的 占年度目标任务的 占目标任务的 占任务的 占任务数的 占年度计划 占年度计划的 占全年计划的 为年度计划的 为年计划的 占计划的 \
      完成年度预算 完成年度预算的 完成全年预算 完成全年预算的 完成预算 完成预算的 完成调整预算的 完成年初预算的 完成预期目标的 \
      完成全年目标任务 完成全年目标任务的 完成序时任务的 完成任务数的 完成下达任务的
      """
    ),
    (
      .none,
      "比前三季度 比常年同期 较常年同期 比历年 较历年 比全国 比全省 较全国 较全省 比计划 比去年全年 比上年全年 较去年全年 较上年全年 比一季度 比上半年 比常年 较常年"
    ),
  ]

  static let comparisonWords = Lexicon<Figure.Comparison>(comparisons)

  static let levels = Lexicon<Bool>([
    (true, "为 达 至 到 是 同比 环比 增长 增速 下降 指数 系数 分别为 达到 得分 评分 值 余额 温度 气温 最低 低至")
  ])

  /// Verbs by which a place in a ranking moves: 前移2位.
  static let rankMoves = Lexicon<Bool>([
    (true, "前移 后移 上移 下移 前进 后退 退后 跃升 上升 下降 提升 提前 前移了 后移了 上升了 下降了")
  ])

  /// Words after which an hour is told.
  static let partsOfDay = Lexicon<Bool>([(true, "上午 下午 中午 凌晨 早上 晚上 早晨 清晨 傍晚 当晚 今晚 晚间 夜间 午后")])

  /// What is measured by 亿元 and 万元: 亿元生产总值能耗.
  static let outputs = Lexicon<Bool>([
    (true, "GDP 生产总值 地区生产总值 国内生产总值 产值 工业产值 工业增加值 增加值 营业收入")
  ])

  /// Words before a year that say by which count: 民国24年, 公元前201年.
  static let eras = Lexicon<Bool>([
    (
      true,
      """
      公元 公元前 民国 中华民国 昭和 平成 令和 洪武 永乐 宣德 正统 成化 弘治 正德 嘉靖 隆庆 万历 天启 崇祯 顺治 康熙 雍正 乾隆 嘉庆 \
      道光 咸丰 同治 光绪 宣统
      """
    )
  ])

  /// Words by which 5位 and 10名 are places: 居前5位.
  static let rankPlaces = Lexicon<Bool>([(true, "前 后 居前 列前 倒数")])

  /// What lets a number without a unit be a figure, an index: 指数为103.5.
  static let opensIndex = Lexicon<Bool>([
    (true, "性别比 指数 系数 得分 评分 比值 PMI")
  ])

  static let after = Lexicon<Figure.Approximation>([
    (.about, "左右 上下"),
    (.atLeast, "以上 及以上 或以上 之上"),
    (.atMost, "以下 以内 之内 及以下 内"),
  ])
}
