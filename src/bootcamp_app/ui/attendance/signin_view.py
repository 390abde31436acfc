"""The list to be signed as it will be printed: the real PDF, to print or to save."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, Sentence, _, ngettext
from bootcamp_app.features.attendance.marking import spaced_code
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.fields import YesNoField
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.kit.paper_view import PaperView, Progress, ToPrint
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.attendance.signin_sheet import PrintedSheet
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.ui.desk import Desk


class SigninView(QWidget):
    """Makes the list of a session and shows it."""

    left = Signal()
    """Somebody wants back to the list on the screen."""
    said = Signal(object, str)

    def __init__(self, desk: Desk, place: tuple[Bootcamp, Session]) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        self.counts = Label(tone="muted")
        self.bare = YesNoField(N_("Without sex, position and phone"), value=False)
        self.paper = PaperView(desk.tasks)
        self.back = button(N_("Back"), self.leave, icon_name="chevron-left")
        head = Flow(self.back, self.bare, self.counts, gap=16)
        whole = column(holding(head), self.paper, gap=12)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.bare.toggled.connect(lambda _is_on: self._make())
        self.paper.shown.connect(self._show)
        self.paper.saved.connect(self._saved)
        self._make()

    def leave(self) -> None:
        """Stop what is under way and go back."""
        self.paper.clear()
        self.left.emit()

    def _make(self) -> None:
        make = partial(self._print, not self.bare.isChecked())
        name = f"attendance-{self._place[1].starts_at:%Y-%m-%d-%H%M}.pdf"
        self.paper.show_paper(ToPrint(make, lambda: name, N_("Preparing the list")))

    def _print(self, has_personal_data: bool, file: Path, step: Progress) -> PrintedSheet:
        # Printing is heavy to import, and few sittings print.
        from bootcamp_app.features.attendance.signin_sheet import (  # noqa: PLC0415
            SheetWish,
            print_sheet,
        )

        step(0, 1)
        app, (bootcamp, session) = self._desk.app, self._place
        sheet = app.paper_lists.make(session)
        wish = SheetWish(has_personal_data, app.logos.pictures(bootcamp))
        return print_sheet((bootcamp, session), sheet, file, wish, step)

    def _show(self) -> None:
        printed = cast("PrintedSheet", self.paper.result)
        say(self.counts, partial(_counted, printed))

    def _saved(self, path: Path) -> None:
        self.said.emit(Sentence("Saved: {name}", name=path.name), "")


def _counted(printed: PrintedSheet) -> str:
    rows = ngettext("{n} person", "{n} people", printed.rows).format(n=digits(printed.rows))
    pages = ngettext("{n} page", "{n} pages", printed.pages).format(n=digits(printed.pages))
    number = _("List no. {code}").format(code=spaced_code(printed.code))
    return f"{rows} · {pages} · {number}"
