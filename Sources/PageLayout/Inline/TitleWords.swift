/// Words that decide where a title may be broken well, in simplified characters.
///
/// GB/T 9704-2012 7.3.1 asks that the meaning of words stays whole (词意完整) and names none; these
/// tables are ours, gathered from how official titles are built: 机关 + 关于 + 事由 + 的 + 文种.
enum TitleWords {
  /// Particles that belong to what is before them and begin no line.
  static let particles = words("的 地 得 了 着 过 之 等 们 性 化 型 式 级 类 版 稿 上 下 中 内 外 里 间 前 后 时")

  /// Words that join what is on both sides.
  static let connectives = words("和 与 及 以及 及其 暨 并 或 或者 同 而 至 到")

  /// Words that open what follows and end no line.
  static let prepositions = words(
    """
    关于 在 对 对于 为 为了 以 由 将 把 被 向 从 按 按照 根据 依据 依照 围绕 针对 通过 经 自 就 给 于 让 使 \
    有关 不 未 无 再 更 最 已 要 请 须 应 可 能
    """
  )

  /// What stands before a noun or a number as a part of it.
  static let prefixes = words(
    "第 各 全 该 本 每 某 新 大 小 老 非 副 总 超 零 两 双 多 高 低 好 主 原 首 近 约 逾 达 乡 市 县 省 区 国 党"
  )

  /// One character that ends a name or a number before it.
  static let suffixes = words(
    """
    省 市 县 区 旗 盟 州 镇 乡 村 街 路 局 厅 委 办 处 科 室 部 院 所 站 组 队 会 党 团 社 校 馆 园 港 矿 厂 \
    年 月 日 号 期 次 届 季 度 周 天 时 分 个 名 位 件 项 条 款 批 轮 场 家 户 人 元 吨 亩 里 米 倍 成 者 员 师 长 法 \
    案 令 书 函 表 册 集 录 卷 篇 章 节 率 额 量 值 数 费 税 款 金 权 责 制 业 界 方 面 点 线 片 块 段 层 类 种 品 物 力 网 群
    """
  )

  /// Nouns that head the words before them: 实施|方案 would lose its sense.
  static let heads = words(
    """
    工作 会议 情况 活动 行动 方案 计划 规划 办法 意见 通知 报告 通报 决定 决议 规定 制度 机制 体系 建设 发展 管理 服务 \
    改革 专班 小组 委员会 办公室 条例 细则 公告 通告 公报 纪要 批复 议案 请示 答复 函 清单 要点 问题 任务 目标 项目 工程 \
    试点 示范 资金 政策 措施 标准 规范 程序 流程 名单 结果 总结 指南 指引 预案 协议 合同 章程 准则 守则 教育 学习 \
    培训 考核 评价 评估 监督 检查 督查 整治 治理 保护 保障 安全 生产 质量 组织 队伍 干部 单位 企业 部门 人员 环境 水平 \
    能力 能手 作风 精神 讲话 纲要 台账 手册 简报 年报 月报 快报 动态 专报 人大 代表大会 政府 支部 中心 联席会议 精神文明 时期 期间 以来 以后 工作方案 工作会议 工作情况 工作要点 工作机制 工作制度 工作总结 工作规则 会议纪要 会议精神
    """
  )

  /// Verbs that take what follows: good to begin a line with, bad to end one.
  static let verbs = words(
    """
    印发 转发 批转 发布 公布 报送 下达 颁发 加强 做好 推进 推动 进一步 全面 切实 深入 贯彻 落实 开展 组织 举办 召开 认真 \
    扎实 加快 促进 实施 建立 健全 完善 成立 调整 表彰 命名 授予 学习 规范 严格 严肃 改进 优化 提升 提高 强化 深化 支持 \
    鼓励 引导 构建 打造 建设 防范 化解 防止 禁止 取消 停止 废止 修改 修订 制定 编制 申报 组建 设立 任命 聘任 免去 公开 \
    持续 积极 大力 坚决 着力 统筹 稳步 有效 努力 坚持 保持 扩大 培育 发展 征求 征集 召集 同意 申请 继续 迅速 立即 联合 \
    依法 依规 关心 关爱 解决 处理 办理 启动 启用 使用 执行 参加 作出 举行 出席 邀请 报告 听取 审议 通过
    """
  )

  /// Words that end a name; what is before them is the name itself.
  static let nameEnds = words(
    "公司 有限公司 有限责任公司 集团 股份有限公司 人民政府 人民检察院 人民法院 公安局 同志 先生 女士 等同志"
  )

  /// Words that say more of what follows: good to begin a line with, bad to end one.
  static let modifiers = words(
    """
    部分 若干 全国 全省 全市 全县 全区 全体 各级 所有 重点 当前 近期 新时代 新形势 基层 有关 相关 其他 首批 首届 国有 城乡 农村 \
    社会 重大 主要 一般 特别 紧急 专项 专题 年度 春季 夏季 秋季 冬季 期间 省级 市级 县级 国家级
    """
  )

  /// Set phrases, of which the dictionary knows only the parts.
  static let phrases = words(
    """
    安全生产 人民政府 人民代表大会 常务委员会 政治协商会议 代表大会 委员会 办公室 领导小组 工作小组 联席会议 指挥部 党组织 \
    党支部 党委会 党员大会 党风廉政 廉政建设 党的建设 基层党建 全面从严治党 主题教育 两新组织 两新工委 乡村振兴 脱贫攻坚 \
    高质量发展 营商环境 生态环境 污染防治 专项整治 专项行动 专项检查 专项资金 政府工作报告 工作报告 工作方案 工作要点 \
    工作规则 工作制度 工作机制 工作情况 工作会议 工作总结 实施方案 实施意见 实施细则 实施办法 实施条例 管理办法 管理条例 \
    管理规定 暂行办法 暂行规定 试行办法 考核办法 奖励办法 指导意见 若干意见 若干措施 若干规定 行动计划 行动方案 总体方案 \
    总体规划 发展规划 五年规划 应急预案 应急管理 应急响应 情况通报 情况说明 会议纪要 会议精神 统计公报 统计月报 国民经济 \
    社会发展 经济和社会发展 国民经济和社会发展 固定资产 固定资产投资 社会保障 社会保险 养老保险 医疗保险 医疗保障 公共服务 \
    政务服务 政务公开 信息公开 行政审批 行政执法 行政处罚 财政预算 财政收支 预算执行 决算草案 预算草案 招商引资 项目建设 \
    重点项目 重大项目 重点工作 重点任务 基础设施 公共卫生 疫情防控 森林防火 防汛抗旱 防汛救灾 自然灾害 地质灾害 食品安全 药品安全 \
    消防安全 交通安全 道路交通 校园安全 网络安全 数据安全 粮食安全 耕地保护 农村工作 农业农村 农民增收 农民工 义务教育 职业教育 \
    学前教育 科技创新 人才工作 人才队伍 干部队伍 教师队伍 志愿服务 精神文明 文明城市 文明单位 先进集体 先进个人 先进单位 优秀共产党员 \
    优秀党务工作者 劳动模范 工作者 负责人 联系人 责任制 责任书 责任分工 职责分工 任务分工 人事任免 职务任免 机构改革 机构编制 国有企业 \
    民营企业 小微企业 规模以上 规上工业 市场监管 市场主体 知识产权 电子商务 数字经济 数字政府 一网通办 最多跑一次 放管服 河长制 \
    林长制 网格化 信访工作 矛盾纠纷 平安建设 社会治安 综合治理 扫黑除恶 法治政府 依法行政 普法宣传 统一战线 民族宗教 对口支援 东西部协作 \
    互联网 大数据 人工智能 新能源 老旧小区 保障性住房 垃圾分类 厕所革命 人居环境 美丽乡村 文化旅游 全域旅游 非物质文化遗产 \
    党史学习教育 组织生活会 民主生活会 理论学习中心组 三会一课 双随机 一公开 十四五 十五五 二十大 三中全会 四中全会 全国人大 \
    自治区 自治州 自治县 开发区 高新区 示范区 街道办事处 居委会 村委会 党的组织 党的工作 领导班子 领导干部 突发公共事件 突发事件 公共事件 体制机制 \
    融合发展 有限公司 有限责任公司 环境影响 环境影响报告书 环境影响评价 环境影响报告表 保险基金 养老保险基金 土地使用权 国有土地使用权 \
    设备更新 以旧换新 中国共产党 国家通用语言文字 通用语言文字 代表建议 议案办理 政协提案 提案办理 优惠政策 科学院 农业科学院 研究院 科学研究院 年产 年产值 道德模范 身边好人 自然保护区 人民检察院 人民法院 人民武装部 经济工作 经济运行 经济工作会议 高新技术 高新技术产业 \
    产业示范区 农村饮水 饮水安全 饮水安全工程 规范性文件 行政规范性文件 传染病防控 自然资源 卫生健康 退役军人 人力资源 文化广电 \
    劳动奖状 劳动奖章 工人先锋号 公务接待 交通管制 交通运输 义务植树 无偿献血 征求意见稿 公安局 教育局 财政局 民政局 统计局 司法局 审计局 水利局
    """
  )

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map(String.init))
  }

  /// The length of the longest phrase, in characters.
  static let longestPhrase = phrases.map(\.count).max() ?? 0
}
