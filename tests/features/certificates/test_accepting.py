"""A layout from outside is taken in whole or refused in words, whatever stands in it."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.accepting import accepted
from bootcamp_app.features.certificates.layouts import issued_with, layouts
from bootcamp_app.features.certificates.linting import problems
from bootcamp_app.features.certificates.plates import plate_of
from bootcamp_app.features.certificates.views import Design
from tests.features.certificates.designs import certificate_for

TEXT = {"id": "a", "kind": "text", "x": 1, "baseline": 2, "width": 3, "text": "b"}
BOX = {"id": "b", "x": 20, "top": 30, "width": 50, "height": 20}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=6,
)


def document(*parts: Any, **changed: Any) -> dict[str, Any]:  # noqa: ANN401
    title = {"en": "", "km": ""}
    return {"version": 1, "title": title, "page": "A4-landscape", "parts": list(parts)} | changed


@pytest.mark.parametrize("name", sorted(layouts()))
def test_every_layout_of_ours_is_right(name: str) -> None:
    assert accepted(layouts()[name]) == layouts()[name]
    assert accepted(issued_with("official", 1))


@pytest.mark.parametrize(
    ("wanted", "word"),
    [
        (None, "not JSON"),
        ([], "not JSON"),
        (document(page="A5"), "page"),
        (document(page=["A4"]), "page"),
        (document(version="1"), "version"),
        (document(title="x"), "title"),
        (document(parts={}), "parts"),
        (document(), "parts"),
        (document("text"), "parts"),
        (document(*[TEXT] * 201), "parts"),
        (document({**TEXT, "kind": "poem"}), "no part “poem”"),
        (document({**TEXT, "kind": ["text"]}), "no part"),
        (document({**TEXT, "colr": "#000000"}), "no “colr”"),
        (document({key: TEXT[key] for key in TEXT if key != "x"}), "needs “x”"),
        (document(TEXT, TEXT), "called “a”"),
        (document({**TEXT, "id": "កខ"}), "“id”"),
        (document({**TEXT, "x": "1"}), "“x”"),
        (document({**TEXT, "x": True}), "“x”"),
        (document({**TEXT, "x": float("nan")}), "“x”"),
        (document({**TEXT, "x": 1e300}), "“x”"),
        (document({**TEXT, "x": 10**400}), "“x”"),
        (document(version=10**400), "version"),
        (document({**TEXT, "text": "a\ud800b"}), "“text”"),
        (document({**TEXT, "text": "a\0b"}), "“text”"),
        (document(title={"en": "\ud800", "km": ""}), "title"),
        (document({**TEXT, "font": "/etc/passwd"}), "“font”"),
        (document({**TEXT, "lines": 2.0}), "“lines”"),
        (document({**BOX, "kind": "logos", "which": [1.5]}), "“which”"),
        (document({**BOX, "kind": "logos", "which": [7]}), "“which”"),
        (document({**BOX, "kind": "logos", "height": -5}), "“height”"),
        (document({**BOX, "kind": "signatory", "number": 9}), "“number”"),
        (document({**TEXT, "width": 0.001}), "“width”"),
        (document({**TEXT, "size": 1e6}), "“size”"),
        (document({**TEXT, "width": 0}), "“width”"),
        (document({**TEXT, "colour": "red"}), "“colour”"),
        (document({**TEXT, "colour": "#12345g"}), "“colour”"),
        (document({**TEXT, "weight": 450}), "“weight”"),
        (document({**TEXT, "lines": True}), "“lines”"),
        (document({**TEXT, "text": None}), "“text”"),
        (document({**TEXT, "text": "x" * 3000}), "“text”"),
    ],
)
def test_a_layout_that_is_not_right_is_refused_with_what_is_wrong(
    wanted: object, word: str
) -> None:
    with pytest.raises(Refusal, match=word):
        accepted(wanted)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    name=st.sampled_from(sorted(layouts())),
    part=st.integers(0, 30),
    key=st.integers(0, 30),
    value=ANYTHING,
)
def test_any_value_anywhere_is_refused_or_can_be_measured(
    name: str, part: int, key: int, value: object
) -> None:
    wanted = deepcopy(layouts()[name])
    chosen = wanted["parts"][part % len(wanted["parts"])]
    chosen[sorted(chosen)[key % len(chosen)]] = value
    try:
        design = Design("", accepted(wanted))
    except Refusal:
        return

    told = problems(design, plate_of(design).values(certificate_for()))

    assert all(str(one.sentence) for one in told)


@given(ANYTHING)
def test_whatever_is_no_layout_is_refused_in_words(value: object) -> None:
    with pytest.raises(Refusal, match="cannot be used"):
        accepted(value)
