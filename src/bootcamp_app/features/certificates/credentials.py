"""Digital badges: an Open Badges 3.0 credential in a picture, made offline for those who ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.files import make_folder, whole_file

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.credential_facts import ToMake
    from bootcamp_app.storage.database import Database

    Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class CredentialFiles:
    """The pictures that lie in a folder now, and how many of them were there before."""

    files: list[Path]
    kept: int


class Credentials:
    """Makes the digital companions of certificates."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write_all(
        self,
        bootcamp: Bootcamp,
        folder: Path,
        only: Collection[str] = (),
        *,
        with_tokens: bool = False,
        progress: Progress = lambda done, of: None,  # noqa: ARG005
    ) -> CredentialFiles:
        """Write one picture a certificate, called by its serial; some participations, or all.

        A picture that already holds the same credential stays, so that a work that was stopped
        goes on where it was. With tokens, each credential also lies beside it alone, as `.jwt`.
        """
        made, key = self._to_make(bootcamp, only)
        make_folder(folder)
        kept, files = 0, []
        for done, one in enumerate(made):
            progress(done, len(made))
            target = folder / f"{one.facts.certificate.serial}.png"
            kept += _write(one, key, target, with_token=with_tokens)
            files.append(target)
        progress(len(made), len(made))
        return CredentialFiles(files, kept)

    def write(self, bootcamp: Bootcamp, participation_id: str, target: Path) -> Path:
        """Write one person's picture and give its place."""
        [one, *_others], key = self._to_make(bootcamp, [participation_id])
        _write(one, key, target, with_token=False)
        return target

    def _to_make(
        self, bootcamp: Bootcamp, only: Collection[str]
    ) -> tuple[list[ToMake], Ed25519PrivateKey]:
        from bootcamp_app.features.certificates import (  # noqa: PLC0415 - keys load slowly
            credential_facts,
        )

        with self._database.write() as work:
            return credential_facts.to_make(work, bootcamp, only)


def _write(one: ToMake, key: Ed25519PrivateKey, target: Path, *, with_token: bool) -> bool:
    """Write one picture, whole or not at all; says whether the same one was there already."""
    from bootcamp_app.features.certificates import (  # noqa: PLC0415 - paper and pictures are heavy
        badge_picture,
        baking,
        credential_document,
        credential_tokens,
    )

    token = credential_tokens.signed(credential_document.document(one.facts), key)
    is_there = _holds(target, token)
    if not is_there:
        record = one.facts.record
        names = (record.name_km, record.name_en)
        shown = badge_picture.Shown(one.facts.certificate, names, one.logos)
        with whole_file(target) as part:
            part.write_bytes(baking.baked(badge_picture.picture(shown), token))
    if with_token:
        with whole_file(target.with_suffix(".jwt")) as part:
            part.write_text(token, "ascii")
    return is_there


def _holds(target: Path, token: str) -> bool:
    """Say whether a whole picture with exactly this credential lies there."""
    from bootcamp_app.features.certificates.baking import (  # noqa: PLC0415 - as above
        NotAWholePng,
        credentials_in,
    )

    try:
        return credentials_in(target.read_bytes()) == [token]
    except (OSError, NotAWholePng):
        return False
