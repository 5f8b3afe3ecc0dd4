"""What went wrong, in one sentence of the user's language. Errors come in, sentences go out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from extractors.errors import PasswordNeededError, WrongPasswordError


@dataclass(frozen=True, slots=True)
class Problem:
    """A named error on its way to the window: ``sentence`` is Chinese, ``code`` leads to the English one.

    ``file`` is the name of the file that is meant, where there are several.
    """

    code: str
    sentence: str = ""
    file: str = ""

    @property
    def asks_password(self) -> bool:
        """Whether a password, or the right one, would help."""
        return self.code in (PasswordNeededError.code, WrongPasswordError.code)


UNKNOWN = "internal"
NOT_KEPT = "not-kept"

# The Chinese sentences stand with the errors themselves, for the command line too; here is only what they lack.
ENGLISH = {
    "unreadable": "This file cannot be read. Please make sure that it is a contract and try again.",
    "not-a-contract-file": "Files of this kind are not supported. Please use DOCX, DOC, WPS, RTF, ODT, PDF, TXT or "
    "Markdown, or a scan as JPG, PNG or TIFF.",
    "wrong-extension": "The file is not of the kind its name says. Please correct the extension, or open it in the "
    "program it was made with and save it as DOCX or PDF.",
    "damaged": "The file is damaged or incomplete and cannot be opened. Please ask for it again, or open it in the "
    "program it was made with and save a copy.",
    "password-needed": "The file is protected by a password. Please enter it below; or open the file in the program it "
    "was made with, and save a copy without password for the review.",
    "wrong-password": "The password is not right. Please check upper and lower case and try again.",
    "no-text": "No text could be read in the file. If it is a scan or a photograph, please use a clearer one, or a "
    "version whose text can be copied.",
    "empty": "The file is empty. Please make sure that it is the right one.",
    "too-large": "The file is too large for a contract. Please split it and review the parts.",
    "vanished": "The file is not there or may not be read. Please make sure that it is still in its place and can be "
    "opened.",
    "changed": "The file was changed while it was read. Please save and close it elsewhere, then try again.",
    "timeout": "Reading took too long and was stopped. Please save the file anew as DOCX or PDF, or split it.",
    "reader-crashed": "The process that read the file broke down; other files are not affected. Please save the file "
    "anew as DOCX or PDF and try again.",
    "office-missing": "DOC, WPS, RTF and ODT files need LibreOffice on this computer. Please install it, or save the "
    "file as DOCX with Word or WPS.",
    "storage": "The data file of Shenyue cannot be read or written. Please make sure that the disk is not full, the "
    "data folder can be written to, and no other program uses it.",
    "storage-damaged": "The data file of Shenyue was damaged. It was kept under another name, and a new one was begun.",
    "storage-newer": "The data file was written by a newer version of Shenyue. Please update; it was not changed.",
    "export": "The file cannot be saved. Please make sure that the folder can be written to, the disk is not full, and "
    "no file of that name is open in Word or WPS.",
    "export-onto-source": "The contract itself cannot be overwritten. Please save under another name.",
}


def problem_of(error: Exception) -> Problem:
    """The problem for ``error``: the named errors of this program carry code and sentence, others do not."""
    code, sentence = getattr(error, "code", None), getattr(error, "sentence", None)
    if isinstance(code, str) and isinstance(sentence, str):
        return Problem(code, sentence, str(getattr(error, "file", "")))
    return Problem(UNKNOWN)


def sentence_of(problem: Problem) -> str:
    """The sentence to show for ``problem``; its own Chinese one also where there is no English one."""
    chinese = QLocale().language() is QLocale.Language.Chinese
    return (not chinese and ENGLISH.get(problem.code)) or problem.sentence or _own_sentence(problem.code)


def _own_sentence(code: str) -> str:
    translate = QCoreApplication.translate
    if code == NOT_KEPT:
        return translate("Problems", "Decisions made now are not kept: the data file of Shenyue cannot be used.")
    return translate(
        "Problems", "Something unexpected went wrong with this file. The details are in the log; please try again."
    )
