"""Lists that lie in files: of either kind, as text of codes, or as pictures and pages of them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates import trust
from bootcamp_app.features.certificates.keys import OLD_KIND, old_list
from bootcamp_app.features.certificates.trust_codes import from_codes, is_code
from bootcamp_app.features.certificates.trusted import Endorsed, TrustList
from bootcamp_app.reading.codes import codes_in
from bootcamp_app.reading.pages import is_pdf, rendered
from bootcamp_app.reading.pictures import grey, is_picture

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_DPI = 200
_MOST_BYTES = 8_000_000


def list_in(path: Path) -> TrustList:
    """Give the list in a file, of this or of the first kind; a Refusal where there is none."""
    text = text_in(path)
    try:
        if json.loads(text)["kind"] == OLD_KIND:
            issuers, revoked = old_list(text)
            return TrustList(
                made_at=datetime.min.replace(tzinfo=UTC),
                sequence=0,
                organisation=None,
                issuers=tuple(map(Endorsed, issuers)),
                revoked_serials=frozenset(revoked),
                is_undated=True,
            )
        return trust.read(text)
    except (KeyError, TypeError, ValueError, RecursionError) as problem:
        raise _no_list(path) from problem


def text_in(*paths: Path) -> str:
    """Give the text of the trust file in a file, or in pictures and pages of its codes."""
    found = [_found_in(path) for path in paths]
    codes = [code for texts in found for code in texts if is_code(code)]
    try:
        return from_codes(codes) if codes else "\n".join(found[0])
    except trust.NotATrustList as problem:
        raise _no_list(paths[0]) from problem


def _found_in(path: Path) -> list[str]:
    """Give what the codes in a file say, or its lines where it holds text."""
    try:
        if is_pdf(path):
            return [code.text for page in rendered(path, _DPI) for code in codes_in(page)]
        if is_picture(path):
            return [code.text for code in codes_in(grey(path))]
        with path.open("rb") as file:
            return file.read(_MOST_BYTES).decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise _no_list(path) from problem


def text_of(codes: Sequence[str]) -> str:
    """Give the text of the trust file that codes carry together."""
    try:
        return from_codes(codes)
    except trust.NotATrustList as problem:
        raise trust.no_list() from problem


def _no_list(path: Path) -> Refusal:
    return Refusal(
        "“{name}” is not a list of issuers, or was changed after it was signed. Make one with: "
        "bootcamp certificates trust.",
        name=path.name,
    )
