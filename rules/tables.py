"""Reading a TOML table with errors that name file and key, for people who write rules by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from rules.patterns import Pattern, PatternError, compile_pattern

Choice = TypeVar("Choice", bound=StrEnum)


class RuleError(ValueError):
    """A rule file says something it may not; the message names file and key."""

    def __init__(self, file: str, key: str, problem: str) -> None:
        super().__init__(f"{file}: {key}: {problem}")
        self.file, self.key, self.problem = file, key, problem


class Table:
    """One TOML table; every getter notes the key as read, and `close` complains about the rest."""

    def __init__(self, values: Mapping[str, object], file: str, path: str = "") -> None:
        self._values, self.file, self._path = values, file, path
        self._read: set[str] = set()

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def error(self, key: str, problem: str) -> RuleError:
        """The error to raise about ``key`` of this table."""
        return RuleError(self.file, f"{self._path}{key}", problem)

    def text(self, key: str, default: str | None = None) -> str:
        """A string; required without ``default``."""
        value = self._get(key, default)
        if not isinstance(value, str):
            raise self.error(key, "must be a text")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings; empty where the key is absent."""
        value = self._get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(key, "must be a list of texts")
        return tuple(value)

    def patterns(self, key: str) -> tuple[Pattern, ...]:
        """A list of patterns."""
        try:
            return tuple(compile_pattern(source) for source in self.texts(key))
        except PatternError as error:
            raise self.error(key, str(error)) from error

    def number(self, key: str, default: float | None = None) -> float:
        """A number."""
        value = self._get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.error(key, "must be a number")
        return float(value)

    def flag(self, key: str, *, default: bool) -> bool:
        """A truth value."""
        value = self._get(key, default)
        if not isinstance(value, bool):
            raise self.error(key, "must be true or false")
        return value

    def choice(self, key: str, kind: type[Choice], default: Choice | None = None) -> Choice:
        """One of the values of ``kind``."""
        value = self.text(key, None if default is None else default.value)
        try:
            return kind(value)
        except ValueError:
            raise self.error(key, f"{value!r} is none of {', '.join(kind)}") from None

    def choices(self, key: str, kind: type[Choice]) -> frozenset[Choice]:
        """A set of values of ``kind``; empty where the key is absent."""
        found = set()
        for value in self.texts(key):
            if value not in set(kind):
                raise self.error(key, f"{value!r} is none of {', '.join(kind)}")
            found.add(kind(value))
        return frozenset(found)

    def table(self, key: str) -> Table:
        """A table below this one; empty where the key is absent."""
        value = self._get(key, {})
        if not isinstance(value, dict):
            raise self.error(key, "must be a table")
        return Table(value, self.file, f"{self._path}{key}.")

    def tables(self, key: str) -> Iterator[Table]:
        """A list of tables ([[key]])."""
        value = self._get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.error(key, "must be a list of tables")
        return iter([Table(item, self.file, f"{self._path}{key}[{index}].") for index, item in enumerate(value, 1)])

    def numbers(self) -> dict[str, float]:
        """All of this table as numbers by key."""
        return {key: self.number(key) for key in self._values}

    def keys(self) -> tuple[str, ...]:
        """The keys of this table."""
        return tuple(self._values)

    def close(self) -> None:
        """Complain about the first key that nothing read: most often a slip of the pen."""
        for key in self._values:
            if key not in self._read:
                raise self.error(key, "is not a known key here")

    def _get(self, key: str, default: object) -> object:
        self._read.add(key)
        value = self._values.get(key, default)
        if value is None:
            raise self.error(key, "is required")
        return value
