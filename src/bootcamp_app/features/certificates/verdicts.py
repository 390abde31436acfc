"""What a verification means in words: the state, how sure it is, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import Sentence
from bootcamp_app.features.certificates.views import REASONS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bootcamp_app.features.certificates.views import Verification


def sentences(
    one: Verification,
    say_day: Callable[[date], object] = str,
    say_number: Callable[[int], object] = str,
) -> list[Sentence]:
    """Give what is to be said of a certificate, the verdict first; days and numbers as wanted."""
    told = [Sentence(REASONS[one.reason])]
    if one.is_badge:
        told.append(Sentence("It is a badge: it says who somebody is, and certifies nothing."))
    if _is_alike(one):
        told.append(_ALIKE)
    elif one.reason == "superseded":
        number = say_number(one.by_revision)
        told.append(Sentence("Revision {number} holds in its place.", number=number))
    if one.letter:
        told.append(_issuer(one))
    told += _list(one, say_day, say_number)
    return told


def advice(one: Verification) -> Sentence:
    """Say what to do now."""
    return _ASK_WHICH if _is_alike(one) else _ADVICE[one.reason]


def _is_alike(one: Verification) -> bool:
    """Say whether the one that holds has the same revision, of another laptop."""
    return (
        one.reason == "superseded"
        and one.record is not None
        and one.record.revision == one.by_revision
    )


def _issuer(one: Verification) -> Sentence:
    if one.organisation:
        return Sentence(
            "Signed by laptop {letter}, for which {name} stands.",
            letter=one.letter,
            name=one.organisation,
        )
    return Sentence("Signed by laptop {letter}; no organisation stands for it.", letter=one.letter)


def _list(
    one: Verification, say_day: Callable[[date], object], say_number: Callable[[int], object]
) -> list[Sentence]:
    if one.list_made_at is None:
        return []
    told = []
    day = say_day(one.list_made_at.astimezone().date())
    if one.days_old:
        days = say_number(one.days_old)
        told.append(Sentence("The list is {days} days old, made on {day}.", days=days, day=day))
    else:
        told.append(Sentence("The list was made on {day}.", day=day))
    if one.is_after_list:
        told.append(Sentence("The certificate was issued after the list was made; that is normal."))
    return told


_ALIKE = Sentence(
    "Two laptops corrected it at the same time: another one of the same revision holds in its "
    "place."
)
_ASK_WHICH = Sentence("Do not accept it. Ask those who issued it for the one that holds.")
_ADVICE = {
    "valid": Sentence("Compare the names, the day and the number with the paper."),
    "valid_old_list": Sentence(
        "Compare the names, the day and the number with the paper, and ask for a newer list."
    ),
    "superseded": Sentence("Ask for the corrected certificate, with the later revision."),
    "revoked": Sentence("Do not accept it. Ask those who issued it for the reason."),
    "unknown_issuer": Sentence(
        "Ask those who issued it for their trust list and take it in. Until then do not accept it."
    ),
    "altered": Sentence("Do not accept it. Ask those who issued it."),
    "not_a_certificate": Sentence("Check the code beside the certificate's number."),
    "not_readable": Sentence("Hold the camera closer, with light from the side, and try again."),
}
