"""What a person shows to have it verified: the text of a code, a photo, a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.checking import check
from bootcamp_app.features.certificates.companions import credential_in, credential_of, judged
from bootcamp_app.features.certificates.rules import is_serial
from bootcamp_app.features.certificates.trust_codes import is_code
from bootcamp_app.features.certificates.views import Verification
from bootcamp_app.reading.codes import codes_in
from bootcamp_app.reading.frames import luminance
from bootcamp_app.reading.pages import is_pdf, page_count, rendered
from bootcamp_app.reading.pictures import grey, is_picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from bootcamp_app.features.certificates.companions import Companion
    from bootcamp_app.features.certificates.trusted import TrustList
    from bootcamp_app.reading.frames import Frame

    Progress = Callable[[int, int], None]

_DPI = 150
_PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".heic", ".gif", ".bmp", ".tif", ".tiff"}
_FILES = {".pdf", ".jwt", *_PICTURES}


def verify_shown(
    shown: str,
    lists: Sequence[TrustList],
    now: datetime,
    progress: Progress = lambda done, of: None,  # noqa: ARG005
) -> list[Verification]:
    """Verify a code's text, or every code in a picture or PDF of that name."""
    path = Path(shown)
    if not _is_file(path):
        _must_be_a_code(shown)
        alone = credential_of(shown)
        return [_judged(alone, [], lists, now)] if alone else _checked([shown], lists, now)
    held = credential_in(path)
    if held is None:
        return _checked(list(_texts(path, progress)), lists, now)
    codes = list(_texts(path, progress)) if is_picture(path) else []
    return [_judged(held, codes, lists, now)]


def verify_frame(frame: Frame, lists: Sequence[TrustList], now: datetime) -> list[Verification]:
    """Verify every code in a picture that lies in no file."""
    return _checked([seen.text for seen in codes_in(luminance(frame))], lists, now)


def _judged(
    held: Companion, codes: Sequence[str], lists: Sequence[TrustList], now: datetime
) -> Verification:
    keys = {one.issuer.public_key for known in lists for one in known.trusted}
    return judged(held, codes, keys, lambda text: check(text, lists, now))


def _checked(texts: Sequence[str], lists: Sequence[TrustList], now: datetime) -> list[Verification]:
    if texts and all(is_code(text) for text in texts):
        raise Refusal(
            "This is a trust list and no certificate. Take it in with “Take in a list…”, or with: "
            "bootcamp certificates import-trust."
        )
    found = [check(text, lists, now) for text in texts if len(texts) == 1 or not is_code(text)]
    return found or [Verification("not_readable")]


def _texts(path: Path, progress: Progress) -> Iterator[str]:
    """Give the text of every code in a picture or in the pages of a PDF."""
    count = page_count(path) if is_pdf(path) else 1
    pictures = rendered(path, _DPI) if is_pdf(path) else iter([grey(path)])
    for done, picture in enumerate(pictures):
        progress(done, count)
        yield from (seen.text for seen in codes_in(picture))


def _must_be_a_code(text: str) -> None:
    """Raise a Refusal for what is meant otherwise: nobody should be called a forger for it."""
    if is_serial(text.strip().upper()):
        raise Refusal(
            "{serial} is only the number. Check the code beside it: its text, a photo or the PDF.",
            serial=text.strip(),
        )
    if Path(text).suffix.lower() in _FILES:
        raise Refusal(
            "There is no file {name}. Check its name and place, then choose it again.",
            name=Path(text).name,
        )


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        # A code's text is no possible file name.
        return False
