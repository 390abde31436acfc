"""Every dialog: turns with the language while it is open, clips nothing, has names for all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget

from bootcamp_app.core.i18n import LANGUAGES
from bootcamp_app.features.attendance.service import Reading
from bootcamp_app.features.attendance.views import Scan
from bootcamp_app.features.badges.rules import new_code
from bootcamp_app.features.canvases.drafting import empty
from bootcamp_app.features.canvases.templates import templates
from bootcamp_app.features.canvases.views import Commitment, NewBoard
from bootcamp_app.features.certificates.design_views import SignatoryAt
from bootcamp_app.features.reports.indicator_views import Scope
from bootcamp_app.features.teams.building import Wanted
from bootcamp_app.features.teams.views import TOGETHER
from bootcamp_app.ui.actions import Actions
from bootcamp_app.ui.attendance.closing_dialog import CloseDialog, ReopenDialog
from bootcamp_app.ui.attendance.marking_dialog import MarkingDialog
from bootcamp_app.ui.attendance.photos import Photo, photos_at, read_photos
from bootcamp_app.ui.attendance.photos_result import PhotosResult
from bootcamp_app.ui.attendance.who import everybody
from bootcamp_app.ui.attendance.who_history import StandingDialog
from bootcamp_app.ui.attendance.who_reason import ReasonDialog
from bootcamp_app.ui.bootcamps.anew_dialog import AnewDialog
from bootcamp_app.ui.bootcamps.bootcamp_dialog import BootcampDialog
from bootcamp_app.ui.bootcamps.removing import RemoveDialog
from bootcamp_app.ui.bootcamps.session_dialog import SessionDialog
from bootcamp_app.ui.bugs import BugDialog, report_of
from bootcamp_app.ui.canvases.around.note_dialog import NoteDialog
from bootcamp_app.ui.canvases.around.people_here import PeopleHere
from bootcamp_app.ui.canvases.board_dialogs import ChangeBoardDialog, NewBoardDialog
from bootcamp_app.ui.canvases.pack_dialog import PackDialog
from bootcamp_app.ui.canvases.solution_dialog import SolutionDialog
from bootcamp_app.ui.canvases.solution_form import Around
from bootcamp_app.ui.certificates.correcting import CorrectDialog
from bootcamp_app.ui.certificates.editor.signatory_dialog import SignatoryDialog
from bootcamp_app.ui.certificates.evidence_dialog import EvidenceDialog
from bootcamp_app.ui.certificates.excepting import ExceptDialog
from bootcamp_app.ui.certificates.issuing import IssueDialog
from bootcamp_app.ui.certificates.revoking import RevokeDialog
from bootcamp_app.ui.certificates.rule_dialog import RuleDialog
from bootcamp_app.ui.certificates.verify_lists import TrustDialog
from bootcamp_app.ui.doings import add_doings, add_places
from bootcamp_app.ui.kit.printer_dialog import PrinterDialog
from bootcamp_app.ui.kit.printers import Device
from bootcamp_app.ui.palette import Palette
from bootcamp_app.ui.people.person_consents import NoticeDialog
from bootcamp_app.ui.people.person_dialogs import AddPersonDialog
from bootcamp_app.ui.people.person_substitute import SubstituteDialog
from bootcamp_app.ui.reports.indicators.behind_dialog import BehindDialog
from bootcamp_app.ui.reports.indicators.compare_dialog import CompareDialog
from bootcamp_app.ui.reports.indicators.freeze_dialog import FreezeDialog
from bootcamp_app.ui.settings.logo_dialog import LogoDialog
from bootcamp_app.ui.settings.organisation_dialogs import (
    EndorseDialog,
    NewOrganisationDialog,
    RecoveryDialog,
)
from bootcamp_app.ui.settings.programme_dialog import ProgrammeDialog
from bootcamp_app.ui.settings.question_dialog import QuestionDialog
from bootcamp_app.ui.settings.restore_dialog import RestoreDialog
from bootcamp_app.ui.shortcuts import ShortcutSheet
from bootcamp_app.ui.teams.build_dialog import BuildDialog
from bootcamp_app.ui.teams.move_dialog import MoveDialog, SwapDialog
from bootcamp_app.ui.teams.team_dialog import TeamDialog
from bootcamp_app.ui.teams.wishes_dialog import WishesDialog
from bootcamp_app.ui.welcome.new_bootcamp import NewBootcampDialog
from bootcamp_app.ui.welcome.unlock_dialog import UnlockDialog
from bootcamp_app.ui.welcome.workspace_files import RecentDialog
from tests.features.certificates.trust_lists import issuer, trust_list
from tests.logos import logo
from tests.reading.making import pixels, qr
from tests.ui.looking import (
    clipped,
    left_behind,
    name_of,
    outside,
    overlapping,
    settle_window,
    tab_order,
    texts_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.canvases.views import Board
    from bootcamp_app.features.certificates.standing import Standing as StandingToCertificate
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.features.teams.roster import Roster
    from bootcamp_app.ui.attendance.who import Standing
    from tests.ui.program import Running

TURNS = ("km", "en")
# After 100 % in English; each is one step from the one before, for dressing all takes long.
OTHER_LOOKS = ((100, "km"), (200, "km"), (200, "en"))
ASKED = replace(trust_list("A"), signed_by=issuer("A").public_key)


def actions_of(running: Running) -> Actions:
    actions = Actions(QWidget())
    add_places(running.window, actions)
    every = ("undo", "redo", "find", "new_bootcamp", "open", "language", "window", "whole", "help",
             "keys", "close")  # fmt: skip
    add_doings(actions, dict.fromkeys(every, lambda: None))
    return actions


def noticing(running: Running) -> QDialog:
    return NoticeDialog(running.window, running.desk.app.notices.current())


def _first(running: Running) -> Participant:
    assert running.desk.bootcamp is not None
    return running.desk.app.people.list(running.desk.bootcamp)[0]


def substituting(running: Running) -> QDialog:
    desk = running.desk
    assert desk.bootcamp is not None
    return SubstituteDialog(running.window, desk, desk.bootcamp, _first(running))


def adding(running: Running) -> QDialog:
    bootcamp = running.desk.bootcamp
    assert bootcamp is not None
    return AddPersonDialog(running.window, running.desk, bootcamp)


def photographed(running: Running) -> QDialog:
    """Give what came of photos of each kind."""
    at = running.clock.now()
    scan = Scan("7", "recorded", at, "event", _first(running))
    photos = [Photo("a.jpg", lambda: pixels(qr(new_code()))), *photos_at([Path("gone.jpg")])]
    read = read_photos(photos, lambda _code: scan, lambda _done, _of: None, None)
    return PhotosResult(running.window, read)


def place_of(running: Running) -> tuple[Bootcamp, Session]:
    desk = running.desk
    assert desk.bootcamp is not None
    return desk.bootcamp, desk.app.bootcamps.sessions(desk.bootcamp)[0]


def standings(running: Running) -> list[Standing]:
    _bootcamp, session = place_of(running)
    return everybody(running.desk.app, session)


def marking(running: Running) -> QDialog:
    _bootcamp, session = place_of(running)
    running.desk.app.paper_lists.make(session)
    return MarkingDialog(running.window, running.desk, session, print)


def changing(running: Running) -> QDialog:
    desk = running.desk
    assert desk.bootcamp is not None
    sessions = desk.app.bootcamps.sessions(desk.bootcamp)
    return SessionDialog(running.window, desk, desk.bootcamp, sessions, session=sessions[0])


def removing(running: Running) -> QDialog:
    desk = running.desk
    assert desk.bootcamp is not None
    return RemoveDialog(running.window, desk, desk.app.bootcamps.sessions(desk.bootcamp)[0])


def renewing(running: Running) -> QDialog:
    assert running.desk.bootcamp is not None
    return AnewDialog(running.window, running.desk, running.desk.bootcamp, 6)


def turning(running: Running) -> QDialog:
    desk = running.desk
    assert desk.bootcamp is not None
    sessions = desk.app.bootcamps.sessions(desk.bootcamp)
    return BootcampDialog(running.window, desk, desk.bootcamp, sessions)


def comparing(running: Running) -> QDialog:
    """Give frozen figures beside today's, after more people came."""
    desk = running.desk
    bootcamp, session = place_of(running)
    desk.app.agenda.change_bootcamp(bootcamp, {"title_km": "វគ្គកំពត"})
    frozen = desk.app.frozen_figures.freeze(Scope(), "Mid-term report")
    for one in desk.app.people.list(bootcamp):
        badge = desk.app.badges.of([one])[0].code
        desk.app.attendance.record_scan(session, Reading(badge))
    return CompareDialog(running.window, desk, frozen)


class Offering(QPrinter):
    """A printer that names its trays, as they do on Windows."""

    def supportedPaperSources(self) -> list[QPrinter.PaperSource]:  # noqa: N802 - Qt's own
        return [QPrinter.PaperSource.Lower, QPrinter.PaperSource.Manual]


def camp_of(running: Running) -> tuple[Bootcamp, list[Session], list[StandingToCertificate]]:
    desk = running.desk
    assert desk.bootcamp is not None
    sessions = desk.app.bootcamps.sessions(desk.bootcamp)
    return desk.bootcamp, sessions, desk.app.certificates.standings(desk.bootcamp)


def ruling(running: Running) -> QDialog:
    bootcamp, sessions, _standings = camp_of(running)
    return RuleDialog(running.window, running.desk, bootcamp, sessions)


def excepting(running: Running) -> QDialog:
    bootcamp, _sessions, standings = camp_of(running)
    return ExceptDialog(running.window, running.desk, bootcamp, standings[:2])


def certified(running: Running) -> StandingToCertificate:
    """Give somebody whose certificate says a name that is otherwise now."""
    desk = running.desk
    bootcamp, _sessions, standings = camp_of(running)
    if not standings[0].serial:
        desk.app.exceptions.make(bootcamp, [standings[0].person], "given", "Led the group work")
        desk.app.certificates.issue(bootcamp, [standings[0].id])
        desk.app.people.change(standings[0].person, name_en="Chan Sreynieng")
    return camp_of(running)[2][0]


def issuing(running: Running) -> QDialog:
    """Give the look before issuing, with people of one name and a name that cannot be printed."""
    desk = running.desk
    bootcamp, _sessions, standings = camp_of(running)
    for one, names in zip(standings, (("ចាន់", "Chan"), ("ចាន់", "Chan"), ("ក" * 90, "k" * 90)),
                          strict=False):  # fmt: skip
        desk.app.people.change(one.person, name_km=names[0], name_en=names[1])
    people = [one.person for one in standings[:3]]
    desk.app.exceptions.make(bootcamp, people, "given", "Led the group work")
    return IssueDialog(running.window, desk, bootcamp, [], lambda: None)


def signing(running: Running) -> QDialog:
    """Give what is asked of somebody who signs and has a picture of the signature."""
    one = SignatoryAt(1, "ម៉ៅ ធនិន", "MAO Thonin", png=logo("wide"))
    return SignatoryDialog(running.window, running.desk.tasks, one)


def solving(running: Running) -> QDialog:
    """Give a solution that lacks some things, with a target and a commitment."""
    desk = running.desk
    assert desk.bootcamp is not None
    promise = Commitment("", "government", "", "", None)
    solution = replace(empty(desk.bootcamp.id), targets=("11.6",), commitments=(promise,))
    return SolutionDialog(running.window, desk, desk.bootcamp, Around(solution, {}))


def teamed(running: Running) -> tuple[Bootcamp, Roster]:
    """Give three teams, and a wish."""
    desk = running.desk
    assert desk.bootcamp is not None
    building = desk.app.team_building
    if not desk.app.teams.roster(desk.bootcamp).teams:
        building.keep(desk.bootcamp, building.preview(desk.bootcamp, Wanted(teams=3)))
        people = [one.id for one in desk.app.teams.roster(desk.bootcamp).mates[:2]]
        desk.app.team_wishes.add(desk.bootcamp, TOGETHER, people)
    return desk.bootcamp, desk.app.teams.roster(desk.bootcamp)


def wishing(running: Running) -> QDialog:
    bootcamp, roster = teamed(running)
    return WishesDialog(running.window, running.desk, bootcamp, roster)


def moving(running: Running) -> QDialog:
    roster = teamed(running)[1]
    return MoveDialog(running.window, roster, roster.mates[:1])


def swapping(running: Running) -> QDialog:
    roster = teamed(running)[1]
    return SwapDialog(running.window, running.desk.tasks, roster, roster.mates[0])


def board_of(running: Running) -> Board:
    bootcamp, _session = place_of(running)
    return running.desk.app.boards.make(bootcamp, NewBoard("co-ownership", "3"))


def noting(running: Running) -> QDialog:
    """Give what is asked of a note by somebody who works in the list."""
    people = PeopleHere(running.desk.app.people.list(place_of(running)[0]))
    template = board_of(running).template
    return NoteDialog(running.window, running.desk, template, people, None)


def going_back(running: Running) -> QDialog:
    path = running.desk.app.database.path
    assert path is not None
    return RestoreDialog(running.window, running.desk.tasks, path)


DIALOGS: dict[str, Callable[[Running], QDialog]] = {
    "programme": lambda running: ProgrammeDialog(running.window),
    "new bootcamp": lambda running: NewBootcampDialog(running.window, running.desk),
    "add a person": adding,
    "change a session": changing,
    "remove a session": removing,
    "make the agenda anew": renewing,
    "change the bootcamp": turning,
    "ask a question": lambda running: QuestionDialog(running.window, None),
    "name a logo": lambda running: LogoDialog(running.window, "UNDP"),
    "notice": noticing,
    "substitute": substituting,
    "trust a list": lambda running: TrustDialog(running.window, ASKED),
    "new organisation key": lambda running: NewOrganisationDialog(running.window, running.desk),
    "recovery code": lambda running: RecoveryDialog(running.window, "5XNS5-ISAE2-MTDOG"),
    "endorse": lambda running: EndorseDialog(running.window, running.desk, Path("ministry.key")),
    "revoke": lambda running: RevokeDialog(running.window, running.desk, "KMP26AB-A-00001-X"),
    "rule of certificates": ruling,
    "exception": excepting,
    "issue certificates": issuing,
    "correct a certificate": lambda running: CorrectDialog(
        running.window, running.desk, certified(running)
    ),
    "evidence": lambda running: EvidenceDialog(
        running.window, running.desk, certified(running).serial
    ),
    "who signs": signing,
    "reason": lambda running: ReasonDialog(
        running.window, "excused", standings(running)[:3], print
    ),
    "history of a standing": lambda running: StandingDialog(
        running.window, running.desk, standings(running)[0]
    ),
    "close a session": lambda running: CloseDialog(
        running.window, running.desk, place_of(running)[1], print
    ),
    "open a session again": lambda running: ReopenDialog(
        running.window, running.desk, place_of(running)[1], print
    ),
    "mark from paper": marking,
    "new board": lambda running: NewBoardDialog(running.window, templates(), []),
    "change a board": lambda running: ChangeBoardDialog(running.window, board_of(running), []),
    "write a note": noting,
    "palette": lambda running: Palette(running.window, actions_of(running)),
    "keys": lambda running: ShortcutSheet(running.window, actions_of(running)),
    "print": lambda running: PrinterDialog(
        running.window, [Device("HP-1", "HP LaserJet", Offering)], 340
    ),
    "open a protected copy": lambda running: UnlockDialog(
        running.window, running.desk.tasks, Path("camp.bootcamp.age")
    ),
    "recent files": lambda running: RecentDialog(running.window, ["a.bootcamp"], print),
    "photos": photographed,
    "solution": solving,
    "pack": lambda running: PackDialog(running.window),
    "build teams": lambda running: BuildDialog(running.window, teamed(running)[1]),
    "name a team": lambda running: TeamDialog(running.window, teamed(running)[1].teams[0]),
    "wishes": wishing,
    "move people": moving,
    "swap": swapping,
    "freeze figures": lambda running: FreezeDialog(running.window, running.desk, Scope()),
    "who was counted": lambda running: BehindDialog(
        running.window, running.desk, Scope(), "sector=civil_society&sex=female"
    ),
    "figures compared": comparing,
    "go back to a backup": going_back,
    "bug": lambda running: BugDialog(running.window, report_of("KeyError"), "bootcamp-desk.log"),
}


def opened(running: Running, name: str) -> QDialog:
    running.fill()
    running.window.resize(1366, 768)
    return shown(running, name)


def shown(running: Running, name: str) -> QDialog:
    dialog = DIALOGS[name](running)
    dialog.open()
    running.settle()
    settle_window(dialog)
    return dialog


def put_away(dialog: QDialog) -> None:
    """Close a dialog whatever was filled in, and let it go."""
    dialog.hide()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_can_be_read_whole_turns_with_the_language_and_names_every_control(
    running: Running, name: str
) -> None:
    """Opened at every text size in either language; once, it stays open while the language turns.

    One program for all of it: starting it takes longer than the looks at it.
    """
    dialog = opened(running, name)
    assert nameless(dialog) == []
    assert unreadable(dialog) == []
    for language in TURNS:
        running.choices.change(language=language)
        settle_window(dialog)
        assert left_behind(dialog, language) == [], language
    for percent, language in OTHER_LOOKS:
        put_away(dialog)
        running.choices.change(language=language, text_percent=percent)
        dialog = shown(running, name)
        assert unreadable(dialog) == [], (percent, language)


def nameless(dialog: QDialog) -> list[str]:
    controls = tab_order(dialog)
    assert controls
    assert len(list(texts_of(dialog))) > 3
    return [type(one).__name__ for one in controls if not name_of(one).strip()]


def unreadable(dialog: QDialog) -> list[str]:
    return [*clipped(dialog), *overlapping(dialog), *outside(dialog)]


def test_the_keys_for_the_language_work_over_a_dialog(running: Running) -> None:
    dialog = opened(running, "add a person")
    dialog.activateWindow()
    running.qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)

    QTest.keyClick(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert running.choices.now.language == "km"
    assert left_behind(dialog, "km") == []


def test_what_was_filled_in_is_not_thrown_away_by_one_escape(running: Running) -> None:
    dialog: Any = opened(running, "add a person")
    dialog.form.field("name_en").setText("MAO Sokly")

    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    after_one = dialog.isVisible(), dialog.banner.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert after_one == (True, True)
    assert not any(isinstance(one, AddPersonDialog) for one in QApplication.topLevelWidgets())


def test_a_dialog_that_holds_nothing_new_is_left_at_once(running: Running) -> None:
    dialog = opened(running, "ask a question")

    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert not any(isinstance(one, QuestionDialog) for one in QApplication.topLevelWidgets())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notice_is_read_whole_without_scrolling(running: Running, language: str) -> None:
    running.choices.change(language=language)

    dialog = opened(running, "notice")

    (area,) = dialog.findChildren(QScrollArea)
    window = running.window.size()
    assert area.verticalScrollBar().maximum() == 0
    assert dialog.height() >= min(0.6 * window.height(), 0.9 * dialog.screen().size().height()) - 1
    assert dialog.width() >= min(0.6 * window.width(), 0.9 * dialog.screen().size().width()) - 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_with_answers_to_choose_from_has_room_for_them(
    running: Running, language: str
) -> None:
    running.choices.change(language=language)
    dialog: Any = opened(running, "ask a question")
    before = dialog.height()

    dialog.form.field("kind").choose("choice")
    dialog.form.field("kind").changed.emit()
    settle_window(dialog)

    room = dialog.screen().availableGeometry()
    (area,) = dialog.findChildren(QScrollArea)
    needs_to_scroll = area.verticalScrollBar().maximum() > 0
    assert dialog.height() > before
    assert room.contains(dialog.geometry())
    assert not needs_to_scroll or dialog.height() >= 0.9 * room.height() - 1
