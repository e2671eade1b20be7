/// What a word means on a page: the classes by which `LineReading` counts the words of a short line.
struct PageSense: OptionSet, Hashable {
  let rawValue: UInt32

  /// What one clicks: 打印, 收藏, 分享.
  static let tool = PageSense(rawValue: 1 << 0)
  /// Words that go with tools and prove nothing alone: 本页, 大, 到.
  static let part = PageSense(rawValue: 1 << 1)
  /// Where one shares or follows: 微信, 微博.
  static let channel = PageSense(rawValue: 1 << 2)
  /// What a page counts: 浏览, 点击率.
  static let counter = PageSense(rawValue: 1 << 3)
  /// Sections of a site; only several of them, side by side or below one another, are a menu.
  static let section = PageSense(rawValue: 1 << 4)
  /// What only the head of a site has: 登录, 当前位置, 长者模式.
  static let site = PageSense(rawValue: 1 << 5)
  /// Who worked on a page: 责任编辑, 校对.
  static let role = PageSense(rawValue: 1 << 6)
  /// What only the foot of a site has: ICP备, 版权所有.
  static let filing = PageSense(rawValue: 1 << 7)
  /// Labels that a foot has, and a notice may have as text: 主办单位, 电话.
  static let contact = PageSense(rawValue: 1 << 8)
  /// What a reader is asked to do: 扫, 长按, 关注.
  static let request = PageSense(rawValue: 1 << 9)
  /// With what: 二维码, 蓝字, 公众号.
  static let object = PageSense(rawValue: 1 << 10)
  /// A page that speaks of itself: 本网, 本公众号.
  static let itself = PageSense(rawValue: 1 << 11)
  /// Rights and duties of a page: 转载, 侵权, 免责.
  static let rights = PageSense(rawValue: 1 << 12)
  /// The first half of the heading of a list of links: 相关, 热门.
  static let listKind = PageSense(rawValue: 1 << 13)
  /// The second half: 新闻, 排行.
  static let listNoun = PageSense(rawValue: 1 << 14)
  /// Words that a reader is spoken to with: 您, 请, 快来.
  static let you = PageSense(rawValue: 1 << 15)
  /// What a page says of a document beside its text: 索引号, 发文机构.
  static let record = PageSense(rawValue: 1 << 16)
  /// After it a page lists its neighbours or comments: 上一篇.
  static let neighbour = PageSense(rawValue: 1 << 17)
  /// Put between the paragraphs of a page: 展开全文, 广告.
  static let inserted = PageSense(rawValue: 1 << 18)
  /// Waits or fails: 加载中, 浏览器不支持.
  static let state = PageSense(rawValue: 1 << 19)
}

/// The words of pages: small, simplified, half-width, without spaces.
///
/// They are parts of phrases, not phrases: 打印 + 本页, 责任 + 编辑, 相关 + 新闻; what a line says is
/// told by how many of its letters they cover, and in which company (`LineReading`). Those of official
/// sites are what the mainland's standard for them asks for (《政府网站发展指引》, 2017), with the words
/// that sites of Taiwan and Hong Kong use for the same.
enum PageLexicon {
  static let words: [(PageSense, String)] = [
    (
      .tool,
      """
      打印 列印 友善列印 关闭 收藏 加入收藏 分享 分享到 分享至 转发 转寄 一键分享 点赞 点个赞 在看 点亮在看 评论 发表评论 我要评论 \
      写评论 留言 写留言 跟帖 回复 举报 检举 反馈 纠错 我要纠错 投诉 下载 另存为 保存 复制 复制链接 复制网址 返回 返回顶部 返回首页 \
      返回列表 回顶部 回到顶部 回到首页 置顶 顶部 回首页 回上页 回上一页 回最上方 回页首 全屏 退出全屏 播放 暂停 静音 倍速 弹幕 \
      听全文 听新闻 朗读 语音播报 语音朗读 收听 字号 字体 字级 字型 字体大小 字号大小 加大 减小 放大 缩小 还原 重置 调整字体 上一页 \
      下一页 上页 下页 尾页 末页 第一页 最后一页 跳转 转到 前往 关注 已关注 +关注 订阅 取消订阅 退订 查看更多 加载更多 显示更多 \
      显示全部 更多 更多>> 展开 收起 展开全文 阅读全文 查看全文 阅读原文 查看原文 原文链接 本文链接 链接地址 生成海报 海报 分享海报 \
      刷新 换一换 换一批 预览 在线预览 上传 编辑本页 倒序浏览 只看楼主 只看该作者 快速回复 发表回复 发布 书签 繁简转换 喜欢 踩 \
      share print close top back email copylink copy download more readmore viewmore loadmore \
      backtotop like reply follow subscribe unsubscribe save next previous prev playlist fullscreen \
      楼主 沙发 板凳 地板 只看楼主 倒序看帖 引用 只看作者 看图 收起回复 发新帖 发帖 写文章 视图 批注 修订 评分 提意见 收录于 合集 我要提问 我来说两句 说两句 参与评论 查看评论 暂无评论 没有了 暂无 播放声音 切换 添加
      """
    ),
    (
      .part,
      """
      大 中 小 特大 较大 默认 标准 超大 本页 此页 该页 页面 网页 当前页 当前页面 窗口 文章 文本 正文 此文 本文 全文 原文 内容 到 至 \
      第 页 共 条 个 次 人 万 篇 楼 字 与 和 或 并 及 请 请您 您 可 点击 点此 点 按 查看 阅读 使用 上一级 上级 上层 首页 列表 列表页 \
      目录 顶端 顶 底部 上 下 更 我的 我要 全部 所有 了 的 在 这里 此处 图片 附件 视频 音频 大图 原图 链接 网址 好友 高清 超清 标清 流畅 \
      自动 模式 尺寸 提示 发表 最新 最热 热门 按时间 排序 默认排序 倒序 正序 当前 总 记录 跳 go to the this page of a all \
      关键字 关键词 发表于 发布于 编辑于 更新于 来自 回复于 时间 日期 作者 级 本帖 文档 电脑 方便 编辑 最近 已 还剩 剩 未读 继续 已有 页首 年前 昨天 前天 今天 剩余 部分 只看 进入 返回上 期 天 本 主 题
      """
    ),
    (
      .channel,
      """
      微信 微信好友 朋友圈 微信朋友圈 微博 新浪微博 腾讯微博 新浪 腾讯 qq qq空间 qq好友 空间 qzone 人人网 豆瓣 钉钉 抖音 抖音号 快手 知乎 \
      百度贴吧 贴吧 今日头条 头条号 头条 小红书 视频号 公众号 微信公众号 官方微信 官方微博 政务微博 政务微信 官微 手机报 新媒体矩阵 新媒体 \
      客户端 手机客户端 手机版 手机网 移动端 移动版 触屏版 电脑版 小程序 app 邮件 邮箱 短信 facebook twitter x line whatsapp weibo wechat \
      telegram instagram youtube linkedin plurk 脸书 推特 rss 印象笔记 有道云笔记 哔哩哔哩 b站 企鹅号 百家号 强国号
      """
    ),
    (
      .counter,
      """
      浏览 浏览量 浏览数 浏览次数 浏览人数 浏览人次 已浏览 浏览率 点击 点击量 点击数 点击率 点击次数 访问 访问量 访问数 访问次数 访问人数 \
      阅读 阅读量 阅读数 阅读次数 阅读人数 已阅读 阅览次数 点阅 点阅数 点阅率 点阅次数 人气 人气指数 热度 围观 播放量 播放次数 观看 观看次数 观看人数 \
      下载次数 下载量 下载数 评论数 点赞数 分享数 转发数 收藏数 回复数 跟帖数 参与 条评论 次浏览 次阅读 人浏览 人阅读 人看过 看过 \
      赞 views reads hits pv 在线人数 当前在线 今日访问 总访问 总访问量 今日访问量 累计访问 累计访问量 金币 积分 粉丝 粉丝量 已读 未读 访客 位访客 位访问者 位来访者 您是第 \
      小时前 分钟前 天前 周前 个月前 刚刚 昨天 前天
      """
    ),
    (
      .section,
      """
      首页 发现 消息 网站首页 主页 要闻 动态 新闻 资讯 快讯 公告 公示 通知 通知公告 公示公告 政务 党务 政策 法规 文件 解读 公开 服务 办事 互动 交流 回应 \
      关切 征集 访谈 信箱 调查 投诉 建议 咨询 专题 专栏 栏目 频道 报道 聚焦 关注 热点 中心 大厅 平台 之窗 概况 概览 简介 介绍 机构 职能 设置 领导 \
      领导人 信息 数据 统计 图片 视频 图集 音频 直播 多媒体 媒体 融媒 党建 群团 人事 任免 招聘 人才 财政 预决算 招标 采购 招商 投资 旅游 文化 \
      教育 科普 科技 体育 健康 医疗 卫生 民生 社会 经济 财经 金融 股票 股市 基金 房产 地产 家居 汽车 法治 法律 生态 环保 农业 三农 乡村 国际 国内 海外 \
      港澳 台湾 地方 本地 城区 区县 县区 乡镇 部门 基层 评论 时评 观点 理论 军事 时政 政事 深度 滚动 舆情 公益 生活 时尚 娱乐 影视 电影 游戏 数码 \
      历史 知识 产经 产业 企业 公司 产品 案例 合作 加盟 客户 团队 关于我们 联系我们 下载 论坛 社区 博客 问答 百科 文库 导航 地图 \
      网站地图 网站声明 隐私声明 版权声明 法律声明 常见问题 帮助 意见反馈 县情 市情 省情 区情 镇情 重点 领域 规划 计划 总结 工作 活动 会议 \
      学会 学术 科研 教学 招生 就业 学生 教师 校园 医院 科室 专家 期刊 出版 奖励 会员 电子报 数字报 报纸 news about aboutus contact contactus \
      services products home video photo sports finance tech 本网 原创 独家 图说 访问 阅读 专版 旅行 美食 书画 收藏 彩票 亲子 育儿 女性 时事 政治 \
      搜索 云 政民 公众 参与 应用 资源 档案 党史 地方志 史志 信用 依申请 年报 指南 目录 制度 网上 在线 便民 热线 政务公开 信息公开
      """
    ),
    (
      .site,
      """
      登录 登入 注册 退出 退出登录 立即注册 免费注册 忘记密码 用户名 密码 验证码 会员登录 用户登录 会员中心 个人中心 用户中心 搜索 搜寻 站内搜索 \
      高级搜索 全站搜索 热门搜索 热搜 设为首页 加为收藏 无障碍 无障碍浏览 无障碍阅读 网站无障碍 长者模式 长者版 关怀模式 关怀版 老年模式 适老化 \
      适老版 适老化模式 大字版 繁体 简体 繁体版 简体版 繁体中文 简体中文 繁 简 英文版 中文版 english en 中文 智能问答 智能机器人 智能客服 \
      网站导航 网站导览 导览 切换导航 菜单 导航 跳到主要内容 跳至主要内容 跳过导航 跳到正文 主要内容区 网站支持ipv6 本网站支持ipv6 本站支持ipv6 ipv6 \
      今天是 今日天气 天气预报 当前城市 切换城市 网站群 部门网站 移动门户 政务邮箱 站点地图 旧版回顾 返回旧版 旧版 触屏 wap \
      转繁体版 转简体版 toggle navigation menu search login signin signup register skiptocontent skiptomaincontent skip \
      接受并继续 同意并继续 全部接受 接受全部 拒绝 我知道了 知道了 请输入 输入关键字 输入关键词 请输入关键字 请输入关键词 请输入搜索内容 您要搜索的内容 您好 游客 通行证 \
      长者 助手 好差评 版面导航 标题导航 返回本版列表 版面概览 往期回顾
      """
    ),
    (
      .role,
      """
      责任编辑 责编 编辑 编审 编委 编校 编排 主编 副主编 总编 总编辑 执行主编 值班编委 值班编辑 值班主任 值班总编 值班主编 值班审校 初审 复审 终审 初核 复核 \
      一审 二审 三审 一校 二校 三校 初校 审校 审核 审核人 审签 审定 审读 校对 校审 核对 监制 监审 出品 出品人 总监制 总策划 策划 统筹 \
      制作 制图 绘图 绘制 插画 美编 美术编辑 视觉 版式 版式设计 排版 设计 摄影 摄像 摄制 图文 图片 图 文 文字 文案 供图 供稿 供稿人 撰稿 撰文 撰写 采写 \
      采访 采编 作者 记者 通讯员 实习生 实习记者 见习记者 剪辑 后期 配音 播音 主播 视频 来源 素材 转载自 投稿人 录入 录入员 发布人 发布者 上传者 信息员 \
      本期 本版 责任 值班 执行 网络 新媒体 图文编辑 文字编辑 网页编辑 网络编辑 本网编辑 本报记者 系统管理员 小编 责任校对 翻译 编译 拟稿 拟稿人 核稿 签发
      """
    ),
    (
      .filing,
      """
      icp备 icp证 公网安备 公安备案 备案号 备案序号 备案编号 备案/许可证 备案证 网站标识码 标识码 版权所有 著作权所有 版权归 copyright copyrights (c) © \
      allrightsreserved allrightreserved rightsreserved poweredby 许可证 增值电信 经营许可 信息网络传播视听 视听节目 互联网新闻信息服务 \
      互联网出版 网络出版服务 广播电视节目制作 分辨率 ie8 ie9 以上浏览器 建议使用chrome 技术支持 网站支持 网站建设 网站维护 网站管理 网站运维 \
      运行维护 违法和不良信息 不良信息举报 网警 网站安全检测 工商执照 营业执照 法律顾问 常年法律顾问 本网站由 本站由 版本号 \
      隐私权 隐私政策 隐私保护 隐私声明 用户协议 服务条款 使用条款 使用协议 服务协议 免责条款 豁免条款 资料开放宣告 \
      安全隐私 版权保护 版权说明 版权声明 法律声明 网站声明 广告服务 广告投放 商务合作 诚聘英才 招聘信息 加入我们 友情链接 站长统计 cnzz
      """
    ),
    (
      .contact,
      """
      主办 主办单位 主办方 主管 主管单位 主管部门 承办 承办单位 协办 协办单位 维护单位 运维单位 运营 运营单位 制作单位 管理单位 制作维护 地址 联系地址 办公地址 单位地址 \
      医院地址 学校地址 公司地址 邮编 邮政编码 邮递区号 电话 联系电话 服务电话 咨询电话 值班电话 总机 热线 服务热线 客服电话 举报电话 举报邮箱 急救电话 传真 邮箱 电子邮箱 电子邮件 \
      电子信箱 联系邮箱 投稿邮箱 网址 主页网址 中文网址 英文域名 中文域名 域名 e-mail email tel fax qq群 客服 新闻热线 投稿信箱 服务时间 客服时间
      """
    ),
    (
      .request,
      """
      扫一扫 扫描 扫码 扫 长按 识别 点击 点按 点我 按我 戳我 戳 猛戳 戳这里 点这里 点此 关注 关注我们 订阅 下载 打开 安装 加入 添加 领取 抢购 购买 咨询 报名 预约 参与 设为星标 加星标 \
      星标 转发 分享 转给 分享给 收藏 点赞 点个在看 在看 分享出去 留言 回复关键词 回复 后台回复 滑动 左滑 上滑 向上滑动 轻点 获取 解锁 了解更多 了解详情 查看更多 阅读更多 一键三连 \
      动动手指 告诉我们 联系我们 加微信 进群 入群 投稿 开通会员 续费 登录 注册 升级
      """
    ),
    (
      .object,
      """
      二维码 下方二维码 上方二维码 公众号 微信公众号 公众平台 视频号 小程序 客户端 app 蓝字 上方 下方 文末 左下角 右下角 右上角 下图 上图 图中 图片 名片 链接 原文 朋友圈 \
      好友 朋友 家人 身边 更多人 更多好友 微信 微博 抖音 快手 qq群 微信群 交流群 粉丝群 群聊 群 蓝色字 手机 当前页 我们 不迷路 精彩 福利 优惠 优惠券 红包 折扣 特惠 免费 限时 \
      名额 会员 更多 详情 详细 全文 资讯 最新 大图 第一时间 不错过 关键词 星标 右侧 左侧 手机端 专属 官方 头像 下面 上面 阅读原文 内容 推送 \
      部分内容 剩余内容 全部内容 全部 内容
      """
    ),
    (
      .itself,
      """
      本网 本站 以下文章 以下内容 本网站 此页面 该页面 本帖 本平台 本公众号 本号 本页面 本网页 我网 我站 本文 本栏目 本刊 本app 本客户端 本论坛 网友 本网站使用 该文章 以上内容 文章仅代表 作者个人 作者本人 作者观点 \
      原作者 网络 cookie cookies 浏览器 javascript 转载请 如需转载 欢迎转载 请注明 须注明 原创 请联系 请与我们联系 与我们联系 联系我们 联系删除 及时删除 本邮件 此邮件 该邮件 本电子邮件 \
      当前浏览器 登录后 我们使用 本店 本公司网站 我们的网站 本文来自 本文转自 本文系 素材来源 图片来源 图片来自 部分图片 编者注 据此操作 thise-mail thisemail
      """
    ),
    (
      .rights,
      """
      转载 转自 摘自 摘编 引用 复制 镜像 版权 著作权 侵权 侵犯 侵害 授权 许可 未经 书面 谢绝 禁止 违者 追究 法律责任 注明 出处 来源 免责 声明 郑重声明 特别声明 免责声明 版权声明 \
      删除 下架 更正 立场 观点 真实性 准确性 仅供参考 不构成 投资建议 风险自担 据此操作 个人观点 不代表 并不代表 无关 权益 异议 处理 隐私 同意 接受 体验 兼容 归档 不再更新 分辨率 升级 版本 启用 \
      保密 机密 收件人 误收 误发 如有误 收到此邮件 退订 无法正常 正常显示 正常查看 评论 个人看法 表达 赞同 证实 核实 传递更多信息 交流学习 学习交流 商业用途 后果自负
      """
    ),
    (
      .listKind,
      """
      相关 热门 最热 热点 最新 推荐 更多 往期 精彩 其他 其它 延伸 延展 关联 编辑 友情 近期 本周 今日 今日热点 本月 一周 本类 同类 猜你喜欢 为你 为您 大家 你可能 您可能 你可能也 您可能也 \
      还在 都在 感兴趣 点击 阅读 浏览 访问 下载 24小时 48小时 7日 7天 小时 人气 评论 跟帖 原创 独家 精华 随机 站内 站长 热度 栏目 全站 图文 接下来 喜欢 此内容 看过本文 读过本文 的人 还 看 看过 \
      看了 也 作者 频道 视觉 视频 图片 今日 新闻 热 热搜 焦点 本站 本网 论坛 时报 特别 行情 同栏目 本栏目 头条 活动 产品 \
      网友 全部 您 可能 你可能喜欢 大家都 推荐阅读 随机 本文
      """
    ),
    (
      .listNoun,
      """
      新闻 报道 阅读 文章 推荐 链接 信息 资讯 内容 稿件 资料 专题 话题 视频 图片 图集 文档 搜索 作品 模板 下载 帖子 热帖 问答 播放 回顾 精彩 排行 排行榜 榜单 榜 热榜 热搜 动态 \
      喜欢 感兴趣 在看 在搜 文件 解读 附件 公告 标签 标签列表 tag tags 专栏 策划 评论 新闻评论 发表 更新 发布 热词 热点 聚焦 观察 速递 看点 网站 链 报道集 直播 精选 行情 产品 案例 动态更多 \
      留言 跟帖 最新
      """
    ),
    (
      .you,
      "您 你 请 快来 快 赶快 赶紧 欢迎 敬请 立即 马上 吧 哦 哟 啦 呀 ~ ! 👇 👆 ↓ ↑ ▲ ▼ 👉 ☞ → ➤ 我们 让 即可 就 给 记得 别忘了 喜欢 觉得 好看"
    ),
    (
      .record,
      """
      索引号 信息索引号 主题分类 组配分类 信息分类 体裁分类 服务对象分类 服务对象 发文机构 发文机关 发布机构 制发机关 公开责任部门 责任部门 所属机构 生成日期 成文日期 发文日期 公开日期 生效日期 生效时间 \
      废止日期 废止时间 失效日期 有效性 是否有效 效力状态 时效性 文号 发文字号 文件编号 信息名称 名称 主题词 关键词 关键字 公开方式 公开形式 公开范围 公开时限 公开类别 公开程序 内容概述 内容概览 信息来源 信息编号 公文种类 \
      标签 tags 所属栏目 所属分类 栏目 分类 文档分类 文档类型 文件类型 文件格式 格式 页数 文件大小 大小 附件大小 下载券 积分 所需积分 字数 上传时间 上传者 归档时间 发布日期 发布时间 更新时间 更新日期 发表时间 修改时间 修订日期 归档日期 录入时间 \
      收录时间 文章分类 本文字数 文章字数 阅读时间 预计阅读 阅读时长 评分 资源类型 发布单位 资料来源单位 资料提供 资料更新 维护日期 上传于 内容提示 上版日期 点阅次数 语种 来源网址
      """
    ),
    (
      .neighbour,
      "上一篇 下一篇 上一条 下一条 上一则 下一则 上篇 下篇 前一篇 后一篇 上一章 下一章 上一集 下一集 上一期 下一期 上一版 下一版 上一个 下一个 前一则 后一则"
    ),
    (
      .inserted,
      """
      点击查看大图 查看大图 点击看大图 展开全文 展开剩余 展开余下 收起全文 点击展开 点击阅读全文 点击查看更多 点击加载更多 点击查看全文 点击播放 广告 赞助商广告 赞助内容 推广内容 \
      advertisement sponsored 视频加载失败 图片加载中 视频加载中 正在加载 加载中 加载失败 点击重试 请刷新页面 不支持视频播放 您的浏览器 请稍候 左右滑动查看更多 上下滑动查看更多 \
      上滑查看更多 左滑查看更多 复制链接 图片来源于网络 阅读剩余全文 剩余 余下 % \
      预览时标签不可点 继续滑动看下一个 轻触阅读原文 轻点两下取消赞 点击图片可放大 图片可放大
      """
    ),
  ]
}
