"""What others may see of canvases and boards, and what is announced of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from bootcamp_app.features.bootcamps.views import in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

SIDES = ("government", "civil_society", "resident")
"""Whose word a note or a vote may be; an empty one says nothing."""
SIDE_COLOURS = {"government": "#1F4E9E", "civil_society": "#0F6B66", "resident": "#8A5200"}
NOTE_COLOURS = {
    "yellow": "#FDE58A",
    "blue": "#BFDDF5",
    "orange": "#FFCFA3",
    "green": "#C9E7C4",
    "pink": "#F5C6DC",
    "white": "#FFFFFF",
}
SIGN = "sign"
ZONE_KINDS = ("notes", "single", "draw", "cluster", "score", "table", SIGN)
ZONE_COLOURS = {
    "blue": "#1F4E9E",
    "green": "#176B3A",
    "yellow": "#7A5B00",
    "orange": "#A8480F",
    "pink": "#B0387A",
    "red": "#A32020",
    "neutral": "#5B6672",
}
"""What a zone may be coloured, and how that is on paper."""
NOTE, TEXT, PICTURE, CONNECTOR, FRAME = "note", "text", "picture", "connector", "frame"
KINDS = (NOTE, TEXT, PICTURE, CONNECTOR, FRAME)
PAGE_WIDTH, PAGE_HEIGHT = 420.0, 297.0
"""Millimetres of A3 landscape, in which zones and items are given, whatever the paper is."""
SCALES = {"A0": 2.8284, "A1": 2.0, "A2": 1.4142, "A3": 1.0, "A4": 0.7071, "Letter": 0.6652}
"""How much longer a line is on a paper than on A3."""
NOTE_SIDE = 76.0
"""Millimetres of a sticky note as it is bought."""


@dataclass(frozen=True)
class Words:
    """A text in both languages."""

    en: str
    km: str

    def __str__(self) -> str:
        return in_words(self.en, self.km)


@dataclass(frozen=True)
class Zone:
    """A field of a canvas; millimetres from the top left of its page at A3 landscape."""

    id: str
    title: Words
    prompt: Words
    colour: str
    kind: str
    x: float
    top: float
    width: float
    height: float
    source: str = ""
    """Where its answer is carried from: `template.zone`, or empty."""


@dataclass(frozen=True)
class Template:
    """A canvas as it comes out of the box, or as somebody made it."""

    id: str
    version: int
    phase: str
    title: Words
    purpose: Words
    credit: Words
    minutes: int
    zones: tuple[Zone, ...]
    place: int = 0
    """Its place among those of its phase."""
    is_own: bool = False
    """Whether somebody made it here."""

    def zone(self, zone_id: str) -> Zone | None:
        """Give a zone by its id."""
        return next((one for one in self.zones if one.id == zone_id), None)


@dataclass(frozen=True)
class Item:
    """What lies on a board; its place in millimetres of A3 landscape, later `place` above."""

    id: str
    kind: str
    zone: str = ""
    x: float = 0.0
    top: float = 0.0
    width: float = 0.0
    height: float = 0.0
    place: float = 0.0
    text: str = ""
    colour: str = ""
    side: str = ""
    author: str = ""
    """The participation whose word it is, or empty."""
    group_id: str = ""
    source: str = ""
    target: str = ""
    picture: str = ""
    carried_from: str = ""
    is_hidden: bool = False
    style: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Board:
    """One canvas in work."""

    id: str
    bootcamp_id: str
    number: str
    template: Template
    """As it was when the board was made."""
    team: str
    """The label of a team, or empty."""
    title_km: str
    title_en: str
    paper: str
    made_at: datetime

    @property
    def title(self) -> str:
        """Its own name, or that of its template."""
        return in_words(self.title_en, self.title_km) or str(self.template.title)


@dataclass(frozen=True)
class NewBoard:
    """What a board is made from: a template by its id, and whose it is."""

    template: str
    team: str = ""
    title_km: str = ""
    title_en: str = ""
    paper: str = "A1"


@dataclass(frozen=True)
class BoardContents:
    """A board with all that lies on it, the lowest first."""

    board: Board
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Gesture:
    """What one movement of a hand does to a board: it is one act, taken back as one."""

    added: tuple[Item, ...] = ()
    changed: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By the id of an item, its new values by field of `Item`."""
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True)
class Picture:
    """A picture that items show."""

    id: str
    kind: str
    width: int
    height: int
    data: bytes = field(repr=False, compare=False)


@dataclass(frozen=True)
class Round:
    """A round of dot voting; moments in UTC."""

    id: str
    board_id: str
    title: str
    kind: str
    dots: int
    zones: tuple[str, ...]
    is_secret: bool
    opened_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True)
class Vote:
    """How many dots a voter gave to an item."""

    id: str
    round_id: str
    item_id: str
    voter: str
    side: str
    dots: int


@dataclass(frozen=True)
class Snapshot:
    """A board as it was at a moment (UTC)."""

    id: str
    board_id: str
    title: str
    at: datetime
    contents: BoardContents = field(repr=False, compare=False)


@dataclass(frozen=True)
class Commitment:
    """What one side promised to a solution."""

    id: str
    side: str
    who: str
    what: str
    due_on: date | None
    place: int = 0


@dataclass(frozen=True)
class Solution:
    """What a canvas ends in, with an owner on either side."""

    id: str
    bootcamp_id: str
    board_id: str
    team: str
    title_km: str
    title_en: str
    problem: str
    idea: str
    targets: tuple[str, ...]
    government_owner: str
    civil_society_owner: str
    government_owner_name: str
    civil_society_owner_name: str
    first_step: str
    due_on: date | None
    agreed_on: date | None
    place: int = 0
    commitments: tuple[Commitment, ...] = ()

    @property
    def title(self) -> str:
        """The title in the language in use, or in the other."""
        return in_words(self.title_en, self.title_km)


@dataclass(frozen=True)
class BoardsChanged:
    """A bootcamp has another board, one less, or one that is called otherwise."""

    bootcamp_id: str


@dataclass(frozen=True)
class BoardChanged:
    """Something lies otherwise on a board: these items, or anything where none is named."""

    board_id: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class VotesChanged:
    """A round was opened or closed, or somebody voted."""

    board_id: str


@dataclass(frozen=True)
class SnapshotsChanged:
    """A board was kept as it is, or a kept one was left."""

    board_id: str


@dataclass(frozen=True)
class SolutionsChanged:
    """A solution was written, changed or left."""

    bootcamp_id: str


@dataclass(frozen=True)
class OwnTemplatesChanged:
    """Somebody made, changed or left a template of their own."""
