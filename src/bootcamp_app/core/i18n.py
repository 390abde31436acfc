"""Words in the person's language: gettext catalogues, English as the source, Khmer beside it."""

from __future__ import annotations

import gettext
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.core.resources import resource_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOURCE_LANGUAGE = "en"
LANGUAGES = ("en", "km")


class Words:
    """The catalogue in use. One for the whole program; switching it turns every later word.

    Work beside the window may keep to the language in which it was asked for.
    """

    def __init__(self) -> None:
        self.everywhere = Spoken(SOURCE_LANGUAGE, gettext.NullTranslations())
        self._here = ContextVar[Spoken | None]("spoken here", default=None)

    @property
    def language(self) -> str:
        """The language in use, here."""
        return (self._here.get() or self.everywhere).language

    @property
    def catalogue(self) -> gettext.NullTranslations:
        """Its catalogue."""
        return (self._here.get() or self.everywhere).catalogue

    def use(self, language: str) -> None:
        """Switch to a language of LANGUAGES; an unknown one is a programming error."""
        if language not in LANGUAGES:
            raise ValueError(language)
        self.everywhere = Spoken(language, _catalogue(language))

    @contextmanager
    def speaking(self, language: str) -> Iterator[None]:
        """Speak one language on this thread, whichever is switched to meanwhile."""
        before = self._here.set(Spoken(language, _catalogue(language)))
        try:
            yield
        finally:
            self._here.reset(before)


class Spoken(NamedTuple):
    """A language and its catalogue, which turn together."""

    language: str
    catalogue: gettext.NullTranslations


class Sentence:
    """A sentence kept with its values, which turns into words only when it is shown."""

    def __init__(self, message: str, **values: object) -> None:
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return _(self.message).format(**self.values) if self.values else _(self.message)

    def __repr__(self) -> str:
        return f"Sentence({self.message!r})"


words = Words()


def _(message: str) -> str:
    """Give the message in the language in use, or in English where none is known."""
    return words.catalogue.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Give the form that suits the number n."""
    return words.catalogue.ngettext(singular, plural, n)


def N_(message: str) -> str:  # noqa: N802 - the name that gettext tools know
    """Mark a message for the catalogue without translating it yet."""
    return message


def NN_(singular: str, plural: str) -> tuple[str, str]:  # noqa: N802 - beside N_
    """Mark a message with a plural for the catalogue without translating it yet."""
    return singular, plural


def locale_folder() -> Path:
    """Where the catalogues lie."""
    return resource_folder("locale")


def in_language(message: str, language: str) -> str:
    """Give a marked message in one language, whichever is in use: paper often shows two."""
    return _catalogue(language).gettext(message)


def _catalogue(language: str) -> gettext.NullTranslations:
    if language == SOURCE_LANGUAGE:
        return gettext.NullTranslations()
    return gettext.translation("messages", str(locale_folder()), [language])
