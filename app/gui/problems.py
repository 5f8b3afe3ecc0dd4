"""What went wrong, in one sentence of the user's language. Errors come in, sentences go out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class Problem:
    """A named error on its way to the window: ``sentence`` is Chinese, ``code`` is what translations go by."""

    code: str
    sentence: str = ""


UNKNOWN = "internal"
NOT_KEPT = "not-kept"


def problem_of(error: Exception) -> Problem:
    """The problem for ``error``: the named errors of this program carry code and sentence, others do not."""
    code, sentence = getattr(error, "code", None), getattr(error, "sentence", None)
    if isinstance(code, str) and isinstance(sentence, str):
        return Problem(code, sentence)
    return Problem(UNKNOWN)


def sentence_of(problem: Problem) -> str:
    """The sentence to show for ``problem``; its own Chinese one where no translation exists."""
    return _translations().get(problem.code) or problem.sentence or _translations()[UNKNOWN]


def _translations() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "unreadable": translate(
            "Problems", "This file cannot be read. Please make sure that it is a contract and try again."
        ),
        "not-a-contract-file": translate(
            "Problems",
            "Files of this kind are not supported. Please use DOCX, PDF, TXT or Markdown; save DOC and WPS files as "
            "DOCX with Word or WPS first.",
        ),
        "damaged": translate(
            "Problems",
            "The file is damaged or incomplete and cannot be opened. Please ask for it again, or open it in the "
            "program it was made with and save a copy.",
        ),
        "password-needed": translate(
            "Problems",
            "The file is protected by a password. Please open it in the program it was made with, and save a copy "
            "without password for the review.",
        ),
        "no-text": translate(
            "Problems",
            "The file holds no text that can be read; it seems to be a scan or a photograph. Text recognition (OCR) "
            "will come in a later version; please use a version whose text can be copied.",
        ),
        "empty": translate("Problems", "The file is empty. Please make sure that it is the right one."),
        "too-large": translate(
            "Problems", "The file is too large for a contract. Please split it and review the parts."
        ),
        "vanished": translate(
            "Problems",
            "The file is not there or may not be read. Please make sure that it is still in its place and can be "
            "opened.",
        ),
        "storage": translate(
            "Problems",
            "The data file of Shenyue cannot be read or written. Please make sure that the disk is not full, the data "
            "folder can be written to, and no other program uses it.",
        ),
        "storage-damaged": translate(
            "Problems", "The data file of Shenyue was damaged. It was kept under another name, and a new one was begun."
        ),
        "storage-newer": translate(
            "Problems",
            "The data file was written by a newer version of Shenyue. Please update; the file was not changed.",
        ),
        "export": translate(
            "Problems",
            "The file cannot be saved. Please make sure that the folder can be written to, the disk is not full, and "
            "no file of that name is open in Word or WPS.",
        ),
        "export-onto-source": translate(
            "Problems", "The contract itself cannot be overwritten. Please save under another name."
        ),
        NOT_KEPT: translate("Problems", "Decisions made now are not kept: the data file of Shenyue cannot be used."),
        UNKNOWN: translate(
            "Problems", "Something unexpected went wrong with this file. The details are in the log; please try again."
        ),
    }
