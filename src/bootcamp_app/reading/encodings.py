"""Text in letters from before Unicode: which of the old encodings it may be, shown as it reads."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, Sentence

SHOWN_LINES = 4
SHOWN_LETTERS = 120
PLAUSIBLE = {
    "cp1252": N_("Western letters (Windows)"),
    "cp874": N_("Thai letters (Windows)"),
    "mac_roman": N_("Western letters (Macintosh)"),
    "gb18030": N_("Chinese letters"),
    "cp1258": N_("Vietnamese letters (Windows)"),
}

_UNCLEAR = N_(
    "The letters in {name} are saved in an old way that loses Khmer. Choose how they read right "
    "({encodings}), or save the list as CSV UTF-8 or as XLSX and choose that file."
)


@dataclass(frozen=True)
class EncodingPreview:
    """The first lines of a text as they read in one encoding; `title` says which in words."""

    encoding: str
    title: Sentence
    lines: tuple[str, ...]


class EncodingUnclear(Refusal):
    """The text is not Unicode; `previews` show how it may read. Read again with one of them."""

    def __init__(self, name: str, previews: tuple[EncodingPreview, ...]) -> None:
        super().__init__(
            _UNCLEAR,
            name=name,
            encodings=", ".join(preview.encoding for preview in previews),
        )
        self.previews = previews


def previews_of(data: bytes) -> tuple[EncodingPreview, ...]:
    """Give how the text reads in each encoding that it may be in, the likeliest first."""
    found: dict[tuple[str, ...], tuple[float, EncodingPreview]] = {}
    for encoding, title in PLAUSIBLE.items():
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        lines = _first_lines(text)
        if lines not in found:
            preview = EncodingPreview(encoding, Sentence(title), lines)
            found[lines] = (_strangeness(text), preview)
    return tuple(preview for _, preview in sorted(found.values(), key=lambda one: one[0]))


def decoded_as(data: bytes, encoding: str, name: str) -> str:
    """Give the text in the encoding that a person chose; refuse one that is none or not its own."""
    try:
        if not codecs.lookup(encoding)._is_text_encoding:  # noqa: SLF001 - as bytes.decode asks
            raise LookupError(encoding)
        return data.decode(encoding)
    except UnicodeError as error:
        raise Refusal(
            "{name} is not saved in the letters {encoding}. Choose other letters.",
            name=name,
            encoding=encoding,
        ) from error
    except (LookupError, ValueError) as error:
        raise Refusal(
            "There are no letters {encoding}. Choose one of these: {encodings}.",
            encoding=encoding,
            encodings=", ".join(("utf-8", "utf-16", *PLAUSIBLE)),
        ) from error


def _first_lines(text: str) -> tuple[str, ...]:
    """Give a few lines, those with letters beyond ASCII first of all."""
    lines = [line.strip()[:SHOWN_LETTERS] for line in text.splitlines() if line.strip()]
    telling = [line for line in lines if not line.isascii()]
    return tuple((telling + [line for line in lines if line.isascii()])[:SHOWN_LINES])


def _strangeness(text: str) -> float:
    """Say how little of what is not ASCII are letters."""
    beyond = [char for char in text[:20_000] if not char.isascii()]
    return sum(not char.isalpha() for char in beyond) / len(beyond) if beyond else 0.0
