"""A small share of the fuzzing, in every run of the tests; `python3 tests/fuzz` does the rest."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import extractors
from extractors.errors import ReaderCrashedError, UnreadableFileError
from tests.fuzz import running
from tests.fuzz.mutate import mutated
from tests.fuzz.running import fuzz
from tests.fuzz.seeds import make_seeds

_SIGNS = "第一二三百条章款项（）()1234567890.、．，。；：甲乙方每日元%％‰万分之____【】[]《》附件年月\t \n\u3000XＸ¥"


def test_damaged_files_end_in_named_errors_or_are_read() -> None:
    tally = fuzz(range(90), seed=2)
    assert tally.failures == []
    assert tally.outcomes.total() == 90
    assert {".docx read", ".docx damaged", ".pdf read", ".txt read"} <= set(tally.outcomes)


def test_an_input_is_the_same_in_every_run() -> None:
    seeds = tuple(seed for seed in make_seeds() if seed.suffix in (".pdf", ".txt"))
    once, again = (
        [mutated(seeds, Random(number)).data for number in range(20)]  # noqa: S311 - to be the same every time
        for _ in range(2)
    )
    assert once == again
    assert len(set(once)) > 15


def test_every_seed_is_sound(tmp_path: Path) -> None:
    for number, seed in enumerate(dict.fromkeys(make_seeds())):
        path = tmp_path / f"{number}{seed.suffix}"
        path.write_bytes(seed.data)
        assert "2%" in extractors.read(path, password=running.PASSWORD).text


def test_a_crash_is_counted_and_its_input_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(_path: Path, **_options: object) -> None:
        raise ReaderCrashedError("exit code -11")

    monkeypatch.setattr(running, "read_isolated", crash)
    tally = fuzz(range(2), seed=1, keep=tmp_path / "kept")
    assert [failure[:2] for failure in tally.failures] == [(0, "reader-crashed"), (1, "reader-crashed")]
    assert len(list((tmp_path / "kept").iterdir())) == 2


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(st.text(alphabet=st.one_of(st.sampled_from(_SIGNS), st.characters()), max_size=300))
def test_any_text_is_understood_somehow(text: str) -> None:
    contract = extractors.read_text(text)
    assert all(clause.span.end <= len(contract.text) for clause in contract.clauses)


@settings(
    max_examples=60, deadline=None, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(data=st.binary(max_size=300), suffix=st.sampled_from((".txt", ".md", ".docx", ".pdf", ".doc", ".odt")))
def test_any_bytes_under_any_name_are_read_or_named(tmp_path: Path, data: bytes, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)
    with suppress(UnreadableFileError):
        assert extractors.read(path).text
