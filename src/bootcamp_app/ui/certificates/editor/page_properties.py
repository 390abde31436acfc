"""What holds for the whole page: its paper, its digits, who signs, fonts, and the layout's file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.certificates.pages import PAGES as SHEETS
from bootcamp_app.ui.certificates.editor.fonts_card import FontsCard
from bootcamp_app.ui.certificates.editor.part_words import DIGITS, PAGES
from bootcamp_app.ui.certificates.editor.signatories_card import SignatoriesCard
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.endings import file_name
from bootcamp_app.ui.kit.fields import ChoiceField
from bootcamp_app.ui.kit.files import ask_open, ask_save
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.words import in_words, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.ui.certificates.editor.draft import Draft
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.words import Text

    Work = Callable[[App, Bootcamp], object]


class PageProperties(QWidget):
    """Shown where no part is chosen."""

    def __init__(self, desk: Desk, draft: Draft) -> None:
        super().__init__()
        self._desk = desk
        self._draft = draft
        self.paper = ChoiceField(list(PAGES.items()))
        self.digits = ChoiceField(list(DIGITS.items()))
        self.back = button(N_("As the layout came"), self.put_back, icon_name="refresh")
        self.export = button(N_("Save the layout…"), self._ask_where, icon_name="save")
        self.take_in = button(N_("Open a layout…"), self._ask_which, icon_name="folder")
        self.signatories = SignatoriesCard(desk, draft)
        self.fonts = FontsCard(draft)
        hint = Label(
            N_("Click a part of the page, or choose it in the list, to change it."),
            tone="muted",
            wraps=True,
        )
        files = holding(Flow(self.back, self.export, self.take_in, gap=8))
        self.setLayout(
            column(
                Label(N_("The whole page"), size="heading"),
                hint,
                _labelled(N_("Paper"), self.paper),
                _labelled(N_("Digits in the Khmer words"), self.digits),
                self.signatories,
                self.fonts,
                files,
                gap=14,
            )
        )
        self.paper.changed.connect(lambda: self._turn(self.paper.key))
        self.digits.changed.connect(lambda: self._write_digits(self.digits.key))
        draft.reread.connect(self._show)

    def put_back(self) -> None:
        """Have the layout as it came."""
        self._write(
            lambda app, bootcamp: app.working_layouts.put_back(bootcamp),
            N_("The layout is as it came again."),
        )

    def save_to(self, path: Path) -> None:
        """Write the layout into a file for another laptop."""
        self._write(
            lambda app, bootcamp: app.working_layouts.save(bootcamp, path),
            Sentence("Saved as “{name}”.", name=path.name),
        )

    def open_from(self, path: Path) -> None:
        """Take a layout from a file."""
        self._write(
            lambda app, bootcamp: app.working_layouts.take_in(bootcamp, path),
            Sentence("The layout of “{name}” is used now.", name=path.name),
        )

    def _turn(self, page: str) -> None:
        self._write(lambda app, bootcamp: app.working_layouts.turn(bootcamp, page))

    def _write_digits(self, digits: str) -> None:
        self._write(lambda app, bootcamp: app.working_layouts.write_digits(bootcamp, digits))

    def _write(self, work: Work, told: Text = "") -> None:
        def done(_answer: object) -> None:
            if told:
                self._draft.said.emit(told, "")

        self._draft.write(work, done)

    def _show(self) -> None:
        read = self._draft.read
        if read is None:
            return
        page = self._draft.document["page"]
        is_across = SHEETS[page].width > SHEETS[page].height
        pages = [
            (name, PAGES[name])
            for name, size in SHEETS.items()
            if (size.width > size.height) == is_across
        ]
        self.paper.offer(pages, page)
        self.digits.offer(list(DIGITS.items()), self._draft.design.digits)
        self.back.setEnabled(read.working.is_changed)

    def _ask_where(self) -> None:
        bootcamp = self._desk.bootcamp
        if bootcamp is not None:
            name = file_name(_("Layout"), bootcamp.code, ending=".json")
            ask_save(self, N_("Save the layout"), name, self.save_to)

    def _ask_which(self) -> None:
        filters = [lambda: _("Layouts") + " (*.json)"]
        ask_open(self, N_("Open a layout"), filters, self.open_from)


def _labelled(text: str, field: QWidget) -> QWidget:
    title = Label(text, size="small")
    title.setBuddy(field)
    say(field, partial(in_words, text), "setAccessibleName")
    return holding(column(title, field, gap=2))
