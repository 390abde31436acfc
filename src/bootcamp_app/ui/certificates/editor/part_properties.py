"""What the chosen part is like: its words, its look, its place, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.certificates.editing import changed
from bootcamp_app.features.certificates.parts.kinds import KINDS as DRAWN
from bootcamp_app.features.certificates.parts.kinds import NEEDED
from bootcamp_app.ui.certificates.editor import sheets
from bootcamp_app.ui.certificates.editor.part_words import KINDS
from bootcamp_app.ui.certificates.editor.property_fields import (
    ColourField,
    DecimalField,
    WordsField,
)
from bootcamp_app.ui.certificates.editor.sheets import FIELDS, SHEETS, Field, key_of
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.fields import ChoiceField, YesNoField
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding, row
from bootcamp_app.ui.kit.tab_order import follow_layouts
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.ui.certificates.editor.draft import Draft
    from bootcamp_app.ui.words import Text

_HOUSE = N_("Noto, as everything here")
_EMPTY = N_("an empty place")
_LOGOS = N_("The logos of the bootcamp are added and put in order in Settings.")
_WHOLE = ("number", "lines", "weight", "weight_en")


class _Panel(NamedTuple):
    """The fields of one kind, and how each is given its value."""

    whole: QWidget
    bound: dict[str, Callable[[Any], object]]
    fields: dict[str, QWidget]


class PartProperties(QWidget):
    """Shows one part; what is changed is on the page at once."""

    font_wanted = Signal()
    picture_wanted = Signal()

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._kind = ""
        self._bound: dict[str, Callable[[Any], object]] = {}
        self.fields: dict[str, QWidget] = {}
        self._panels: dict[str, _Panel] = {}
        self.title = Label(size="heading", wraps=True)
        self._lines = column(gap=10)
        self._whole = column(self.title, self._lines, gap=10)
        self.setLayout(self._whole)
        draft.part_chosen.connect(self._show)
        draft.changed.connect(self._follow)
        draft.reread.connect(self._offer_files)

    def add_acts(self, acts: QWidget) -> None:
        """Show what can be done with the part, below what it is called."""
        self._whole.insertWidget(1, acts)

    def write_words(self) -> bool:
        """Put the keyboard into the first field; its words are marked, to be written anew."""
        for field in self.fields.values():
            field.setFocus()
            inner = field.focusProxy() or field
            if isinstance(inner, (QLineEdit, QPlainTextEdit)):
                inner.selectAll()
            return True
        return False

    def _show(self) -> None:
        part = self._draft.part
        if part is None:
            return
        if part["kind"] != self._kind:
            self._turn_to(part["kind"])
        self._follow()

    def _follow(self) -> None:
        part = self._draft.part
        if part is None or part["kind"] != self._kind:
            return
        values = {**DRAWN[self._kind].keys, "locked": False, **part}
        for name, put in self._bound.items():
            value = values.get(key_of(name))
            if value is not NEEDED and value is not None:
                put(value)

    def _turn_to(self, kind: str) -> None:
        """Show the fields of a kind; they are made once, when they are first wanted."""
        if self._kind:
            self._panels[self._kind].whole.hide()
        self._kind = kind
        say(self.title, KINDS[kind])
        if kind in self._panels:
            panel = self._panels[kind]
            self._bound, self.fields = panel.bound, panel.fields
            panel.whole.show()
            return
        self._bound, self.fields = {}, {}
        self._panels[kind] = _Panel(self._build(kind), self._bound, self.fields)
        self._lines.addWidget(self._panels[kind].whole)
        follow_layouts(self)

    def _build(self, kind: str) -> QWidget:
        lines = column(gap=10)
        for names in (*SHEETS[kind], ("locked",)):
            made = [self._labelled(name) for name in names]
            line = row(*made, gap=8)
            for at in range(len(made)):
                line.setStretch(at, 1)
            lines.addWidget(holding(line))
        if kind == "logos":
            lines.addWidget(Label(_LOGOS, size="small", tone="muted", wraps=True))
        return holding(lines)

    def _labelled(self, name: str) -> QWidget:
        field = FIELDS[name]
        made = self._made(name, field)
        self.fields[name] = made
        if field.kind == sheets.YES_NO:
            return made
        title = Label(field.text, size="small", wraps=True)
        title.setBuddy(made)
        inner = made.findChildren(QLineEdit) if isinstance(made, DecimalField) else []
        for part in (made, *inner):
            if not part.accessibleName():
                say(part, field.text, "setAccessibleName")
        beside: list[Any] = [title, made]
        if field.kind == sheets.FONT:
            beside.append(_small(N_("Add a font…"), self.font_wanted.emit))
        if field.kind == sheets.PICTURE:
            beside.append(_small(N_("Add a picture…"), self.picture_wanted.emit))
        lines = column(*beside, gap=2)
        lines.addStretch()
        return holding(lines)

    def _made(self, name: str, field: Field) -> QWidget:
        keep = partial(self._keep, name)
        if field.kind in (sheets.WORDS, sheets.LONG_WORDS):
            words = WordsField(field.text, is_long=field.kind == sheets.LONG_WORDS)
            words.changed.connect(keep)
            self._bound[name] = words.show_value
            return words
        if field.kind == sheets.COLOUR:
            colour = ColourField(field.text)
            colour.changed.connect(keep)
            self._bound[name] = colour.show_value
            return colour
        if field.kind == sheets.NUMBER:
            number = DecimalField(field.least, field.most, field.step, field.unit, field.nought)
            number.valueChanged.connect(keep)
            self._bound[name] = number.show_value
            return number
        if field.kind == sheets.YES_NO:
            box = YesNoField(field.text, value=False)
            box.toggled.connect(keep)
            self._bound[name] = partial(_tick, box)
            return box
        choice = ChoiceField(self._choices(field))
        choice.changed.connect(lambda: keep(choice.key))
        self._bound[name] = partial(self._put_choice, choice)
        return choice

    def _choices(self, field: Field) -> list[tuple[str, Text]]:
        read = self._draft.read
        if field.kind == sheets.FONT:
            return [("", _HOUSE), *_titles(read.fonts if read else ())]
        if field.kind == sheets.PICTURE:
            return [("", _EMPTY), *_titles(read.pictures if read else ())]
        return [(key, _numbered(key, text)) for key, text in field.choices]

    def _offer_files(self) -> None:
        """Offer fonts and pictures that are there now."""
        every = [one for panel in self._panels.values() for one in panel.fields.items()]
        for name, made in every:
            field = FIELDS[name]
            if isinstance(made, ChoiceField) and field.kind in (sheets.FONT, sheets.PICTURE):
                made.offer(self._choices(field), made.key)

    def _put_choice(self, choice: ChoiceField, value: Any) -> None:  # noqa: ANN401 - of any part
        key = str(value[0] if isinstance(value, list) and value else value)
        with QSignalBlocker(choice):
            if choice.findData(key) < 0:
                # A font or a picture that is offered no more is used here all the same.
                choice.offer([*_offered(choice), (key, N_("as it is"))], key)
            choice.choose(key)

    def _keep(self, name: str, value: Any) -> None:  # noqa: ANN401 - what the field has
        part = self._draft.part
        if part is None:
            return
        key = key_of(name)
        if key in _WHOLE:
            value = int(value)
        elif key == "which" and str(value).isdecimal():
            value = [int(value)]
        elif isinstance(value, float):
            value = round(value, 2)
        self._draft.put(changed(self._draft.document, part["id"], **{key: value}))


def _small(text: str, clicked: Callable[[], object]) -> QWidget:
    return button(text, clicked, kind="link")


def _tick(box: YesNoField, value: bool) -> None:
    with QSignalBlocker(box):
        box.setChecked(value)


def _titles(files: Any) -> list[tuple[str, Text]]:  # noqa: ANN401 - fonts or pictures
    return [(one.id, partial(str, one.title)) for one in files]


def _numbered(key: str, text: str) -> Text:
    return (lambda: _(text).format(n=digits(key))) if "{n}" in text else text


def _offered(choice: QComboBox) -> list[tuple[str, Text]]:
    return [
        (str(choice.itemData(at)), partial(str, choice.itemText(at)))
        for at in range(choice.count())
    ]
