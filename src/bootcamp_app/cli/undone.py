"""What an undo took back, in words: whose check-ins and states, which records."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _, ngettext
from bootcamp_app.features.attendance.state_views import STATE_WORDS
from bootcamp_app.storage.journal import taken_back_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bootcamp_app.bootstrap import App
    from bootcamp_app.storage.history import Entry
    from bootcamp_app.storage.undoing import Undone

_NAMED = 3
_EVENTS = "attendance_events"
_OF_PEOPLE = {"people", "participations"}
_OF_SESSIONS = {"closing", "reopening"}
_TABLES = {
    "programmes": N_("Programmes"),
    "bootcamps": N_("Bootcamps"),
    "sessions": N_("Sessions"),
    "organisations": N_("Organisations"),
    "people": N_("People"),
    "badges": N_("Badges"),
    "certificates": N_("Certificates"),
    "boards": N_("Boards"),
    "board_items": N_("Things on boards"),
}
_EVENT_WORDS = {
    "entry": N_("Check-in taken back: {names}"),
    "exit": N_("Leaving taken back: {names}"),
    "annulment": N_("Counts again: {names}"),
}
_KINDS = {
    "added": N_("Taken out again: {what}"),
    "changed": N_("As before the change: {what}"),
    "removed": N_("Back again: {what}"),
}


def told_undone(app: App, undone: Undone) -> list[str]:
    """Say what was taken back, a line for each kind of thing; nothing where no words are known."""
    act = taken_back_by(undone.act) or ""
    # Who left a bootcamp is told by itself, and their badges and all else went with them.
    has_gone = any(table in _OF_PEOPLE for table, _row in undone.gone)
    told = {_EVENTS} if has_gone else {_EVENTS, *_OF_PEOPLE, *_TABLES}
    touched: defaultdict[str, set[str]] = defaultdict(set)
    for table, row_id in undone.touched:
        touched[table].add(row_id)
    wrote = {
        table: [one for one in app.records.written(table, [act]) if one.row_id in touched[table]]
        for table in touched.keys() & told
    }
    events = wrote.pop(_EVENTS, [])
    if any(one.changes.get("kind", ("", ""))[1] in _OF_SESSIONS for one in events):
        wrote.pop("sessions", None)  # that it is open or closed again says it
    return [*_events(app, events), *_records(wrote)]


def _events(app: App, entries: Sequence[Entry]) -> Iterator[str]:
    groups: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for one in entries:
        changes = {name: new for name, (_old, new) in one.changes.items()}
        whose = changes.get("participation_id") or ""
        groups[str(changes.get("kind")), changes.get("state") or ""].append(whose)
    for (kind, state), whose in groups.items():
        if kind == "closing":
            yield _("The session is open again.")
        elif kind == "reopening":
            yield _("The session is closed again.")
        elif kind == "state" and state in STATE_WORDS:
            said = _("Not set “{state}” any more: {names}")
            yield said.format(state=_(STATE_WORDS[state]), names=_names(app, whose))
        elif kind in _EVENT_WORDS:
            yield _(_EVENT_WORDS[kind]).format(names=_names(app, whose))


def _names(app: App, ids: Sequence[str]) -> str:
    unlike = list(dict.fromkeys(filter(None, ids)))
    names = [one.name for one in app.people.some(unlike[:_NAMED])]
    if (more := len(unlike) - len(names)) > 0:
        names.append(ngettext("{n} more", "{n} more", more).format(n=more) if names else str(more))
    return ", ".join(names)


def _records(wrote: dict[str, list[Entry]]) -> Iterator[str]:
    groups: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for table, entries in sorted(wrote.items()):
        named = "people" if table in _OF_PEOPLE else table
        kind = entries[0].kind if entries else "changed"
        ids = {one.row_id for one in entries}
        groups[kind][named] = max(groups[kind].get(named, 0), len(ids))
    for kind, counted in groups.items():
        if kind in _KINDS:
            what = ", ".join(f"{_(_TABLES[table])} {n}" for table, n in counted.items())
            yield _(_KINDS[kind]).format(what=what)
