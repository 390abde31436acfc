"""One person's certificate beside the list: the real page, its number, and why there is none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, Sentence, _, ngettext
from bootcamp_app.features.certificates.views import CertificatesPrinted
from bootcamp_app.ui.certificates.digital_badge import DigitalBadgeButton
from bootcamp_app.ui.certificates.standing import meaning_of, number_of, why_of, word_of
from bootcamp_app.ui.days import days_in_words
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.endings import file_name
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.kit.paper_view import PaperView, Progress, ToPrint
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.prints import Printing
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
        self._printed = Label(size="small", tone="muted")
        self._why = Label(wraps=True)
        self.acts = {
            "issue": button(N_("Issue…"), partial(self._ask, "issue"), icon_name="certificate"),
            "correct": button(N_("Correct…"), partial(self._ask, "correct"), icon_name="edit"),
            "evidence": button(
                N_("On what evidence"), partial(self._ask, "evidence"), icon_name="list"
            ),
            "except": button(N_("Exception…"), partial(self._ask, "except"), icon_name="unlock"),
            "revoke": button(
                N_("Revoke…"), partial(self._ask, "revoke"), kind="danger", icon_name="refuse"
            ),
        }
        self.paper = PaperView(desk.tasks, height=300)
        self.digital = DigitalBadgeButton(desk)
        self.digital.saved.connect(self.paper.saved)
        self.digital.refused.connect(self.paper.banner.refuse)
        super().__init__("")
        state = holding(Flow(self._pill, self._serial, self._printed))
        names = column(self._name, self._second, gap=0)
        *others, revoke = self.acts.values()
        acts = holding(Flow(*others, self.digital, revoke))
        about = column(names, state, self._why, acts, self.paper, gap=12)
        about.setStretch(4, 1)
        self._about = holding(about)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._about, 1)
        self.body.addStretch()
        self._about.hide()
        self._printed.hide()
        desk.bridge.happened.connect(self._hear)
        say(self, N_("The chosen person's certificate"), "setAccessibleName")

    def show_standing(self, standing: Standing) -> None:
        """Show one person; the page is made anew only where it is another one."""
        is_other = standing != self._standing
        self._standing = standing
        self._hint.hide()
        self._about.show()
        self._tell(standing)
        if is_other:
            self._printed.hide()
            self.paper.show_paper(self._page_of(standing))
        self._ask_printed()

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
    def printed(self) -> str:
        """What is said of how often the certificate was printed."""
        return self._printed.plain if not self._printed.isHidden() else ""

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
        going = [self.acts[name] for name, is_shown in offered.items() if not is_shown]
        staying = [self.acts[name] for name, is_shown in offered.items() if is_shown]
        for act in staying:
            act.show()
        if staying and any(act.hasFocus() for act in going):
            # Else the focus would go to whatever comes next, far down the page.
            staying[0].setFocus()
        for act in going:
            act.hide()
        self.digital.show_standing(standing)

    def _ask_printed(self) -> None:
        """Read of this person alone how often their certificate was put on paper."""
        key, prints = self._certificate_id, self._desk.app.prints
        if not key:
            self._printed.hide()
            return
        self._desk.tasks.read(
            self, lambda: (key, prints.printing(key)), self._tell_printed, key="printed"
        )

    def _tell_printed(self, answer: tuple[str, Printing | None]) -> None:
        key, printing = answer
        bootcamp = self._desk.bootcamp
        if key != self._certificate_id or printing is None or bootcamp is None:
            self._printed.hide()
            return
        say(self._printed, partial(_put_on_paper, printing, bootcamp))
        self._printed.show()

    def _hear(self, fact: object) -> None:
        if isinstance(fact, CertificatesPrinted):
            self._ask_printed()

    @property
    def _certificate_id(self) -> str:
        shown = self._standing.certificate if self._standing else None
        return shown.id if shown else ""

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


def _put_on_paper(printing: Printing, bootcamp: Bootcamp) -> str:
    day = days_in_words(printing.last_at.astimezone(bootcamp.zone).date())
    n = max(printing.copies, printing.times)  # the first version kept no copies
    told = ngettext("Printed {day}, {n} copy", "Printed {day}, {n} copies", n)
    return told.format(day=day, n=digits(n))


def _file_name(standing: Standing) -> str:
    """Give a name without the person's; the number says enough."""
    return file_name(standing.serial or _("Certificate"), ending=".pdf")
