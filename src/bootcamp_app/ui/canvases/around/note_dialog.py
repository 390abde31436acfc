"""A note in a dialog: for who works in the list and with the keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.views import NOTE
from bootcamp_app.ui.canvases.around.note_fields import NOBODY, AuthorField, NoteText
from bootcamp_app.ui.canvases.around.note_words import COLOURS, SIDES, zone_titled
from bootcamp_app.ui.canvases.around.tool_rail import OF_ZONE
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.features.canvases.views import Item, Template
    from bootcamp_app.ui.canvases.around.people_here import PeopleHere
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.words import Text


class NoteDialog(Dialog):
    """Takes what a note says, where it belongs, and whose word it is."""

    written = Signal(dict)
    """Values by field of `Item`, with `zone` for where it is to lie: all of a new note, of
    another only those that were changed here."""

    def __init__(
        self, parent: QWidget, desk: Desk, template: Template, people: PeopleHere, item: Item | None
    ) -> None:
        self._item = item
        self.form = Form()
        self.text = NoteText()
        self.author = AuthorField(desk)
        self.text.setPlainText(item.text if item else "")
        self.author.show_author(people, item.author if item else "")
        self._fill(template, is_note=item is None or item.kind == NOTE)
        self._shown = self.form.values()
        title = N_("New note") if item is None else N_("Change the note")
        main = N_("Add the note") if item is None else N_("Keep the note")
        super().__init__(parent, title, self.form, main)
        self.confirmed.connect(self._take)

    def _fill(self, template: Template, *, is_note: bool) -> None:
        item = self._item
        zones: list[tuple[str, Text]] = [
            (zone.id, zone_titled(number, zone.title))
            for number, zone in enumerate(template.zones, 1)
        ]
        if item is not None and not item.zone:
            zones.insert(0, ("", N_("Outside the zones")))
        self.form.add_own("text", N_("Text"), self.text, self.text.text)
        self.form.add_choice("zone", N_("Zone"), zones, item.zone if item else "")
        if is_note:
            colours = COLOURS if item is not None else {"": OF_ZONE, **COLOURS}
            with self.form.one_line():
                self.form.add_choice(
                    "side", N_("Whose side"), list(SIDES.items()), getattr(item, "side", "")
                )
                self.form.add_choice("colour", N_("Colour"), list(colours.items()),
                                     getattr(item, "colour", ""))  # fmt: skip
            self.form.add_own("author", N_("Author"), self.author, lambda: self.author.author)
            self.form.add_yes_no(
                "is_hidden", N_("Covered until it is revealed"), bool(item and item.is_hidden)
            )

    def _take(self) -> None:
        values: dict[str, Any] = self.form.values()
        self.form.clear_refusals()
        if not values["text"]:
            self.form.refuse("text", N_("Write what the note says."))
            self.text.setFocus()
        elif "author" in values and values["author"] is None:
            self.form.refuse("author", NOBODY)
            self.author.setFocus()
        else:
            # What was not touched here may be otherwise by now, and stays as it is.
            self.written.emit({key: one for key, one in values.items() if self._is_own(key, one)})
            self.accept()

    def _is_own(self, key: str, value: object) -> bool:
        return self._item is None or value != self._shown[key]
