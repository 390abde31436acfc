"""The signed record in a certificate's code."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.code_sizes import VERSIONS
from bootcamp_app.features.certificates.records import sign, verify
from bootcamp_app.features.certificates.views import Issuer, Record, Verification
from bootcamp_app.printing.qr import CodeTooSmall, symbol

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
ISSUER = Issuer("A", KEY.public_key().public_bytes_raw())
SERIAL = "KMP26-A-00001-K"
MOST = 113  # signs of both names together
ISSUED = date(2026, 3, 4)
DAYS = st.integers(0, 0xFFFF).map(lambda days: date(2000, 1, 1) + timedelta(days=days))
KHMER = st.text(st.characters(min_codepoint=0x1780, max_codepoint=0x17FF), max_size=50)
LATIN = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=60)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
NAMES = st.one_of(KHMER, LATIN, ANY)


def record(name_km: str = "សុខ ដារ៉ា", name_en: str = "Sok Dara", title: str = "Bootcamp") -> Record:
    return Record(SERIAL, name_km, name_en, title, ISSUED)


def version_of(text: str) -> int:
    """Give the smallest QR version at level M that holds a text, of all that there are."""
    for version in range(1, 41):
        try:
            return symbol(text, version=version, level="M", mask=3).version
        except CodeTooSmall:
            continue
    raise AssertionError(text)


@given(NAMES, NAMES, NAMES, DAYS)
@example("ចាន់ ស្រីនាង", "Chan Sreyneang", "វគ្គបំប៉ន – Civic Bootcamp", ISSUED)
@example("", "", "", date(2000, 1, 1))
@example("\x1b", "é😀", " ", ISSUED)
def test_a_code_says_what_was_signed_and_never_shortens_a_name(
    name_km: str, name_en: str, title: str, issued_on: date
) -> None:
    signed = Record(SERIAL, name_km, name_en, title, issued_on)

    found = verify(sign(signed, KEY), [ISSUER])

    assert found.is_valid
    assert found.record is not None
    assert (found.record.name_km, found.record.name_en) == (name_km, name_en)
    assert (found.record.serial, found.record.issued_on) == (SERIAL, issued_on)
    assert title.startswith(found.record.title.removesuffix("…"))


@given(st.binary(min_size=32, max_size=32))
def test_a_code_is_valid_whatever_key_signed_it(seed: bytes) -> None:
    """A key's first byte decides the first sign, which may be one that is easily lost."""
    key = Ed25519PrivateKey.from_private_bytes(seed)

    found = verify(
        f"\n {sign(record(), key)}\r\n", [Issuer("A", key.public_key().public_bytes_raw())]
    )

    assert found == Verification("valid", record())


@given(NAMES, NAMES, LATIN)
def test_a_code_grows_for_names_and_the_first_20_signs_of_a_title_and_not_for_more(
    name_km: str, name_en: str, title: str
) -> None:
    whole = version_of(sign(record(name_km, name_en, title), KEY))
    least = version_of(sign(record(name_km, name_en, title[:20]), KEY))

    assert max(whole, VERSIONS[0]) == max(least, VERSIONS[0])
    assert whole <= VERSIONS[-1]


def test_a_usual_certificate_needs_the_smallest_printed_symbol() -> None:
    usual = record("ចាន់ ស្រីនាង", "Chan Sreyneang", "Civic Innovation Bootcamp")

    assert version_of(sign(usual, KEY)) == VERSIONS[0]


def test_a_long_title_ends_in_an_ellipsis_where_the_code_is_full() -> None:
    title = "Bootcamp on civic innovation " * 6

    found = verify(sign(record(title=title), KEY), [ISSUER]).record

    assert found is not None
    assert found.title.endswith("…")
    assert len(found.title) > 20
    assert title.startswith(found.title[:-1])


def test_a_title_that_just_fits_is_not_cut() -> None:
    lengths = range(1, 120)
    whole = [
        length
        for length in lengths
        if (verify(sign(record(title="t" * length), KEY), [ISSUER]).record or record()).title
        == "t" * length
    ]

    assert whole == list(range(1, len(whole) + 1))
    assert len(whole) >= 35


@given(st.integers(0, MOST))
def test_names_fit_as_long_as_the_largest_symbol_holds_them(khmer: int) -> None:
    asked = record("ក" * khmer, "k" * (MOST - khmer))

    text = sign(asked, KEY)

    assert verify(text, [ISSUER]) == Verification("valid", replace(asked, title=""))
    assert version_of(text) == VERSIONS[-1]


@given(st.integers(0, MOST + 1))
def test_names_of_one_sign_more_are_refused(khmer: int) -> None:
    with pytest.raises(Refusal, match="together are too long for the code"):
        sign(record("ក" * khmer, "k" * (MOST + 1 - khmer)), KEY)


@pytest.mark.parametrize("name", ["ក" * 256, "é" * 100])
def test_a_name_that_no_code_can_hold_is_refused_in_words(name: str) -> None:
    with pytest.raises(Refusal, match="too long for the code"):
        sign(record(name), KEY)


@given(st.binary(min_size=32, max_size=32))
def test_a_code_signed_by_somebody_else_has_an_unknown_issuer(seed: bytes) -> None:
    other = Ed25519PrivateKey.from_private_bytes(seed)
    assume(seed != bytes(range(32)))

    assert verify(sign(record(), other), [ISSUER]).reason == "unknown_issuer"


def test_nobody_is_known_where_there_is_no_list_of_issuers() -> None:
    assert verify(sign(record(), KEY), []).reason == "unknown_issuer"


def test_a_revoked_serial_is_genuine_but_no_longer_holds() -> None:
    found = verify(sign(record(), KEY), [ISSUER], {SERIAL})

    assert found == Verification("revoked", record())
    assert not found.is_valid
