"""A program of its own for `test_closed_early`: it begins something long, and then is closed.

As `python -m tests.ui.closed_early WORKSPACE ACT MILLISECONDS FOLDER`.
"""

from __future__ import annotations

import faulthandler
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from bootcamp_app.ui.main_window import MainWindow
from bootcamp_app.ui.start import Wishes, application, run
from bootcamp_app.ui.tasks import Job

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.tasks import Progress

SOON, STEP = 5, 20  # milliseconds
PASSPHRASE = "rice field lotus river"


@dataclass(frozen=True)
class Stand:
    """What an act begins from."""

    window: MainWindow
    desk: Desk
    folder: Path

    def long(self, work: Callable[[Progress], object], answered: object = None) -> None:
        """Do something as pages do it."""
        told = answered if callable(answered) else lambda _answer: None
        self.desk.tasks.long(self.window, Job(work, told, None, "Something long"))


def report(stand: Stand) -> None:
    """The tables of a report are prepared."""
    stand.window.go("reports.workbook")


def paper(stand: Stand) -> None:
    """The pages of a report are drawn, and shown as a PDF."""
    stand.window.go("reports.sign-in")


def certificates(stand: Stand) -> None:
    """Every certificate is drawn, and shown as a PDF."""
    stand.window.go("certificates.print")


def save(stand: Stand) -> None:
    """A report is written."""
    from bootcamp_app.features.reports.views import Choice  # noqa: PLC0415 - after the first paint

    target, exports = stand.folder / "workbook.xlsx", stand.desk.app.exports
    stand.long(lambda step: exports.write("workbook", Choice(), target, "xlsx", step))


def encrypted(stand: Stand) -> None:
    """The workspace is written so that a passphrase opens it."""
    target, exports = stand.folder / "copy.bootcamp.age", stand.desk.app.exports
    stand.long(lambda step: exports.write_workspace(target, passphrase=PASSPHRASE, progress=step))


def backup(stand: Stand) -> None:
    """A copy is put aside, and another one with the answer to that."""
    keep = stand.desk.app.backups.keep
    stand.long(
        lambda step: keep("by-hand", step),
        lambda _path: stand.long(lambda step: keep("by-hand", step)),
    )


def restore(stand: Stand) -> None:
    """A backup is put in the place of the workspace."""
    keep, wanted = stand.desk.app.backups.keep, stand.desk.restore_wanted
    stand.long(lambda step: keep("by-hand", step), lambda path: wanted.emit(path, False))  # noqa: FBT003 - a signal


def restore_as_new(stand: Stand) -> None:
    """A backup is opened beside the workspace."""
    keep, wanted = stand.desk.app.backups.keep, stand.desk.restore_wanted
    stand.long(lambda step: keep("by-hand", step), lambda path: wanted.emit(path, True))  # noqa: FBT003 - a signal


def taking_in(stand: Stand) -> None:
    """A list is read, looked through and taken in, as fast as the wizard lets."""
    stand.window.go("people.import")
    view = stand.window.page("people").beside  # type: ignore[attr-defined]
    view.file.read(stand.folder / "list.csv")
    _press_often(view.main, stand.window)


def board(stand: Stand) -> None:
    """The dialog for a new board is open."""
    stand.window.go("canvases.new_board")


ACTS: Mapping[str, Callable[[Stand], None]] = {
    made.__name__: made
    for made in (
        report, paper, certificates, save, encrypted, backup, restore, restore_as_new, taking_in,
        board,
    )
}  # fmt: skip


def main() -> int:
    """Open the workspace, begin the act, and close the windows a while later; give the code."""
    faulthandler.enable()
    place, act, after, folder = sys.argv[1:]
    app = application()
    watch = QTimer(app, interval=SOON)

    def begin() -> None:
        for window in _windows():
            if window.desk is not None and window.desk.bootcamp is not None:
                watch.stop()
                QTimer.singleShot(int(after), app, _close)
                ACTS[act](Stand(window, window.desk, Path(folder)))

    watch.timeout.connect(begin)
    watch.start()
    return run(Wishes(place))


def _windows() -> list[MainWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]


def _close() -> None:
    """Close as a person does who was told that something is under way and means it."""
    for window in _windows():
        while window.isVisible():
            window.close()


def _press_often(button: QPushButton, owner: MainWindow) -> None:
    pressing = QTimer(button, interval=STEP)
    pressing.timeout.connect(lambda: button.click() if owner.isVisible() else None)
    pressing.start()


if __name__ == "__main__":
    sys.exit(main())
