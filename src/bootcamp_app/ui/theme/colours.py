"""Colour by what it means, for each theme; every pair in use keeps a contrast of 4.5 or more."""

from __future__ import annotations

from dataclasses import dataclass, fields

MEANINGS = ("good", "warning", "bad", "info")


@dataclass(frozen=True)
class Colours:
    """One colour for each role, as #RRGGBB."""

    background: str
    surface: str
    sunken: str
    line: str
    ink: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    good: str
    good_soft: str
    warning: str
    warning_soft: str
    bad: str
    bad_soft: str
    info: str
    info_soft: str
    floating: str
    on_floating: str
    border: int = 1

    def role(self, name: str) -> str:
        """Give the colour of a role by its name."""
        return str(getattr(self, name))


LIGHT = Colours(
    background="#F7F5F1",
    surface="#FFFFFF",
    sunken="#EFECE6",
    line="#DDD8CF",
    ink="#1F2933",
    muted="#5B6672",
    accent="#0F6B66",
    on_accent="#FFFFFF",
    accent_soft="#DDEEEC",
    good="#176B3A",
    good_soft="#DFF1E5",
    warning="#8A5200",
    warning_soft="#FBEED3",
    bad="#A32020",
    bad_soft="#FADFDF",
    info="#1F4E9E",
    info_soft="#E0E9F8",
    floating="#1F2933",
    on_floating="#FFFFFF",
)
DARK = Colours(
    background="#14191E",
    surface="#1C2329",
    sunken="#11161A",
    line="#323C45",
    ink="#E8ECEF",
    muted="#A3AFBA",
    accent="#5CC4BB",
    on_accent="#06211F",
    accent_soft="#16393A",
    good="#7AD69B",
    good_soft="#143523",
    warning="#F0B95A",
    warning_soft="#3A2A0D",
    bad="#F39A9A",
    bad_soft="#40191A",
    info="#9CBDF5",
    info_soft="#1A2B47",
    floating="#E8ECEF",
    on_floating="#14191E",
)


def _contrast(paper: str, ink: str) -> Colours:
    """Give a theme of two colours; what a colour means is said by icon, word and border."""
    roles = dict.fromkeys((field.name for field in fields(Colours)), ink)
    roles |= dict.fromkeys(
        ("background", "surface", "sunken", "on_accent", "accent_soft", "on_floating"), paper
    )
    roles |= {f"{meaning}_soft": paper for meaning in MEANINGS}
    return Colours(**{name: value for name, value in roles.items() if name != "border"}, border=2)


CONTRAST = _contrast("#FFFFFF", "#000000")
CONTRAST_DARK = _contrast("#000000", "#FFFFFF")
SCHEMES = {
    "light": LIGHT,
    "dark": DARK,
    "contrast": CONTRAST,
    "contrast_dark": CONTRAST_DARK,
}
PAIRS = (
    *((ink, paper) for ink in ("ink", "muted") for paper in ("background", "surface", "sunken")),
    *((meaning, "surface") for meaning in MEANINGS),
    *((meaning, "background") for meaning in MEANINGS),
    *((meaning, f"{meaning}_soft") for meaning in MEANINGS),
    *(("ink", f"{meaning}_soft") for meaning in MEANINGS),
    ("accent", "background"),
    ("accent", "surface"),
    ("accent", "accent_soft"),
    ("ink", "accent_soft"),
    ("on_accent", "accent"),
    ("on_floating", "floating"),
)
"""(text, what lies under it) for every pair that the window uses."""


def contrast(first: str, second: str) -> float:
    """Give the contrast of two colours, from 1 to 21, as WCAG 2 defines it."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(first: str, second: str, share: float) -> str:
    """Give the colour that has this share of the first and the rest of the second."""
    parts = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(255 * (a * share + b * (1 - share))):02X}" for a, b in parts)


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> list[float]:
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
