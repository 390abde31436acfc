"""A bug: shown once, with a report free of personal data, and the program still running."""

from __future__ import annotations

import logging
import platform
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.core.logs import keep_log, trace_of
from bootcamp_app.core.settings import data_folder
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

_SHARE = 0.9
_log = logging.getLogger(__name__)


class Bugs(QObject):
    """Hears of everything that nobody caught, in the window or beside it."""

    reported = Signal(str)

    def __init__(self, window: Callable[[], QWidget | None]) -> None:
        super().__init__()
        self._window = window
        self._seen: set[str] = set()
        self.shown: list[BugDialog] = []
        try:
            self._log_place = str(keep_log(data_folder()))
        except OSError:
            self._log_place = "–"
        sys.excepthook = self.caught

    def caught(self, kind: type[BaseException], problem: BaseException,
               _trace: TracebackType | None) -> None:  # fmt: skip
        """Keep what happened; show it where it was not shown before."""
        if issubclass(kind, KeyboardInterrupt):
            return
        trace = trace_of(problem)
        _log.error("a bug: %s", trace)
        if isinstance(problem, Refusal) or trace in self._seen:
            return
        self._seen.add(trace)
        self.reported.emit(trace)
        dialog = BugDialog(self._window(), report_of(trace), self._log_place)
        self.shown.append(dialog)
        dialog.open()


class BugDialog(QDialog):
    """Says that the program made a mistake, and gives what those need who mend it."""

    def __init__(self, parent: QWidget | None, report: str, log_place: str) -> None:
        super().__init__(parent)
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        say(self._report, N_("Report"), "setAccessibleName")
        say(self, N_("Something went wrong inside the program"), "setWindowTitle")
        told = Label(
            Sentence(
                "Something went wrong inside the program. What was confirmed before is saved, and "
                "you can go on. Please copy the report and send it to those who look after the "
                "program; it holds no names. The log is here: {place}",
                place=log_place,
            ),
            wraps=True,
        )
        actions = Flow(
            button(N_("Copy report"), self._copy, icon_name="copy"),
            button(N_("Go on"), self.accept, kind="main"),
            is_right=True,
        )
        whole = column(told, self._report, holding(actions), margin=24)
        self.setLayout(whole)
        room = self.screen().availableGeometry()
        width = min(theme.px(640), round(room.width() * _SHARE))
        self._report.setMinimumHeight(theme.px(80))
        self._report.setMaximumHeight(theme.px(200))
        self.setMinimumWidth(width)
        self.resize(width, max(whole.totalHeightForWidth(width), self.sizeHint().height()))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())


def report_of(trace: str) -> str:
    """Give a report: versions, and where it happened; no values, which may be personal."""
    return "\n".join(
        (
            f"Bootcamp Desk {version('bootcamp-app')}",
            f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
            "",
            trace,
        )
    )
