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
        self.file = ""  # name of the one that is meant, where several were read as one contract


class NotAContractFileError(UnreadableFileError):
    """The file is of a kind no reader exists for, or its content is not of the kind its name says."""

    code = "not-a-contract-file"
    sentence = (
        "不支持这种文件。请使用 DOCX、DOC、WPS、RTF、ODT、PDF、TXT、Markdown 格式的合同，"
        "或其扫描图片（JPG、PNG、TIFF）。"
    )


class WrongExtensionError(NotAContractFileError):
    """What the file holds is not of the kind its name says."""

    code = "wrong-extension"
    sentence = "文件内容与扩展名不符，无法读取。请确认文件的真实格式，改正扩展名，或用原程序打开后另存为 DOCX 或 PDF。"


class DamagedFileError(UnreadableFileError):
    """The file is broken or cut off."""

    code = "damaged"
    sentence = "文件已损坏或不完整，无法打开。请向对方重新索取，或用原程序打开后另存一份。"


class PasswordNeededError(UnreadableFileError):
    """The file is encrypted."""

    code = "password-needed"
    sentence = "文件设有打开密码。请提供密码后重试；或先用原程序输入密码打开，另存为不加密的副本后再审查。"


class WrongPasswordError(PasswordNeededError):
    """The password given does not open the file."""

    code = "wrong-password"
    sentence = "密码不正确。请核对大小写和输入法后重新输入。"


class NoTextError(UnreadableFileError):
    """The file has pages but no text, and none could be recognised in its pictures."""

    code = "no-text"
    sentence = "文件中没有读到文字。如是扫描件或照片，请换用更清晰的版本；如是贴在文档里的图片，请另存为 PDF 后再打开。"


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


class FileChangedError(UnreadableFileError):
    """Somebody wrote to the file while it was read."""

    code = "changed"
    sentence = "文件在读取时被改动。请在其他程序中保存并关闭该文件，稍后重试。"


class ReadingTimeoutError(UnreadableFileError):
    """The reading took longer than any contract needs."""

    code = "timeout"
    sentence = (
        "读取时间过长，已停止。文件可能过于复杂或有意构造；"
        "请用原程序打开后另存为新的 DOCX 或 PDF 再试，或拆分后审查。"
    )


class ReaderCrashedError(UnreadableFileError):
    """The process that read the file broke down; nothing else is lost."""

    code = "reader-crashed"
    sentence = "读取该文件的进程意外终止，其他文件不受影响。请用原程序打开后另存为新的 DOCX 或 PDF 再试。"


class OfficeMissingError(UnreadableFileError):
    """The file needs LibreOffice, which is not installed."""

    code = "office-missing"
    sentence = (
        "读取 DOC、WPS、RTF、ODT 文件需要本机装有 LibreOffice（免费，www.libreoffice.org）。"
        "请安装后重试；或用 Word、WPS 打开后另存为 DOCX。"
    )


class CancelledError(Exception):
    """The user stopped the reading."""
