"""The whole agenda anew: a morning and an afternoon on each day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, ngettext
from bootcamp_app.features.bootcamps.rules import HOURS
from bootcamp_app.features.bootcamps.views import SessionsChanged
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.time_field import TimeField
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from datetime import time

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.sessions import Renewed
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.words import Text

_FIELDS = (
    (("morning_starts", N_("Morning begins at")), ("morning_ends", N_("Morning ends at"))),
    (("afternoon_starts", N_("Afternoon begins at")), ("afternoon_ends", N_("Afternoon ends at"))),
)


class AnewDialog(Dialog):
    """Takes the hours of mornings and afternoons, and makes the agenda of them."""

    done_so = Signal(object, object)
    """What was done, in words, and the kind of fact by which it is known."""

    def __init__(self, parent: QWidget, desk: Desk, bootcamp: Bootcamp, count: int) -> None:
        self._desk = desk
        self._bootcamp = bootcamp
        self._times: dict[str, TimeField] = {}
        self.form = Form()
        self._fill()
        super().__init__(parent, N_("Make the agenda anew"), self.form, N_("Make the agenda"))
        if count:
            self.banner.show_text(lambda: _instead(count), "warning")
        self.confirmed.connect(self._make)

    def _fill(self) -> None:
        for pair, hours in zip(_FIELDS, HOURS, strict=True):
            with self.form.one_line():
                for (name, label), moment in zip(pair, hours, strict=True):
                    self._add_time(name, label, moment)

    def _add_time(self, name: str, label: Text, moment: time) -> None:
        field = self._times[name] = TimeField(moment)
        self.form.add_own(name, label, field, lambda: field.written)
        field.changed.connect(lambda: self.form.clear_refusal(name))

    def _make(self) -> None:
        self.form.clear_refusals()
        hours: list[tuple[time, time]] = []
        for (first, _one), (last, _other) in _FIELDS:
            start, end = self._times[first].written, self._times[last].written
            if start is None or end is None:
                self._refuse_at(last if start else first, N_("Write a time, such as 8:30."))
                return
            if end <= start:
                self._refuse_at(last, N_("A session ends after it begins. Correct the hours."))
                return
            hours.append((start, end))
        self.main.setEnabled(False)
        service, bootcamp = self._desk.app.agenda, self._bootcamp
        self._desk.tasks.write(
            self, lambda: service.make_anew(bootcamp, hours), self._made, self._refused
        )

    def _refuse_at(self, name: str, text: Text) -> None:
        self.form.refuse(name, text)
        self._times[name].setFocus()

    def _made(self, renewed: Renewed) -> None:
        self.done_so.emit(lambda: _told(renewed), SessionsChanged)
        self.accept()

    def _refused(self, refusal: Refusal) -> None:
        self.main.setEnabled(True)
        self.refuse(refusal)


def _instead(count: int) -> str:
    return ngettext(
        "There is {n} session. It is replaced, unless something is recorded there or it is closed.",
        "There are {n} sessions. They are replaced, except where something is recorded or where "
        "they are closed.",
        count,
    ).format(n=digits(count))


def _told(renewed: Renewed) -> str:
    told = ngettext("{n} session was added.", "{n} sessions were added.", renewed.added)
    sentences = [told.format(n=digits(renewed.added))]
    if renewed.kept:
        stayed = ngettext("{n} stays as it was.", "{n} stay as they were.", renewed.kept)
        sentences.append(stayed.format(n=digits(renewed.kept)))
    return " ".join(sentences)
