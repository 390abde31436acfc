"""What can be done with everybody who is marked: changed at once, copied to a spreadsheet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from bootcamp_app.core.i18n import N_, ngettext
from bootcamp_app.features.people.views import ManyChanged
from bootcamp_app.ui.people.acts import Acts
from bootcamp_app.ui.people.list_bulk import ChangeManyDialog
from bootcamp_app.ui.people.list_copy import Copied, copied
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.people.people_list import PeopleList

_MARK_SOME = N_("Mark those you mean in the list first, with Shift or Ctrl; Ctrl+A marks all.")


class MarkedPeople(QObject):
    """The acts on those who are marked in the list."""

    said = Signal(object, str)
    """What was done, in words, and the act that takes it back."""
    refused = Signal(object)
    """Why nothing was done."""
    opened = Signal(object)
    """A dialog that is to be shown."""

    def __init__(self, page: QWidget, desk: Desk, people: PeopleList) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._list = people
        self._done = Acts(desk)
        people.change_wanted.connect(self.change)
        people.table.copy_wanted.connect(self.copy)
        people.copy_without_wanted.connect(self.copy_without)

    def change(self) -> None:
        """Ask what is to be the same of everybody who is marked."""
        self._with_marked(self._ask_change)

    def copy(self) -> None:
        """Put those who are marked on the clipboard, in the columns that are shown."""
        self._with_marked(partial(self._copy, is_personal=True))

    def copy_without(self) -> None:
        """Do the same without what tells who they are."""
        self._with_marked(partial(self._copy, is_personal=False))

    def _with_marked(self, act: Callable[[list[str]], object]) -> None:
        if self._list.table.marked():
            self._list.with_marked(act)
        else:
            self.refused.emit(_MARK_SOME)

    def _ask_change(self, ids: list[str]) -> None:
        dialog = ChangeManyDialog(self._page, self._desk, ids)
        dialog.wanted.connect(self._change)
        self.opened.emit(dialog)

    def _change(self, ids: list[str], fields: dict[str, Any]) -> None:
        people = self._desk.app.people
        job = Job(
            work=lambda step: people.change_all(ids, step, **fields),
            done=self._were_changed,
            title=N_("Changing people"),
        )
        self._desk.tasks.long(self._page, job)

    def _were_changed(self, number: int) -> None:
        self.said.emit(
            lambda: ngettext("{n} person was changed.", "{n} people were changed.", number).format(
                n=digits(number)
            ),
            self._done.latest(ManyChanged),
        )

    def _copy(self, ids: list[str], *, is_personal: bool) -> None:
        people, columns = self._desk.app.people, self._list.table.columns()
        self._desk.tasks.read(
            self._page,
            lambda: copied(people.some(ids), columns, is_personal=is_personal),
            self._put_on_clipboard,
            key="copy",
        )

    def _put_on_clipboard(self, taken: Copied) -> None:
        QGuiApplication.clipboard().setMimeData(taken.for_clipboard())
        n = taken.people
        self.said.emit(
            lambda: ngettext(
                "{n} person was copied. Paste them into a spreadsheet.",
                "{n} people were copied. Paste them into a spreadsheet.",
                n,
            ).format(n=digits(n)),
            "",
        )
