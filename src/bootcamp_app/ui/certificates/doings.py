"""What can be done with certificates from their page: each act has its dialog and its answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.core.i18n import N_, Sentence, _, ngettext
from bootcamp_app.ui.certificates.correcting import CorrectDialog
from bootcamp_app.ui.certificates.evidence_dialog import EvidenceDialog
from bootcamp_app.ui.certificates.excepting import ExceptDialog
from bootcamp_app.ui.certificates.issuing import IssueDialog
from bootcamp_app.ui.certificates.revoking import RevokeDialog
from bootcamp_app.ui.certificates.rule_dialog import RuleDialog
from bootcamp_app.ui.people.acts import Acts
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.certificates.standing import Standing
    from bootcamp_app.features.certificates.views import IssueResult
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.kit.page import Page
    from bootcamp_app.ui.words import Text


class Doings(QObject):
    """Issues, corrects, excepts, revokes and tells the evidence, each after asking."""

    changed = Signal()
    """Somebody may stand otherwise now."""
    busy = Signal(bool)
    """Whether certificates are being issued."""

    def __init__(self, page: Page, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._acts = Acts(desk)

    def ask(self, what: str, standing: Standing) -> None:
        """Begin what somebody wants to do with one person's certificate."""
        asks: dict[str, Callable[[], None]] = {
            "issue": lambda: self.issue_to([standing]),
            "correct": lambda: self._open_telling(CorrectDialog(self._page, self._desk, standing)),
            "evidence": lambda: EvidenceDialog(self._page, self._desk, standing.serial).open(),
            "except": lambda: self.make_exception([standing]),
            "revoke": partial(self._revoke, standing),
        }
        asks[what]()

    def issue(self) -> None:
        """Show what issuing to everybody would do, and do it when that is wanted."""
        self._look([])

    def issue_to(self, standings: Sequence[Standing]) -> None:
        """Show what issuing to these people would do, and do it when that is wanted."""
        if standings:
            self._look([one.id for one in standings])

    def make_exception(self, standings: Sequence[Standing]) -> None:
        """Ask what is to hold for these people in spite of the rule."""
        bootcamp = self._desk.bootcamp
        if bootcamp is not None and standings:
            self._open_telling(ExceptDialog(self._page, self._desk, bootcamp, standings))

    def change_rule(self, sessions: Sequence[Session]) -> None:
        """Ask what a certificate shall ask for."""
        bootcamp = self._desk.bootcamp
        if bootcamp is not None:
            self._open_telling(RuleDialog(self._page, self._desk, bootcamp, sessions))

    def _look(self, only: Sequence[str]) -> None:
        bootcamp = self._desk.bootcamp
        if bootcamp is not None:
            # The bootcamp that was looked at: another window may have chosen another meanwhile.
            issue = partial(self._issue, bootcamp, only)
            IssueDialog(self._page, self._desk, bootcamp, only, issue).open()

    def _issue(self, bootcamp: Bootcamp, only: Sequence[str]) -> None:
        certificates = self._desk.app.certificates
        self.busy.emit(True)  # noqa: FBT003 - a signal takes no names
        job = Job(
            lambda step: certificates.issue(bootcamp, only, spares_revoked=not only, progress=step),
            self._issued,
            self.not_issued,
            N_("Issuing certificates"),
        )
        self._desk.tasks.long(self._page, job)

    def not_issued(self, refusal: Refusal) -> None:
        """Say why nothing was issued."""
        self.busy.emit(False)  # noqa: FBT003 - a signal takes no names
        if isinstance(refusal, Cancelled):
            self._page.said.emit(refusal.sentence, "")
        else:
            self._page.refuse(refusal)

    def _issued(self, result: IssueResult) -> None:
        self.busy.emit(False)  # noqa: FBT003 - a signal takes no names
        self.changed.emit()
        self._page.said.emit(partial(_told, result), "")

    def _open_telling(self, dialog: CorrectDialog | ExceptDialog | RuleDialog) -> None:
        dialog.done_so.connect(self._tell)
        dialog.open()

    def _tell(self, text: Text, kind: type) -> None:
        self.changed.emit()
        self._page.said.emit(text, self._acts.latest(kind))

    def _revoke(self, standing: Standing) -> None:
        RevokeDialog(self._page, self._desk, standing.serial).then(self._say_revoked).open()

    def _say_revoked(self, serial: str) -> None:
        self.changed.emit()
        self._page.said.emit(Sentence("Certificate {serial} no longer holds.", serial=serial), "")


def _told(result: IssueResult) -> str:
    if not result.issued and result.already and not result.not_entitled:
        return _("Everybody who has earned a certificate has one already.")
    issued, others = result.issued, len(result.not_entitled) - len(result.spared)
    told = ngettext("{n} certificate was issued.", "{n} certificates were issued.", issued)
    lacking = ngettext("{n} person has not earned one.", "{n} people have not earned one.", others)
    both = [told.format(n=digits(issued))]
    if others:
        both.append(lacking.format(n=digits(others)))
    return " ".join(both)
