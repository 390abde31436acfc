"""Certificates to look at while a layout is changed: real people, the hardest ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.features.certificates.design_views import Sample
from bootcamp_app.features.certificates.kept import sessions_of
from bootcamp_app.features.certificates.layouts import DEFAULT_LAYOUT
from bootcamp_app.features.certificates.views import Certificate
from bootcamp_app.features.people.views import Participant

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.certificates.service import Certificates
    from bootcamp_app.storage.database import Database


class Samples:
    """The certificates that a bootcamp's people would have today, kept nowhere."""

    def __init__(self, database: Database, clock: Clock, certificates: Certificates) -> None:
        self._database = database
        self._clock = clock
        self._certificates = certificates

    def of(self, bootcamp: Bootcamp) -> list[Sample]:
        """Give everybody's, those first whose names try a layout hardest; never none."""
        today = self._clock.now().astimezone(bootcamp.zone).date()
        with self._database.read() as reader:
            sessions = sessions_of(reader, bootcamp)
        standing = self._certificates.entitlements(bootcamp)
        asked = {
            one.participant.participation_id: one.sessions or tuple(sessions) for one in standing
        }
        people = [one.participant for one in standing if one.participant.is_expected]
        ordered = hardest_first(people) or [(_somebody(bootcamp), "")]
        return [
            Sample(
                _not_issued(one, bootcamp, asked.get(one.participation_id, sessions), today), why
            )
            for one, why in ordered
        ]


def hardest_first(people: Sequence[Participant]) -> list[tuple[Participant, str]]:
    """Give people in another order, with what is special about each of the first ones."""
    both = [one for one in people if one.name_km and one.name_en]
    chosen: dict[str, str] = {}
    for why, found in (
        ("longest", max(people, key=lambda one: _width(one.name_km or one.name_en), default=None)),
        ("longest_latin", max(both, key=lambda one: _width(one.name_en), default=None)),
        ("shortest", min(both, key=lambda one: _width(one.name_km), default=None)),
        ("no_latin", next((one for one in people if not one.name_en), None)),
        ("no_khmer", next((one for one in people if not one.name_km), None)),
    ):
        if found is not None:
            chosen.setdefault(found.participation_id, why)
    by_id = {one.participation_id: one for one in people}
    rest = [one for one in people if one.participation_id not in chosen]
    return [(by_id[key], why) for key, why in chosen.items()] + [(one, "") for one in rest]


def _width(name: str) -> float:
    from bootcamp_app.printing.paper import TextStyle, measure  # noqa: PLC0415 - shapes text

    return measure(name, TextStyle(20, 700, "#000000"))


def _not_issued(
    one: Participant, bootcamp: Bootcamp, sessions: Sequence[Session], today: date
) -> Certificate:
    from bootcamp_app.features.certificates import wording  # noqa: PLC0415 - dates load slowly

    return Certificate(
        id="",
        serial=wording.NOT_ISSUED,
        participation_id=one.participation_id,
        issued_on=today,
        layout=DEFAULT_LAYOUT,
        record="",
        printed=wording.printed_values(one, bootcamp, sessions, today),
    )


def _somebody(bootcamp: Bootcamp) -> Participant:
    """Give somebody who is nobody, for a bootcamp that has no people as yet."""
    return Participant(
        person_id="",
        participation_id="",
        bootcamp_id=bootcamp.id,
        name_km="នួន ច័ន្ទធារី",
        name_en="NUON Chanthearry",
        sex="not_stated",
        organisation_km="",
        organisation_en="",
        position="",
        sector="not_stated",
        province="",
        phone="",
        status="confirmed",
        is_walk_in=False,
    )
