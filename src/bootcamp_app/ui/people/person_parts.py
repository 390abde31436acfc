"""The bootcamps of a person, and who came for whom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, Sentence, _, words
from bootcamp_app.ui.days import days_in_words
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.people.clearing import clear
from bootcamp_app.ui.people.field_words import MEANINGS, said
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.features.people.person_views import PartTaken

_GONE = ("withdrawn", "substituted")


class PartsCard(Card):
    """A line for each bootcamp, the newest first; below it, the colleague who may come instead."""

    def __init__(self, substitute: Callable[[], object]) -> None:
        self._lines = column(gap=14)
        self.substitute = button(N_("A colleague came instead"), substitute, icon_name="refresh")
        super().__init__(N_("Bootcamps"), self._lines, holding(Flow(self.substitute)))
        self._labels: list[Label] = []

    @property
    def lines(self) -> list[str]:
        """What it says, a text for each bootcamp."""
        return [label.plain for label in self._labels]

    def show_parts(self, parts: Sequence[PartTaken], here: str) -> None:
        """Show these; `here` is the participation in the bootcamp in front."""
        clear(self._lines)
        self._labels = []
        for part in parts:
            self._lines.addWidget(self._line(part))
        mine = next((one for one in parts if one.participation_id == here), None)
        self.substitute.setVisible(mine is not None and mine.stood_in is None)

    def _line(self, part: PartTaken) -> QWidget:
        title = Label(wraps=True)
        title.setProperty("weight", "bold")
        say(title, lambda: part.title)
        told = Label(size="small", wraps=True)
        say(told, partial(_told, part))
        self._labels.append(told)
        pill = Pill(lambda: said("status", part.status), MEANINGS.get(part.status, ""))
        return holding(column(title, holding(Flow(pill)), told, gap=4))


def _told(part: PartTaken) -> str:
    first = [
        days_in_words(part.starts_on) if part.starts_on else "",
        said("role", part.role),
        part.organisation,
        part.position,
    ]
    lines = [" · ".join(one for one in first if one)]
    if part.came_for:
        lines.append(str(Sentence("Came in place of {name}.", name=_name(part.came_for))))
    if part.stood_in:
        lines.append(str(Sentence("{name} came in their place.", name=_name(part.stood_in))))
    if part.is_walk_in:
        lines.append(_("Came without being on the list"))
    lines += [str(fact) for fact in part.facts]
    return "\n".join(lines)


def _name(names: tuple[str, str]) -> str:
    khmer, latin = names
    return (khmer or latin) if words.language == "km" else (latin or khmer)
