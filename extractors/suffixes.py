"""What the names of readable files end in, lower case, by the reader they go to; also for whoever asks for files."""

from __future__ import annotations

from typing import Final

DOCX: Final = (".docx", ".docm", ".dotx", ".dotm")
OFFICE: Final = (".doc", ".wps", ".rtf", ".odt")
PDF: Final = (".pdf",)
PLAIN: Final = (".txt", ".md", ".markdown", ".text")
IMAGE: Final = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp")

READABLE: Final = (*DOCX, *OFFICE, *PDF, *PLAIN, *IMAGE)
"""All of them."""
