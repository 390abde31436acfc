"""A page of several sections under one title, of which one is shown at a time."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.kit.page import Page
from bootcamp_app.ui.kit.section import Section
from bootcamp_app.ui.kit.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bootcamp_app.ui.desk import Desk

SectionT = TypeVar("SectionT", bound=Section)


class PageOfSections(Page, Generic[SectionT]):
    """Makes each section when it is first wanted; `places` has the words and class of each."""

    def __init__(
        self, title: str, desk: Desk, places: Mapping[str, tuple[str, str]], first: str
    ) -> None:
        super().__init__(title)
        self._desk = desk
        self._places = places
        self._made: dict[str, SectionT] = {}
        self._shown = first
        self.sections = Segments(
            {key: words for key, (words, _place) in places.items()}, N_("Part of the page")
        )
        # Not a stack of Qt's, which is as high as the highest section that was ever opened.
        self._stack = QWidget()
        self._layout = column()
        self._stack.setLayout(self._layout)
        self.sections.chosen.connect(self.show_section)
        self.add(self.sections)
        self.add(self._stack, 1)

    def section(self, key: str) -> SectionT:
        """Give a section, made where it is not as yet."""
        if key not in self._made:
            module, _, name = self._places[key][1].partition(":")
            made: SectionT = getattr(import_module(f"bootcamp_app.ui.{module}"), name)(self._desk)
            made.said.connect(self.said)
            made.refused.connect(self.refuse)
            made.section_wanted.connect(self.show_section)
            self.listen_to(made)
            made.hide()
            self._layout.addWidget(made)
            self._made[key] = made
        return self._made[key]

    def listen_to(self, made: SectionT) -> None:
        """Called with each section that is made: hear what only sections of this page want."""

    def show_section(self, key: str) -> None:
        """Put one section in front."""
        self._shown = key
        self.sections.choose(key)
        shown = self.section(key)
        for other in self._made.values():
            if other is not shown:
                other.hide()
        shown.show()
        self.turned_to(key)
        if self.isVisible():
            shown.came_to_front()

    def turned_to(self, key: str) -> None:
        """Called when a section is in front, before it looks at what is new."""

    def came_to_front(self) -> None:
        """Called each time the page is shown."""
        self.section(self._shown).came_to_front()

    def return_home(self) -> None:
        """Called when the page is asked for while it is shown."""
        self.section(self._shown).return_home()
