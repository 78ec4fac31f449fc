"""Companies named together or by what they are: the four, the two in Hong Kong, the maker of this or that."""

from bot.questions.words import listed

FOUR = ("zhipu", "minimax", "anthropic", "openai")
TWO = ("zhipu", "minimax")
"""The two that listed in Hong Kong in one week: who is meant by an unlock question that names nobody."""
COUNTERPART = {"zhipu": "minimax", "minimax": "zhipu", "anthropic": "openai", "openai": "anthropic"}
COUNTERPART_ABROAD = {"zhipu": "anthropic", "minimax": "openai", "anthropic": "zhipu", "openai": "minimax"}
"""Who stands for whom in the analogy."""
_CHINESE = ("zhipu", "minimax", "moonshot", "deepseek", "stepfun", "sensetime", "iflytek", "alibaba", "baidu")

GROUPS: dict[str, tuple[str, ...]] = {
    "four": FOUR,
    "two": TWO,
    "american_two": ("anthropic", "openai"),
    "hong_kong": ("zhipu", "minimax", "sensetime", "baidu", "alibaba"),
    "chinese": _CHINESE,
    "american": ("anthropic", "openai", "xai"),
    "private": ("anthropic", "openai", "moonshot", "deepseek", "stepfun", "mistral"),
    "chinese_private": ("moonshot", "deepseek", "stepfun"),
    "tigers": ("zhipu", "minimax", "moonshot", "stepfun"),
    "not_chinese": ("anthropic", "openai", "xai", "mistral"),
    "listed": ("zhipu", "minimax", "sensetime", "iflytek", "baidu", "alibaba"),
}

GIANTS = ("alibaba", "baidu", "tencent", "meituan")
"""The internet companies that build models beside much else."""

GROUP_WORDS = listed("""
four: the four | our four | all four | four companies | the 4 | four names | these four | of four | four of them
    | four labs | four stars | both pairs | the foursome | the quartet | four | 四家 | 这四家 | 四个 | 四家公司
    | 四者 | 那四家 | 四大 | 两对 | 中美对照 | 中美镜像 | 中美对比 | 中美对标 | 中美双星 | 中美两对
two: which twin | both twins
    | either twin | each twin | hong kong two | hk two | chinese two | both hk names | both hk stocks
    | both hong kong stocks | both hk listings | both hong kong listings | both hk companies | two hk companies
    | 港股两只 | 两支港股 | 两家港股公司 | the two hong kong | two hong kong | two hong kong names
    | two hong kong stocks | two hk names | two hk stocks | the hong kong pair | hk pair | the hk twins
    | two new listings | the chinese pair | the two chinese | the two listed | two listed ones
    | both hong kong names | the twins | twin stars | twin star | hk twins | 两只港股 | 两家港股 | 港股两家
    | 两只港股ai | 港股双雄 | 双雄 | 两家中国公司 | 两家上市的 | 港股那两家 | 港股二者 | 两只港股票
    | the duo in hong kong | hong kong duo | hk duo | chinese duo | listed duo | listed pair | chinese twins
    | both debutants | the debutants | hk debutants | hong kong debutants | hong kong newcomers | hk newcomers
    | the newcomers | january debutants | january listings | the january floats | two floated in january
    | two january listings | two january ipos | two that floated in january | two that listed in january
    | 一月上市的两家 | 1月上市的两家 | 一月上市那两家 | 两家新上市的
    | hong kong side | hk side | chinese side | the hong kong camp | 香港那边 | 港股那边 | 港股一侧
    | 双子星 | 两只新股 | 大模型双雄 | 中国那两家
american_two: american two | us two | american pair | us pair | american rivals | the two american | two us
    | two american | the us pair | the american pair | both us labs | the two us labs | both american | us duo
    | american duo | the american side | american side | us side | the american camp | us camp | 美国那边 | 美国一侧
    | 美国那两家 | 两家美国 | 美国两家 | 美国双雄 | 美国那对
hong_kong: hk-listed | hk listed | hong kong listed | hong kong-listed | companies listed in hong kong
    | names listed in hong kong | labs listed in hong kong | ones listed in hong kong | hong kong names
    | hk five | hong kong five | five hk names | five hk tickers | five hk stocks | five hong kong names
    | five hong kong stocks | all five hk | five in hong kong | hk tickers | hong kong tickers | hk counters
    | hk quintet | 港股五家 | 港股五只 | 港股这五 | 港股那五 | 五只港股 | 五家港股 | 港股这帮 | 港股那帮 | 港股这批
    | hk names | hong kong stocks | hk stocks | hkex names | hkex-listed | on hkex | 港股 | 港股公司 | 港股上市
    | 在港上市 | 香港上市 | 港股里 | 港股ai
tigers: ai tigers | six tigers | the tigers | little tigers | six ai tigers | ai tiger cubs
    | 六小虎 | 六小龙 | 四小虎 | 小虎们
    | ai六小虎 | ai小虎
not_chinese: 非中国的 | 非中国公司 | 海外那几家 | 国外那几家 | 外国公司 | 外国那几家 | 中国以外的公司 | 洋公司
chinese: chinese ai labs | chinese labs | chinese companies | chinese names | chinese ai companies | china ai
    | chinese ai names | chinese model makers | chinese ai | china labs | chinese peers | chinese players
    | chinese models | chinese ones | 中国公司 | 国内公司 | 中国ai | 国内ai | 国产大模型 | 中国大模型
    | 国内大模型 | 中国的ai公司 | 国内几家 | 国内厂商 | 中国厂商 | 国产ai | 中国ai公司
american: us trio | american trio | three us labs | three american labs | the us three
    | american labs | us labs | american companies | us companies | american ai | us names | us ai labs
    | american names | western labs | 美国公司 | 美国ai | 美国几家 | 美国厂商 | 硅谷
private: 未上市的里面 | 没上市的里面 | 未上市里 | 没上市里 | 未上市公司里 | 未上市的公司 | private companies
    | private labs | unlisted companies | unlisted names | unlisted ones | private ones | private names
    | unlisted labs | not yet listed ones | 未上市公司 | 未上市的几家 | 没上市的几家 | 非上市公司 | 没上市的公司
listed: listed companies | listed names | listed ones | public companies | publicly traded companies
    | public names | among the listed | listed labs | listed peers | 上市公司 | 已上市的 | 上市的几家
pair: the pair | the two | both companies | both of them | both | the two of them | these two | those two
    | two companies | the duo | between them | either of them | 两家 | 两者 | 这两家 | 那两家 | 两个 | 两只 | 俩
    | 两边 | 双方 | 它们两
""")

_PAIRED = ("two", "the two", "both", "both of the", "the 2", "pair of")
_OF_HONG_KONG = (
    "hk",
    "hong kong",
    "chinese",
    "china",
    "hk-listed",
    "hong kong listed",
    "listed",
    "new",
    "hong kong ai",
    "hk ai",
    "new hk",
    "new hong kong",
)
_FROM_HONG_KONG = ("港股", "香港", "中国", "国产", "国内", "港交所", "上市", "港", "中方", "国内大模型", "大模型")
_FROM_AMERICA = ("美国", "美股", "硅谷", "美", "海外", "大洋彼岸", "美方", "老美")
_THOSE = (
    "",
    "的",
    "那",
    "这",
    "上市的",
    "上市那",
    "上市这",
    "里的",
    "的那",
    "的这",
    "上的",
    "ai",
    "ai的",
    "大模型",
    "新股",
)
_PAIRED_HAN = (
    "俩",
    "两家",
    "两只",
    "两个",
    "两支",
    "双星",
    "双雄",
    "双子星",
    "哥俩",
    "对",
    "一对",
    "二者",
    "双杰",
    "两股",
)
"""A pair in Chinese: where from, those, and a word for two. 港股那俩, 国内上市的两家, 美国双雄."""
_OF_AMERICA = ("us", "american", "american ai", "western", "california")
_WHOLE = ("listings", "stocks", "shares", "names", "tickers", "counters", "companies", "labs", "firms", "players",
          "makers", "floats", "ipos", "issuers", "plays", "ones")  # fmt: skip


_NOUNS = ("labs", "names", "companies", "firms", "ones", "players", "shops", "makers", "outfits", "startups", "lot")
_NOT_LISTED = (
    "that aren't on any exchange", "that arent on any exchange", "not on any exchange", "on no exchange",
    "that haven't floated", "that havent floated", "that haven't listed", "that have not listed",
    "that have not floated", "that haven't gone public", "that have yet to list", "yet to list",
    "yet to float", "yet to ipo", "yet to go public", "not yet listed", "not yet public", "still private",
    "without a listing", "without a ticker", "that are still private", "that aren't listed",
    "that are not listed", "that aren't public", "still off the market", "who haven't listed",
    "who haven't floated", "which haven't listed", "which haven't floated", "that haven't ipo'd",
)  # fmt: skip
_NOT_LISTED_NOW = (
    "with no listing", "with no ticker", "with no quote", "without a quote", "with no shares to trade",
    "nobody can buy",
    "you cannot buy", "that nobody can trade", "in private hands",
)  # fmt: skip
_WHERE = ("hk", "hong kong", "hkex", "hong kong ai", "hk ai", "hong kong-listed ai", "sehk")
_THERE = ("on the hong kong board", "on the hong kong exchange", "on the hong kong market", "on the hk board",
          "in the hong kong market", "in hong kong", "on the hkex", "on hong kong's exchange")  # fmt: skip
_HOME = ("chinese", "mainland", "china", "domestic", "mainland chinese", "chinese ai")
_ABROAD = ("non-chinese", "non chinese", "foreign", "overseas", "ex-china")
_HOME_HAN = ("国内", "中国", "国产", "大陆", "内地")
_NOT_LISTED_HAN = ("还没上市", "没上市", "未上市", "尚未上市", "还未上市", "还没挂牌", "没挂牌", "未挂牌")
_SEVERAL_HAN = ("的那几家", "的几家", "的公司", "的那些", "公司", "的里面", "的当中", "的", "那几家", "的那批")


def group_phrases() -> dict[str, list[str]]:
    """Returns every wording of a group: those listed, and pairs by where they are from and a noun of the trade."""
    paired = {"two": _OF_HONG_KONG, "american_two": _OF_AMERICA}
    made = {
        key: [f"{count} {origin} {noun}" for count in _PAIRED for origin in origins for noun in _WHOLE]
        for key, origins in paired.items()
    }
    for key, origins in {"two": _FROM_HONG_KONG, "american_two": _FROM_AMERICA}.items():
        made[key] += [f"{origin}{join}{count}" for origin in origins for join in _THOSE for count in _PAIRED_HAN]
    made["private"] = [f"{noun} {how}" for noun in _NOUNS for how in _NOT_LISTED]
    made["private"] += [f"{how}{several}" for how in _NOT_LISTED_HAN for several in _SEVERAL_HAN if several != "的"]
    made["private"] += [f"{noun} {how}" for noun in _NOUNS for how in _NOT_LISTED_NOW]
    made["hong_kong"] = [f"{where} {noun}" for where in _WHERE for noun in _WHOLE] + list(_THERE)
    made["two"] += [f"{count} {there}" for count in (*_PAIRED, "the pair", "the duo") for there in _THERE]
    made["chinese_private"] = [f"{home} {phrase}" for home in _HOME for phrase in made["private"] if phrase.isascii()]
    made["chinese_private"] += [f"unlisted {home} {noun}" for home in _HOME for noun in _NOUNS]
    made["chinese_private"] += [f"private {home} {noun}" for home in _HOME for noun in _NOUNS]
    made["chinese_private"] += [
        f"{home}{join}{how}{several}"
        for home in _HOME_HAN
        for join in ("", "的", "那些", "几家")
        for how in _NOT_LISTED_HAN
        for several in _SEVERAL_HAN
    ]
    made["not_chinese"] = [f"{origin} {noun}" for origin in _ABROAD for noun in _NOUNS]
    return {key: [*GROUP_WORDS.get(key, ()), *made.get(key, ())] for key in (*GROUP_WORDS, "chinese_private")}


_FOUNDERS = {
    "openai": ("sam altman", "altman", "sama", "奥特曼", "奥尔特曼", "阿尔特曼"),
    "anthropic": ("dario amodei", "amodei", "dario", "the amodeis", "阿莫迪", "阿莫代"),
    "xai": ("elon musk", "musk", "elon", "马斯克", "老马斯克"),
    "mistral": ("arthur mensch", "mensch"),
    "zhipu": ("tang jie", "zhang peng", "唐杰", "张鹏"),
    "minimax": ("yan junjie", "闫俊杰"),
    "moonshot": ("yang zhilin", "杨植麟"),
    "deepseek": ("liang wenfeng", "梁文锋", "梁文峰"),
    "stepfun": ("jiang daxin", "姜大昕"),
    "alibaba": ("jack ma", "joe tsai", "eddie wu", "马云", "蔡崇信", "吴泳铭"),
    "baidu": ("robin li", "李彦宏", "厂长李彦宏"),
    "tencent": ("pony ma", "马化腾", "小马哥"),
    "meituan": ("wang xing", "王兴"),
    "iflytek": ("liu qingfeng", "刘庆峰"),
    "sensetime": ("xu li", "徐立"),
}
_THEIRS = (
    "company", "firm", "lab", "outfit", "shop", "lot", "startup", "start-up", "crew", "people",
    "baby", "creation", "venture",
    "mob", "business", "house", "bunch", "gang", "ai company", "ai firm", "ai lab", "ai shop", "ai outfit", "ai arm",
    "ai venture", "ai startup", "ai bunch",
)  # fmt: skip
_THEIRS_HAN = (
    "的公司", "家", "那家", "的那家", "那家公司", "那家ai", "的ai公司", "家的公司", "旗下的公司", "那摊子",
    "手下的公司", "创办的公司", "创立的公司",
)  # fmt: skip


def described() -> dict[str, list[str]]:
    """Returns every description of a company: those listed, and by whoever founded or runs it."""
    made = {
        company: [
            *(f"{founder}'s {noun}" for founder in founders if founder.isascii() for noun in _THEIRS),
            *(
                f"company {by} {founder}"
                for founder in founders
                if founder.isascii()
                for by in ("run by", "founded by")
            ),
            *(f"{founder}{noun}" for founder in founders if not founder.isascii() for noun in _THEIRS_HAN),
        ]
        for company, founders in _FOUNDERS.items()
    }
    return {
        key: [*DESCRIBED.get(key, ()), *made.get(key, ())]
        for key in (*DESCRIBED, *(k for k in made if k not in DESCRIBED))
    }


DESCRIBED = listed("""
openai: maker of chatgpt | chatgpt maker | chatgpt company | altman's company | altman's firm
    | sam altman's company | sam altman's lab | sam altman's | altman's | sama's company
    | the company behind chatgpt | gpt maker | chatgpt的公司 | 奥特曼的公司 | 奥尔特曼的公司 | 做chatgpt的
    | 奥特曼家
anthropic: maker of claude | claude maker | the claude company | amodei's company | dario amodei's company
    | amodei's | dario's company | claude的公司 | 做claude的 | 阿莫迪的公司 | claude家
xai: musk's company | musk's ai company | musk's lab | elon's company | musk's ai lab | musk's ai firm
    | the grok maker | 马斯克的公司 | 马斯克家 | 马斯克的ai公司 | 做grok的
mistral: french lab | the french company | french ai lab | the french | french one | paris lab | the european lab
    | european champion | 法国那家 | 法国公司 | 法国的 | 欧洲那家
zhipu: tang jie's company | zhang peng's company | the glm maker | maker of glm | tsinghua spin-off
    | tsinghua spinoff | the tsinghua lab | glm company | 清华系那家 | 清华系 | 唐杰的公司 | 张鹏的公司 | 做glm的
    | 唐杰那家 | 张鹏那家
minimax: yan junjie's company | the hailuo maker | maker of hailuo | the talkie maker | 闫俊杰的公司 | 闫俊杰那家
    | 做海螺的 | 做talkie的
moonshot: maker of kimi | kimi maker | yang zhilin's company | the kimi company | 杨植麟的公司 | 做kimi的
    | kimi那家 | 杨植麟那家
deepseek: liang wenfeng's company | the hangzhou lab | liang wenfeng's lab | 梁文锋的公司 | 梁文锋那家 | 幻方
alibaba: maker of qwen | qwen maker | jack ma's company | the qwen company | 马云的公司 | 做千问的 | 通义那家
baidu: robin li's company | maker of ernie | ernie maker | search giant | 李彦宏的公司 | 做文心的 | 搜索巨头
tencent: wechat maker | maker of wechat | pony ma's company | 微信的公司 | 马化腾的公司
iflytek: the hefei company | voice recognition company | 合肥那家 | 做语音的
several: the video one | the video company | video company | video generator | the one that makes videos
    | the one doing video | the coding one | the coding company | the chatbot one | the big one | the small one
    | the listed one | the private one | the chinese one | the american one | the us one | that company
    | this company | the company | the startup | that startup | the one with the app | 做视频的那家 | 做视频的
    | 视频那家 | 做代码的那家 | 做编程的那家 | 做聊天的那家 | 大的那家 | 小的那家 | 那家公司 | 那家 | 上市的那家
    | the shanghai shop | the shanghai lab | the shanghai one | the shanghai company | the shanghai outfit
    | shanghai shop | shanghai lab | the beijing shop | the beijing lab | the beijing one | the beijing company
    | the beijing outfit | 上海那家 | 北京那家 | 上海的那家 | 北京的那家
    | 没上市的那家 | 中国那家 | 美国那家 | 国产那家 | 这家公司 | 做ai的那家 | 做大模型的那家 | 做企业的那家
    | 做消费的那家 | 做应用的那家 | 某家
""")
"""`several` holds descriptions that fit more than one company: they are asked back, never guessed."""

HOMOPHONES = (
    ("智志质治制致知之直至纸指值植止职芝支", "谱普朴浦铺普璞溥"),
    ("商伤尚赏墒", "汤糖唐塘堂趟烫"),
    ("稀西希息溪熙曦", "宇语雨羽于与余玉"),
    ("月岳悦", "之知芝", "暗安岸", "面"),
    ("阶街节接杰皆", "跃越阅悦月", "星", "辰晨臣尘"),
    ("深", "度渡", "求球", "索锁"),
    ("讯迅训汛", "飞非菲"),
    ("腾疼藤滕", "讯迅训汛"),
)
HOMOPHONE_OF = (
    ("zhipu",), ("sensetime",), ("minimax",), ("moonshot",), ("stepfun",), ("deepseek",), ("iflytek",), ("tencent",)
)  # fmt: skip
NOT_HOMOPHONES = frozenset(
    {"质朴", "之与", "直至", "止于", "至于", "之余", "希于", "由于", "月之", "支付", "息于", "止息"}
)
"""Words of the language that happen to sound like a name."""
