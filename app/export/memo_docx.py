"""The review memo (合同审查意见书) as a Word document that a lawyer can send."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from docx.document import Document as DocxDocument
from docx.shared import RGBColor

from app import labels
from app.export import docx_style as style
from app.export.docx_style import add_labelled, add_pairs, add_prose, add_table
from app.export.excerpt import excerpt, one_line
from app.export.key_terms import key_terms
from app.export.memo_annex import add_annex, add_scope
from app.export.writing import refuse_source, write_whole
from app.model import Decision, Verdict, standing, wording_of
from extractors.model import Party, Span
from rules.model import Finding, Review, Severity

TITLE = "合同审查意见书"
_NUMBERS = "一二三四五六七八九"
_COLOURS = {
    Severity.HIGH: RGBColor(0xB4, 0x23, 0x18),
    Severity.MEDIUM: RGBColor(0xB2, 0x5E, 0x09),
    Severity.LOW: style.GREY,
}


def write_memo(
    review: Review,
    decisions: Mapping[str, Decision],
    path: Path,
    *,
    include_dismissed: bool = False,
    today: date | None = None,
) -> None:
    """Write the memo of ``review`` to ``path`` (.docx), whole or not at all.

    ``decisions`` are the lawyer's, by finding id: an edited wording replaces the suggested one, dismissed findings
    stay out unless ``include_dismissed``. ``today`` is the date on the memo. Raises `ExportError`, also where
    ``path`` is the contract itself.
    """
    refuse_source(path, *review.contract.document.hashes)
    findings = standing(sorted(review.findings, key=_place), decisions, include_dismissed=include_dismissed)
    missing = standing(review.missing, decisions, include_dismissed=include_dismissed)
    memo = _Memo(review, decisions, findings, missing)
    document = memo.build(today or datetime.now().astimezone().date())
    write_whole(path, lambda part: document.save(str(part)))


def _place(finding: Finding) -> tuple[Span, str]:
    return finding.span or Span(0, 0), finding.id


def _party_name(party: Party) -> str:
    also = f"（又称：{'、'.join(party.aliases)}）" if party.aliases else ""
    return f"{party.name or labels.BLANK}{also}"


class _Memo:
    """One memo in the making: the sections, in order."""

    def __init__(
        self,
        review: Review,
        decisions: Mapping[str, Decision],
        findings: Sequence[Finding],
        missing: Sequence[Finding],
    ) -> None:
        self.review, self.decisions = review, decisions
        self.findings, self.missing = findings, missing
        self.contract = review.contract
        self.document: DocxDocument = style.new_document()
        self.sections = 0

    def build(self, today: date) -> DocxDocument:
        """The document, all sections in it."""
        name = self.contract.document.name
        self.document.core_properties.title = one_line(f"{TITLE}：{name}")
        self.document.core_properties.author, self.document.core_properties.comments = "", ""
        style.set_header_and_footer(self.document, f"{TITLE}　{name}")
        self.document.add_paragraph(TITLE, style="Title")
        self._cover(today)
        self._summary()
        self._basics()
        self._opinions()
        self._missing()
        self._section("审查范围与说明")
        add_scope(self.document, self.review)
        self._section("附：主要法律依据")
        add_annex(self.document, [*self.findings, *self.missing])
        return self.document

    def _section(self, title: str) -> None:
        number = "" if title.startswith("附") else f"{_NUMBERS[self.sections]}、"
        self.sections += 1
        self.document.add_heading(f"{number}{title}", level=1)

    def _cover(self, today: date) -> None:
        add_pairs(
            self.document,
            (
                ("审查文件", "、".join(self.contract.document.files)),
                ("合同类型", self.contract.type.name or "未能判断"),
                ("审查立场", labels.STANCE[self.review.stance]),
                ("审查日期", f"{today.year}年{today.month}月{today.day}日"),
            ),
        )

    def _summary(self) -> None:
        self._section("审查结论")
        of_findings = Counter(finding.severity for finding in self.findings)
        of_missing = Counter(finding.severity for finding in self.missing)
        add_prose(
            self.document,
            f"经审查，本合同文本共有风险提示{len(self.findings)}项，其中高风险{of_findings[Severity.HIGH]}项、"
            f"中风险{of_findings[Severity.MEDIUM]}项、低风险{of_findings[Severity.LOW]}项。"
            f"{self._favourable()}{self._gaps()}{self._advice(of_findings[Severity.HIGH])}",
        )
        rows = [
            (name, str(count[Severity.HIGH]), str(count[Severity.MEDIUM]), str(count[Severity.LOW]), str(count.total()))
            for name, count in (("现有条款的风险", of_findings), ("建议补充的条款", of_missing))
        ]
        style.center(add_table(self.document, ("", "高", "中", "低", "合计"), rows, (0.36, 0.16, 0.16, 0.16, 0.16)))
        if self.findings:
            self._overview()

    def _favourable(self) -> str:
        count = sum(finding.favourable for finding in self.findings)
        return f"上述提示中有{count}项对我方有利，供谈判时掌握。" if count else ""

    def _gaps(self) -> str:
        if self.missing:
            return f"另有{len(self.missing)}项内容合同未作约定，建议补充。"
        return "未发现应有而未约定的重要内容。"

    def _advice(self, grave: int) -> str:
        if grave:
            return f"建议先就{grave}项高风险条款与对方协商修改，再行签署。"
        return "未发现高风险条款；签署前宜结合交易实际确认下列提示。" if self.findings else ""

    def _overview(self) -> None:
        style.add_caption(self.document, "风险一览（按条款顺序）")
        rows = [
            (
                str(number),
                labels.clause_path(self.contract, finding),
                finding.title,
                labels.SEVERITY[finding.severity],
                self._harmed(finding),
            )
            for number, finding in enumerate(self.findings, 1)
        ]
        table = add_table(
            self.document, ("序号", "条款", "问题", "等级", "对谁不利"), rows, (0.08, 0.2, 0.36, 0.1, 0.26)
        )
        for row, finding in zip(table.rows[1:], self.findings, strict=True):
            level = row.cells[3].paragraphs[0].runs[0]
            level.bold, level.font.color.rgb = True, _COLOURS[finding.severity]

    def _harmed(self, finding: Finding) -> str:
        return labels.harms(finding) + ("（对我方有利）" if finding.favourable else "")

    def _basics(self) -> None:
        self._section("合同基本情况")
        parties = self.contract.facts.parties
        if parties:
            style.add_caption(self.document, "当事人")
            add_pairs(self.document, [(party.role, _party_name(party)) for party in parties])
        else:
            add_prose(self.document, "未能从文本中识别合同当事人，请核对合同首部。")
        terms = key_terms(self.contract)
        if terms:
            style.add_caption(self.document, "主要条款")
            add_pairs(self.document, terms)

    def _opinions(self) -> None:
        self._section("逐条审查意见")
        if not self.findings:
            add_prose(self.document, "现有条款中没有需要提示的风险。")
        for number, finding in enumerate(self.findings, 1):
            where = labels.clause_path(self.contract, finding)
            self._heading(f"{number}. {where}　{finding.title}", finding)
            before, quote, after = excerpt(self.contract.text, finding)
            if quote:
                style.add_quote(self.document, before, quote, after)
            self._opinion(finding)

    def _missing(self) -> None:
        self._section("建议补充的条款")
        if not self.missing:
            add_prose(self.document, "未发现应有而未约定的重要内容。")
        for number, finding in enumerate(self.missing, 1):
            self._heading(f"{number}. {finding.title}", finding)
            self._opinion(finding)

    def _heading(self, text: str, finding: Finding) -> None:
        heading = self.document.add_heading(one_line(text), level=2)
        mark = heading.add_run(f"　〔{labels.SEVERITY[finding.severity]}〕")
        mark.font.color.rgb = _COLOURS[finding.severity]

    def _opinion(self, finding: Finding) -> None:
        decision = self.decisions.get(finding.id)
        wording = wording_of(finding, decision)
        harmed = f"（对{labels.harms(finding)}不利）" if finding.harms else ""
        add_labelled(self.document, f"风险{harmed}", finding.message)
        others = self._further_places(finding)
        if others:
            add_labelled(self.document, "同类内容另见", others)
        if finding.favourable:
            add_labelled(self.document, "提示", "本条对我方有利，可予保留；对方可能提出异议。")
        if finding.basis:
            cited = "；".join(labels.cite(basis) for basis in finding.basis)
            add_labelled(self.document, "依据", cited)
        if wording:
            label = "对方要求修改时可接受的条款" if finding.favourable else "建议条款"
            add_labelled(self.document, label, wording)
        if decision is not None:
            self._decision(decision)

    def _further_places(self, finding: Finding) -> str:
        clauses = (self.contract.clause_at(place.start) for place in finding.places if place != finding.span)
        names = (labels.clause_name(self.contract, clause) for clause in clauses if clause is not None)
        return "、".join(dict.fromkeys(names))

    def _decision(self, decision: Decision) -> None:
        if decision.state is Verdict.OPEN and not decision.note.strip():
            return
        note = decision.note.strip()
        add_labelled(self.document, "律师意见", labels.VERDICT[decision.state] + (f"。{note}" if note else "。"))
