"""One script for all that is read: traditional characters become simplified ones, Cantonese particles their like.

Every replacement is as long as what it replaces, so that places stay places. What Hong Kong writes of prices and
companies is covered; a character that is missing here is read as it stands.
"""

from __future__ import annotations

import re

_PAIRS = """
誰谁 漲涨 幾几 營营 數数 據据 來来 說说 嗎吗 個个 從从 現现 這这 邊边 過过 時时 間间 對对 標标 點点 還还 後后 場场
價价 億亿 萬万 錢钱 兩两 貴贵 賣卖 買买 減减 總总 變变 動动 勢势 圖图 記记 錄录 順顺 適适 錯错 誤误 問问 題题 當当
於于 會会 麼么 樣样 虧亏 損损 潤润 員员 戶户 國国 賬账 帳账 開开 發发 費费 淨净 產产 計计 鎖锁 額额 壓压 盤盘 幣币
歐欧 鎊镑 單单 雙双 與与 長长 級级 別别 類类 較较 賠赔 綜综 寫写 給给 關关 係系 創创 團团 隊队 區区 稅税 報报 資资
訊讯 證证 実实 實实 際际 預预 測测 質质 譜谱 騰腾 聯联 階阶 躍跃 飛飞 獲获 勝胜 領领 優优 緩缓 斷断 續续 強强 擁拥
電电 訂订 閱阅 陸陆 灣湾 聽听 讀读 誌志 線线 進进 運运 選选 擇择 處处 樂乐 觀观 請请 幫帮 講讲 導导 備备 貨货 規规
縮缩 術术 劃划 視视 頻频 輕轻 鬆松 認认 遠远 轉转 換换 達达 債债 務务 擔担 稱称 複复 雜杂 賺赚 燒烧 夠够 頭头 頂顶
見见 條条 離离 負负 籌筹 碼码 購购 綁绑 歷历 週周 號号 東东 話话 該该 雲云 應应 驗验 兌兑 匯汇 滙汇 圓圆 極极 裡里
裏里 書书 擺摆 盡尽 貶贬 結结 終终 約约 細细 組组 統统 網网 齊齐 龍龙 滿满 廣广 審审 庫库 廠厂 憑凭 擊击 權权 檔档
欄栏 歸归 沒没 決决 況况 淺浅 湯汤 無无 狀状 畫画 異异 確确 積积 穩稳 競竞 筆笔 節节 範范 簡简 糧粮 紅红 紙纸 緣缘
績绩 繼继 義义 聞闻 聲声 職职 蝕蚀 衝冲 補补 裝装 覺觉 註注 試试 詳详 調调 談谈 論论 謝谢 讓让 貢贡 財财 責责 贏赢
趨趋 跡迹 輪轮 輸输 辦办 釋释 鈔钞 銀银 銷销 鋪铺 鏈链 鏡镜 闊阔 隱隐 難难 靈灵 響响 頁页 項项 須须 願愿 風风 飆飙
飯饭 餘余 馬马 體体 鬥斗 齡龄 隻只 僱雇 敗败 厲厉 佔占 佈布 併并 傑杰 側侧 倉仓 傳传 僅仅 儘尽 凈净 啟启 喫吃 噸吨
囑嘱 執执 墊垫 壘垒 奪夺 專专 將将 屬属 嶺岭 帶带 幹干 廢废 彈弹 態态 憂忧 戰战 挾挟 掃扫 揚扬 擴扩 敵敌 暫暂 槓杠
檢检 歲岁 殺杀 氣气 漸渐 潛潜 熱热 爭争 牆墙 獨独 環环 療疗 監监 碩硕 種种 窮穷 筍笋 簽签 糾纠 納纳 純纯 紀纪 繫系
罷罢 羅罗 習习 脅胁 腦脑 臉脸 興兴 艱艰 蓋盖 虛虚 詢询 誇夸 諾诺 謀谋 護护 讚赞 貫贯 賭赌 賽赛 賴赖 贖赎 車车 軟软
輛辆 遲迟 邏逻 輯辑 鄭郑 釘钉 針针 鉅巨 錨锚 鐘钟 鍾钟 閃闪 閉闭 陣阵 陰阴 隨随 險险 韓韩 顆颗 顧顾 顯显 養养 騙骗
驚惊 鬧闹 為为 麗丽 黃黄 齒齿 歡欢 樓楼 們们 傷伤 緊紧 冇没 嘅的 啲点 咗了 唔不 俾给 畀给 嚟来 睇看 喺在 嗰那 佢他 兒儿
卻却 誠诚 擬拟 啓启 衹只
"""
ONE_BY_ONE = str.maketrans({pair[0]: pair[1] for pair in _PAIRS.split()})
"""Each character of the traditional script, and of Cantonese alone, to the one that stands for it."""

_IN_PAIRS: dict[str, str] = {
    "几多": "多少",
    "点解": "为何", "点样": "怎样", "点计": "怎算", "点算": "怎算", "而家": "现在", "琴日": "昨日", "寻日": "昨日",
    "噚日": "昨日", "听日": "明日", "系咪": "是否", "定系": "还是", "乜嘢": "什么", "咩嘢": "什么", "边度": "哪里",
    "边个": "哪个", "边只": "哪只", "边间": "哪家", "边家": "哪家", "边点": "哪些", "呢个": "这个", "呢只": "这只",
    "呢两": "这两", "呢间": "这家", "呢排": "最近", "昨儿": "昨天", "今儿": "今天",
    "明儿": "明天", "前儿": "前天", "昨晚": "昨天",
}  # fmt: skip
"""Words of Cantonese and of the north that are written with characters of other words."""
_SAID_OTHERWISE = re.compile("|".join(_IN_PAIRS) + r"|(?<=\s)定(?=\s)|咩")
_ALONE = {"定": "或", "咩": "啥"}


def one_script(text: str) -> str:
    """Returns a text in simplified characters and words of the standard language, every character in its place."""
    if text.isascii():
        return text
    return _SAID_OTHERWISE.sub(lambda m: _IN_PAIRS.get(m[0]) or _ALONE[m[0]], text.translate(ONE_BY_ONE))
