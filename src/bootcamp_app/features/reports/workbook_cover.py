"""The cover of the attendance workbook: which bootcamp, its rule, and the figures in all."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bootcamp_app.core import dates
from bootcamp_app.core.i18n import _, words
from bootcamp_app.features.bootcamps.places import province_name
from bootcamp_app.features.reports.paper_lines import in_digits
from bootcamp_app.features.reports.standing import share, there
from bootcamp_app.features.reports.views import Fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from bootcamp_app.core.i18n import Sentence
    from bootcamp_app.features.bootcamps.views import Bootcamp, Programme, Session
    from bootcamp_app.features.reports.earned import Earned
    from bootcamp_app.features.reports.standing import Standing


def about(bootcamp: Bootcamp, programme: Programme | None, rule: Sentence) -> tuple[Fact, ...]:
    """Give which bootcamp it is and what it asks for a certificate."""
    place = ", ".join(filter(None, (bootcamp.venue, province_name(bootcamp.province))))
    told = (
        ("bootcamp", _("Bootcamp"), bootcamp.title),
        ("place", _("Venue and province"), place),
        ("days", _("Dates"), _days(bootcamp.starts_on, bootcamp.ends_on)),
        ("programme", _("Programme"), programme.title if programme else ""),
        ("project_code", _("Project code"), programme.code if programme else ""),
        ("indicator_code", _("Indicator code"), bootcamp.indicator_code),
        ("rule", _("Rule for certificates"), in_digits(str(rule))),
    )
    return tuple(Fact(*one) for one in told if one[2])


def unrecorded(told: Sentence | None) -> tuple[Fact, ...]:
    """Say of which sessions there is no record, as everybody is judged by them."""
    if told is None:
        return ()
    return (Fact("unrecorded", _("Without a record"), in_digits(str(told))),)


def figures(
    standing: Standing, of_bootcamp: Sequence[Session], earned: Iterable[Earned]
) -> tuple[Fact, ...]:
    """Give how many sessions, people and hours there were."""
    whole = sum(standing.tallies, Counter[str]())
    came = [
        one
        for one in standing.people
        if any(found and found.is_there for found in standing.row(one))
    ]
    part = in_digits(_("{n} of {of}").format(n=len(standing.sessions), of=len(of_bootcamp)))
    is_part = len(standing.sessions) < len(of_bootcamp)
    entitled = sum(one.is_entitled for one in earned)
    return (
        Fact("sessions", _("Number of sessions"), part if is_part else len(of_bootcamp)),
        Fact("people", _("People in the list"), len(standing.people)),
        Fact("came", _("Came to one session or more"), len(came)),
        Fact("visits", _("Visits to sessions, in time or late"), there(whole)),
        Fact("late", _("Of these late"), whole["late"]),
        Fact("share", _("Share of those counted who were there"), share(whole), is_share=True),
        Fact("person_hours", _("Person-hours"), standing.person_hours),
        Fact("entitled", _("Have earned a certificate"), entitled),
    )


def notes() -> tuple[str, ...]:
    """Give the rules by which it was counted."""
    return (
        _("Whoever came in time or late was there. Who is excused or absent was not, and what was "
          "annulled does not count."),
        _("A session that has begun counts whoever it expects, and whoever stands to it in any "
          "case. An empty cell says that a session did not expect somebody, or has not begun."),
        _("Hours are those of the sessions somebody was at. The share is that of the sessions that "
          "are over and counted them."),
        _("Whether a certificate was earned goes by all sessions of the bootcamp, also where only "
          "some are shown."),
    )  # fmt: skip


def _days(first: date, last: date) -> str:
    return (dates.in_khmer if words.language == "km" else dates.in_english)(first, last)
