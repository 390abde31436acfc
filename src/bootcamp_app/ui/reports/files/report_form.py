"""The form of a report, built from its kind: for whom, which file, and what it asks besides."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.exports.service import PAPER, export_formats, forms_of
from bootcamp_app.ui.kit.fields import YesNoField
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.reports.files.whom import WHOM
from bootcamp_app.ui.reports.files.wish import Wish, may_leave_out
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from bootcamp_app.features.reports.kind_views import ReportKind
    from bootcamp_app.features.reports.views import Choice, Option
    from bootcamp_app.ui.memory import Memory
    from bootcamp_app.ui.reports.files.whom import Known
    from bootcamp_app.ui.words import Text

WITH_NAMES = N_("With names and phones. Keep the file where only your team sees it.")
_FIRST = ("xlsx", PAPER, "csv")
_OPTION = "option "
_SWITCH = {"yes", "no"}


class ReportForm(QWidget):
    """Asks what a kind of report needs to know, and remembers what was chosen last."""

    changed = Signal()

    def __init__(self, kind: ReportKind, memory: Memory) -> None:
        super().__init__()
        self._kind = kind
        self._memory = memory
        self._is_filling = False
        self.form = Form()
        self._kept = self._remembered()
        self.whom = WHOM[kind.scope](self.form)
        self._build()
        self.form.changed.connect(self._change)
        self._say_what()

    @property
    def wish(self) -> Wish:
        """What is chosen now; raises a Refusal where a field cannot be read."""
        values = self.form.values()
        options = {one.name: _read(values[_OPTION + one.name]) for one in self._kind.options}
        choice = replace(
            self.whom.choice,
            with_personal_data=not (values.get("without", False) and self._may_leave_out),
            options=options,
        )
        return Wish(self._kind, choice, str(values["form"]), self.whom.of)

    def offer(self, known: Known) -> None:
        """Offer what is known of the workspace, without saying that anything was chosen."""
        self._is_filling = True
        self.whom.offer(known, self._kept)
        self._is_filling = False

    def take(self, choice: Choice) -> None:
        """Show what was chosen elsewhere; it is remembered once something is changed in it here."""
        self._is_filling = True
        self.whom.take(choice)
        for option in self._kind.options:
            field: Any = self.form.field(_OPTION + option.name)
            value = option.of(choice)
            if isinstance(field, YesNoField):
                field.setChecked(value == "yes")
            else:
                field.choose(value)
        if self._kind.left_out:
            box: Any = self.form.field("without")
            box.setChecked(not choice.with_personal_data)
        self._is_filling = False

    def _build(self) -> None:
        forms = [(one, form_words(one)) for one in _ordered(self._kind)]
        self.form.add_choice("form", N_("Kind of file"), forms, str(self._kept.get("form", "")))
        for option in self._kind.options:
            self._add(option)
        self._says = Label(size="small", tone="muted", wraps=True)
        self._says.hide()
        if self._kind.left_out:
            is_without = bool(self._kept.get("without", False))
            self.form.add_yes_no("without", N_("Leave out personal data"), value=is_without)
        self.setLayout(column(self.form, self._says, gap=4))

    def _add(self, option: Option) -> None:
        name = _OPTION + option.name
        values = [value for value, _title in option.values]
        kept = str(self._kept.get(name, values[0]))
        if set(values) == _SWITCH:
            self.form.add_yes_no(name, option.title, value=kept == "yes")
        else:
            self.form.add_choice(name, option.title, option.values, kept)

    def _change(self) -> None:
        self._say_what()
        if not self._is_filling:
            self._keep()
            self.changed.emit()

    @property
    def _may_leave_out(self) -> bool:
        return may_leave_out(self._kind, str(self.form.values()["form"]))

    def _say_what(self) -> None:
        """Ask only what changes something in the kind of file that is chosen."""
        values = self.form.values()
        for option in self._kind.options:
            is_shown = values["form"] == PAPER or not option.is_for_paper
            self.form.show_field(_OPTION + option.name, is_shown=is_shown)
        if self._kind.left_out:
            is_without = values["without"] and self._may_leave_out
            self.form.show_field("without", is_shown=self._may_leave_out)
            say(self._says, self._kind.left_out if is_without else WITH_NAMES)
            self._says.show()

    def _keep(self) -> None:
        values = self.form.values()
        chosen = {name: one for name, one in values.items() if name.startswith(_OPTION)}
        self._kept = {
            "form": values["form"],
            "without": values.get("without", False),
            **{name: _read(one) for name, one in chosen.items()},
            **self.whom.kept,
        }
        self._memory.keep(self._place, json.dumps(self._kept))

    def _remembered(self) -> dict[str, Any]:
        try:
            kept = json.loads(self._memory.kept(self._place, "{}"))
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}

    @property
    def _place(self) -> str:
        return f"report/{self._kind.id}"


def form_words(form: str) -> Text:
    """Give a kind of file in words."""
    return N_("PDF to print") if form == PAPER else export_formats()[form].title


def _ordered(kind: ReportKind) -> list[str]:
    """Give what people read before what programs do, and first what most people want."""
    first = (PAPER, *_FIRST) if kind.is_paper_first else _FIRST
    forms = forms_of(kind.id)
    return sorted(forms, key=lambda one: first.index(one) if one in first else len(first))


def _read(value: object) -> str:
    """Give a value of a field as an option has it."""
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)
