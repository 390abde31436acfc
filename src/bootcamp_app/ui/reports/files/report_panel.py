"""The panel of a report: its form, its buttons, and what it will look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import Sentence
from bootcamp_app.features.reports.service import report_kinds
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.pace import Pace
from bootcamp_app.ui.reports.files.delivery import Delivery, ToHandOver
from bootcamp_app.ui.reports.files.panel import Panel
from bootcamp_app.ui.reports.files.preview import Preview
from bootcamp_app.ui.reports.files.report_form import ReportForm
from bootcamp_app.ui.reports.files.whom import read_known

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.reports.files.delivery import Written
    from bootcamp_app.ui.reports.files.offered import Offered
    from bootcamp_app.ui.reports.files.whom import Known
    from bootcamp_app.ui.reports.files.wish import Wish

_BESIDE, _SHARES = 860, (2, 5)


class ReportPanel(Panel):
    """Asks what a report needs to know, shows it, and hands it over."""

    def __init__(self, desk: Desk, offered: Offered) -> None:
        super().__init__(desk, offered)
        self._kind = report_kinds()[offered.id]
        self.form = ReportForm(self._kind, desk.memory)
        self.preview = Preview(desk)
        self.delivery = Delivery(desk, offered.title, self._to_hand_over)
        chosen = Card("", self.form, self.delivery)
        chosen.body.addStretch(1)
        shown = Card("", self.preview)
        shown.body.setContentsMargins(12, 12, 12, 12)
        shown.body.setStretch(0, 1)
        self.body.addWidget(SideBySide(chosen, shown, needed=_BESIDE, shares=_SHARES), 1)
        self._pace = Pace(self)
        self.form.changed.connect(self._renew)
        self.delivery.leave_out_wanted.connect(self.form.leave_out)
        self.delivery.said.connect(self.said)
        desk.bridge.happened.connect(lambda _fact: self._pace.ask())
        self._pace.due.connect(self._renew_if_seen)

    @property
    def first(self) -> QWidget:
        """What takes the keys when the panel is opened."""
        return self.form.form.field("form")

    def open(self) -> None:
        """Called each time it is shown: know the workspace as it is now."""
        app, bootcamp, scope = self.desk.app, self.desk.bootcamp, self._kind.scope
        self.desk.tasks.read(
            self, lambda: read_known(app, bootcamp, scope), self._know, key="known"
        )

    def close_preview(self) -> None:
        """Called when it is left: whatever is being made for it is dropped."""
        self.preview.clear()
        self.delivery.banner.hide()

    def _know(self, known: Known) -> None:
        self.form.offer(known)
        bootcamp = known.bootcamp
        if bootcamp is not None and self._kind.scope != "programme":
            self.say_whom(lambda: str(Sentence("For “{bootcamp}”", bootcamp=bootcamp.title)))
        self._renew()

    def _renew(self) -> None:
        """Show what is chosen now."""
        try:
            wish = self.form.wish
        except Refusal as refusal:
            self.preview.refuse(refusal)
            return
        self.preview.show_wish(wish)

    def _renew_if_seen(self) -> None:
        if self.isVisible():
            self._renew()

    def _to_hand_over(self) -> ToHandOver:
        wish = self.form.wish
        return ToHandOver(
            wish.kind.title, wish.file_name, wish.ending, self._writer(wish), wish.names_people
        )

    def _writer(self, wish: Wish) -> Written:
        write = self.desk.app.exports.write
        return lambda target, step: write(wish.kind.id, wish.choice, target, wish.form, step)
