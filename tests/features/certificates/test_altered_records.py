"""Whatever happens to a code's text, it never becomes a valid certificate of something else."""

from __future__ import annotations

from datetime import date

import base45
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from bootcamp_app.features.certificates.records import sign, verify
from bootcamp_app.features.certificates.views import REASONS, Issuer, Record

MARK = "BD1:"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
ISSUER = Issuer("A", KEY.public_key().public_bytes_raw())
RECORD = Record(
    "KMP26-A-00001-K", "ចាន់ ស្រីនាង", "Chan Sreyneang", "Civic Bootcamp", date(2026, 3, 4)
)
TEXT = sign(RECORD, KEY)
DATA = bytes(base45.b45decode(TEXT.removeprefix(MARK)))
SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def coded(data: bytes) -> str:
    return MARK + bytes(base45.b45encode(data)).decode()


def reason_of(text: str) -> str:
    return verify(text, [ISSUER]).reason


def test_the_code_is_valid_as_long_as_nothing_is_changed() -> None:
    assert reason_of(coded(DATA)) == "valid"


def test_no_single_flipped_bit_is_ever_valid() -> None:
    flipped = [
        DATA[:at] + bytes([DATA[at] ^ 1 << bit]) + DATA[at + 1 :]
        for at in range(len(DATA))
        for bit in range(8)
    ]

    reasons = {reason_of(coded(data)) for data in flipped}

    assert reasons == {"altered", "unknown_issuer", "not_a_certificate"}


@pytest.mark.parametrize("value", [0x00, 0x1B, 0x41, 0x80, 0xFF])
def test_no_byte_written_over_is_ever_valid(value: int) -> None:
    changed = [
        DATA[:at] + bytes([value]) + DATA[at + 1 :] for at in range(len(DATA)) if DATA[at] != value
    ]

    assert "valid" not in {reason_of(coded(data)) for data in changed}


def test_no_other_sign_in_the_text_is_ever_valid() -> None:
    changed = [
        TEXT[:at] + sign + TEXT[at + 1 :]
        for at in range(len(TEXT))
        for sign in (*SIGNS[at % 7 :: 7], "é", "\n")
        if sign != TEXT[at]
    ]

    assert "valid" not in set(map(reason_of, changed))


def test_no_part_of_a_code_is_valid() -> None:
    parts = [TEXT[:end] for end in range(len(TEXT))] + [TEXT[start:] for start in range(1, 50)]

    assert "valid" not in set(map(reason_of, parts))


@given(st.binary(min_size=1, max_size=40))
def test_nothing_can_be_added_to_a_code(more: bytes) -> None:
    assert reason_of(coded(DATA + more)) != "valid"
    assert reason_of(coded(DATA[:-64] + more + DATA[-64:])) != "valid"


@given(st.text())
def test_any_text_is_answered_with_a_known_reason(text: str) -> None:
    assert reason_of(text) == "not_a_certificate"


@given(st.binary(max_size=200))
def test_any_bytes_behind_the_mark_are_answered_and_never_valid(data: bytes) -> None:
    assert reason_of(coded(data)) in REASONS.keys() - {"valid", "revoked", "not_readable"}


@given(st.text(alphabet=SIGNS, max_size=200))
def test_any_signs_behind_the_mark_are_answered_and_never_valid(text: str) -> None:
    assert reason_of(MARK + text) in REASONS.keys() - {"valid", "revoked", "not_readable"}


def test_a_badge_is_no_certificate() -> None:
    assert reason_of("71234567890123456") == "not_a_certificate"
