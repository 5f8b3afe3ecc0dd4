"""One named error for each reason a file cannot be read, with its sentence for the user.

``code`` is stable and is what the window translates; ``sentence`` is the Chinese text, which says what to do.
"""

from __future__ import annotations


class UnreadableFileError(Exception):
    """A file cannot be read as a contract."""

    code = "unreadable"
    sentence = "无法读取该文件。请确认它是合同文本后重试。"

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail or self.sentence)
        self.detail = detail  # for the log only


class NotAContractFileError(UnreadableFileError):
    """The file is of a kind no reader exists for, or its content is not of the kind its name says."""

    code = "not-a-contract-file"
    sentence = "不支持这种文件。请使用 DOCX、PDF、TXT 或 Markdown 格式的合同；DOC、WPS 文件请先用 Word 或 WPS 另存为 DOCX。"


class DamagedFileError(UnreadableFileError):
    """The file is broken or cut off."""

    code = "damaged"
    sentence = "文件已损坏或不完整，无法打开。请向对方重新索取，或用原程序打开后另存一份。"


class PasswordNeededError(UnreadableFileError):
    """The file is encrypted."""

    code = "password-needed"
    sentence = "文件设有打开密码。请先用原程序输入密码打开，另存为不加密的副本后再审查。"


class NoTextError(UnreadableFileError):
    """The file has pages but no text: a scan or photographs."""

    code = "no-text"
    sentence = "文件中没有可读取的文字，应是扫描件或照片。文字识别（OCR）将在后续版本提供；请先使用可复制文字的版本。"


class EmptyFileError(UnreadableFileError):
    """The file holds nothing."""

    code = "empty"
    sentence = "文件是空的。请确认选对了文件。"


class TooLargeError(UnreadableFileError):
    """The file is larger than a contract can be."""

    code = "too-large"
    sentence = "文件过大，不像一份合同。请拆分后分别审查。"


class FileVanishedError(UnreadableFileError):
    """The file is not there, or may not be read."""

    code = "vanished"
    sentence = "找不到该文件，或没有读取权限。请确认文件仍在原处且可以打开。"


class CancelledError(Exception):
    """The user stopped the reading."""
