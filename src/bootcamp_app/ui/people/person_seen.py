"""All that the page of a person shows, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bootcamp_app.ui.people.telling import Told, history_of

if TYPE_CHECKING:
    from datetime import tzinfo

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.standing import Standing
    from bootcamp_app.features.certificates.stories import Told as CertificateTold
    from bootcamp_app.features.people.person_views import Consent, Notice, PartTaken, Question
    from bootcamp_app.features.people.views import Organisation, Participant


@dataclass(frozen=True)
class Seen:
    """A person as they are now."""

    person: Participant
    details: dict[str, Any]
    organisation: Organisation | None
    questions: list[Question]
    consents: dict[str, Consent]
    notice: Notice
    photo: bytes | None
    parts: list[PartTaken]
    code: str
    standing: Standing | None
    """How they stand to a certificate."""
    certificates: list[CertificateTold]
    """What became of their certificates."""
    told: list[Told]
    records: tuple[str, ...]
    """The ids of all that is theirs, to which an undo is held."""

    @property
    def part(self) -> PartTaken | None:
        """What they are in the bootcamp that is in front."""
        here = self.person.participation_id
        return next((one for one in self.parts if one.participation_id == here), None)


def see(app: App, bootcamp: Bootcamp, participation_id: str) -> Seen | None:
    """Read a person, None where they are gone; reads, so not in the window's thread."""
    found = app.people.some([participation_id])
    if not found:
        return None
    person, zone = found[0], bootcamp.zone
    consents = app.consents.ids(person.person_id)
    return Seen(
        person=person,
        details=app.people.details(person),
        organisation=app.organisations.of(participation_id),
        questions=app.questions.of(bootcamp),
        consents=app.consents.of(person.person_id),
        notice=app.notices.current(),
        photo=app.photos.of(person.person_id),
        parts=app.taking_part.of(person.person_id),
        code=app.badges.codes([person]).get(participation_id, ""),
        standing=next(iter(app.certificates.standings(bootcamp, [participation_id])), None),
        certificates=app.certificates.story(bootcamp, participation_id),
        told=_told(app, person, consents, zone),
        records=(person.person_id, person.participation_id, *consents),
    )


def _told(app: App, person: Participant, consents: list[str], zone: tzinfo) -> list[Told]:
    return history_of(app.records, person, zone, consents)
