"""Laws cited by name with their articles: 《中华人民共和国民法典》第五百八十五条第二款, 依据劳动合同法第39条."""

from __future__ import annotations

import re

from extractors.entities.numerals import number
from extractors.entities.scanning import opening
from extractors.model import Citation, Span

# Names that can only be laws; names that mostly are; and names that are where a legislator stands in them.
_STRONG_END = re.compile(r"(?:(?<![方办做算用书看想说])法|法典|条例|司法解释|通则)$")
_USUAL_END = re.compile(r"(?:规定|办法|细则|解释)$")
_WEAK_END = re.compile(r"(?:规则|标准|规范|准则|决定|意见|通知|批复|纪要)$")
_LEGISLATOR = re.compile(
    r"中华人民共和国|最高人民|国务院|国家|全国|中国人民银行|[省市]|自治区|部门?(?!件)|总局|委员会|人民政府|会计|招标投标"
    r"|政府采购|税|GB|行业"
)
_OWN = re.compile(r"[“”\"]|本公司|本平台|[甲乙丙]方|投标人|考核|奖惩|员工|商户|我司")
_VERSION = re.compile(
    r"\s?[（(][^（()）]{0,12}(?:修正|修订|试行|暂行|草案|年|[一二三四五六七八九十])[^（()）]{0,6}[）)]$"
)
_SHORTEST_USUAL = 6  # 《考核办法》, 《管理规定》 are papers of the parties

_NUM = r"[0-9０-９一二三四五六七八九十百千零〇两]{1,8}"
_ARTICLE = (
    rf"第\s?{_NUM}\s?条(?:之[一二三四五六七八九十])?"
    rf"(?:\s?第\s?{_NUM}\s?[款项](?:\s?第?\s?[（(]?{_NUM}[）)]?\s?项)?)?"
)
_ARTICLES = (
    rf"(?:\s?[（(][^（）()\n]{{0,30}}[）)])?的?\s?"
    rf"(?P<articles>{_ARTICLE}(?:\s?[、，,和及与至到以]{{1,2}}\s?{_ARTICLE}){{0,8}})"
)
_QUOTED = re.compile(rf"《(?P<law>[^《》\n]{{2,60}})》(?:{_ARTICLES})?")
_KNOWN = (
    "民法典|劳动合同法|劳动法|公司法|政府采购法|招标投标法|担保法|物权法|侵权责任法|消费者权益保护法|个人信息保护法"
    "|数据安全法|网络安全法|反不正当竞争法|民事诉讼法|仲裁法|建筑法|著作权法|专利法|商标法|电子签名法|电子商务法"
    "|产品质量法|广告法|合伙企业法|保险法|票据法|合同法|民法通则"
)
_BARE = re.compile(
    opening(
        "".join(sorted({"中", *(name[0] for name in _KNOWN.split("|"))})),
        rf"(?P<law>中华人民共和国(?:{_KNOWN}"
        r"|(?![^》\s]{0,10}(?:法律|法规|相关|有关))[一-鿿]{2,12}?(?:法|条例)(?=[\s第及和、，。等]))"
        rf"|(?<![国一-鿿])(?:{_KNOWN})(?![律规])|(?<=[据照按反合用对])(?:{_KNOWN})(?![律规]))(?:{_ARTICLES})?",
    )
)
_ONE_ARTICLE = re.compile(rf"第\s?(?P<number>{_NUM})\s?条(?P<insert>之[一二三四五六七八九十])?")


def find_citations(text: str) -> tuple[Citation, ...]:
    """All laws, regulations and judicial interpretations cited in ``text``, in order."""
    titles = list(_QUOTED.finditer(text))
    quoted = {offset for match in titles for offset in range(match.start(), match.end())}
    found = [_citation(match) for match in titles if is_law(match["law"])]
    found += [_citation(match) for match in _BARE.finditer(text) if match.start() not in quoted]
    return tuple(sorted(found, key=lambda citation: citation.span))


def is_law(name: str) -> bool:
    """Whether a title between 《》 names a law, regulation or interpretation rather than a paper of the parties."""
    core = _VERSION.sub("", name.strip())
    if _STRONG_END.search(core):
        return True
    if _OWN.search(core):
        return False
    if _USUAL_END.search(core) and len(core) >= _SHORTEST_USUAL:
        return True
    return bool(_WEAK_END.search(core) and _LEGISLATOR.search(core))


def _citation(match: re.Match[str]) -> Citation:
    articles = tuple(_article(found) for found in _ONE_ARTICLE.finditer(match["articles"] or ""))
    return Citation(Span(*match.span()), match["law"].strip(), tuple(dict.fromkeys(articles)))


def _article(match: re.Match[str]) -> str:
    value = number(match["number"])
    return f"{int(value) if value is not None else match['number']}{match['insert'] or ''}"
