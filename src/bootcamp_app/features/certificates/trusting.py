"""The lists by which certificates are verified: ours to give away, and others' taken in."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.certificates.tables import EndorsementRow
from bootcamp_app.features.certificates.trusted import AHEAD
from bootcamp_app.features.certificates.views import TrustChanged

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy.orm import Session

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.certificates.organisation_keys import OrganisationKey
    from bootcamp_app.features.certificates.trusted import Organisation, TrustList
    from bootcamp_app.features.certificates.views import Issuer, Verification
    from bootcamp_app.reading.frames import Frame
    from bootcamp_app.storage.database import Database

    Progress = Callable[[int, int], None]

# What signs and checks is heavy and wanted seldom: it is imported when it is.


@dataclass(frozen=True)
class Signing:
    """As whom this computer signs, and who stands for it."""

    issuer: Issuer | None
    """None before it first signed."""
    organisation: Organisation | None = None
    others: int = 0
    """How many more sign in this workspace."""
    lists: tuple[TrustList, ...] = ()
    """The lists of others that were taken in."""


@dataclass(frozen=True)
class TakenIn:
    """A list that was taken in, or was there before."""

    list: TrustList
    is_new: bool


class Unconfirmed(Refusal):
    """A list is of somebody whom this workspace does not trust as yet; a person must say so."""

    def __init__(self, held: TrustList) -> None:
        super().__init__(
            N_(
                "This list is of {name}, whom this workspace does not trust as yet. Compare the "
                "fingerprint with them: {fingerprint}. Then take it in once more and say that you "
                "trust it."
            ),
            name=name_of(held),
            fingerprint=fingerprint_of(held),
        )
        self.list = held


class TrustLists:
    """The lists of keys and void certificates that this workspace knows."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def lists(self) -> list[TrustList]:
        """Give what the workspace knows itself, then the lists that were taken in."""
        with self._database.read() as reader:
            return self._lists(reader)

    def verify(
        self,
        shown: str,
        progress: Progress = lambda done, of: None,  # noqa: ARG005
    ) -> list[Verification]:
        """Verify a code's text, or every code in a picture or PDF of that name.

        A `progress(done, of)` that raises Cancelled ends it between two pages.
        """
        from bootcamp_app.features.certificates.shown import verify_shown  # noqa: PLC0415

        return verify_shown(shown, self.lists(), self._clock.now(), progress)

    def verify_frame(self, frame: Frame) -> list[Verification]:
        """Verify every code in a picture that lies in no file, such as a pasted one."""
        from bootcamp_app.features.certificates.shown import verify_frame  # noqa: PLC0415

        return verify_frame(frame, self.lists(), self._clock.now())

    def check(self, text: str) -> Verification:
        """Verify the text of one code, such as a camera reads it."""
        from bootcamp_app.features.certificates.checking import check  # noqa: PLC0415

        return check(text, self.lists(), self._clock.now())

    def file(self) -> str:
        """Give the list to hand over, signed by this computer; its key is made if need be."""
        from bootcamp_app.features.certificates import keys, trust, trust_kept  # noqa: PLC0415

        with self._database.write() as work:
            row, key = keys.signing_key(work)
            work.flush()
            public_key = key.public_key().public_bytes_raw()
            held = trust_kept.live(work, self._clock.now())
            ours = trust_kept.endorsements(work, public_key, row.letter)
        organisation = ours[0].organisation if ours else None
        of = organisation.public_key if organisation else b""
        issuers = trust_kept.each_once(held.issuers, of)
        return trust.written(replace(held, organisation=organisation, issuers=issuers), key)

    def signing(self) -> Signing:
        """Say as whom this computer signs and who stands for it."""
        from bootcamp_app.features.certificates import keys, trust_kept  # noqa: PLC0415

        with self._database.read() as reader:
            own = keys.own_issuer(reader)
            live, *taken_in = self._lists(reader)
            words = trust_kept.endorsements(reader, own.public_key, own.letter) if own else []
        others = len(trust_kept.each_once(live.issuers)) - (own is not None)
        organisation = words[0].organisation if words else None
        return Signing(own, organisation, others, tuple(taken_in))

    def endorse(self, key: OrganisationKey, letter: str = "") -> list[Issuer]:
        """Have an organisation stand for all who sign in this workspace, or for one letter.

        Give those who were endorsed now; whoever has its word already gets no second one.
        """
        from bootcamp_app.features.certificates import keys, trust_kept  # noqa: PLC0415
        from bootcamp_app.features.certificates.endorsing import endorse  # noqa: PLC0415

        now = self._clock.now()
        with self._database.write() as work:
            keys.signing_key(work)
            work.flush()
            signing = trust_kept.each_once(trust_kept.live(work, now).issuers)
            everybody = [one.issuer for one in signing]
            meant = [one for one in everybody if letter in {"", one.letter}]
            if not meant:
                raise Refusal(
                    "Nobody signs with the letter {letter} in this workspace. Those who do: "
                    "{known}.",
                    letter=letter,
                    known=", ".join(one.letter for one in everybody),
                )
            new = [one for one in meant if not _has_word(work, one, key.organisation)]
            for one in new:
                word = endorse(one, key.private, now.astimezone().date())
                work.add(
                    EndorsementRow(
                        public_key=b64encode(one.public_key).decode(),
                        letter=one.letter,
                        organisation_key=b64encode(word.organisation_key).decode(),
                        organisation_km=key.organisation.name_km,
                        organisation_en=key.organisation.name_en,
                        signed_on=word.signed_on,
                        signature=b64encode(word.signature).decode(),
                    )
                )
            work.announce(TrustChanged())
        return new

    def take_in(self, text: str, *, is_trusted: bool = False) -> TakenIn:
        """Keep a list that somebody handed over, so that their certificates can be verified.

        Raises Unconfirmed where it is of somebody new and nobody said that they are trusted, and
        a Refusal where a newer one of the same source is here already.
        """
        from bootcamp_app.features.certificates import trust, trust_kept  # noqa: PLC0415

        held = _read(text)
        if held.made_at > self._clock.now() + AHEAD:
            raise Refusal(
                "The list of {name} says that it was made on {day}, which is still to come. Set "
                "the clock of this computer right, or ask for a new list.",
                name=name_of(held),
                day=held.made_at.date().isoformat(),
            )
        with self._database.write() as work:
            lists = self._lists(work)
            earlier = [
                one
                for one in lists[1:]
                if one.signed_by == held.signed_by
                and trust_kept.source(one) == trust_kept.source(held)
            ]
            for one in earlier:
                if one.sequence > held.sequence:
                    raise Refusal(
                        "A newer list of {name} is here already, made on {day}. Nothing was "
                        "changed.",
                        name=name_of(one),
                        day=one.made_at.astimezone().date().isoformat(),
                    )
                if trust_kept.age(one) >= trust_kept.age(held):
                    return TakenIn(one, is_new=False)  # it says the same
            if not is_trusted and not _is_known(held, lists):
                raise Unconfirmed(held)
            trust_kept.keep(work, held, trust.compact(text))
            work.announce(TrustChanged())
        return TakenIn(held, is_new=True)

    def _lists(self, reading: Session) -> list[TrustList]:
        from bootcamp_app.features.certificates import trust_kept  # noqa: PLC0415

        return [trust_kept.live(reading, self._clock.now()), *trust_kept.kept(reading)]


def fingerprint(public_key: bytes) -> str:
    """Give what two people compare to know that they mean the same key: 20 signs in fives."""
    signs = sha256(public_key).hexdigest()[:20].upper()
    return " ".join(signs[at : at + 5] for at in range(0, 20, 5))


def fingerprint_of(held: TrustList) -> str:
    """Give the fingerprint of whose list it is."""
    return fingerprint(held.organisation.public_key if held.organisation else held.signed_by)


def name_of(held: TrustList) -> str:
    """Give whose list it is: the organisation's names, or the letter of who signed it."""
    if held.organisation:
        return held.organisation.name
    letters = [one.issuer.letter for one in held.issuers if one.issuer.public_key == held.signed_by]
    return ", ".join(letters)


def _read(text: str) -> TrustList:
    from bootcamp_app.features.certificates import trust  # noqa: PLC0415

    try:
        return trust.read(text)
    except trust.NotATrustList as problem:
        raise trust.no_list() from problem


def _is_known(held: TrustList, lists: Sequence[TrustList]) -> bool:
    """Say whether a list adds nobody whom this workspace would have to begin to trust.

    The first of the lists is what the workspace knows itself.
    """
    if held.organisation is None:
        keys = {one.issuer.public_key for known in lists for one in known.trusted}
        return {one.issuer.public_key for one in held.issuers} <= keys
    # Not the word of anybody for a laptop that is known: only of whom a person trusted.
    accepted = {known.organisation.public_key for known in lists if known.organisation}
    own = {one.endorsement.organisation_key for one in lists[0].issuers if one.endorsement}
    return held.organisation.public_key in accepted | own


def _has_word(reading: Session, issuer: Issuer, organisation: Organisation) -> bool:
    from bootcamp_app.features.certificates import trust_kept  # noqa: PLC0415

    words = trust_kept.endorsements(reading, issuer.public_key, issuer.letter)
    return any(
        one.organisation is not None and one.organisation.public_key == organisation.public_key
        for one in words
    )
