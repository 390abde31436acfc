"""The editor of layouts: the real page, moved and written on by mouse and keys."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdfium2  # type: ignore[import-untyped] # the package has no type information
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from bootcamp_app.features.certificates.design_views import SignatoryAt
from bootcamp_app.features.certificates.editing import changed, part_of
from bootcamp_app.ui.certificates.certificates_page import CertificatesPage
from bootcamp_app.ui.certificates.editor.property_fields import DecimalField, WordsField
from bootcamp_app.ui.kit.fields import ChoiceField
from bootcamp_app.ui.words import in_words
from tests.logos import logo
from tests.own_fonts import TITLE, own_font
from tests.signatures import photo

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.certificates.editor.editor_view import EditorView
    from bootcamp_app.ui.desk import Desk
    from tests import desk as room

    Settle = Callable[[], None]

NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(day: room.Desk, desk: Desk, qtbot: QtBot, settle: Settle) -> CertificatesPage:
    """The page of certificates, in front."""
    del day
    shown = CertificatesPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1300, 800)
    shown.show()
    shown.came_to_front()
    settle()
    return shown


class Editing:
    """The editor as somebody uses it."""

    def __init__(self, view: EditorView, qtbot: QtBot, settle: Settle) -> None:
        self.view = view
        self._qtbot = qtbot
        self._settle = settle

    def see(self) -> Editing:
        """Wait until everything is written and the page on the screen is the one in hand."""
        self.view.draft.keep()
        self._settle()
        self._qtbot.waitUntil(lambda: self.view.is_current, timeout=20_000)
        self._settle()
        return self

    @property
    def words(self) -> str:
        """The words of the PDF that is shown."""
        assert self.view.shown is not None
        document = pypdfium2.PdfDocument(BytesIO(self.view.shown.pdf))
        try:
            return str(document[0].get_textpage().get_text_range())
        finally:
            document.close()

    def part(self, kind: str = "", part_id: str = "") -> Mapping[str, Any]:
        """Give a part as it is in hand: by its id, or the first of a kind."""
        parts = self.view.draft.document["parts"]
        return next(one for one in parts if part_id == one["id"] or kind == one["kind"])

    def choose(self, kind: str) -> Mapping[str, Any]:
        """Choose the first part of a kind by clicking its middle on the page."""
        part = self.part(kind)
        assert self.view.shown is not None
        box = self.view.shown.bounds[part["id"]]
        self.click(box.x + box.width / 2, box.top + box.height / 2)
        assert self.view.draft.chosen == part["id"]
        return part

    def click(self, x: float, y: float) -> None:
        """Click a place of the page, in millimetres."""
        QTest.mouseClick(self._canvas, Qt.MouseButton.LeftButton, NO_KEYS, self._at(x, y))

    def drag(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        keys: Any = NO_KEYS,  # noqa: ANN401
    ) -> None:
        """Drag from one place of the page to another."""
        QTest.mousePress(self._canvas, Qt.MouseButton.LeftButton, keys, self._at(*start))
        between = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        for place in (between, end):
            self._move(self._at(*place), keys)
        QTest.mouseRelease(self._canvas, Qt.MouseButton.LeftButton, keys, self._at(*end))

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press a key on the page."""
        QTest.keyClick(self._canvas, key, keys)

    def field(self, name: str) -> Any:  # noqa: ANN401 - one of several kinds
        """Give a field of the chosen part."""
        return self.view.part.fields[name]

    @property
    def problems(self) -> list[str]:
        """What is said to be wrong, by kind."""
        return [one.kind for one in self.view.shown.problems] if self.view.shown else []

    @property
    def _canvas(self) -> Any:  # noqa: ANN401 - a widget
        return self.view.area.canvas

    def _at(self, x: float, y: float) -> QPoint:
        place: QPoint = self._canvas.place_of(x, y).toPoint()
        return place

    def _move(self, at: QPoint, keys: Any) -> None:  # noqa: ANN401 - keys that are held
        from PySide6.QtCore import QEvent  # noqa: PLC0415 - QTest holds no keys while it moves
        from PySide6.QtGui import QMouseEvent  # noqa: PLC0415 - as above
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as above

        place = QPointF(at)
        whole = QPointF(self._canvas.mapToGlobal(at))
        button = Qt.MouseButton.LeftButton
        event = QMouseEvent(QEvent.Type.MouseMove, place, whole, button, button, keys)
        QApplication.sendEvent(self._canvas, event)


@pytest.fixture
def editing(page: CertificatesPage, qtbot: QtBot, settle: Settle) -> Editing:
    """The editor, opened from the page by its button."""
    QTest.mouseClick(page.editor.button, Qt.MouseButton.LeftButton)
    assert page.editor.view is not None
    return Editing(page.editor.view, qtbot, settle).see()


def kept(day: room.Desk, part_id: str) -> Mapping[str, Any]:
    """Give a part as it is in the workspace."""
    part = part_of(day.app.working_layouts.of(day.bootcamp).document, part_id)
    assert part is not None
    return part


def told(editing: Editing) -> list[str]:
    said: list[str] = []
    editing.view.said.connect(lambda text, _act: said.append(in_words(text)))
    return said


def test_the_page_shown_is_the_real_one_with_the_longest_name_first(editing: Editing) -> None:
    assert "YIM Sovannarith" in editing.words
    assert editing.view.tools.whose.plain == "Person 1 of 9 · the longest name"

    QTest.mouseClick(editing.view.tools.next, Qt.MouseButton.LeftButton)
    editing.see()

    assert "NUON Chanthearry" in editing.words
    assert editing.view.tools.whose.plain == "Person 2 of 9 · the longest Latin name"


def test_words_that_are_written_are_on_the_page_and_kept(editing: Editing, day: room.Desk) -> None:
    part = editing.choose("pair")
    field = editing.field("en")
    assert isinstance(field, WordsField)

    field.field.selectAll()
    QTest.keyClicks(field.field, "Letter of thanks")
    editing.see()

    assert "Letter of thanks" in editing.words
    assert kept(day, part["id"])["en"] == "Letter of thanks"


def test_a_field_is_put_into_the_words_from_the_menu(editing: Editing) -> None:
    editing.choose("pair")
    field = editing.field("en")

    field.field.setCursorPosition(0)
    field.put_in("venue")
    editing.view.draft.keep()

    assert field.text.startswith("{venue}")
    assert editing.part("pair")["en"] == field.text


def test_a_part_follows_the_mouse_and_rests_in_the_middle_of_the_page(
    editing: Editing, day: room.Desk
) -> None:
    before = editing.choose("verify")
    x, y = before["x"] + 10, before["top"] + 10
    to_middle = 148.5 - (before["x"] + before["side"] / 2)

    editing.drag((x, y), (x + to_middle + 0.8, y - 10))
    editing.see()

    after = kept(day, before["id"])
    assert after["x"] + after["side"] / 2 == pytest.approx(148.5, abs=0.02)
    assert after["top"] != before["top"]


def test_holding_ctrl_lets_go_of_every_line(editing: Editing, day: room.Desk) -> None:
    before = editing.choose("verify")
    x, y = before["x"] + 10, before["top"] + 10
    to_middle = 148.5 - (before["x"] + before["side"] / 2)

    editing.drag((x, y), (x + to_middle + 0.8, y), Qt.KeyboardModifier.ControlModifier)
    editing.see()

    after = kept(day, before["id"])
    assert abs(after["x"] + after["side"] / 2 - 148.5) > 0.2


def test_guides_are_shown_only_while_something_is_dragged(editing: Editing) -> None:
    canvas = editing.view.area.canvas
    before = editing.choose("verify")
    x, y = before["x"] + 10, before["top"] + 10
    at = canvas.place_of(x, y).toPoint()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, NO_KEYS, at)
    to_middle = 148.5 - (before["x"] + before["side"] / 2)
    editing._move(canvas.place_of(x + to_middle, y).toPoint(), NO_KEYS)

    assert any(one.is_upright and one.at == 148.5 for one in canvas.guides)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, NO_KEYS, at)
    assert canvas.guides == ()


def test_the_page_does_not_slip_from_under_the_mouse_when_something_is_wrong(
    editing: Editing, qtbot: QtBot
) -> None:
    view, canvas = editing.view, editing.view.area.canvas
    before, scale = editing.choose("verify"), canvas.scale
    x, y = before["x"] + 10, before["top"] + 10
    over = canvas.place_of(x - 70, y - 60).toPoint()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, NO_KEYS, canvas.place_of(x, y).toPoint())
    editing._move(over, NO_KEYS)
    qtbot.waitUntil(lambda: view.is_current, timeout=20_000)
    while_held = (editing.problems != [], view.problems.lines, canvas.scale)

    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, NO_KEYS, over)
    editing.see()

    assert while_held == (True, [], scale)
    assert len(view.problems.lines) == len(editing.problems)


def test_an_edge_is_pulled_and_the_other_stays(editing: Editing, day: room.Desk) -> None:
    before = editing.choose("pair")
    frame = editing.view.area.canvas.frame()
    assert frame is not None
    level = frame.top + frame.height / 2

    editing.drag((before["x"], level), (before["x"] + 11.3, level))
    editing.see()

    after = kept(day, before["id"])
    assert after["x"] > before["x"] + 8
    assert after["x"] + after["width"] == pytest.approx(before["x"] + before["width"], abs=0.02)


def test_arrow_keys_move_by_a_millimetre_by_five_and_by_a_tenth(
    editing: Editing, day: room.Desk
) -> None:
    before = editing.choose("verify")

    editing.press(Qt.Key.Key_Left)
    editing.press(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    editing.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    editing.see()

    after = kept(day, before["id"])
    assert after["x"] == pytest.approx(before["x"] - 0.9)
    assert after["top"] == pytest.approx(before["top"] - 5)


def test_steps_are_taken_back_and_done_again_one_by_one(editing: Editing, day: room.Desk) -> None:
    before = editing.choose("verify")
    for _ in range(2):
        editing.press(Qt.Key.Key_Left)
        editing.see()
    places = [before["x"] - 2, before["x"] - 1, before["x"]]
    seen = [kept(day, before["id"])["x"]]

    for _ in range(2):
        editing.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        editing.see()
        seen.append(kept(day, before["id"])["x"])
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    editing.press(Qt.Key.Key_Z, both)
    editing.see()

    assert seen == pytest.approx(places)
    assert kept(day, before["id"])["x"] == pytest.approx(before["x"] - 1)
    assert editing.part(part_id=before["id"])["x"] == pytest.approx(before["x"] - 1)


def test_undo_in_a_field_takes_the_step_back_and_the_field_follows(editing: Editing) -> None:
    before = editing.choose("pair")
    field = editing.field("en").field
    field.selectAll()
    QTest.keyClicks(field, "Thanks")
    editing.see()

    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    editing.see()

    assert field.text() == before["en"]
    assert editing.part("pair")["en"] == before["en"]


def test_where_there_is_nothing_to_take_back_that_is_said(editing: Editing) -> None:
    said = told(editing)

    editing.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    editing.see()

    assert said == ["There is nothing to undo here."]


def test_what_is_wrong_is_said_and_a_click_leads_to_the_part(editing: Editing) -> None:
    part = editing.choose("pair")
    field = editing.field("en").field
    field.selectAll()
    QTest.keyClicks(field, "Thanks to {nobody}")
    editing.see()
    editing.view.draft.choose("")

    assert editing.problems == ["unknown_field"]
    (line,) = editing.view.problems.lines
    assert "{nobody}" in line.words.plain
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert editing.view.draft.chosen == part["id"]
    field.selectAll()
    QTest.keyClicks(field, "Thanks")
    editing.see()
    assert (editing.problems, editing.view.problems.lines) == ([], [])


def test_a_part_too_near_to_the_edge_is_told(editing: Editing) -> None:
    part = editing.choose("verify")
    number = editing.field("x")
    assert isinstance(number, DecimalField)

    number.setValue(290)
    editing.see()

    assert "outside_safe_area" in editing.problems
    assert editing.part(part_id=part["id"])["x"] == 290


def test_parts_are_chosen_in_the_list_and_enter_leads_to_their_words(editing: Editing) -> None:
    parts = editing.view.parts
    kinds = [one["kind"] for one in editing.view.draft.document["parts"]]
    parts.setFocus()
    parts.setCurrentRow(kinds.index("pair") - 1)

    QTest.keyClick(parts, Qt.Key.Key_Down)
    QTest.keyClick(parts, Qt.Key.Key_Return)

    assert editing.view.draft.chosen == editing.part("pair")["id"]
    field = editing.view.part.fields["km"].focusProxy()
    assert isinstance(field, QLineEdit)
    assert field.hasFocus()


def test_a_part_is_copied_and_removed_by_keys(editing: Editing) -> None:
    before = len(editing.view.draft.document["parts"])
    editing.choose("verify")

    editing.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    editing.see()
    assert len(editing.view.draft.document["parts"]) == before + 1
    editing.press(Qt.Key.Key_Delete)
    editing.see()

    assert len(editing.view.draft.document["parts"]) == before
    assert editing.view.draft.chosen == ""


def test_every_kind_of_part_can_be_added_and_shown(editing: Editing) -> None:
    for kind in ("text", "pair", "paragraph", "image", "logos", "signatory", "rule", "border",
                 "ground", "diamond", "box", "verify"):  # fmt: skip
        editing.view.acts.put_in(kind)
        assert editing.view.draft.part is not None
        assert editing.view.draft.part["kind"] == kind
        assert editing.view.part.fields
    editing.see()

    assert editing.view.shown is not None
    assert len(editing.view.shown.bounds) == len(editing.view.draft.document["parts"])


def test_another_layout_is_taken_and_offered_to_be_taken_back(
    editing: Editing, day: room.Desk
) -> None:
    said: list[tuple[str, str]] = []
    editing.view.said.connect(lambda text, act: said.append((in_words(text), act)))

    QTest.mouseClick(editing.view.strip.cards["modern"], Qt.MouseButton.LeftButton)
    editing.see()

    assert day.app.working_layouts.of(day.bootcamp).name == "modern"
    assert [text for text, _act in said] == ["Certificates look like “Modern” from now on."]
    day.app.records.undo_act(said[0][1])
    assert day.app.working_layouts.of(day.bootcamp).name == "official"


def test_each_layout_is_shown_in_small(editing: Editing) -> None:
    assert all(card._image is not None for card in editing.view.strip.cards.values())


def test_paper_and_digits_are_chosen_for_the_page(editing: Editing, day: room.Desk) -> None:
    editing.view.page.paper.choose("Letter-landscape")
    editing.see()
    editing.view.page.digits.choose("latin")
    editing.see()

    design = day.app.working_layouts.of(day.bootcamp).design
    assert (design.document["page"], design.digits) == ("Letter-landscape", "latin")
    assert editing.view.shown is not None
    assert editing.view.shown.image.width() / editing.view.shown.image.height() == pytest.approx(
        279.4 / 215.9, abs=0.01
    )


def test_a_changed_layout_is_as_it_came_again(editing: Editing, day: room.Desk) -> None:
    assert not editing.view.page.back.isEnabled()
    editing.choose("verify")
    editing.press(Qt.Key.Key_Left)
    editing.see()
    editing.view.draft.choose("")
    editing.view.page.put_back()
    editing.see()

    assert not day.app.working_layouts.of(day.bootcamp).is_changed
    assert not editing.view.page.back.isEnabled()


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


def test_what_another_laptop_or_window_changes_is_shown(editing: Editing, day: room.Desk) -> None:
    part = editing.part("pair")
    document = changed(editing.view.draft.document, part["id"], en="From elsewhere")

    day.app.working_layouts.change(day.bootcamp, document)
    editing.see()

    assert "From elsewhere" in editing.words


def test_back_leads_to_the_list_and_keeps_what_was_in_hand(
    page: CertificatesPage, editing: Editing, day: room.Desk, settle: Settle
) -> None:
    part = editing.choose("verify")
    editing.press(Qt.Key.Key_Left)

    QTest.mouseClick(editing.view.back, Qt.MouseButton.LeftButton)
    settle()

    assert kept(day, part["id"])["x"] == part["x"] - 1
    assert not editing.view.isVisible()
    assert page.table.isVisible()
    assert page.editor.button.hasFocus()


def test_escape_lets_the_part_go_first_and_then_leads_back(
    page: CertificatesPage, editing: Editing
) -> None:
    editing.choose("verify")

    editing.press(Qt.Key.Key_Escape)
    assert (editing.view.draft.chosen, editing.view.isVisible()) == ("", True)
    editing.press(Qt.Key.Key_Escape)

    assert not editing.view.isVisible()
    assert page.table.isVisible()


def test_the_page_can_be_seen_larger_and_whole_again(editing: Editing) -> None:
    area = editing.view.area
    whole = area.canvas.scale

    editing.view.tools.zoomed.emit(1.25)
    editing.see()
    assert area.canvas.scale == pytest.approx(whole * 1.25)
    assert editing.view.shown is not None
    assert editing.view.shown.image.width() == area.pixels
    editing.view.tools.zoomed.emit(0)

    assert area.canvas.scale == pytest.approx(whole)


def test_every_control_of_the_editor_has_a_name(editing: Editing) -> None:
    for kind in ("pair", "paragraph", "verify", "rule"):
        editing.view.draft.choose(editing.part(kind)["id"])
        for made in editing.view.findChildren(QPushButton):
            assert made.accessibleName() or made.text() or not made.isVisible()
        for field in editing.view.part.fields.values():
            assert (field.focusProxy() or field).accessibleName()
