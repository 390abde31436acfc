"""Copy, cut and paste on a board: our own items, lines of text, cells of a sheet, pictures."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.arranging import laid, removed
from bootcamp_app.features.canvases.clipping import MIME, MOST_LINES, clipped, lines_of, unclipped
from bootcamp_app.features.canvases.entering import Entry, entered, read_entries
from bootcamp_app.ui.canvases.around.note_words import notes_added

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import Gesture
    from bootcamp_app.ui.canvases.board_page import BoardPage

_ASIDE = 6.0


class Clipboard(QObject):
    """What goes from this board to others, and comes from anywhere."""

    def __init__(self, page: BoardPage) -> None:
        super().__init__(page)
        self._page = page
        self._times = 0

    def copy(self) -> bool:
        """Take what is chosen to the clipboard, also as text for other programs."""
        contents, chosen = self._page.contents, set(self._page.chosen())
        items = [one for one in contents.items if one.id in chosen] if contents else []
        if not items:
            return False
        mime = QMimeData()
        mime.setData(MIME, QByteArray(clipped(items)))
        mime.setText(lines_of(items))
        QGuiApplication.clipboard().setMimeData(mime)
        self._times = 0
        return True

    def cut(self) -> None:
        """Take what is chosen away, to lay it elsewhere."""
        if self._page.contents is not None and self.copy():
            # What is laid back on the same board lies where it lay.
            self._times = -1
            self._page.carry_out(removed(self._page.contents, self._page.chosen()))

    def paste(self) -> None:
        """Lay what the clipboard holds on the board, and say so where nothing of it can be."""
        mime = QGuiApplication.clipboard().mimeData()
        if self._page.contents is None:
            return
        # Qt has no data at all where the clipboard was emptied, whatever its types say.
        if mime is None:
            mime = QMimeData()
        if mime.hasFormat(MIME):
            self._paste_items(bytes(mime.data(MIME).data()))
        elif files := [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]:
            self._page.pictures.bring_files(files)
        elif mime.hasImage():
            self._page.pictures.bring_image(mime.imageData())
        elif mime.hasText() and mime.text().strip():
            self._paste_lines(mime.text())
        else:
            self._page.said.emit(N_("There is nothing on the clipboard that a board can show."), "")

    def _paste_items(self, data: bytes) -> None:
        contents, items = self._page.contents, unclipped(data)
        if contents is None or not items:
            return
        wanted = {one.picture for one in items} - {""}
        self._times += 1
        by = _ASIDE * self._times

        def known(kept: object) -> None:
            there = set(kept) if isinstance(kept, dict) else set()
            usable = [one for one in items if not one.picture or one.picture in there]
            if self._page.contents is not None:
                self._lay(laid(self._page.contents, usable, (by, by)))

        if wanted:
            boards = self._page.desk.app.boards
            self._page.desk.tasks.read(self._page, lambda: boards.pictures(wanted), known)
        else:
            known({})

    def _paste_lines(self, text: str) -> None:
        contents = self._page.contents
        lines = [line for line in text.splitlines() if line.strip()]
        if contents is None:
            return
        if len(lines) > MOST_LINES:
            self._page.refused.emit(
                Refusal(
                    "These are {n} lines. Paste at most {most} at once.",
                    n=len(lines),
                    most=MOST_LINES,
                )
            )
            return
        try:
            entries = read_entries(text, contents.board.template)
        except Refusal:
            # Plain lines say no zone: they go where somebody works.
            zone = self._page.zone_in_hand()
            entries = [Entry(zone, " ".join(line.split())) for line in lines]
        gesture = entered(contents, entries, self._page.people.by_name, *self._page.look())
        self._lay(gesture)
        if (count := len(gesture.added)) > 1:
            self._page.said.emit(partial(notes_added, count), "")

    def _lay(self, gesture: Gesture) -> None:
        if gesture:
            self._page.carry_out(gesture)
            self._page.choose(tuple(one.id for one in gesture.added))
