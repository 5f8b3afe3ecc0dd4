"""Content controls whose characters do not say what they mean: boxes to tick, and prompts to fill something in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractors.docx import names as n
from extractors.docx.names import Element
from extractors.docx.styles import StyleSheet

_PROMPT: Final = re.compile(r"单击|点击|点按|请|输入|填写|选择|click|tap|enter|choose|select", re.IGNORECASE)
_PROMPT_STYLE: Final = "placeholder text"


class Controls:
    """The runs of one part that stand in such controls."""

    def __init__(self, root: Element, styles: StyleSheet) -> None:
        self._ticks = {
            run: "☑" if _is_on(box) else "☐" for box in root.iter(n.CHECKBOX) for run in _runs(box.getparent())
        }
        self._prompts: set[Element] = set()
        for mark in root.iter(n.SHOWING_PLACEHOLDER):
            runs = list(_runs(mark.getparent()))
            if n.on(mark) and _is_prompt(runs, styles):
                self._prompts.update(runs)

    def shown(self, run: Element, text: str) -> str:
        """``text`` of ``run``, as long as before: a box as ☑ or ☐, whatever sign it has; a prompt as a blank."""
        if run in self._prompts:
            return "_" * len(text)
        tick = self._ticks.get(run)
        return text if tick is None or len(text) != 1 else tick


def _is_on(box: Element) -> bool:
    checked = box.find(n.CHECKED)
    return checked is not None and checked.get(n.CHECKED_VAL, "1") not in {"0", "false", "off"}


def _runs(properties: Element | None) -> Iterator[Element]:
    """The runs in the content control with these properties."""
    control = None if properties is None else properties.getparent()
    content = None if control is None else control.find(n.SDT_CONTENT)
    return iter(()) if content is None else content.iter(n.R)


def _is_prompt(runs: list[Element], styles: StyleSheet) -> bool:
    """Whether nobody has filled in the control: some programs leave the mark of a prompt when they do."""
    text = "".join(part.text or "" for run in runs for part in run.iterchildren(n.T))
    named = (run.find(f"{n.R_PR}/{n.R_STYLE}") for run in runs)
    grey = any(style is not None and styles.name(style.get(n.VAL)) == _PROMPT_STYLE for style in named)
    return grey or bool(_PROMPT.search(text))
