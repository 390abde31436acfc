"""What marking many would do, in numbers and names."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, _, ngettext
from bootcamp_app.features.attendance.state_views import STATE_WORDS
from bootcamp_app.ui.attendance.name_list import NameList
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.attendance.state_views import Marked
    from bootcamp_app.ui.attendance.marking_looking import Looked

_FEW = 3


class MarkingPreview(QWidget):
    """Shows who will be marked, who stands so already, and whom it leaves and why."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = Label(N_("Before it is done"), size="heading", wraps=True)
        self.count = Label(N_("Say who, and it is shown here who will be marked."), wraps=True)
        self.names = NameList(N_("Who will be marked"))
        self.rest = Label(tone="muted", wraps=True)
        self.note = Banner(may_close=False)
        body = column(self.heading, self.count, self.names, self.rest, self.note, gap=10)
        body.addStretch(1)
        self.setLayout(body)
        self.rest.hide()

    def show_look(self, looked: Looked) -> None:
        """Show what would be done."""
        told = looked.told
        say(self.count, partial(to_be_marked, told))
        self.names.show_people(told.people)
        say(self.rest, partial(left_alone, told))
        self.rest.setVisible(bool(left_alone(told)))
        if looked.notes:
            notes = looked.notes
            meaning = "bad" if looked.is_wrong else "warning"
            self.note.show_text(lambda: " ".join(map(str, notes)), meaning)
        else:
            self.note.hide()

    def show_refusal(self, refusal: Refusal) -> None:
        """Show what is missing yet."""
        say(self.count, N_("Nobody yet."))
        self.names.show_people(())
        self.rest.hide()
        self.note.show_text(refusal.sentence, "info")


def to_be_marked(told: Marked) -> str:
    """Say how many will be marked, and how."""
    number = len(told.people)
    said = ngettext(
        "{n} person will be marked: {state}", "{n} people will be marked: {state}", number
    )
    return said.format(n=digits(number), state=_(STATE_WORDS[told.mark.state]))


def left_alone(told: Marked) -> str:
    """Say whom marking leaves as they are, and why; the first by name."""
    groups = (
        (N_("stand so already"), told.already),
        (N_("have withdrawn"), told.withdrawn),
        (N_("are not expected at this session"), told.not_expected),
    )
    lines = []
    for words, people in groups:
        if people:
            names = ", ".join(one.name for one in people[:_FEW])
            more = "…" if len(people) > _FEW else ""
            lines.append(f"{digits(len(people))} {_(words)}: {names}{more}")
    return "\n".join(lines)
