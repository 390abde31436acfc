"""Digital badges that somebody shows: genuine, altered, of others, or none at all."""

from __future__ import annotations

import zlib
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bootcamp_app.bootstrap import build
from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates import credential_tokens as tokens
from bootcamp_app.features.certificates.baking import NotAWholePng, baked, credentials_in
from bootcamp_app.features.certificates.companions import companion, judged
from bootcamp_app.features.certificates.printing import verify_shown
from bootcamp_app.features.certificates.records import verify
from tests.clock import FakeClock
from tests.features.certificates.camps import NAMES, camp_in
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
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bootcamp_app.features.certificates.views import Issuer

KEYWORD = b"openbadgecredential\0"
STRANGER = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """The digital badges of two people."""
    place = tmp_path_factory.mktemp("digital")
    app = build(place / "camp.bootcamp", FakeClock(), "Sokha")
    camp = camp_in(app)
    camp.certified(*NAMES[:2])
    app.credentials.write_all(camp.bootcamp, place / "made")
    yield Made(camp, place / "made")
    app.database.close()


@pytest.fixture(scope="module")
def issuers(made: Made) -> list[Issuer]:
    """Whose signatures count."""
    return made.camp.app.certificates.trust()[0]


@pytest.fixture(scope="module")
def token(made: Made) -> str:
    """The credential of the first of them."""
    (found,) = credentials_in(made.files[0].read_bytes())
    return found


def verdict(shown: Path, issuers: list[Issuer], revoked: tuple[str, ...] = ()) -> str:
    """Say what a file is worth."""
    (found,) = verify_shown(str(shown), issuers, revoked)
    return found.reason


def worth(token: str, issuers: list[Issuer]) -> str:
    """Say what a credential alone is worth."""
    keys = {one.public_key for one in issuers}
    return judged(companion([token]), (), keys, lambda text: verify(text, issuers)).reason


def test_a_badge_is_genuine_and_tells_what_was_signed(made: Made, issuers: list[Issuer]) -> None:
    for file, certificate in zip(made.files, made.camp.certificates, strict=True):
        (found,) = verify_shown(str(file), issuers, ())

        assert found.is_valid
        assert found.record is not None
        assert found.record.serial == certificate.serial == file.stem
        assert found.record.name_km == certificate.printed["name_first"]


def test_a_badge_of_a_certificate_revoked_since_says_so(made: Made, issuers: list[Issuer]) -> None:
    serials = (made.camp.certificates[0].serial,)

    assert verdict(made.files[0], issuers, serials) == "revoked"
    assert verdict(made.files[1], issuers, serials) == "valid"


def test_a_badge_of_those_who_are_not_on_the_list_is_unknown(made: Made) -> None:
    assert verdict(made.files[0], []) == "unknown_issuer"


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
    issuers: list[Issuer],
) -> None:
    held = document_of(token)
    change(held)

    assert worth(token, issuers) == "valid"
    assert worth(saying(token, held), issuers) == "altered"


@pytest.mark.parametrize("change", [_other_name, _other_title])
def test_a_genuine_record_in_a_credential_of_a_stranger_is_not_confirmed(
    change: Callable[[dict[str, Any]], None], token: str, issuers: list[Issuer]
) -> None:
    held = document_of(token)
    change(held)
    own = deepcopy(held)
    own["iss"] = own["issuer"]["id"] = tokens.did_of(STRANGER.public_key().public_bytes_raw())

    assert worth(saying(token, own, STRANGER), issuers) in {"unknown_issuer", "altered"}
    # Signed by a stranger in the name of the issuer.
    assert worth(saying(token, held, STRANGER), issuers) == "altered"


def test_a_stranger_who_repeats_everything_word_for_word_is_unknown(
    token: str, issuers: list[Issuer]
) -> None:
    held = document_of(token)
    held["iss"] = held["issuer"]["id"] = tokens.did_of(STRANGER.public_key().public_bytes_raw())

    assert worth(saying(token, held, STRANGER), issuers) == "unknown_issuer"


def test_the_record_of_another_person_does_not_go_with_a_name(
    made: Made, token: str, issuers: list[Issuer]
) -> None:
    held = document_of(token)
    held["credentialSubject"]["identifier"][-1]["identityHash"] = made.camp.certificates[1].record
    key = Ed25519PrivateKey.generate()
    did = tokens.did_of(key.public_key().public_bytes_raw())
    held["iss"] = held["issuer"]["id"] = did
    mixed = companion([saying(token, held, key)])
    keys = {key.public_key().public_bytes_raw()}

    found = judged(mixed, (), keys, lambda text: verify(text, issuers))

    # Even though this key is trusted, and the record is genuine.
    assert (mixed.is_whole, found.reason) == (True, "altered")


def test_the_code_in_the_picture_must_be_that_of_the_credential(
    made: Made, token: str, issuers: list[Issuer], tmp_path: Path
) -> None:
    with Image.open(made.files[1]) as picture:
        picture.save(tmp_path / "bare.png")
    (tmp_path / "mixed.png").write_bytes(baked((tmp_path / "bare.png").read_bytes(), token))

    assert verdict(tmp_path / "bare.png", issuers) == "valid"
    assert verdict(tmp_path / "mixed.png", issuers) == "altered"


def test_a_picture_with_two_credentials_is_not_confirmed(
    token: str, issuers: list[Issuer], tmp_path: Path
) -> None:
    (tmp_path / "one.png").write_bytes(png_with(token))
    (tmp_path / "two.png").write_bytes(png_with(token, "another"))

    assert verdict(tmp_path / "one.png", issuers) == "valid"
    assert verdict(tmp_path / "two.png", issuers) == "altered"


def test_another_program_may_pack_the_credential_and_name_a_language(
    token: str, issuers: list[Issuer], tmp_path: Path
) -> None:
    data = KEYWORD + b"\1\0en\0Credential\0" + zlib.compress(token.encode())
    (tmp_path / "packed.png").write_bytes(png(BLANK, DOT, (b"iTXt", data), END))

    assert verdict(tmp_path / "packed.png", issuers) == "valid"


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
    held: str, issuers: list[Issuer], tmp_path: Path
) -> None:
    (tmp_path / "other.png").write_bytes(png_with(held))

    assert verdict(tmp_path / "other.png", issuers) == "not_a_certificate"


def test_a_credential_that_would_fill_the_memory_is_not_unpacked(tmp_path: Path) -> None:
    data = KEYWORD + b"\1\0\0\0" + zlib.compress(bytes(50_000_000))
    (tmp_path / "bomb.png").write_bytes(png(BLANK, DOT, (b"iTXt", data), END))

    (held,) = credentials_in((tmp_path / "bomb.png").read_bytes())

    assert len(held) <= 256 * 1024


def test_a_damaged_picture_is_refused_in_words(made: Made, tmp_path: Path) -> None:
    whole = made.files[0].read_bytes()
    for name, data in {
        "short.png": whole[:-40],
        "bit.png": whole[:60] + bytes([whole[60] ^ 1]) + whole[61:],
    }.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(Refusal, match=rf"{name} is damaged"):
            verify_shown(str(tmp_path / name), [], ())


@given(st.integers(0, 2**16), st.integers(0, 7))
def test_a_credential_with_one_bit_turned_is_never_accepted(
    token: str, issuers: list[Issuer], place: int, bit: int
) -> None:
    data = bytearray(token.encode())
    data[place % len(data)] ^= 1 << bit

    assert worth(data.decode("utf-8", "replace"), issuers) in {"altered", "not_a_certificate"}


@given(st.binary(max_size=300))
def test_no_bytes_upset_the_reader(data: bytes) -> None:
    held = credentials_in(png(BLANK, DOT, (b"iTXt", KEYWORD + data), END))

    assert len(held) == 1
    assert companion(held).record == ""
    with pytest.raises(NotAWholePng):
        credentials_in(png(BLANK, DOT)[:-4] + data)
