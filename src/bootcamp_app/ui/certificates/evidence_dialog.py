"""On what evidence a certificate was issued: the rule then, the sums, and every session."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.certificates.evidence_words import STATE_WORDS, sessions_of, told
from bootcamp_app.ui.days import days_in_words
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding
from bootcamp_app.ui.kit.table import Table, TableColumn
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import clock_time, digits, in_words, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.certificates.views import Certificate
    from bootcamp_app.ui.desk import Desk

    Row = tuple[Session, Mapping[str, Any]]

_MEANINGS = {"present": "good", "late": "warning", "excused": "info"}
_HEIGHT = 300


class EvidenceDialog(Dialog):
    """Shows what was frozen when a certificate was issued."""

    share_of_window = 0.6

    def __init__(self, parent: QWidget, desk: Desk, serial: str) -> None:
        self.told = column(gap=4)
        self.issued = Label(tone="muted", wraps=True)
        self.table = Table(N_("Sessions that asked for this person"), _columns())
        self.table.setMinimumHeight(theme.px(_HEIGHT))
        body = column(self.issued, self.told, self.table, gap=12)
        body.setStretch(2, 1)
        super().__init__(
            parent,
            Sentence("On what evidence: {serial}", serial=serial),
            holding(body),
            N_("Close"),
        )
        self.cancel.hide()
        self.confirmed.connect(self.accept)
        certificates = desk.app.certificates
        desk.tasks.read(
            self,
            lambda: certificates.evidence(serial),
            lambda found: self._show(*found),
            key="evidence",
            failed=self.refuse,
        )

    def _show(self, certificate: Certificate, kept: Mapping[str, Any]) -> None:
        say(self.issued, partial(_issued, certificate))
        for sentence in told(kept):
            line = Label(wraps=True)
            say(line, partial(_in_digits, sentence))
            self.told.addWidget(line)
        rows = sessions_of(kept)
        self.table.setVisible(bool(rows))
        self.table.show_rows(rows)


def _columns() -> list[TableColumn]:
    return [
        TableColumn("title", N_("Session"), lambda row: row[0].title, 146, is_bold=True),
        TableColumn("when", N_("When"), _when, 240),
        TableColumn("state", N_("Attendance"), _state, 138, _meaning),
        TableColumn("more", N_("Details"), _more, 120),
    ]


def _when(row: Row) -> str:
    session = row[0]
    hours = f"{clock_time(session.starts_at)}–{clock_time(session.ends_at)}"
    return f"{digits(format(session.starts_at, '%d.%m.%Y'))} · {hours}"


def _state(row: Row) -> str:
    return _(STATE_WORDS[row[1]["state"]])


def _meaning(row: Row) -> str:
    return _MEANINGS.get(row[1]["state"], "bad" if row[0].is_mandatory else "")


def _more(row: Row) -> str:
    session, kept = row
    said = []
    if kept["at"] and kept["state"] in ("present", "late"):
        said.append(clock_time(datetime.fromisoformat(kept["at"])))
    if kept["minutes_late"]:
        said.append(_("{n} minutes late").format(n=digits(kept["minutes_late"])))
    if session.is_mandatory:
        said.append(_("mandatory"))
    if not session.counts:
        said.append(_("does not count"))
    return " · ".join(said)


def _issued(certificate: Certificate) -> str:
    day = days_in_words(certificate.issued_on)
    if certificate.revision == 1:
        return _("Issued on {day}.").format(day=day)
    return _("Issued on {day}, revision {n}.").format(day=day, n=digits(certificate.revision))


def _in_digits(sentence: Sentence) -> str:
    return digits(in_words(sentence))
