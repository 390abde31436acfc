"""Rows of boards, of what lies on them, of votes and of what they end in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from bootcamp_app.core.i18n import N_
from bootcamp_app.storage.base import Mergeable, Reference
from bootcamp_app.storage.ordered import Ordered


class OwnTemplateRow(Mergeable):
    """A template that somebody made by copying another and changing it."""

    __tablename__ = "own_templates"

    document: Mapped[dict[str, Any]]
    """As the files in `resources/canvases`."""
    based_on: Mapped[str] = mapped_column(default="")


class BoardRow(Mergeable):
    """One canvas in work: a template as it was when the board was made, and whose it is."""

    __tablename__ = "boards"

    bootcamp_id: Mapped[str] = mapped_column(index=True)
    number: Mapped[str]
    """Nine digits, which the codes in the corners of its paper name."""
    template: Mapped[str]
    document: Mapped[dict[str, Any]]
    team: Mapped[str] = mapped_column(default="")
    """The label of a team, or empty."""
    title_km: Mapped[str] = mapped_column(default="")
    title_en: Mapped[str] = mapped_column(default="")
    """Its own name; where both are empty, that of the template."""
    paper: Mapped[str] = mapped_column(default="A1")
    made_at: Mapped[datetime]


class ItemRow(Mergeable):
    """A note, picture, connector, text or frame on a board; millimetres of A3 landscape."""

    __tablename__ = "board_items"
    refers: ClassVar[Sequence[Reference]] = (
        Reference("board_id", "boards", N_("has notes on it"), is_part=True),
    )
    together: ClassVar[Sequence[str]] = ("x", "top", "zone")

    board_id: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    zone: Mapped[str] = mapped_column(default="")
    x: Mapped[float] = mapped_column(default=0.0)
    top: Mapped[float] = mapped_column(default=0.0)
    width: Mapped[float] = mapped_column(default=0.0)
    height: Mapped[float] = mapped_column(default=0.0)
    place: Mapped[float] = mapped_column(default=0.0)
    """What lies above has the greater one; equal ones go by id."""
    text: Mapped[str] = mapped_column(default="")
    colour: Mapped[str] = mapped_column(default="")
    side: Mapped[str] = mapped_column(default="")
    author: Mapped[str] = mapped_column(default="")
    """A participation, or empty."""
    group_id: Mapped[str] = mapped_column(default="")
    """Items of one board with the same one are grouped."""
    source: Mapped[str] = mapped_column(default="")
    target: Mapped[str] = mapped_column(default="")
    """Of a connector: the items from and to which it goes."""
    picture: Mapped[str] = mapped_column(default="")
    carried_from: Mapped[str] = mapped_column(default="")
    """The item of an earlier board whose answer this is."""
    is_hidden: Mapped[bool] = mapped_column(default=False)
    """Whether its text is kept covered until it is revealed."""
    style: Mapped[dict[str, Any]] = mapped_column(default=dict)


class PictureRow(Mergeable):
    """A picture that items show, at most 2,048 pixels wide or high; its id is its content's."""

    __tablename__ = "board_pictures"
    stays: ClassVar[bool] = True

    kind: Mapped[str]
    """`jpeg` or `png`."""
    width: Mapped[int]
    height: Mapped[int]
    data: Mapped[str]
    """The file in base64, which facts can hold."""


class RoundRow(Mergeable):
    """A round of dot voting on a board."""

    __tablename__ = "vote_rounds"
    refers: ClassVar[Sequence[Reference]] = (
        Reference("board_id", "boards", N_("was voted on"), is_part=True),
    )

    board_id: Mapped[str] = mapped_column(index=True)
    title: Mapped[str] = mapped_column(default="")
    kind: Mapped[str]
    """`person`, `side` or `hands`."""
    dots: Mapped[int] = mapped_column(default=3)
    """How many each voter has; 0 where hands are counted."""
    zones: Mapped[list[str]] = mapped_column(default=list)
    """Which zones are voted on; all where there is none."""
    is_secret: Mapped[bool] = mapped_column(default=False)
    """Whether the dots are shown only once the round is closed."""
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class VoteRow(Mergeable):
    """How many dots a voter gave to an item in a round."""

    __tablename__ = "votes"
    refers: ClassVar[Sequence[Reference]] = (
        Reference("item_id", "board_items", N_("was voted for"), is_part=True),
        Reference("round_id", "vote_rounds", N_("has votes"), is_part=True),
    )

    board_id: Mapped[str] = mapped_column(index=True)
    round_id: Mapped[str] = mapped_column(index=True)
    item_id: Mapped[str]
    voter: Mapped[str] = mapped_column(default="")
    """A participation; empty where a side or a show of hands is counted."""
    side: Mapped[str] = mapped_column(default="")
    dots: Mapped[int] = mapped_column(default=1)


class SnapshotRow(Mergeable):
    """A board as it was at a moment that somebody wanted to keep."""

    __tablename__ = "board_snapshots"
    refers: ClassVar[Sequence[Reference]] = (
        Reference("board_id", "boards", N_("has a snapshot"), is_part=True),
    )

    board_id: Mapped[str] = mapped_column(index=True)
    title: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]
    content: Mapped[dict[str, Any]]


class SolutionRow(Ordered):
    """What a canvas ends in, with an owner on either side."""

    __tablename__ = "solutions"

    bootcamp_id: Mapped[str] = mapped_column(index=True)
    board_id: Mapped[str] = mapped_column(default="")
    team: Mapped[str] = mapped_column(default="")
    """The label of a team, or empty."""
    title_km: Mapped[str] = mapped_column(default="")
    title_en: Mapped[str] = mapped_column(default="")
    problem: Mapped[str] = mapped_column(default="")
    idea: Mapped[str] = mapped_column(default="")
    targets: Mapped[list[str]] = mapped_column(default=list)
    """Targets of the Sustainable Development Goals by number, as 11.6."""
    government_owner: Mapped[str] = mapped_column(default="")
    civil_society_owner: Mapped[str] = mapped_column(default="")
    """A participation each, or empty."""
    government_owner_name: Mapped[str] = mapped_column(default="")
    civil_society_owner_name: Mapped[str] = mapped_column(default="")
    """What is written of an owner who does not take part, as an office."""
    first_step: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None]
    agreed_on: Mapped[date | None]
    """The day on which both owners signed on paper."""
    place: Mapped[int] = mapped_column(default=0)


class CommitmentRow(Mergeable):
    """What one side promised to a solution."""

    __tablename__ = "commitments"
    refers: ClassVar[Sequence[Reference]] = (
        Reference("solution_id", "solutions", N_("has commitments"), is_part=True),
    )

    solution_id: Mapped[str] = mapped_column(index=True)
    side: Mapped[str]
    who: Mapped[str] = mapped_column(default="")
    what: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None]
    place: Mapped[int] = mapped_column(default=0)
