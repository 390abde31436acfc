"""Why somebody gets no certificate, and what a rule asks for, in words. Values in, words out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import Sentence, ngettext, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.certificates.rules import Day, Rule, Tally
    from bootcamp_app.features.certificates.views import Exempt

_NAMED = 3
"""So many sessions are named; of more it is said how many there are."""

WITHDRAWN = Sentence("Has withdrawn.")


class Sentences(Sentence):
    """Several sentences, one behind the other."""

    def __init__(self, parts: Sequence[Sentence]) -> None:
        super().__init__("")
        self.parts = tuple(parts)

    def __str__(self) -> str:
        return " ".join(map(str, self.parts))


def excepted(exception: Exempt) -> Sentence:
    """Say that somebody is excepted from the rule, and why."""
    if exception.kind == "given":
        return Sentence("Given in spite of the rule: {reason}", reason=exception.reason)
    return Sentence("Withheld in spite of the rule: {reason}", reason=exception.reason)


def why_not(stands: Tally, short: int, enough: Sequence[Session]) -> Sentence:
    """Say every reason why somebody has not earned a certificate, and what would be enough."""
    reasons = list(_reasons(stands))
    if enough:
        reasons.append(_one_short(enough))
    elif short and not (len(reasons) == 1 and stands.credited < stands.needed):
        reasons.append(_some_short(short))
    return Sentences(reasons)


def told_rule(rule: Rule) -> Sentence:
    """Say in words what a rule asks for."""
    told = [
        Sentence(
            "A certificate asks for {percent} % of the sessions that count.", percent=rule.percent
        )
        if rule.percent
        else Sentence("A certificate asks for at least one session that counts.")
    ]
    if rule.day_percent:
        told.append(
            Sentence(
                "On each day: for {percent} % of that day's sessions.", percent=rule.day_percent
            )
        )
    if mandatory := [one for one in rule.sessions if one.is_mandatory]:
        told.append(Sentence("Nobody may miss {sessions}.", sessions=_Titles(mandatory)))
    if rule.hours:
        told.append(_Hours(rule.hours))
    told.append(
        Sentence("Who is excused counts as having been there.")
        if rule.excused_counts
        else Sentence("Who is excused does not count as having been there.")
    )
    return Sentences(told)


def told_unrecorded(sessions: Sequence[Session]) -> Sentence:
    """Say of sessions of which nothing is recorded what that does to everybody."""
    return Sentence(
        "Nobody is recorded at {sessions}: all count as having missed it. Mark who was there, or "
        "remove from the agenda what was not held.",
        sessions=_Titles(sessions),
    )


def _reasons(stands: Tally) -> list[Sentence]:
    if not stands.counting:
        return [Sentence("No session that counts expects this person.")]
    found = []
    if missed := stands.missed:
        found.append(
            Sentence("Missed {sessions}, which nobody may miss.", sessions=_Titles(missed))
        )
    if stands.credited < stands.needed:
        found.append(_of_the_whole(stands))
    elif not stands.attended:
        found.append(Sentence("Was excused each time and never there."))
    if stands.rule.day_percent:
        found += [_of_a_day(day) for day in stands.days if day.attended < day.needed]
    if stands.hours < stands.rule.hours:
        hours = f"{stands.hours:g}"
        found.append(
            Sentence(
                "Was there for {hours} hours; at least {needed} needed.",
                hours=hours,
                needed=stands.rule.hours,
            )
        )
        if sum(one.hours for one in stands.counting) < stands.rule.hours:
            found.append(Sentence("All sessions together do not last so long."))
    return found


def _of_the_whole(stands: Tally) -> Sentence:
    counted = {"present": stands.attended, "all": len(stands.counting), "needed": stands.needed}
    if not stands.excused:
        return Sentence(
            "Attended {present} of {all} sessions; at least {needed} needed.", **counted
        )
    if stands.rule.excused_counts:
        return Sentence(
            "Attended {present} of {all} sessions and was excused from {excused}, which counts; "
            "at least {needed} needed.",
            excused=stands.excused,
            **counted,
        )
    return Sentence(
        "Attended {present} of {all} sessions, excused from {excused}; at least {needed} needed.",
        excused=stands.excused,
        **counted,
    )


def _of_a_day(day: Day) -> Sentence:
    return Sentence(
        "On {day}: {present} of {all} sessions; at least {needed} needed.",
        day=_Date(day.day),
        present=day.attended,
        all=day.of,
        needed=day.needed,
    )


def _one_short(enough: Sequence[Session]) -> Sentence:
    if len(enough) == 1:
        return Sentence("One session short: {session} would be enough.", session=_Titles(enough))
    return Sentence(
        "One session short: any one of {sessions} would be enough.", sessions=_Titles(enough)
    )


def _some_short(short: int) -> Sentence:
    return Sentence("Short of {n} sessions in all.", n=short)


class _Titles:
    """Names of sessions in the language in use."""

    def __init__(self, sessions: Sequence[Session]) -> None:
        self._sessions = tuple(sessions)

    def __str__(self) -> str:
        named = ", ".join(f"“{one.title}”" for one in self._sessions[:_NAMED])
        others = len(self._sessions) - _NAMED
        if others < 1:
            return named
        more = ngettext("{named} and {n} more", "{named} and {n} more", others)
        return more.format(named=named, n=others)


class _Date:
    """A day in the language in use."""

    def __init__(self, day: date) -> None:
        self._day = day

    def __str__(self) -> str:
        from bootcamp_app.core import dates  # noqa: PLC0415 - heavy: Babel

        return dates.in_khmer(self._day) if words.language == "km" else dates.in_english(self._day)


class _Hours(Sentence):
    """How many hours a rule asks for."""

    def __init__(self, hours: int) -> None:
        super().__init__("")
        self._hours = hours

    def __str__(self) -> str:
        told = ngettext("At least {n} hour in all.", "At least {n} hours in all.", self._hours)
        return told.format(n=self._hours)
