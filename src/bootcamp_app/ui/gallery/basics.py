"""Type, buttons, cards, pills: what everything else is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.ui.gallery.part import Part
from bootcamp_app.ui.kit.button import Button, IconButton
from bootcamp_app.ui.kit.card import Card, Figure
from bootcamp_app.ui.kit.empty import EmptyState
from bootcamp_app.ui.kit.key_caps import keys_line
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding, row
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_NAME = "ចាន់ ស្រីនាង"
_LATIN_NAME = "CHAN Sreyneang"


def _type() -> QWidget:
    data = [Label(size=size) for size in ("name", "figure")]
    data[0].show_data(_NAME)
    data[1].show_data(digits(62))
    return holding(
        column(
            *data,
            Label(N_("Attendance"), size="title"),
            Label(N_("People"), size="heading"),
            Label(
                N_("Find people by name, look into their details, or bring in a whole list."),
                wraps=True,
            ),
            Label(N_("Everything is saved on this laptop."), size="small", tone="muted"),
            gap=6,
        )
    )


def _buttons() -> QWidget:
    off = Button(N_("Print badges"))
    off.setEnabled(False)
    return holding(
        Flow(
            Button(N_("Add a person"), kind="main", icon_name="user-plus"),
            Button(N_("Import a list"), icon_name="import"),
            Button(N_("Help"), kind="quiet", icon_name="help"),
            Button(N_("Delete"), kind="danger", icon_name="trash"),
            Button(N_("Undo"), kind="link"),
            off,
            IconButton(N_("Menu"), "menu"),
            gap=12,
        )
    )


def _cards() -> QWidget:
    figures = [
        Figure(N_("present"), "good"),
        Figure(N_("late"), "warning"),
        Figure(N_("not here yet")),
    ]
    for figure, number in zip(figures, (51, 4, 8), strict=True):
        figure.show_number(digits(number))
    name = Label(size="heading")
    name.show_data(_LATIN_NAME)
    return holding(column(row(*figures, gap=12), Card(N_("People"), name), gap=12))


def _pills() -> QWidget:
    return holding(
        Flow(
            Pill(N_("present"), "good"),
            Pill(N_("late"), "warning"),
            Pill(N_("withdrawn"), "bad"),
            Pill(N_("excused"), "info"),
            Pill(N_("not here yet")),
        )
    )


def _choices() -> QWidget:
    made = Segments(
        {"all": N_("Everybody"), "here": N_("present"), "late": N_("late")}, N_("Whom to show")
    )
    made.choose("here")
    return holding(row(made, 1))


def _keys() -> QWidget:
    return Card(
        N_("Keyboard shortcuts"),
        keys_line(N_("Find anything"), "Ctrl+K"),
        keys_line(N_("Undo"), "Ctrl+Z"),
    )


def _empty() -> QWidget:
    return EmptyState(
        "users",
        N_("Nobody is here yet"),
        Sentence("Import the list of participants, or add the first person by hand."),
        Button(N_("Import a list"), kind="main", icon_name="import"),
        Button(N_("Add a person")),
    )


BASICS = (
    Part("type", N_("Letters and sizes"), _type, 330),
    Part("buttons", N_("Buttons"), _buttons, 150),
    Part("cards", N_("Cards and figures"), _cards, 240),
    Part("pills", N_("Pills"), _pills, 100),
    Part("choices", N_("A choice of few"), _choices, 70),
    Part("keys", N_("Keys"), _keys, 180),
    Part("empty", N_("Empty page"), _empty, 300),
)
