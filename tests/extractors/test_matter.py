"""Several files read as one contract."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from extractors import read, read_matter
from extractors.errors import CancelledError, EmptyFileError, FileVanishedError
from extractors.matter import combine
from extractors.model import ClauseKind, Contract, FileKind, RegionKind, RunPlace, Span, TextPlace

MAIN = """设备采购合同

甲方：青松水务有限公司
乙方：云山泵业有限公司

第一条 标的
1.1 乙方向甲方供应水泵，清单见附件一。
1.2 技术要求见附件二《技术规范》，违约按本合同第二条处理。
第二条 违约责任
2.1 逾期交货的，每日按合同总价的万分之三支付违约金。
第三条 生效
本合同自双方盖章之日起生效。

甲方（盖章）：
乙方（盖章）：
日期：
{}"""
LIST = "附件一 设备清单\n1. 水泵三台。\n2. 阀门六个。\n"
NORM = "技术规范\n第一条 总则\n水泵应当符合国家标准。\n第二条 验收\n甲方应在收货后十日内验收。\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    main, equipment, norm = tmp_path / "合同.txt", tmp_path / "清单.txt", tmp_path / "技术规范.docx"
    main.write_text(MAIN.format(""), "utf-8")
    equipment.write_text(LIST, "utf-8")
    document = docx.Document()
    for line in NORM.splitlines():
        document.add_paragraph(line)
    document.save(str(norm))
    return main, equipment, norm


@pytest.fixture
def matter(files: tuple[Path, Path, Path]) -> Contract:
    main, equipment, norm = files
    return read_matter([norm, equipment, main])


def attached(contract: Contract) -> list[tuple[str, str]]:
    return [(clause.label, clause.title) for clause in contract.clauses if clause.level == 0]


def test_the_main_contract_comes_first_and_the_others_follow_by_number(
    matter: Contract, files: tuple[Path, Path, Path]
) -> None:
    parts = matter.document.parts
    assert [part.name for part in parts] == ["合同.txt", "清单.txt", "技术规范.docx"]
    assert [part.kind for part in parts] == [FileKind.TEXT, FileKind.TEXT, FileKind.DOCX]
    assert [part.span.of(matter.text) for part in parts] == [read(path).text for path in files]
    assert [part.sha256 for part in parts] == [read(path).document.sha256 for path in files]
    assert (matter.document.name, matter.document.files[1]) == ("合同.txt", "清单.txt")


def test_the_others_are_attached_documents_with_their_clauses_below(matter: Contract) -> None:
    assert attached(matter) == [("附件一", "设备清单"), ("附件二", "技术规范")]
    norm = next(clause for clause in matter.clauses if clause.label == "附件二")
    assert norm.kind is ClauseKind.ATTACHMENT
    assert norm.span == matter.document.parts[2].span
    below = [clause for clause in matter.clauses if clause.parent == norm.index]
    assert [(clause.id, clause.title, clause.level) for clause in below] == [
        ("附件二/第一条", "总则", 1),
        ("附件二/第二条", "验收", 1),
    ]
    inside = matter.clause_at(matter.text.index("十日内验收"))
    assert inside is not None
    assert [clause.id for clause in matter.ancestors(inside)] == ["附件二/第二条", "附件二"]


def test_ids_are_unique_and_indices_are_places(matter: Contract) -> None:
    assert [clause.index for clause in matter.clauses] == list(range(len(matter.clauses)))
    assert len({clause.id for clause in matter.clauses}) == len(matter.clauses)
    assert [clause.span.start for clause in matter.clauses] == sorted(clause.span.start for clause in matter.clauses)


def test_references_find_attachments_in_their_files_and_clauses_in_their_own(matter: Contract) -> None:
    targets = {
        reference.label: matter.clauses[reference.target].id
        for reference in matter.facts.references
        if reference.target is not None
    }
    assert targets == {"附件一": "附件一", "附件二": "附件二", "第二条": "第二条"}


def test_places_lead_back_to_the_file_of_their_part(matter: Contract) -> None:
    start = matter.text.index("水泵应当符合")
    (place,) = matter.document.places_of(Span(start, start + 4))
    assert isinstance(place, RunPlace)
    part = matter.document.part_at(start)
    assert part is not None
    assert part.name == "技术规范.docx"
    (line,) = matter.document.places_of(Span(0, 2))
    assert isinstance(line, TextPlace)
    assert matter.document.part_at(0) == matter.document.parts[0]


def test_parties_and_signatures_are_those_of_the_main_contract(matter: Contract) -> None:
    assert [party.name for party in matter.facts.parties] == ["青松水务有限公司", "云山泵业有限公司"]
    signature = matter.region(RegionKind.SIGNATURE)
    assert signature is not None
    assert matter.document.parts[0].span.covers(signature.span)


def test_a_bare_list_of_attachments_gives_way_to_the_files(files: tuple[Path, Path, Path]) -> None:
    main, equipment, norm = files
    main.write_text(MAIN.format("\n附件一：设备清单\n附件二：技术规范\n附件三：廉洁承诺书\n"), "utf-8")
    contract = read_matter([main, equipment, norm])
    assert [label for label, _ in attached(contract)] == ["附件三", "附件一", "附件二"]
    found = [item for item in contract.facts.references if item.label == "附件一" and item.target is not None]
    part = contract.document.parts[1].span
    assert [contract.clauses[item.target or 0].span for item in found][:1] == [part]


def test_a_file_name_gives_number_and_title_where_the_text_does_not(files: tuple[Path, Path, Path]) -> None:
    main, equipment, _ = files
    named = equipment.with_name("附件1-设备表.txt")
    named.write_text("水泵三台，阀门六个，均由乙方在合同签订之后负责送到甲方指定的现场，运费由乙方承担。", "utf-8")
    assert attached(read_matter([named, main])) == [("附件1", "设备表")]


def test_one_file_is_read_as_ever(files: tuple[Path, Path, Path]) -> None:
    assert read_matter(files[:1]) == read(files[0])


def test_a_file_is_known_by_all_its_parts(files: tuple[Path, Path, Path]) -> None:
    main, equipment, norm = (read(path) for path in files)
    assert combine([main, equipment]).document.sha256 != combine([main, norm]).document.sha256
    assert combine([main, equipment]).document.sha256 == combine([equipment, main]).document.sha256


def test_the_file_that_cannot_be_read_is_named(files: tuple[Path, Path, Path]) -> None:
    files[1].write_bytes(b"")
    with pytest.raises(EmptyFileError) as caught:
        read_matter(files)
    assert caught.value.file == "清单.txt"
    with pytest.raises(FileVanishedError):
        read_matter([files[0], files[0].with_name("没有.txt")])


def test_progress_is_of_all_files_and_may_cancel(files: tuple[Path, Path, Path]) -> None:
    shares: list[float] = []
    read_matter(files, lambda _stage, done: shares.append(done))
    assert max(shares) <= 1.0
    assert shares[0] < 1 / 3 < 2 / 3 < shares[-1]

    def cancel(_stage: str, done: float) -> None:
        if done > 0.5:
            raise CancelledError

    with pytest.raises(CancelledError):
        read_matter(files, cancel)


def test_notices_name_their_file_and_pages_stay_in_theirs(tmp_path: Path, files: tuple[Path, Path, Path]) -> None:
    changed = tmp_path / "补充.docx"
    document = docx.Document()
    document.add_paragraph("附件三 补充").add_run("约定").font.strike = True
    document.save(str(changed))
    contract = read_matter([files[0], changed])
    assert [notice.message.startswith("补充.docx：") for notice in contract.document.notices] == [True]
    assert contract.document.page_of(len(contract.text) - 1) is None
