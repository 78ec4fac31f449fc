"""Ordinary words that no text may be thought to name a company by: 200 of English, 200 of Chinese."""

ENGLISH = """
the be to of and a in that have it for not on with he as you do at this but his by from they we say her she or
an will my one all would there their what so up out if about who get which go me when make can like time no
just him know take people into year your good some could them see other than then now look only come its over
think also back after use two how our work first well way even new want because any these give day most us is
are was were been has had did said made went gone world life hand part child eye woman place week case point
government number group problem fact big small large next early young important few public bad same able
market stock share bank fund trade rise fall report quarter analyst investor cloud clause minor maximum
minimum open pen mist missal bay bedu chat talk walking stop fun function moon shot shoot deep seek seeker
sense tense timer aligned basic music tens mango north worth tales stuff pride prince forum spark sparkle
robot  away again always another around ask became before began being below body boy build
""".split()  # a word list is read best as one

CHINESE = """
的 一 是 不 了 人 我 在 有 他 这 中 大 来 上 国 个 到 说
们 为 子 和 你 地 出 道 也 时 年 得 就 那 要 下 以 生 会
自 着 去 之 过 家 学 对 可 她 里 后 小 么 心 多 天 而 能
好 都 然 没 日 于 起 还 发 成 事 只 作 当 想 看 文 无 开
手 十 用 主 行 方 又 如 前 所 本 见 经 头 面 公 同 三 已
老 从 动 两 长 知道 现在 什么 我们 他们 可以 没有 自己 因为
所以 但是 如果 已经 时候 问题 今天 明天 公司 市场 投资 股票
基金 银行 经济 增长 下降 上涨 下跌 报告 季度 分析 研究 技术
模型 智能 数据 产品 服务 客户 行业 竞争 合作 发展 政府 政策
监管 香港 上海 北京 深圳 美国 中国 世界 价格 成本 风险 机会
战略 管理 团队 创始人 首席 执行官 会议 新闻 消息 最近 预计 估计
目标 计划 项目 平台 系统 网络 安全 应用 开发 用户 手机 汽车
教育 医疗 能源 消费 零售 物流 广告 游戏 视频 音乐 搜索 语音
翻译 机器人 芯片 算力 开源 闭源 融资 上市 解禁 股东 质量 智慧
普通 志愿 谱写 阿姨 里面 百分 度过 深度 求职 月光 暗中 阶段
跃进 商店
""".split()  # a word list is read best as one
