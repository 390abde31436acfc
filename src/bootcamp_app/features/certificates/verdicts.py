"""What a verification means in words: the state, how sure it is, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import Sentence
from bootcamp_app.features.certificates.views import REASONS

if TYPE_CHECKING:
    from bootcamp_app.features.certificates.views import Verification


def sentences(one: Verification) -> list[Sentence]:
    """Give what is to be said of a certificate, the verdict first."""
    told = [Sentence(REASONS[one.reason])]
    if one.reason == "superseded":
        told.append(Sentence("Revision {number} holds in its place.", number=one.by_revision))
    if one.letter:
        told.append(_issuer(one))
    told += _list(one)
    return told


def advice(one: Verification) -> Sentence:
    """Say what to do now."""
    return _ADVICE[one.reason]


def _issuer(one: Verification) -> Sentence:
    if one.organisation:
        return Sentence(
            "Signed by laptop {letter}, for which {name} stands.",
            letter=one.letter,
            name=one.organisation,
        )
    return Sentence("Signed by laptop {letter}; no organisation stands for it.", letter=one.letter)


def _list(one: Verification) -> list[Sentence]:
    if one.list_made_at is None:
        return []
    told = []
    day = one.list_made_at.astimezone().date().isoformat()
    if one.days_old:
        told.append(
            Sentence("The list is {days} days old, made on {day}.", days=one.days_old, day=day)
        )
    else:
        told.append(Sentence("The list was made on {day}.", day=day))
    if one.is_after_list:
        told.append(Sentence("The certificate was issued after the list was made; that is normal."))
    return told


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
