"""The only place where the parts of the program are wired to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.changes import Changes
from bootcamp_app.features.attendance import handing as presences
from bootcamp_app.features.attendance.asking import AskedAtDoor
from bootcamp_app.features.attendance.closing import Sittings
from bootcamp_app.features.attendance.marking import PaperLists
from bootcamp_app.features.attendance.recorded import facts_at, recorded
from bootcamp_app.features.attendance.service import Attendance
from bootcamp_app.features.attendance.states import States
from bootcamp_app.features.attendance.walk_ins import WalkIns
from bootcamp_app.features.badges import handing as cards
from bootcamp_app.features.badges.service import Badges
from bootcamp_app.features.bootcamps.logos import Logos
from bootcamp_app.features.bootcamps.programmes import Programmes
from bootcamp_app.features.bootcamps.returning import RemovedSessions
from bootcamp_app.features.bootcamps.service import Bootcamps
from bootcamp_app.features.bootcamps.sessions import Agenda
from bootcamp_app.features.canvases import handing as boards
from bootcamp_app.features.canvases.board_files import BoardFiles
from bootcamp_app.features.canvases.boards import Boards
from bootcamp_app.features.canvases.catalogue import Catalogue
from bootcamp_app.features.canvases.own_templates import OwnTemplates
from bootcamp_app.features.canvases.owning import Ownership
from bootcamp_app.features.canvases.pack.gathering import Packs
from bootcamp_app.features.canvases.room_kit import RoomKits
from bootcamp_app.features.canvases.snapshots import Snapshots
from bootcamp_app.features.canvases.solutions import Solutions
from bootcamp_app.features.canvases.team_names import teams_in_use
from bootcamp_app.features.canvases.undoing import BoardHistory
from bootcamp_app.features.canvases.voting import Votes
from bootcamp_app.features.certificates import exceptions as excepted
from bootcamp_app.features.certificates import staying
from bootcamp_app.features.certificates.correcting import Corrections
from bootcamp_app.features.certificates.credentials import Credentials
from bootcamp_app.features.certificates.exceptions import Exceptions
from bootcamp_app.features.certificates.files import DesignFiles
from bootcamp_app.features.certificates.prints import Prints
from bootcamp_app.features.certificates.samples import Samples
from bootcamp_app.features.certificates.service import Certificates
from bootcamp_app.features.certificates.signatories import Signatories
from bootcamp_app.features.certificates.trusting import TrustLists
from bootcamp_app.features.certificates.working import WorkingLayouts
from bootcamp_app.features.exports.service import Exports
from bootcamp_app.features.people.answered import write_answers
from bootcamp_app.features.people.arriving import arrive
from bootcamp_app.features.people.changing import seat
from bootcamp_app.features.people.consents import Consents, refuses_photos
from bootcamp_app.features.people.importing import Importing
from bootcamp_app.features.people.merged import united_parts
from bootcamp_app.features.people.merging import Twins
from bootcamp_app.features.people.notices import Notices
from bootcamp_app.features.people.organisations import Organisations
from bootcamp_app.features.people.photos import Photos
from bootcamp_app.features.people.questions import Questions
from bootcamp_app.features.people.saved_filters import SavedFilters
from bootcamp_app.features.people.service import People
from bootcamp_app.features.people.taking_part import TakingPart
from bootcamp_app.features.people.uniting import LaterRooms
from bootcamp_app.features.reports.indicators import IndicatorCounts
from bootcamp_app.features.reports.service import Reports
from bootcamp_app.features.reports.snapshots import Snapshots as FrozenFigures
from bootcamp_app.features.reports.sources import Sources
from bootcamp_app.features.teams import wishes
from bootcamp_app.features.teams.building import TeamBuilding
from bootcamp_app.features.teams.service import Teams
from bootcamp_app.features.teams.wishes import TeamWishes
from bootcamp_app.storage.backups import Backups
from bootcamp_app.storage.database import Database, Parts, open_database
from bootcamp_app.storage.records import Records

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.core.clock import Clock


@dataclass(frozen=True)
class CoDesign:
    """The services of teams, boards and what they end in."""

    teams: Teams
    team_building: TeamBuilding
    team_wishes: TeamWishes
    templates: Catalogue
    own_templates: OwnTemplates
    room_kits: RoomKits
    boards: Boards
    board_history: BoardHistory
    board_files: BoardFiles
    votes: Votes
    snapshots: Snapshots
    ownership: Ownership
    solutions: Solutions
    packs: Packs


@dataclass(frozen=True)
class After:
    """The services that tell others what was done."""

    reports: Reports
    indicators: IndicatorCounts
    frozen_figures: FrozenFigures
    exports: Exports


@dataclass(frozen=True)
class App(CoDesign, After):
    """The services of one open workspace."""

    clock: Clock
    changes: Changes
    database: Database
    backups: Backups
    records: Records
    bootcamps: Bootcamps
    programmes: Programmes
    agenda: Agenda
    removed_sessions: RemovedSessions
    logos: Logos
    people: People
    importing: Importing
    twins: Twins
    organisations: Organisations
    questions: Questions
    notices: Notices
    consents: Consents
    photos: Photos
    taking_part: TakingPart
    saved_filters: SavedFilters
    badges: Badges
    attendance: Attendance
    states: States
    sittings: Sittings
    paper_lists: PaperLists
    walk_ins: WalkIns
    asked_at_door: AskedAtDoor
    certificates: Certificates
    credentials: Credentials
    trust: TrustLists
    prints: Prints
    exceptions: Exceptions
    corrections: Corrections
    working_layouts: WorkingLayouts
    signatories: Signatories
    design_files: DesignFiles
    samples: Samples


def build(place: str | Path, clock: Clock, operator: str = "") -> App:
    """Open a workspace (a file, or the address of a PostgreSQL database) and wire its services."""
    changes = Changes()
    database = open_database(place, Parts(clock, changes, operator))
    badges, backups = Badges(database, clock), Backups(database, clock, changes)
    bootcamps = Bootcamps(database)
    people = People(database, clock, enrolled=badges.give)
    attendance = Attendance(database, clock)
    together = _co_design(database, clock)
    certificates = Certificates(database, clock, attendance)
    paper_lists, logos = PaperLists(database, clock, united_parts), Logos(database)
    programmes = Programmes(database)
    sources = Sources(
        database, clock, bootcamps, people, attendance, paper_lists, certificates,
        together.teams, logos, programmes, together.board_files.noted,
    )  # fmt: skip
    return App(
        **vars(together),
        **vars(_after(sources)),
        clock=clock,
        changes=changes,
        database=database,
        backups=backups,
        records=Records(database, clock),
        bootcamps=bootcamps,
        programmes=programmes,
        agenda=Agenda(database, recorded),
        removed_sessions=RemovedSessions(database, recorded, facts_at),
        logos=logos,
        people=people,
        importing=Importing(database, clock, badges.give, backups.before_import),
        twins=Twins(database, _later_rooms(clock)),
        organisations=Organisations(database),
        questions=Questions(database),
        notices=Notices(database, clock),
        consents=Consents(database, clock),
        photos=Photos(database, clock, refuses_photos),
        taking_part=TakingPart(
            database, clock, enrolled=badges.give, told=_later_rooms(clock).told
        ),
        saved_filters=SavedFilters(database),
        badges=badges,
        attendance=attendance,
        states=States(database, clock),
        sittings=Sittings(database, clock),
        paper_lists=paper_lists,
        walk_ins=WalkIns(database, clock, arrive),
        asked_at_door=AskedAtDoor(database, clock, write_answers),
        credentials=Credentials(database),
        trust=TrustLists(database, clock),
        prints=Prints(database, clock),
        exceptions=Exceptions(database, clock),
        corrections=Corrections(database, clock),
        certificates=certificates,
        working_layouts=WorkingLayouts(database),
        signatories=Signatories(database),
        design_files=DesignFiles(database),
        samples=Samples(database, clock, certificates),
    )


def _after(sources: Sources) -> After:
    reports = Reports(sources)
    indicators = IndicatorCounts(sources.database, sources.clock)
    return After(
        reports=reports,
        indicators=indicators,
        frozen_figures=FrozenFigures(sources.database, sources.clock, indicators),
        exports=Exports(sources.database, reports, sources.clock),
    )


def _co_design(database: Database, clock: Clock) -> CoDesign:
    teams, templates = Teams(database, seat, teams_in_use), Catalogue(database)
    return CoDesign(
        teams=teams,
        team_building=TeamBuilding(database, seat, teams_in_use),
        team_wishes=TeamWishes(database),
        templates=templates,
        own_templates=OwnTemplates(database),
        room_kits=RoomKits(Bootcamps(database), teams, templates),
        boards=Boards(database, clock),
        board_history=BoardHistory(database, clock),
        board_files=BoardFiles(database, clock),
        votes=Votes(database, clock),
        snapshots=Snapshots(database, clock),
        ownership=Ownership(database),
        solutions=Solutions(database),
        packs=Packs(database, clock),
    )


def _later_rooms(clock: Clock) -> LaterRooms:
    """Give what the rooms after people do when two participations become one."""
    return LaterRooms(
        hand_over=(
            cards.hand_over,
            presences.HandingOver(clock),
            wishes.hand_over,
            boards.hand_over,
            excepted.hand_over,
        ),
        to_stay=staying.to_stay,
        refuses_photos=refuses_photos,
        told=(cards.told, presences.told, boards.told, staying.told),
    )
