"""Who votes now: chosen by name, or by the code on the badge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.badges.rules import is_code, read_code
from bootcamp_app.ui.kit.code_field import TAKES_CODES
from bootcamp_app.ui.kit.completing_field import CompletingField, Completion
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.desk import Desk

_MOST = 8


class VoterField(CompletingField):
    """A line that takes a name or a badge; whoever was meant is told by `chosen`."""

    chosen = Signal(object)
    """The Participant who votes now."""
    refused = Signal(object)
    """A Refusal: nobody, or several, may be meant."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        super().__init__(desk.tasks, self._offers, N_("Who votes? Name, or scan the badge"))
        self.setProperty(TAKES_CODES, "true")
        say(self, N_("Name, or scan the badge"), "setPlaceholderText")
        self.taken.connect(lambda one: self._come(one.value))
        self.textEdited.connect(self._look_where_code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: Enter looks up what was typed or scanned, unless one offered is taken."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_choosing = self.is_open and self.list.currentRow() >= 0
        if is_enter and not is_choosing and self.text().strip():
            self.offer(())
            self.look_up(self.text())
            event.accept()
            return
        super().keyPressEvent(event)

    def look_up(self, text: str) -> None:
        """Find whom a code or a name means."""
        camp = self._desk.bootcamp
        if camp is not None:
            app = self._desk.app
            self._desk.tasks.read(
                self,
                lambda: _meant(app, camp, text),
                self._come,
                key="voter",
                failed=self.refused.emit,
            )

    def _look_where_code(self, text: str) -> None:
        """Not every scanner ends with Enter."""
        if is_code(read_code(text)):
            self.look_up(text)

    def _offers(self, written: str) -> list[Completion]:
        camp = self._desk.bootcamp
        found = self._desk.app.people.list(camp, written, _MOST) if camp is not None else []
        return [Completion(one.name, one.organisation, one) for one in found if one.is_expected]

    def _come(self, person: object) -> None:
        self.clear()
        self.chosen.emit(person)


def _meant(app: App, camp: Bootcamp, text: str) -> Participant:
    code = read_code(text)
    if is_code(code):
        holder = app.badges.holder(code)
        if holder is None:
            raise Refusal("Nobody of this bootcamp has this badge. Choose the person by name.")
        return app.people.find(camp, holder)
    try:
        return app.people.find(camp, text)
    except Refusal as refusal:
        found = app.people.list(camp, text, 2)
        if len(found) != 1:
            raise Refusal(
                "“{text}” means no single person. Choose one from the list below the field.",
                text=text.strip(),
            ) from refusal
        return found[0]
