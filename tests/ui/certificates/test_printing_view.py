"""Certificates on their way to paper: chosen, ordered, saved, printed and written down."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton

from bootcamp_app.core.errors import Cancelled
from bootcamp_app.core.i18n import LANGUAGES
from bootcamp_app.features.certificates.prints import Prints, printings
from bootcamp_app.reading.pages import text_of
from bootcamp_app.ui.certificates.certificates_page import CertificatesPage
from bootcamp_app.ui.certificates.printing import BatchView
from bootcamp_app.ui.kit.sheets import Sheets
from tests.ui.looking import (
    clipped,
    left_behind,
    name_of,
    outside,
    overlapping,
    settle_window,
    tab_order,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bootcamp_app.features.certificates.prints import Papers, Wish
    from bootcamp_app.features.certificates.views import Certificate
    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from tests import desk as room
    from tests.ui.program import Running

    Settle = Callable[[], None]

ISSUED = 4


@pytest.fixture
def camp(day: room.Desk) -> room.Desk:
    """Four of nine people hold a certificate."""
    guests = [day.guest(one) for one in day.people()[:ISSUED]]
    for session in day.sessions:
        for guest in guests:
            day.scan(guest.badge, session, session.starts_at)
    day.app.certificates.issue(day.bootcamp)
    return day


@pytest.fixture
def view(camp: room.Desk, desk: Desk, qtbot: QtBot, settle: Settle) -> BatchView:
    """All of them are shown as they will print."""
    shown = BatchView(desk.tasks)
    qtbot.addWidget(shown)
    shown.resize(1100, 900)
    shown.show()
    shown.show_all(desk.app, camp.bootcamp)
    settle()
    return shown


def pages(view: BatchView) -> list[str]:
    assert view.paper.file is not None
    return text_of(view.paper.file)


def chosen(view: BatchView, field: str, key: str, settle: Settle) -> None:
    choice: Any = getattr(view.choices, field)
    choice.choose(key)
    settle()


def printed(camp: room.Desk) -> dict[str, int]:
    with camp.app.database.read() as reader:
        return {key: one.copies for key, one in printings(reader).items()}


def held(camp: room.Desk) -> list[Certificate]:
    return camp.app.certificates.issued(camp.bootcamp)


def test_all_certificates_are_shown_by_number_and_turn_in_another_order(
    view: BatchView, camp: room.Desk, settle: Settle
) -> None:
    by_number = [one.serial for one in held(camp)]
    assert [one for one, page in zip(by_number, pages(view), strict=True) if one in page] == (
        by_number
    )

    chosen(view, "order", "name", settle)

    names = [one.printed["name_first"] for one in view._shown().certificates]
    assert names == sorted(names)
    assert view.counts.plain == "4 certificates"


def test_what_went_to_the_printer_is_written_down_with_its_copies_and_leaves_the_rest(
    view: BatchView, camp: room.Desk, settle: Settle
) -> None:
    first, second, third, fourth = held(camp)

    view.paper.printed.emit(Sheets(2, 3, 2))
    settle()

    assert printed(camp) == {second.id: 2, third.id: 2}
    assert view.told.plain == "2 certificates are written down as printed."
    chosen(view, "which", "not_printed", settle)
    assert [one.id for one in view._shown().certificates] == [first.id, fourth.id]
    view.paper.printed.emit(Sheets(1, 2, 1))
    settle()
    chosen(view, "which", "all", settle)
    chosen(view, "which", "not_printed", settle)
    assert "printed before" in view.paper.banner.plain


def test_a_saved_file_counts_as_printed_only_once_somebody_says_so(
    view: BatchView, camp: room.Desk, settle: Settle, tmp_path: Path
) -> None:
    offered_before = view.are_printed.isVisible()

    view.paper.save_to(tmp_path / "all.pdf")
    settle()
    saved = printed(camp)
    view.are_printed.click()
    settle()

    assert (offered_before, saved) == (False, {})
    assert len(printed(camp)) == ISSUED
    assert not view.are_printed.isVisible()


def test_several_files_are_saved_into_a_folder_and_kept_the_next_time(
    view: BatchView, settle: Settle, tmp_path: Path
) -> None:
    view.choices.files_wanted.emit("person")
    (dialog,) = view.window().findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "each"))
    dialog.reject()
    settle()
    first = view.told.plain
    files = {one.name for one in (tmp_path / "each").iterdir()}
    view.save_into("person", tmp_path / "each")
    settle()

    assert files == {f"{one.serial}.pdf" for one in view._shown().certificates}
    assert (first, view.told.plain) == (
        "4 files written.",
        "0 files written. 4 lay there already.",
    )
    assert view.are_printed.isVisible()


def test_stopped_files_are_told_to_be_whole(view: BatchView) -> None:
    view._refuse(Cancelled("Stopped. Nothing of it was kept."))

    assert view.told.plain.endswith("save again to write the rest.")


def test_people_who_were_marked_are_offered_first(
    view: BatchView, camp: room.Desk, desk: Desk, settle: Settle
) -> None:
    second = held(camp)[1]

    view.show_all(desk.app, camp.bootcamp, [second.participation_id])
    settle()
    alone = [one.id for one in view._shown().certificates]
    chosen(view, "which", "all", settle)

    assert alone == [second.id]
    assert len(pages(view)) == ISSUED


def test_the_marked_people_of_the_list_are_printed_from_its_menu(
    camp: room.Desk, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    page = CertificatesPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.came_to_front()
    settle()
    second = held(camp)[1]
    shown = [one.id for one in page._standings.among("all")]
    page.table.selectRow(shown.index(second.participation_id))

    (act,) = [one for one in page.table.actions() if one.text().startswith("Print")]
    act.trigger()
    settle()

    assert [one.id for one in page.batch._shown().certificates] == [second.id]


def test_while_pages_are_looked_at_printing_is_the_one_main_action(
    camp: room.Desk, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    assert camp.app.certificates.known(camp.bootcamp)
    page = CertificatesPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.came_to_front()
    settle()

    page.print_all()
    settle()
    buttons = [one for one in page.findChildren(QPushButton) if one.isVisible()]
    mains = [one.text() for one in buttons if one.property("kind") == "main"]
    page.show_list()

    assert mains == ["Print…"]
    assert page._issue.isVisible()


def test_without_certificates_the_way_back_is_no_wider_than_its_words(
    day: room.Desk, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    view = BatchView(desk.tasks)
    qtbot.addWidget(view)
    view.resize(1100, 900)
    view.show()
    view.show_all(desk.app, day.bootcamp)
    settle()

    assert not view.counts.isVisible()
    assert view.back.width() == view.back.sizeHint().width()


@pytest.mark.parametrize("scheme", ["contrast", "contrast_dark"])
def test_in_high_contrast_the_page_lies_on_neither_of_both_colours(
    view: BatchView, choices: Choices, scheme: str
) -> None:
    choices.change(theme=scheme)

    preview = view.paper._preview
    assert preview is not None
    ground = preview._view.palette().color(QPalette.ColorRole.Dark)
    assert 100 < ground.lightness() < 160


def test_a_certificate_that_does_not_fit_is_named_and_the_others_are_shown(
    view: BatchView, camp: room.Desk, desk: Desk, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Prints.papers

    def with_a_long_name(self: Prints, bootcamp: Any, wish: Wish) -> Papers:  # noqa: ANN401
        papers = whole(self, bootcamp, wish)
        long, *others = papers.certificates
        wide = replace(long, printed={**long.printed, "name_first": "W" * 150})
        return replace(papers, certificates=[wide, *others])

    monkeypatch.setattr(Prints, "papers", with_a_long_name)
    view.show_all(desk.app, camp.bootcamp)
    settle()

    told = view.missing.plain
    assert told.startswith("1 certificate cannot be printed and is left out:\n")
    assert "does not fit" in told
    assert len(pages(view)) == ISSUED - 1


def test_escape_leads_back_and_shows_nothing_any_more(view: BatchView) -> None:
    left: list[bool] = []
    view.left.connect(lambda: left.append(True))

    QTest.keyClick(view, Qt.Key.Key_Escape)
    view.leave()

    assert left == [True]
    assert view.paper.file is None
    assert not view.counts.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("percent", [100, 200])
def test_every_word_of_the_view_can_be_read_whole(
    running: Running, language: str, percent: int
) -> None:
    running.choices.change(language=language, text_percent=percent)
    made = running.fill()
    guests = [made.guest(one) for one in made.people()[:ISSUED]]
    for session in made.sessions:
        for guest in guests:
            made.scan(guest.badge, session, session.starts_at)
    made.app.certificates.issue(made.bootcamp)
    running.window.resize(1366, 768)
    running.show("certificates")
    running.settle()
    (page,) = running.window.findChildren(CertificatesPage)

    page.print_all()
    running.settle()
    page.batch._tell_noted(2, 1)
    page.batch.are_printed.show()
    settle_window(running.window)

    assert page.batch.counts.isVisible()
    assert [*clipped(page.batch), *overlapping(page.batch), *outside(page.batch)] == []
    assert [one for one in tab_order(page.batch) if not name_of(one).strip()] == []
    running.choices.change(language=LANGUAGES[1 - LANGUAGES.index(language)])
    settle_window(running.window)
    assert left_behind(page.batch, LANGUAGES[1 - LANGUAGES.index(language)]) == []
