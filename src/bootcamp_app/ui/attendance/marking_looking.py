"""What marking many would do: read beside the window, and told before it is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import Sentence
from bootcamp_app.core.khmer import latin_digits
from bootcamp_app.features.attendance.state_views import HAND, PAPER, Mark
from bootcamp_app.features.attendance.views import PRESENT
from bootcamp_app.ui.attendance.marking_filter import ALL_MISSING, BY_ROWS, meant_by
from bootcamp_app.ui.attendance.who import everybody

if TYPE_CHECKING:
    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.attendance.state_views import Marked
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.ui.attendance.marking_fields import Wish


@dataclass(frozen=True)
class Looked:
    """What would be done to whom, and what there is to say about the numbers."""

    told: Marked
    ids: tuple[str, ...]
    notes: tuple[Sentence, ...] = ()
    is_wrong: bool = False
    """Numbers were named that the list does not have: it may be a slip."""

    @property
    def may_be_done(self) -> bool:
        """Whether there is anybody to mark and nothing to correct first."""
        return bool(self.told.people) and not self.is_wrong


def look(app: App, session: Session, wish: Wish) -> Looked:
    """Say what a wish would do now; a Refusal says what is missing or wrong in it."""
    ids, notes, code, is_wrong = _meant(app, session, wish)
    at = _moment(session, wish) if wish.state in PRESENT else None
    # Somebody may come in between the look and the press.
    only_missing = wish.way == ALL_MISSING
    mark = Mark(wish.state, wish.reason, at, PAPER if code else HAND, code, only_missing)
    return Looked(app.states.look(session, ids, mark), tuple(ids), notes, is_wrong)


def _meant(
    app: App, session: Session, wish: Wish
) -> tuple[list[str], tuple[Sentence, ...], str, bool]:
    if wish.way != BY_ROWS:
        return meant_by(wish.way, wish.value, everybody(app, session)), (), "", False
    sheet = app.paper_lists.find(session, wish.code)
    rows, ids = sheet.meant(wish.rows)
    gone = [number for number in rows.rows if sheet.lines[number - 1].participant is None]
    notes = list(rows.notes)
    if gone:
        told = ", ".join(map(str, gone))
        notes.append(Sentence("Not on the list of people any more: rows {rows}.", rows=told))
    return ids, tuple(notes), sheet.code, bool(rows.beyond)


def _moment(session: Session, wish: Wish) -> datetime:
    written = latin_digits(wish.time).strip().replace(".", ":").replace("៖", ":")
    try:
        hour, minute = map(int, written.split(":"))
        clock = time(hour, minute)
    except ValueError as mistake:
        raise Refusal("“{text}” is no time of day. Write it as 08:30.",
                      text=wish.time[:20]) from mistake  # fmt: skip
    return datetime.combine(session.starts_at.date(), clock, session.starts_at.tzinfo)
