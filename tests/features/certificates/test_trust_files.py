"""Trust lists as files, texts and pages: nobody can change one, and none says who a person is."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates import trust
from bootcamp_app.features.certificates.records import sign
from bootcamp_app.features.certificates.signed_json import text_of
from bootcamp_app.features.certificates.trust_codes import codes, from_codes, is_code
from bootcamp_app.features.certificates.trust_paper import print_codes
from bootcamp_app.features.certificates.trust_reading import list_in, text_in
from bootcamp_app.features.certificates.trusted import Endorsed, Revoked
from bootcamp_app.reading.pages import rendered
from tests.features.certificates.trust_lists import (
    code,
    endorsed,
    issuer,
    key,
    organisation,
    record,
    revoking,
    trust_list,
    written,
)
from tests.photos import phone_photo

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MINISTRY = organisation()
LIST = revoking(trust_list("A", "B", by=MINISTRY), code(), code(number=2))
TEXT = written(LIST)
SHORT = written(trust_list("A", by=MINISTRY))


def long_list() -> str:
    """Give a list with so many revoked certificates that one code cannot hold it."""
    chance = Random(1)
    gone = tuple(
        Revoked(chance.randbytes(8).hex(), f"KMP26-A-{number:05}-K", LIST.revoked[0].on)
        for number in range(120)
    )
    return written(replace(LIST, revoked=gone))


def changed(change: Callable[[dict[str, Any]], object], signer: str = "") -> str:
    """Give the list with something changed, signed anew where a signer is named."""
    document = json.loads(TEXT)
    change(document)
    if signer:
        del document["signature"]
        document["signature"] = text_of(key(signer).sign(trust._signed(document)))
    return json.dumps(document)


@pytest.mark.parametrize(
    "change",
    [
        lambda held: held.update(sequence=99),
        lambda held: held.update(made_at="2027-01-01T00:00:00Z"),
        lambda held: held.update(revoked=[]),
        lambda held: held.update(more="x"),
        lambda held: held["issuers"].pop(),
        lambda held: held["organisation"].update(name_en="Somebody else"),
        lambda held: held.update(signature=held["signed_by"]),
        lambda held: held.pop("superseded"),
    ],
)
def test_a_list_that_was_changed_after_it_was_signed_is_none(
    change: Callable[[dict[str, Any]], object],
) -> None:
    with pytest.raises(trust.NotATrustList):
        trust.read(changed(change))


@pytest.mark.parametrize(
    "change",
    [
        lambda held: held.update(signed_by=text_of(issuer("C").public_key)),
        lambda held: held["issuers"][0].update(endorsement=None),
        lambda held: held["issuers"][1]["endorsement"].update(signed_on="2026-03-02"),
        lambda held: held["issuers"][1].update(letter="Z"),
        lambda held: held["issuers"][0].update(public_key="AAAA"),
        lambda held: held.update(kind="bootcamp-desk-trust/9"),
        lambda held: held.update(sequence=-1),
        lambda held: held.update(sequence=True),
        lambda held: held.update(sequence="1"),
        lambda held: held.update(made_at="2026-03-10T09:00:00"),
        lambda held: held.update(made_at=5),
        lambda held: held.update(revoked={}),
        lambda held: held["revoked"][0].update(mark="zz"),
        lambda held: held["revoked"][0].update(on="yesterday"),
        lambda held: held["revoked"].append(7),
        lambda held: held.update(issuers=[None]),
        lambda held: held.update(organisation="Ministry"),
    ],
)
def test_a_list_that_is_signed_and_yet_wrong_is_none(
    change: Callable[[dict[str, Any]], object],
) -> None:
    signer = (
        "C" if json.loads(changed(change))["signed_by"] != json.loads(TEXT)["signed_by"] else "A"
    )

    with pytest.raises(trust.NotATrustList):
        trust.read(changed(change, signer))


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", "5", "[" * 5000, '"\\ud800"', TEXT[:-9]])
def test_what_is_no_list_at_all_is_none(text: str) -> None:
    with pytest.raises(trust.NotATrustList):
        trust.read(text)


def test_an_organisation_may_sign_its_list_itself() -> None:
    text = trust.written(LIST, MINISTRY.private)

    assert trust.read(text).signed_by == MINISTRY.organisation.public_key


def test_the_list_of_an_organisation_is_not_signed_by_one_for_whom_it_does_not_stand() -> None:
    held = replace(LIST, issuers=(endorsed("A", MINISTRY), Endorsed(issuer("B"))))

    assert trust.read(trust.written(held, key("A"))).sequence == LIST.sequence
    with pytest.raises(trust.NotATrustList):
        trust.read(trust.written(held, key("B")))


def test_a_list_names_no_person_and_no_reason() -> None:
    signed = sign(record(), key("A"))
    text = written(revoking(trust_list("A"), signed))

    assert "Sreyneang" not in text
    assert "ស្រីនាង" not in text
    assert {tuple(one) for one in json.loads(text)["revoked"]} == {("mark", "serial", "on")}


def test_a_short_list_is_one_code_and_a_long_one_several_that_come_in_any_order() -> None:
    parts = codes(long_list())
    Random(2).shuffle(parts)

    assert [one[:4] for one in codes(SHORT)] == ["BT1:"]
    assert len(parts) > 2
    assert all(is_code(one) for one in parts)
    assert not any(one.endswith(" ") for one in parts)
    assert trust.read(from_codes([*parts, parts[0], "hello"])) == trust.read(long_list())
    assert trust.read(from_codes([f" {codes(SHORT)[0]}\r\n"])) == trust.read(SHORT)


def test_a_code_that_is_missing_is_named() -> None:
    parts = codes(long_list())

    with pytest.raises(Refusal, match=f"has {len(parts)} codes, and number 2 is missing"):
        from_codes([parts[0], *parts[2:]])


def test_codes_of_two_lists_are_not_mixed() -> None:
    with pytest.raises(Refusal, match="different lists"):
        from_codes([codes(SHORT)[0], codes(long_list())[0]])


@pytest.mark.parametrize("text", ["", "BD1:ABC", "BT1:", "BT1:!!", "BT1:ABCDEF", "BT1/1/1:"])
def test_a_text_that_is_no_code_of_a_list_is_none(text: str) -> None:
    with pytest.raises(trust.NotATrustList):
        from_codes([text])


@pytest.mark.parametrize("ending", ["pdf", "png"])
def test_the_page_of_codes_is_read_back_from_file(tmp_path: Path, ending: str) -> None:
    page = tmp_path / f"list.{ending}"

    assert print_codes(long_list(), page) == len(codes(long_list()))
    assert [one.name for one in tmp_path.iterdir()] == [page.name]
    assert list_in(page) == trust.read(long_list())


def test_the_page_of_codes_is_read_back_from_a_photo_of_a_phone(tmp_path: Path) -> None:
    print_codes(TEXT, tmp_path / "list.pdf")
    page = Image.fromarray(next(iter(rendered(tmp_path / "list.pdf", 200))))
    phone_photo(page, 3).save(tmp_path / "photo.png")

    assert list_in(tmp_path / "photo.png") == trust.read(TEXT)


def test_a_list_is_read_from_the_text_of_its_codes_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("\n".join(codes(long_list())), "utf-8")

    assert trust.read(text_in(file)) == trust.read(long_list())


def test_a_file_with_no_list_is_refused_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_bytes(b"\xff\xfe\x00 no list")
    Image.new("L", (300, 200), 255).save(tmp_path / "blank.png")

    for name in ("notes.txt", "blank.png", "missing.json"):
        with pytest.raises(Refusal, match=f"“{name}” is not a list"):
            list_in(tmp_path / name)
