"""What is chosen on the board: its text, colour, side, author, zone, and whether it is covered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, ngettext
from bootcamp_app.features.canvases.views import CONNECTOR, NOTE, PICTURE
from bootcamp_app.ui.canvases.around.colour_row import ColourRow
from bootcamp_app.ui.canvases.around.note_fields import AuthorField, NoteText
from bootcamp_app.ui.canvases.around.note_words import KINDS, SIDES
from bootcamp_app.ui.kit.fields import ChoiceField, YesNoField
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding
from bootcamp_app.ui.words import Text, digits, in_words, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.canvases.views import BoardContents, Item
    from bootcamp_app.ui.canvases.around.people_here import PeopleHere
    from bootcamp_app.ui.desk import Desk

_SEVERAL = "*"
"""Stands for what is not the same in all that is chosen."""


class NoteInspector(QWidget):
    """Shows one item with all its fields, or several with what may be changed of all."""

    given = Signal(tuple, dict)
    """(ids, values by field) that somebody gave them."""
    zone_given = Signal(tuple, str)
    """(ids, the zone into which they are to go)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._items: tuple[Item, ...] = ()
        self._is_showing = False
        self.heading = Label(size="body", wraps=True)
        self.heading.setProperty("weight", "bold")
        self.text = NoteText()
        self.colours = ColourRow()
        self.side = ChoiceField(list(SIDES.items()))
        self.zone = ChoiceField([("", "")])
        self.author = AuthorField(desk)
        self.covered = YesNoField(N_("Covered for now"), value=False)
        self._parts = {
            "text": _under(N_("Text"), self.text),
            "colour": _under(N_("Colour"), self.colours),
            "side": _under(N_("Whose side"), self.side),
            "author": _under(N_("Author"), self.author),
            "zone": _under(N_("Zone"), self.zone),
            "covered": holding(column(self.covered)),
        }
        self.setLayout(column(self.heading, *self._parts.values(), 1, gap=10))
        self._connect()

    @property
    def ids(self) -> tuple[str, ...]:
        """Which items are shown."""
        return tuple(one.id for one in self._items)

    def show_items(
        self, contents: BoardContents, chosen: Sequence[str], people: PeopleHere
    ) -> None:
        """Show these items as they are now; a text that is being typed stays."""
        before, wanted = self.ids, set(chosen)
        items = tuple(one for one in contents.items if one.id in wanted)
        is_typing = self.text.hasFocus() and before == tuple(one.id for one in items)
        if not is_typing:
            self.keep()
        self._items = items
        self._is_showing = True
        say(self.heading, self._headed)
        self._show_parts()
        if items:
            self._show_values(contents, people, is_typing=is_typing)
        self._is_showing = False

    def keep(self) -> None:
        """Have what was typed count, before something else is shown."""
        if len(self._items) == 1 and self._parts["text"].isVisibleTo(self):
            (one,) = self._items
            if self.text.text() != one.text.strip() and not self._is_showing:
                self._give(text=self.text.text())

    def _show_parts(self) -> None:
        kinds = {one.kind for one in self._items}
        has_note = NOTE in kinds
        self._parts["text"].setVisible(len(self._items) == 1 and not kinds & {PICTURE, CONNECTOR})
        self._parts["zone"].setVisible(kinds != {CONNECTOR})
        for name in ("colour", "side", "author", "covered"):
            self._parts[name].setVisible(has_note)

    def _show_values(self, contents: BoardContents, people: PeopleHere, *, is_typing: bool) -> None:
        first = self._items[0]
        if not is_typing and self.text.text() != first.text.strip():
            self.text.setPlainText(first.text)
        self.colours.choose(_shared(self._items, "colour"))
        self.side.offer(_with_several(list(SIDES.items()), self._items, "side"),
                        _shared(self._items, "side"))  # fmt: skip
        zones: list[tuple[str, Text]] = [("", N_("Outside the zones"))]
        for number, zone in enumerate(contents.board.template.zones, 1):
            zones.append((zone.id, _titled(number, zone.title)))
        zones = _with_several(zones, self._items, "zone")
        self.zone.offer(zones, _shared(self._items, "zone"))
        if not self.author.hasFocus():
            self.author.show_author(people, _shared(self._items, "author").strip(_SEVERAL))
        with QSignalBlocker(self.covered):
            self.covered.setChecked(all(one.is_hidden for one in self._items))

    def _connect(self) -> None:
        self.text.finished.connect(self.keep)
        self.colours.chosen.connect(lambda key: self._give(colour=key))
        self.side.changed.connect(self._give_side)
        self.zone.changed.connect(self._go)
        self.author.taken.connect(lambda _one: self._give_author())
        self.author.editingFinished.connect(self._give_author)
        self.covered.clicked.connect(lambda on: self._give(is_hidden=on))

    def _give_side(self) -> None:
        if self.side.key != _SEVERAL:
            self._give(side=self.side.key)

    def _give_author(self) -> None:
        author = self.author.author
        # Nobody wrote into a field that is empty because several have several authors.
        if author is not None and (author or _shared(self._items, "author") != _SEVERAL):
            self._give(author=author)

    def _go(self) -> None:
        if not self._is_showing and self.ids and self.zone.key not in ("", _SEVERAL):
            self.zone_given.emit(self.ids, self.zone.key)

    def _give(self, **values: Any) -> None:  # noqa: ANN401 - any field of an item
        if not self._is_showing and self.ids:
            self.given.emit(self.ids, values)

    def _headed(self) -> str:
        count = len(self._items)
        if count == 1:
            return in_words(KINDS[self._items[0].kind])
        if not count:
            return ""
        return ngettext("{n} chosen", "{n} chosen", count).format(n=digits(count))


def _shared(items: Sequence[Item], field: str) -> str:
    """Give what all have in common, or that there are several."""
    values = {getattr(one, field) for one in items}
    return str(values.pop()) if len(values) == 1 else _SEVERAL


def _with_several(
    choices: list[tuple[str, Text]], items: Sequence[Item], field: str
) -> list[tuple[str, Text]]:
    is_mixed = _shared(items, field) == _SEVERAL
    return [(_SEVERAL, N_("Several")), *choices] if is_mixed else choices


def _titled(number: int, title: object) -> Text:
    return lambda: f"{digits(number)} {title}"


def _under(text: Text, field: QWidget) -> QWidget:
    title = Label(text, size="small", tone="muted")
    title.setBuddy(field)
    if not field.accessibleName():
        say(field, text, "setAccessibleName")
    return holding(column(title, field, gap=3))
