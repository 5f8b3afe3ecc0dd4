"""Reviews as files: the memo and JSON. No windows here."""

from app.export.errors import ExportError

__all__ = ["ExportError"]
