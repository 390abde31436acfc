"""What became of a person, told in plain words, the newest first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.people.person_views import PURPOSE_WORDS
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
    "in_place_of": N_("Came in place of"),
    "portrait": N_("Photo"),
    "also_named": N_("Also named"),
    **PURPOSE_WORDS,
}
_PHOTO = {"kept": N_("kept"), "new": N_("a newer one")}
_NAMES = ("name_km", "name_en")


@dataclass(frozen=True)
class Told:
    """One act upon a person: when, by whom, and what it did."""

    at: datetime
    who: str
    kind: str
    changes: tuple[tuple[str, str, str], ...]
    """(field, old value, new value) as kept; names for organisations."""
    act: str = field(default="", compare=False)
    """What undo takes back."""

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
                old=_said(name, old) or "–",
                new=_said(name, new) or "–",
            )
            for name, old, new in self.changes
        )


def history_of(
    records: Records, person: Participant, zone: tzinfo, also: Sequence[str] = ()
) -> list[Told]:
    """Give what was ever done to a person and to their part in the bootcamp.

    `also` names further records of theirs, such as what they agreed to.
    """
    entries = [
        entry
        for ref in (person.person_id, person.participation_id, *also)
        for entry in records.history(ref)
    ]
    names = _names(records, entries)
    acts: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda one: (one.at, one.act)):
        acts.setdefault(entry.act, []).append(entry)
    told = [_told(of_act, names, zone) for of_act in acts.values()]
    return [one for one in reversed(told) if one.kind != "changed" or one.changes]


def _told(entries: Sequence[Entry], names: Mapping[str, str], zone: tzinfo) -> Told:
    changes = []
    for entry in entries:
        if entry.table == "photos":
            changes.append(("portrait", *_PHOTO_STEPS[entry.kind]))
        elif entry.table == "consents":
            changes.append(_consent(entry.changes))
        else:
            changes += _changed(entry.changes, names)
    kinds = [entry.kind for entry in entries if entry.table not in ("photos", "consents")]
    kind = next((one for one in kinds if one != "changed"), "changed")
    at = entries[0].at.astimezone(zone)
    return Told(at, entries[0].who, kind, tuple(changes), entries[0].act)


_PHOTO_STEPS = {
    "added": ("", "kept"),
    "restored": ("", "kept"),
    "changed": ("kept", "new"),
    "removed": ("kept", ""),
}


def _changed(
    changes: Mapping[str, tuple[Any, Any]], names: Mapping[str, str]
) -> list[tuple[str, str, str]]:
    plain = [
        (name, _plain(name, old, names), _plain(name, new, names))
        for name, (old, new) in changes.items()
    ]
    return [(name, old, new) for name, old, new in plain if old != new]


def _consent(changes: Mapping[str, tuple[Any, Any]]) -> tuple[str, str, str]:
    said = "yes" if changes.get("is_given", (None, False))[1] else "no"
    is_taken_back = bool(changes.get("annuls", (None, None))[1])
    purpose = str(changes["purpose"][1])
    return (purpose, said, "") if is_taken_back else (purpose, "", said)


def _said(name: str, value: str) -> str:
    if name == "portrait":
        return _(_PHOTO[value]) if value else ""
    return said("disability" if name in PURPOSE_WORDS else name, value)


def _plain(name: str, value: Any, names: Mapping[str, str]) -> str:  # noqa: ANN401
    if value is None:
        return ""
    if name in ("organisation_id", "in_place_of"):
        return names.get(str(value), "")
    if isinstance(value, dict):
        return ", ".join(f"{key}: {answer}" for key, answer in value.items() if answer)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _names(records: Records, entries: Sequence[Entry]) -> dict[str, str]:
    """Give the names of the organisations and colleagues that these facts speak of."""
    names: dict[str, str] = {}
    for entry in entries:
        for value in filter(None, entry.changes.get("organisation_id", ())):
            names[str(value)] = _name(records.history(str(value)))
        for value in filter(None, entry.changes.get("in_place_of", ())):
            for fact in records.history(str(value)):
                if person := fact.changes.get("person_id", ("", ""))[1]:
                    names[str(value)] = _name(records.history(str(person)))
    return names


def _name(entries: Sequence[Entry]) -> str:
    name = ""
    for entry in entries:
        for column in _NAMES:
            name = str(entry.changes.get(column, ("", ""))[1] or name)
    return name


def _moment(at: datetime) -> str:
    return _("{day}, {time}").format(day=days_in_words(at.date()), time=clock_time(at))
