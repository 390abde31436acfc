"""Opening a protected copy: what opens it, and where the workspace in it shall lie."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.core.settings import workspace_path
from bootcamp_app.storage.encrypted import ENDING, decrypt, needs_passphrase
from bootcamp_app.storage.files import refuse_unless_ours
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.files import ask_open, ask_save
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.ui.tasks import Progress, Task, Tasks

_WORKSPACE = ".bootcamp"


class UnlockDialog(Dialog):
    """Opens a file that ends in .age beside the window, and tells where its workspace lies."""

    opened = Signal(object)
    """The Path of the workspace that was in it."""

    def __init__(self, parent: QWidget, tasks: Tasks, file: Path) -> None:
        self._tasks, self._file = tasks, file
        self._task: Task | None = None
        self._key: Path | None = None
        self._needs_passphrase = True
        self.target = _free(workspace_path().parent / _name_in(file))
        self.form = Form()
        self.passphrase = self.form.add_text("passphrase", N_("Passphrase"))
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.key = button(N_("Choose the file of the key…"), self._ask_key, icon_name="lock")
        self._keys = holding(Flow(self.key))
        self.place = Label(tone="muted", wraps=True)
        self.other = button(N_("Choose another place…"), self._ask_place, icon_name="folder")
        self.state = Label(tone="muted")
        told = Sentence("“{name}” is protected. What opens it comes from whoever made it.",
                        name=file.name)  # fmt: skip
        body = column(Label(told, wraps=True), self.form, self._keys, self.place,
                      holding(Flow(self.other)), self.state)  # fmt: skip
        super().__init__(parent, N_("Open a protected copy"), holding(body), N_("Open"))
        self._keys.hide()
        self.state.hide()
        self._show_place()
        self.confirmed.connect(self._open)
        tasks.read(self, lambda: needs_passphrase(file), self._ask_for, failed=self._cannot)

    def take_key(self, key: Path) -> None:
        """Open it with the private key in this file."""
        self._key = key
        say(self.key, Sentence("Key: {name}", name=key.name))

    def put_at(self, target: Path) -> None:
        """Have the workspace lie there."""
        self.target = target
        self._show_place()

    def reject(self) -> None:
        """Leave; what is under way is given up."""
        if self._task is not None:
            self._task.cancel()
        super().reject()

    def _ask_for(self, needs: bool) -> None:
        self._needs_passphrase = needs
        self.form.setVisible(needs)
        self._keys.setVisible(not needs)

    def _ask_key(self) -> None:
        ask_open(self, N_("The file of the key"), [], self.take_key)

    def _ask_place(self) -> None:
        ask_save(self, N_("Choose another place"), self.target.name, self.put_at)

    def _show_place(self) -> None:
        name, folder = self.target.name, self.target.parent
        say(self.place, Sentence("It will lie as “{name}” in “{folder}”, open to whoever can use "
                                 "this laptop.", name=name, folder=folder))  # fmt: skip

    def _open(self) -> None:
        if self._task is not None:
            return
        file, target, passphrase = self._file, self.target, self.passphrase.text()
        keys = [self._key] if self._key is not None else []
        self.banner.hide()
        self._wait(is_waiting=True)
        job = Job(
            lambda step: _unlocked(file, target, passphrase, keys, step),
            self._finish,
            self._mend,
        )
        self._task = self._tasks.long(self, job)
        self._task.moved.connect(self._tell)

    def _tell(self, done: int, of: int) -> None:
        say(self.state, Sentence("Opening… {share}%", share=digits(100 * done // max(of, 1))))

    def _wait(self, *, is_waiting: bool) -> None:
        self._tell(0, 1)
        self.state.setVisible(is_waiting)
        for part in (self.form, self.key, self.other, self.main):
            part.setEnabled(not is_waiting)

    def _finish(self, target: Path) -> None:
        self._task = None
        self.passphrase.clear()
        self.accept()
        self.opened.emit(target)

    def _mend(self, refusal: Refusal) -> None:
        self._task = None
        self._wait(is_waiting=False)
        self.refuse(refusal)
        if self._needs_passphrase:
            self.passphrase.setFocus()
            self.passphrase.selectAll()
        else:
            self.key.setFocus()

    def _cannot(self, refusal: Refusal) -> None:
        """Say that there is nothing to open."""
        for part in (self.form, self.place, self.other):
            part.hide()
        self.main.setEnabled(False)
        self.refuse(refusal)


def is_protected(file: Path) -> bool:
    """Say by its name whether a file is protected; one that is open here is never looked into."""
    return file.suffix.lower() == ENDING


def _unlocked(file: Path, target: Path, passphrase: str, keys: list[Path], step: Progress) -> Path:
    """Give the workspace that was in a protected copy; what is none leaves nothing behind."""
    if target.exists():
        raise Refusal(
            "“{name}” is there already. Choose another name for the new file.", name=target.name
        )
    decrypt(file, target, passphrase, keys, step)
    try:
        refuse_unless_ours(target, will_write=False)
    except Refusal:
        target.unlink(missing_ok=True)
        raise
    return target


def _name_in(file: Path) -> str:
    return file.stem if file.stem.endswith(_WORKSPACE) else f"{file.stem}{_WORKSPACE}"


def _free(path: Path) -> Path:
    """Give this place, or one with a number where something lies there."""
    numbered = (path.with_name(f"{path.stem} ({n}){path.suffix}") for n in count(2))
    return path if not path.exists() else next(one for one in numbered if not one.exists())
