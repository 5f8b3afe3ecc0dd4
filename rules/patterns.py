"""Patterns as a lawyer writes them, run on an engine that cannot blow up (RE2: time linear in the text).

A pattern is a regular expression over the canonical spelling (`extractors.canonical`), with three additions:

==========  ==========================================================================
``…``       up to 40 characters of the same sentence, as few as possible
``<role>``  a word for one party: 甲方, 承租人, 平台 …
``<all>``   全部, 所有, 一切, 任何 …
``<need-not>``  无需, 毋须, 不必 …
``<personal>``  what tells something of a person: 个人信息, 身份证号, 病历, 行踪, 用户资料 …
``<outsider>``  whoever is no party: 第三方, 合作伙伴, 关联公司, 广告商 …
``<injury>``    harm to body or life: 人身损害, 伤亡, 摔伤, 中毒 …
``<side>``  <role>, or another word for one: 主办方, 品牌方, 店家 … (双方, 第三方 too: say so in ``without``)
``<may>``   有权, 可以, 得, 保留 … (also inside 不得, 许可: let the frame decide)
``<terminate>``  解除, 终止, 解约, 辞退, 退租 …
``<change>``  变更, 调整, 修订, 上调, 加价, 增减 …
``<decide>``  认定, 判定, 裁量, 评定, 核定 …
``<compensate>``  赔偿, 补偿, 弥补, 填补, 承担 …
``<full>``  <all>, 悉数, 如数, 一应, 各种, 其余 …
``<loss>``  损失, 损害, 亏损, 减损, 不利 …
``<repair>``  更换, 维修, 重做, 补发, 补拍 …
``<not-owe>``  不, 概不, 恕不, 无需, 拒绝 … before what one would owe
``[^…]``    never crosses a line
==========  ==========================================================================

RE2: https://github.com/google/re2/wiki/Syntax (no look-around; say what must not be there in ``without``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol, cast

import re2

from extractors import roles

_GAP = r"[^。；！？\n]{0,40}?"
_ADDRESS = ("贵公司", "本公司", "我公司", "贵单位", "本单位", "贵司", "我司", "我们", "您")
_ROLES = (*_ADDRESS, *(role for role in roles.ALL if role not in ("公司", *_ADDRESS)))  # 公司 ends most names
_MACROS = {
    "[^": r"[^\n",
    "<role>": "(?:" + "|".join(_ROLES) + ")",
    "<side>": "(?:"
    + "|".join(_ROLES)
    + "|[一-龥]{1,3}方|[一-龥]{0,3}(?:店家|商家|社|馆|部门|机构|公司|中心|会所|单位|银行|学校|老师|负责人))",
    "<each>": "(?:" + "|".join(sorted(roles.EACH, key=len, reverse=True)) + ")",
    "<any>": "(?:" + "|".join(sorted(roles.ANY, key=len, reverse=True)) + ")",
    "<all>": "(?:全部|所有|一切|任何|全额)",
    "<need-not>": "(?:无需|无须|毋须|毋需|无庸|不需要?|不必|不用|不须|勿需|勿须|免于|免予)",
    "<personal>": (
        "(?:个人(?:信息|资料|数据|隐私)|隐私|敏感信息|(?:用户|客户|会员|业主|住户|学员|学生|家长|员工|职工|患者|病人|老人|"
        "旅客|住客|客人|顾客|买家|消费者|粉丝|主播|队员|车主|投资者|持卡人|申请人|承租人|借款人|债务人|租客|访客|乘客|司机|"
        "求职者|候选人|您|其|本人)的?(?:个人)?(?:基本|注册|身份|联系|"
        "账户|交易|消费|行为|使用|健康|订单|业务)?(?:信息|数据|资料|档案|记录|画像|名单|照片|肖像|影像|隐私)|姓名|电话号?码?|"
        "手机号码?|联系方式|身份证号?码?|身份信息|证件号码?|住址|家庭(?:住址|情况|成员|信息)|肖像|照片|相片|影像|录音|录像|"
        "通话记录|会话记录|聊天记录|通话内容|通讯录|联系人|相册|短信|(?:地理)?位置|定位|轨迹|行踪|行程|人脸|面部|指纹|声纹|虹膜|"
        "生物(?:识别|特征)|病历|病情|病史|诊疗|就诊|体检|健康(?:信息|数据|状况|档案)|血型|基因|征信|信用报告|银行(?:卡号|流水)|"
        "账户流水|社保|纳税|收入|工资|成绩|就业单位|消费记录|购物记录|购买记录|订单信息|浏览记录|搜索记录|交易记录|业务数据|"
        "客户记录|购房预算|车牌|简历|驾照|护照|证件信息|监控|作业|测评|答题|考勤|客户名单|会员名单|人脸识别)"
    ),
    "<outsider>": (
        "(?:第三[方人者]|他人|外部|外界|关联(?:公司|企业|方|主体)|集团(?:内|成员|各|公司)|母公司|子公司|兄弟公司|成员企业|"
        "合作(?:伙伴|方|机构|单位|商家|企业|商户|媒体|银行|公司|院校)|伙伴|商家|商户|广告(?:商|主|公司|联盟)|服务商|供应商|投资人|"
        "银行|保险公司|金融机构|贷款机构|中介|媒体|装修公司|培训机构|数据公司|营销公司|同行|下属|分店|加盟店|分公司|总公司|"
        "(?:其他|别的|其它|内部各)(?:[^，。；]{0,2})(?:公司|企业|机构|单位|平台|主体|客户|商家|门店|店铺|酒店|部门|人))"
    ),
    "<injury>": (
        "(?:人身(?:伤害|损害|伤亡|安全|损失|意外|伤残)|生命|身体|健康|伤亡|死伤|伤残|伤病|死亡|身故|亡故|致死|致伤|致残|受伤|负伤|"
        "伤害|工伤|摔伤|跌伤|烫伤|烧伤|砸伤|撞伤|扭伤|划伤|咬伤|触电|溺水|溺亡|窒息|猝死|中毒|过敏|病发|感染|骨折|残疾|职业病|"
        "不适|安全事故|意外事故|伤者|死者)"
    ),
    "<may>": "(?:有权利?|可以?|[方人商户部司台员主者店均亦即并仍]得以?|能够|保留|享有|拥有)",
    "<terminate>": (
        "(?:解除|终止|终结|解约|解聘|解雇|辞退|辞去|辞任|劝退|清退|开除|除名|退租|退出(?:合作|代理|服务|经营)|停止合作|中止合作|"
        "结束(?:合作|合同|协议|委托|服务|租赁|本)|撤店|闭店|撤场|撤出|提前到期|立即到期|作废)"
    ),
    "<change>": (
        "(?:修改|变更|调整|修订|更改|改动|变动|更换|替换|替代|代替|顶替|划出|改换|改变|改用|调换|增减|增删|增加|减少|缩减|缩小|缩短|删减|压缩|"
        "扩大|上调|下调|调高|调低|调升|上浮|下浮|浮动|提价|涨价|加价|加收|调价|提高|降低|更新|重新核定|重新确定|重新计算)"
    ),
    "<decide>": (
        "(?:认定|判定|判断|裁定|裁决|裁夺|裁量|裁断|评判|评定|评审|审定|核定|酌定|酌情确定|定夺|决定|断定|说了算|拍板)"
    ),
    "<compensate>": "(?:赔偿|补偿|赔付|偿付|包赔|赔足|弥补|填补|填平|补足|补齐|承担|负担|担负|承受|埋单|兜底|扛下)",
    "<full>": (
        "(?:全部|所有|一切|任何|全额|全数|悉数|如数|尽数|足额|统统|概|一应|各种|各类|各项|其余|其他各项|其他任何|全盘|完全)"
    ),
    "<loss>": "(?:损失|损害|亏损|减损|折损|贬损|毁损|不利|后果|开支|支出|开销|赔款|索赔)",
    "<repair>": (
        "(?:更换|调换|换货|换新|维修|修理|修复|修补|检修|重做|重作|重拍|重新(?:提供|制作|安排|投放|施工)|返工|返修|整改|治理|"
        "补(?:发|寄|做|种|植|拍|播|课|录|足差额|齐差额|送|印|登|时|给))"
    ),
    "<not-owe>": (
        "(?:不再|不予|不应|不会|不作|不就|不对|不因此|不另|概不|均不|一概不|一律不|恕不|都不|并不|不|无需|无须|毋须|毋需|毋庸|"
        "无庸|勿需|不须|不必|不用|免于|免予|拒绝)"
    ),
    "<number>": "(?:[0-9][0-9,.]*|[零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟两半]+)",
    "…": _GAP,
}


class PatternError(ValueError):
    """A pattern that the engine does not accept; the message says why."""


class _Match(Protocol):
    def span(self, group: int = 0) -> tuple[int, int]: ...
    def groupdict(self) -> dict[str, str | None]: ...


class _Compiled(Protocol):
    @property
    def groupindex(self) -> dict[str, int]: ...
    def finditer(self, text: str) -> Iterator[_Match]: ...
    def search(self, text: str) -> _Match | None: ...


@dataclass(frozen=True)
class Hit:
    """One match: where it lies in the text searched, and what its named groups hold."""

    start: int
    end: int
    groups: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Pattern:
    """A compiled pattern."""

    source: str
    _compiled: _Compiled

    def find(self, text: str) -> Iterator[Hit]:
        """Every match in ``text``, in order; the group ``quote`` narrows it to what is to be quoted."""
        quoted = self._compiled.groupindex.get("quote", 0)
        for match in self._compiled.finditer(text):
            groups = {name: value for name, value in match.groupdict().items() if value is not None}
            start, end = match.span(quoted if "quote" in groups else 0)
            yield Hit(start, end, groups)

    def occurs(self, text: str) -> bool:
        """Whether ``text`` holds a match."""
        return self._compiled.search(text) is not None


@lru_cache(maxsize=4096)
def compile_pattern(source: str) -> Pattern:
    """Compile ``source``.

    Raises:
        PatternError: it is not a pattern, or matches the empty text.
    """
    expanded = source
    for word, meaning in _MACROS.items():
        expanded = expanded.replace(word, meaning)
    options = re2.Options()
    options.log_errors = False
    options.max_mem = 64 << 20
    try:
        compiled = cast("_Compiled", re2.compile(expanded, options))
    except re2.error as error:
        raise PatternError(f"{source}: {error}") from error
    if compiled.search("") is not None:
        raise PatternError(f"{source}: matches the empty text")
    return Pattern(source, compiled)


def any_occurs(patterns: tuple[Pattern, ...], text: str) -> bool:
    """Whether one of ``patterns`` occurs in ``text``."""
    return any(pattern.occurs(text) for pattern in patterns)
