"""The words by which a question shows that it is not one for figures: advice, forecasts, orders, secrets."""

from bot.questions.words import listed

LIMITS = listed("""
advice: should i | should we | shall i | shall we | should one | would you buy | would you sell | would you hold
    | worth buying | worth selling | good buy | good investment | good time to buy | good time to sell
    | time to buy | time to sell | buy or sell | buy the dip | recommend | recommendation | which should
    | which one should | what should i | where should i | invest in | worth investing | good bet | safe bet
    | go long | go short | short it | long or short | take profit | position size | overweight | underweight
    | add to my position | my portfolio | is it a buy | is it a sell | better buy | better investment
    | which would you | safe to buy | safe to hold | safe to own | exit before | sell before | buy before
    | hold or sell | hold through | advise | your advice | get out of | load up | attractive entry | entry point
    | price to enter | trim my | i own | hedge my | undervalued | overvalued | a bargain | 该不该 | 要不要买
    | 要不要卖 | 值得买 | 值得投 | 能买吗 | 可以买吗 | 能不能买 | 建议 | 推荐 | 抄底 | 加仓 | 减仓 | 上车 | 建仓
    | 清仓 | 买哪 | 投哪 | 能入手 | 入场 | 止损 | 止盈 | 做多 | 做空 | 满仓 | 我应该 | 我该 | 应该买 | 应该卖
    | 该买 | 该卖 | 买入 | 能拿住 | 拿得住 | 值不值得 | 适合买 | 适合投资 | 划算吗 | 好的买点 | 被低估 | 被高估
    | 卖不卖 | 买不买 | 要不要减持 | 跑不跑 | 还能买 | 能追吗 | 可以追 | 梭哈
forecast: where do you see | where might | where could | see it trading | by easter | by christmas | by summer
    | can you predict | predict where | predict the price | predict what | predict how | 会不会 | 退市吗
    | 能上市吗 | 会上市吗 | what will | going to be worth | will it be | expected to reach | by 2027 | by 2028
    | by 2030 | in ten years | target price | price target | forecast | outlook | going to hit | going to reach
    | will hit | will reach | will trade | will be worth | will it be worth | will rise | will fall | will go up
    | will go down | will crash | will rally | will recover | will overtake | will beat | will win | will double
    | will drop | next year's | by the end of 2027 | in 2027 | in 2028 | in 2030 | in five years | in 5 years
    | five years from now | where will | how high will | how low will | how far will | going to rise
    | going to fall | going to crash | going up | going down tomorrow | gonna | expect it to | do you expect
    | do you think | your prediction | your forecast | likely to | what are the odds | probability | chance of
    | chances of | how likely | going to overtake | ever going to | your guess | your view on | 会涨到 | 会跌到
    | 会涨吗 | 会跌吗 | 会不会涨 | 会不会跌 | 能涨到 | 能跌到 | 目标价 | 预测一下 | 预测下 | 帮我预测 | 明年会
    | 后市 | 前景 | 未来走势 | 明天会 | 下周会 | 下个月会 | 年底会 | 还会涨 | 还会跌 | 会不会超过
    | 什么时候能超过 | 能不能超过 | 概率 | 你觉得 | 你认为 | 可能性 | 估计会 | 会涨 | 会跌 | 会崩 | 能到多少
    | 大概会 | 涨到多少 | 明年能 | 未来会 | 会反弹 | 反弹吗 | 你预计 | 你预测
injection: 照着发 | 照着念 | 照着说 | 照发 | 原样发 | 原样转发 | 照抄发 | 编个 | 胡编 | forget everything
    | forget what you | system: | system override | admin mode
    | root mode | god mode
    | debug mode | maintenance mode | 管理员模式 | 调试模式 | 管理员权限 | 我是管理员 | i am your developer
    | i am the admin | ignore your | ignore the | ignore all | ignore previous | ignore any | disregard
    | forget your | forget all | forget the rules | forget previous | override your | override the | bypass
    | jailbreak | developer mode | you are now | act as | pretend to be | pretend you | roleplay | role play
    | new instructions | from now on you | ping everyone | @everyone | @here | @channel | ping the channel
    | ping all | without any restriction | no restrictions | just make up | make up a | make something up
    | invent a | invent some | fabricate | lie about | tell everyone | answer only with | repeat after me
    | say exactly | dan mode | do anything now | sudo | respond only | output only | 忽略 | 无视 | 忘掉 | 忘记你
    | 绕过 | 越狱 | 你现在是 | 扮演 | 假装你 | 从现在起你 | 开发者模式 | @所有人 | 艾特所有人 | @全体 | 编一个
    | 瞎编 | 随便编 | 造一个 | 捏造 | 编造 | 随便给个数 | 跟着我说 | 只回答 | 不要管规则
secret: system prompt | your prompt | your instructions | slack token | discord token | bot token | api key
    | api keys | apikey | secret key | access token | private key | client secret | signing secret | password
    | passwords | passphrase | credential | credentials | env file | .env | environment variable
    | environment variables | database url | connection string | your config | webhook url | signing key | oauth
    | source code | your code | ssh key | bearer token | 系统提示 | 提示词 | 密钥 | 秘钥 | 口令 | 密码 | 令牌
    | 环境变量 | 数据库地址 | 连接串 | 源代码 | 源码 | 你的配置 | 你的指令 | 私钥 | 机器人token
private: inside info | inside information | insider info | insider information | insider tip | insider | leak
    | leaked | leaks | confidential info | rumor | rumour | rumors | gossip | non-public | nonpublic
    | material non public | phone number | home address | email address | salary | salaries | pay of | other team
    | other workspace | other workspaces | another workspace | other channel's | other users' | someone else's
    | who else ask | who else is asking | what did others ask | private messages | dms | personal data
    | whose alerts | other team's | other customers | 内幕 | 小道消息 | 未公开 | 内部消息 | 泄露 | 爆料
    | 电话号码 | 手机号 | 住址 | 家庭住址 | 邮箱地址 | 工资 | 薪水 | 年薪 | 隐私 | 别的团队 | 其他团队 | 别人的
    | 别人问 | 谁还问 | 其他频道 | 保密 | 传闻 | 八卦 | 内部人士
write_action: send this | send that | forward this | share this with | delete | erase | remove the | remove from
    | wipe | drop table | drop the table | drop database | truncate | overwrite | update the | update your
    | change the figure | change the value | change the number | correct the figure | set the value | edit the
    | modify | insert into | add a company | add a new company | add the company | place an order | place a trade
    | buy me | execute a trade | buy 100 | buy 1000 | sell 100 | sell 1000 | sell my | sell all my | transfer
    | wire money | send an email | email this | send a message | send it to | post this | post it | post to
    | publish a tweet | tweet | reset | restart | shut down | shutdown | kick | ban | invite | rename
    | mark it as | record that | store this | save this number | replace the figure | put in a new | short 100
    | book a | schedule a meeting | dm | tell the team | write into | write to the database | 删除 | 删掉 | 清空
    | 修改 | 改掉 | 把数据改 | 更新数据 | 写入 | 覆盖掉 | 下单 | 帮我买 | 帮我卖 | 买100 | 买一手 | 转账 | 汇款
    | 发邮件 | 发消息 | 发到群 | 群发 | 通知所有人 | 踢出 | 禁言 | 重启 | 关机 | 录入 | 添加公司 | 新增公司
    | 替换成 | 改为 | 重置 | 邀请 | 帮我发 | 发推 | 发微博 | 改一下数据
off_topic: weather | rain | joke | jokes | poem | haiku about | song | recipe | cook | restaurant | lunch
    | dinner | coffee | football | soccer | basketball | nba | world cup | movie | film | horoscope | lottery
    | bitcoin | btc | ethereum | crypto | python script | script to | scrape | write code | write me a
    | write a function | sql query | javascript | translate | capital of | president | election | population of
    | meaning of life | flight | flights | hotel | train to | news today | sports | stock tip | homework | essay
    | cover letter | resume | gift | birthday | who are you married | favorite | favourite | sing | play music
    | set a timer | alarm clock | remind me to | regex | debug | docker | kubernetes | gdp | interest rate | fed
    | oil price | gold price | house price | inflation | tell me a story | time is it | what time | who won
    | your name | how old are you | do you love | doctor | headache | medicine | vacation | parking | pizza | dog
    | cat | 天气 | 下雨 | 笑话 | 写首诗 | 写一首 | 诗 | 菜谱 | 做饭 | 午饭 | 晚饭 | 吃什么 | 餐厅 | 足球 | 篮球
    | 世界杯 | 电影 | 星座 | 彩票 | 比特币 | 以太坊 | 加密货币 | 帮我写代码 | 写段代码 | 写一段代码 | 写个脚本
    | 爬虫 | 写个程序 | 翻译 | 首都 | 总统 | 选举 | 人口 | 机票 | 酒店 | 高铁 | 作业 | 写篇 | 作文 | 简历 | 生日
    | 唱歌 | 讲个故事 | 几点了 | 油价 | 金价 | 房价 | 利率 | 通胀 | 咖啡 | 奶茶 | 感冒 | 医生 | 恋爱 | 旅游
    | 停车 | 外卖 | 大盘 | 恒指 | 上证 | 写周报 | 写邮件
unknown_metric: morale | employee satisfaction | staff happiness | attrition | brand value | reputation | 士气 | 口碑
    | 企业文化 | 离职率 | 满意度 | 几张卡 | 几块卡 | 多少块卡 | gpu | gpus | h100 | h100s | h200 | a100 | b200 | chips
    | compute capacity | data center
    | datacenter | data centers | carbon | co2 | emissions | electricity | power consumption | market share
    | dividend | dividends | dividend yield | p/e | pe ratio | p / e | price earnings | eps | ebitda | beta
    | volatility | short interest | analyst rating | credit rating | patents | patent | nps | churn | retention
    | arpu | ltv | cac | glassdoor | download | downloads | app store rank | context window | token price
    | tokens per | latency | sharpe | rsi | macd | esg | office space | board members | ceo pay | women | gender
    | tax rate | roe | roa | debt to equity | free cash flow | capex | book value | p/b | implied volatility
    | put call | followers | parameters per | 显卡 | 芯片 | 算力 | 碳排放 | 用电 | 耗电 | 市占率 | 市场份额
    | 分红 | 股息 | 派息 | 市盈率 | 市净率 | 每股收益 | 波动率 | 换手率 | 评级 | 专利 | 留存 | 流失率 | 下载量
    | 星标 | 上下文长度 | 延迟 | 夏普 | 税率 | 净资产收益率 | 自由现金流 | 资本开支 | 高管薪酬 | 融资余额
    | 北向资金 | 南向资金 | 股东人数 | 粉丝 | 做空比例 | 卡有多少 | 多少张卡 | 显卡数量 | 工资水平
""")

UNKNOWN_COMPANIES = listed("""
unknown: cohere | perplexity | nvidia | nvda | google | gemini | deepmind | alphabet | meta ai | facebook
    | microsoft | msft | amazon | aws | apple | aapl | tesla | tsla | baichuan | 01.ai | 01 ai | bytedance
    | doubao | inflection | ai21 | databricks | scale ai | kuaishou | kling | huawei | hugging face | huggingface
    | stability ai | character.ai | character ai | reka | aleph alpha | palantir | tsmc | amd | intel | cambricon
    | moore threads | unitree | runway | midjourney | elevenlabs | adept | safe superintelligence | ssi
    | thinking machines | samsung | oracle | softbank | xiaomi | jd.com | netease | bilibili | pinduoduo | manus
    | infinigence | horizon robotics | ubtech | salesforce | snowflake | figure ai | cursor | anysphere | replit
    | lovable | black forest labs | sakana | coreweave | cerebras | groq | sambanova | sony | ibm | naver | kakao
    | yandex | ant group | trip.com | biren | enflame | deepl | synthesia | glean | harvey | 百川 | 零一万物
    | 字节 | 字节跳动 | 豆包 | 快手 | 可灵 | 华为 | 英伟达 | 谷歌 | 微软 | 亚马逊 | 苹果 | 特斯拉 | 寒武纪
    | 摩尔线程 | 宇树 | 小米 | 京东 | 网易 | 哔哩哔哩 | 拼多多 | 面壁 | 台积电 | 三星 | 甲骨文 | 软银 | 小鹏
    | 理想汽车 | 地平线 | 优必选 | 壁仞 | 燧原 | 无问芯穹 | 生数 | 爱诗 | 脸书 | 旷视 | 依图 | 云从 | 第四范式
    | 出门问问 | 蚂蚁 | 携程 | 沐曦
""")["unknown"]
