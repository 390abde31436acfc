"""Digital badges that somebody shows: genuine, altered, of others, or none at all."""

from __future__ import annotations

import zlib
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates import credential_tokens as tokens
from bootcamp_app.features.certificates.baking import NotAWholePng, baked, credentials_in
from bootcamp_app.features.certificates.checking import check
from bootcamp_app.features.certificates.companions import companion, judged
from bootcamp_app.features.certificates.records import mark
from bootcamp_app.features.certificates.shown import verify_shown
from bootcamp_app.features.certificates.trusted import Revoked, Superseded, TrustList
from tests.features.certificates.digital import (
    BLANK,
    DOT,
    END,
    Made,
    document_of,
    png,
    png_with,
    saying,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


KEYWORD = b"openbadgecredential\0"
NOW = datetime(2026, 3, 5, tzinfo=UTC)
STRANGER = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


@pytest.fixture(scope="package")
def lists(digital: Made) -> list[TrustList]:
    """Whose signatures count, and what no longer holds."""
    return digital.camp.app.trust.lists()


@pytest.fixture(scope="package")
def token(digital: Made) -> str:
    """The credential of the first of them."""
    (found,) = credentials_in(digital.files[0].read_bytes())
    return found


def verdict(shown: Path, lists: list[TrustList]) -> str:
    """Say what a file is worth."""
    (found,) = verify_shown(str(shown), lists, NOW)
    return found.reason


def worth(token: str, lists: list[TrustList]) -> str:
    """Say what a credential alone is worth."""
    keys = {one.issuer.public_key for held in lists for one in held.trusted}
    return judged(companion([token]), (), keys, lambda text: check(text, lists, NOW)).reason


def test_a_badge_is_genuine_and_tells_what_was_signed(
    digital: Made, lists: list[TrustList]
) -> None:
    for file, certificate in zip(digital.files, digital.camp.certificates, strict=True):
        (found,) = verify_shown(str(file), lists, NOW)

        assert found.is_valid
        assert found.record is not None
        assert found.record.serial == certificate.serial == file.stem
        assert found.record.name_km == certificate.printed["name_first"]


def test_a_badge_of_a_certificate_that_no_longer_holds_says_so(
    digital: Made, lists: list[TrustList]
) -> None:
    first, second = digital.camp.certificates
    gone = Revoked(mark(first.record), first.serial, first.issued_on)
    later = Superseded(mark(second.record), second.serial, 2)
    told = [replace(lists[0], revoked=(gone,), superseded=(later,))]

    assert [verdict(file, told) for file in digital.files] == ["revoked", "superseded"]
    assert [verdict(file, lists) for file in digital.files] == ["valid", "valid"]


def test_a_badge_of_those_who_are_not_on_the_list_is_unknown(digital: Made) -> None:
    assert verdict(digital.files[0], []) == "unknown_issuer"


def _other_name(held: dict[str, Any]) -> None:
    held["credentialSubject"]["identifier"][0]["identityHash"] = "គឹម សុភា"


def _other_serial(held: dict[str, Any]) -> None:
    held["credentialSubject"]["licenseNumber"] = "KMP26-A-00002-X"


def _other_title(held: dict[str, Any]) -> None:
    held["credentialSubject"]["achievement"]["name"] = "Doctor"


@pytest.mark.parametrize("change", [_other_name, _other_serial, _other_title])
def test_whoever_changes_what_a_credential_says_is_found_out(
    change: Callable[[dict[str, Any]], None],
    token: str,
    lists: list[TrustList],
) -> None:
    held = document_of(token)
    change(held)

    assert worth(token, lists) == "valid"
    assert worth(saying(token, held), lists) == "altered"


@pytest.mark.parametrize("change", [_other_name, _other_title])
def test_a_genuine_record_in_a_credential_of_a_stranger_is_not_confirmed(
    change: Callable[[dict[str, Any]], None], token: str, lists: list[TrustList]
) -> None:
    held = document_of(token)
    change(held)
    own = deepcopy(held)
    own["iss"] = own["issuer"]["id"] = tokens.did_of(STRANGER.public_key().public_bytes_raw())

    assert worth(saying(token, own, STRANGER), lists) in {"unknown_issuer", "altered"}
    # Signed by a stranger in the name of the issuer.
    assert worth(saying(token, held, STRANGER), lists) == "altered"


def test_a_stranger_who_repeats_everything_word_for_word_is_unknown(
    token: str, lists: list[TrustList]
) -> None:
    held = document_of(token)
    held["iss"] = held["issuer"]["id"] = tokens.did_of(STRANGER.public_key().public_bytes_raw())

    assert worth(saying(token, held, STRANGER), lists) == "unknown_issuer"


def test_the_record_of_another_person_does_not_go_with_a_name(
    digital: Made, token: str, lists: list[TrustList]
) -> None:
    held = document_of(token)
    held["credentialSubject"]["identifier"][-1]["identityHash"] = digital.camp.certificates[
        1
    ].record
    key = Ed25519PrivateKey.generate()
    did = tokens.did_of(key.public_key().public_bytes_raw())
    held["iss"] = held["issuer"]["id"] = did
    mixed = companion([saying(token, held, key)])
    keys = {key.public_key().public_bytes_raw()}

    found = judged(mixed, (), keys, lambda text: check(text, lists, NOW))

    # Even though this key is trusted, and the record is genuine.
    assert (mixed.is_whole, found.reason) == (True, "altered")


def test_the_code_in_the_picture_must_be_that_of_the_credential(
    digital: Made, token: str, lists: list[TrustList], tmp_path: Path
) -> None:
    with Image.open(digital.files[1]) as picture:
        picture.save(tmp_path / "bare.png")
    (tmp_path / "mixed.png").write_bytes(baked((tmp_path / "bare.png").read_bytes(), token))

    assert verdict(tmp_path / "bare.png", lists) == "valid"
    assert verdict(tmp_path / "mixed.png", lists) == "altered"


def test_a_picture_with_two_credentials_is_not_confirmed(
    token: str, lists: list[TrustList], tmp_path: Path
) -> None:
    (tmp_path / "one.png").write_bytes(png_with(token))
    (tmp_path / "two.png").write_bytes(png_with(token, "another"))

    assert verdict(tmp_path / "one.png", lists) == "valid"
    assert verdict(tmp_path / "two.png", lists) == "altered"


def test_another_program_may_pack_the_credential_and_name_a_language(
    token: str, lists: list[TrustList], tmp_path: Path
) -> None:
    data = KEYWORD + b"\1\0en\0Credential\0" + zlib.compress(token.encode())
    (tmp_path / "packed.png").write_bytes(png(BLANK, DOT, (b"iTXt", data), END))

    assert verdict(tmp_path / "packed.png", lists) == "valid"


def test_a_credential_alone_is_verified_as_a_file_or_as_a_text(
    digital: Made, token: str, lists: list[TrustList]
) -> None:
    altered = saying(token, {**document_of(token), "name": "Doctor"})

    assert verdict(digital.files[0].with_suffix(".jwt"), lists) == "valid"
    assert [one.reason for one in verify_shown(f" {token}\n", lists, NOW)] == ["valid"]
    assert [one.reason for one in verify_shown(altered, lists, NOW)] == ["altered"]


@pytest.mark.parametrize(
    "held",
    [
        "",
        "a.b.c",
        "e30.e30.e30",
        "..",
        '{"@context": []}',
        "eyJhbGciOiJub25lIn0.e30.",
        "A" * 300_000,
        "[" * 5000,
    ],
)
def test_a_credential_of_somebody_else_is_no_certificate(
    held: str, lists: list[TrustList], tmp_path: Path
) -> None:
    (tmp_path / "other.png").write_bytes(png_with(held))

    assert verdict(tmp_path / "other.png", lists) == "not_a_certificate"


def test_a_credential_that_would_fill_the_memory_is_not_unpacked(tmp_path: Path) -> None:
    data = KEYWORD + b"\1\0\0\0" + zlib.compress(bytes(50_000_000))
    (tmp_path / "bomb.png").write_bytes(png(BLANK, DOT, (b"iTXt", data), END))

    (held,) = credentials_in((tmp_path / "bomb.png").read_bytes())

    assert len(held) <= 256 * 1024


def test_a_damaged_picture_is_refused_in_words(digital: Made, tmp_path: Path) -> None:
    whole = digital.files[0].read_bytes()
    for name, data in {
        "short.png": whole[:-40],
        "bit.png": whole[:60] + bytes([whole[60] ^ 1]) + whole[61:],
        "late.png": whole[:-200] + bytes([whole[-200] ^ 1]) + whole[-199:],
    }.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(Refusal, match=rf"{name} is damaged"):
            verify_shown(str(tmp_path / name), [], NOW)


@given(st.integers(0, 2**16), st.integers(0, 7))
def test_a_credential_with_one_bit_turned_is_never_accepted(
    token: str, lists: list[TrustList], place: int, bit: int
) -> None:
    data = bytearray(token.encode())
    data[place % len(data)] ^= 1 << bit

    assert worth(data.decode("utf-8", "replace"), lists) in {"altered", "not_a_certificate"}


@given(st.binary(max_size=300))
def test_no_bytes_upset_the_reader(data: bytes) -> None:
    held = credentials_in(png(BLANK, DOT, (b"iTXt", KEYWORD + data), END))

    assert len(held) == 1
    assert companion(held).record == ""
    with pytest.raises(NotAWholePng):
        credentials_in(png(BLANK, DOT)[:-4] + data)
