"""Excepting people from the rule: a certificate in spite of it, none in spite of it, or neither."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, ngettext
from bootcamp_app.features.certificates.views import ExceptionsChanged
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.standing import Standing
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.words import Text

_NONE = "none"
_KINDS: tuple[tuple[str, Text], ...] = (
    ("given", N_("A certificate in spite of the rule")),
    ("withheld", N_("No certificate in spite of the rule")),
    (_NONE, N_("What the rule says")),
)


class ExceptDialog(Dialog):
    """Asks what is to hold for some people, and why."""

    done_so = Signal(object, object)
    """What was done, in words, and the kind of fact by which it is known."""

    def __init__(
        self, parent: QWidget, desk: Desk, bootcamp: Bootcamp, standings: Sequence[Standing]
    ) -> None:
        self._desk = desk
        self._bootcamp = bootcamp
        self._people = [one.person for one in standings]
        first = standings[0].entitlement
        kind = "withheld" if first.is_entitled and first.exception is None else "given"
        self.form = Form()
        whose = Label(wraps=True)
        names = (" · ".join(filter(None, (one.name_km, one.name_en))) for one in self._people[:3])
        whose.show_data("\n".join(names))
        self.form.add_own("whose", partial(_of_whom, len(self._people)), whose, lambda: None)
        self.form.add_choice(
            "kind",
            N_("What holds"),
            _KINDS,
            first.exception.kind if first.exception else kind,
        )
        self.form.add_text(
            "reason",
            N_("Why?"),
            first.exception.reason if first.exception else "",
            N_("The reason is kept, and stands in the evidence of the certificate."),
        )
        super().__init__(parent, N_("Make an exception"), self.form, N_("Save"))
        self.form.changed.connect(self._look)
        self.confirmed.connect(self._keep)
        self._look()

    def _look(self) -> None:
        is_asked = self.form.values()["kind"] != _NONE
        self.form.show_field("reason", is_shown=is_asked)

    def _keep(self) -> None:
        self.form.clear_refusals()
        values = self.form.values()
        kind, reason = str(values["kind"]), str(values["reason"])
        exceptions, bootcamp, people = self._desk.app.exceptions, self._bootcamp, self._people

        def keep() -> str:
            if kind == _NONE:
                return exceptions.clear(bootcamp, people)
            return exceptions.make(bootcamp, people, kind, reason)

        self.main.setEnabled(False)
        self._desk.tasks.write(
            self,
            keep,
            lambda _act: self._kept(kind),
            lambda refusal: self._refused(refusal, is_unsaid=kind != _NONE and not reason.strip()),
        )

    def _kept(self, kind: str) -> None:
        said = N_("The rule decides again.") if kind == _NONE else N_("The exception is kept.")
        self.done_so.emit(said, ExceptionsChanged)
        self.accept()

    def _refused(self, refusal: Refusal, *, is_unsaid: bool) -> None:
        self.main.setEnabled(True)
        if is_unsaid:
            self.form.refuse("reason", refusal.sentence)
            self.form.field("reason").setFocus()
        else:
            self.refuse(refusal)


def _of_whom(n: int) -> str:
    return ngettext("For {n} person", "For {n} people", n).format(n=digits(n))
