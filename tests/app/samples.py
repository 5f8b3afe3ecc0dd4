"""A contract and its review built by hand, for tests that must not depend on readers or rules."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from decimal import Decimal

from extractors.model import (
    Blank,
    Block,
    Citation,
    Clause,
    ClauseKind,
    Contract,
    ContractType,
    Document,
    Facts,
    FileKind,
    Money,
    Notice,
    Party,
    Period,
    Rate,
    Region,
    RegionKind,
    Span,
    TextPlace,
)
from rules.model import Basis, Check, CheckState, Finding, Review, Severity, Stance, finding_id

HEAD = """技术服务合同
甲方：杭州青禾智造有限公司
乙方：成都云岫软件有限公司
甲乙双方经协商一致，就甲方委托乙方提供技术服务事宜订立本合同。"""

# (level, label, title, body): the body of a titled clause is its own text; children follow.
CLAUSES = (
    (1, "第一条", "服务内容", ""),
    (2, "1.1", "", "乙方为甲方提供生产数据平台的部署、调试与运行维护服务。"),
    (2, "1.2", "", "甲方可根据需要单方调整服务范围，乙方应予执行，合同价款不作调整。"),
    (1, "第二条", "合同价款与支付", ""),
    (2, "2.1", "", "服务费总额为人民币480,000元（大写：肆拾捌万元整）。"),
    (2, "2.2", "", "甲方应于合同签订后____日内一次性支付全部服务费，已付款项概不退还。"),
    (2, "2.3", "", "甲方逾期付款的，每日按服务费总额的2%支付违约金。"),
    (1, "第三条", "验收", "甲方收到成果后三日内未提出书面异议的，视为验收合格。"),
    (1, "第四条", "责任限制", "乙方对甲方的间接损失、数据丢失不承担任何责任。"),
    (1, "第五条", "合同期限", "本合同期限一年，期满前三十日双方均未书面提出异议的，自动续期一年。"),
    (1, "第六条", "争议解决", "因本合同产生的争议，可向仲裁委员会申请仲裁，也可向乙方所在地人民法院起诉。"),
    (1, "第七条", "其他", "本合同未尽事宜，依照《中华人民共和国合同法》执行。本合同一式两份，双方各执一份。"),
)
TAIL = """甲方（盖章）：
乙方（盖章）：
日期：    年  月  日"""

# In the order that `_finding` unpacks; the wording of a blank is empty, since there is none to suggest.
_FOUND = (
    (
        "penalty.daily_rate", "late-fee-rate", "逾期违约金比例过高", Severity.HIGH, "甲方",
        "每日按服务费总额的2%支付违约金", "甲方逾期每日按服务费总额的2%付款，年化730%，远高于守约方通常损失。",
        "每逾期一日，按逾期金额的万分之三支付违约金，累计以逾期金额的10%为限。", (Basis("民法典", "585"),),
    ),
    (
        "dispute.arbitration_void", "arbitrate-or-sue", "仲裁条款无效或不明", Severity.HIGH, "both",
        "可向仲裁委员会申请仲裁，也可向乙方所在地人民法院起诉",
        "既约定仲裁又约定诉讼，且未选定仲裁机构，仲裁协议无效。",
        "因本合同产生的争议，由被告住所地有管辖权的人民法院管辖。", (Basis("仲裁法", "18"),),
    ),
    (
        "liability.excluded", "liability-excluded", "免除或排除责任", Severity.HIGH, "甲方", "不承担任何责任",
        "乙方对自身可控制的数据丢失一概免责，甲方的损失无从弥补。",
        "乙方因故意或者重大过失造成甲方数据丢失的，应赔偿甲方直接损失。", (Basis("民法典", "506"),),
    ),
    (
        "unilateral.change", "unilateral-change", "单方变更权", Severity.MEDIUM, "乙方", "单方调整服务范围",
        "甲方可不经乙方同意扩大服务范围而不加价。",
        "需要调整服务范围的，双方另行签订书面补充协议并相应调整价款。", (Basis("民法典", "543"),),
    ),
    (
        "payment.prepaid_full", "prepaid-full", "全额预付", Severity.MEDIUM, "甲方", "一次性支付全部服务费",
        "未履行即付清全款，甲方失去付款的制约。", "服务费分三期支付：签订后30%，验收合格后60%，质保期满后10%。", (),
    ),
    (
        "deemed.consent", "deemed-acceptance", "视为同意/视为验收", Severity.MEDIUM, "甲方", "视为验收合格",
        "三日过短，沉默即视为验收合格，对甲方不利。", "甲方应于十五个工作日内验收；逾期未验收的，乙方可书面催告。",
        (Basis("民法典", "140"),),
    ),
    (
        "form.repealed_law", "repealed-law", "引用失效法律", Severity.LOW, "both", "《中华人民共和国合同法》",
        "合同法已自2021年1月1日起废止。", "依照《中华人民共和国民法典》执行。", (),
    ),
    (
        "form.blank", "blank", "空白待填", Severity.LOW, "", "____日内", "付款期限空白，签订前应填写。", "", (),
    ),
)  # fmt: skip

_MISSING = (
    (
        "missing.ip", "missing-ip", "未约定知识产权归属", Severity.MEDIUM, "合同未约定服务成果的知识产权归属。",
        "乙方履行本合同所形成的成果，其知识产权归甲方所有。", (Basis("民法典", "885"),),
    ),
    (
        "missing.confidentiality", "missing-confidentiality", "未约定保密义务", Severity.MEDIUM,
        "合同未约定双方的保密义务。",
        "双方对在履行中知悉的对方商业秘密负有保密义务，期限为合同终止后三年。", (Basis("民法典", "501"),),
    ),
    (
        "missing.notice", "missing-notice", "未约定通知与送达", Severity.LOW, "合同未约定通知与送达的方式和地址。",
        "双方的通知以书面形式送达本合同首部所载地址。", (),
    ),
)  # fmt: skip


def sample_text() -> str:
    """The sample contract as one string."""
    return _lay_out()[0]


def sample_contract(name: str = "技术服务合同.txt") -> Contract:
    """A 技术服务合同 of twelve clauses on two levels; facts as a reader would find them."""
    text, clauses = _lay_out()
    starts = [0, *(index + 1 for index, char in enumerate(text) if char == "\n")]
    lines = [Span(start, start + len(line)) for start, line in zip(starts, text.split("\n"), strict=True)]
    document = Document(
        name=name,
        kind=FileKind.TEXT,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        blocks=tuple(Block(line) for line in lines),
        places=tuple(TextPlace(line, number) for number, line in enumerate(lines, 1)),
        notices=(Notice("picture-not-read", "文件中有 1 张图片未读取，图片里的文字没有审查。"),),
    )
    regions = (
        Region(RegionKind.TITLE, lines[0]),
        Region(RegionKind.PARTIES, Span(lines[1].start, lines[2].end)),
        Region(RegionKind.PREAMBLE, lines[3]),
        Region(RegionKind.SIGNATURE, Span(lines[-3].start, lines[-1].end)),
    )
    kind = ContractType("技术服务合同", (lines[0],))
    return Contract(document, kind, clauses, regions, sentences=(), frames=(), facts=_facts(text, lines))


def sample_review(stance: Stance = Stance.NEUTRAL, name: str = "技术服务合同.txt") -> Review:
    """The review of `sample_contract`: eight findings of all severities, three missing clauses."""
    contract = sample_contract(name)
    findings = tuple(_finding(contract, row) for row in _FOUND)
    missing = tuple(
        Finding(finding_id(rule, "", "", 0), kind, rule, title, severity, "both", message, wording, basis)
        for kind, rule, title, severity, message, wording, basis in _MISSING
    )
    found = tuple(Check(item.rule, item.title, item.type, CheckState.FOUND) for item in (*findings, *missing))
    others = (
        Check("liability-uncapped", "责任无上限", "liability.uncapped", CheckState.PASSED),
        Check("restraint-exclusive", "排他/竞业限制", "restraint.exclusive", CheckState.PASSED),
        Check("lease-term", "租期超过二十年", "statute.lease_term", CheckState.NOT_APPLICABLE),
    )
    ordered = sorted(findings, key=lambda item: (item.severity.rank, item.span or Span(0, 0)))
    return Review(contract, stance, tuple(ordered), missing, found + others)


def span_of(text: str, words: str) -> Span:
    """Where ``words`` first stand in ``text``."""
    start = text.index(words)
    return Span(start, start + len(words))


def _lay_out() -> tuple[str, tuple[Clause, ...]]:
    text = HEAD
    clauses: list[Clause] = []
    path: dict[int, int] = {}
    for index, (level, label, title, body) in enumerate(CLAUSES):
        start = len(text) + 1
        line = f"{label} {title}" if title else f"{label} {body}"
        text += "\n" + line + (f"\n{body}" if title and body else "")
        parent = path.get(level - 1)
        path[level] = index
        key = f"{clauses[parent].id}/{label}" if parent is not None else label
        span = Span(start, len(text))
        clauses.append(Clause(index, key, label, title, level, span, span, parent, ClauseKind.OPERATIVE))
        if parent is not None:
            clauses[parent] = replace(clauses[parent], span=Span(clauses[parent].span.start, len(text)))
    return f"{text}\n{TAIL}", tuple(clauses)


def _facts(text: str, lines: list[Span]) -> Facts:
    daily = Decimal("0.02")
    return Facts(
        parties=(
            Party("甲方", "杭州青禾智造有限公司", span=lines[1], details=(("住所", ""),), does="pays"),
            Party("乙方", "成都云岫软件有限公司", span=lines[2], does="performs"),
        ),
        money=(
            Money(span_of(text, "480,000元"), Decimal(480000)),
            Money(span_of(text, "肆拾捌万元整"), Decimal(480000), in_words=True),
        ),
        rates=(
            Rate(
                span_of(text, "每日按服务费总额的2%"),
                daily,
                period="day",
                base="服务费总额",
                purpose="late fee",
                payer="甲方",
                per_day=daily,
                per_year=daily * 365,
            ),
        ),
        periods=(Period(span_of(text, "三日"), Decimal(3), "日"), Period(span_of(text, "一年"), Decimal(1), "年")),
        citations=(Citation(span_of(text, "《中华人民共和国合同法》"), "中华人民共和国合同法"),),
        blanks=(Blank(span_of(text, "____"), "期限", "____"),),
    )


def _finding(contract: Contract, row: tuple[str, str, str, Severity, str, str, str, str, tuple[Basis, ...]]) -> Finding:
    kind, rule, title, severity, harms, quote, message, wording, basis = row
    span = span_of(contract.text, quote)
    clause = contract.clause_at(span.start)
    assert clause is not None
    return Finding(
        finding_id(rule, clause.label, quote, 0), kind, rule, title, severity, harms, message, wording,
        basis, span, quote, clause.id, clause.label,
    )  # fmt: skip
