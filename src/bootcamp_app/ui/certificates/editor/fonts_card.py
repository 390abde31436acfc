"""The institution's own fonts: added from files, offered to every text, or no more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.ui.kit.button import IconButton, button
from bootcamp_app.ui.kit.files import ask_open
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.people.clearing import clear
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.design_views import StoredFile
    from bootcamp_app.ui.certificates.editor.draft import Draft


class FontsCard(QWidget):
    """A line for each font, and a way to add one."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._lines = column(gap=4)
        self.lines: list[QWidget] = []
        self.none = Label(
            N_("Titles in Khmer OS Muol Light or in a font of your own need its file."),
            size="small",
            tone="muted",
            wraps=True,
        )
        self.add = button(N_("Add a font…"), self.ask, icon_name="plus")
        heading = Label(N_("Own fonts"))
        heading.setProperty("weight", "bold")
        self.setLayout(column(heading, self.none, self._lines, self.add, gap=8))
        draft.reread.connect(self._show)

    def ask(self) -> None:
        """Ask for a font's file."""
        ask_open(self, N_("Add a font"), [lambda: _("Fonts") + " (*.ttf *.TTF)"], self.put_in)

    def put_in(self, path: Path) -> None:
        """Offer the font of a file."""

        def work(app: App, _bootcamp: Bootcamp) -> None:
            app.design_files.add_font(path)

        told = N_("The font is offered to every text now.")
        self._draft.write(work, lambda _none: self._say(told))

    def remove(self, font: StoredFile) -> None:
        """Offer a font no more."""

        def work(app: App, _bootcamp: Bootcamp) -> None:
            app.design_files.remove(font)

        gone = Sentence("“{title}” is offered no more.", title=font.title)
        self._draft.write(work, lambda _none: self._say(gone))

    def _say(self, text: str | Sentence) -> None:
        self._draft.said.emit(text, self._draft.latest)

    def _show(self) -> None:
        read = self._draft.read
        fonts = list(read.fonts) if read else []
        clear(self._lines)
        self.lines = [self._line(one) for one in fonts]
        for line in self.lines:
            self._lines.addWidget(line)
        self.none.setVisible(not fonts)

    def _line(self, font: StoredFile) -> QWidget:
        made = QWidget()
        title = font.title
        remove = IconButton(N_("Offer this font no more"), "trash")
        say(remove, lambda: f"{_('Offer this font no more')}: {title}", "setAccessibleName")
        remove.clicked.connect(partial(self._clicked, font))
        line = row(Label(lambda: title, wraps=True), remove, gap=4)
        line.setStretch(0, 1)
        made.setLayout(line)
        return made

    def _clicked(self, font: StoredFile, _is_on: bool = False) -> None:
        self.remove(font)
