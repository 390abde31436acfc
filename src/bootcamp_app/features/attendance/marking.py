"""Lists on paper: who stood in which row when it was printed, and whom row numbers mean."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.attendance.current import as_it_is_now
from bootcamp_app.features.attendance.row_numbers import in_spans, rows_of
from bootcamp_app.features.attendance.rules import is_expected
from bootcamp_app.features.attendance.standing import Standings, expected
from bootcamp_app.features.attendance.tables import AttendanceSheetRow
from bootcamp_app.features.badges.rules import read_code
from bootcamp_app.features.people.listing import found, participants

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.attendance.row_numbers import RowNumbers
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.storage.database import Database

    United = Callable[[Reading, Sequence[str]], Mapping[str, str]]

_BODY = 6
_FIRST = 10 ** (_BODY - 1)


@dataclass(frozen=True)
class SheetLine:
    """A row of a list.

    The person is None where they are gone since, or where the row is free for whoever comes
    without being on the list; and the kept one where two became one.
    """

    number: int
    participant: Participant | None


@dataclass(frozen=True)
class Sheet:
    """A list that was printed, with the rows as they stood then and the people as they are now."""

    code: str
    session_id: str
    made_at: datetime
    lines: tuple[SheetLine, ...]

    def meant(self, text: str) -> tuple[RowNumbers, list[str]]:
        """Give the rows that a text means, and the participation ids in them."""
        rows = rows_of(text, len(self.lines))
        people = [self.lines[number - 1].participant for number in rows.rows]
        ids = [one.participation_id for one in people if one is not None]
        return rows, list(dict.fromkeys(ids))  # two rows are one person where they were united


class PaperLists:
    """Lists to be signed, each with a code by which its row numbers stay what they are.

    `united` says of participations that are gone which other ones they became.
    """

    def __init__(self, database: Database, clock: Clock, united: United) -> None:
        self._database = database
        self._clock = clock
        self._united = united

    def make(self, session: Session) -> Sheet:
        """Give a list of all who are expected, by name; known by its code from now on.

        As long as the same people are expected, it is the same list with the same code.
        """
        return self.make_alike([session])[0]

    def make_alike(self, sessions: Sequence[Session]) -> list[Sheet]:
        """Give a list for each session of one paper: the same people in the same rows.

        All who are expected at any of them, by name. Each list has a code of its own.
        """
        with self._database.read() as reader:
            now_so = [as_it_is_now(reader, session) for session in sessions]
            people = participants(reader, found(reader, sessions[0].bootcamp_id, "", None))
            ids = [
                one.participation_id
                for one in people
                if any(is_expected(one, session) for session in now_so)
            ]
            if not ids:
                raise Refusal("Nobody is expected at this session. Import a list or add people.")
            kept = [_kept(reader, session, ids) for session in sessions]
        if None in kept:
            return self._keep(sessions, ids)
        return [self._sheet(row) for row in kept if row]

    def find(self, session: Session, code: str) -> Sheet:
        """Give the list with this code; a Refusal says what is wrong with the code."""
        plain = read_code(code)
        if not is_sheet_code(plain):
            raise Refusal("“{code}” is not the code of a list. Read it again at the foot of the "
                          "paper.", code=code[:20])  # fmt: skip
        with self._database.read() as reader:
            found = select(AttendanceSheetRow).where(AttendanceSheetRow.code == plain)
            rows = list(reader.scalars(found))
        here = [row for row in rows if row.session_id == session.id]
        if not here and rows:
            raise Refusal("The list {code} belongs to another session. Choose that session first.",
                          code=spaced_code(plain))  # fmt: skip
        if not here:
            raise Refusal("No list {code} is known here. Choose the workspace that it was printed "
                          "from.", code=spaced_code(plain))  # fmt: skip
        return self._sheet(here[0])

    def session_of(self, code: str) -> str | None:
        """Give the id of the session whose list has this code; None where none or several have."""
        query = select(AttendanceSheetRow.session_id).where(
            AttendanceSheetRow.code == read_code(code)
        )
        with self._database.read() as reader:
            ids = set(reader.scalars(query))
        return ids.pop() if len(ids) == 1 else None

    def latest(self, session: Session) -> Sheet | None:
        """Give the list of a session that was printed last, if any."""
        query = (
            select(AttendanceSheetRow)
            .where(AttendanceSheetRow.session_id == session.id)
            .order_by(AttendanceSheetRow.at.desc(), AttendanceSheetRow.id.desc())
        )
        with self._database.read() as reader:
            row = reader.scalars(query.limit(1)).first()
        return self._sheet(row) if row else None

    def missing(self, session: Session) -> list[str]:
        """Give the ids of all who are expected and have no standing, or were set absent."""
        with self._database.read() as reader:
            now_so = as_it_is_now(reader, session)
            standings = Standings(reader, session.id, None)
            found = [one.participation_id for one in expected(reader, now_so)]
            stands = {key: standings.presence(key) for key in found}
        return [key for key, one in stands.items() if one is None or one.state == "absent"]

    def _keep(self, sessions: Sequence[Session], ids: Sequence[str]) -> list[Sheet]:
        rows = []
        with self._database.write() as work:
            for session in sessions:
                # Another process may have kept it meanwhile.
                row = _kept(work, session, ids)
                if row is None:
                    row = _new(work, session, ids)
                    row.at = self._clock.now()
                    work.add(row)
                    work.flush()
                rows.append(row)
        return [self._sheet(row) for row in rows]

    def _sheet(self, row: AttendanceSheetRow) -> Sheet:
        with self._database.read() as reader:
            led = self._united(reader, row.people)
            now_so = [led.get(key, key) for key in row.people]
            known = {one.participation_id: one for one in participants(reader, now_so)}
        lines = (SheetLine(number, known.get(key)) for number, key in enumerate(now_so, 1))
        return Sheet(row.code, row.session_id, row.at, tuple(lines))


def with_free_rows(lines: Sequence[SheetLine], free: int) -> list[SheetLine]:
    """Give a list with rows at its end for who is not on it, numbered on."""
    last = len(lines)
    return [*lines, *(SheetLine(last + n, None) for n in range(1, free + 1))]


def must_be_on_the_list(rows: RowNumbers) -> None:
    """Raise a Refusal where a number is named that the list does not have: it may be a slip."""
    if rows.beyond:
        raise Refusal("These numbers are not on the list: {numbers}. Nobody was marked; correct "
                      "them.", numbers=in_spans(rows.beyond))  # fmt: skip


def is_sheet_code(code: str) -> bool:
    """Say whether a code was read without a mistake."""
    right_form = len(code) == _BODY + 1 and code.isascii() and code.isdecimal()
    return right_form and code == _with_check(code[:_BODY])


def spaced_code(code: str) -> str:
    """Write a code so that a person can read it aloud."""
    return f"{code[:3]}-{code[3:]}"


def _kept(reading: Reading, session: Session, ids: Sequence[str]) -> AttendanceSheetRow | None:
    row = reading.get(AttendanceSheetRow, _id(session, ids))
    return row if row and row.people == list(ids) else None


def _new(reading: Reading, session: Session, ids: Sequence[str]) -> AttendanceSheetRow:
    key = _id(session, ids)
    taken = set(reading.scalars(select(AttendanceSheetRow.code)))
    codes = (_code(f"{key} {salt}") for salt in count())
    code = next(one for one in codes if one not in taken)
    return AttendanceSheetRow(id=key, session_id=session.id, code=code, people=list(ids))


def _code(seed: str) -> str:
    number = int.from_bytes(sha256(seed.encode()).digest()[:8])
    return _with_check(str(number % (9 * _FIRST) + _FIRST))


def _id(session: Session, ids: Sequence[str]) -> str:
    """Give the id of a list, the same on laptops that know the same people."""
    return str(uuid5(NAMESPACE_OID, " ".join((session.id, *ids))))


def _with_check(body: str) -> str:
    """Put a digit behind a code that catches every single wrong digit (ISO 7064 MOD 11,10)."""
    product = 10
    for digit in map(int, body):
        total = (digit + product) % 10 or 10
        product = total * 2 % 11
    return f"{body}{(11 - product) % 10}"
