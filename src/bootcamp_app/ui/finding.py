"""Finding words whatever language is on: a message is known by its English and by its Khmer."""

from __future__ import annotations

import gettext
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import LANGUAGES, SOURCE_LANGUAGE, locale_folder
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.ui.words import in_words

if TYPE_CHECKING:
    from bootcamp_app.ui.words import Text


def in_language(message: str, language: str) -> str:
    """Give a message of the catalogue in a language, whichever is in use."""
    return message if language == SOURCE_LANGUAGE else _catalogue(language).gettext(message)


def keys_of(text: Text) -> tuple[str, ...]:
    """Give what a text is found by: its words in every language."""
    if isinstance(text, str):
        return _keys_of_message(text)
    return (comparison_key(in_words(text)),)


def query_keys(query: str) -> tuple[str, ...]:
    """Give the words of a question, as they are compared."""
    return tuple(filter(None, map(comparison_key, query.split())))


def nearness(query: tuple[str, ...], keys: tuple[str, ...]) -> int | None:
    """Say how near a text is to a question (0 is nearest); None where it is not meant."""
    near = [_near(query, key) for key in keys]
    return min((one for one in near if one is not None), default=None)


def _near(query: tuple[str, ...], key: str) -> int | None:
    if not all(word in key for word in query):
        return None
    return 0 if not query or key.startswith(query[0]) else 1


@lru_cache(maxsize=1024)
def _keys_of_message(message: str) -> tuple[str, ...]:
    return tuple(comparison_key(in_language(message, language)) for language in LANGUAGES)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("messages", str(locale_folder()), [language])
