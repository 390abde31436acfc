"""Badges as they will be printed: the real PDF, to print or to save."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, Sentence, ngettext
from bootcamp_app.features.bootcamps.views import LOGOS, LogosChanged
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.kit.paper_view import PaperView, Progress, ToPrint
from bootcamp_app.ui.people.badge_choices import BLANK, BadgeChoices
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.badges.views import (
        Badge,
        BadgesPrinted,
        BlankBadge,
        PrintedBadges,
    )
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.people.badge_choices import Chosen

    Badges = Sequence[Badge | BlankBadge]

_A4 = (210, 297)


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
        self._blank: Badges = ()
        self.counts = Label(tone="muted", wraps=True)
        self.are_printed = button(N_("They are printed"), self._note, icon_name="check")
        self.choices = BadgeChoices(desk.memory)
        self.paper = PaperView(desk.tasks)
        self.banner = self.paper.banner
        self.back = button(N_("Back"), self.leave, icon_name="chevron-left")
        self._build()
        self._make()

    @property
    def folder(self) -> Path | None:
        """Where the sheets lie while they are shown."""
        return self.paper.file.parent if self.paper.file else None

    def leave(self) -> None:
        """Stop what is under way and go back to the people."""
        self.paper.clear()
        self.left.emit()

    def save(self, target: Path) -> None:
        """Keep the sheets as a file of this name."""
        self.paper.save_to(target)

    def _make(self) -> None:
        chosen = self.choices.chosen
        if chosen.which == BLANK and not self._blank:
            self.paper.clear()
            self.counts.hide()
            return
        make = partial(self._print, chosen, self._blank if chosen.which == BLANK else ())
        name = f"badges-{self._bootcamp.code}.pdf"
        self.paper.show_paper(ToPrint(make, lambda: name, N_("Preparing badges")))

    def _print(
        self, chosen: Chosen, blank: Badges, file: Path, step: Progress
    ) -> tuple[PrintedBadges, Badges, Chosen]:
        # Printing and reading codes are heavy to import, and few sittings print.
        from bootcamp_app.features.badges.sheets import SheetWish, print_sheets  # noqa: PLC0415

        step(0, 1)
        badges = blank or self._of_people(chosen.which)
        logos = self._desk.app.logos.pictures(self._bootcamp)
        wish = SheetWish(
            chosen.layout.id, chosen.start, chosen.has_cut_marks, chosen.is_two_sided, logos
        )
        return print_sheets(self._bootcamp, badges, file, wish, step), badges, chosen

    def _of_people(self, which: str) -> Badges:
        app, bootcamp = self._desk.app, self._bootcamp
        people = self._only or [one for one in app.people.list(bootcamp) if one.is_expected]
        return app.badges.of(people, which)

    def _make_blank(self, number: int) -> None:
        self.choices.make.setEnabled(False)
        self._desk.tasks.write(
            self, lambda: self._desk.app.badges.blank(number), self._show_blank, self._refuse_blank
        )

    def _show_blank(self, blank: Badges) -> None:
        self._blank = blank
        self.choices.make.setEnabled(True)
        self._make()

    def _refuse_blank(self, refusal: Refusal) -> None:
        self.choices.make.setEnabled(True)
        self.banner.refuse(refusal)

    def _show(self) -> None:
        self.are_printed.hide()
        printed, _badges, chosen = self._made()
        say(self.counts, lambda: _counted(printed, chosen))
        self.counts.show()

    def _made(self) -> tuple[PrintedBadges, Badges, Chosen]:
        return cast("tuple[PrintedBadges, Badges, Chosen]", self.paper.result)

    def _note(self) -> None:
        """Write down what was put on paper, once it was."""
        self.are_printed.hide()
        _printed, badges, chosen = self._made()
        self._desk.tasks.write(
            self,
            lambda: self._desk.app.badges.note_printed(badges, chosen.layout.id),
            self._say_again,
            self.banner.refuse,
        )

    def _saved(self, path: Path) -> None:
        self.said.emit(Sentence("Saved: {name}", name=path.name), "")
        self.are_printed.show()

    def _say_again(self, noted: BadgesPrinted) -> None:
        if noted.again:
            self.banner.show_text(lambda: _again(noted.again), "info")

    def _build(self) -> None:
        self.are_printed.hide()
        head = row(self.back, self.counts, self.are_printed)
        head.setStretch(1, 1)
        whole = column(head, self.choices, self.paper, gap=12)
        whole.setStretch(2, 1000)
        self.setLayout(whole)
        self.counts.hide()
        self.choices.changed.connect(self._make)
        self.choices.blank_wanted.connect(self._make_blank)
        self.paper.shown.connect(self._show)
        self.paper.saved.connect(self._saved)
        self.paper.printed.connect(self._note)
        self._desk.bridge.happened.connect(self._hear)

    def _hear(self, fact: object) -> None:
        """Make the sheets anew where other logos stand on them now."""
        is_told = isinstance(fact, LogosChanged) and fact.bootcamp_id == self._bootcamp.id
        is_undone = isinstance(fact, RecordsUndone) and any(
            table == LOGOS for table, _row_id in fact.rows
        )
        if is_told or is_undone:
            self._make()


def _counted(printed: PrintedBadges, chosen: Chosen) -> str:
    badges, page = printed.badges, chosen.layout.page
    sheets = printed.pages // 2 if chosen.is_two_sided else printed.pages
    if (round(page.width), round(page.height)) == _A4:
        told = ngettext("{n} sheet of A4", "{n} sheets of A4", sheets)
    else:
        told = ngettext("{n} label or card", "{n} labels or cards", sheets)
    return " · ".join(
        (
            ngettext("{n} badge", "{n} badges", badges).format(n=digits(badges)),
            told.format(n=digits(sheets)),
        )
    )


def _again(number: int) -> str:
    return ngettext(
        "{n} of these badges was printed before. The reprint is written down.",
        "{n} of these badges were printed before. The reprints are written down.",
        number,
    ).format(n=digits(number))
