"""Who signs certificates by hand, and the fonts of an institution."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.design_views import (
    FilesChanged,
    SignatoriesChanged,
    SignatoryAt,
)
from bootcamp_app.features.certificates.views import Signatory
from tests.own_fonts import TITLE, own_font
from tests.signatures import photo, scan
from tests.storage.desks import exchange

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bootcamp_app.bootstrap import App
    from tests.features.certificates.camps import Camp

GOVERNOR = SignatoryAt(1, "ម៉ៅ ធនិន", "MAO Thonin", "អភិបាលខេត្ត", "Provincial Governor")
LEAD = SignatoryAt(2, name_en="SOK Dara", title_en="Lead facilitator")


def places(camp: Camp) -> list[tuple[int, str]]:
    return [(one.place, one.name_en) for one in camp.app.signatories.of(camp.bootcamp)]


def frozen(camp: Camp) -> tuple[Signatory, ...]:
    return camp.app.working_layouts.of(camp.bootcamp).design.signatories


def test_people_sign_in_their_places(camp_on_either: Camp) -> None:
    camp = camp_on_either
    camp.app.signatories.put(camp.bootcamp, LEAD)
    camp.app.signatories.put(camp.bootcamp, replace(GOVERNOR, name_en="  MAO   Thonin "))

    assert places(camp) == [(1, "MAO Thonin"), (2, "SOK Dara")]
    assert frozen(camp)[0] == Signatory("ម៉ៅ ធនិន", "MAO Thonin", "អភិបាលខេត្ត", "Provincial Governor")


def test_whoever_takes_a_place_signs_instead(camp: Camp) -> None:
    camp.app.signatories.put(camp.bootcamp, GOVERNOR)

    camp.app.signatories.put(camp.bootcamp, replace(LEAD, place=1))

    assert places(camp) == [(1, "SOK Dara")]
    camp.app.records.undo()
    assert places(camp) == [(1, "MAO Thonin")]


def test_who_was_removed_comes_back_and_may_be_put_in_anew(camp: Camp) -> None:
    camp.app.signatories.put(camp.bootcamp, GOVERNOR)
    camp.app.signatories.remove(camp.bootcamp, 1)
    assert places(camp) == []

    camp.app.records.undo()
    assert places(camp) == [(1, "MAO Thonin")]
    camp.app.signatories.remove(camp.bootcamp, 1)
    camp.app.signatories.put(camp.bootcamp, replace(LEAD, place=1))
    assert places(camp) == [(1, "SOK Dara")]


def test_the_signature_is_kept_until_another_comes(camp: Camp, tmp_path: Path) -> None:
    file = tmp_path / "signature.jpg"
    file.write_bytes(photo())
    told: list[SignatoriesChanged] = []
    camp.app.changes.subscribe(SignatoriesChanged, told.append)
    kept = camp.app.signatories.put(camp.bootcamp, GOVERNOR, file)

    (there,) = camp.app.signatories.of(camp.bootcamp)
    camp.app.signatories.put(camp.bootcamp, replace(there, title_en="Governor"))

    (after,) = camp.app.signatories.of(camp.bootcamp)
    assert (after.file, after.png, after.title_en) == (kept.file, kept.png, "Governor")
    assert camp.app.working_layouts.of(camp.bootcamp).design.files[kept.file] == kept.png
    file.write_bytes(scan())
    assert camp.app.signatories.put(camp.bootcamp, there, file).file != kept.file
    assert len(told) == 3


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (SignatoryAt(1), "Write the name"),
        (replace(GOVERNOR, name_km=" ", name_en=""), "Write the name"),
        (replace(GOVERNOR, place=5), "from 1 to 4"),
        (replace(GOVERNOR, title_en="x" * 300), "too long"),
    ],
)
def test_what_cannot_be_printed_is_refused(camp: Camp, wrong: SignatoryAt, why: str) -> None:
    with pytest.raises(Refusal, match=why):
        camp.app.signatories.put(camp.bootcamp, wrong)

    assert places(camp) == []


def test_nobody_can_be_removed_where_nobody_signs(camp: Camp) -> None:
    with pytest.raises(Refusal, match="Nobody signs in place 3"):
        camp.app.signatories.remove(camp.bootcamp, 3)


def test_two_laptops_agree_who_signs_in_a_place(
    camp: Camp, open_app: Callable[[str], App], tmp_path: Path
) -> None:
    other = open_app(str(tmp_path / "other.bootcamp"))
    exchange(camp.app.database, other.database)
    camp.app.signatories.put(camp.bootcamp, GOVERNOR)
    other.signatories.put(camp.bootcamp, replace(LEAD, place=1))

    exchange(camp.app.database, other.database)
    exchange(other.database, camp.app.database)

    both = [app.signatories.of(camp.bootcamp) for app in (camp.app, other)]
    assert len(both[0]) == 1
    assert both[0] == both[1]


def test_a_font_is_offered_by_its_own_name_until_it_is_not(camp: Camp, tmp_path: Path) -> None:
    file = tmp_path / "muol.ttf"
    file.write_bytes(own_font())
    told: list[FilesChanged] = []
    camp.app.changes.subscribe(FilesChanged, told.append)

    font = camp.app.design_files.add_font(file)
    again = camp.app.design_files.add_font(file)

    assert font == again
    assert [one.title for one in camp.app.design_files.offered("font")] == [f"{TITLE} Regular"]
    camp.app.design_files.remove(camp.app.design_files.find("font", f"{TITLE} regular"))
    assert camp.app.design_files.offered("font") == []
    camp.app.design_files.add_font(file)
    assert len(camp.app.design_files.offered("font")) == 1
    assert {one.file_id for one in told} == {font.id}


def test_a_font_that_was_added_is_taken_back_and_added_again_by_the_journal(
    camp: Camp, tmp_path: Path
) -> None:
    file = tmp_path / "muol.ttf"
    file.write_bytes(own_font())
    camp.app.design_files.add_font(file)

    undone = camp.app.records.undo()

    assert (undone.rows, camp.app.design_files.offered("font")) == (1, [])
    camp.app.records.undo_act(undone.act)
    assert len(camp.app.design_files.offered("font")) == 1


@pytest.mark.parametrize("data", [b"hello", b"\x00\x01\x00\x00" + bytes(60)])
def test_a_file_that_is_no_font_is_refused(camp: Camp, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "muol.ttf"
    file.write_bytes(data)

    with pytest.raises(Refusal, match=r"muol\.ttf"):
        camp.app.design_files.add_font(file)

    assert camp.app.design_files.offered("font") == []
