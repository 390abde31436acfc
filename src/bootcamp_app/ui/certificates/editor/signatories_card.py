"""Who signs the certificates: up to four people, each with their acts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.certificates.design_views import MOST_SIGNATORIES, SignatoryAt
from bootcamp_app.ui.certificates.editor.signatory_dialog import SignatoryDialog
from bootcamp_app.ui.kit.button import IconButton, button
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.people.clearing import clear
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.ui.certificates.editor.draft import Draft
    from bootcamp_app.ui.desk import Desk


class SignatoriesCard(QWidget):
    """A line for each person who signs, and a way to add one."""

    def __init__(self, desk: Desk, draft: Draft) -> None:
        super().__init__()
        self._desk = desk
        self._draft = draft
        self._lines = column(gap=6)
        self.lines: list[_Line] = []
        self.dialog: SignatoryDialog | None = None
        self.nobody = Label(
            N_("Nobody signs as yet. Titles stand over an empty line."), tone="muted", wraps=True
        )
        self.add = button(N_("Add somebody who signs…"), self._add, icon_name="plus")
        heading = Label(N_("Signatures"), size="body")
        heading.setProperty("weight", "bold")
        self.setLayout(column(heading, self.nobody, self._lines, self.add, gap=8))
        draft.reread.connect(self._show)

    def ask(self, one: SignatoryAt) -> SignatoryDialog:
        """Ask for somebody, or for what is different about who signs there."""
        dialog = SignatoryDialog(self.window(), self._desk.tasks, one)
        dialog.wanted.connect(partial(self._keep, dialog, self._desk.bootcamp))
        self.dialog = dialog
        dialog.open()
        return dialog

    def remove(self, one: SignatoryAt) -> None:
        """Have somebody sign no more."""
        gone = Sentence("{name} signs no more.", name=one.name_km or one.name_en)

        def work(app: App, bootcamp: Bootcamp) -> None:
            app.signatories.remove(bootcamp, one.place)

        self._draft.write(work, lambda _none: self._draft.said.emit(gone, self._draft.latest))

    def _add(self) -> None:
        read = self._draft.read
        taken = {one.place for one in read.signatories} if read else set()
        places = (place for place in range(1, MOST_SIGNATORIES + 1) if place not in taken)
        place = next(places, 0)
        if place:
            self.ask(SignatoryAt(place))

    def _keep(self, dialog: SignatoryDialog, bootcamp: Bootcamp | None, one: SignatoryAt) -> None:
        signatories = self._desk.app.signatories
        if bootcamp is not None:
            self._desk.tasks.write(
                dialog,
                lambda: signatories.put(bootcamp, one),
                lambda _kept: dialog.accept(),
                dialog.not_kept,
            )

    def _show(self) -> None:
        read = self._draft.read
        people = list(read.signatories) if read else []
        clear(self._lines)
        self.lines = [_Line(self, one) for one in people]
        for line in self.lines:
            self._lines.addWidget(line)
        self.nobody.setVisible(not people)
        self.add.setVisible(len(people) < MOST_SIGNATORIES)


class _Line(QWidget):
    """One person who signs."""

    def __init__(self, card: SignatoriesCard, one: SignatoryAt) -> None:
        super().__init__()
        name = one.name_km or one.name_en
        title = Label(lambda: name, wraps=True)
        more = Label(lambda: one.title_km or one.title_en, size="small", tone="muted", wraps=True)
        more.setVisible(bool(one.title_km or one.title_en))
        self.change = _act(N_("Change who signs"), "edit", name, lambda: card.ask(one))
        self.remove = _act(N_("Remove who signs"), "trash", name, lambda: card.remove(one))
        line = row(column(title, more, gap=0), self.change, self.remove, gap=4)
        line.setStretch(0, 1)
        self.setLayout(line)


def _act(text: str, icon_name: str, name: str, clicked: Callable[[], object]) -> IconButton:
    made = IconButton(text, icon_name)
    say(made, lambda: f"{_(text)}: {name}", "setAccessibleName")
    made.clicked.connect(lambda: clicked())
    return made
