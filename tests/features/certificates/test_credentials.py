"""Digital badges: what is in them, read by somebody else's program, and when they are made."""

from __future__ import annotations

import shutil
import socket
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from openbadgeslib.ob3 import OB3Verifier
from PIL import Image

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.features.certificates.credential_tokens import did_of
from bootcamp_app.features.certificates.organisation_keys import OrganisationKey
from bootcamp_app.features.certificates.printing import codes_of
from bootcamp_app.features.certificates.trusted import Organisation
from tests.features.certificates.camps import NAMES, Camp, quietly
from tests.features.certificates.digital import (
    MAIL,
    PHONE,
    Made,
    document_of,
    header_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bootcamp_app.bootstrap import App

DID = "did:key:z6Mk"


def token_of(file: Path) -> str:
    """Give the credential, as the other program finds it."""
    return OB3Verifier.extract_token_from_png(file.read_bytes())


def test_another_program_finds_and_verifies_every_badge_without_any_network(
    digital: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "socket", None)
    monkeypatch.setattr(socket, "getaddrinfo", None)
    certificates = digital.camp.certificates

    for file, certificate in zip(digital.files, certificates, strict=True):
        token = token_of(file)
        issuer = document_of(token)["issuer"]["id"]
        read = OB3Verifier.for_issuer_did(issuer).verify(token)

        names = [certificate.printed["name_first"], certificate.printed["name_second"]]
        assert [one.identity_hash for one in read.identifiers] == [*names, certificate.record]
        assert [one.identity_type for one in read.identifiers[:2]] == ["name", "name"]
        assert read.achievement.name == "វគ្គបំប៉នពលរដ្ឋ · Civic Bootcamp"
        assert [one.value for one in read.results] == ["6"]
        assert read.issuance_date == datetime(2026, 3, 1, 17, tzinfo=UTC)


def test_badges_are_made_without_any_network(
    camp: Camp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    camp.certified(NAMES[0])
    monkeypatch.setattr(socket, "socket", None)

    made = camp.app.credentials.write_all(camp.bootcamp, tmp_path / "made")

    assert [file.is_file() for file in made.files] == [True]


def test_the_credential_is_as_the_standard_asks(digital: Made) -> None:
    token = token_of(digital.files[0])
    held, header = document_of(token), header_of(token)
    subject = held["credentialSubject"]
    achievement, issuer = subject["achievement"], held["issuer"]

    assert held["@context"] == [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ]
    assert held["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert held["validFrom"] == "2026-03-02T00:00:00+07:00"
    assert issuer.keys() >= {"id", "type", "name"}
    assert (issuer["type"], issuer["id"][:12]) == (["Profile"], DID)
    assert subject["type"] == ["AchievementSubject"]
    assert achievement["type"] == ["Achievement"]
    assert all(achievement[name] for name in ("id", "name", "description", "criteria"))
    assert achievement["criteria"].keys() == {"narrative"}
    for one in subject["identifier"]:
        assert one.keys() == {"type", "hashed", "identityHash", "identityType"}
        assert (one["type"], one["hashed"]) == ("IdentityObject", False)
    described = [one["id"] for one in achievement["resultDescription"]]
    assert [one["resultDescription"] for one in subject["result"]] == described
    assert [held["id"][:9], achievement["id"][:9]] == ["urn:uuid:"] * 2
    # The claims of the token repeat the credential's own.
    assert (held["iss"], held["jti"]) == (issuer["id"], held["id"])
    assert held["nbf"] == datetime.fromisoformat(held["validFrom"]).timestamp()
    assert {"sub", "iat", "exp"} & held.keys() == set()
    assert header["alg"], header["typ"] == ("EdDSA", "JWT")
    assert header["jwk"].keys() == {"kty", "crv", "x"}


def test_what_is_known_of_a_person_besides_the_paper_is_not_in_it(digital: Made) -> None:
    for file in digital.files:
        told = str(document_of(token_of(file)))
        assert all(secret not in told for secret in (PHONE, "12345678", MAIL, "1990"))
        assert file.stem == document_of(token_of(file))["credentialSubject"]["licenseNumber"]


def test_the_rule_is_told_as_it_stood_at_the_issue(digital: Made) -> None:
    achievement = document_of(token_of(digital.files[0]))["credentialSubject"]["achievement"]

    khmer, english = achievement["criteria"]["narrative"].split("\n\n")

    assert english.startswith("Attended at least 50 % of the sessions that count")
    assert "៥០ ភាគរយ" in khmer


def test_the_picture_is_square_small_enough_and_its_code_is_that_of_the_paper(
    digital: Made,
) -> None:
    for file, certificate in zip(digital.files, digital.camp.certificates, strict=True):
        with Image.open(file) as picture:
            assert (picture.format, picture.size) == ("PNG", (1200, 1200))
        assert file.stat().st_size < 500_000
        assert list(codes_of(file)) == [certificate.record]


def test_a_picture_that_a_messenger_made_smaller_still_verifies_by_its_code(
    digital: Made, tmp_path: Path
) -> None:
    with Image.open(digital.files[0]) as picture:
        picture.convert("RGB").resize((800, 800)).save(tmp_path / "sent.jpg", quality=75)

    assert list(codes_of(tmp_path / "sent.jpg")) == [digital.camp.certificates[0].record]


def test_the_same_certificate_gives_the_same_bytes(digital: Made, tmp_path: Path) -> None:
    person = digital.camp.certificates[0].participation_id

    again = digital.camp.app.credentials.write(
        digital.camp.bootcamp, person, tmp_path / "again.png"
    )

    assert again.read_bytes() == digital.files[0].read_bytes()


def test_the_credential_alone_lies_beside_its_picture_where_it_was_asked_for(digital: Made) -> None:
    for file in digital.files:
        assert file.with_suffix(".jwt").read_text("ascii") == token_of(file)


def test_work_that_was_stopped_goes_on_and_mends_what_is_not_whole(
    camp: Camp, tmp_path: Path
) -> None:
    camp.certified(*NAMES)
    credentials, folder = camp.app.credentials, tmp_path / "made"

    def stop(done: int, of: int) -> None:
        if (done, of) == (2, 3):
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        credentials.write_all(camp.bootcamp, folder, progress=stop)
    first, second = sorted(folder.iterdir())
    whole = second.read_bytes()
    second.write_bytes(whole[:-100])

    made = credentials.write_all(camp.bootcamp, folder)

    assert (len(made.files), made.kept) == (3, 1)
    assert sorted(folder.iterdir()) == sorted(made.files)
    assert first in made.files
    assert second.read_bytes() == whole


def test_a_revoked_certificate_gets_no_badge(camp: Camp, tmp_path: Path) -> None:
    first, second = camp.certified(*NAMES[:2])
    camp.app.certificates.revoke(first.serial, "wrong name")

    made = camp.app.credentials.write_all(camp.bootcamp, tmp_path / "made")

    assert [file.stem for file in made.files] == [second.serial]
    with pytest.raises(Refusal, match="no certificate that holds"):
        camp.app.credentials.write(camp.bootcamp, first.participation_id, tmp_path / "one.png")
    assert not (tmp_path / "one.png").exists()


def test_a_corrected_certificate_gets_a_new_badge_and_the_old_one_is_superseded(
    camp: Camp, tmp_path: Path
) -> None:
    (certificate,) = camp.certified(NAMES[0])
    before = camp.app.credentials.write_all(camp.bootcamp, tmp_path / "before").files[0]
    (person,) = camp.people
    camp.app.people.change(person, name_en="Chan Sreynieng")
    camp.app.corrections.correct(certificate.serial, "misspelt")

    after = camp.app.credentials.write_all(camp.bootcamp, tmp_path / "after").files[0]

    assert before.name == after.name
    assert camp.app.trust.verify(str(before))[0].reason == "superseded"
    found = camp.app.trust.verify(str(after))[0]
    assert found.is_valid
    assert found.record is not None
    assert found.record.revision == 2
    assert document_of(token_of(after))["id"] != document_of(token_of(before))["id"]


def test_whoever_has_no_certificate_gets_no_badge(camp: Camp, tmp_path: Path) -> None:
    person = camp.add("សុខ ដារ៉ា", "Sok Dara")

    with pytest.raises(Refusal, match="no certificate that holds"):
        camp.app.credentials.write(camp.bootcamp, person.participation_id, tmp_path / "one.png")


@pytest.mark.parametrize("name", [("សុខ ដារ៉ា", ""), ("", "Sok Dara")])
def test_a_name_in_one_script_only_is_the_only_name(
    name: tuple[str, str], camp: Camp, tmp_path: Path
) -> None:
    (certificate,) = camp.certified(name)

    file = camp.app.credentials.write(
        camp.bootcamp, certificate.participation_id, tmp_path / "one.png"
    )

    identifiers = document_of(token_of(file))["credentialSubject"]["identifier"]
    names = [one["identityHash"] for one in identifiers if one["identityType"] == "name"]
    assert names == ["".join(name)]


def test_another_laptop_signs_as_itself_and_says_whose_certificate_it_is(
    camp: Camp, open_app: Callable[[str], App], sqlite_place: str, tmp_path: Path
) -> None:
    (certificate,) = camp.certified(NAMES[0])
    camp.app.database.close()
    shutil.copyfile(sqlite_place, tmp_path / "office.bootcamp")
    office = open_app(str(tmp_path / "office.bootcamp"))

    file = office.credentials.write(
        camp.bootcamp, certificate.participation_id, tmp_path / "one.png"
    )

    held = document_of(token_of(file))
    keys = {one.letter: did_of(one.public_key) for one in office.certificates.trust()[0]}
    source = held["credentialSubject"]["source"]
    (letter,) = keys.keys() - {"A"}
    assert (held["issuer"]["id"], source["id"]) == (keys[letter], keys["A"])
    assert f"issued on laptop {letter})" in held["issuer"]["name"]
    assert source["name"].endswith("issued on laptop A)")
    assert office.trust.verify(str(file))[0].is_valid


def test_the_organisation_that_endorsed_the_key_is_named_as_the_issuer(
    camp: Camp, tmp_path: Path
) -> None:
    (certificate,) = camp.certified(NAMES[0])
    key = Ed25519PrivateKey.generate()
    public_key = key.public_key().public_bytes_raw()
    kampot = Organisation("រដ្ឋបាលខេត្តកំពត", "Kampot Provincial Administration", public_key)
    camp.app.trust.endorse(OrganisationKey(kampot, key))

    file = camp.app.credentials.write(
        camp.bootcamp, certificate.participation_id, tmp_path / "one.png"
    )

    issuer = document_of(token_of(file))["issuer"]
    parent = {"id": did_of(public_key), "type": ["Profile"], "name": kampot.name}
    assert issuer["parentOrg"] == parent
    assert issuer["name"].startswith(f"{kampot.name} (")
    assert camp.app.trust.verify(str(file))[0].organisation == kampot.name


def test_a_folder_that_cannot_be_made_is_told_in_words(camp: Camp, tmp_path: Path) -> None:
    camp.certified(NAMES[0])
    (tmp_path / "made").write_text("a file")

    with pytest.raises(Refusal, match="“made” cannot be made"):
        camp.app.credentials.write_all(camp.bootcamp, tmp_path / "made", progress=quietly)
