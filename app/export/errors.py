"""Why a file could not be written, with the sentence for the user."""

from __future__ import annotations


class ExportError(Exception):
    """A file could not be written; nothing was left behind. ``detail`` is for the log only."""

    code = "export"
    sentence = "无法保存文件。请确认目标文件夹可以写入、磁盘未满，且同名文件没有在 Word 或 WPS 中打开。"

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail or self.sentence)
        self.detail = detail


class SourceOverwriteError(ExportError):
    """The file to write is the contract itself."""

    code = "export-onto-source"
    sentence = "不能覆盖合同原件。请换一个文件名保存。"
