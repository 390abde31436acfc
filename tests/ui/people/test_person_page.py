"""The page of a person, by hand-like events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtMultimedia import QVideoFrame
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit

from bootcamp_app.features.people.nominees import nominee_from
from bootcamp_app.features.people.questions import AskedQuestion
from bootcamp_app.ui.kit.cameras import Camera
from bootcamp_app.ui.kit.completing_field import CompletingField
from bootcamp_app.ui.people.person_page import PersonView
from bootcamp_app.ui.people.person_substitute import SubstituteDialog
from bootcamp_app.ui.people.several_field import SeveralField
from tests.desk import FIRST_DAY
from tests.ui.looking import settle_window

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.kit.form import Form
    from bootcamp_app.ui.people.people_page import PeoplePage
    from tests import desk as room
    from tests.ui.people.conftest import Hands, Said

NAME = "CHAN Sreyneang"
Opened = "Callable[[Participant], PersonView]"


@pytest.fixture
def open_person(
    page: PeoplePage, settle: Callable[[], None], qtbot: QtBot
) -> Callable[[Participant], PersonView]:
    """Opens the page of somebody."""

    def show(person: Participant) -> PersonView:
        page.edit_person(person)
        settle()
        view = page.beside
        assert isinstance(view, PersonView)
        field = view.form.field("name_km")

        def is_in_hand() -> bool:
            # A window of a test before may have been in front until now.
            page.activateWindow()
            return field.hasFocus()

        qtbot.waitUntil(is_in_hand)
        return view

    return show


@pytest.fixture
def view(open_person: Callable[[Participant], PersonView], day: room.Desk) -> PersonView:
    """The page of CHAN Sreyneang."""
    return open_person(day.person(NAME))


def click(button: QWidget) -> None:
    """Press a button."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def leave(form: Form, name: str, text: str) -> None:
    """Put a text into a field and leave it."""
    field = form.field(name)
    assert isinstance(field, QLineEdit)
    field.setText(text)
    field.editingFinished.emit()


def choose(form: Form, name: str, key: str) -> None:
    """Choose one of several."""
    field = form.field(name)
    assert isinstance(field, QComboBox)
    field.setCurrentIndex(field.findData(key))


def ask(day: room.Desk, label: str, kind: str = "text", **more: object) -> None:
    """Ask something more of the people of the bootcamp."""
    day.app.questions.add(day.bootcamp, AskedQuestion(label, kind=kind, **more))  # type: ignore[arg-type]


def answers(day: room.Desk, name: str = NAME) -> dict[str, object]:
    """Give what somebody answered, by question."""
    kept = day.app.people.details(day.person(name))
    return {key[7:]: value for key, value in kept.items() if key.startswith("custom:") and value}


def test_enter_on_a_row_opens_the_person_and_escape_leads_back_to_the_row(
    page: PeoplePage, settle: Callable[[], None], qtbot: QtBot
) -> None:
    table = page.list.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(2, 0))
    current = table.current()
    QTest.keyClick(table, Qt.Key.Key_Return)
    settle()
    view = page.beside

    assert isinstance(view, PersonView)
    assert view.form.values()["name_en"] == current.name_en
    assert page.title.plain == current.name
    qtbot.waitUntil(view.form.field("name_km").hasFocus)
    QTest.keyClick(view.form.field("name_km"), Qt.Key.Key_Escape)

    assert page.beside is None
    assert page.list.isVisible()
    assert table.hasFocus()
    assert table.current() == current


def test_a_field_is_kept_when_it_is_left_and_only_that_one_is_written(
    page: PeoplePage, view: PersonView, day: room.Desk, settle: Callable[[], None], said: Said
) -> None:
    day.app.people.change(day.person(NAME), position="Chief")
    leave(view.form, "name_en", "CHAN Sreyneang Meas")
    settle()

    (person,) = day.people("Meas")
    ((text, act),) = said
    assert (person.name_en, person.position) == ("CHAN Sreyneang Meas", "Chief")
    assert str(text) == "CHAN Sreyneang was changed."
    assert page.title.plain == person.name
    assert view.form.values()["position"] == "Chief"
    day.app.records.undo_act(act)
    settle()
    assert view.form.values()["name_en"] == NAME


def test_a_disability_is_seen_however_it_was_written_and_is_chosen(
    open_person: Callable[[Participant], PersonView],
    day: room.Desk,
    settle: Callable[[], None],
) -> None:
    day.app.people.change(day.person(NAME), disability="មាន")
    view = open_person(day.person(NAME))

    assert view.form.values()["disability"] == "yes"
    choose(view.form, "disability", "no")
    settle()
    assert day.person(NAME).disability == "no"


def test_what_is_wrong_is_said_at_its_field_and_stays_in_force_until_it_is_mended(
    page: PeoplePage, view: PersonView, day: room.Desk, settle: Callable[[], None]
) -> None:
    leave(view.form, "birth_year", "85")
    settle()
    QTest.keyClick(view, Qt.Key.Key_Escape)

    assert view.form.refusal("birth_year").startswith("This is not a year of birth.")
    assert page.beside is view
    assert view.banner.isVisible()
    leave(view.form, "birth_year", "1985")
    settle()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert page.beside is None
    assert day.app.people.details(day.person(NAME))["birth_year"] == 1985


def test_what_the_service_refuses_is_not_held_to_be_kept(
    page: PeoplePage, view: PersonView, day: room.Desk, settle: Callable[[], None]
) -> None:
    leave(view.form, "name_km", "")
    leave(view.form, "name_en", "")
    settle()

    assert view.form.refusal("name_en").startswith("A person needs a name.")
    QTest.keyClick(view, Qt.Key.Key_Escape)
    settle()
    assert page.beside is view
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert page.beside is None
    assert day.names(NAME) == [NAME]


def test_escape_keeps_what_was_typed_and_not_left(
    page: PeoplePage, view: PersonView, day: room.Desk, hands: Hands, settle: Callable[[], None],
    qtbot: QtBot,
) -> None:  # fmt: skip
    field = view.form.field("position")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    hands(" ឃុំ")
    hands(Qt.Key.Key_Escape)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    settle()

    assert page.beside is None
    assert day.person(NAME).position.endswith("ឃុំ")


def test_answers_of_every_kind_are_kept_one_by_one(
    page: PeoplePage, day: room.Desk, open_person: Callable[[Participant], PersonView],
    settle: Callable[[], None],
) -> None:  # fmt: skip
    ask(day, "Diet")
    ask(day, "Years", "number")
    ask(day, "Bed", "yes_no")
    ask(day, "Shirt", "choice", choices=("S | តូច", "L | ធំ"))
    ask(day, "Days", "choices", choices=("one", "two", "three"))
    ask(day, "Arrives", "date")
    view = open_person(day.person(NAME))
    several = view.answers.field("custom:Days")
    assert isinstance(several, SeveralField)

    leave(view.answers, "custom:Diet", "no meat")
    leave(view.answers, "custom:Years", "១២")
    choose(view.answers, "custom:Bed", "yes")
    choose(view.answers, "custom:Shirt", "L | ធំ")
    several.boxes["three"].click()
    several.boxes["one"].click()
    leave(view.answers, "custom:Arrives", "1/3/2026")
    settle()

    assert answers(day) == {
        "Diet": "no meat", "Years": "12", "Bed": "yes", "Shirt": "L | ធំ",
        "Days": "one; three", "Arrives": "2026-03-01",
    }  # fmt: skip
    shown = view.answers.values()
    assert (shown["custom:Years"], shown["custom:Arrives"]) == ("12", "01/03/2026")
    day.app.questions.add(day.bootcamp, AskedQuestion("More"))
    settle()
    assert page.beside is view
    assert view.answers.values()["custom:Days"] == "one; three"


def test_a_required_answer_is_not_taken_away_but_nobody_is_held_who_never_gave_one(
    page: PeoplePage, day: room.Desk, open_person: Callable[[Participant], PersonView],
    settle: Callable[[], None],
) -> None:  # fmt: skip
    ask(day, "Diet", is_required=True)
    view = open_person(day.person(NAME))
    view.leave()
    assert page.beside is None
    assert answers(day) == {}

    view = open_person(day.person(NAME))
    leave(view.answers, "custom:Diet", "no meat")
    settle()
    leave(view.answers, "custom:Diet", "")
    settle()
    assert view.answers.refusal("custom:Diet") == "This must be answered."
    assert answers(day) == {"Diet": "no meat"}
    assert not view.answers.leave_all()

    leave(view.answers, "custom:Diet", "no meat")
    view.leave()
    assert page.beside is None


def test_an_answer_that_is_not_offered_is_said_to_be_none_until_one_is_chosen(
    page: PeoplePage, day: room.Desk, open_person: Callable[[Participant], PersonView],
    settle: Callable[[], None],
) -> None:  # fmt: skip
    person = day.person(NAME)
    day.app.people.change(person, **{"custom:Diet": "Fish", "custom:Days": "four"})
    ask(day, "Diet", "choice", choices=("Meat", "Vegetarian"), is_required=True)
    ask(day, "Days", "choices", choices=("one", "two"))
    view = open_person(person)

    said = [view.answers.refusal(f"custom:{name}") for name in ("Diet", "Days")]
    choose(view.answers, "custom:Diet", "Meat")
    settle()

    assert said == [
        f"The answer is “{answer}”, which is not offered. Choose one that is."
        for answer in ("Fish", "four")
    ]
    assert view.answers.refusal("custom:Diet") == ""
    assert answers(day) == {"Diet": "Meat", "Days": "four"}
    view.leave()
    assert page.beside is None


def test_a_known_organisation_is_offered_and_taken(
    view: PersonView, day: room.Desk, hands: Hands, settle: Callable[[], None], qtbot: QtBot
) -> None:
    own = day.app.organisations.of(day.person(NAME).participation_id)
    other = next(one for one in day.app.organisations.all() if one != own)
    field = view.form.field("organisation")
    assert isinstance(field, CompletingField)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    hands(other.name[:4])
    qtbot.waitUntil(lambda: other.name in [one.text for one in field.offered])
    while field.list.currentRow() < [one.text for one in field.offered].index(other.name):
        hands(Qt.Key.Key_Down)
    hands(Qt.Key.Key_Return)
    settle()

    assert day.person(NAME).organisation_km == other.name_km
    assert view.organisation.organisation is not None
    assert view.organisation.organisation.id == other.id


def test_kind_and_province_of_the_organisation_count_for_all_of_its_people(
    view: PersonView, day: room.Desk, settle: Callable[[], None], said: Said
) -> None:
    own = day.app.organisations.of(day.person(NAME).participation_id)
    assert own is not None
    choose(view.organisation.form, "kind", "cso")
    choose(view.organisation.form, "province", "08")
    settle()

    now = day.app.organisations.get(own.id)
    assert (now.kind, now.province) == ("cso", "08")
    assert [str(text) for text, _act in said] == [f"{own.name} was changed."] * 2
    day.app.records.undo_act(said[1][1])
    settle()
    assert view.organisation.form.values()["province"] == own.province


def test_a_name_that_another_organisation_bears_is_refused_at_its_field(
    view: PersonView, day: room.Desk, settle: Callable[[], None]
) -> None:
    day.walk_in("Ly Heng", organisation="NGO Forum")
    leave(view.organisation.form, "name_en", "NGO Forum")
    settle()

    assert view.organisation.form.refusal("name_en").startswith("Another organisation is called")


def test_a_yes_and_a_no_are_written_down_with_how_they_were_said(
    view: PersonView, day: room.Desk, settle: Callable[[], None]
) -> None:
    ref = day.person(NAME).person_id
    view.consents.how.choose("signed")
    click(view.consents.lines["sharing"].yes)
    settle()
    given = day.app.consents.of(ref)["sharing"]
    told = view.consents.lines["sharing"].told.plain
    click(view.consents.lines["sharing"].no)
    settle()

    assert (given.is_given, given.how, given.who) == (True, "signed", "Sokha")
    assert told.startswith("signed it on paper · 2 March 2026, 08:00 · Sokha · notice 1")
    assert not day.app.consents.of(ref)["sharing"].is_given
    assert view.consents.lines["sharing"].state.accessibleName() == "said no"
    view.history.undos[0].click()
    settle()
    assert day.app.consents.of(ref)["sharing"].is_given


def test_a_photo_from_a_file_is_kept_once_the_person_agrees(
    page: PeoplePage, view: PersonView, day: room.Desk, tmp_path: Path, settle: Callable[[], None]
) -> None:
    ref = day.person(NAME).person_id
    picture = tmp_path / "face.png"
    Image.new("RGB", (900, 900), "#884422").save(picture)
    click(view.photo.choose)
    assert page.window().findChild(QFileDialog) is None
    click(view.photo.agreed)
    settle()
    dialog = page.window().findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(picture))
    dialog.reject()
    settle()

    assert day.app.consents.of(ref)["photo"].is_given
    assert (day.app.photos.of(ref) or b"").startswith(b"\xff\xd8")
    assert view.photo.portrait.has_picture
    click(view.consents.lines["photo"].no)
    settle()
    assert day.app.photos.of(ref) is None
    assert not view.photo.portrait.has_picture
    assert not view.photo.choose.isEnabled()


def test_a_file_that_is_no_picture_is_refused_in_place(
    view: PersonView, tmp_path: Path, settle: Callable[[], None]
) -> None:
    (tmp_path / "face.png").write_text("no face")
    view.photo.file_chosen.emit(tmp_path / "face.png")
    settle()

    assert view.banner.isVisible()
    assert not view.photo.portrait.has_picture


def test_what_the_camera_saw_when_the_button_was_pressed_is_kept(
    view: PersonView, day: room.Desk, desk: Desk, settle: Callable[[], None], qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    asked: list[str] = []

    def start(_camera: Camera, name: str) -> str:
        asked.append(name)
        return ""  # none is plugged in

    monkeypatch.setattr(Camera, "start", start)
    desk.memory.keep("camera", "USB Camera")
    click(view.photo.take)
    click(view.photo.agreed)
    settle()
    camera = view.camera
    assert camera is not None
    assert "No camera was found" in camera.banner.plain
    assert not camera.shoot.isEnabled()
    camera.camera.sink.setVideoFrame(_frame("#2040c0"))
    qtbot.waitUntil(camera.shoot.isEnabled)
    click(camera.shoot)
    camera.camera.sink.setVideoFrame(_frame("#20c040"))
    qtbot.waitUntil(lambda: QColor(camera._newest.pixel(0, 0)).green() > 0x80)
    click(camera.main)
    settle()

    kept = QImage.fromData(day.app.photos.of(day.person(NAME).person_id) or b"")
    seen = QColor(kept.pixel(kept.width() // 2, kept.height() // 2))
    assert kept.height() * 3 == kept.width() * 4
    assert abs(seen.blue() - 0xC0) < 24
    assert seen.green() < 0x80
    assert asked == ["USB Camera"]


def test_withdrawn_and_not_approved_are_told_to_the_door(
    view: PersonView, day: room.Desk, settle: Callable[[], None]
) -> None:
    guest = day.guest(day.person(NAME))
    results = []
    for status in ("withdrawn", "nominated", "confirmed"):
        click(view.state.buttons[status])
        settle()
        results.append(day.scan(guest.badge).result)

    assert results == ["withdrawn", "not_approved", "recorded"]
    assert view.state.buttons["confirmed"].property("current") == "true"
    assert view.state.buttons["withdrawn"].property("current") == "false"


@pytest.mark.parametrize(
    ("name", "wrong", "right"),
    [("phone", "12 34", "012 999 888 / 097 1112223"), ("email", "foo", "foo@example.org")],
)
def test_what_is_no_phone_or_email_is_said_at_its_field_and_not_kept(
    view: PersonView, day: room.Desk, settle: Callable[[], None], name: str, wrong: str, right: str
) -> None:
    before = getattr(day.person(NAME), name)
    leave(view.form, name, wrong)
    settle()
    assert view.form.refusal(name).startswith("This is not")
    assert getattr(day.person(NAME), name) == before

    leave(view.form, name, right)
    settle()
    assert view.form.refusal(name) == ""
    assert getattr(day.person(NAME), name) == right


def test_a_state_that_is_decided_leaves_the_keys_where_they_were_and_is_decided_once(
    view: PersonView, settle: Callable[[], None], said: Said
) -> None:
    button = view.state.buttons["withdrawn"]
    button.setFocus()
    click(button)
    settle()
    click(button)
    settle()

    assert button.hasFocus()
    assert len(said) == 1


def test_nothing_moves_under_the_pointer_while_consents_are_asked(
    view: PersonView, settle: Callable[[], None]
) -> None:
    lines = view.consents.lines

    def places() -> list[QPoint]:
        settle_window(view.window())
        return [one.no.mapTo(view, QPoint(0, 0)) for one in lines.values()]

    before = places()
    for line in lines.values():
        click(line.no)
        settle()

    assert all(line.told.plain for line in lines.values())
    assert places() == before


def test_what_became_of_them_is_found_from_anywhere(page: PeoplePage, view: PersonView) -> None:
    page.carry_out("history")
    assert view.history.undos[0].hasFocus()

    page.show_list()
    page.carry_out("history")
    assert "History" in page.banner.plain


def test_a_colleague_is_registered_in_their_place(
    page: PeoplePage, view: PersonView, day: room.Desk, settle: Callable[[], None], said: Said
) -> None:
    first = day.person(NAME)
    click(view.parts.substitute)
    dialog = page.window().findChild(SubstituteDialog)
    assert dialog is not None
    leave(dialog.form, "name_en", "LONG Dara")
    click(dialog.main)
    settle()

    came = day.person("LONG Dara")
    assert (day.person(NAME).status, came.status) == ("substituted", "confirmed")
    assert came.organisation_km == first.organisation_km
    assert "LONG Dara came in their place." in view.parts.lines[0]
    assert not view.parts.substitute.isVisible()
    assert str(said[-1][0]) == f"LONG Dara came in place of {first.name}."
    day.app.records.undo_act(said[-1][1])
    settle()
    assert day.person(NAME).status == "confirmed"
    assert view.parts.substitute.isVisible()


def test_undo_of_who_was_added_by_hand_takes_them_away_and_leaves_their_page(
    page: PeoplePage, day: room.Desk, open_person: Callable[[Participant], PersonView],
    settle: Callable[[], None],
) -> None:  # fmt: skip
    added = day.app.people.add(day.bootcamp, nominee_from({"name_en": "LY Heng"}, FIRST_DAY))
    settle()
    view = open_person(added)
    click(view.history.undos[-1])
    settle()

    assert page.beside is None
    assert day.names("LY") == ["LY Mary"]
    assert page.list.table.model().rowCount() == 9


def test_one_of_a_list_is_not_taken_out_alone(
    page: PeoplePage, view: PersonView, day: room.Desk, settle: Callable[[], None]
) -> None:
    click(view.history.undos[-1])
    settle()

    assert page.beside is view
    assert "came together with others" in view.banner.plain
    assert len(day.people()) == 9
    (line,) = view.parts.lines
    assert line.startswith("2 March 2026 · Participant")


def test_a_new_badge_is_given_once_and_only_after_a_second_press(
    view: PersonView, day: room.Desk, settle: Callable[[], None], said: Said
) -> None:
    before = day.guest(day.person(NAME)).badge
    click(view.badge.replace)
    settle()
    assert day.guest(day.person(NAME)).badge == before

    for _press in range(2):
        click(view.badge.sure)
    settle()
    code = day.guest(day.person(NAME)).badge

    assert code != before
    assert view.badge.code.plain.replace(" ", "") == code
    assert [str(text) for text, _act in said] == [f"{NAME} has a new badge."]


def test_printing_a_badge_keeps_what_was_typed_first_or_says_what_is_wrong(
    page: PeoplePage, view: PersonView, day: room.Desk, settle: Callable[[], None]
) -> None:
    wanted: list[str] = []
    view.badge_wanted.connect(lambda person: wanted.append(person.name_en))
    for name, text in (("name_en", "CHAN Sreyneang Meas"), ("birth_year", "85")):
        field = view.form.field(name)
        assert isinstance(field, QLineEdit)
        field.setText(text)
    click(view.badge.print)
    settle()
    assert view.form.refusal("birth_year").startswith("This is not a year of birth.")
    assert page.beside is view

    leave(view.form, "birth_year", "1985")
    click(view.badge.print)
    settle()
    assert wanted == ["CHAN Sreyneang Meas"]
    assert day.names("Meas") == ["CHAN Sreyneang Meas"]
    assert page.title.plain == "Print badges"


def test_an_open_page_turns_with_the_language_and_keeps_what_is_typed(
    page: PeoplePage, view: PersonView, choices: Choices, settle: Callable[[], None]
) -> None:
    field = view.form.field("phone")
    assert isinstance(field, QLineEdit)
    field.setText("099")
    yes = view.consents.lines["photo"].yes
    assert yes.accessibleName() == "Keep a photo: Yes"
    choices.change(language="km")
    settle()

    sex = view.form.field("sex")
    assert isinstance(sex, QComboBox)
    assert "Yes" not in yes.accessibleName()
    assert sex.currentText() == "ស្រី"
    assert view.form.values()["phone"] == "099"
    assert page.title.plain == "ចាន់ ស្រីនាង"


def test_a_page_that_is_left_while_it_looks_does_no_harm(
    page: PeoplePage, desk: Desk, day: room.Desk, settle: Callable[[], None]
) -> None:
    page.edit_person(day.person("LY Mary"))
    desk.choose(None)
    settle()

    assert page.beside is None
    assert QApplication.activeModalWidget() is None


def _frame(colour: str) -> QVideoFrame:
    picture = QImage(640, 480, QImage.Format.Format_RGB32)
    picture.fill(QColor(colour))
    return QVideoFrame(picture)


def test_the_certificate_of_somebody_is_told_with_its_history(
    view: PersonView, day: room.Desk, settle: Callable[[], None]
) -> None:
    assert view.certificate.why.plain.startswith("Attended ")
    assert not view.certificate.serial.isVisible()
    person = day.person(NAME)
    day.app.exceptions.make(day.bootcamp, [person], "given", "led the group work")
    day.app.certificates.issue(day.bootcamp, [person.participation_id])
    settle()

    (certificate,) = day.app.certificates.issued(day.bootcamp)
    assert view.certificate.serial.plain == certificate.serial
    assert view.certificate.why.plain == "Given in spite of the rule: led the group work"
    assert view.certificate.story.plain.endswith(f" · {certificate.serial} issued.")


def test_a_serial_is_shown_as_it_is_printed_in_whichever_digits(
    view: PersonView, day: room.Desk, settle: Callable[[], None], choices: Choices
) -> None:
    choices.change(language="km", khmer_digits=True)
    person = day.person(NAME)
    day.app.exceptions.make(day.bootcamp, [person], "given", "led the group work")
    day.app.certificates.issue(day.bootcamp, [person.participation_id])
    day.app.people.change(person, name_en="Another Name")
    (first,) = day.app.certificates.issued(day.bootcamp)
    day.app.corrections.correct(first.serial, "Misspelt in 2 places")
    settle()

    told = view.certificate.story.plain
    assert told.count(first.serial) == 2
    assert "លើកទី ២៖ Misspelt in 2 places" in told
    assert "ឆ្នាំ២០២៦" in told
