"""Texts that a spreadsheet would run are made text, and come back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bootcamp_app.core.formulas import as_text, as_written, is_run


@given(st.text(st.sampled_from("'=+-@\t\r\n1 aក"), max_size=8))
def test_every_text_comes_back_and_none_is_run(text: str) -> None:
    assert as_written(as_text(text)) == text
    assert not is_run(as_text(text))


@pytest.mark.parametrize("text", ["+855 12 345 678", "-5", "ក = ខ", "plain"])
def test_phones_numbers_and_words_stay_as_they_are(text: str) -> None:
    assert as_text(text) == text
