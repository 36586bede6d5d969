"""Words of a claim that state nothing by themselves, and words that say the same.

General Chinese only: what a writer adds around a fact (提出, 力争, 数量 …) need not stand in the
document; everything else must. No word here names a subject of any document.
"""

from __future__ import annotations

import re

from index.lexicon import load_ordinary_words

_ORDINARY = load_ordinary_words()

REPORTING = frozenset(
    (
        "说 提出 提到 指出 明确 明确提出 要求 显示 表示 写明 写道 规定 安排 部署 公布 公开 发布 披露 介绍 强调 承诺 公开承诺 "
        "听说 据说 网传 有人说 报道 透露 宣布 获悉 记者 据悉 了解 据了解 据 根据 按照 依照 看到 印发 出台的 列出 列明 定为 确定 确定为 定下 设定 "
        "设定为 计划 规划 打算 拟 准备 目标 目标是 目标为 目标值 任务 重点任务 工作任务 任务目标 目标任务 年度目标 年度任务 要 将 "
        "将要 会 需 需要 应 应当 应该 必须 须 力争 争取 确保 努力 预计 预期 有望 即将 全力 着力 积极 继续 持续 进一步 加快 大力 "
        "加大 不断 深入 扎实 切实 稳步 有序 逐步 统筹 全面 重点 主要 具体 其中 同时 此外 另外 还 也 并 并且 以及 而 则 又 再 "
        "方面 领域 工作 事项 承诺事项 内容 情况 数据 指标 文件 报告 方案 通知 清单 文中 原文 里 中 内 上 下 后 时 "
        "是 为 有 即 也就是 达 达到 达成 实现 做到 突破 超过 超 逾 高于 不低于 不少于 约为 约 大约 左右 分别 各 均 都 皆 共 共计 合计 总共 "
        "总计 累计 总 全 全部 一共 目前 现 现有 已有 届时 当年 年度 全年 年内 年底 年末 年 到 至 截至 截止 前 之前 以前 底 期间 "
        "由 被 把 将其 对 向 在 从 于 以 用 给 让 使 与 和 及 或 跟 同 的 地 得 了 着 过 所 其 该 这 那 此 这一 这项 该项 本 我 "
        "另 另将 这事 此事 这件事 该事 这个 这些 一项 一个 一批 个 家 项 吗 呢 吧 啊 全省 省里 省内 我省 全省范围 全市 市里 我市 本市 政府 省政府 "
        "省直 单位 部门 各 每 相关 有关 数量 总数 总量 数目 个数 家数 人数 户数 水平 力度 能够 可以 可 能 就 才 仅 只 "
        "成为 成了 作为 包括 涉及 等 等等 来 去 之 而且 不仅 更 更加 较 比 相比 以来 期 较好 关于 明确要求 今年 去年 明年 上年 本年 年初 "
        "实际 已 已经 完成 完成了 完 圆满 最终 一年 一年来 过去一年 过去 下来 单个 责任人 负责人 牵头人 联系人 牵头 负责 配合 参与 担任 承担 电话 办公电话 联系电话 联系方式 号码 电话号码 "
        "共同 联合 协同 具体 分别由 主体 责任 责任单位 牵头单位 牵头部门 配合单位 参与单位 时限 期限 完成时限 完成时间 时间 最后 "
        "双 双双 帮 帮助 替 协助 通过 进行 开展 推进 推动 实施 落实 抓好 做好 组织 组织开展 加强 强化 促进 提出要 方案提出 计划提出 行动计划 属于 之一 "
        "靠 凭 借 讲 讲到 谈 谈及 起 开始 "
        "第 序号 编号 条 号 款 点 任务为 目标要求 要求的 规定的 这样 如下 以下 上述 前述 亦 亦即 计 值 数 数字 数值 本次 此次 "
        "国民经济 社会发展 省委 纳入 列入 列进 编入 列为 写入 写进 公示 公示的 新目标 新任务 新安排 新要求 这么 这么些 意味着 意味 照此 据此 由此 作出 做出 设置 设 定 采取 措施 举措 手段 方式 用于"
    ).split()
)
"""Reporting, linking and counting words; as residue of a claim they need no passage."""

VERBS = frozenset(
    (
        "做 搞 促成 建设 建成 新建 兴建 修建 建 打造 创建 培育 培养 扶持 发展 壮大 举办 办好 举行 办 开办 开工 启动 动工 推出 推广 遴选 "
        "认定 评选 评定 选出 设立 建立 组建 成立 布局 引进 引育 引入 招引 吸引 发放 投放 筹集 募集 安排 投入 改造 更新 提升 优化 "
        "完善 治理 整治 修复 整理 处理 办理 审批 支持 扶持 鼓励 引导 服务 惠及 覆盖 制定 修订 编制 出版 发行 搭建 投用 投产 开通 "
        "建成投用 新增 新添 新设 增设 新培育 新认定 新引进 再 增 净增 扩大 拓展 稳定 稳定在 保持 保持在 维持 维持在 控制 控制在 "
        "提高到 提升到 提高至 提升至 增至 增加到 增长到 升至 增长至 扩大到 扩大至 降至 降到 下降到 下降至 压减到 压减至 压缩到 "
        "压缩至 缩短到 缩短至 减少到 减少至 减至 创 创造 形成 取得 获得 收获 拥有 具备 参加 参与 涵盖 涌现 产出 生产 完工 "
        "先 保证 一支 两地 两市 抓 抓实 抓紧 一遍 一番 每一 每一家 每一个 每一所 一套 一份 凡 凡是 类 比例 落地 入库 纳统 签约 储备 转化 开发 研发 攻关 重组 整合 盘活 清理 排查 淘汰 关停 退出 养护 种植 造 植 供应 供给 提供 保障"
    ).split()
)
"""Actions so general that the noun and the figure carry the fact. They must fit in direction."""

_DIRECTION = {
    "up": "增长 增加 提高 提升 上升 上涨 攀升 跃升 上调 调高 抬高 抬升 拉高 上浮 扩大 递增 涨 增幅 增速 新增 净增 增 涨幅".split(),
    "down": "下降 降低 减少 压减 缩减 削减 下浮 下调 压低 拉低 调低 压降 砍掉 缩短 压缩 回落 降幅 减 降".split(),
}

_LINK = r"(?:[要将应则也均都已更])*(?:分别)?(?:是|为|定为|定在|达到?|在|控制在|保持在|稳定在)"
_GROWN = re.compile(
    rf"(?P<word>增长|增加|提高|提升|上升|下降|降低|减少|增)(?:率|速|幅|幅度|速度)?(?:的?(?:预期|目标|计划)*值?)?{_LINK}(?:了|约)?$"
    r"|(?P<more>比(?:上年|去年|上一年|前一年)(?:同期)?[多高涨]了?出?)$"
    rf"|(?P<rate>增速|增幅|涨幅|降幅)(?:的?(?:预期|目标|计划)*值?)?{_LINK}?(?:了|约)?$"
)
""" "增长目标为5%" and "增速达到5%" are rates, not levels reached."""

SAME: tuple[frozenset[str], ...] = (
    tuple(
        frozenset(group.split())
        for group in (
            "增长 增加 提高 提升 上升 增 递增 增速 增幅 涨 上涨 多了",
            "下降 降低 减少 压减 缩减 削减 压缩 降 降幅 减 跌 下跌",
            "新增 净增 增加 新添 增设 新增加 新设 新开 多出 增添 增多 添置",
            "缩短 压缩 压减",
            "企业 公司",
            "方式 办法 方法",
            "开展 展开",
            "居民 群众 百姓 市民",
            "免费 无偿",
            "占比 比重 比例 占 份额",
            "覆盖率 覆盖面 覆盖",
            "收入 营收",
            "营业收入 营收 主营业务收入",
            "地区生产总值 GDP 生产总值",
            "总产量 总产 产量",
            "新能源汽车 新能源车 新能源整车",
            "农民工 务工人员",
            "老人 老年人",
            "孩子 儿童",
            "高校毕业生 大学毕业生 大学生",
            "中小学 中小学校",
            "人均可支配收入 人均收入",
            "物价 居民消费价格 CPI",
            "社会消费品零售总额 社零总额 社零",
            "财政收入 一般公共预算收入",
            "首批 第一批",
            "经营主体 市场主体",
            "完善 健全 建立健全",
            "通车里程 运营里程 营运里程 运营总里程 通车总里程",
            "举办 办 办好 举行 承办 召开",
            "开通 新开 开行",
            "关停 关闭 关停退出",
            "里程 通车里程",
            "货物 货邮",
            "单产 平均单产 亩产 平均亩产 每亩单产 每亩产量",
            "入围 入选 进入 跻身",
        )
    )
    + _ORDINARY.same
)
"""Words that may stand for one another inside a claim; general usage, no subject of a document."""

_ADJUNCT_NOUNS = frozenset(
    "队伍 案例 实例 事例 电量 水量 用量 难 难题 企业 项目 地区 面积 金额 数量 总数 总量 数 个数 人数 户数 家数 机构 规模 平台 产品量 工程 产业 行业".split()
)
"""Heads that a name may do without ("“小巨人”299家" for "“小巨人”企业"); only behind that name."""

FRAMING = frozenset("方面 领域 工作 上".split())
"""Words behind what only says which field a sentence is of ("科技合作方面，")."""
NEUTRAL = REPORTING | _ORDINARY.neutral
"""Words that name neither a thing nor a deed."""
SOFT = NEUTRAL | VERBS
ADJUNCTS = _ADJUNCT_NOUNS
_LONGEST = max(map(len, SOFT | {word for group in SAME for word in group}))

OPINION = re.compile(
    r"^(?:为了?|随着|面对|近年来|多年来|一直以来|众所周知|毫无疑问|可以说|可见|由此|这意味着|这表明|这标志着|彰显|体现|"
    r"标志着|有力|为.{2,}(?:奠定|提供|注入|贡献|打下|作出|做出)|让人|令人|让(?:[更广]?[多大])?(?:群众|百姓|老百姓|居民|市民|村民|乡亲|农民|企业|老人|孩子|学生|大家|人们|人民|消费者)|值得|我认为|笔者|专家|网友|希望|相信|期待|不难|"
    r"从而|进而|助力|这是|是.{2,24}(?:之一|缩影|写照|体现|标志)$|擦亮|书写|谱写|交出|总之|综上)"
)
_OF_THE_CHECK = (
    "请问 烦请 麻烦 请 帮我 帮忙 帮 核对 核实 核查 查证 求证 检查 看看 判断 确认 查得到 查 一下 这么 这样 这 那 该 此 上述 以上 "
    "上面 下面 以下 如下 下列 [一两二三四五六七八几] [个句条段处组项]  句话 话 说法 表述 内容 信息 数字 数据 数 单位 年份 日期 时间 写法 "
    "人名 名字 姓名 提法 是否 是 的 不 没 有 无误 无 能 可以 可 得 写 说 讲 报道 报 用 发 行 对得上 对 错 准确 准 属实 正确 真实 真 假 靠谱 "
    "可靠 可信 妥当 妥 合适 成立 站得住脚 站得住 误 出入 偏差 问题 依据 根据 出处 来源 原文 文件 里 中 在 [吗么呢吧] 了 过 "
    "吻合 一致 相符 符合 与 和 跟 回事 如此 算 都 ，"
).split()
QUESTION = re.compile(
    r"^(?:请问|请)?(?:帮我|帮忙)?(?:核对|核实|核查|查证|检查|看看|判断)?(?:一下|下)?[，,：:]?(?:这|该|此|上述|以上|上面|这个|这句|下面|以下|如下|下列)*"
    r"(?:句?话|个?说法|段话|表述|内容|信息|数字|数据|单位|年份|日期|时间|是)*(?:是不是|是否|有没有|有无|算不算|能否|对不对)?"
    r"(?:准确|属实|这样|这么回事|如此|正确|真实|真的|有误|写错|出错|错误|错|对|符合原文|符合文件|成立|可靠|有依据|有出处|问题)?(?:吗|么|呢|无误|了)?$"
    rf"|^(?:{'|'.join(_OF_THE_CHECK)}){{1,12}}$"
)
"""What asks for the check, or is about the text that is checked: it claims nothing."""
NEGATION = re.compile(
    r"不再|不得|不能|不会|不需|不用|不是|并未|尚未|未能|没有|没能|无需|取消|停止|暂停|禁止|严禁|拒绝|放弃|免除|不"
)
LEVELS = re.compile(r"国家级?|全国|世界级?|国际|省级|市级|县级|部级|区级|村级|乡级|镇级|省|市|县")
WHOLES = {
    whole: frozenset(parts.split())
    for whole, parts in {
        "进出口": "进口 出口",
        "中小学": "中学 小学",
        "中小微": "中小 小微 微型",
        "大中型": "大型 中型",
        "中小型": "中型 小型",
        "国内外": "国内 国外",
        "境内外": "境内 境外",
        "省内外": "省内 省外",
        "上下游": "上游 下游",
        "出入境": "出境 入境",
        "城乡": "城镇 城市 农村 乡村",
        "市县": "市级 县级",
        "干支线": "干线 支线",
        "高中职": "高职 中职",
        "东中西": "东部 中部 西部",
    }.items()
}
"""Contracted names of a whole, with its parts: what is said of the whole is not said of a part."""

OPPOSED = {
    "省内": ("跨省", "省外"),
    "市内": ("跨市", "市外"),
    "国内": ("跨境", "境外", "国外", "国际"),
}
"""Where something happens, against what a passage says instead."""

CHANGES = re.compile(
    r"同比|环比|[多少高低]出|[多少]了|比(?:上年|去年|上一年)|增长|增加|提高|提升|上升|下降|降低|减少|回落|占比|比重|增速|增幅|降幅|涨幅"
)
"""Words that say how something moves or what part it is, and not of what."""

RATES = re.compile(r"[日月年季](?:产|均|供|处理|耗|吞吐|接卸|销|接待|发电)")
"""How often something is counted; 年产 is not 日产, though 年 alone states nothing."""

_NONE: frozenset[str] = frozenset()
_SIBLINGS = {
    word.lower(): frozenset(other for group in SAME if word in group for other in group - {word})
    for word in {word for group in SAME for word in group}
}


_ATTAINED = re.compile(
    r"[升降增减砍冲稳抬拉提涨跌压缩攀跃拼干做保控调守推迈跨踏奔扩加添建办定](?:到|至|在|过|破|上|向)"
    r"|[盯瞄锁抓抢咬扭攥守兜稳管](?:住|牢|准|紧|定|实)|[查找筛评选摸挑测验](?:出|出来)"
)
"""A verb with its complement (冲到, 稳在, 盯牢): the level or the thing behind it carries the fact."""
_VERB = 2
_WELL = "好成完"
"""What ends a general verb that is done well or to its end: 实施好, 建设成."""
_HEADLINE = re.compile(
    r"更|同样|[也正已仍]|不小|不断|有了|来了|再[\u4e00-\u9fff]|加快|提速|加码|发力|怎么|如何|了$|[快稳好强实牢优亮新足高大多暖美]$"
)
"""What makes a few words before "：" a headline rather than the name of what follows."""
_COMMENT = sorted((word for word in _ORDINARY.praise if len(word) > 1), key=len, reverse=True)
_COMMENTING = re.compile("|".join(map(re.escape, _COMMENT)))


def comments(words: str) -> bool:
    """Whether a piece of a text without any element holds words that only judge."""
    return _COMMENTING.search(words) is not None


def is_headline(words: str) -> bool:
    """Whether the words before "：" are a headline, which only announces what follows."""
    return comments(words) or _HEADLINE.search(words) is not None


def is_complemented(word: str) -> bool:
    """Whether ``word`` is a general verb with the complement that a level or a thing follows."""
    return _ATTAINED.fullmatch(word) is not None or (
        len(word) > _VERB and word[:-1] in SOFT and word[-1] in _WELL
    )


def siblings(word: str) -> frozenset[str]:
    """All words that may stand for ``word``."""
    return _SIBLINGS.get(word.lower(), _NONE)


def direction_of(left: str) -> str:
    """Whether the verb at the end of ``left`` says growth ("up"), decline ("down"), a level reached
    ("to"), or nothing ("")."""
    grown = _GROWN.search(left)
    if grown:
        word = grown["word"] or grown["rate"] or "增长"
        return "down" if word in _DIRECTION["down"] else "up"
    bare = re.sub(
        r"(?:了|约|大约|近|超过?|至少|不低于|不少于|分别|各|逾|突破|以上|到达|再)+$", "", left
    )
    if re.search(
        r"(?:达到?|[至到]|为|是|突破|保持在|稳定在|控制在|实现|完成)了?$", left
    ) and not re.search(
        r"(?:增长|增加|提高|提升|上升|下降|降低|减少|压减)(?:了|约|超过?|突破)*$", left
    ):
        return "to"
    for name, words in _DIRECTION.items():
        if any(bare.endswith(word) for word in words):
            return name
    return ""


def longest_soft() -> int:
    return _LONGEST
