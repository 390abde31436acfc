"""What becomes of a burst: typed where a code is wanted, else a scan, answered where one looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from bootcamp_app.ui.attendance.answers import Answer, no_badge, no_session
from bootcamp_app.ui.attendance.scanner import Scanner
from bootcamp_app.ui.attendance.takings import as_kept
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.code_field import code_field, text_field
from bootcamp_app.ui.main_window import MainWindow
from bootcamp_app.ui.words import in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QWindow

    from bootcamp_app.features.badges.bursts import Burst
    from bootcamp_app.ui.attendance.attendance_page import AttendancePage
    from bootcamp_app.ui.attendance.door import Door

_DOOR = "attendance"
_SECONDS = 8


class Scans(QObject):
    """Takes what scanners read to the door of the window, whatever page is in front of it."""

    def __init__(self, parent: QObject, windows: Callable[[], list[MainWindow]]) -> None:
        super().__init__(parent)
        self._windows = windows
        self._heard: set[AttendancePage] = set()
        self._said = ""
        self.scanner = Scanner(self)
        self.scanner.read.connect(self._take)

    def _take(self, window: QWindow, burst: Burst, ended_with: QKeyEvent | None) -> None:
        field = code_field() if burst.code else text_field()
        if field is not None:
            field.setFocus()
            field.setText(burst.code or burst.text)
            field.textEdited.emit(field.text())
            beside = field.window()
            if beside.windowHandle() is not window and beside.windowHandle() != window:
                # The keys were for another window, where Enter would mean something else.
                beside.activateWindow()
            elif ended_with is not None:
                self.scanner.let_through(window, ended_with)
            return
        main = self._main_window(window)
        if main is None:
            return
        if main.desk is None or main.desk.bootcamp is None:
            self._answer(main, no_session() if burst.code else no_badge(burst.text))
            return
        page = self._page(main)
        if burst.code or page.door.isVisible():
            page.scan(burst.code or burst.text)
        else:
            self._answer(main, no_badge(burst.text))

    def _main_window(self, window: QWindow) -> MainWindow | None:
        """Give the window of the program that a window, such as a dialog's, belongs to."""
        windows = self._windows()
        for widget in QApplication.topLevelWidgets():
            if widget.windowHandle() is window or widget.windowHandle() == window:
                owner = _owner(widget)
                if owner in windows:
                    return owner
        return windows[-1] if windows else None

    def _page(self, main: MainWindow) -> AttendancePage:
        # Not imported here: a page is imported when it is first shown, or first scanned to.
        page = cast("AttendancePage", main.page(_DOOR))
        if page not in self._heard:
            self._heard.add(page)
            page.destroyed.connect(lambda: self._heard.discard(page))
            page.door.answered.connect(lambda answer: self._hear(main, page, answer))
        return page

    def _hear(self, main: MainWindow, page: AttendancePage, answer: Answer) -> None:
        if _over(main) is not None or not page.door.isVisible():
            self._answer(main, answer, page)

    def _answer(self, main: MainWindow, answer: Answer, page: AttendancePage | None = None) -> None:
        """Say it in the corner, and in the dialog that lies over the window."""
        undo = _undo(page.door) if page is not None else None
        name = answer.name or answer.second

        def more() -> str:
            second = answer.second if answer.name else ""
            detail = in_words(answer.detail) if answer.meaning == "bad" else ""
            return " · ".join(filter(None, (second, detail)))

        main.toast.answer(answer.meaning, answer.icon, answer.headline, name, more, undo)
        banner = getattr(_over(main), "banner", None)
        if isinstance(banner, Banner):
            self._answer_small(banner, answer, name)

    def _answer_small(self, banner: Banner, answer: Answer, name: str) -> None:
        """Say it for some seconds where the dialog itself has nothing to say."""
        if banner.isVisible() and banner.plain != self._said:
            return
        text = " · ".join(filter(None, (in_words(answer.headline), name)))
        self._said = text
        banner.show_text(lambda: text, answer.meaning or "info")

        def leave() -> None:
            if isValid(banner) and banner.plain == text:
                banner.hide()

        QTimer.singleShot(_SECONDS * 1000, leave)


def _over(main: MainWindow) -> QWidget | None:
    """Give what somebody looks at instead of the window: a dialog that waits, or one in front."""
    active = QApplication.activeWindow()
    is_over = isinstance(active, QDialog) and _owner(active) is main
    return QApplication.activeModalWidget() or (active if is_over else None)


def _owner(widget: QWidget) -> MainWindow | None:
    """Give the window of the program to which a window belongs, if any."""
    owner: QWidget | None = widget
    while owner is not None and not isinstance(owner, MainWindow):
        owner = owner.parentWidget()
    return owner


def _undo(door: Door) -> Callable[[], object] | None:
    kept = as_kept(door.shown) if door.shown is not None else None
    return (lambda: door.take_back(kept)) if kept is not None else None
