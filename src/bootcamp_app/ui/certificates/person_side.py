"""One person's certificate beside the list: the real page, its number, and why there is none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.ui.certificates.standing import meaning_of, number_of, why_of, word_of
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

    from bootcamp_app.features.certificates.standing import Standing
    from bootcamp_app.ui.desk import Desk


class PersonSide(Card):
    """Shows how one person stands and what their certificate looks like."""

    wanted = Signal(str, object)
    """(what, the Standing): `revoke`, `correct`, `except`, `evidence` or `issue`."""

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
        self.acts = {
            "issue": button(N_("Issue…"), partial(self._ask, "issue"), icon_name="certificate"),
            "correct": button(N_("Correct…"), partial(self._ask, "correct"), icon_name="edit"),
            "evidence": button(
                N_("On what evidence"), partial(self._ask, "evidence"), icon_name="list"
            ),
            "except": button(N_("Exception…"), partial(self._ask, "except")),
            "revoke": button(
                N_("Revoke…"), partial(self._ask, "revoke"), kind="danger", icon_name="refuse"
            ),
        }
        self.paper = PaperView(desk.tasks, height=300)
        super().__init__("")
        state = holding(Flow(self._pill, self._serial))
        names = column(self._name, self._second, gap=0)
        acts = holding(Flow(*self.acts.values()))
        about = column(names, state, self._why, acts, self.paper, gap=12)
        about.setStretch(4, 1)
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
        """What is said of why there is no certificate, or of what it says."""
        return self._why.plain if not self._why.isHidden() else ""

    def _tell(self, standing: Standing) -> None:
        person = standing.person
        self._name.show_data(person.name_km or person.name_en)
        self._second.show_data(person.name_en if person.name_km else "")
        self._second.setVisible(bool(person.name_km and person.name_en))
        self._pill.show_state(partial(word_of, standing), meaning_of(standing))
        if standing.serial:
            say(self._serial, lambda: _number(standing))
        self._serial.setVisible(bool(standing.serial))
        say(self._why, partial(why_of, standing))
        self._why.setVisible(bool(why_of(standing)))
        offered = {
            "issue": standing.entitlement.is_entitled and not standing.holds_one,
            "correct": standing.state == "differs",
            "evidence": bool(standing.serial),
            "except": person.is_expected and not standing.holds_one,
            "revoke": standing.holds_one,
        }
        for name, shown in offered.items():
            self.acts[name].setVisible(shown)

    def _page_of(self, standing: Standing) -> ToPrint:
        bootcamp, certificates = self._desk.bootcamp, self._desk.app.certificates

        def make(path: Path, _step: Progress) -> None:
            if bootcamp is not None:
                certificates.preview(bootcamp, standing.person.participation_id, path)

        return ToPrint(make, lambda: _file_name(standing))

    def _ask(self, what: str) -> None:
        if self._standing is not None:
            self.wanted.emit(what, self._standing)


def _number(standing: Standing) -> str:
    return str(Sentence("Number {serial}", serial=number_of(standing)))


def _file_name(standing: Standing) -> str:
    """Give a name without the person's; the number says enough."""
    return file_name(standing.serial or _("Certificate"), ending=".pdf")
