"""What came of photos: how many came in, a line for each badge, and why some photos gave none."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.ui.actions import share_actions
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding, row
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.kit.table import Table, TableColumn
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, in_words, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.ui.attendance.photos import PhotoLine, PhotosRead

_WIDTH, _HEIGHT = 820, 560
_COUNTED = {
    "in": (N_("Checked in: {n}"), "good", "check"),
    "again": (N_("Again: {n}"), "info", "duplicate"),
    "refused": (N_("Refused: {n}"), "bad", "refuse"),
    "no_badge": (N_("Without a badge: {n}"), "warning", "image"),
    "unreadable": (N_("Not readable: {n}"), "bad", "alert"),
}


class PhotosResult(QDialog):
    """Lies over the window without being in the way of it."""

    def __init__(self, window: QWidget | None, read: PhotosRead) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        share_actions(self, window)
        say(self, N_("Badges in photos"), "setWindowTitle")
        self.banner = Banner()
        self.counts = [*_counts(read)]
        self.table = Table(N_("Badges in photos"), _columns())
        self.detail = Label(tone="muted", wraps=True)
        self.close_it = button(N_("Close"), self.accept, kind="main")
        told = Label(
            N_("The time is that of reading, not the one at which a photo was taken."),
            size="small", tone="muted", wraps=True,
        )  # fmt: skip
        title = Label(N_("Badges in photos"), size="title", wraps=True)
        counts = holding(Flow(*self.counts))
        end = row(1, self.close_it)
        lines = column(
            title, self.banner, counts, self.table, self.detail, told, end, gap=16, margin=24
        )
        lines.setStretch(3, 1)
        self.setLayout(lines)
        self.table.row_chosen.connect(self._explain)
        self.table.show_rows(read.lines)
        self.table.setCurrentIndex(self.table.model().index(_first_trouble(read), 0))
        self.table.setFocus()
        self._scale(window)

    def _explain(self, line: PhotoLine | None) -> None:
        if line is not None:
            say(self.detail, lambda: _explained(line))

    def _scale(self, window: QWidget | None) -> None:
        room = window.window().size() if window else self.screen().size()
        self.resize(
            min(theme.px(_WIDTH), max(room.width() - 48, 400)),
            min(theme.px(_HEIGHT), max(room.height() - 48, 400)),
        )


def _counts(read: PhotosRead) -> list[Pill]:
    kinds = Counter(line.kind for line in read.lines)
    made = [Pill(_number(N_("Photos: {n}"), read.photos), "", "camera")]
    for kind, (words, meaning, icon) in _COUNTED.items():
        if kinds[kind]:
            made.append(Pill(_number(words, kinds[kind]), meaning, icon))
    if read.left:
        made.append(Pill(_number(N_("Not looked at: {n}"), read.left), "warning", "stop"))
    return made


def _number(words: str, count: int) -> Callable[[], str]:
    return lambda: _(words).format(n=digits(count))


def _columns() -> list[TableColumn]:
    return [
        TableColumn("photo", N_("Photo"), lambda line: str(line.photo), width=200),
        TableColumn("name", N_("Name"), _name, width=260, is_bold=True),
        TableColumn(
            "result",
            N_("Result"),
            lambda line: in_words(line.said),
            width=240,
            meaning=lambda line: str(line.meaning),
        ),
    ]


def _name(line: PhotoLine) -> str:
    return " · ".join(filter(None, (line.name, line.second)))


def _explained(line: PhotoLine) -> str:
    detail = in_words(line.detail)
    parts = ("" if line.photo in detail else line.photo, _name(line), detail)
    return " · ".join(filter(None, parts))


def _first_trouble(read: PhotosRead) -> int:
    """Give the line about which most has to be said."""
    troubles = [at for at, line in enumerate(read.lines) if line.meaning == "bad"]
    return next(iter(troubles), 0)
