"""How an answer at the door is said: its colour, its icon, its words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import NotSaved
from bootcamp_app.core.i18n import N_, _, ngettext
from bootcamp_app.features.attendance.views import OF_CANVAS, RESULTS
from bootcamp_app.features.badges.rules import canvas_code_in, spaced
from bootcamp_app.ui.team_names import team_in_both
from bootcamp_app.ui.words import Text, clock_time, digits

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.attendance.views import Scan, WalkedIn
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.views import Participant

REFUSED = {
    "malformed": N_("Not a badge"),
    "unknown": N_("Not on the list"),
    "replaced_badge": N_("Old badge"),
    "ambiguous": N_("Two people, one code"),
    "withdrawn": N_("Has withdrawn"),
    "not_approved": N_("Not confirmed yet"),
    "not_enrolled": N_("Not expected here"),
    "not_open": N_("Not open yet"),
    "closed": N_("The session is over"),
    "locked": N_("The session is closed"),
    "needs_answer": N_("Ask first"),
}
"""A refusal in two or three words, for reading from far."""

QUESTIONS = {
    "sex": N_("Ask for the sex"),
    "birth_year": N_("Ask for the year of birth"),
    "phone": N_("Ask for the phone number"),
    "email": N_("Ask for the e-mail address"),
    "organisation": N_("Ask for the organisation"),
    "position": N_("Ask for the position"),
    "sector": N_("Ask for the sector"),
    "province": N_("Ask for the province"),
    "district": N_("Ask for the district"),
    "disability": N_("Ask about a disability"),
}
_MEANINGS = {
    "recorded": "good",
    "late": "warning",
    "needs_answer": "warning",
    "duplicate": "info",
}
_OF_CANVAS = N_("Code of a canvas")
_NOBODY = "calendar"
_SOUNDS = {"recorded": "good", "late": "late", "duplicate": "again", "needs_answer": "ask"}
_ICONS = {"good": "check-circle", "warning": "clock", "bad": "refuse", "info": "duplicate"}


@dataclass(frozen=True)
class Answer:
    """What the door says, to be read from three metres."""

    meaning: str
    icon: str
    headline: Text
    name: str = ""
    second: str = ""
    detail: Text = ""
    sound: str = ""
    """What is heard, one of resources/sounds; nothing where empty."""
    person: Participant | None = None
    """Whose face belongs to it."""
    note: str = ""
    """What somebody wrote down about the person for whoever works at the desk."""
    team: str = ""
    is_open: bool = False
    """Whether people in the queue may read it; else they are asked to come to the desk."""


def answer_to(scan: Scan, zone: tzinfo | None) -> Answer:
    """Give what to say to what came of a scan."""
    meaning = _meaning(scan.result)
    name, second = names_of(scan.participant)
    return Answer(
        meaning=meaning,
        icon=_icon(scan, meaning),
        headline=_headline(scan, zone),
        name=name,
        second=second or ("" if name else _code(scan.code)),
        detail=_organisation(scan.participant) if scan.is_accepted else scan.told,
        sound=_SOUNDS.get(scan.result, "refused"),
        person=scan.participant,
        note=scan.participant.note if scan.participant else "",
        team=scan.participant.team if scan.participant else "",
        is_open=scan.is_accepted,
    )


def answer_to_walk_in(came: WalkedIn, zone: tzinfo | None) -> Answer:
    """Give what to say to who was registered at the door, and came in or not."""
    answer, scan = answer_to(came.scan, zone), came.scan
    if not came.is_new:
        return answer
    if scan.is_accepted:
        return replace(answer, detail=lambda: _parted(_("Walk-in"), _where(scan.participant)))
    only = N_("Registered, but not checked in.")
    return replace(answer, detail=lambda: f"{_(only)} {scan.told}")


def answer_to_refusal(refusal: Refusal) -> Answer:
    """Give what to say where nothing could be kept."""
    is_lost = isinstance(refusal, NotSaved)
    headline = N_("Not saved") if is_lost else N_("Not checked in")
    sound = "not-saved" if is_lost else "refused"
    return Answer("bad", "alert", headline, detail=refusal.sentence, sound=sound)


def no_session() -> Answer:
    """Give what to say where there is no session to which anybody could come."""
    detail = N_("No session is chosen. Choose a bootcamp at the top left, then scan again.")
    return Answer("bad", "calendar", N_("Not checked in"), detail=detail, sound="refused")


def nobody_expected() -> Answer:
    """Give what to say while there is no session to which anybody could come."""
    return Answer("", _NOBODY, N_("No session is chosen"), is_open=True)


def closed() -> Answer:
    """Give what to say to who would be registered at a session that is closed."""
    return Answer("bad", "lock", REFUSED["locked"], detail=RESULTS["locked"], sound="refused")


def no_badge(text: str) -> Answer:
    """Give what to say where a scanner read another code, away from the door; nothing is kept."""
    detail = N_("Nothing was put into the fields. Scan a badge of this bootcamp.")
    headline = REFUSED["malformed"]
    if canvas_code_in(text):
        headline, detail = _OF_CANVAS, OF_CANVAS
    return Answer(
        "bad", _ICONS["bad"], headline, second=_code(text), detail=detail, sound="refused"
    )


def nobody_called(text: str) -> Answer:
    """Give what to say where a name or a number finds nobody."""
    detail = N_("Check the spelling, or press F2 to register a walk-in.")
    return Answer("bad", "user-x", N_("Nobody found"), second=text, detail=detail,
                  sound="refused")  # fmt: skip


def several_called(text: str) -> Answer:
    """Give what to say where a name means several people and the next one is typed already."""
    detail = N_("Type the name again, then choose who is meant.")
    return Answer("bad", "users", N_("Several people found"), second=text, detail=detail,
                  sound="refused")  # fmt: skip


def taken_back(person: Participant | None) -> Answer:
    """Give what to say where somebody's scan was taken back."""
    name, second = names_of(person)
    return Answer("info", "undo", N_("Taken back"), name, second, _organisation(person))


def waiting(session: Session, now: datetime) -> Answer:
    """Give what to say while nobody has come since the session was chosen."""
    if session.is_locked:
        return Answer("", "lock", REFUSED["locked"], detail=RESULTS["locked"])
    if now < session.opens_at:
        opens = _at(N_("The door opens at {time}"), session.opens_at)
        return Answer("", "clock", opens, detail=N_("Who comes before that is not counted."))
    if now > session.ends_at:
        over = N_("Nobody can come in any more. Choose another session above.")
        return Answer("", "door", REFUSED["closed"], detail=over)
    return ready()


def ready() -> Answer:
    """Give what to say when the next person may come."""
    detail = N_("Scan a badge, or type a name below.")
    return Answer("", "scan", N_("Ready for the next person"), detail=detail, is_open=True)


def for_the_queue(answer: Answer) -> Answer:
    """Give what people in the queue may read of it: no reasons, no notes, no organisation."""
    if answer.is_open:
        team, waits = answer.team, not answer.meaning
        seat = (lambda: _("Team {name}").format(name=team_in_both(team))) if team else ""
        detail = N_("Hold the code of your badge up to the scanner or the camera.")
        if answer.icon == _NOBODY:
            return answer
        return replace(answer, detail=detail if waits else seat, person=None, note="")
    if answer.meaning in ("bad", "warning"):
        return Answer("warning", "help", N_("Please come to the desk"))
    return Answer(answer.meaning, answer.icon, answer.headline)


def names_of(person: Participant | None) -> tuple[str, str]:
    """Give a name in both scripts, Khmer first."""
    if person is None:
        return "", ""
    first = person.name_km or person.name_en
    return first, person.name_en if person.name_en != first else ""


def _meaning(result: str) -> str:
    return _MEANINGS.get(result, "bad")


def _icon(scan: Scan, meaning: str) -> str:
    if scan.result == "needs_answer":
        return "help"
    return "logout" if scan.is_exit and meaning == "good" else _ICONS[meaning]


def _headline(scan: Scan, zone: tzinfo | None) -> Text:
    moment = scan.at.astimezone(zone)
    if scan.result == "late":
        return lambda: _late(scan.minutes_late, moment)
    if scan.result == "duplicate":
        first = (scan.first_at or scan.at).astimezone(zone)
        return _at(N_("Already checked in at {time}"), first)
    if scan.result == "recorded":
        return _at(N_("Left · {time}") if scan.is_exit else N_("Checked in · {time}"), moment)
    if scan.instead is not None:
        return N_("A colleague came instead")
    if scan.is_of_canvas:
        return _OF_CANVAS
    return N_("Blank badge") if scan.is_blank else REFUSED[scan.result]


def _late(minutes: int, moment: datetime) -> str:
    said = ngettext("Late by {n} minute · {time}", "Late by {n} minutes · {time}", minutes)
    return said.format(n=digits(minutes), time=clock_time(moment))


def _at(message: str, moment: datetime) -> Text:
    return lambda: _(message).format(time=clock_time(moment))


def _code(code: str) -> str:
    return spaced(code) if code.isdecimal() else code[:40]


def _organisation(person: Participant | None) -> Text:
    if person is None:
        return ""
    return lambda: _where(person)


def _where(person: Participant | None) -> str:
    if person is None:
        return ""
    team = _("Team {name}").format(name=team_in_both(person.team)) if person.team else ""
    return _parted(person.organisation, person.position, team)


def _parted(*parts: str) -> str:
    return " · ".join(filter(None, parts))
