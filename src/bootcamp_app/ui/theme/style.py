"""Colours and sizes as Qt wants them: a palette, and one style sheet for all parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

from bootcamp_app.ui.theme.colours import MEANINGS, mixed
from bootcamp_app.ui.theme.fonts import families
from bootcamp_app.ui.theme.pictures import picture
from bootcamp_app.ui.theme.sheet import SHEET

if TYPE_CHECKING:
    from bootcamp_app.ui.theme.colours import Colours

_HOVER, _PRESS = 0.88, 0.78
_ROLES = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "floating",
    QPalette.ColorRole.ToolTipText: "on_floating",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "muted",
    QPalette.ColorRole.Shadow: "muted",
}


def palette(colours: Colours) -> QPalette:
    """Give the palette, for what Qt draws by itself."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, QColor(colours.role(name)))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    made.setColor(
        QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, QColor(colours.muted)
    )
    return made


def style_sheet(colours: Colours, percent: int, language: str) -> str:
    """Give the style sheet at a text size (per cent), with the type of a language.

    In `SHEET`, `@role` stands for a colour, `@icon(name, role)` for an icon in it, and `15u` for
    15 pixels at 100 %.
    """
    is_plain = colours.border > 1
    values = {
        "families": ", ".join(f'"{name}"' for name in families(language)),
        "border": f"{colours.border}px",
        "accent_hover": mixed(colours.accent, colours.ink, _HOVER),
        "accent_press": mixed(colours.accent, colours.ink, _PRESS),
        # In two colours a ring of the usual width would look like the border that is there.
        "ring": f"{2 * colours.border}px",
        "main_focus": colours.on_accent if is_plain else colours.accent,
        "on_main_focus": colours.accent if is_plain else colours.on_accent,
        # There, no colour of its own tells a link from bold words.
        "linked": "underline" if is_plain else "none",
        "off": "dashed" if is_plain else "solid",
        **{
            f"{name}_edge": colours.line if is_plain else colours.role(name)
            for name in ("sunken", *(f"{meaning}_soft" for meaning in MEANINGS))
        },
        "hover": mixed(colours.sunken, colours.ink, 0.96),
    }
    text = SHEET + "".join(_meaning(name) for name in MEANINGS)
    text = re.sub(
        r"@icon\(([\w-]+), (\w+)\)",
        lambda found: f"url({picture(found[1], colours.role(found[2]))})",
        text,
    )
    text = re.sub(r"(\d+)u\b", lambda found: f"{round(int(found[1]) * percent / 100)}px", text)
    return re.sub(r"@(\w+)", lambda found: values.get(found[1]) or colours.role(found[1]), text)


def _meaning(name: str) -> str:
    return f"""
[meaning="{name}"] {{ color: @{name}; }}
Pill[meaning="{name}"] {{ background: @{name}_soft; color: @{name};
    border: 1px solid @{name}_soft_edge; }}
Banner[meaning="{name}"] {{ background: @{name}_soft; color: @{name};
    border: @border solid @{name}; }}
QPushButton[kind="timer"][meaning="{name}"] {{ background: @{name}_soft; color: @{name};
    border-color: @{name}; }}
Toast[meaning="{name}"] {{ background: @{name}_soft; border: 2px solid @{name}; }}
Toast[meaning="{name}"] QLabel, Toast[meaning="{name}"] QPushButton {{ color: @ink; }}
Toast[meaning="{name}"] QPushButton:focus {{ border-color: @{name}; }}
BigAnswer[meaning="{name}"] {{ background: @{name}_soft; border: 2px solid @{name}; }}
"""
