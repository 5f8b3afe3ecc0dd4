from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from app.export.errors import ExportError, SourceOverwriteError
from app.gui.language import FOLDER
from app.gui.problems import UNKNOWN, Problem, sentence_of
from app.storage import DamagedStoreError, NewerStoreError, StorageError
from extractors import errors

ROOT = Path(__file__).resolve().parents[3]
SOURCE = FOLDER / "shenyue_zh_CN.ts"
_PLACEHOLDER = re.compile(r"\{(\w*)\}")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def messages(path: Path) -> Iterator[tuple[str, str, ET.Element]]:
    """Context, source text and translation of each message."""
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - a file of this repository
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            yield context.findtext("name", ""), message.findtext("source", ""), translation


def test_every_text_of_the_window_has_a_finished_chinese_translation() -> None:
    unfinished = [
        source for _, source, translation in messages(SOURCE) if translation.get("type") or not translation.text
    ]
    assert unfinished == []
    foreign = [source for _, source, translation in messages(SOURCE) if not _CHINESE.search(translation.text or "")]
    assert foreign == []


def test_translations_have_the_placeholders_of_their_source() -> None:
    for _, source, translation in messages(SOURCE):
        assert sorted(_PLACEHOLDER.findall(source)) == sorted(_PLACEHOLDER.findall(translation.text or "")), source


def test_the_source_file_holds_the_texts_that_the_code_has(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    code = [str(path) for path in sorted((ROOT / "app" / "gui").rglob("*.py"))]
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    subprocess.run([tool, *code, "-ts", fresh, "-silent"], check=True, capture_output=True)
    assert {(name, text) for name, text, _ in messages(fresh)} == {(name, text) for name, text, _ in messages(SOURCE)}


def test_the_compiled_file_gives_every_translation_of_the_source(qapp: QApplication) -> None:
    translator = QTranslator(qapp)
    assert translator.load(str(FOLDER / "shenyue_zh_CN.qm"))
    for context, source, translation in messages(SOURCE):
        assert translator.translate(context, source) == translation.text


NAMED = [
    ExportError,
    SourceOverwriteError,
    *(
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.UnreadableFileError)
    ),
    StorageError,
    DamagedStoreError,
    NewerStoreError,
]


@pytest.mark.parametrize("kind", NAMED)
def test_every_named_error_has_a_sentence_in_english_too(kind: type[Exception], qapp: QApplication) -> None:
    del qapp
    problem = Problem(str(vars(kind)["code"]), str(vars(kind)["sentence"]))
    sentence = sentence_of(problem)
    assert sentence != problem.sentence
    assert not _CHINESE.search(sentence)


@pytest.mark.usefixtures("chinese")
def test_an_error_without_translation_keeps_its_chinese_sentence() -> None:
    assert sentence_of(Problem("unheard-of", "请重试。")) == "请重试。"
    assert sentence_of(Problem(UNKNOWN)).startswith("处理该文件时出现意外错误")
    assert QCoreApplication.translate("Wording", "High risk") == "高风险"
