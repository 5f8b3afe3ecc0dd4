"""The reading worker, but pages without text are not recognised: that takes seconds a page, and sees pixels alone."""

from __future__ import annotations

import sys
from pathlib import Path

from extractors.isolation.worker import main
from extractors.pdf import scans

if __name__ == "__main__":
    scans._picture_of = lambda *_page: None
    sys.exit(main(Path(sys.argv[1])))
