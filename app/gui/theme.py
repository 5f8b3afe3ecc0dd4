"""Colours, fonts and the style sheet. Red is decided here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from app.model import Verdict
from rules.model import Severity

FONT_FAMILIES = ("Noto Sans CJK SC", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Source Han Sans SC")


class Appearance(StrEnum):
    """Which of the two palettes to use."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, each as ``#rrggbb``."""

    window: str
    base: str
    raised: str  # cards, headers
    hover: str
    text: str
    disabled: str
    faint: str  # secondary text, still legible on ``base``
    border: str
    accent: str
    on_accent: str
    selection: str
    high: str
    medium: str
    low: str
    good: str
    warn_back: str
    error_back: str
    info_back: str
    found: str  # background of words found by the search

    def of_severity(self, severity: Severity) -> QColor:
        """The colour of a severity."""
        names = {Severity.HIGH: self.high, Severity.MEDIUM: self.medium, Severity.LOW: self.low}
        return QColor(names[severity])

    def of_verdict(self, verdict: Verdict) -> QColor:
        """The colour in which a decision is written."""
        return QColor(self.good if verdict in (Verdict.ACCEPTED, Verdict.EDITED) else self.faint)


LIGHT = Theme(
    window="#f3f5f8", base="#ffffff", raised="#f8f9fb", hover="#e9edf4", text="#1c2127", disabled="#b3bac5",
    faint="#626b78", border="#d9dee6", accent="#1f4fa8", on_accent="#ffffff", selection="#dce7fa", high="#c4262e",
    medium="#ab5700", low="#1769b5", good="#21793a", warn_back="#fff4dd", error_back="#fdeaea", info_back="#e8f0fd",
    found="#ffe57a",
)  # fmt: skip
DARK = Theme(
    window="#1b1e23", base="#22262c", raised="#282d34", hover="#313741", text="#e5e8ec", disabled="#59616d",
    faint="#a1a9b5", border="#3b424d", accent="#6d9cf2", on_accent="#10151d", selection="#2d405f", high="#ff7b7b",
    medium="#f7b155", low="#6fb6f5", good="#6fcf8b", warn_back="#41361f", error_back="#472a2c", info_back="#26354d",
    found="#7a661c",
)  # fmt: skip


def theme_for(appearance: Appearance) -> Theme:
    """The theme to use now; the system's own preference where ``appearance`` leaves it open."""
    if appearance is Appearance.SYSTEM:
        return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
    return DARK if appearance is Appearance.DARK else LIGHT


def is_dark(theme: Theme) -> bool:
    """Whether light text stands on a dark ground."""
    return QColor(theme.base).lightness() < 128


def interface_font(points: float = 10.0) -> QFont:
    """The font of the interface, with fallbacks for each system."""
    font = QFont()
    font.setFamilies(list(FONT_FAMILIES))
    font.setPointSizeF(points)
    return font


def palette_of(theme: Theme) -> QPalette:
    """A whole palette: the Fusion style takes every control from it."""
    roles = QPalette.ColorRole
    palette = QPalette()
    colours = {
        roles.Window: theme.window, roles.WindowText: theme.text, roles.Base: theme.base, roles.Text: theme.text,
        roles.AlternateBase: theme.raised, roles.Button: theme.raised, roles.ButtonText: theme.text,
        roles.ToolTipBase: theme.raised, roles.ToolTipText: theme.text, roles.PlaceholderText: theme.faint,
        roles.Highlight: theme.accent, roles.HighlightedText: theme.on_accent, roles.Link: theme.accent,
        roles.LinkVisited: theme.accent, roles.BrightText: theme.high, roles.Mid: theme.border,
        roles.Midlight: theme.hover, roles.Dark: theme.border, roles.Light: theme.raised, roles.Shadow: theme.border,
        roles.Accent: theme.accent,
    }  # fmt: skip
    for role, colour in colours.items():
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled))
    return palette
