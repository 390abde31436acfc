"""Boards as files: written in any format that there is, and taken in again."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.catalogue import entries
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.files import whole_file
from bootcamp_app.features.bootcamps.views import in_words
from bootcamp_app.features.canvases import formats
from bootcamp_app.features.canvases.arriving import Ours, arrived
from bootcamp_app.features.canvases.board_reading import GONE
from bootcamp_app.features.canvases.board_writing import carry_out, new_board, picture_row
from bootcamp_app.features.canvases.boards import contents_of, pictures_of
from bootcamp_app.features.canvases.dots import tally
from bootcamp_app.features.canvases.file_views import Handed
from bootcamp_app.features.canvases.foreign import FOREIGN
from bootcamp_app.features.canvases.note_lines import Noted, lines
from bootcamp_app.features.canvases.tables import BoardRow
from bootcamp_app.features.canvases.team_names import team_names
from bootcamp_app.features.canvases.templates import template_from
from bootcamp_app.features.canvases.views import SIGN, Gesture
from bootcamp_app.features.canvases.voting import votes_shown
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.canvases.file_views import Format, TakenIn
    from bootcamp_app.features.canvases.views import Board, BoardContents, Item
    from bootcamp_app.storage.database import Database

# What a reader runs into where a file holds other things than its kind says.
_WRONG = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


_LONGEST = 100
"""Letters of a name that a copy keeps."""


@cache
def board_formats() -> dict[str, Format]:
    """Give every kind of file that a board can be written as, by its id."""
    return entries(formats)


def read_board(path: Path) -> TakenIn:
    """Give what a file says about a board, by its ending; raises a Refusal where it is none."""
    readers = {one.ending: one.read for one in board_formats().values() if one.read}
    # Whoever named a file by the format that it was asked for means that format.
    named = {f".{form}": one.read for form, one in board_formats().items() if one.read}
    read = (named | readers).get(path.suffix.lower())
    if read is None:
        raise Refusal(
            "{name} is no file of a board. Choose one that ends in {endings}.",
            name=path.name,
            endings=", ".join(sorted(readers)),
        )
    try:
        taken = read(path)
    except _WRONG as error:
        raise Refusal(
            "{name} cannot be read: it is damaged or of another kind. Save it again in the program "
            "it comes from, then choose it again.",
            name=path.name,
        ) from error
    if not taken.items and taken.template_id in ("", FOREIGN):
        raise Refusal("There are no notes in {name}. Choose another file.", name=path.name)
    return taken


class BoardFiles:
    """What of a board leaves the workspace as a file, and what comes back from one."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def take_in(self, bootcamp: Bootcamp, path: Path, board_id: str = "") -> Board:
        """Take a file in as a new board, or onto one that is there: one act, taken back as one.

        Raises a Refusal, and writes nothing, where the file cannot be read.
        """
        return self.lay(bootcamp, read_board(path), board_id)

    def lay(self, bootcamp: Bootcamp, taken: TakenIn, board_id: str = "") -> Board:
        """Lay what a file says on a board, or on a new one, and give that."""
        with self._database.write() as work:
            made = board_id or new_board(
                work, bootcamp, _named(work, bootcamp, taken), self._clock.now()
            )
            contents = contents_of(work, made)
            if contents.board.bootcamp_id != bootcamp.id:
                raise Refusal(GONE)
            kept = {
                key: picture_row(work, one.kind, (one.width, one.height), one.data)
                for key, one in taken.pictures.items()
            }
            people = {one.author for one in taken.items} - {""}
            takes_part = (ParticipationRow.bootcamp_id == bootcamp.id) & (
                ParticipationRow.id.in_(people)
            )
            ours = Ours(kept, set(work.scalars(select(ParticipationRow.id).where(takes_part))))
            carry_out(work, made, Gesture(added=arrived(contents, taken, ours)))
            return contents.board

    def handed(self, board_id: str, *, with_names: bool = True) -> Handed:
        """Give a board with all that a file of it may tell; without names, no author either."""
        with self._database.read() as reader:
            return handed_of(reader, board_id, with_names=with_names)

    def noted(self, bootcamp: Bootcamp, with_names: bool = True) -> list[Noted]:
        """Give the notes of every board of a bootcamp, the oldest board first."""
        query = select(BoardRow.id).where(BoardRow.bootcamp_id == bootcamp.id)
        with self._database.read() as reader:
            ids = reader.scalars(query.order_by(BoardRow.made_at, BoardRow.id)).all()
            found = [
                handed_of(reader, one, with_names=with_names, with_pictures=False) for one in ids
            ]
        return [Noted(one.contents.board, one.team, tuple(lines(one))) for one in found]

    def export(self, board_id: str, form: str, target: Path, *, with_names: bool = True) -> None:
        """Write a board as a file of one format, whole or not at all."""
        known = board_formats()
        if form not in known:
            raise Refusal(
                "A board cannot be written as {form}. Choose one of: {forms}.",
                form=form,
                forms=", ".join(sorted(known)),
            )
        handed = self.handed(board_id, with_names=with_names)
        with whole_file(target) as part:
            known[form].write(handed, part)


def _named(reading: Reading, bootcamp: Bootcamp, taken: TakenIn) -> TakenIn:
    """Give what a file says, named a copy where the bootcamp has a board of its name already."""
    if taken.template is None:
        return taken
    columns = (BoardRow.template, BoardRow.title_km, BoardRow.title_en)
    query = select(*columns).where(BoardRow.bootcamp_id == bootcamp.id)
    named = (taken.template_id, taken.title_km, taken.title_en)
    if named not in set(reading.execute(query).tuples()):
        return taken
    title = template_from(taken.template_id, taken.template).title
    own = bool(taken.title_km or taken.title_en)
    km, en = (taken.title_km, taken.title_en) if own else (title.km, title.en)
    return replace(taken, title_km=_as_copy(km, "ច្បាប់ចម្លង"), title_en=_as_copy(en, "copy"))


def _as_copy(title: str, word: str) -> str:
    return f"{title[:_LONGEST]} ({word})" if title else ""


def handed_of(
    reader: Reading, board_id: str, *, with_names: bool, with_pictures: bool = True
) -> Handed:
    """Give a board with all that a file of it may tell.

    Without names, no author either, and nothing of where people sign.
    """
    contents = contents_of(reader, board_id)
    board = contents.board
    if not with_names:
        contents = replace(contents, items=_impersonal(contents))
    shown = (one.picture for one in contents.items) if with_pictures else ()
    return Handed(
        contents=contents,
        pictures=pictures_of(reader, shown),
        dots=tally(votes_shown(reader, board_id)),
        names=_names(reader, {one.author for one in contents.items}),
        team=str(team_names(reader, board.bootcamp_id, [board.team]).get(board.team, "")),
    )


def _impersonal(contents: BoardContents) -> tuple[Item, ...]:
    """Give what lies on a board without whose word it is, and without what people signed."""
    signed = {zone.id for zone in contents.board.template.zones if zone.kind == SIGN}
    gone = {one.id for one in contents.items if one.zone in signed}
    return tuple(
        replace(one, author="")
        for one in contents.items
        if one.id not in gone and not {one.source, one.target} & gone
    )


def _names(reader: Reading, authors: Iterable[str]) -> dict[str, str]:
    query = (
        select(ParticipationRow.id, PersonRow.name_en, PersonRow.name_km)
        .join(PersonRow, PersonRow.id == ParticipationRow.person_id)
        .where(ParticipationRow.id.in_(set(authors) - {""}))
    )
    return {key: in_words(en, km) for key, en, km in reader.execute(query).tuples()}
