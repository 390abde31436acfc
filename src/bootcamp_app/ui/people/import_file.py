"""First step of taking in a list: a file, or rows that were copied in a spreadsheet."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.reading.sheets import EncodingPreview, EncodingUnclear
from bootcamp_app.ui.kit.button import Button, button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.file_drop import FileDrop
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.people.clearing import clear
from bootcamp_app.ui.people.lists import pasted, read_list
from bootcamp_app.ui.words import in_words

if TYPE_CHECKING:
    from bootcamp_app.core.errors import Refusal

ENDINGS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt")
_LINE = 60


class FileStep(QWidget):
    """Offers a place to drop a file; Ctrl+V takes what was copied."""

    reading = Signal(object)
    """A function that reads the list, to be called beside the window."""

    def __init__(self) -> None:
        super().__init__()
        self._path: Path | None = None
        self.drop = FileDrop(
            N_("Drop a list here: Excel, LibreOffice or CSV. Khmer and English headers are fine."),
            ENDINGS,
        )
        self.paste = button(N_("Paste rows from a spreadsheet"), self.take_pasted, icon_name="copy")
        self.letters = Card(N_("Choose the lines that read right"))
        self.previews: dict[str, Button] = {}
        self._offers = column(gap=8)
        self.letters.body.addLayout(self._offers)
        self.letters.hide()
        hint = Label(
            N_("Or copy the rows, headers too, in Excel and press Ctrl+V here."), tone="muted",
            wraps=True,
        )  # fmt: skip
        self.setLayout(column(self.letters, self.drop, hint, holding(Flow(self.paste)), gap=12))
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self.take_pasted)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.drop.chosen.connect(self.read)
        self.setFocusProxy(self.drop.choose)

    def read(self, path: Path, encoding: str | None = None) -> None:
        """Read a file; `encoding` is how its letters read right, where somebody chose."""
        self._path = path
        self.letters.hide()
        self.reading.emit(partial(read_list, path, encoding=encoding))

    def take_pasted(self) -> None:
        """Read the rows, or the file, that were copied elsewhere."""
        copied = QGuiApplication.clipboard().mimeData()
        files = [url.toLocalFile() for url in copied.urls() if url.isLocalFile()]
        if files:
            self.read(Path(files[0]))
        else:
            self.letters.hide()
            self.reading.emit(partial(pasted, copied.text()))

    def offer_letters(self, refusal: Refusal) -> None:
        """Let somebody choose how the letters read, where a file does not say it."""
        clear(self._offers)
        self.previews = {}
        self.letters.setVisible(isinstance(refusal, EncodingUnclear))
        if isinstance(refusal, EncodingUnclear):
            for preview in refusal.previews:
                made = self._offer(preview)
                self.previews[preview.encoding] = made
                self._offers.addWidget(made)
            next(iter(self.previews.values())).setFocus()

    def _offer(self, preview: EncodingPreview) -> Button:
        made = Button(partial(_shown, preview), kind="choice")
        made.clicked.connect(lambda: self._read_again(preview.encoding))
        return made

    def _read_again(self, encoding: str) -> None:
        if self._path is not None:
            self.read(self._path, encoding)


def _shown(preview: EncodingPreview) -> str:
    lines = (f"{line[:_LINE]}…" if len(line) > _LINE else line for line in preview.lines)
    return "\n".join((in_words(preview.title), *lines))
