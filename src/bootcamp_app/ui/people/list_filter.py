"""The filter of the list: menus in which somebody ticks whom they want to see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, ngettext
from bootcamp_app.features.people.filters import MAY_LACK, Filter
from bootcamp_app.features.people.views import (
    FiltersChanged,
    ManyChanged,
    OrganisationChanged,
    OrganisationsMerged,
    PeopleImported,
    PersonChanged,
)
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.ui.kit.button import Button, button
from bootcamp_app.ui.kit.layouts import Flow
from bootcamp_app.ui.kit.menu_button import calm_after
from bootcamp_app.ui.kit.tick_menu import TickMenu
from bootcamp_app.ui.people.field_words import TITLES, choices
from bootcamp_app.ui.people.list_saved import SavedMenu
from bootcamp_app.ui.team_names import team_name
from bootcamp_app.ui.words import Text, digits, in_words, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.people.views import Organisation
    from bootcamp_app.ui.desk import Desk

_MOST = 40
"""Organisations in the menu, those of most people; the search finds the others."""
_CAME: tuple[tuple[str, Text], ...] = (
    ("is_walk_in", N_("Came without being on the list")),
    ("is_substitute", N_("Came in place of somebody")),
)
_MENUS: tuple[tuple[str, Text, str], ...] = (
    ("sexes", TITLES["sex"], "sex"),
    ("organisations", TITLES["organisation"], ""),
    ("kinds", TITLES["organisation_kind"], "organisation_kind"),
    ("sectors", TITLES["sector"], "sector"),
    ("provinces", TITLES["province"], "province"),
    ("roles", TITLES["role"], "role"),
    ("teams", TITLES["team"], ""),
    ("statuses", TITLES["status"], "status"),
    ("disabilities", TITLES["disability"], "disability"),
)
_RENEWS = (
    OrganisationChanged, OrganisationsMerged, PeopleImported, PersonChanged, ManyChanged,
    RecordsUndone,
)  # fmt: skip
_FOUND = ("organisations", "teams")
"""Menus of what is found among the people; a saved filter may want what stands in none."""


class FilterMenu(Button):
    """A button that says what is ticked in its menu."""

    changed = Signal()

    def __init__(self, title: Text, offered: Sequence[tuple[str, Text]]) -> None:
        self._title = title
        super().__init__("")
        self.choices: dict[str, QAction] = {}
        self._words: dict[str, Text] = {}
        self._ticks = TickMenu(self)
        say(self._ticks, title, "setAccessibleName")
        self.setMenu(self._ticks)
        calm_after(self._ticks, self)
        self.offer(offered)
        say(self, self._said)
        say(self, self._said, "setAccessibleName")

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that are ticked."""
        return tuple(key for key, action in self.choices.items() if action.isChecked())

    def offer(self, offered: Sequence[tuple[str, Text]]) -> None:
        """Offer these keys under their words; what is ticked stays so."""
        ticked = self.keys
        self._ticks.clear()
        self.choices, self._words = {}, dict(offered)
        for key, text in offered:
            action = QAction(self._ticks, checkable=True, checked=key in ticked)
            say(action, text)
            action.toggled.connect(self._tell)
            self._ticks.addAction(action)
            self.choices[key] = action

    def tick(self, keys: Sequence[str]) -> None:
        """Tick these and no others, without telling anybody."""
        for key, action in self.choices.items():
            with QSignalBlocker(action):
                action.setChecked(key in keys)
        self._say()

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        say(self, self._said)
        say(self, self._said, "setAccessibleName")

    def _said(self) -> str:
        title, keys = in_words(self._title), self.keys
        if not keys:
            return title
        first = in_words(self._words[keys[0]])
        return f"{title}: {first}" if len(keys) == 1 else f"{title}: {digits(len(keys))}"


class FilterBar(QWidget):
    """Menus for what is known of people, what is missing, and filters that were saved."""

    chosen = Signal(object)
    """The Filter that is asked for now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._wanted = Filter()
        self.opener = Button(N_("Filter"), icon_name="filter")
        self.opener.setCheckable(True)
        self.opener.toggled.connect(self.setVisible)
        self.menus = {
            name: FilterMenu(title, choices(field) if field else [])
            for name, title, field in _MENUS
        }
        self.menus["came"] = FilterMenu(N_("How they came"), _CAME)
        missing = [(name, TITLES[name]) for name in MAY_LACK]
        self.menus["lacks"] = FilterMenu(N_("What is missing"), missing)
        self.saved = SavedMenu(desk)
        self.clearer = button(N_("Clear the filter"), self.clear, kind="quiet", icon_name="x")
        self.setLayout(Flow(*self.menus.values(), self.saved, self.clearer))
        say(self, N_("Filter"), "setAccessibleName")
        for menu in self.menus.values():
            menu.changed.connect(self._read)
        self.saved.chosen.connect(self.ask)
        desk.bridge.happened.connect(self._hear)
        self.clearer.hide()
        self.hide()

    @property
    def wanted(self) -> Filter:
        """Who is asked for."""
        return self._wanted

    def show_bootcamp(self) -> None:
        """Ask for nobody in particular of the bootcamp that is in front now."""
        self._show(Filter())
        self.saved.look()
        self._look()

    def clear(self) -> None:
        """Ask for nobody in particular any more."""
        self.ask(Filter())

    def ask(self, wanted: Filter) -> None:
        """Ask for those whom a filter wants."""
        self._show(wanted)
        self.chosen.emit(wanted)

    def _show(self, wanted: Filter) -> None:
        self._wanted = wanted
        for name, menu in self.menus.items():
            if name == "came":
                menu.tick([key for key, _text in _CAME if getattr(wanted, key)])
            else:
                menu.tick(getattr(wanted, name))
        self._say()

    def _read(self) -> None:
        asked: dict[str, Any] = {name: menu.keys for name, menu in self.menus.items()}
        came = asked.pop("came")
        for name in _FOUND:
            known = self.menus[name].choices
            others = [one for one in getattr(self._wanted, name) if one not in known]
            asked[name] = (*asked[name], *others)
        asked.update({key: True for key, _text in _CAME if key in came})
        self._wanted = Filter(**asked)
        self._say()
        self.chosen.emit(self._wanted)

    def _say(self) -> None:
        parts = sum(bool(menu.keys) for menu in self.menus.values())
        self.saved.offer_to_save(self._wanted)
        self.clearer.setVisible(bool(parts))
        if parts:
            say(self.opener, lambda: _said(parts))
            say(self.opener, lambda: _said(parts), "setAccessibleName")
        else:
            say(self.opener, N_("Filter"))
            say(self.opener, N_("Filter"), "setAccessibleName")

    def _look(self) -> None:
        app, bootcamp = self._desk.app, self._desk.bootcamp
        self._desk.tasks.read(
            self,
            lambda: (
                app.organisations.suggest("", _MOST),
                app.people.groups(bootcamp)["team"] if bootcamp else [],
            ),
            lambda found: self._offer(*found),
            key="found",
        )

    def _offer(self, organisations: Sequence[Organisation], teams: Sequence[str]) -> None:
        self.menus["organisations"].offer([(one.id, _name(one)) for one in organisations])
        self.menus["teams"].offer([(one, _as_it_is(one)) for one in teams])
        self.menus["teams"].setVisible(bool(teams))
        for name in _FOUND:
            self.menus[name].tick(getattr(self._wanted, name))

    def _hear(self, fact: object) -> None:
        if isinstance(fact, _RENEWS):
            self._look()
        elif isinstance(fact, FiltersChanged):
            self.saved.look()


def _said(parts: int) -> str:
    return ngettext("Filter ({n})", "Filters ({n})", parts).format(n=digits(parts))


def _as_it_is(team: str) -> Text:
    return lambda: team_name(team).replace("&", "&&")


def _name(one: Organisation) -> Text:
    # In a menu one & underlines a letter.
    return lambda: one.name.replace("&", "&&")
