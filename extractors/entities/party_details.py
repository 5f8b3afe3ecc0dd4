"""The fields that identify a party: 统一社会信用代码, 住所, 法定代表人, 电话 and so on, filled in or blank."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAMES = {
    "统一社会信用代码": r"(?:统一)?社会信用代码(?:证号?)?|营业执照(?:注册)?号?码?|组织机构代码证?",
    "住所": (
        r"住\s{0,6}所\s?地?(?:[（(][^（）()\n]{1,10}[）)])?|住\s{0,4}址"
        r"|(?:注册|联系|通讯|通信|家庭|单位|办公|经营)?地\s{0,6}址"
    ),
    "法定代表人": r"法\s?定\s?代\s?表\s?人(?:/负责人)?|法人代表|负责人",
    "联系人": r"联\s{0,4}系\s{0,4}人|联络人",
    "电话": r"(?:联系|投诉)?电\s{0,6}话(?:（Tel）|\(Tel\))?|联系方式|手机号?码?",
    "身份证号": r"(?:居民)?身份证(?:/营业执照)?号?码?|证件号码?|证件类型及编号",
    "开户行": r"开\s?户\s?(?:银\s?)?行",
    "账号": r"(?:银行|收款)?[账帐]\s{0,4}号",
    "税号": r"税\s{0,4}号|纳税人识别号",
    "邮箱": r"电子邮[箱件]|邮箱|邮件|E-?mail",
}
_FIELD = "|".join(f"(?P<f{index}>{pattern})" for index, pattern in enumerate(_NAMES.values()))
_DETAIL = re.compile(
    rf"(?P<owner>[甲乙丙丁]\s{{0,4}}方)?(?:{_FIELD})(?:\s{{0,4}}[:：]+|(?<=址)(?=\s{{4}})|(?<=人)(?=\s{{4}}))"
)
_OTHER_FIELD = re.compile(r"\s?(?:[一-鿿]\s{0,8}){1,8}(?:[（(][^（）()]{1,8}[）)])?\s?[:：]")
_EMPTY = re.compile(r"^[\s_＿/\\—\-*xX×【】\[\]□、]*$|\{\{|\$\{|^[Xx×]{2,}$")


@dataclass(frozen=True, slots=True)
class Detail:
    """One field of a party on a line; ``owner`` where the label names it (甲方地址), ``value`` "" where blank."""

    name: str
    value: str
    owner: str


def details_on(line: str) -> tuple[Detail, ...]:
    """The fields on a line, in order."""
    matches = list(_DETAIL.finditer(line))
    names = list(_NAMES)
    found = []
    for index, match in enumerate(matches):
        end = matches[index + 1].start() if index + 1 < len(matches) else len(line)
        field = next(int(key[1:]) for key, words in match.groupdict().items() if key[0] == "f" and words is not None)
        owner = "".join((match["owner"] or "").split())
        found.append(Detail(names[field], _filled(line[match.end() : end]), owner))
    return tuple(found)


def value_of(words: str) -> str:
    """What stands before the first field of ``words``: 某某公司 in 某某公司 地址：…."""
    match = _DETAIL.search(words)
    return words[: match.start()] if match else words


def _filled(words: str) -> str:
    words = _OTHER_FIELD.split(words, maxsplit=1)[0]
    words = re.split(r"\t|\s{3,}|[，。；）]", words.strip())[0].strip(" 　")
    return "" if _EMPTY.search(words) else words
