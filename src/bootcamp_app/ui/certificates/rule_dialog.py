"""The rule of certificates, changed where it is seen who has earned one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.bootcamps.views import BootcampChanged
from bootcamp_app.ui.bootcamps.rule_fields import RULE, RuleInWords, add_rule, ruled
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.ui.desk import Desk


class RuleDialog(Dialog):
    """Takes another rule, and says at once how many have earned a certificate under it."""

    done_so = Signal(object, object)
    """What was done, in words, and the kind of fact by which it is known."""

    def __init__(
        self, parent: QWidget, desk: Desk, bootcamp: Bootcamp, sessions: Sequence[Session]
    ) -> None:
        self._desk = desk
        self._bootcamp = bootcamp
        self.form = Form()
        add_rule(self.form, bootcamp, is_alone=True)
        self.rule = RuleInWords(desk, sessions)
        self.form.add_own(
            "rule",
            N_("What a certificate asks for"),
            self.rule,
            lambda: None,
            N_("Which sessions nobody may miss is set in the agenda."),
        )
        super().__init__(parent, N_("Change the rule"), self.form, N_("Save"))
        self.form.changed.connect(self._look)
        self.confirmed.connect(self._keep)
        self._look()

    def _look(self) -> None:
        self.rule.show_rule(ruled(self._bootcamp, self.form.values()))

    def _keep(self) -> None:
        values, bootcamp, agenda = self.form.values(), self._bootcamp, self._desk.app.agenda
        given = {name: values[name] for name in RULE if values[name] != getattr(bootcamp, name)}
        if not given:
            self.accept()
            return
        self.main.setEnabled(False)
        self._desk.tasks.write(
            self,
            lambda: agenda.change_bootcamp(bootcamp, given),
            lambda _changed: self._kept(),
            self._refused,
        )

    def _kept(self) -> None:
        self.done_so.emit(N_("The rule was changed."), BootcampChanged)
        self.accept()

    def _refused(self, refusal: Refusal) -> None:
        self.main.setEnabled(True)
        self.refuse(refusal)
