"""After which changes of the workspace a file would be another, by the rooms they tell of."""

from __future__ import annotations

from bootcamp_app.storage.records import RecordsUndone

_LISTS = frozenset({"people", "bootcamps", "teams"})
_ALL = _LISTS | {"attendance", "certificates"}
_ROOMS = {
    "people": _LISTS,
    "phone-list": _LISTS,
    "table-signs": _LISTS,
    "canvases": _LISTS | {"canvases"},
    "certificate-list": _LISTS | {"certificates"},
}
_WITHIN = "bootcamp_app.features."


def concerns(kind_id: str, fact: object) -> bool:
    """Say whether a report may be another after a fact; a backup, for one, changes none."""
    if isinstance(fact, RecordsUndone):
        return True
    place = type(fact).__module__
    room = place.removeprefix(_WITHIN).partition(".")[0] if place.startswith(_WITHIN) else ""
    return room in _ROOMS.get(kind_id, _ALL)
