"""What people fill in: forms, search, dialogs, files."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.gallery.part import Part
from bootcamp_app.ui.kit.completing_field import CompletingField, Completion
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.file_drop import FileDrop
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.search_field import SearchField
from bootcamp_app.ui.tasks import Tasks

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_DAY = date(2026, 12, 1)
_HEIGHT_OF_DROP = 220


def _form() -> Form:
    form = Form()
    form.add_text("title", N_("Title"), "", N_("In Khmer or in English"))
    form.add_choice("province", N_("Province"), [("07", lambda: "កំពត · Kampot")], "07")
    form.add_date("first", N_("First day"), _DAY)
    form.add_number("days", N_("Days"), 3, 1, 31)
    form.add_yes_no("without", N_("Leave out personal data"), value=True)
    return form


def _refused() -> QWidget:
    form = Form()
    form.add_text("title", N_("Title"))
    form.add_yes_no("without", N_("Leave out personal data"), value=False)
    form.refuse("title", N_("Write the title, in Khmer or in English."))
    return form


def _search() -> QWidget:
    return SearchField(N_("Find by name, organisation or phone"))


def _searched() -> QWidget:
    field = SearchField(N_("Find by name, organisation or phone"))
    field.setText("ស្រី ចាន់")
    return field


def _completing() -> QWidget:
    offered = (
        Completion("រដ្ឋបាលខេត្តកំពត", "Kampot Provincial Administration"),
        Completion("សមាគមនារីអភិវឌ្ឍន៍កំពត", "Kampot Women for Development"),
    )
    field = CompletingField(Tasks(), lambda _text: offered, N_("Organisation"))
    field.setText("កំពត")
    field.offer(offered)
    field.list.setCurrentRow(0)
    return field


def _dialog() -> QWidget:
    form = Form()
    form.add_text("name", N_("Name in Khmer"), "សុខ វិបុល")
    dialog = Dialog(None, N_("Add a person"), form, N_("Add"))
    dialog.setWindowFlags(Qt.WindowType.Widget)
    dialog.refuse(Refusal("There is nothing to undo here."))
    return dialog


def _drop() -> QWidget:
    made = FileDrop(
        N_("Drop a list here: Excel, LibreOffice or CSV. Khmer and English headers are fine."),
        (".xlsx", ".ods", ".csv"),
    )
    made.setMinimumHeight(_HEIGHT_OF_DROP)
    return made


ENTRY = (
    Part("form", N_("Form"), _form, 440),
    Part("form_refused", N_("Form with something wrong"), _refused, 200),
    Part("search", N_("Search field"), _search, 80),
    Part("searched", N_("Search field in use"), _searched, 80),
    Part("completing", N_("Field that offers what is known"), _completing, 170),
    Part("dialog", N_("Dialog"), _dialog, 370),
    Part("file_drop", N_("Place for a file"), _drop, 260),
)
