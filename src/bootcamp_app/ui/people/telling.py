"""What became of a person, told in plain words, the newest first."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.i18n import N_, Sentence, _, words
from bootcamp_app.features.people.person_views import PURPOSE_WORDS
from bootcamp_app.ui.days import days_in_words
from bootcamp_app.ui.people.field_words import TITLES, said
from bootcamp_app.ui.words import clock_time

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import tzinfo

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
_ROWS = ("person_id", "bootcamp_id")
"""What only points to other rows."""
_PHOTO = {"kept": N_("kept"), "new": N_("a newer one")}
_NAMES = ("name_km", "name_en")
_TIMES = {"registered_at": datetime, "birth_date": date}
_OF_MERGES = ("registered_at", "also_named")
"""What follows from a merge by itself."""


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
    merge: Merge | None = None
    is_here: bool = True
    """Whether it was done at this desk, or came from another one."""

    @property
    def heading(self) -> str:
        """When it was, and who did it; a desk that nobody named is not called by its account."""
        desk = _("this desk") if self.is_here else _("another desk")
        return " · ".join((_moment(self.at), self.who or desk))

    @property
    def text(self) -> str:
        """What was done, a line for each field."""
        if self.kind != "changed":
            return _(_KINDS[self.kind])
        lines = [self.merge.text] if self.merge else []
        lines += [
            _("{field}: {old} → {new}").format(
                field=_(_TITLES[name]) if name in _TITLES else name,
                old=self._said(name, old) or "–",
                new=self._said(name, new) or "–",
            )
            for name, old, new in self.changes
            if not (self.merge and name in _OF_MERGES)
        ]
        return "\n".join(lines)

    def _said(self, name: str, value: str) -> str:
        if name == "portrait":
            return _(_PHOTO[value]) if value else ""
        if value and name in _TIMES:
            moment = _TIMES[name].fromisoformat(value)
            if isinstance(moment, datetime):
                return _moment(moment.astimezone(self.at.tzinfo))
            return days_in_words(moment)
        return said("disability" if name in PURPOSE_WORDS else name, value)


@dataclass(frozen=True)
class Merge:
    """That two people were found to be one, or were parted again."""

    names: tuple[str, str]
    """(Khmer, Latin) name of the other."""
    is_taken_back: bool = False

    @property
    def text(self) -> str:
        """What was done, in words."""
        message = N_("parted again from {name}") if self.is_taken_back else N_("merged with {name}")
        khmer, latin = self.names
        name = (khmer or latin) if words.language == "km" else (latin or khmer)
        return str(Sentence(message, name=name or _("no name")))


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
    names, here = _names(records, entries), records.this_device()
    acts: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda one: (one.at, one.act)):
        acts.setdefault(entry.act, []).append(entry)
    merges = _merges(records, person.person_id, list(acts))
    told = []
    for act, of_act in acts.items():
        one = replace(_told(of_act, names, zone), is_here=of_act[0].device == here)
        told.append(replace(one, kind="changed", merge=merges[act]) if act in merges else one)
    return [one for one in reversed(told) if one.kind != "changed" or one.changes or one.merge]


def _merges(records: Records, person_id: str, acts: Sequence[str]) -> dict[str, Merge]:
    """Give which of these acts merged the person with another, or parted the two again."""
    found = {}
    for entry in records.written("merges", acts):
        made = records.history(entry.row_id)[0].changes
        sides = [str(made.get(name, ("", ""))[1]) for name in ("gone_id", "kept_id")]
        if person_id in sides:
            other = sides[1 - sides.index(person_id)]
            is_taken_back = entry.kind == "removed"
            found[entry.act] = Merge(_both_names(records.history(other)), is_taken_back)
    return found


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
        if name not in _ROWS
    ]
    return [(name, old, new) for name, old, new in plain if old != new]


def _consent(changes: Mapping[str, tuple[Any, Any]]) -> tuple[str, str, str]:
    said = "yes" if changes.get("is_given", (None, False))[1] else "no"
    is_taken_back = bool(changes.get("annuls", (None, None))[1])
    purpose = str(changes["purpose"][1])
    return (purpose, said, "") if is_taken_back else (purpose, "", said)


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
    khmer, latin = _both_names(entries)
    return latin or khmer


def _both_names(entries: Sequence[Entry]) -> tuple[str, str]:
    names = ["", ""]
    for entry in entries:
        for place, column in enumerate(_NAMES):
            names[place] = str(entry.changes.get(column, ("", ""))[1] or names[place])
    return names[0], names[1]


def _moment(at: datetime) -> str:
    return _("{day}, {time}").format(day=days_in_words(at.date()), time=clock_time(at))
