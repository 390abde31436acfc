"""What is chosen on the board: its text, colour, side, author, zone, and whether it is covered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, _, ngettext
from bootcamp_app.features.canvases.views import CONNECTOR, NOTE, PICTURE
from bootcamp_app.ui.canvases.around.colour_row import ColourRow
from bootcamp_app.ui.canvases.around.note_fields import NOBODY, AuthorField, NoteText
from bootcamp_app.ui.canvases.around.note_words import KINDS, SIDES, zone_titled
from bootcamp_app.ui.kit.fields import ChoiceField, YesNoField
from bootcamp_app.ui.kit.label import Label, restyle
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
    orphaned = Signal(object, str)
    """(an Item that somebody took away, what was being written in it)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._items: tuple[Item, ...] = ()
        self._is_showing = False
        self._told = ""
        """The text as the item has it; the field differs where somebody is writing in it."""
        self._shows = 0
        self.heading = Label(size="body", wraps=True)
        self.heading.setProperty("weight", "bold")
        self.text = NoteText()
        self.colours = ColourRow()
        self.side = ChoiceField(list(SIDES.items()))
        self.zone = ChoiceField([("", "")])
        self.author = AuthorField(desk)
        self.unknown = Label(NOBODY, size="small", wraps=True)
        self.unknown.setProperty("meaning", "bad")
        self.unknown.hide()
        self.covered = YesNoField(N_("Covered for now"), value=False)
        self._parts = {
            "text": _under(N_("Text"), self.text),
            "colour": _under(N_("Colour"), self.colours),
            "side": _under(N_("Whose side"), self.side),
            "author": _under(N_("Author"), self.author, self.unknown),
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
        self._shows = now = self._shows + 1
        before, wanted = self.ids, set(chosen)
        items = tuple(one for one in contents.items if one.id in wanted)
        is_same = before == tuple(one.id for one in items)
        if not is_same:
            self._leave(contents)
            if self._shows != now:
                # What was kept is shown already, with what this knew.
                return
        self._items = items
        self._is_showing = True
        say(self.heading, self._headed)
        self._show_parts()
        if items:
            self._show_values(contents, people, is_same=is_same)
        self._is_showing = False

    def keep(self) -> None:
        """Have what was typed count, before something else is shown."""
        if self._is_typing and not self._is_showing:
            self._told = self.text.text()
            # From here on one step back is the board's.
            self.text.document().clearUndoRedoStacks()
            self._give(text=self._told)

    def write(self, text: str) -> None:
        """Have a text in the field as if it had just been typed there."""
        self.text.setPlainText(text)
        self.text.setFocus()

    @property
    def _is_typing(self) -> bool:
        has_text = len(self._items) == 1 and self._parts["text"].isVisibleTo(self)
        return has_text and self.text.text() != self._told

    def _leave(self, contents: BoardContents) -> None:
        """Have what was typed count, also where somebody took the item away meanwhile."""
        if self._is_typing and self.ids[0] not in {one.id for one in contents.items}:
            self._told = self.text.text()
            self.orphaned.emit(self._items[0], self._told)
        else:
            self.keep()

    def _show_parts(self) -> None:
        kinds = {one.kind for one in self._items}
        restyle(self.heading, "tone", "" if kinds else "muted")
        has_note = NOTE in kinds
        self._parts["text"].setVisible(len(self._items) == 1 and not kinds & {PICTURE, CONNECTOR})
        self._parts["zone"].setVisible(bool(kinds - {CONNECTOR}))
        for name in ("colour", "side", "author", "covered"):
            self._parts[name].setVisible(has_note)

    def _show_values(self, contents: BoardContents, people: PeopleHere, *, is_same: bool) -> None:
        told = self._items[0].text.strip()
        if not (is_same and self._is_typing):
            if self.text.text() != told:
                self.text.setPlainText(told)
            elif not is_same:
                self.text.document().clearUndoRedoStacks()
            self._told = told
        self.colours.choose(_shared(self._items, "colour"))
        self.side.offer(_with_several(list(SIDES.items()), self._items, "side"),
                        _shared(self._items, "side"))  # fmt: skip
        self._show_zones(contents)
        if not self.author.hasFocus():
            self.unknown.hide()
            self.author.show_author(people, _shared(self._items, "author").strip(_SEVERAL))
        with QSignalBlocker(self.covered):
            self.covered.setChecked(all(one.is_hidden for one in self._items))

    def _show_zones(self, contents: BoardContents) -> None:
        zones = [
            (zone.id, zone_titled(number, zone.title))
            for number, zone in enumerate(contents.board.template.zones, 1)
        ]
        shared = _shared(self._items, "zone")
        if not shared:
            # Nothing is sent out of the zones from here: that is said of what lies outside.
            zones.insert(0, ("", N_("Outside the zones")))
        self.zone.offer(_with_several(zones, self._items, "zone"), shared)

    def _connect(self) -> None:
        self.text.finished.connect(self.keep)
        self.colours.chosen.connect(lambda key: self._give(colour=key))
        self.side.changed.connect(self._give_side)
        self.zone.changed.connect(self._go)
        self.author.taken.connect(lambda _one: self._give_author())
        self.author.editingFinished.connect(self._give_author)
        self.author.textEdited.connect(lambda _text: self.unknown.hide())
        self.covered.clicked.connect(lambda on: self._give(is_hidden=on))

    def _give_side(self) -> None:
        if self.side.key != _SEVERAL:
            self._give(side=self.side.key)

    def _give_author(self) -> None:
        author = self.author.author
        self.unknown.setVisible(author is None and bool(self.ids))
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
            return _("Choose a note first.")
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


def _under(text: Text, field: QWidget, *below: QWidget) -> QWidget:
    title = Label(text, size="small", tone="muted")
    title.setBuddy(field)
    if not field.accessibleName():
        say(field, text, "setAccessibleName")
    return holding(column(title, field, *below, gap=3))
