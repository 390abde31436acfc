"""What a file of a board is made from, what one brings in, and what a format is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.canvases.views import BoardContents, Item, Picture


@dataclass(frozen=True)
class Handed:
    """A board with everything that a file of it may tell."""

    contents: BoardContents
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    dots: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """By item, the dots of the newest closed or open round by side; an empty side said nothing."""
    names: Mapping[str, str] = field(default_factory=dict)
    """By participation, what its author is called; empty in files without personal data."""
    team: str = ""
    """What the team is called in the language in use."""


@dataclass(frozen=True)
class TakenIn:
    """What a foreign file says about a board: items without ids of ours, and their pictures."""

    items: tuple[Item, ...]
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    template: Mapping[str, object] | None = None
    """The template's document, where the file carries one; `template_id` names it."""
    template_id: str = ""
    title_km: str = ""
    title_en: str = ""
    paper: str = "A1"
    left_out: tuple[str, ...] = ()
    """What the file held and a board cannot show, as sentences."""


@dataclass(frozen=True)
class Format:
    """One kind of file; `read` is there where such a file can be brought in again."""

    ending: str
    title: str
    """A message of the catalogue."""
    write: Callable[[Handed, Path], None]
    read: Callable[[Path], TakenIn] | None = None
