"""Blank badges: a stock of codes on paper, bound to whoever comes without being on a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.attendance.service import Reading
from bootcamp_app.features.badges.rules import is_code, new_code
from bootcamp_app.features.badges.sheets import SheetWish, print_sheets
from bootcamp_app.features.badges.views import BadgeBound
from bootcamp_app.reading.codes import codes_in
from bootcamp_app.reading.pages import rendered, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk import Desk


def test_every_blank_badge_has_a_code_of_its_own(desk: Desk) -> None:
    codes = [badge.code for badge in desk.app.badges.blank(40)]

    assert (len(set(codes)), all(map(is_code, codes))) == (40, True)


@pytest.mark.parametrize("count", [0, -1, 501])
def test_an_unreasonable_number_of_blank_badges_is_refused(desk: Desk, count: int) -> None:
    with pytest.raises(Refusal, match="from 1 to 500"):
        desk.app.badges.blank(count)


def test_a_bound_badge_lets_its_person_in_and_the_one_before_is_replaced(desk: Desk) -> None:
    guest, (blank,) = desk.walk_in("Chan Sreyneang"), desk.app.badges.blank(1)
    heard = desk.announced(BadgeBound)

    desk.app.badges.bind(guest.participant, blank.code)

    assert desk.guest(guest.participant).badge == blank.code
    assert [fact.participation_id for fact in heard] == [guest.participant.participation_id]
    results = [_scan(desk, code) for code in (guest.badge, blank.code)]
    assert results == ["replaced_badge", "recorded"]


def test_a_badge_is_bound_as_a_scanner_under_a_khmer_keyboard_types_it(desk: Desk) -> None:
    guest, (blank,) = desk.walk_in("Chan Sreyneang"), desk.app.badges.blank(1)
    typed = "".join(chr(ord("០") + int(digit)) for digit in blank.code)

    assert desk.app.badges.bind(guest.participant, typed) == blank.code


def test_a_badge_that_is_not_blank_is_refused_and_nothing_changes(desk: Desk) -> None:
    guest, other = desk.walk_in("Chan Sreyneang"), desk.walk_in("Sok Dara")
    strange = new_code()
    refused = {"123": "not a badge", other.badge: "somebody already", strange: "Take another one"}

    for code, why in refused.items():
        with pytest.raises(Refusal, match=why):
            desk.app.badges.bind(guest.participant, code)

    assert desk.guest(guest.participant).badge == guest.badge
    assert desk.guest(other.participant).badge == other.badge


def test_binding_can_be_undone_and_the_badge_is_blank_again(desk: Desk) -> None:
    guest, (blank,) = desk.walk_in("Chan Sreyneang"), desk.app.badges.blank(1)
    desk.app.badges.bind(guest.participant, blank.code)

    desk.app.records.undo()

    assert desk.guest(guest.participant).badge == guest.badge
    other = desk.walk_in("Sok Dara")
    assert desk.app.badges.bind(other.participant, blank.code) == blank.code


def test_the_door_says_that_a_badge_is_blank_and_lets_nobody_in(desk: Desk) -> None:
    (blank,) = desk.app.badges.blank(1)

    known, strange = (
        desk.app.attendance.record_scan(desk.morning, Reading(code))
        for code in (blank.code, new_code())
    )

    assert (known.result, known.is_blank) == (strange.result, True) == ("unknown", True)
    assert "blank" in known.sentence
    assert (strange.is_blank, "blank" in strange.sentence) == (False, False)


def test_blank_badges_are_printed_and_each_code_can_be_read(desk: Desk, tmp_path: Path) -> None:
    blank, target = desk.app.badges.blank(5), tmp_path / "blank.pdf"

    printed = print_sheets(desk.bootcamp, blank, target, SheetWish(), _quietly)

    seen = [one.text for page in rendered(target, 150) for one in codes_in(page)]
    assert (printed.pages, sorted(seen)) == (1, sorted(badge.code for badge in blank))


def test_a_used_sheet_goes_on_at_its_first_free_place(desk: Desk, tmp_path: Path) -> None:
    guests = [desk.walk_in(f"Person {number}") for number in range(4)]
    badges = desk.app.badges.of([guest.participant for guest in guests])
    target = tmp_path / "badges.pdf"

    printed = print_sheets(desk.bootcamp, badges, target, SheetWish(start=7), _quietly)

    pages = [{one.text for one in codes_in(page)} for page in rendered(target, 150)]
    assert printed.pages == 2
    assert pages == [{guest.badge for guest in part} for part in (guests[:2], guests[2:])]


@pytest.mark.parametrize("start", [0, 9])
def test_a_place_that_the_sheet_does_not_have_is_refused(
    desk: Desk, tmp_path: Path, start: int
) -> None:
    badges = desk.app.badges.of([desk.walk_in("Chan Sreyneang").participant])

    with pytest.raises(Refusal, match="places 1 to 8"):
        print_sheets(desk.bootcamp, badges, tmp_path / "b.pdf", SheetWish(start=start), _quietly)

    assert not (tmp_path / "b.pdf").exists()


def test_without_cut_marks_the_words_are_the_same(desk: Desk, tmp_path: Path) -> None:
    badges = desk.app.badges.of([desk.walk_in("Chan Sreyneang").participant])
    files = [tmp_path / name for name in ("with.pdf", "without.pdf")]

    for file, has_marks in zip(files, (True, False), strict=True):
        wish = SheetWish(has_cut_marks=has_marks)
        print_sheets(desk.bootcamp, badges, file, wish, _quietly)

    assert text_of(files[0]) == text_of(files[1])
    assert files[0].read_bytes() != files[1].read_bytes()


def _scan(desk: Desk, code: str) -> str:
    return desk.app.attendance.record_scan(desk.morning, Reading(code)).result


def _quietly(done: int, of: int) -> None:
    del done, of
