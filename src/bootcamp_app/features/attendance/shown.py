"""What was shown at the door and whose it is: all that judging needs of people, in one look."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bootcamp_app.features.attendance.rules import Holder
from bootcamp_app.features.badges.rules import is_code, read_code
from bootcamp_app.features.badges.service import codes_of
from bootcamp_app.features.badges.tables import BadgeRow
from bootcamp_app.features.bootcamps.tables import BootcampRow
from bootcamp_app.features.people.listing import COLUMNS, participant_from
from bootcamp_app.features.people.questions import Asked, asked_at_door
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow
from bootcamp_app.storage.prepared import Prepared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Row, Select
    from sqlalchemy.orm import Session

    from bootcamp_app.features.people.views import Participant

_LONGEST_CODE = 200
_OF_HOLDERS = (
    ParticipationRow.id.label("holder_id"),
    ParticipationRow.bootcamp_id.label("camp_id"),
    ParticipationRow.status.label("standing"),
    ParticipationRow.role.label("part"),
    ParticipationRow.team.label("group"),
    ParticipationRow.answers,
    ParticipationRow.organisation_id,
    PersonRow.id.label("human_id"),
    BootcampRow.asked_at_door,
)


def _joined(query: Select[Any]) -> Select[Any]:
    return (
        query.outerjoin(PersonRow, PersonRow.id == ParticipationRow.person_id)
        .outerjoin(OrganisationRow, OrganisationRow.id == ParticipationRow.organisation_id)
        .outerjoin(BootcampRow, BootcampRow.id == ParticipationRow.bootcamp_id)
    )


_WITH_CODES = Prepared(
    lambda codes: _joined(
        select(
            BadgeRow.code,
            BadgeRow.replaced_at,
            BadgeRow.participation_id.label("bound_to"),
            *_OF_HOLDERS,
            *COLUMNS,
        )
        .select_from(BadgeRow)
        .outerjoin(ParticipationRow, ParticipationRow.id == BadgeRow.participation_id)
        .where(BadgeRow.code.in_(codes))
        .order_by(BadgeRow.id)
    )
)
_OF_FACES = Prepared(
    lambda keys: _joined(
        select(*_OF_HOLDERS, *COLUMNS)
        .select_from(ParticipationRow)
        .where(ParticipationRow.id.in_(keys))
    )
)


@dataclass(frozen=True)
class Shown:
    """A code that was read, or a face that was found by name, and whose it is."""

    code: str
    is_code: bool
    holders: dict[str, Holder] = field(default_factory=dict)
    """Everybody who has or had this code, by participation id."""
    people: dict[str, Participant] = field(default_factory=dict)
    is_blank: bool = False
    """Whether it is one of the stock of blank badges, which is nobody's as yet."""

    @property
    def whose(self) -> str | None:
        """The one participation that is meant; None where there is none or more than one."""
        return next(iter(self.holders)) if len(self.holders) == 1 else None


def shown_codes(session: Session, texts: Iterable[str]) -> list[Shown]:
    """Give what these texts of scanners or people mean, one for each."""
    read = [read_code(text)[:_LONGEST_CODE] for text in texts]
    shown = {code: Shown(code, is_code(code)) for code in read}
    codes = [code for code, one in shown.items() if one.is_code]
    blank: set[str] = set()
    asking = _Asking(session)
    for row in _WITH_CODES(session.connection(), codes):
        # A blank badge from the stock is nobody's until it is bound.
        if row.holder_id is not None:
            asking.note(shown[row.code], row, is_replaced=row.replaced_at is not None)
        elif row.bound_to is None and row.replaced_at is None:
            blank.add(row.code)
    return [_as_blank(shown[code]) if code in blank else shown[code] for code in read]


def shown_face(session: Session, participation_id: str) -> Shown:
    """Give one person as the holder of whatever badge they have; nobody where they are gone."""
    code = codes_of(session, [participation_id]).get(participation_id, "")
    shown = Shown(code, is_code=True)
    asking = _Asking(session)
    for row in _OF_FACES(session.connection(), [participation_id]):
        asking.note(shown, row)
    return shown


class _Asking:
    """Tells what is asked of people; the questions of a bootcamp are looked up once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._asked: dict[str, Asked] = {}

    def note(self, shown: Shown, row: Row[Any], *, is_replaced: bool = False) -> None:
        """Have somebody be a holder of what was shown."""
        # The person, like the bootcamp, may come later when laptops are merged.
        person = participant_from(row[-len(COLUMNS) :]) if row.human_id is not None else None
        must, may = self._open_questions(row, person)
        shown.holders[row.holder_id] = Holder(
            bootcamp_id=row.camp_id,
            status=row.standing,
            open_questions=must,
            also_asked=may,
            is_replaced=is_replaced,
            role=row.part,
            team=row.group or "",
        )
        if person is not None:
            shown.people[row.holder_id] = person

    def _open_questions(
        self, row: Row[Any], person: Participant | None
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give what must be answered before somebody is let in, and what is asked besides."""
        if row.camp_id not in self._asked:
            self._asked[row.camp_id] = asked_at_door(self._session, row.camp_id)
        named = tuple(row.asked_at_door or ())
        own = self._asked[row.camp_id](row.answers)
        if not named and not own:
            return (), ()
        is_open = {name: not _answer(person, row, name) for name in named if name not in own}
        is_open |= {name: not asked.is_answered for name, asked in own.items()}
        needed = dict.fromkeys(
            [*named, *(name for name, asked in own.items() if asked.is_required)]
        )
        may = (name for name in own if name not in needed)
        return tuple(name for name in needed if is_open[name]), tuple(filter(is_open.get, may))


def _answer(person: Participant | None, row: Row[Any], name: str) -> object:
    if name == "organisation":
        return row.organisation_id
    given = row.answers.get(name.partition(":")[2])  # custom:NAME
    value = getattr(person, name, None) or given
    return None if value == "not_stated" else value


def _as_blank(shown: Shown) -> Shown:
    return Shown(shown.code, shown.is_code, shown.holders, shown.people, is_blank=True)
