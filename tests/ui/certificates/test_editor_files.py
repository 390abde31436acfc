"""The editor of layouts: who signs, fonts, pictures and files of layouts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bootcamp_app.features.certificates.design_views import SignatoryAt
from bootcamp_app.ui.kit.fields import ChoiceField
from tests.logos import logo
from tests.own_fonts import TITLE, own_font
from tests.signatures import photo
from tests.ui.certificates.editing import kept

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bootcamp_app.ui.desk import Desk
    from tests import desk as room
    from tests.ui.certificates.editing import Editing

    Settle = Callable[[], None]


def test_somebody_who_signs_is_on_the_page_with_their_signature(
    editing: Editing, day: room.Desk, settle: Settle, tmp_path: Path
) -> None:
    (tmp_path / "signature.jpg").write_bytes(photo())
    QTest.mouseClick(editing.view.page.signatories.add, Qt.MouseButton.LeftButton)
    dialog = editing.view.page.signatories.dialog
    assert dialog is not None
    QTest.keyClicks(dialog.form.field("name_en"), "MAO Thonin")
    QTest.keyClicks(dialog.form.field("title_en"), "Provincial Governor")
    dialog.signature.drop.chosen.emit(tmp_path / "signature.jpg")
    settle()

    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    editing.see()

    (one,) = day.app.signatories.of(day.bootcamp)
    assert (one.place, one.name_en, bool(one.png)) == (1, "MAO Thonin", True)
    assert "MAO Thonin" in editing.words
    QTest.mouseClick(editing.view.page.signatories.lines[0].remove, Qt.MouseButton.LeftButton)
    editing.see()
    assert "MAO Thonin" not in editing.words


def test_a_signatory_without_a_name_is_asked_for_it(editing: Editing, settle: Settle) -> None:
    dialog = editing.view.page.signatories.ask(SignatoryAt(1))

    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    settle()

    assert dialog.isVisible()
    assert dialog.form.refusal("name_km") == "Write a name, in Khmer or in Latin letters."


def test_a_picture_that_is_no_signature_is_refused_in_the_dialog(
    editing: Editing, settle: Settle, tmp_path: Path
) -> None:
    (tmp_path / "empty.jpg").write_bytes(photo(is_written=False))
    dialog = editing.view.page.signatories.ask(SignatoryAt(1))

    dialog.signature.drop.chosen.emit(tmp_path / "empty.jpg")
    settle()

    assert dialog.banner.plain.startswith("No signature is seen in empty.jpg.")


def test_an_own_font_is_added_and_used_by_a_part(
    editing: Editing, day: room.Desk, tmp_path: Path
) -> None:
    (tmp_path / "muol.ttf").write_bytes(own_font())
    editing.view.page.fonts.put_in(tmp_path / "muol.ttf")
    editing.see()
    editing.choose("pair")
    choice = editing.field("font")
    assert isinstance(choice, ChoiceField)

    choice.setCurrentIndex(choice.findText(f"{TITLE} Regular"))
    editing.see()

    (font,) = day.app.design_files.offered("font")
    assert editing.part("pair")["font"] == font.id
    assert editing.view.shown is not None
    assert TITLE.replace(" ", "").encode() in editing.view.shown.pdf


def test_a_file_that_is_no_font_is_refused_in_place(editing: Editing, tmp_path: Path) -> None:
    (tmp_path / "muol.ttf").write_bytes(b"hello")

    editing.view.page.fonts.put_in(tmp_path / "muol.ttf")
    editing.see()

    assert editing.view.banner.plain.startswith("muol.ttf is not a font.")


def test_a_picture_that_is_added_stands_in_the_chosen_place(
    editing: Editing, tmp_path: Path
) -> None:
    (tmp_path / "emblem.png").write_bytes(logo("tall"))
    editing.view.acts.put_in("image")
    editing.view.put_picture_in(tmp_path / "emblem.png")
    editing.see()

    part = editing.view.draft.part
    assert part is not None
    assert part["file"] == editing.field("file").key != ""


def test_a_layout_goes_through_a_file(editing: Editing, day: room.Desk, tmp_path: Path) -> None:
    part = editing.choose("verify")
    editing.press(Qt.Key.Key_Left)
    editing.see()
    editing.view.page.save_to(tmp_path / "layout.json")
    editing.see()
    editing.view.page.put_back()
    editing.see()

    editing.view.page.open_from(tmp_path / "layout.json")
    editing.see()

    assert kept(day, part["id"])["x"] == pytest.approx(part["x"] - 1)


def test_who_signs_is_kept_for_the_bootcamp_that_was_asked_about(
    editing: Editing, day: room.Desk, desk: Desk, settle: Settle
) -> None:
    dialog = editing.view.page.signatories.ask(SignatoryAt(1))
    QTest.keyClicks(dialog.form.field("name_en"), "MAO Thonin")
    other = day.open_bootcamp("Another")
    desk.choose(other)

    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    settle()

    assert [one.name_en for one in day.app.signatories.of(day.bootcamp)] == ["MAO Thonin"]
    assert day.app.signatories.of(other) == []
