"""The agenda in the window, by the keyboard alone."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.bootcamps.agenda import Planned
from bootcamp_app.ui.bootcamps.session_dialog import SessionDialog
from bootcamp_app.ui.undo import UndoStack
from tests.ui.bootcamps.keys import CTRL, ENTER, dialog_of, press, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.ui.attendance.attendance_page import AttendancePage
    from bootcamp_app.ui.bootcamps.agenda_view import AgendaView
    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from tests import desk as room
    from tests.clock import FakeClock


def held(view: AgendaView) -> str:
    focus = view.window().focusWidget()
    return next(card.shown.session.title_en for card in view.days.cards if card is focus)


def titles(view: AgendaView) -> list[str]:
    return [card.shown.session.title_en for card in view.days.cards]


def test_the_days_stand_there_with_their_sessions(view: AgendaView, page: AttendancePage) -> None:
    assert page.title.plain == "Agenda"
    assert page.subtitle.plain == "2–4 March 2026 · Kampot · 80 % for the certificate"
    assert [day.day for day in view.days.days] == [date(2026, 3, n) for n in (2, 3, 4)]
    assert [len(day.cards) for day in view.days.days] == [2, 2, 2]


def test_arrows_go_from_session_to_session_and_from_day_to_day(view: AgendaView) -> None:
    way = []
    for key in (
        Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up,
        Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Home,
    ):  # fmt: skip
        press(key)
        way.append(held(view).removeprefix("Day ").replace(" – ", " "))

    assert way == [
        "1 Afternoon", "2 Morning", "3 Morning", "3 Morning", "2 Afternoon", "1 Afternoon",
        "3 Afternoon", "3 Afternoon", "1 Morning",
    ]  # fmt: skip


def test_tab_reaches_one_session_and_not_all(view: AgendaView) -> None:
    press(Qt.Key.Key_Down)

    reached = [
        card.shown.session.title_en
        for card in view.days.cards
        if card.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]

    assert reached == ["Day 1 – Afternoon"]


def test_enter_edits_and_what_was_written_is_kept_in_place(
    view: AgendaView, day: room.Desk, settle: Callable[[], None], told: list[tuple[str, str]]
) -> None:
    press(Qt.Key.Key_Down)
    press(ENTER)
    dialog = dialog_of(view)
    settle()
    write(dialog.form.field("facilitator"), "Sok Dara")
    write(dialog.form.field("ends"), "1715")
    press(ENTER, CTRL)
    settle()

    changed = day.sessions[1]
    assert (changed.facilitator, changed.ends_at) == ("Sok Dara", day.at("17:15"))
    assert [text for text, _act in told] == ["“Day 1 – Afternoon” was changed."]
    assert held(view) == "Day 1 – Afternoon"
    assert view.days.cards[1].shown.session == changed
    day.app.records.undo_act(told[0][1])
    settle()
    assert view.days.cards[1].shown.session.facilitator == ""


def test_a_session_is_added_on_several_days_and_the_bootcamp_extended(
    view: AgendaView, day: room.Desk, settle: Callable[[], None]
) -> None:
    view.add.setFocus()
    press(Qt.Key.Key_Space)
    dialog = dialog_of(view)
    write(dialog.form.field("title_en"), "Film")
    write(dialog.form.field("day"), "5/3/2026")
    write(dialog.form.field("starts"), "18:00")
    write(dialog.form.field("ends"), "២០:០០")
    chips = dialog.form.field("days").chips
    chips[date(2026, 3, 4)].setFocus()
    press(Qt.Key.Key_Space)
    assert dialog.form.field("extends").isVisibleTo(dialog)
    press(ENTER, CTRL)
    settle()

    made = [one for one in day.sessions if "Film" in one.title_en]
    assert [(one.title_en, one.starts_at.day) for one in made] == [("Day 3 – Film", 4), ("Film", 5)]
    assert day.app.bootcamps.find().ends_on == date(2026, 3, 5)
    assert titles(view)[-1] == "Film"


def test_a_new_session_begins_where_the_day_ends_so_far(view: AgendaView, day: room.Desk) -> None:
    view.add_session(date(2026, 3, 3))
    form = dialog_of(view).form

    assert (form.day, form.values()["starts"], form.values()["ends"]) == (
        date(2026, 3, 3), time(17), time(20),
    )  # fmt: skip
    del day


@pytest.mark.parametrize(
    ("field", "text", "where", "sentence"),
    [
        ("title_en", "", "title_km", "Write the title"),
        ("starts", "soon", "starts", "Write a time"),
        ("ends", "8:30", "ends", "ends after it begins"),
        ("ends", "7", "ends", "ends after it begins"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_is_written(
    view: AgendaView, day: room.Desk, field: str, text: str, where: str, sentence: str
) -> None:
    (made,) = day.app.agenda.add(day.bootcamp, Planned(day.at("08:30"), day.at("09:30"), "Talk"))
    before = day.sessions
    view.edit(made)
    dialog = dialog_of(view)
    write(dialog.form.field(field), text)
    if not text:
        press(Qt.Key.Key_Delete)
    press(ENTER, CTRL)

    assert sentence in dialog.form.refusal(where)
    assert dialog.form.field(where).hasFocus()
    assert day.sessions == before


def test_an_overlap_is_warned_of_and_kept_all_the_same(
    view: AgendaView, day: room.Desk, settle: Callable[[], None]
) -> None:
    view.edit(day.sessions[1])
    dialog = dialog_of(view)
    write(dialog.form.field("starts"), "11:00")
    warned = dialog.banner.plain
    press(ENTER, CTRL)
    settle()

    assert warned == "Overlaps with “Day 1 – Morning”, 08:30–11:30."
    assert [[other.title_en for other in card.shown.overlaps] for card in view.days.cards[:2]] == [
        ["Day 1 – Afternoon"], ["Day 1 – Morning"],
    ]  # fmt: skip


def test_teams_and_roles_that_there_are_may_be_expected(
    view: AgendaView, day: room.Desk, settle: Callable[[], None]
) -> None:
    day.walk_in("Chan Srey", role="facilitator")
    view.edit(day.morning)
    dialog = dialog_of(view)
    settle()
    expects = dialog.form.field("expects")
    offered = [expects.itemText(index) for index in range(expects.count())]
    expects.setFocus()
    press(Qt.Key.Key_Down)
    press(ENTER, CTRL)
    settle()

    assert offered == ["Everybody", "Role: Facilitator", "Role: Participant"]
    assert day.morning.expects == "role:facilitator"


def test_moving_a_session_with_records_asks_once_and_keeps_them(
    view: AgendaView, day: room.Desk, settle: Callable[[], None]
) -> None:
    day.scan(day.guest(day.people()[0]).badge)
    view.edit(day.morning)
    dialog = dialog_of(view)
    settle()
    write(dialog.form.field("starts"), "9:00")
    press(ENTER, CTRL)
    settle()
    asked, untouched = dialog.banner.plain, day.morning
    press(ENTER, CTRL)
    settle()

    assert "1 person was present here. What is recorded stays as it was judged" in asked
    assert untouched.starts_at == day.at("08:30")
    assert day.morning.starts_at == day.at("09:00")
    assert day.counts().present == 1


def test_delete_asks_says_what_is_recorded_and_can_be_taken_back(
    view: AgendaView, desk: Desk, day: room.Desk, settle: Callable[[], None]
) -> None:
    undo = UndoStack(desk)
    day.scan(day.guest(day.people()[0]).badge)
    press(Qt.Key.Key_Delete)
    dialog = dialog_of(view)
    settle()
    said = dialog.told.plain
    press(ENTER)
    settle()
    gone = titles(view)
    undo.undo()
    settle()

    assert said.startswith("1 person was present. What is recorded is kept")
    assert gone == titles(view)[1:]
    assert day.counts().present == 1


def test_the_dialog_of_a_session_leads_to_its_removal(
    view: AgendaView, day: room.Desk, settle: Callable[[], None]
) -> None:
    press(ENTER)
    dialog = dialog_of(view)
    dialog.form.field("remove").setFocus()
    press(Qt.Key.Key_Space)
    dialog_of(view)
    settle()
    press(ENTER)
    settle()

    assert len(day.sessions) == 5


def test_escape_removes_nothing(
    view: AgendaView, day: room.Desk, settle: Callable[[], None]
) -> None:
    press(Qt.Key.Key_Delete)
    dialog_of(view)
    settle()
    press(Qt.Key.Key_Escape)
    settle()

    assert len(day.sessions) == 6
    assert held(view) == "Day 1 – Morning"


def test_a_locked_session_is_shown_as_locked_and_says_so(
    view: AgendaView, page: AttendancePage, day: room.Desk, settle: Callable[[], None]
) -> None:
    day.lock(day.morning)
    page.show_bootcamp()
    settle()

    press(ENTER)

    assert view.dialog is None
    assert page.banner.plain.startswith("“Day 1 – Morning” is closed. Open it again in the list,")
    assert "locked" in view.days.cards[0].accessibleDescription()


def test_the_session_that_runs_is_made_longer_by_one_press(
    page: AttendancePage,
    view: AgendaView,
    day: room.Desk,
    clock: FakeClock,
    settle: Callable[[], None],
    told: list[tuple[str, str]],
) -> None:
    assert not view.now.isVisible()
    clock.forward(minutes=60)
    view.go_on(clock.now())
    said = view.now.plain
    view.longer.setFocus()
    press(Qt.Key.Key_Space)
    settle()
    page.carry_out("longer")
    settle()

    assert said == "Now: “Day 1 – Morning”, 08:30–11:30"
    assert day.morning.ends_at == day.at("12:00")
    assert [text for text, _act in told] == [
        "“Day 1 – Morning” ends at 11:45 now.", "“Day 1 – Morning” ends at 12:00 now.",
    ]  # fmt: skip


def test_where_no_session_runs_none_is_made_longer(
    page: AttendancePage, day: room.Desk, settle: Callable[[], None]
) -> None:
    before = day.sessions

    page.carry_out("longer")
    settle()

    assert page.banner.plain.startswith("No session runs now.")
    assert day.sessions == before


def test_an_empty_agenda_says_what_to_do_and_is_made_by_one_key(
    page: AttendancePage, view: AgendaView, day: room.Desk, settle: Callable[[], None]
) -> None:
    for session in day.sessions:
        day.app.agenda.remove(session)
    settle()
    assert view.nothing.isVisible()
    view.take_focus()
    press(ENTER)
    dialog = dialog_of(view)
    write(dialog.form.field("morning_starts"), "8")
    press(ENTER, CTRL)
    settle()

    assert len(titles(view)) == 6
    assert day.morning.starts_at == day.at("08:00")
    assert page.session is not None


def test_what_another_laptop_or_command_changes_is_shown_at_once(
    view: AgendaView, day: room.Desk, settle: Callable[[], None]
) -> None:
    day.app.agenda.change(day.morning, {"title_en": "Opening"})
    settle()

    assert titles(view)[0] == "Opening"


def test_the_agenda_speaks_khmer_with_khmer_digits(
    view: AgendaView, page: AttendancePage, choices: Choices
) -> None:
    choices.change(language="km", khmer_digits=True)

    assert page.title.plain == "កម្មវិធី"
    assert view.days.cards[0].accessibleName() == "ថ្ងៃទី១ – ព្រឹក"
    assert view.days.cards[0].accessibleDescription().startswith("០៨:៣០–១១:៣០")


def test_a_refused_change_leaves_the_dialog_open_with_the_sentence(
    view: AgendaView, day: room.Desk, settle: Callable[[], None]
) -> None:
    view.edit(day.morning)
    dialog = dialog_of(view)
    assert isinstance(dialog, SessionDialog)
    day.lock(day.morning)
    write(dialog.form.field("facilitator"), "Sok Dara")
    press(ENTER, CTRL)
    settle()

    assert dialog.isVisible()
    assert "is closed" in dialog.banner.plain
    with pytest.raises(Refusal):
        day.app.agenda.remove(day.morning)


def test_who_is_recorded_while_it_is_asked_is_told_before_it_is_asked_again(
    view: AgendaView, day: room.Desk, settle: Callable[[], None]
) -> None:
    guest = day.walk_in("Sok Dara")
    press(Qt.Key.Key_Delete)
    dialog = dialog_of(view)
    settle()
    day.scan(guest.badge, at=day.at("08:30"))

    press(ENTER)
    settle()
    refused, told = dialog.banner.plain, dialog.told.plain
    press(ENTER)
    settle()

    assert "was recorded at “Day 1 – Morning” just now" in refused
    assert told.startswith("1 person was present.")
    assert len(day.sessions) == 5
