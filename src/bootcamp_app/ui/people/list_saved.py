"""Filters that were saved under a name: asking again, saving one more, keeping one no longer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.people.filters import Filter
from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.menu_button import calm_after
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.saved_filters import SavedFilter
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.words import Text


class SavedMenu(Button):
    """A menu of the filters that are kept for the bootcamp in front."""

    chosen = Signal(object)
    """The Filter that somebody asks for again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(N_("Saved filters"), icon_name="save")
        self._desk = desk
        self._wanted = Filter()
        self._saved: list[SavedFilter] = []
        self.dialog: SaveFilterDialog | None = None
        self.offers = QMenu(self)
        say(self.offers, N_("Saved filters"), "setAccessibleName")
        self.setMenu(self.offers)
        calm_after(self.offers, self)
        self._show([])

    def look(self) -> None:
        """Read the saved filters anew."""
        bootcamp, filters = self._desk.bootcamp, self._desk.app.saved_filters
        if bootcamp is None:
            self._show([])
        else:
            self._desk.tasks.read(self, lambda: filters.of(bootcamp), self._show, key="saved")

    def offer_to_save(self, wanted: Filter) -> None:
        """Offer to keep the filter that is asked for now."""
        self._wanted = wanted
        self._show(self._saved)

    def ask_name(self) -> None:
        """Ask under which name the filter is to be kept."""
        bootcamp = self._desk.bootcamp
        if bootcamp is not None and not self._wanted.is_empty:
            self.dialog = SaveFilterDialog(self, self._desk, bootcamp, self._wanted)
            self.dialog.finished.connect(self._forget)
            self.dialog.open()

    def _forget(self) -> None:
        self.dialog = None

    def _show(self, saved: Sequence[SavedFilter]) -> None:
        self._saved = list(saved)
        self.offers.clear()
        for one in self._saved:
            self._add(self.offers, _name(one), partial(self.chosen.emit, one.wanted))
        if self._saved:
            self.offers.addSeparator()
        save = self._add(self.offers, N_("Save this filter"), self.ask_name)
        save.setEnabled(not self._wanted.is_empty)
        if self._saved:
            removing = QMenu(self.offers)
            say(removing, N_("Delete"), "setTitle")
            for one in self._saved:
                self._add(removing, _name(one), partial(self._remove, one))
            self.offers.addMenu(removing)

    def _add(self, menu: QMenu, text: Text, act: Callable[[], object]) -> QAction:
        action = QAction(menu)
        say(action, text)
        action.triggered.connect(lambda: act())
        menu.addAction(action)
        return action

    def _remove(self, saved: SavedFilter) -> None:
        filters = self._desk.app.saved_filters
        self._desk.tasks.write(self, lambda: filters.remove(saved), lambda _none: None)


def _name(saved: SavedFilter) -> Text:
    # In a menu one & underlines a letter.
    return lambda: saved.name.replace("&", "&&")


class SaveFilterDialog(Dialog):
    """Takes the name of a filter."""

    def __init__(self, parent: QWidget, desk: Desk, bootcamp: Bootcamp, wanted: Filter) -> None:
        self.form = Form()
        self.form.add_text("name", N_("Name of the filter"))
        super().__init__(parent, N_("Save this filter"), self.form, N_("Save"))
        self._desk = desk
        self._bootcamp = bootcamp
        self._wanted = wanted
        self.confirmed.connect(self._save)

    def _save(self) -> None:
        filters, name = self._desk.app.saved_filters, self.form.values()["name"]
        self._desk.tasks.write(
            self,
            lambda: filters.save(self._bootcamp, name, self._wanted),
            lambda _saved: self.accept(),
            self._refused,
        )

    def _refused(self, refusal: Refusal) -> None:
        self.form.refuse("name", refusal.sentence)
