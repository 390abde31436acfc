"""Who is meant by what is typed at the door: a code, one person, several, or nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bootcamp_app.ui.attendance.answers import nobody_called, several_called
from bootcamp_app.ui.attendance.entry import Entry
from bootcamp_app.ui.attendance.matches import MOST, Matches
from bootcamp_app.ui.attendance.typed import is_meant_as_code, is_number, may_search

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.desk import Desk

    People = list[Participant]
    Aim = tuple[Session | None, bool]
    """The session that Enter was pressed for, and whether the person goes out."""


class Finder(QObject):
    """The field, the people it finds, and who was chosen of them."""

    read = Signal(str)
    """A code was entered."""
    chosen = Signal(object, object)
    """A Participant, and the Aim that Enter was pressed for."""
    nobody = Signal(object)
    """The Answer where what was entered means nobody, or too many."""
    searching = Signal(bool)
    """Whether people who may be meant are to be seen, or the last answer."""

    def __init__(self, parent: QObject, desk: Desk, aim: Callable[[], Aim]) -> None:
        super().__init__(parent)
        self._desk = desk
        self._aim = aim
        self._found_for = ""
        self.entry = Entry()
        self.matches = Matches()
        self.entry.entered.connect(self._take)
        self.entry.rested.connect(self._look_for)
        self.entry.stepped.connect(self.matches.step)
        self.matches.chosen.connect(self._take_match)

    def begin_anew(self) -> str:
        """Be empty for the next person, and give what was typed so far."""
        text = self.entry.text()
        self.entry.start_anew()
        self.forget()
        return text

    def forget(self) -> None:
        """Know no more whom what is typed means."""
        self._found_for = ""

    def come_elsewhere(self) -> None:
        """Offer nobody whom another session's bootcamp found; look for what is typed anew."""
        self.forget()
        self.matches.show_people([])
        if self._aim()[0] is not None and self.entry.text():
            self._look_for(self.entry.text())

    def _take(self, text: str) -> None:
        if is_meant_as_code(text):
            self.entry.start_anew()
            self.read.emit(text)
        elif self._found_for == text and self.matches.current is not None:
            self._take_match(self.matches.current)
        elif self._found_for == text and self.matches.are_several:
            self.matches.ask()
        else:
            # Enter came before the people; what is typed next takes the place of this text.
            self.entry.selectAll()
            aim = self._aim()
            self._search(text, lambda _text, found: self._take_only(text, found, aim))

    def _take_match(self, person: Participant) -> None:
        self.entry.start_anew()
        self.chosen.emit(person, self._aim())

    def _take_only(self, text: str, found: People, aim: Aim) -> None:
        """Take the only one to where Enter was meant, also when another session is shown now."""
        is_still_there = text == self.entry.text()
        if len(found) > 1 and is_still_there and aim == self._aim():
            self.entry.deselect()
            self._show_found(text, found)
            return
        if is_still_there:
            self.entry.start_anew()
        if len(found) == 1:
            self.chosen.emit(found[0], aim)
        else:
            self.nobody.emit(several_called(text) if found else nobody_called(text))

    def _look_for(self, text: str) -> None:
        if may_search(text):
            self._search(text, self._show_found, key="people")
        else:
            self.searching.emit(False)  # noqa: FBT003 - a signal has no names

    def _search(self, text: str, then: Callable[[str, People], None], key: str = "") -> None:
        bootcamp, people = self._desk.bootcamp, self._desk.app.people
        if bootcamp is not None:
            self._desk.tasks.read(
                self,
                lambda: people.list(bootcamp, text, MOST),
                lambda found: then(text, found),
                key,
            )

    def _show_found(self, text: str, found: People) -> None:
        if text == self.entry.text():
            self.matches.show_people(found)
            self._found_for = text
            # A number without anybody may be a code that is still being typed.
            self.searching.emit(bool(found) or not is_number(text))
