"""On what evidence a certificate was issued, in words for those who have to answer for it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.features.bootcamps.views import Session
from bootcamp_app.features.certificates.reasons import excepted, told_rule
from bootcamp_app.features.certificates.rules import Rule
from bootcamp_app.features.certificates.views import Exempt

if TYPE_CHECKING:
    from collections.abc import Mapping

STATE_WORDS = {
    "present": N_("present"),
    "late": N_("late"),
    "excused": N_("excused"),
    "absent": N_("absent"),
    "": N_("not there"),
}
"""How somebody stood to a session, in a word."""


def told(kept: Mapping[str, Any]) -> list[Sentence]:
    """Give the rule as it was, the sums, and what was decided otherwise, a sentence each."""
    sums = {"attended": kept["attended"], "of": kept["of"], "percent": f"{kept['percent']:g}"}
    found: list[Sentence] = [told_rule(_rule_of(kept))]
    if "hours" in kept:
        found.append(
            Sentence(
                "Attended {attended} of {of} sessions: {percent} %, {hours} hours.",
                hours=f"{kept['hours']:g}",
                **sums,
            )
        )
    else:
        found.append(Sentence("Attended {attended} of {of} sessions: {percent} %.", **sums))
    if kept.get("excused"):
        found.append(Sentence("Excused from {n} of them.", n=kept["excused"]))
    if exception := kept.get("exception"):
        moment = datetime.fromisoformat(exception["at"])
        found.append(excepted(Exempt(exception["kind"], exception["reason"], moment)))
    if correction := kept.get("correction"):
        found.append(Sentence("Corrected: {reason}", reason=correction["reason"]))
    return found


def sessions_of(kept: Mapping[str, Any]) -> list[tuple[Session, Mapping[str, Any]]]:
    """Give the sessions as they were, each with what was kept of it.

    None of the first version, which kept no more than their ids.
    """
    return [(_session(one), one) for one in kept["sessions"] if "starts_at" in one]


def _rule_of(kept: Mapping[str, Any]) -> Rule:
    rule = kept["rule"]
    return Rule(
        percent=rule["percent"],
        sessions=[session for session, _one in sessions_of(kept)],
        day_percent=rule.get("day_percent", 0),
        hours=rule.get("hours", 0),
        excused_counts=rule.get("excused_counts", False),
    )


def _session(one: Mapping[str, Any]) -> Session:
    return Session(
        id=one["id"],
        bootcamp_id="",
        title_en=one["title_en"],
        title_km=one["title_km"],
        starts_at=datetime.fromisoformat(one["starts_at"]),
        ends_at=datetime.fromisoformat(one["ends_at"]),
        opens_before=0,
        late_after=0,
        is_mandatory=one["mandatory"],
        counts=one["counts"],
        is_locked=True,
    )
