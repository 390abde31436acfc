"""The room kit of a bootcamp as it will print: which day, how large, for whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox

from bootcamp_app.core.i18n import N_, _, ngettext
from bootcamp_app.features.canvases.kit_parts import MOST_COPIES, KitWish
from bootcamp_app.ui.days import days_in_words
from bootcamp_app.ui.kit.endings import file_name
from bootcamp_app.ui.kit.fields import ChoiceField, NumberField
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding, row
from bootcamp_app.ui.kit.paper_view import PaperView, Progress, ToPrint
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.kit.way_back import ViewWithWayBack
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.canvases.kit_parts import KitPart
    from bootcamp_app.ui.desk import Desk

_SIZES = ("A0", "A1", "A2", "A3", "A4")
_TILE = "A4"


class KitView(ViewWithWayBack):
    """Shows what the agenda needs on paper."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(N_("All canvases"))
        self._desk = desk
        self._bootcamp: Bootcamp | None = None
        self.wish = KitWish()
        self.days = ChoiceField([("", N_("All days"))])
        self.sizes = Segments(dict(zip(_SIZES, _SIZES, strict=True)), N_("Size of the paper"))
        self.tiled = QCheckBox()
        self.copies = NumberField(1, 1, MOST_COPIES)
        self.told = Label(tone="muted", wraps=True)
        self.paper = PaperView(desk.tasks, speaks=True)
        self._build()
        self._connect()

    def show_kit(self, bootcamp: Bootcamp) -> None:
        """Show the kit of a bootcamp."""
        self._bootcamp = bootcamp
        self._read()
        self.days.setFocus()

    def leave(self) -> None:
        """Show nothing, and stop what is being made."""
        self._bootcamp = None
        self.paper.clear()

    def _build(self) -> None:
        say(self.tiled, N_("On several A4 sheets, to be glued together"))
        say(self.tiled, N_("On several A4 sheets, to be glued together"), "setAccessibleName")
        say(self.days, N_("Day"), "setAccessibleName")
        many = Label(N_("Copies of each canvas"))
        many.setBuddy(self.copies)
        for part in (self.copies, self.copies.lineEdit()):
            say(part, N_("Copies of each canvas"), "setAccessibleName")
        self._many = holding(row(many, self.copies))
        self._many.hide()
        self.sizes.choose(self.wish.size)
        doing = Flow(self.days, self.sizes, self.tiled, self._many, gap=16)
        whole = column(
            row(self.back, 1), Label(N_("Room kit"), size="heading"), doing, self.told, self.paper,
            gap=12,
        )  # fmt: skip
        whole.setStretch(4, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.days.changed.connect(self._choose_day)
        self.sizes.chosen.connect(lambda size: self._take(size=size))
        self.tiled.toggled.connect(lambda _on: self._take())
        self.copies.valueChanged.connect(lambda number: self._take(copies=number))

    def _choose_day(self) -> None:
        self._take(day=date.fromisoformat(self.days.key) if self.days.key else None)

    def _take(self, **values: Any) -> None:  # noqa: ANN401 - any field of a wish
        size = str(values.get("size", self.wish.size))
        tile = _TILE if self.tiled.isChecked() and size != _TILE else None
        self.tiled.setEnabled(size != _TILE)
        self.wish = replace(self.wish, **{**values, "tile": tile})
        self._read()

    def _read(self) -> None:
        bootcamp, wish, kits = self._bootcamp, self.wish, self._desk.app.room_kits
        if bootcamp is not None:
            self._desk.tasks.read(
                self,
                lambda: (kits.parts(bootcamp, KitWish()), kits.parts(bootcamp, wish)),
                lambda found: self._know(bootcamp, *found),
                key="kit",
                failed=self._refuse,
            )

    def _know(self, bootcamp: Bootcamp, every: Sequence[KitPart], parts: Sequence[KitPart]) -> None:
        days = sorted({part.session.starts_at.date() for part in every})
        choices = [(day.isoformat(), partial(days_in_words, day)) for day in days]
        chosen = self.wish.day.isoformat() if self.wish.day else ""
        self.days.offer([("", N_("All days")), *choices], chosen)
        self._many.setVisible(not any(any(part.teams) for part in every))
        say(self.told, lambda: _sentence(parts))
        wish, kits = self.wish, self._desk.app.room_kits

        def make(path: Path, step: Progress) -> int:
            return kits.print(bootcamp, wish, path, step)

        self.paper.show_paper(ToPrint(make, lambda: _file_name(bootcamp, wish), N_("Room kit")))

    def _refuse(self, refusal: Refusal) -> None:
        self.paper.clear()
        say(self.told, "")
        self.paper.banner.refuse(refusal)


def _sentence(parts: Sequence[KitPart]) -> str:
    sheets = sum(part.sheets for part in parts)
    sessions = ngettext("{n} session", "{n} sessions", len(parts)).format(n=digits(len(parts)))
    canvases = ngettext("{n} canvas", "{n} canvases", sheets).format(n=digits(sheets))
    notes = sum(part.notes * len(part.teams) for part in parts)
    needed = ngettext("{n} note", "{n} notes", notes).format(n=digits(notes))
    return f"{sessions} · {canvases} · {needed}"


def _file_name(bootcamp: Bootcamp, wish: KitWish) -> str:
    return file_name(_("Room kit"), bootcamp.title, wish.size, ending=".pdf")
