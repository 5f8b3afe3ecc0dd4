"""rapidocr behind three questions: where text stands, what a line says, and whether lines stand on their heads.

Its steps are called one by one, for two reasons. It recognises lines six at a time, all padded to the longest,
which takes a processor twice as long as one at a time; and a turned page has to be turned before its lines are read.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""A picture: height by width by 3, blue, green, red."""

Corners = NDArray[np.float32]
"""Four corners of a line of text in pixels: top left, top right, bottom right, bottom left as its text reads."""

_MOST_THREADS = 4  # a line of text is too little work for more
_SURE = 0.9  # of the classifier for lines upside down


class ReadCharacter(NamedTuple):
    """A recognised character; ``at`` is its middle as a fraction of the line's length."""

    char: str
    at: float
    confidence: float


class Engine:
    """The recognition engine; `shared_engine` gives the one of the process."""

    def __init__(self) -> None:
        from rapidocr import RapidOCR

        self._lock = threading.Lock()
        self._engine = RapidOCR(params=settings())

    def find(self, image: Pixels, side: int) -> tuple[list[Corners], list[Pixels]]:
        """The lines of text in ``image``, sought at a size of at most ``side`` pixels: corners and cut-outs.

        A cut-out is straight, and turned left by a quarter where it was much higher than wide.
        """
        from rapidocr.main import RapidOCRError

        with self._lock:
            try:
                if self._engine.text_det is not None:
                    self._engine.text_det.limit_side_len = side
                else:
                    self._engine.cfg.Det.limit_side_len = side
                cuts, found = self._engine.detect_and_crop(image, {})
            except RapidOCRError:  # its way to say that there is none
                return [], []
        return list(found.boxes), [np.ascontiguousarray(cut) for cut in cuts]

    def read(self, cut: Pixels) -> tuple[ReadCharacter, ...]:
        """The characters of one line, spaces included."""
        with self._lock:
            result = self._engine.recognize_txt([cut])
        text, words = result.txts[0], result.word_results[0]
        if not text.strip():
            return ()
        columns = iter([column for word in words.word_cols for column in word])
        at = [None if char.isspace() else (next(columns) + 0.5) / words.line_txt_len for char in text]
        return tuple(
            ReadCharacter(char, place, float(confidence))
            for char, place, confidence in zip(text, _between(at), words.confs, strict=True)
        )

    def upside_down(self, cuts: Sequence[Pixels]) -> bool:
        """Whether most of the lines surely stand on their heads."""
        if not cuts:
            return False
        with self._lock:
            labels = self._engine.cls_and_rotate(list(cuts))[1].cls_res
        return bool(sum(label == "180" and score > _SURE for label, score in labels) > len(cuts) / 2)


def settings() -> dict[str, str | int | bool]:
    """What rapidocr is told when it is loaded, by the names of its own configuration."""
    models = Path(str(files("rapidocr"))) / "models"
    return {
        "Global.log_level": "error",
        "Global.use_vertical_padding": False,
        "Global.return_word_box": True,
        "EngineConfig.onnxruntime.intra_op_num_threads": max(1, min(_MOST_THREADS, os.cpu_count() or 1)),
        "Det.limit_type": "max",
        "Det.model_path": _model(models, "det"),
        "Cls.model_path": _model(models, "cls"),
        "Rec.model_path": _model(models, "rec"),
    }


def _model(folder: Path, task: str) -> str:
    """The model of the wheel for a task. Without a path rapidocr would check its own and fetch another one."""
    found = sorted(folder.glob(f"*_{task}_*.onnx"))
    if not found:
        raise FileNotFoundError(f"rapidocr came without its model for {task!r}")
    return str(found[0])


def _between(places: Sequence[float | None]) -> list[float]:
    """``places`` with each None (a space, which has no place of its own) halfway between its neighbours."""
    known = [index for index, place in enumerate(places) if place is not None]
    return [float(place) for place in np.interp(range(len(places)), known, [places[index] or 0.0 for index in known])]


@lru_cache(maxsize=1)
def shared_engine() -> Engine:
    """The engine of this process; loading it takes a second and 150 MB, so only what reads a scan asks for it."""
    return Engine()
