"""Ten thousand records that nobody signed: not one of them is accepted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import base45
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bootcamp_app.features.certificates.records import (
    NotARecord,
    key_id,
    mark,
    opened,
    sign,
    verify,
)
from bootcamp_app.features.certificates.views import Issuer, Record

KEYS = [Ed25519PrivateKey.from_private_bytes(bytes([seed] * 32)) for seed in range(4)]
ISSUERS = [Issuer("ABCD"[at], key.public_key().public_bytes_raw()) for at, key in enumerate(KEYS)]
NAMES = (("ចាន់ ស្រីនាង", "Chan Sreyneang"), ("សុខ ដារ៉ា", "Sok Dara"), ("", "Kim Sophea"))
RECORDS = [
    Record(f"KMP26-A-{at:05}-K", *NAMES[at % 3], "Civic Bootcamp", date(2026, 3, 4), 1 + at % 3)
    for at in range(12)
]
TEXTS = [sign(one, KEYS[at % 4]) for at, one in enumerate(RECORDS)]
DATA = [bytes(base45.b45decode(text.removeprefix("BD1:"))) for text in TEXTS]
CHANCE = Random(6)
REFUSED = {"altered", "unknown_issuer", "not_a_certificate"}


def reasons_of(made: list[bytes]) -> set[str]:
    """Give the verdicts on records; those that were really signed must not be among them."""
    asked = [one for one in made if one not in DATA]
    assert len(asked) == len(made)
    return {verify("BD1:" + bytes(base45.b45encode(one)).decode(), ISSUERS).reason for one in asked}


def flipped(data: bytes, bits: int) -> bytes:
    """Give a record with so many bits turned over, each another one."""
    number = int.from_bytes(data, "big")
    for place in CHANCE.sample(range(8 * len(data)), bits):
        number ^= 1 << place
    return number.to_bytes(len(data), "big")


def test_every_record_is_accepted_before_anything_is_changed() -> None:
    assert {verify(text, ISSUERS).reason for text in TEXTS} == {"valid"}


@pytest.mark.parametrize("bits", [1, 2, 5, 40])
def test_of_thousands_with_flipped_bits_none_is_accepted(bits: int) -> None:
    made = [flipped(CHANCE.choice(DATA), bits) for _ in range(1500)]

    assert reasons_of(made) <= REFUSED


def test_of_thousands_of_random_records_that_name_a_known_key_none_is_accepted() -> None:
    known = [key_id(one.public_key) for one in ISSUERS]
    heads = [bytes([CHANCE.choice((1, 2))]) + CHANCE.choice(known) for _ in range(1500)]
    made = [head + CHANCE.randbytes(CHANCE.randrange(60, 180)) for head in heads]

    assert reasons_of(made) <= REFUSED


def test_of_thousands_with_a_signature_of_another_record_none_is_accepted() -> None:
    pairs = [CHANCE.sample(DATA, 2) for _ in range(1500)]
    made = [first[:-64] + second[-64:] for first, second in pairs]
    made += [first[:-64] + CHANCE.randbytes(64) for first, _second in pairs]

    assert reasons_of(made) == {"altered"}


def test_no_record_is_accepted_that_is_shorter_or_longer() -> None:
    made = [one[:end] for one in DATA[:3] for end in range(len(one))]
    made += [one + CHANCE.randbytes(more) for one in DATA for more in range(1, 20)]
    made += [CHANCE.randbytes(more) + one for one in DATA for more in range(1, 20)]
    made += [one + other for one in DATA for other in DATA]

    assert reasons_of(made) <= REFUSED


@pytest.mark.parametrize(
    "text", ["BD1:" + "0" * 100_000, "BD1:" + "X" * 3_000, "BD1:\ud800", "BD1"]
)
def test_what_is_far_too_long_or_no_text_at_all_is_no_certificate(text: str) -> None:
    assert verify(text, ISSUERS).reason == "not_a_certificate"
    with pytest.raises(NotARecord):
        opened(text)


@pytest.mark.parametrize("number", [0, 3, 255])
def test_a_format_that_is_not_known_is_no_certificate(number: int) -> None:
    assert reasons_of([bytes([number]) + one[1:] for one in DATA]) == {"not_a_certificate"}


def test_a_record_of_the_first_format_is_the_first_revision_and_valid_for_ever() -> None:
    body = bytes([1]) + DATA[0][1:7] + DATA[0][8:-64]
    text = "BD1:" + bytes(base45.b45encode(body + KEYS[0].sign(body))).decode()

    assert verify(text, ISSUERS).reason == "valid"
    assert verify(text, ISSUERS).record == RECORDS[0]


def test_blanks_around_a_pasted_code_are_forgiven_since_none_is_part_of_it() -> None:
    codes = [sign(replace(RECORDS[0], serial=f"K-{at}"), KEYS[at % 4]) for at in range(300)]

    assert [code for code in codes if code != code.strip()] == []
    assert {verify(f"\n {code} \r\n", ISSUERS).reason for code in codes} == {"valid"}


def test_every_revision_of_a_certificate_has_a_mark_of_its_own() -> None:
    marks = {mark(text) for text in TEXTS}

    assert len(marks) == len(TEXTS)
    assert {len(one) for one in marks} == {16}
