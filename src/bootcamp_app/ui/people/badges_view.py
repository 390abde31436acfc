"""Badges as they will be printed: the real PDF, to print or to save."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.core.files import whole_file
from bootcamp_app.core.i18n import N_, Sentence, ngettext
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.endings import with_ending
from bootcamp_app.ui.kit.files import ask_save
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.kit.own_folder import OwnFolder
from bootcamp_app.ui.kit.pdf_preview import PdfPreview
from bootcamp_app.ui.people.working import Working
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bootcamp_app.features.badges.views import PrintedBadges
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.tasks import Progress

_PREVIEW = 420


@dataclass(frozen=True)
class _Made:
    """Badge sheets that lie in a folder of ours; the folder stays as long as they are shown."""

    folder: OwnFolder
    printed: PrintedBadges

    @property
    def file(self) -> Path:
        return _file_in(self.folder)


class BadgesView(QWidget):
    """Makes badge sheets, of everybody who may come or of a few, and shows them."""

    left = Signal()
    """Somebody wants back to the list of people."""
    said = Signal(object, str)

    def __init__(self, desk: Desk, bootcamp: Bootcamp, only: Sequence[Participant] = ()) -> None:
        super().__init__()
        self._desk = desk
        self._bootcamp = bootcamp
        self._only = tuple(only)
        self._made: _Made | None = None
        self.banner = Banner()
        self.working = Working()
        self.counts = Label(tone="muted", wraps=True)
        self.preview = PdfPreview(desk.tasks)
        self.back = button(N_("Back"), self.leave, icon_name="chevron-left")
        self._build()
        self.preview.save_wanted.connect(self._ask_where)
        self._make()

    @property
    def folder(self) -> Path | None:
        """Where the sheets lie while they are shown."""
        return self._made.folder.path if self._made else None

    def leave(self) -> None:
        """Stop what is under way and go back to the people."""
        self.working.cancel()
        self.preview.clear()
        if self._made is not None:
            self._made.folder.remove()
            self._made = None
        self.left.emit()

    def save(self, target: Path) -> None:
        """Keep the sheets as a file of this name."""
        made = self._made
        if made is None:
            return

        def work(_step: Progress) -> None:
            with whole_file(with_ending(target, ".pdf")) as part:
                shutil.copyfile(made.file, part)

        saved = Sentence("Saved: {name}", name=target.name)
        done = Job(work, lambda _none: self.said.emit(saved, ""), self._refuse)
        self._desk.tasks.long(self, done)

    def _make(self) -> None:
        app, bootcamp, only = self._desk.app, self._bootcamp, self._only

        def work(step: Progress) -> _Made:
            # Printing and reading codes are heavy to import, and few sittings print.
            from bootcamp_app.features.badges.sheets import SheetWish, print_sheets  # noqa: PLC0415

            step(0, 1)
            people = only or [one for one in app.people.list(bootcamp) if one.is_expected]
            folder = OwnFolder()
            badges = app.badges.of(people)
            return _Made(
                folder, print_sheets(bootcamp, badges, _file_in(folder), SheetWish(), step)
            )

        title = N_("Preparing badges")
        job = Job(work, self._show, self._refuse, title)
        self.working.follow(self._desk.tasks.long(self, job), title)

    def _show(self, made: _Made) -> None:
        self._made = made
        say(self.counts, lambda: _counted(made.printed))
        for part in (self.counts, self.preview):
            part.show()
        self.preview.show_file(made.file)

    def _refuse(self, refusal: Refusal) -> None:
        if isinstance(refusal, Cancelled):
            self.banner.show_text(refusal.sentence, "info")
        else:
            self.banner.refuse(refusal)

    def _ask_where(self) -> None:
        ask_save(self, N_("Save the badges"), f"badges-{self._bootcamp.code}.pdf", self.save)

    def _build(self) -> None:
        head = row(self.back, self.counts, 1)
        head.setStretch(1, 1000)
        whole = column(head, self.banner, self.working, self.preview, 1, gap=12)
        whole.setStretch(3, 1000)
        self.setLayout(whole)
        for part in (self.counts, self.preview):
            part.hide()
        theme.changed.connect(self._scale)
        self._scale()

    def _scale(self) -> None:
        self.preview.setMinimumHeight(theme.px(_PREVIEW))


def _file_in(folder: OwnFolder) -> Path:
    return folder.path / "badges.pdf"


def _counted(printed: PrintedBadges) -> str:
    badges, pages = printed.badges, printed.pages
    told = (
        ngettext("{n} badge", "{n} badges", badges).format(n=digits(badges)),
        ngettext("{n} sheet of A4", "{n} sheets of A4", pages).format(n=digits(pages)),
    )
    return " · ".join(told)
