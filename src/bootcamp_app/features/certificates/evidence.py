"""What a certificate was earned with, frozen when it is issued: enough to answer for it later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bootcamp_app.features.attendance.views import Presence
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.certificates.rules import Tally
    from bootcamp_app.features.certificates.views import Exempt

VERSION = 2
"""Of the first version only the ids of sessions, of how many, and the percent were kept."""


def frozen(stands: Tally, exception: Exempt | None) -> dict[str, Any]:
    """Give the rule as it was, how each session stood, the sums, and an exception with its reason.

    Sessions may be changed or removed later, so they are named in full.
    """
    rule = stands.rule
    of = len(stands.counting)
    return {
        "version": VERSION,
        "rule": {
            "percent": rule.percent,
            "day_percent": rule.day_percent,
            "hours": rule.hours,
            "excused_counts": rule.excused_counts,
        },
        "attended": stands.attended,
        "excused": stands.excused,
        "of": of,
        "needed": stands.needed,
        "percent": round(100 * stands.credited / of, 1) if of else 0,
        "hours": stands.hours,
        "days": [
            {"day": one.day.isoformat(), "attended": one.attended, "of": one.of,
             "needed": one.needed}
            for one in stands.days
        ],
        "sessions": [_session(one, stands.presences.get(one.id)) for one in stands.asked],
        "exception": exception and {
            "kind": exception.kind, "reason": exception.reason, "at": exception.at.isoformat(),
        },
    }  # fmt: skip


def upgraded(kept: Mapping[str, Any]) -> dict[str, Any]:
    """Give evidence as it is read: what goes without saying is said.

    What the first version of the program did not keep is left out.
    """
    if kept.get("version"):
        return {**kept, "sessions": [{**_UNSAID, **one} for one in kept["sessions"]]}
    attended, of = len(kept.get("sessions", ())), kept.get("of", 0)
    return {
        "version": 1,
        "rule": {"percent": kept.get("percent_needed", 0)},
        "attended": attended,
        "of": of,
        "percent": round(100 * attended / of, 1) if of else 0,
        "sessions": [{"id": key, "state": "present"} for key in kept.get("sessions", ())],
        "exception": None,
    }


_UNSAID = {"counts": True, "mandatory": False, "state": "", "at": "", "minutes_late": 0}
"""What is so of most sessions, and not written down."""


def _session(session: Session, presence: Presence | None) -> dict[str, Any]:
    told = {
        "id": session.id,
        "title_en": session.title_en,
        "title_km": session.title_km,
        "starts_at": session.starts_at.isoformat(),
        "ends_at": session.ends_at.isoformat(),
        "counts": session.counts,
        "mandatory": session.is_mandatory,
    }
    if presence is not None:
        told["state"] = presence.state
        told["at"] = presence.at.astimezone(session.starts_at.tzinfo).isoformat()
        told["minutes_late"] = presence.minutes_late
    return {name: value for name, value in told.items() if value != _UNSAID.get(name)}
