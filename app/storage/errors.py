"""One named error for each reason the store cannot be used, with its sentence for the user."""

from __future__ import annotations

from pathlib import Path


class StorageError(Exception):
    """The store cannot be read or written; ``detail`` is for the log only."""

    code = "storage"
    sentence = "无法读写审约的数据文件。请确认磁盘未满、数据文件夹可以写入，且没有其他程序占用。"

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail or self.sentence)
        self.detail = detail


class DamagedStoreError(StorageError):
    """The file is not a sound database. It was moved to ``aside``, so that opening again starts afresh."""

    code = "storage-damaged"
    sentence = "审约的数据文件已损坏，原文件已改名保留在数据文件夹中。重新打开后将建立新的数据文件。"

    def __init__(self, detail: str, aside: Path) -> None:
        super().__init__(detail)
        self.aside = aside


class NewerStoreError(StorageError):
    """A newer version of the program wrote the file. It is sound, so it stays where it is, untouched."""

    code = "storage-newer"
    sentence = "数据文件由更新版本的审约写入，本版本无法读取。请升级审约；原文件未作改动。"
