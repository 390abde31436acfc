"""How everybody stands to a certificate, read for the page and said in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.certificates.reasons import excepted, told_unrecorded
from bootcamp_app.features.certificates.standing import FILTERS, STATES, Standing
from bootcamp_app.ui.bootcamps.rule_fields import rule_in_words
from bootcamp_app.ui.certificates.field_names import told
from bootcamp_app.ui.words import digits, in_words

if TYPE_CHECKING:
    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.ui.words import Text

MEANINGS = {
    "issued": "good",
    "differs": "warning",
    "twice": "bad",
    "earned": "info",
    "one_short": "warning",
    "revoked": "bad",
}
"""What the pill of a state means."""

FILTER_WORDS: dict[str, Text] = {
    "all": N_("Everybody"),
    "to_issue": N_("Earned, not issued yet"),
    "issued": lambda: _("issued").capitalize(),
    "not_entitled": lambda: _("not earned").capitalize(),
    "one_short": lambda: _("one session short").capitalize(),
    "exceptions": N_("Exceptions"),
    "differs": N_("Differs from print"),
    "revoked": lambda: _("revoked").capitalize(),
}
"""Whom the list may show, in words."""


@dataclass(frozen=True)
class Standings:
    """Everybody of a bootcamp, and the participation ids that the search found."""

    everybody: list[Standing]
    found: frozenset[str]
    sessions: list[Session] = field(default_factory=list)
    unrecorded: list[Session] = field(default_factory=list)
    """Those of them that are over and that nobody recorded: all count as having missed them."""

    def among(self, chosen: str) -> list[Standing]:
        """Give those whom the search found and a filter shows."""
        is_among = FILTERS[chosen]
        return [one for one in self.everybody if one.id in self.found and is_among(one)]

    def of(self, participation_id: str) -> Standing | None:
        """Give how one person stands."""
        return next((one for one in self.everybody if one.id == participation_id), None)

    def offered(self) -> list[tuple[str, Text]]:
        """Give the filters, each with how many it shows of everybody."""
        counts = {key: sum(map(is_among, self.everybody)) for key, is_among in FILTERS.items()}
        return [(key, partial(_with_number, FILTER_WORDS[key], n)) for key, n in counts.items()]

    @property
    def earned(self) -> int:
        """How many have earned a certificate."""
        return sum(one.entitlement.is_entitled for one in self.everybody)

    @property
    def issued(self) -> int:
        """How many hold one."""
        return sum(one.holds_one for one in self.everybody)


def read_standings(app: App, bootcamp: Bootcamp, search: str) -> Standings:
    """Read how everybody stands, and whom a search finds."""
    everybody = app.certificates.standings(bootcamp)
    ids = app.people.ids(bootcamp, search) if search.strip() else [one.id for one in everybody]
    sessions = app.bootcamps.sessions(bootcamp)
    return Standings(everybody, frozenset(ids), sessions, app.attendance.unrecorded(sessions))


def ruled(bootcamp: Bootcamp, standings: Standings) -> str:
    """Say what a certificate asks for, and by which sessions nobody can have earned one."""
    rule = rule_in_words(bootcamp, standings.sessions)
    if not standings.unrecorded:
        return rule
    return f"{rule} {digits(in_words(told_unrecorded(standings.unrecorded)))}"


def word_of(standing: Standing) -> str:
    """Say a state in a word."""
    return _(STATES[standing.state])


def meaning_of(standing: Standing) -> str:
    """Give what the pill of a state means."""
    return MEANINGS.get(standing.state, "")


def number_of(standing: Standing) -> str:
    """Give a certificate's number, with its revision where it is not the first."""
    if standing.revision > 1:
        return f"{standing.serial} · {digits(standing.revision)}"
    return standing.serial


def why_of(standing: Standing) -> str:
    """Say what is to be known of somebody: why there is none, an exception, what differs."""
    said = []
    exception = standing.entitlement.exception
    if standing.others:
        numbers = ", ".join(one.serial for one in standing.others)
        said.append(_("Also holds {numbers}. Revoke one of them.").format(numbers=numbers))
    if standing.state == "revoked" and standing.void_because:
        said.append(_("Revoked: {reason}").format(reason=standing.void_because))
    said += [told(one) for one in standing.differences]
    if exception is not None and standing.entitlement.is_entitled:
        said.append(in_words(excepted(exception)))
    if standing.entitlement.why is not None:
        said.append(digits(in_words(standing.entitlement.why)))
    return " · ".join(said)


def _with_number(text: Text, number: int) -> str:
    return f"{in_words(text)} ({digits(number)})"
