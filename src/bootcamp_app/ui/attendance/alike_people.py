"""Who is known already and is called like the one who is being written down."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.features.people.views import WORDS
from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.people.field_words import MEANINGS
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.people.person_views import Alike

KEYS = (Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8)
_CAPS = ("F6", "F7", "F8")


class AlikePeople(Card):
    """At most three, each taken by a key of its own; hidden where there is nobody."""

    taken = Signal(object)
    """The Alike who is standing at the door."""

    def __init__(self) -> None:
        self.people: tuple[Alike, ...] = ()
        self.lines = [_Line(cap) for cap in _CAPS]
        head = Label(N_("Is it one of these?"), wraps=True)
        head.setProperty("weight", "bold")
        super().__init__("", head, *self.lines, gap=4)
        self.body.setContentsMargins(16, 8, 16, 8)
        for number, line in enumerate(self.lines):
            line.button.clicked.connect(partial(self.take, number))
        self.show_people(())

    def show_people(self, people: Sequence[Alike]) -> None:
        """Show these, the likeliest first."""
        self.people = tuple(people[: len(self.lines)])
        for number, line in enumerate(self.lines):
            line.setVisible(number < len(self.people))
            if number < len(self.people):
                line.show_person(self.people[number])
        self.setVisible(bool(self.people))

    def take(self, number: int) -> None:
        """Say that it is the first, the second or the third, where there is such a one."""
        if number < len(self.people):
            self.taken.emit(self.people[number])


class _Line(QFrame):
    def __init__(self, cap: str) -> None:
        super().__init__()
        self.button = Button(lambda: cap)
        # Its key does the same from every field; Tab goes through the fields only.
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.name = Label(wraps=True)
        self.where = Label(size="small", tone="muted", wraps=True)
        self.pill = Pill()
        words = column(self.name, self.where, gap=0)
        line = row(self.button, words, self.pill, gap=12)
        line.setStretch(1, 1)
        self.setLayout(line)

    def show_person(self, one: Alike) -> None:
        """Show a person."""
        names = list(filter(None, (one.name_km, one.name_en)))
        self.name.show_data(" · ".join(names))
        say(self.where, lambda: " · ".join(filter(None, (one.organisation, one.phone))))
        self.where.setVisible(bool(one.organisation or one.phone))
        takes = Sentence("Take {name}", name=(names or [""])[0])
        say(self.button, takes, "setAccessibleName")
        if one.participation_id:
            self.pill.show_state(WORDS[one.status], MEANINGS[one.status], "")
        else:
            self.pill.show_state(N_("another bootcamp"), "info", "")
