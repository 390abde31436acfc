"""Who may have said a note: the people of the bootcamp, those of the board's team first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.bootcamps.views import in_words
from bootcamp_app.ui.kit.completing_field import Completion

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.features.people.views import Participant

_MOST = 8


@dataclass(frozen=True)
class PeopleHere:
    """The participations that a note may name."""

    people: Sequence[Participant] = ()
    team: str = ""

    @property
    def names(self) -> Mapping[str, str]:
        """What each is called in the language in use, by participation."""
        return {one.participation_id: called(one) for one in self.people}

    @property
    def by_name(self) -> Mapping[str, str]:
        """The participation for what somebody is called, where only one is called so."""
        found: dict[str, set[str]] = {}
        for one in self.people:
            for name in (one.name_km, one.name_en):
                if key := comparison_key(name):
                    found.setdefault(key, set()).add(one.participation_id)
        return {key: next(iter(ids)) for key, ids in found.items() if len(ids) == 1}

    def suggest(self, text: str) -> list[Completion]:
        """Give whom a text may mean."""
        key = comparison_key(text)
        found = [
            one
            for one in self.people
            if key in comparison_key(one.name_km) or key in comparison_key(one.name_en)
        ]
        found.sort(key=lambda one: (one.team != self.team, called(one)))
        return [completion(one) for one in found[:_MOST]]

    def completion(self, participation_id: str) -> Completion | None:
        """Give what stands for somebody in a field, where they are known."""
        met = (one for one in self.people if one.participation_id == participation_id)
        return next((completion(one) for one in met), None)


def called(person: Participant) -> str:
    """Give what somebody is called in the language in use."""
    return in_words(person.name_en, person.name_km)


def completion(person: Participant) -> Completion:
    """Give somebody as a field offers them."""
    organisation = in_words(person.organisation_en, person.organisation_km)
    return Completion(called(person), organisation, person.participation_id)
