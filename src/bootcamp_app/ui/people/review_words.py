"""What becomes of a row, in words: its kind as a pill, its reason, what is different."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.people.headers import CUSTOM
from bootcamp_app.ui.kit.table import TableColumn
from bootcamp_app.ui.people.field_words import TITLES, said
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from bootcamp_app.features.people.views import Doubt
    from bootcamp_app.ui.people.review import Line

KIND_WORDS = {
    "all": N_("all rows"),
    "new": N_("new"),
    "known": N_("known from before"),
    "changed": N_("changed"),
    "same": N_("no change"),
    "possible": N_("perhaps known"),
    "to_check": N_("to check"),
    "decided": N_("the same person"),
    "rejected": N_("not taken in"),
    "left_out": N_("left out"),
}
MEANINGS = {
    "new": "good", "known": "good", "changed": "info", "possible": "warning", "decided": "info",
    "rejected": "bad",
}  # fmt: skip
_NOTHING = "–"
_PLAIN = ("row", "name", "kind", "why")
_SHOWN = {"rejected": ("row", "name", "column", "value", "reason")}


def columns() -> list[TableColumn]:
    """Give every column that the table of rows may show."""
    return [
        TableColumn("row", N_("Row"), lambda one: digits(one.row), 70),
        TableColumn("name", N_("Name"), lambda one: one.name, 220, is_bold=True),
        TableColumn("kind", N_("What happens"), kind_of, 180,
                    meaning=lambda one: MEANINGS.get(one.kind, "")),
        TableColumn("column", N_("Column"), lambda one: one.fault.column if one.fault else "", 140),
        TableColumn("value", N_("Value"), lambda one: one.fault.value if one.fault else "", 160),
        TableColumn("reason", N_("Why"), lambda one: str(one.why or ""), 420),
        TableColumn("why", N_("Why"), why_of, 420),
    ]  # fmt: skip


def shown_columns(group: str) -> tuple[str, ...]:
    """Give the ids of the columns that say something about the rows of a group."""
    return _SHOWN.get(group, _PLAIN)


def kind_of(one: Line) -> str:
    """Give what becomes of a row, in a word."""
    return _(KIND_WORDS[one.kind])


def why_of(one: Line) -> str:
    """Give why that becomes of a row, in a line."""
    if one.fault is not None:
        return " ".join(filter(None, (one.fault.column and f"{one.fault.column}:", str(one.why))))
    return " · ".join(filter(None, (_why_alone(one), *map(doubted, one.to_check))))


def doubted(one: Doubt) -> str:
    """Give what of a row was not read, and why."""
    return str(Sentence("{column}: “{value}” was not read and left empty. {reason}",
                        column=one.column, value=one.value, reason=one.reason))  # fmt: skip


def _why_alone(one: Line) -> str:
    if one.changes:
        return " · ".join(changed(change) for change in one.changes)
    if one.is_decided:
        return _("You decided so.")
    return str(one.why or "")


def changed(change: tuple[str, str, str]) -> str:
    """Give one field that is different: what is known, and what the list says."""
    name, old, new = change
    return f"{title_of(name)}: {value_of(name, old)} → {value_of(name, new)}"


def title_of(name: str) -> str:
    """Give what a field is called; one of the list's own keeps its header."""
    if name.startswith(CUSTOM):
        return name.removeprefix(CUSTOM)
    return _(TITLES[name]) if name in TITLES else name


def value_of(name: str, value: object) -> str:
    """Give a value as people read it, or a dash where nothing is known."""
    return digits(said(name, value)) or _NOTHING


def row_words(one: Line) -> str:
    """Give which row it is, and who."""
    return str(Sentence("Row {row}: {why}", row=digits(one.row), why=one.name or _NOTHING))
