"""Who is known before a list is taken in, and whether a row of it is one of them.

People are never merged by name: equal names are normal. A row is a person of the bootcamp
already when its own id says so, or when names and phone agree, or when names agree and so does
everything that both know (phone, birth, organisation, id), which must be something unless the
list says only names. Each person is taken once a file. Somebody of another bootcamp is only
ever offered.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select

from bootcamp_app.core.i18n import Sentence
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.people.filling import PARTICIPATION_FIELDS, PERSON_FIELDS
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow
from bootcamp_app.features.people.values import phone_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy.orm import Session

    from bootcamp_app.features.people.directory import Directory
    from bootcamp_app.features.people.nominees import Nominee

_LONG_ID = 12
_MOST_ALIKE = 5
"""More people of one name than these would help nobody to decide."""
# One for all: half a million of them would take a hundred megabytes.
_SAME_ID = Sentence("Has the same id. Compare the two and decide.")
_SAME_NAME = Sentence("Has the same name. Compare the two and decide.")
_PERSON = tuple(getattr(PersonRow, name) for name in PERSON_FIELDS)
_TAKING_PART = ("organisation_id", "answers", *PARTICIPATION_FIELDS)


class Compared(NamedTuple):
    """What is compared of somebody; empty where nobody says."""

    name_km: str
    name_en: str
    phone: str
    birth_year: str
    birth_date: str
    external_id: str

    def has_names_of(self, other: Compared) -> bool:
        """Say whether no script has two different names."""
        same_km = not self.name_km or not other.name_km or self.name_km == other.name_km
        return same_km and (not self.name_en or not other.name_en or self.name_en == other.name_en)

    def has_phone_of(self, other: Compared) -> bool:
        """Say whether both have the same telephone."""
        return bool(self.phone) and self.phone == other.phone


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who is known; in other bootcamps only where `participation_id` is empty."""

    person_id: str
    participation_id: str
    compared: Compared
    organisations: frozenset[str]
    values: Mapping[str, Any]

    def has_id_of(self, other: Compared) -> bool:
        """Say whether an equal id means this person.

        Offices number each list anew, so a short id needs a name or telephone that agrees; a
        long one, such as Kobo's, is given once.
        """
        is_given_once = len(other.external_id) >= _LONG_ID
        mine = self.compared
        return is_given_once or mine.has_names_of(other) or mine.has_phone_of(other)

    def is_certainly(self, other: Compared, organisation: str) -> bool:
        """Say whether something besides the names agrees, or nothing else is said at all."""
        is_same = organisation in self.organisations
        same = organisation if is_same else next(iter(self.organisations), "")
        evidence = [*zip(other[2:], self.compared[2:], strict=True), (organisation, same)]
        both = [said == known for said, known in evidence if said and known]
        return all(both) if both else all(said == known for said, known in evidence if said)


class _Named:
    """People by their names in both scripts, so that only those who agree are looked at."""

    def __init__(self) -> None:
        self._by_both: dict[tuple[str, str], list[Known]] = defaultdict(list)
        self._with_km: dict[str, dict[str, None]] = defaultdict(dict)
        self._with_en: dict[str, dict[str, None]] = defaultdict(dict)

    def add(self, known: Known) -> None:
        """Know somebody under their names."""
        km, en = known.compared.name_km, known.compared.name_en
        self._by_both[km, en].append(known)
        self._with_km[km][en] = None
        self._with_en[en][km] = None

    def named(self, sought: Compared) -> Iterator[Known]:
        """Give those of whom no script has another name, and some script has the same."""
        if not self._by_both:
            return
        km, en = sought.name_km, sought.name_en
        if km and en:
            pairs = [(km, en), (km, ""), ("", en)]
        elif km:
            pairs = [(km, other) for other in self._with_km.get(km, ())]
        elif en:
            pairs = [(other, en) for other in self._with_en.get(en, ())]
        else:
            return
        for pair in pairs:
            yield from self._by_both.get(pair, ())


class KnownPeople:
    """Those who were known before this file, each to be taken once."""

    def __init__(self, session: Session, bootcamp_id: str, directory: Directory) -> None:
        self._here, self._elsewhere, self._of_this_file = _Named(), _Named(), _Named()
        self._by_external_id: dict[str, list[Known]] = defaultdict(list)
        self._by_person: dict[str, Known] = {}
        self._taken: set[str] = set()
        self._added: set[str] = set()
        self._read_those_here(session, bootcamp_id, directory)
        self._read_those_elsewhere(session)

    def remember(self, known: Known) -> None:
        """Know somebody whom this file adds; no other row of it is the same person."""
        self._added.add(known.participation_id)
        self._of_this_file.add(known)
        self._keep_id(known)

    def is_of_this_file(self, person_id: str) -> bool:
        """Say whether somebody was not known before this file."""
        return person_id not in self._by_person

    def chosen(self, person_id: str) -> Known | None:
        """Take somebody whom a person chose; None where they are gone or taken already."""
        known = self._by_person.get(person_id)
        if known is None or person_id in self._taken:
            return None
        self._taken.add(person_id)
        return known

    def take(self, nominee: Nominee, sought: Compared) -> Known | None:
        """Give the person whom a row is about, where it is certain."""
        with_id = self._by_external_id.get(sought.external_id, ()) if sought.external_id else ()
        known = next((one for one in with_id if self._is_free(one) and one.has_id_of(sought)), None)
        if known is None:
            organisation = comparison_key(nominee.text("organisation"))
            free = [one for one in self._here.named(sought) if self._is_free(one)]
            same = (one for one in free if one.is_certainly(sought, organisation))
            with_phone = (one for one in free if one.compared.has_phone_of(sought))
            known = next(chain(same, with_phone), None)
        if known is not None:
            self._taken.add(known.person_id)
        return known

    def like(self, sought: Compared) -> list[tuple[str, Sentence]]:
        """Give those who may be the person of a row that was found to be new, and why.

        Of one name there may be very many: the first few who were known before the file, and
        the first few of the file itself.
        """
        with_id = self._by_external_id.get(sought.external_id, ()) if sought.external_id else ()
        found = [(known.person_id, _SAME_ID) for known in with_id[:_MOST_ALIKE]]
        before = chain(self._here.named(sought), self._elsewhere.named(sought))
        for named in (before, self._of_this_file.named(sought)):
            others = (
                (one.person_id, _SAME_NAME)
                for one in named
                if one.person_id not in self._taken and one not in with_id
            )
            found += islice(others, _MOST_ALIKE)
        return found

    def _read_those_here(self, session: Session, bootcamp_id: str, directory: Directory) -> None:
        columns = [getattr(ParticipationRow, name) for name in _TAKING_PART]
        query = (
            select(PersonRow.id, ParticipationRow.id, *_PERSON, *columns)
            .join(ParticipationRow, ParticipationRow.person_id == PersonRow.id)
            .where(ParticipationRow.bootcamp_id == bootcamp_id)
            .order_by(ParticipationRow.id)
        )
        names = (*PERSON_FIELDS, *_TAKING_PART)
        for person_id, participation_id, *row in session.execute(query):
            values = dict(zip(names, row, strict=True))
            entry = directory.by_id(values["organisation_id"])
            keys = entry.keys if entry else frozenset[str]()
            known = Known(person_id, participation_id, compared(values), keys, values)
            self._by_person[person_id] = known
            self._here.add(known)
            self._keep_id(known)

    def _read_those_elsewhere(self, session: Session) -> None:
        for person_id, *row in session.execute(select(PersonRow.id, *_PERSON)):
            if person_id in self._by_person:
                continue
            values = dict(zip(PERSON_FIELDS, row, strict=True))
            known = Known(person_id, "", compared(values), frozenset(), values)
            self._by_person[person_id] = known
            self._elsewhere.add(known)

    def _keep_id(self, known: Known) -> None:
        if known.compared.external_id:
            self._by_external_id[known.compared.external_id].append(known)

    def _is_free(self, known: Known) -> bool:
        return known.person_id not in self._taken and known.participation_id not in self._added


def compared(values: Mapping[str, Any]) -> Compared:
    """Give what is compared of a person's columns, or of a row's fields."""
    return Compared(
        comparison_key(values.get("name_km") or ""),
        comparison_key(values.get("name_en") or ""),
        phone_key(values.get("phone") or ""),
        _said(values.get("birth_year")),
        _said(values.get("birth_date")),
        values.get("external_id") or "",
    )


def _said(value: object) -> str:
    return "" if value is None else str(value)
