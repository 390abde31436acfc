"""Where the data is, who writes it, and whether it is sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from bootcamp_app.core.i18n import N_, ngettext
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, holding
from bootcamp_app.ui.kit.line_field import LineField
from bootcamp_app.ui.settings.parts import named, under
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.core.i18n import Sentence
    from bootcamp_app.ui.desk import Desk

_PAUSE = 400  # milliseconds after the last key until a name is kept


class NameCard(Card):
    """Who works at this desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.name = LineField(desk.choices.now.operator)
        self._pause = QTimer(singleShot=True, interval=_PAUSE)
        hint = Label(
            N_("It stands beside everything that is recorded here, such as each scan."),
            size="small",
            tone="muted",
            wraps=True,
        )
        super().__init__(N_("Your name at this desk"), self.name, hint)
        self._pause.setParent(self)
        named(self.name, N_("Your name at this desk"))
        say(self.name, N_("Such as Sokha, door A"), "setPlaceholderText")
        self.name.textEdited.connect(lambda: self._pause.start())
        self.name.editingFinished.connect(self._keep)
        self._pause.timeout.connect(self._keep)

    def _keep(self) -> None:
        self._pause.stop()
        name = self.name.text().strip()
        if name != self._desk.choices.now.operator:
            self._desk.choices.change(operator=name)
            self._desk.app.database.sign_as(name)


class DataCard(Card):
    """The file of the workspace: its place, and whether it is sound."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._file = desk.app.database.path
        self._place = Label(wraps=True)
        self._place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.answer = Banner()
        self.open_folder = button(N_("Open the folder"), self._open, icon_name="folder")
        self.copy_path = button(N_("Copy the path"), self._copy, icon_name="copy")
        self.check = button(N_("Check the file"), self._check, icon_name="shield")
        actions = Flow(self.open_folder, self.copy_path, self.check)
        super().__init__(
            N_("Your data"),
            under(N_("Everything is in this one file:"), self._place),
            holding(actions),
            self.answer,
        )
        self._show()

    def refuse(self, refusal: Refusal) -> None:
        """Say why something was not done."""
        self.answer.refuse(refusal)

    def _show(self) -> None:
        if self._file is None:
            say(self._place, N_("A workspace on a server, shared with other laptops."))
        else:
            self._place.show_data(str(self._file.absolute()))
        for made in (self.open_folder, self.copy_path):
            made.setEnabled(self._file is not None)

    def _open(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.absolute().parent)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._place.plain)
        self.answer.show_text(N_("The path was copied."), "good")

    def _check(self) -> None:
        self.check.setEnabled(False)
        self.answer.show_text(N_("Checking the file…"), "info")
        faults = self._desk.app.records.faults
        job = Job(lambda _step: faults(), self._say_faults, self._failed, N_("Checking the file"))
        self._desk.tasks.long(self, job)

    def _say_faults(self, faults: Sequence[Sentence]) -> None:
        self.check.setEnabled(True)
        if not faults:
            self.answer.show_text(
                N_("The file is sound: every record is what its history says."), "good"
            )
            return
        self.answer.show_text(lambda: _told(faults), "bad")

    def _failed(self, refusal: Refusal) -> None:
        self.check.setEnabled(True)
        self.refuse(refusal)


def _told(faults: Sequence[Sentence]) -> str:
    count = ngettext("{n} fault was found.", "{n} faults were found.", len(faults))
    return "\n".join((count.format(n=digits(len(faults))), *map(str, faults)))
