"""Wishes that building teams heeds: looked at, removed, and new ones added."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.teams.views import APART, FIXED, TOGETHER, TeamNames
from bootcamp_app.ui.kit.button import IconButton, button
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import SMALL, Flow, column, holding, row
from bootcamp_app.ui.people.clearing import clear
from bootcamp_app.ui.teams.person_field import PersonField

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.teams.roster import Mate, Roster
    from bootcamp_app.features.teams.views import Wish
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.words import Text

KINDS = {
    TOGETHER: N_("Keep together"),
    APART: N_("Keep apart"),
    FIXED: N_("Put into one team"),
}
_TOLD = {
    TOGETHER: N_("Together: {people}"),
    APART: N_("Apart: {people}"),
    FIXED: N_("In team {team}: {people}"),
}


class WishesDialog(Dialog):
    """Lists the wishes, and takes the next one."""

    changed = Signal()
    unkept = N_(
        "The wish that you began is not kept. Press Done to keep it, or Esc once more to leave."
    )

    def __init__(
        self, parent: QWidget | None, desk: Desk, bootcamp: Bootcamp, roster: Roster
    ) -> None:
        self._desk = desk
        self._bootcamp = bootcamp
        self._roster = roster
        self.picked: list[str] = []
        self.form = Form()
        self.field = PersonField(desk.tasks, roster, roster.mates)
        self._lines, self._chosen = column(gap=4), column(gap=4)
        self._none = Label(N_("There are no wishes yet."), tone="muted", wraps=True)
        self._build()
        body = holding(
            column(self._none, self._lines, self.form, self._chosen, self._adding, gap=14)
        )
        super().__init__(parent, N_("Wishes"), body, N_("Done"))
        self.cancel.hide()
        self.confirmed.connect(self._finish)
        self.field.taken.connect(lambda _completion: self._pick())
        self._show()

    @property
    def is_filled_in(self) -> bool:
        """Whether a wish is begun."""
        return bool(self.picked or self.field.text().strip())

    def add_wish(self, then: Callable[[], object] = lambda: None) -> None:
        """Keep the wish that is filled in, and then do something where it is kept."""
        values = self.form.values()
        kind, people = values["kind"], tuple(self.picked)
        names = TeamNames(self._roster.teams)
        team = names.team(values["team"]) if kind == FIXED else None
        wishes, bootcamp = self._desk.app.team_wishes, self._bootcamp
        self._write(lambda: wishes.add(bootcamp, kind, people, team), then)

    def remove_wish(self, wish: Wish) -> None:
        """Heed a wish no more."""
        wishes, bootcamp = self._desk.app.team_wishes, self._bootcamp
        self._write(lambda: wishes.remove(bootcamp, wish.id))

    def _build(self) -> None:
        kinds = list(KINDS.items())
        kind = self.form.add_choice("kind", N_("New wish"), kinds, TOGETHER)
        teams = [(team.label, partial(str, team)) for team in self._roster.teams]
        self.form.add_choice("team", N_("Team"), teams)
        self.form.add_own(
            "person", N_("Who is meant"), self.field, self.field.text,
            N_("Type a part of a name and choose; then the next one."),
        )  # fmt: skip
        kind.changed.connect(lambda: self._show_kind(kind.key))
        self._show_kind(kind.key)
        self.add = button(N_("Add this wish"), self.add_wish, icon_name="plus")
        self._adding = holding(Flow(self.add))

    def _finish(self) -> None:
        """Close; a wish that is begun is kept before, and a name that is typed is chosen."""
        if self.field.key:
            self._pick()
        elif self.field.text().strip():
            self.refuse(Refusal("Type a part of a name, then choose who is meant."))
            self.field.setFocus()
        elif self.picked:
            self.add_wish(self.accept)
        else:
            self.accept()

    def _show_kind(self, kind: str) -> None:
        self.form.show_field("team", is_shown=kind == FIXED)

    def _pick(self) -> None:
        key = self.field.key
        if key and key not in self.picked:
            self.picked.append(key)
        self.field.clear()
        self._show_picked()

    def _drop(self, key: str) -> None:
        self.picked.remove(key)
        self._show_picked()
        self.field.setFocus()

    def _show_picked(self) -> None:
        clear(self._chosen)
        for key in self.picked:
            mate = self._roster.by_id[key]
            self._chosen.addWidget(
                _line(
                    partial(getattr, mate, "name"),
                    partial(self._drop, key),
                    partial(_without, mate),
                )
            )

    def _show(self) -> None:
        clear(self._lines)
        wishes = self._roster.wishes
        self._none.setVisible(not wishes)
        for wish in wishes:
            told = partial(wish_in_words, wish, self._roster)
            removed = partial(self.remove_wish, wish)
            self._lines.addWidget(_line(told, removed, partial(_removing, told)))

    def _write(self, work: Callable[[], object], then: Callable[[], object] = lambda: None) -> None:
        app, bootcamp = self._desk.app, self._bootcamp

        def done_and_read() -> Roster:
            work()
            return app.teams.roster(bootcamp)

        def known(roster: Roster) -> None:
            self._know(roster)
            then()

        self._desk.tasks.write(self, done_and_read, known, self._refused)

    def _know(self, roster: Roster) -> None:
        self._roster = roster
        self.banner.hide()
        self._asked = False
        self.picked.clear()
        self._show_picked()
        self._show()
        self.changed.emit()

    def _refused(self, refusal: Refusal) -> None:
        self.refuse(refusal)


def wish_in_words(wish: Wish, roster: Roster) -> str:
    """Say a wish with the names of those whom it concerns."""
    people = ", ".join(roster.by_id[key].name for key in wish.people if key in roster.by_id)
    team = TeamNames(roster.teams).name(wish.team)
    return _(_TOLD[wish.kind]).format(people=people or _("nobody any more"), team=team)


def _without(mate: Mate) -> str:
    return _("Without {name}").format(name=mate.name)


def _removing(told: Callable[[], str]) -> str:
    return _("Remove this wish: {wish}").format(wish=told())


def _line(told: Text, removed: Callable[[], object], said: Text) -> QWidget:
    text = Label(told, wraps=True)
    away = IconButton(said, "trash")
    away.clicked.connect(lambda: removed())
    line = row(text, away, gap=SMALL)
    line.setStretch(0, 1)
    return holding(line)
