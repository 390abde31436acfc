"""Small pieces of a page for browsers: every text escaped, every word in both languages."""

from __future__ import annotations

import re
from html import escape

from bootcamp_app.core.i18n import in_language

_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def text(written: str) -> str:
    """Give a text that stays a text, whatever signs it holds."""
    return escape(_NOT_TEXT.sub("", written), quote=True)


def words(message: str, **values: object) -> str:
    """Give a message of the catalogue in both languages; the page shows one of them."""
    return pair(in_language(message, "km").format(**values), message.format(**values))


def pair(khmer: str, english: str) -> str:
    """Give a text in both languages, or the only one there is, which is shown in either."""
    if not khmer or not english or khmer == english:
        return text(khmer or english)
    return (
        f'<span class="km" lang="km">{text(khmer)}</span>'
        f'<span class="en" lang="en">{text(english)}</span>'
    )


def labels(message: str, **values: object) -> str:
    """Give the attributes by which a part is called in the language that is chosen."""
    khmer = text(in_language(message, "km").format(**values))
    english = text(message.format(**values))
    return f'data-label-km="{khmer}" data-label-en="{english}" aria-label="{khmer}"'
