"""A bootcamp with people, for tests that need somebody to have come."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from bootcamp_app.features.attendance.service import Reading
from bootcamp_app.features.bootcamps.service import NewBootcamp
from bootcamp_app.features.certificates.designs import designs
from bootcamp_app.features.people.nominees import Nominee, Understood, nominee_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.attendance.views import Scan
    from bootcamp_app.features.badges.views import Badge
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.certificates.views import Certificate, Design, IssueResult
    from bootcamp_app.features.people.views import Participant

FIRST_DAY = date(2026, 3, 2)
NAMES = (("ចាន់ ស្រីនាង", "Chan Sreyneang"), ("សុខ ដារ៉ា", "Sok Dara"), ("គឹម សុភា", "Kim Sophea"))

KNOWN = {
    "sex": "female",
    "phone": "+855 12 345 678",
    "email": "nary@example.org",
    "organisation": "Commune Office",
    "position": "Clerk",
    "province": "Kampot",
    "note": "allergic to peanuts",
    "external_id": "ext-4711",
    "birth_date": "1979-05-17",
    "district": "Angkor Chey",
}


def quietly(done: int, of: int) -> None:
    """Take progress and tell nobody."""


class Chosen(list[str]):
    """A choice of many that must not be gone through once for everybody."""

    def __contains__(self, key: object) -> bool:
        raise AssertionError("looked for one in all, for each of all")


@dataclass(frozen=True)
class Camp:
    """One bootcamp in an open workspace: two sessions a day from 2 March 2026 on."""

    app: App
    bootcamp: Bootcamp
    sessions: list[Session] = field(repr=False)

    def add(self, name_km: str = "", name_en: str = "", **fields: str) -> Participant:
        """Register somebody."""
        texts = {"name_km": name_km, "name_en": name_en, **fields}
        return self.app.people.add(self.bootcamp, nominee_from(texts, FIRST_DAY))

    def add_known_by_all(self, **other: str) -> Participant:
        """Register somebody of whom everything personal is known, so that it could leak."""
        return self.add("ចាន់ ស្រីនាង", "Chan Sreyneang", **{**KNOWN, **other})

    def add_all(self, names: Sequence[tuple[str, str]]) -> list[Participant]:
        """Register many at once, as a list does; gives them in the order of the list."""
        nominees = [
            Nominee(row, {"name_km": khmer, "name_en": latin})
            for row, (khmer, latin) in enumerate(names, 2)
        ]
        self.app.importing.take_in(self.bootcamp, Understood({}, nominees, []))
        by_name = {(one.name_km, one.name_en): one for one in self.people}
        return [by_name[name] for name in names]

    @property
    def people(self) -> list[Participant]:
        """Everybody."""
        return self.app.people.list(self.bootcamp)

    @property
    def badges(self) -> list[Badge]:
        """Everybody's badge."""
        return self.app.badges.of(self.people)

    @property
    def certificates(self) -> list[Certificate]:
        """The certificates that hold."""
        return self.app.certificates.issued(self.bootcamp)

    @property
    def designs(self) -> dict[str, Design]:
        """What the certificates that hold are drawn from."""
        with self.app.database.read() as reader:
            return designs(reader, {one.design_id for one in self.certificates})

    def attend(self, *people: Participant, sessions: Sequence[int] = (0,)) -> list[Scan]:
        """Scan these people's badges at the start of sessions, named by their place in time."""
        return [
            self.app.attendance.record_scan(session, Reading(badge.code, at=session.starts_at))
            for badge in self.app.badges.of(people)
            for session in (self.sessions[index] for index in sessions)
        ]

    def issue(self, *people: Participant, is_dry_run: bool = False) -> IssueResult:
        """Issue certificates to these people, or to everybody."""
        only = [one.participation_id for one in people]
        return self.app.certificates.issue(self.bootcamp, only, is_dry_run=is_dry_run)

    def certified(self, *names: tuple[str, str]) -> list[Certificate]:
        """Register people who then come and earn a certificate; gives all that hold."""
        self.attend(*(self.add(*name) for name in names))
        self.issue()
        return self.certificates


def camp_in(
    app: App,
    *,
    title_en: str = "Civic Bootcamp",
    title_km: str = "វគ្គបំប៉នពលរដ្ឋ",
    days: int = 1,
    certificate_percent: int = 50,
) -> Camp:
    """Make a bootcamp, of one day and with one session earning a certificate unless said."""
    wanted = NewBootcamp(
        title_en=title_en,
        title_km=title_km,
        province="Kampot",
        starts_on=FIRST_DAY,
        days=days,
        certificate_percent=certificate_percent,
    )
    bootcamp = app.bootcamps.make(wanted)
    return Camp(app, bootcamp, app.bootcamps.sessions(bootcamp))
