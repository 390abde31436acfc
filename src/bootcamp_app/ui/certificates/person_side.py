"""One person's certificate beside the list: the real page, its number, and why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.ui.certificates.digital_badge import DigitalBadgeButton
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.endings import file_name
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.kit.paper_view import PaperView, Progress, ToPrint
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.ui.certificates.standing import Standing
    from bootcamp_app.ui.desk import Desk


class PersonSide(Card):
    """Shows how one person stands and what their certificate looks like."""

    revoke_wanted = Signal(object)
    """The Standing whose certificate should no longer hold."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._standing: Standing | None = None
        self._hint = Label(
            N_("Choose a person to see their certificate."), tone="muted", wraps=True
        )
        self._name = Label(size="heading", wraps=True)
        self._second = Label(tone="muted", wraps=True)
        self._pill = Pill()
        self._serial = Label(size="small", tone="muted")
        self._why = Label(wraps=True)
        self._revoke = button(N_("Revoke…"), self._ask, kind="danger", icon_name="refuse")
        self.paper = PaperView(desk.tasks, height=300)
        self.digital = DigitalBadgeButton(desk)
        self.digital.saved.connect(self.paper.saved)
        self.digital.refused.connect(self.paper.banner.refuse)
        super().__init__("")
        state = holding(Flow(self._pill, self._serial))
        names = column(self._name, self._second, gap=0)
        about = column(
            names, state, self._why, self.paper, Flow(self.digital, self._revoke), gap=12
        )
        about.setStretch(3, 1)
        self._about = holding(about)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._about, 1)
        self.body.addStretch()
        self._about.hide()
        say(self, N_("The chosen person's certificate"), "setAccessibleName")

    def show_standing(self, standing: Standing) -> None:
        """Show one person; the page is made anew only where it is another one."""
        is_other = standing != self._standing
        self._standing = standing
        self._hint.hide()
        self._about.show()
        self._tell(standing)
        if is_other:
            self.paper.show_paper(self._page_of(standing))

    def clear(self) -> None:
        """Show nobody."""
        self._standing = None
        self._about.hide()
        self._hint.show()
        self.paper.clear()

    @property
    def standing(self) -> Standing | None:
        """Who is shown."""
        return self._standing

    @property
    def why(self) -> str:
        """What is said of why there is no certificate."""
        return self._why.plain if not self._why.isHidden() else ""

    def _tell(self, standing: Standing) -> None:
        person = standing.person
        self._name.show_data(person.name_km or person.name_en)
        self._second.show_data(person.name_en if person.name_km else "")
        self._second.setVisible(bool(person.name_km and person.name_en))
        self._pill.show_state(lambda: standing.word, standing.meaning)
        if standing.serial:
            say(self._serial, Sentence("Number {serial}", serial=standing.serial))
        self._serial.setVisible(bool(standing.serial))
        say(self._why, lambda: standing.why)
        self._why.setVisible(standing.entitlement.why is not None)
        self._revoke.setVisible(standing.state == "issued")
        self.digital.show_standing(standing)

    def _page_of(self, standing: Standing) -> ToPrint:
        bootcamp, certificates = self._desk.bootcamp, self._desk.app.certificates

        def make(path: Path, _step: Progress) -> None:
            if bootcamp is not None:
                certificates.preview(bootcamp, standing.person.participation_id, path)

        return ToPrint(make, lambda: _file_name(standing))

    def _ask(self) -> None:
        if self._standing is not None:
            self.revoke_wanted.emit(self._standing)


def _file_name(standing: Standing) -> str:
    """Give a name without the person's; the number says enough."""
    return file_name(standing.serial or _("Certificate"), ending=".pdf")
