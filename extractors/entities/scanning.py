"""Making expressions quick to look for in a whole contract."""

from __future__ import annotations


def opening(characters: str, pattern: str) -> str:
    """``pattern``, tried only where one of ``characters`` stands (written as in a class: every one it can begin with).

    An expression that begins with a choice or something optional is otherwise tried in full at every character of
    the text; looking at one character first makes it two to nine times quicker and finds the same.
    """
    return rf"(?=[{characters}])(?:{pattern})"
