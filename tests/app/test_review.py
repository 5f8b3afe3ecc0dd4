"""The one use case: a path in, a review out; offline, cancellable, the file untouched."""

from __future__ import annotations

import hashlib
import os
import socket
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from app.cli import SAMPLE
from app.export.memo_docx import write_memo
from app.review import review_contract, review_file
from extractors.errors import CancelledError, FileVanishedError
from rules.model import Stance
from tests.app.samples import sample_text

ROOT = Path(__file__).resolve().parents[2]

_PROBE = """
import sys
from pathlib import Path
import extractors
from app import cli
code = cli.main(["review", sys.argv[1], "--memo", sys.argv[2]])
assert code == 0, code
extractors.read(Path(sys.argv[1]))  # what the worker did, in this process
network = {"socket", "ssl", "_ssl", "http.client", "urllib.request", "requests", "urllib3", "asyncio"}
print(sorted(network & set(sys.modules)))
"""


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    path = tmp_path / "合同.txt"
    path.write_text(sample_text(), "utf-8")
    return path


@pytest.fixture
def sample() -> Path:
    return Path(str(files("resources") / "samples" / SAMPLE))


def test_the_stance_is_that_of_the_review_and_the_file_is_known_by_its_bytes(contract: Path) -> None:
    review = review_file(contract, stance=Stance.PARTY_B)
    assert review.stance is Stance.PARTY_B
    assert review.contract.document.sha256 == hashlib.sha256(contract.read_bytes()).hexdigest()


def test_findings_quote_the_text_at_their_place(sample: Path) -> None:
    review = review_file(sample, stance=Stance.PARTY_A)
    assert review.findings
    for finding in review.findings:
        assert finding.span is not None
        assert finding.span.of(review.contract.text) == finding.quote


def test_the_sample_shows_its_planted_risks_and_spares_their_neighbours(sample: Path) -> None:
    review = review_file(sample, stance=Stance.PARTY_A)
    by_label: dict[str, set[str]] = {}
    for finding in review.findings:
        by_label.setdefault(finding.label, set()).add(finding.type)
    assert "penalty.daily_rate" in by_label["9.1"]
    assert "penalty.daily_rate" not in by_label.get("9.2", set())
    assert "unilateral.change" in by_label["1.2"]
    assert "unilateral.change" not in by_label.get("11.1", set())
    assert "unilateral.terminate" in by_label["11.2"]
    assert "unilateral.terminate" not in by_label.get("11.3", set())
    assert "assignment.free" not in by_label.get("5.1", set())


def test_reviewing_twice_gives_the_same_ids_under_another_name(contract: Path) -> None:
    first = review_file(contract)
    moved = contract.rename(contract.with_name("另存.txt"))
    second = review_file(moved)
    assert [finding.id for finding in first.findings] == [finding.id for finding in second.findings]


def test_a_change_of_stance_needs_no_second_reading(contract: Path) -> None:
    read = review_file(contract).contract
    contract.unlink()
    again = review_contract(read, stance=Stance.PARTY_A, contract_type="技术咨询合同")
    assert again.stance is Stance.PARTY_A
    assert again.contract.type.name == "技术咨询合同"


def test_progress_runs_from_reading_to_rules(contract: Path) -> None:
    heard: list[tuple[str, float]] = []
    review_file(contract, progress=lambda stage, done: heard.append((stage, done)))
    stages = list(dict.fromkeys(stage for stage, _ in heard))
    assert stages[-1] == "rules"
    assert len(stages) >= 2
    assert heard[-1] == ("rules", 1.0)
    assert all(0 <= done <= 1 for _, done in heard)


@pytest.mark.parametrize("at", ["clauses", "rules"])
def test_progress_can_stop_a_review(contract: Path, at: str) -> None:
    def stop(stage: str, _done: float) -> None:
        if stage == at:
            raise CancelledError

    with pytest.raises(CancelledError):
        review_file(contract, progress=stop)


def test_a_file_that_is_gone_is_a_named_error(tmp_path: Path) -> None:
    with pytest.raises(FileVanishedError):
        review_file(tmp_path / "没有.txt")


def test_the_contract_is_never_written_to(contract: Path) -> None:
    before = contract.stat().st_mtime_ns, contract.read_bytes()
    write_memo(review_file(contract), {}, contract.with_name("意见书.docx"))
    assert (contract.stat().st_mtime_ns, contract.read_bytes()) == before


def test_a_review_with_memo_opens_no_socket(contract: Path, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class NoSocket:
        def __init__(self, *_args: object, **_named: object) -> None:
            raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", NoSocket)
    monkeypatch.setattr(socket, "create_connection", NoSocket)
    monkeypatch.setattr(socket, "getaddrinfo", NoSocket)
    for path in (contract, sample):
        memo = contract.with_name(f"{path.stem}-意见书.docx")
        write_memo(review_file(path, isolated=False), {}, memo)
        assert memo.stat().st_size > 10_000


@pytest.mark.parametrize("kind", ["txt", "docx"])
def test_a_review_imports_no_module_that_could_reach_the_network(
    contract: Path, sample: Path, own_folders: Path, kind: str
) -> None:
    path = contract if kind == "txt" else sample
    environment = dict(os.environ, PYTHONPATH=str(ROOT), PYTHONUTF8="1", HOME=str(own_folders))
    done = subprocess.run(
        [sys.executable, "-c", _PROBE, str(path), str(contract.with_name("memo.docx"))],
        env=environment, cwd=contract.parent, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"
