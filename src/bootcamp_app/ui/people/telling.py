"""What became of a person, told in plain words, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.ui.days import days_in_words
from bootcamp_app.ui.people.field_words import TITLES, said
from bootcamp_app.ui.words import clock_time

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime, tzinfo

    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.storage.history import Entry
    from bootcamp_app.storage.records import Records

_KINDS = {
    "added": N_("added"),
    "changed": N_("changed"),
    "removed": N_("removed"),
    "restored": N_("restored"),
}
_TITLES = {
    **TITLES,
    "organisation_id": TITLES["organisation"],
    "answers": N_("Extra information"),
    "is_walk_in": N_("Came without being on the list"),
}


@dataclass(frozen=True)
class Told:
    """One act upon a person: when, by whom, and what it did."""

    at: datetime
    who: str
    kind: str
    changes: tuple[tuple[str, str, str], ...]
    """(field, old value, new value) as kept; names for organisations."""

    @property
    def heading(self) -> str:
        """When it was, and who did it."""
        return " · ".join(part for part in (_moment(self.at), self.who) if part)

    @property
    def text(self) -> str:
        """What was done, a line for each field."""
        if self.kind != "changed":
            return _(_KINDS[self.kind])
        return "\n".join(
            _("{field}: {old} → {new}").format(
                field=_(_TITLES[name]) if name in _TITLES else name,
                old=said(name, old) or "–",
                new=said(name, new) or "–",
            )
            for name, old, new in self.changes
        )


def history_of(records: Records, person: Participant, zone: tzinfo) -> list[Told]:
    """Give what was ever done to a person and to their part in the bootcamp."""
    entries = [
        entry
        for ref in (person.person_id, person.participation_id)
        for entry in records.history(ref)
    ]
    organisations = _organisations(records, entries)
    acts: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda one: (one.at, one.act)):
        acts.setdefault(entry.act, []).append(entry)
    told = [_told(of_act, organisations, zone) for of_act in acts.values()]
    return [one for one in reversed(told) if one.kind != "changed" or one.changes]


def _told(entries: Sequence[Entry], organisations: Mapping[str, str], zone: tzinfo) -> Told:
    changes = []
    for entry in entries:
        for name, values in entry.changes.items():
            old, new = (_plain(name, value, organisations) for value in values)
            if old != new:
                changes.append((name, old, new))
    kinds = [entry.kind for entry in entries]
    kind = next((one for one in kinds if one != "changed"), "changed")
    return Told(entries[0].at.astimezone(zone), entries[0].who, kind, tuple(changes))


def _plain(name: str, value: Any, organisations: Mapping[str, str]) -> str:  # noqa: ANN401
    if value is None:
        return ""
    if name == "organisation_id":
        return organisations.get(str(value), "")
    if isinstance(value, dict):
        return ", ".join(f"{key}: {answer}" for key, answer in value.items() if answer)
    return str(value)


def _organisations(records: Records, entries: Sequence[Entry]) -> dict[str, str]:
    """Give the names of the organisations that these facts speak of."""
    ids = {
        str(value)
        for entry in entries
        if entry.kind == "changed"
        for value in entry.changes.get("organisation_id", ())
        if value
    }
    names: dict[str, str] = {}
    for ref in ids:
        for entry in records.history(ref):
            for name in ("name_km", "name_en"):
                names[ref] = str(entry.changes.get(name, ("", ""))[1] or names.get(ref, ""))
    return names


def _moment(at: datetime) -> str:
    return _("{day}, {time}").format(day=days_in_words(at.date()), time=clock_time(at))
