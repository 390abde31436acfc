"""The bootcamp itself: its titles, its place, its days, and what a certificate asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, ngettext
from bootcamp_app.features.bootcamps.details import FIELDS
from bootcamp_app.features.bootcamps.views import BootcampChanged
from bootcamp_app.ui.bootcamps.rule_fields import RuleInWords, add_rule, ruled
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.people.field_words import choices
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.ui.desk import Desk


class BootcampDialog(Dialog):
    """Takes what is different of a bootcamp, and writes it."""

    done_so = Signal(object, object)
    """What was done, in words, and the kind of fact by which it is known."""

    def __init__(
        self, parent: QWidget, desk: Desk, bootcamp: Bootcamp, sessions: Sequence[Session]
    ) -> None:
        self._desk = desk
        self._bootcamp = bootcamp
        self._sessions = sessions
        self._is_writing = False
        self.form = _form(bootcamp)
        self.rule = RuleInWords(desk, sessions)
        self.form.add_own("rule", N_("What a certificate asks for"), self.rule, lambda: None)
        super().__init__(parent, N_("Change the bootcamp"), self.form, N_("Save"))
        self.form.changed.connect(self._look)
        self.confirmed.connect(self._keep)
        self._look()

    def _look(self) -> None:
        """Say at once which sessions would lie outside of the days that are written."""
        values = self.form.values()
        first, last = values["starts_on"], values["ends_on"]
        is_other = first != self._bootcamp.starts_on and bool(self._sessions)
        self.form.show_field("moves_sessions", is_shown=is_other)
        self.form.show_field("fills_days", is_shown=_is_longer(self._bootcamp, values))
        by = (first - self._bootcamp.starts_on) if values["moves_sessions"] and is_other else None
        days = [one.starts_at.date() + by if by else one.starts_at.date() for one in self._sessions]
        outside = sum(not first <= day <= last for day in days)
        if outside and last >= first:
            self.banner.show_text(lambda: _outside(outside), "warning")
        else:
            self.banner.hide()
        self.rule.show_rule(ruled(self._bootcamp, values))

    def _keep(self) -> None:
        self.form.clear_refusals()
        values = self.form.values()
        if not (values["title_km"].strip() or values["title_en"].strip()):
            self.form.refuse("title_km", N_("Write the title, in Khmer or in English."))
            self.form.field("title_km").setFocus()
        elif values["ends_on"] < values["starts_on"]:
            self.form.refuse(
                "ends_on", N_("A bootcamp ends on its first day or later. Correct the days.")
            )
            self.form.field("ends_on").setFocus()
        elif not self._is_writing:
            self._is_writing = True
            self._write(values)

    def _write(self, values: dict[str, Any]) -> None:
        service, bootcamp = self._desk.app.agenda, self._bootcamp
        given = {name: values[name] for name in FIELDS if values[name] != getattr(bootcamp, name)}
        moves = bool(values["moves_sessions"])
        fills = bool(values["fills_days"]) and _is_longer(bootcamp, values)
        self._desk.tasks.write(
            self,
            lambda: service.change_bootcamp(
                bootcamp, given, moves_sessions=moves, fills_days=fills
            ),
            lambda _bootcamp: self._written(),
            self._refused,
        )

    def _written(self) -> None:
        self.done_so.emit(N_("The bootcamp was changed."), BootcampChanged)
        self.accept()

    def _refused(self, refusal: Refusal) -> None:
        self._is_writing = False
        self.refuse(refusal)


def _form(bootcamp: Bootcamp) -> Form:
    form = Form()
    form.add_text("title_km", N_("Title in Khmer"), bootcamp.title_km)
    form.add_text("title_en", N_("Title in English"), bootcamp.title_en)
    form.add_text("venue", N_("Venue"), bootcamp.venue)
    form.add_choice(
        "province", N_("Province"), choices("province", bootcamp.province), bootcamp.province
    )
    with form.one_line():
        form.add_date("starts_on", N_("First day"), bootcamp.starts_on)
        form.add_date("ends_on", N_("Last day"), bootcamp.ends_on)
    form.add_yes_no("moves_sessions", N_("Move the sessions along with the first day"), value=True)
    form.add_yes_no("fills_days", N_("Give further days a morning and an afternoon"), value=True)
    form.add_text(
        "indicator_code", N_("The donor's code of the indicator"), bootcamp.indicator_code
    )
    add_rule(form, bootcamp)
    return form


def _is_longer(bootcamp: Bootcamp, values: dict[str, Any]) -> bool:
    return bool(values["ends_on"] - values["starts_on"] > bootcamp.ends_on - bootcamp.starts_on)


def _outside(n: int) -> str:
    return ngettext(
        "{n} session would be on none of these days. It stays in the agenda, marked so.",
        "{n} sessions would be on none of these days. They stay in the agenda, marked so.",
        n,
    ).format(n=digits(n))
