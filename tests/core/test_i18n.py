"""Sentences that turn into words only when they are shown."""

from __future__ import annotations

import gettext
import io
from typing import TYPE_CHECKING

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo

from bootcamp_app.core.errors import Cancelled, NotSaved, Refusal
from bootcamp_app.core.i18n import LANGUAGES, N_, Sentence, Spoken, _, ngettext, words

if TYPE_CHECKING:
    from collections.abc import Iterator

GREETING = N_("Hello {name}")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    words.use("en")
    yield
    words.use("en")


def speak_khmer() -> None:
    catalogue = Catalog(locale="km")
    catalogue.add(GREETING, "សួស្ដី {name}")
    catalogue.add(("{n} person", "{n} people"), ("មនុស្ស {n} នាក់",))
    file = io.BytesIO()
    write_mo(file, catalogue)
    file.seek(0)
    words.everywhere = Spoken("km", gettext.GNUTranslations(file))


def test_a_sentence_is_in_the_language_in_use_when_it_is_shown() -> None:
    sentence = Sentence(GREETING, name="ដារ៉ា")
    before = str(sentence)

    speak_khmer()

    assert before == "Hello ដារ៉ា"
    assert str(sentence) == "សួស្ដី ដារ៉ា"


def test_a_message_that_no_catalogue_knows_stays_english() -> None:
    speak_khmer()

    assert _("Nobody has translated this.") == "Nobody has translated this."


def test_numbers_choose_their_form_in_each_language() -> None:
    forms = [ngettext("{n} person", "{n} people", n) for n in (1, 2)]

    speak_khmer()

    assert forms == ["{n} person", "{n} people"]
    assert {ngettext("{n} person", "{n} people", n) for n in (1, 2)} == {"មនុស្ស {n} នាក់"}


def test_braces_in_a_value_are_only_text() -> None:
    assert str(Sentence("Not {what}", what="{name} %s")) == "Not {name} %s"


def test_braces_in_a_sentence_without_values_are_only_text() -> None:
    assert str(Sentence("Write {name} as it is")) == "Write {name} as it is"


def test_a_sentence_may_hold_another_one() -> None:
    outer = Sentence("Row 3: {why}", why=Sentence(GREETING, name="Dara"))

    speak_khmer()

    assert str(outer) == "Row 3: សួស្ដី Dara"


@pytest.mark.parametrize("kind", [Refusal, NotSaved, Cancelled])
def test_a_refusal_says_its_sentence_in_the_language_in_use(kind: type[Refusal]) -> None:
    refusal = kind(GREETING, name="Dara")

    speak_khmer()

    assert str(refusal) == "សួស្ដី Dara"
    assert refusal.sentence.message == "Hello {name}"
    assert isinstance(refusal, Refusal)


def test_each_language_of_the_program_can_be_chosen() -> None:
    used = []
    for language in LANGUAGES:
        words.use(language)
        used.append(words.language)

    assert used == ["en", "km"]


def test_an_unknown_language_is_a_mistake_of_the_program_and_changes_nothing() -> None:
    words.use("km")

    with pytest.raises(ValueError, match="fr"):
        words.use("fr")

    assert words.language == "km"
