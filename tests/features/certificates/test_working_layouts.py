"""How certificates look from now on: chosen, changed, taken back, carried to another laptop."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.design_views import LayoutChanged
from bootcamp_app.features.certificates.designs import current, designs, freeze
from bootcamp_app.features.certificates.editing import changed
from bootcamp_app.features.certificates.layouts import layout
from bootcamp_app.features.certificates.tables import DesignRow, FileRow, LayoutRow
from tests.logos import logo
from tests.own_fonts import own_font
from tests.storage.desks import exchange, state_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.certificates.views import Design
    from tests.features.certificates.camps import Camp


def design_of(camp: Camp) -> Design:
    return camp.app.working_layouts.of(camp.bootcamp).design


def renamed(camp: Camp, text: str) -> dict[str, Any]:
    """Give the layout in use with other words in its first part that has Khmer ones."""
    document = design_of(camp).document
    first = next(part for part in document["parts"] if part["kind"] == "pair")
    return changed(document, first["id"], km=text)


def words_of(camp: Camp) -> list[str]:
    return [part["km"] for part in design_of(camp).document["parts"] if part["kind"] == "pair"]


def undo(camp: Camp) -> None:
    camp.app.records.undo()


@pytest.fixture
def facts(camp: Camp) -> list[LayoutChanged]:
    told: list[LayoutChanged] = []
    camp.app.changes.subscribe(LayoutChanged, told.append)
    return told


def test_at_first_certificates_look_as_the_first_layout_came(camp: Camp) -> None:
    working = camp.app.working_layouts.of(camp.bootcamp)

    assert (working.name, working.is_changed, working.design.digits) == ("official", False, "khmer")
    assert working.document == layout("official")


def test_another_layout_is_chosen_and_taken_back(
    camp_on_either: Camp,
) -> None:
    camp = camp_on_either
    camp.app.working_layouts.choose(camp.bootcamp, "modern")

    working = camp.app.working_layouts.of(camp.bootcamp)
    assert (working.name, working.is_changed) == ("modern", False)
    undo(camp)
    assert camp.app.working_layouts.of(camp.bootcamp).name == "official"


def test_a_layout_is_chosen_for_letter_paper(camp: Camp) -> None:
    camp.app.working_layouts.choose_on(camp.bootcamp, "portrait", "Letter")

    working = camp.app.working_layouts.of(camp.bootcamp)
    assert (working.document["page"], working.is_changed) == ("Letter-portrait", False)
    camp.app.working_layouts.turn(camp.bootcamp, "A4-portrait")
    assert design_of(camp).document["page"] == "A4-portrait"


def test_a_change_is_kept_and_taken_back_step_by_step(
    camp: Camp, facts: list[LayoutChanged]
) -> None:
    camp.app.working_layouts.change(camp.bootcamp, renamed(camp, "ប័ណ្ណសរសើរ"))
    camp.app.working_layouts.change(camp.bootcamp, renamed(camp, "លិខិតបញ្ជាក់"))

    assert words_of(camp)[0] == "លិខិតបញ្ជាក់"
    assert camp.app.working_layouts.of(camp.bootcamp).is_changed
    undo(camp)
    assert words_of(camp)[0] == "ប័ណ្ណសរសើរ"
    assert len(facts) == 2


def test_what_changes_nothing_is_no_step(camp: Camp, facts: list[LayoutChanged]) -> None:
    camp.app.working_layouts.change(camp.bootcamp, renamed(camp, "ប័ណ្ណសរសើរ"))
    before = state_of(camp.app.database)

    camp.app.working_layouts.change(camp.bootcamp, renamed(camp, "ប័ណ្ណសរសើរ"))

    assert state_of(camp.app.database) == before
    assert len(facts) == 1


def test_a_layout_is_as_it_came_again(camp: Camp) -> None:
    camp.app.working_layouts.choose(camp.bootcamp, "modern")
    camp.app.working_layouts.change(camp.bootcamp, renamed(camp, "ប័ណ្ណសរសើរ"))

    camp.app.working_layouts.put_back(camp.bootcamp)

    working = camp.app.working_layouts.of(camp.bootcamp)
    assert (working.name, working.is_changed) == ("modern", False)


def test_digits_are_a_choice_of_their_own(camp: Camp) -> None:
    camp.app.working_layouts.write_digits(camp.bootcamp, "latin")

    assert (design_of(camp).digits, design_of(camp).document) == ("latin", layout("official"))
    with pytest.raises(Refusal, match="khmer"):
        camp.app.working_layouts.write_digits(camp.bootcamp, "roman")


def test_what_is_no_layout_changes_nothing(camp: Camp) -> None:
    before = state_of(camp.app.database)

    with pytest.raises(Refusal, match="cannot be used"):
        camp.app.working_layouts.change(camp.bootcamp, {"page": "A4-landscape"})

    assert state_of(camp.app.database) == before


def test_each_bootcamp_has_its_own(camp: Camp) -> None:
    from tests.features.certificates.camps import camp_in  # noqa: PLC0415 - a second one

    other = camp_in(camp.app, title_en="Another")
    camp.app.working_layouts.choose(camp.bootcamp, "modern")

    assert camp.app.working_layouts.of(other.bootcamp).name == "official"


def test_two_laptops_that_changed_it_agree(
    camp: Camp, open_app: Callable[[str], App], tmp_path: Path
) -> None:
    other = open_app(str(tmp_path / "other.bootcamp"))
    exchange(camp.app.database, other.database)
    camp.app.working_layouts.choose(camp.bootcamp, "modern")
    other.working_layouts.choose(camp.bootcamp, "minimal")

    for _ in range(2):
        exchange(camp.app.database, other.database)
        exchange(other.database, camp.app.database)

    names = {app.working_layouts.of(camp.bootcamp).name for app in (camp.app, other)}
    assert len(names) == 1
    with other.database.read() as reader:
        assert reader.query(LayoutRow).count() == 1


def test_a_layout_goes_to_another_laptop_with_its_font_and_picture(
    camp: Camp, open_app: Callable[[str], App], tmp_path: Path
) -> None:
    (tmp_path / "muol.ttf").write_bytes(own_font())
    (tmp_path / "emblem.png").write_bytes(logo("tall"))
    font = camp.app.design_files.add_font(tmp_path / "muol.ttf")
    emblem = camp.app.design_files.add_picture(tmp_path / "emblem.png")
    document = renamed(camp, "ប័ណ្ណសរសើរ")
    pair = next(part for part in document["parts"] if part["kind"] == "pair")
    document = changed(document, pair["id"], font_en=font.id)
    image = {"id": "emblem-9", "kind": "image", "x": 10, "top": 10, "width": 20, "height": 20}
    document["parts"].append({**image, "file": emblem.id})
    camp.app.working_layouts.change(camp.bootcamp, document)
    there = open_app(str(tmp_path / "other.bootcamp"))
    bootcamp = there.bootcamps.make(_new("Kep bootcamp"))

    camp.app.working_layouts.save(camp.bootcamp, tmp_path / "layout.json")
    there.working_layouts.take_in(bootcamp, tmp_path / "layout.json")

    taken = there.working_layouts.of(bootcamp).design
    assert taken.document == design_of(camp).document
    assert dict(taken.files) == dict(design_of(camp).files)
    assert [one.title for one in there.design_files.offered("font")] == [font.title]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is empty"),
        ("{", "no layout"),
        ("[]", "no layout"),
        ('{"kind": "bootcamp-desk-layout/9", "parts": []}', "this version knows"),
        ("[" * 100_000, "no layout"),
        ('{"page": "A4-landscape", "parts": [{"kind": "x"}]}', "cannot be used"),
        ('{"page": ["A4-landscape"]}', "cannot be used"),
    ],
)
def test_a_bad_file_is_refused_and_changes_nothing(
    camp: Camp, tmp_path: Path, text: str, why: str
) -> None:
    file = tmp_path / "layout.json"
    file.write_text(text, "utf-8")
    before = state_of(camp.app.database)

    with pytest.raises(Refusal, match=why):
        camp.app.working_layouts.take_in(camp.bootcamp, file)

    assert state_of(camp.app.database) == before


def test_a_font_inside_a_file_is_looked_at_as_if_it_were_chosen(camp: Camp, tmp_path: Path) -> None:
    held = {**layout("official"), "kind": "bootcamp-desk-layout/1"}
    held["files"] = [{"id": "f", "kind": "font", "title": "bad.ttf", "data": "aGVsbG8="}]
    file = tmp_path / "layout.json"
    file.write_text(json.dumps(held), "utf-8")

    with pytest.raises(Refusal, match="is not a font"):
        camp.app.working_layouts.take_in(camp.bootcamp, file)

    assert camp.app.design_files.offered("font") == []


def test_a_frozen_design_keeps_logos_fonts_and_words_for_ever(camp: Camp, tmp_path: Path) -> None:
    (tmp_path / "one.png").write_bytes(logo("wide"))
    partner = camp.app.logos.add_file(camp.bootcamp, tmp_path / "one.png")
    (tmp_path / "muol.ttf").write_bytes(own_font())
    font = camp.app.design_files.add_font(tmp_path / "muol.ttf")
    document = renamed(camp, "ប័ណ្ណសរសើរ")
    pair = next(part for part in document["parts"] if part["kind"] == "pair")
    camp.app.working_layouts.change(camp.bootcamp, changed(document, pair["id"], font=font.id))
    with camp.app.database.write() as work:
        frozen = freeze(work, camp.bootcamp)

    camp.app.logos.remove(partner)
    camp.app.design_files.remove(font)
    camp.app.working_layouts.choose(camp.bootcamp, "modern")

    with camp.app.database.read() as reader:
        kept = designs(reader, [frozen.id])[frozen.id]
        assert current(reader, camp.bootcamp).id != frozen.id
    assert (kept.document, kept.logos) == (frozen.document, frozen.logos)
    assert dict(kept.files) == dict(frozen.files)
    assert set(kept.files.values()) == {own_font(), partner.png}


def test_taking_back_what_froze_a_design_leaves_it_to_be_drawn_again(
    camp: Camp, tmp_path: Path
) -> None:
    (tmp_path / "one.png").write_bytes(logo("wide"))
    camp.app.logos.add_file(camp.bootcamp, tmp_path / "one.png")
    with camp.app.database.write() as work:
        frozen = freeze(work, camp.bootcamp)
        # Something that can be taken back, so that the whole act can.
        work.add(LayoutRow(bootcamp_id="elsewhere", document={}, digits="khmer"))

    undo(camp)

    with camp.app.database.read() as reader:
        assert reader.get(DesignRow, frozen.id) is not None
        assert reader.query(FileRow).count() == 1
        assert designs(reader, [frozen.id])[frozen.id].files == frozen.files


def test_the_same_design_is_frozen_once(camp: Camp) -> None:
    ids = set()
    for _ in range(2):
        with camp.app.database.write() as work:
            ids.add(freeze(work, camp.bootcamp).id)

    with camp.app.database.read() as reader:
        assert (len(ids), reader.query(DesignRow).count()) == (1, 1)


def _new(title: str) -> Any:  # noqa: ANN401 - as the room takes it
    from bootcamp_app.features.bootcamps.service import NewBootcamp  # noqa: PLC0415 - for one test
    from tests.features.certificates.camps import FIRST_DAY  # noqa: PLC0415 - for one test

    return NewBootcamp(title_en=title, starts_on=FIRST_DAY)
