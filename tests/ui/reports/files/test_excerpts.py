"""The cover of a report as the preview shows it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.i18n import words
from bootcamp_app.features.reports.views import Fact, Report
from bootcamp_app.ui.reports.files.excerpts import excerpts_of
from bootcamp_app.ui.words import tongue

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    words.use("en")
    tongue.has_khmer_digits = False


def test_days_on_a_cover_are_in_words() -> None:
    tongue.has_khmer_digits = True
    facts = (Fact("first", "First", date(2026, 12, 1)),
             Fact("made_at", "Made", datetime(2026, 12, 3, 9, 10, tzinfo=UTC)))  # fmt: skip
    report = Report("indicators", "Indicators", (), facts=facts)

    def said(language: str) -> list[str]:
        words.use(language)
        return [text for _title, text in excerpts_of(report).cover]

    assert said("en") == ["1 December 2026", "3 December 2026, 09:10"]
    assert said("km") == ["ថ្ងៃទី១ ខែធ្នូ ឆ្នាំ២០២៦", "ថ្ងៃទី៣ ខែធ្នូ ឆ្នាំ២០២៦, ០៩:១០"]
