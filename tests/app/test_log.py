"""The log says what happened and nothing about whom."""

from __future__ import annotations

import logging
from pathlib import Path

from app import log

LOG = logging.getLogger("app.test")


def read(folder: Path) -> str:
    return (folder / "shenyue.log").read_text("utf-8")


def test_what_is_logged_stands_in_the_file(tmp_path: Path) -> None:
    with log.to_file(tmp_path):
        LOG.info("%s: %d findings", log.contract_tag("abcdef0123456789"), 8)
    LOG.info("after the block")
    assert "app.test abcdef0123: 8 findings" in read(tmp_path)
    assert "after the block" not in read(tmp_path)


def test_an_error_is_logged_without_its_words(tmp_path: Path) -> None:
    with log.to_file(tmp_path):
        try:
            int("甲方每日支付2%违约金")
        except ValueError:
            LOG.exception("failed")
    assert "ValueError" in read(tmp_path)
    assert "test_log.py" in read(tmp_path)
    assert "违约金" not in read(tmp_path)


def test_a_long_log_is_turned_over(tmp_path: Path) -> None:
    (tmp_path / "shenyue.log").write_text("x" * 600_000, "utf-8")
    with log.to_file(tmp_path):
        LOG.warning("new")
    assert len(read(tmp_path)) < 200
    assert (tmp_path / "shenyue.old.log").stat().st_size == 600_000


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with log.to_file(tmp_path / "file" / "logs"):
        LOG.warning("nowhere")
    assert (tmp_path / "file").read_bytes() == b""
