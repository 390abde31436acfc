"""What will be printed: made beside the window, and shown as it will print."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget
from shiboken6 import isValid

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.core.files import whole_file
from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.endings import with_ending
from bootcamp_app.ui.kit.files import ask_save
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import SMALL, column, holding, row
from bootcamp_app.ui.kit.own_folder import OwnFolder
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import Text, say, tongue

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from bootcamp_app.ui.kit.pdf_preview import PdfPreview
    from bootcamp_app.ui.tasks import Task, Tasks

Progress = Callable[[int, int], None]
_PATIENCE = 200
"""Milliseconds after which it is said that pages are being prepared."""


@dataclass(frozen=True)
class ToPrint:
    """A PDF to be made: how, what a saved copy is called, and the work's title where it is long."""

    make: Callable[[Path, Progress], object]
    name: Callable[[], str]
    title: Text = ""


class PaperView(QWidget):
    """Shows the latest PDF that was asked for, and saves a copy of it."""

    shown = Signal()
    ended = Signal(bool)
    """A PDF is shown or will not be; whether that is because somebody stopped it."""
    saved = Signal(object)
    """A copy lies at this Path."""
    printed = Signal(object)
    """These Sheets of what is shown went to the printer."""

    def __init__(self, tasks: Tasks, *, height: int = 420, print_kind: str = "plain",
                 speaks: bool = False, may_save: bool = True) -> None:  # fmt: skip
        super().__init__()
        self._may_save = may_save
        self._tasks = tasks
        self._height = height
        self._print_kind = print_kind
        self._speaks = speaks
        self._wanted: ToPrint | None = None
        self._is_old = False
        """Whether its words are in a language that was turned off since."""
        self._made: _Made | None = None
        self._task: Task | None = None
        self._preview: PdfPreview | None = None
        self.banner = Banner()
        self._again = self.banner.add_action(N_("Show the preview"), self._ask_again)
        self._again.hide()
        self._bar = QProgressBar()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._build()

    def show_paper(self, wanted: ToPrint) -> None:
        """Make a PDF and show it; what was asked for before is dropped."""
        self._drop_task()
        self._wanted, self._is_old = wanted, False
        self.banner.hide()
        self._again.hide()
        self._bar.setRange(0, 0)
        self._patience.start()
        self._task = self._tasks.long(
            self,
            Job(lambda step: _make(wanted, step), self._show, self._refuse, wanted.title),
        )
        self._task.moved.connect(self._move)
        self.destroyed.connect(self._task.cancel)

    def clear(self) -> None:
        """Show nothing, and stop what is being made."""
        self._drop_task()
        self._end_waiting()
        self.banner.hide()
        self._wanted = self._made = None
        if self._preview is not None:
            self._preview.clear()
            self._preview.hide()

    @property
    def file(self) -> Path | None:
        """The PDF that is shown."""
        return self._made.path if self._made else None

    @property
    def result(self) -> object:
        """What making the PDF that is shown gave back."""
        return self._made.result if self._made else None

    @property
    def is_busy(self) -> bool:
        """Whether a PDF is being made."""
        return self._task is not None

    @property
    def page(self) -> int:
        """The page in view, from 1; 0 where nothing is shown."""
        return self._preview.page if self._preview else 0

    def turn_to(self, page: int) -> None:
        """Show a page, from 1."""
        if self._preview is not None:
            self._preview.turn_to(page)

    def ask_where(self) -> None:
        """Ask where a copy should lie."""
        if self._wanted is not None:
            ask_save(self, N_("Save as"), self._wanted.name(), self.save_to)

    def save_to(self, chosen: Path) -> None:
        """Write a copy of what is shown, whole or not at all."""
        made = self._made
        if made is not None:
            self.banner.hide()
            self._tasks.long(
                self, Job(lambda _step: made.copied(chosen), self.saved.emit, self.banner.refuse)
            )

    def _build(self) -> None:
        say(self._bar, N_("How far it is"), "setAccessibleName")
        self._bar.setTextVisible(False)
        self._cancel = button(N_("Stop"), self._stop, kind="quiet")
        self._waiting = holding(
            column(
                row(Label(N_("Preparing the pages…"), tone="muted"), 1, self._cancel),
                self._bar,
                gap=SMALL,
            )
        )
        self._waiting.hide()
        self._patience.timeout.connect(self._waiting.show)
        self._body = column(self.banner, self._waiting, gap=SMALL)
        self._body.addStretch(0)
        self.setLayout(self._body)
        theme.changed.connect(self._scale)
        tongue.turned.connect(self._turn)

    def showEvent(self, event: QShowEvent) -> None:
        """Called by Qt: what was made before another language was chosen is made anew."""
        super().showEvent(event)
        self._renew()

    def _turn(self) -> None:
        self._is_old = self._speaks and self._wanted is not None
        if self.isVisible():
            self._renew()

    def _renew(self) -> None:
        if self._is_old and self._wanted is not None:
            self.show_paper(self._wanted)

    def _show(self, made: _Made) -> None:
        self._end_waiting()
        preview = self._preview or self._begin()
        preview.show_file(made.path)
        self._made = made  # the earlier one goes now, and its file with it
        preview.show()
        self.shown.emit()
        self.ended.emit(False)  # noqa: FBT003 - a signal has no names

    def _begin(self) -> PdfPreview:
        from bootcamp_app.ui.kit.pdf_preview import PdfPreview  # noqa: PLC0415 - QtPdf is heavy

        self._preview = PdfPreview(self._tasks, print_kind=self._print_kind)
        self._preview.save.setVisible(self._may_save)
        self._preview.save_wanted.connect(self.ask_where)
        self._preview.printed.connect(self.printed)
        self._body.addWidget(self._preview, 1)
        self._scale()
        return self._preview

    def _scale(self) -> None:
        if self._preview is not None:
            self._preview.setMinimumHeight(theme.px(self._height))

    def _refuse(self, refusal: Refusal) -> None:
        self._end_waiting()
        is_stopped = isinstance(refusal, Cancelled)
        self._again.setVisible(is_stopped)
        if is_stopped:
            self.banner.show_text(refusal.sentence, "info")
            self.ended.emit(True)  # noqa: FBT003 - as above
            return
        if self._preview is not None:
            self._preview.clear()
            self._preview.hide()
        self._made = None
        self.banner.refuse(refusal)
        self.ended.emit(False)  # noqa: FBT003 - as above

    def _ask_again(self) -> None:
        if self._wanted is not None:
            self.show_paper(self._wanted)

    def _move(self, done: int, of: int) -> None:
        self._bar.setRange(0, max(of, 1))
        self._bar.setValue(done)

    def _stop(self) -> None:
        if self._task is not None and isValid(self._task):
            self._task.cancel()

    def _drop_task(self) -> None:
        if self._task is not None and isValid(self._task):
            self._task.moved.disconnect(self._move)
            self._task.cancel()
            self._task.forget()
        self._task = None

    def _end_waiting(self) -> None:
        self._patience.stop()
        self._waiting.hide()
        self._task = None


class _Made:
    """A PDF in a folder of its own, which goes when nobody looks at it any more."""

    def __init__(self) -> None:
        self._folder = OwnFolder()
        self.path = self._folder.path / "pages.pdf"
        self.result: object = None

    def copied(self, chosen: Path) -> Path:
        """Write a copy and give its place."""
        target = with_ending(chosen, ".pdf")
        with whole_file(target) as part:
            shutil.copyfile(self.path, part)
        return target


def _make(wanted: ToPrint, step: Progress) -> _Made:
    made = _Made()
    made.result = wanted.make(made.path, step)
    return made
