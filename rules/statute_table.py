"""The statute table: articles checked word by word, laws repealed or renumbered. Data in resources/statutes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rules.model import Article

_PREFIX = "中华人民共和国"


@dataclass(frozen=True, slots=True)
class LawChange:
    """A law that is no longer in force, or whose articles were renumbered."""

    law: str  # full name
    short: str
    repealed: date | None
    renumbered: bool  # the law goes on under the same name, with other article numbers
    replaced_by: str
    article_map: str  # old articles to new ones, as text


class Statutes:
    """Look-up of articles and repealed laws by the names contracts use for them."""

    def __init__(self, articles: Iterable[Article], changes: Iterable[LawChange]) -> None:
        self._articles: dict[tuple[str, str], Article] = {}
        for article in articles:
            self._articles[plain_name(article.law), article.article] = article
            self._articles[plain_name(article.short), article.article] = article
        self._laws = {law for law, _ in self._articles}
        self._changes = {plain_name(change.law): change for change in changes if not change.renumbered}

    def article(self, law: str, article: str) -> Article | None:
        """The article ``article`` ("585") of ``law`` (full or short name); None where the table lacks it."""
        return self._articles.get((plain_name(law), article))

    def in_force(self, law: str, article: str, on: date) -> bool:
        """Whether the table has the article and it is in force on the day ``on``."""
        entry = self.article(law, article)
        if entry is None or entry.status.startswith(("repealed", "superseded", "not yet")):
            return False
        return entry.repealed is None or on < entry.repealed

    def repealed(self, law: str) -> LawChange | None:
        """The repeal of ``law`` as a contract names it; None where it is in force or unknown.

        A name that a later law took over (解释（二）) is not called repealed: the name alone cannot tell.
        """
        name = plain_name(law)
        return None if name in self._laws else self._changes.get(name)


def plain_name(law: str) -> str:
    """A law's name without 《》, 中华人民共和国 and white space, so that all ways to write it meet."""
    return re.sub(r"[\s《》〈〉]", "", law).removeprefix(_PREFIX).removeprefix("我国")
