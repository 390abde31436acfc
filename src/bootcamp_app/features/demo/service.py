"""One whole bootcamp, from the list to the handed-over database, through the real services.

Nothing is taken for granted: the codes that are scanned are read from the pictures of the
printed badges, and each certificate is verified from the picture of its printed page.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.files import whole_file
from bootcamp_app.features.attendance.service import Reading
from bootcamp_app.features.badges.sheets import SheetWish, print_sheets
from bootcamp_app.features.bootcamps.service import NewBootcamp
from bootcamp_app.features.canvases.blank import print_blank
from bootcamp_app.features.canvases.templates import template
from bootcamp_app.features.certificates.printing import print_batch
from bootcamp_app.features.certificates.prints import Wish
from bootcamp_app.features.certificates.shown import verify_shown
from bootcamp_app.features.certificates.trust_reading import list_in
from bootcamp_app.features.demo.boards import Rooms, work_on_boards
from bootcamp_app.features.demo.names import HEADERS, invented
from bootcamp_app.features.demo.views import FILES, DemoResult
from bootcamp_app.features.exports.service import export_formats
from bootcamp_app.features.people.nominees import nominee_from, understand
from bootcamp_app.features.reports.views import Choice, Column, Report, Sheet
from bootcamp_app.features.teams.building import Wanted
from bootcamp_app.features.teams.paper import Printing, print_lists
from bootcamp_app.reading.codes import codes_in
from bootcamp_app.reading.pages import rendered
from bootcamp_app.reading.sheets import read_table

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.attendance.service import Attendance
    from bootcamp_app.features.badges.service import Badges
    from bootcamp_app.features.bootcamps.service import Bootcamps
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.canvases.board_files import BoardFiles
    from bootcamp_app.features.canvases.boards import Boards
    from bootcamp_app.features.canvases.voting import Votes
    from bootcamp_app.features.certificates.prints import Prints
    from bootcamp_app.features.certificates.service import Certificates
    from bootcamp_app.features.certificates.trusting import TrustLists
    from bootcamp_app.features.exports.service import Exports
    from bootcamp_app.features.people.importing import Importing
    from bootcamp_app.features.people.service import People
    from bootcamp_app.features.teams.building import TeamBuilding
    from bootcamp_app.features.teams.service import Teams

    Progress = Callable[[int, int], None]

_DPI = 150
_DAYS = 3
_COMES_BACK = 0.95
_LEAVES_EARLY = 0.08
_WALK_INS = (
    {"name_km": "ម៉ៅ សុខលី", "name_en": "MAO Sokly", "sex": "ស្រី", "organisation": "វត្តកំពង់បាយ"},
    {"name_km": "ហ៊ុន វណ្ណដា", "name_en": "HUN Vannda", "sex": "ប្រុស", "phone": "011 900 900"},
)

_EXPORTS = (
    ("sign_in", "sign-in", "pdf", True),
    ("workbook", "workbook", "xlsx", True),
    ("attendance", "attendance", "xlsx", True),
    ("attendance_csv", "attendance", "csv", False),
    ("package", "workbook", "package", False),
    ("indicators", "indicators", "xlsx", False),
    ("indicators_pdf", "indicators", "pdf", False),
)
"""A file, the report that it holds, as which kind of file, and whether it names people."""
_TEAM = 8
"""So many people are in a team."""


@dataclass(frozen=True)
class Services:
    """The rooms that a bootcamp passes through."""

    clock: Clock
    bootcamps: Bootcamps
    people: People
    importing: Importing
    badges: Badges
    attendance: Attendance
    teams: Teams
    team_building: TeamBuilding
    boards: Boards
    board_files: BoardFiles
    votes: Votes
    certificates: Certificates
    prints: Prints
    trust: TrustLists
    exports: Exports


class Demo:
    """A sample bootcamp of so many people, whose files lie in one folder."""

    def __init__(self, services: Services, folder: Path, people: int) -> None:
        self._rooms = services
        self._folder = folder
        self._listed = max(people - len(_WALK_INS), 1)
        self._walk_ins = _WALK_INS[: people - self._listed]
        self._chance = Random(people)

    def run(self, progress: Progress) -> DemoResult:
        """Live through the bootcamp; raises a Refusal where anything cannot be read back."""
        self._folder.mkdir(parents=True, exist_ok=True)
        bootcamp = self._make()
        steps: list[Callable[[Bootcamp], int]] = [
            self._register,
            self._print_badges,
            self._check_in,
            self._print_canvas,
            self._work_on_boards,
            self._issue,
            self._export,
            self._verify,
        ]
        counts = []
        for done, step in enumerate(steps):
            progress(done, len(steps))
            counts.append(step(bootcamp))
        progress(len(steps), len(steps))
        return DemoResult(
            workspace=self._file("workspace"),
            files=[self._file(name) for name in FILES],
            people=len(self._rooms.people.list(bootcamp)),
            checked_in=counts[2],
            certificates=counts[5],
            verified=counts[7],
        )

    def _file(self, name: str) -> Path:
        return self._folder / FILES[name]

    def _make(self) -> Bootcamp:
        today = self._rooms.clock.now().date()
        return self._rooms.bootcamps.make(
            NewBootcamp(
                title_en="Innovation Bootcamp for Local Administration",
                title_km="វគ្គបណ្ដុះបណ្ដាលនវានុវត្តន៍រដ្ឋបាលមូលដ្ឋាន",
                province="Kampot",
                starts_on=today - timedelta(days=_DAYS - 1),
                days=_DAYS,
            )
        )

    def _register(self, bootcamp: Bootcamp) -> int:
        """Write a list as an office would send it, take it in, and add those who just came."""
        listed = Sheet("បញ្ជី", tuple(Column(one, one) for one in HEADERS), invented(self._listed))
        with whole_file(self._file("list")) as part:
            export_formats()["xlsx"].write(Report.of(listed), part)
        today = self._rooms.clock.now().date()
        understood = understand(read_table(self._file("list")).rows, {}, today)
        taken = self._rooms.importing.take_in(bootcamp, understood)
        for fields in self._walk_ins:
            self._rooms.people.add(bootcamp, nominee_from(fields, today))
        building = self._rooms.team_building
        building.keep(bootcamp, building.preview(bootcamp, Wanted(size=_TEAM)))
        return taken.created + len(self._walk_ins)

    def _print_badges(self, bootcamp: Bootcamp) -> int:
        badges = self._rooms.badges.of(self._rooms.people.list(bootcamp))
        target = self._file("badges")
        return print_sheets(bootcamp, badges, target, SheetWish(), lambda done, of: None).badges  # noqa: ARG005

    def _check_in(self, bootcamp: Bootcamp) -> int:
        """Scan what a camera sees on the printed sheets, session by session."""
        pictures = rendered(self._file("badges"), _DPI)
        codes = [seen.text for picture in pictures for seen in codes_in(picture, live=True)]
        gone = {code for code in codes if self._chance.random() < _LEAVES_EARLY}
        came = set()
        for number, session in enumerate(self._rooms.bootcamps.sessions(bootcamp)):
            for code in codes:
                if number and (code in gone or self._chance.random() > _COMES_BACK):
                    continue
                reading = Reading(code, method="photo", at=self._arrival(session))
                scan = self._rooms.attendance.record_scan(session, reading)
                if scan.is_accepted and scan.participant:
                    came.add(scan.participant.person_id)
        _must_be(len(codes), len(self._rooms.people.list(bootcamp)))
        return len(came)

    def _arrival(self, session: Session) -> datetime:
        minutes = self._chance.triangular(-40, 30, -5)
        return session.starts_at + timedelta(seconds=round(60 * minutes))

    def _print_canvas(self, bootcamp: Bootcamp) -> int:
        roster = self._rooms.teams.roster(bootcamp)
        made_at = self._rooms.clock.now().astimezone(bootcamp.zone)
        wanted = Printing(bootcamp, roster, made_at)
        print_lists(wanted, self._file("teams"), lambda done, of: None)  # noqa: ARG005
        return print_blank(template("co-ownership"), "A1", self._file("canvas"))

    def _work_on_boards(self, bootcamp: Bootcamp) -> int:
        rooms = Rooms(self._rooms.boards, self._rooms.votes)
        teams = self._rooms.teams.all(bootcamp)
        board = work_on_boards(rooms, bootcamp, teams, self._chance)
        self._rooms.board_files.export(board.id, "pdf", self._file("board"))
        choice = Choice(bootcamps=(bootcamp.id,))
        self._rooms.exports.write("canvases", choice, self._file("notes"), "xlsx")
        return len(self._rooms.boards.all(bootcamp))

    def _issue(self, bootcamp: Bootcamp) -> int:
        self._rooms.certificates.issue(bootcamp)
        papers = self._rooms.prints.papers(bootcamp, Wish())
        target = self._file("certificates")
        pages = print_batch(
            papers.certificates,
            bootcamp,
            target,
            lambda done, of: None,  # noqa: ARG005
            papers.designs,
        )
        with whole_file(self._file("issuers")) as part:
            part.write_text(self._rooms.trust.file(), "utf-8")
        return pages

    def _export(self, bootcamp: Bootcamp) -> int:
        exports = self._rooms.exports
        for name, kind, form, personal in _EXPORTS:
            choice = Choice(bootcamps=(bootcamp.id,), with_personal_data=personal)
            exports.write(kind, choice, self._file(name), form)
        return exports.write_database(self._file("database"), with_personal_data=True)

    def _verify(self, bootcamp: Bootcamp) -> int:
        """Check every printed page as somebody would who has nothing but the trust list."""
        known = [list_in(self._file("issuers"))]
        now = self._rooms.clock.now()
        shown = verify_shown(str(self._file("certificates")), known, now)
        genuine = sum(one.is_valid for one in shown)
        _must_be(genuine, len(self._rooms.certificates.issued(bootcamp)))
        return genuine


def _must_be(read_back: int, printed: int) -> None:
    if read_back != printed:
        raise Refusal(
            "Of {printed} printed codes {read_back} could be read back. Send the log to those "
            "who look after the program.",
            printed=printed,
            read_back=read_back,
        )
