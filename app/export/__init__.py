"""Reviews as files: the memo and JSON. No windows here."""

from app.export.errors import ExportError, SourceOverwriteError

__all__ = ["ExportError", "SourceOverwriteError"]
