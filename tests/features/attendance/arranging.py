"""What the words of the decision table stand for: rows of one workspace that all cases share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.ids import new_id
from bootcamp_app.features.attendance.state_views import HAND
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.attendance.views import CLOSING
from bootcamp_app.features.badges.rules import new_code, spaced
from bootcamp_app.features.badges.tables import BadgeRow
from bootcamp_app.features.bootcamps.service import NewBootcamp, session_view
from bootcamp_app.features.bootcamps.tables import SessionRow
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow
from tests.features.attendance.decision_table import ZONE, moment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.storage.work import Work
    from tests.features.attendance.decision_table import Case

DIGITS = {"khmer": "០", "arabic": "٠"}
STATUSES = ("confirmed", "nominated", "withdrawn", "substituted")
STATES = ("absent", "excused")
HOURS = {"midnight": ("23:00", "3/01:00"), "early": ("3/06:00", "3/07:00")}

OF_THE_BEGINNING = ("asks", "elsewhere", "strict", *HOURS)
SIMPLE: dict[str, Callable[[PersonRow, ParticipationRow, SessionRow], None]] = {
    "answered": lambda person, _part, _session: setattr(person, "phone", "012345678"),
    "unanswered": lambda person, _part, _session: setattr(person, "phone", ""),
    "blue": lambda _person, part, _session: setattr(part, "team", "Blue"),
    "red": lambda _person, part, _session: setattr(part, "team", "Red"),
    "trainer": lambda _person, part, _session: setattr(part, "role", "trainer"),
    "locked": lambda _person, _part, session: setattr(session, "is_locked", True),
    "unlocked": lambda _person, _part, session: setattr(session, "is_locked", False),
}


class Hall:
    """A workspace in which every case has a person and a session, once for each way of asking."""

    def __init__(self, app: App, cases: Sequence[Case], ways: Sequence[str]) -> None:
        self.app = app
        asked: dict[str, tuple[str, ...]] = {"plain": (), "asks": ("phone",), "elsewhere": ()}
        make = app.bootcamps.make
        camps = {
            name: make(NewBootcamp(name, date(2026, 3, 2), days=1, asked_at_door=fields)).id
            for name, fields in asked.items()
        }
        self.arranged = {(case, way): Arranged(app) for case in cases for way in ways}
        with app.database.write() as work:
            for (case, _), one in self.arranged.items():
                one.arrange(work, camps, case.given)


class Arranged:
    """The person and the session of one case, as its words say."""

    def __init__(self, app: App) -> None:
        self._app = app
        self.codes = {name: new_code() for name in ("badge", "new", "blank", "stranger")}
        self.codes["colleague"] = new_code()
        self.people = {name: new_id() for name in ("person", "colleague")}
        """The participation of each."""
        self.humans = {name: new_id() for name in self.people}
        self.session_id = new_id()

    def arrange(self, work: Work, camps: Mapping[str, str], given: Sequence[str]) -> None:
        """Have there be a session and a person of whom these words are true."""
        camp = camps["asks" if "asks" in given else "plain"]
        work.add(self._session(camp, given))
        for name in self.people:
            is_elsewhere = name == "person" and "elsewhere" in given
            self._register(work, name, camps["elsewhere"] if is_elsewhere else camp)
        work.add(BadgeRow(code=self.codes["blank"], participation_id=None))
        for word in given:
            self._change(work, word)

    @property
    def session(self) -> Session:
        """The session as it is."""
        with self._app.database.read() as reader:
            return session_view(reader.get_one(SessionRow, self.session_id), ZONE)

    @property
    def events(self) -> list[AttendanceEventRow]:
        """All that is kept of the session, the oldest first."""
        query = select(AttendanceEventRow).where(AttendanceEventRow.session_id == self.session_id)
        with self._app.database.read() as reader:
            return list(reader.scalars(query.order_by(AttendanceEventRow.id)))

    @property
    def standing(self) -> str:
        """How the person stands to the session, in the words of the table."""
        presences = self._app.attendance.presences([self.session])
        assert {key for _, key in presences} <= {self.people["person"]}
        said = [f"{one.state} {'in' if one.is_inside else 'out'}" for one in presences.values()]
        return said[0].removeprefix("present ") if said else "-"

    def shown(self, what: str) -> str:
        """Give what a scanner or a person makes of something that is shown."""
        code = self.codes.get(what, self.codes["badge"])
        checked = str(98 - int(code[-2:]))  # other check digits, never the right ones
        written = {
            "spaced": spaced(code),
            "dashed": "-".join(code),
            "marked": f"\ufeff {code}\u200b ",
            "short": code[:-1],
            "long": f"{code}0",
            "wrong": code[:-2] + (checked if checked != code[-2:] else "00").zfill(2),
            "swapped": _swapped(code),
            "foreign": f"8{code[1:]}",
            "name": "ចាន់ ស្រីនាង",
            "nothing": "",
        }
        if what in DIGITS:
            return "".join(chr(ord(DIGITS[what]) + int(digit)) for digit in code)
        return written.get(what, code)

    def undo(self) -> None:
        """Take back the last scan by which somebody came or went."""
        moves = [row.id for row in self.events if row.kind in {"entry", "exit"}]
        self._app.attendance.undo_scan(moves[-1])

    def change(self, word: str) -> None:
        """Have a word of the table be true from now on."""
        with self._app.database.write() as work:
            self._change(work, word)

    def _change(self, work: Work, word: str) -> None:
        person = work.get_one(PersonRow, self.humans["person"])
        part = work.get_one(ParticipationRow, self.people["person"])
        session = work.get_one(SessionRow, self.session_id)
        if word in STATUSES:
            part.status = word
        elif word in STATES:
            work.add(self._state(word))
        elif "@" in word:
            work.add(self._state_at(*word.split("@")))
        elif word in SIMPLE:
            SIMPLE[word](person, part, session)
        elif word.startswith("for="):
            session.expects = word.partition("=")[2]
        elif word == "substitute":
            part.in_place_of = self.people["colleague"]
            work.get_one(ParticipationRow, self.people["colleague"]).status = "substituted"
        elif word == "gone":
            work.delete(part)
        elif word not in OF_THE_BEGINNING:
            self._change_badges(work, word)

    def _change_badges(self, work: Work, word: str) -> None:
        key = self.people["person"]
        [badge] = work.scalars(select(BadgeRow).where(BadgeRow.code == self.codes["badge"]))
        if word in {"ambiguous", "shared-old"}:
            other = BadgeRow(code=badge.code, participation_id=self.people["colleague"])
            other.replaced_at = moment("07:00") if word == "shared-old" else None
            work.add(other)
            return
        assert word in {"replaced", "bound"}
        badge.replaced_at = moment("07:00")
        if word == "replaced":
            work.add(BadgeRow(code=self.codes["new"], participation_id=key))
            return
        [blank] = work.scalars(select(BadgeRow).where(BadgeRow.code == self.codes["blank"]))
        blank.participation_id = key

    def _session(self, camp: str, given: Sequence[str]) -> SessionRow:
        hours = next((HOURS[word] for word in given if word in HOURS), ("08:30", "11:30"))
        starts_at, ends_at = map(moment, hours)
        grace = 0 if "strict" in given else 15
        return SessionRow(
            id=self.session_id,
            bootcamp_id=camp,
            starts_at=starts_at,
            ends_at=ends_at,
            opens_before=60,
            late_after=grace,
        )

    def _register(self, work: Work, name: str, camp: str) -> None:
        human, key = self.humans[name], self.people[name]
        work.add(PersonRow(id=human, name_en=f"{name} {key}"))
        work.add(ParticipationRow(id=key, person_id=human, bootcamp_id=camp))
        code = self.codes["badge" if name == "person" else "colleague"]
        work.add(BadgeRow(code=code, participation_id=key))

    def _state(self, state: str) -> AttendanceEventRow:
        last = max((row.at for row in self.events), default=moment("07:00"))
        return AttendanceEventRow(
            kind="state",
            session_id=self.session_id,
            participation_id=self.people["person"],
            at=last + timedelta(seconds=1),
            state=state,
        )

    def _state_at(self, state: str, at: str) -> AttendanceEventRow:
        row = self._state("absent" if state == CLOSING else state)
        row.at = moment(at)
        row.method = state if state == CLOSING else HAND
        return row


def _swapped(code: str) -> str:
    """Swap the first two neighbours of a code that differ, as a hurried hand does."""
    place = next(place for place in range(1, 16) if code[place] != code[place + 1])
    return f"{code[:place]}{code[place + 1]}{code[place]}{code[place + 2 :]}"
