"""Writing what was asked for as the file that was asked for, whole or not at all."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bootcamp_app.core.catalogue import entries
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.files import whole_file
from bootcamp_app.features.exports import formats
from bootcamp_app.features.exports.canvases_sheet import canvases_sheet
from bootcamp_app.features.exports.database import write_database
from bootcamp_app.features.exports.facts import births, ways
from bootcamp_app.features.exports.subjects import Known, attendance_sheet, people_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.attendance.service import Attendance
    from bootcamp_app.features.bootcamps.service import Bootcamps
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.canvases.note_lines import Noted
    from bootcamp_app.features.exports.views import ExportFormat, Progress, Sheet
    from bootcamp_app.features.people.service import People
    from bootcamp_app.storage.database import Database

SUBJECTS = ("attendance", "people", "canvases", "database")
DATABASE_FORMAT = "sqlite"


@cache
def export_formats() -> dict[str, ExportFormat]:
    """Give every kind of file that a sheet can be written as, by its id."""
    return {entry.id: entry for entry in entries(formats).values()}


class Exports:
    """What leaves this workspace."""

    def __init__(  # noqa: PLR0913 - the rooms that are exported
        self,
        database: Database,
        clock: Clock,
        bootcamps: Bootcamps,
        people: People,
        attendance: Attendance,
        noted: Callable[[Bootcamp, bool], Sequence[Noted]],
    ) -> None:
        self._database = database
        self._clock = clock
        self._bootcamps = bootcamps
        self._people = people
        self._attendance = attendance
        self._noted = noted

    def write_sheet(  # noqa: PLR0913 - what a person chooses, and who hears how far it is
        self,
        subject: str,
        bootcamp: Bootcamp,
        target: Path,
        form: str,
        *,
        with_personal_data: bool,
        progress: Progress = lambda done, of: None,  # noqa: ARG005
    ) -> int:
        """Write attendance, people or notes of boards in one of the formats; give the rows.

        A `progress(done, of)` that raises Cancelled leaves no file.
        """
        sheet = self._sheet(subject, bootcamp, with_personal_data)
        known = export_formats()
        if form not in known:
            raise Refusal(
                "“{subject}” cannot be written as {form}. Choose one of: {forms}.",
                subject=subject,
                form=form,
                forms=", ".join(sorted(known)),
            )
        shown = sheet if with_personal_data else sheet.without_personal_data()
        with whole_file(target) as part:
            return known[form].write(shown.telling(progress), part)

    def write_database(
        self,
        target: Path,
        *,
        with_personal_data: bool,
        progress: Progress = lambda done, of: None,  # noqa: ARG005
    ) -> int:
        """Write the whole workspace as plain SQLite, and give the number of rows.

        A `progress(done, of)` that raises Cancelled leaves no file.
        """
        with whole_file(target) as part, self._database.read() as reader:
            return write_database(
                reader, part, with_personal_data=with_personal_data, progress=progress
            )

    def _sheet(self, subject: str, bootcamp: Bootcamp, with_personal_data: bool) -> Sheet:
        if subject == "canvases":
            return canvases_sheet(self._noted(bootcamp, with_personal_data))
        people = self._people.list(bootcamp)
        if subject == "people":
            with self._database.read() as reader:
                return people_sheet(people, births(reader, bootcamp.id))
        sessions = self._bootcamps.sessions(bootcamp)
        presences = self._attendance.presences(sessions)
        with self._database.read() as reader:
            events = ways(reader, [session.id for session in sessions])
        return attendance_sheet(people, sessions, Known(presences, events, self._clock.now()))
