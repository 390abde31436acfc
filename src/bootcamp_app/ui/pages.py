"""The pages of the window, in the order of the rail. A page is imported when it is first shown."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_

if TYPE_CHECKING:
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.kit.page import Page


@dataclass(frozen=True)
class Act:
    """Something a page can do, for menus, the palette and the shortcut sheet."""

    id: str
    text: str
    icon: str
    shortcut: str = ""


@dataclass(frozen=True)
class PageEntry:
    """One page: where its class is, how the rail shows it, and what it can do."""

    id: str
    text: str
    icon: str
    place: str
    acts: tuple[Act, ...] = ()

    def make(self, desk: Desk) -> Page:
        """Import the page's module and make the page."""
        module, _, name = self.place.partition(":")
        made: Page = getattr(import_module(f"bootcamp_app.ui.{module}"), name)(desk)
        return made


PAGES = (
    PageEntry(
        "today",
        N_("Today"),
        "calendar",
        "today.today_page:TodayPage",
    ),
    PageEntry(
        "people",
        N_("People"),
        "users",
        "people.people_page:PeoplePage",
        (
            Act("add", N_("Add a person"), "user-plus", "Ctrl+N"),
            Act("import", N_("Import a list"), "import", "Ctrl+I"),
            Act("badges", N_("Print badges"), "badge", "Ctrl+Shift+B"),
            Act("search", N_("Find a person"), "search", "Ctrl+F"),
            Act("history", N_("History of a person"), "history"),
            Act("twins", N_("Find people who are listed twice"), "duplicate"),
        ),
    ),
    PageEntry(
        "attendance",
        N_("Attendance"),
        "qr-code",
        "attendance.attendance_page:AttendancePage",
        (
            Act("type", N_("Scan or type a code"), "scan", "Ctrl+D"),
            Act("walk_in", N_("Register a walk-in"), "user-plus", "F2"),
            Act("undo_scan", N_("Undo the last scan"), "undo", "F3"),
            Act("missing", N_("Who is missing"), "list"),
            Act("print_list", N_("Print the list"), "printer"),
            Act("paper", N_("Mark from paper…"), "file-text"),
            Act("close_session", N_("Close the session…"), "lock"),
            Act("queue", N_("Screen for the queue"), "monitor"),
            Act("kiosk", N_("Kiosk mode"), "lock"),
            Act("sounds", N_("Turn the sounds at the door on or off"), "sound"),
            Act("camera", N_("Use the camera"), "camera", "F4"),
            Act("photos", N_("Check in from photos"), "image"),
            Act("photo_folder", N_("Check in from a folder of photos"), "folder"),
            Act("agenda", N_("Edit the agenda"), "calendar"),
            Act("longer", N_("15 minutes longer"), "clock"),
            Act("bootcamp", N_("Change the bootcamp"), "edit"),
        ),
    ),
    PageEntry(
        "canvases",
        N_("Teams & canvases"),
        "teams",
        "canvases.canvases_page:CanvasesPage",
        (
            Act("boards", N_("All boards"), "canvas"),
            Act("new_board", N_("New board"), "plus"),
            Act("enter", N_("Type notes on the board that is open"), "keyboard", "Ctrl+E"),
            Act("list", N_("Notes of the board as a list"), "list"),
            Act("paper", N_("Notes on the paper of the board"), "note"),
            Act("print", N_("Print the board"), "printer"),
            Act("whole", N_("Whole paper of the board"), "maximize"),
            Act("tidy", N_("Tidy the zone into a grid"), "grid"),
            Act("picture", N_("Bring a picture onto the board"), "image"),
            Act("carry", N_("Bring answers from earlier canvases"), "arrow-right"),
            Act("take_in", N_("Bring a file onto the board"), "import"),
            Act("vote", N_("Vote on the board"), "check-circle"),
            Act("show", N_("Show the board to the room"), "monitor", "Ctrl+Shift+P"),
            Act("snapshots", N_("Snapshots of the board"), "history"),
            Act("time", N_("Start the timer for the board"), "clock"),
            Act("solutions", N_("All solutions"), "sparkles"),
            Act("pack", N_("Make a booklet and a gallery"), "download"),
        ),
    ),
    PageEntry(
        "certificates",
        N_("Certificates"),
        "certificate",
        "certificates.certificates_page:CertificatesPage",
        (
            Act("issue", N_("Issue certificates"), "certificate"),
            Act("print", N_("Print certificates"), "printer"),
            Act("layout", N_("Change how certificates look"), "edit"),
        ),
    ),
    PageEntry(
        "reports",
        N_("Reports"),
        "chart",
        "reports.reports_page:ReportsPage",
        (
            Act("figures", N_("Indicators"), "chart"),
            Act("files", N_("Files for others"), "download"),
            Act("attendance", N_("Export attendance"), "spreadsheet"),
            Act("people", N_("Export people"), "users"),
            Act("database", N_("Export the whole database"), "database"),
        ),
    ),
    PageEntry(
        "settings",
        N_("Settings"),
        "settings",
        "settings.settings_page:SettingsPage",
        (Act("backup", N_("Back up now"), "backup"),),
    ),
)


def page_entry(page_id: str) -> PageEntry:
    """Give a page's entry by its id."""
    return next(entry for entry in PAGES if entry.id == page_id)
