"""Writing what was asked for as the file that was asked for, whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from bootcamp_app.core.catalogue import entries
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.files import is_workspace, sweep, whole_file
from bootcamp_app.features.exports import formats
from bootcamp_app.features.exports.database.handing import handed_over
from bootcamp_app.features.exports.database.writing import write_database
from bootcamp_app.features.reports.service import report_kinds
from bootcamp_app.features.reports.views import silent
from bootcamp_app.storage.backup_targets import make_way, refuse_to_lose
from bootcamp_app.storage.encrypted import Lock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.exports.views import ExportFormat
    from bootcamp_app.features.reports.service import Reports
    from bootcamp_app.features.reports.views import Choice, Progress
    from bootcamp_app.storage.database import Database

PAPER = "pdf"
DATABASE_FORMAT = "sqlite"


@cache
def export_formats() -> dict[str, ExportFormat]:
    """Give every kind of file that a sheet can be written as, by its id."""
    return {entry.id: entry for entry in entries(formats).values()}


def forms_of(kind_id: str) -> list[str]:
    """Give the kinds of files that a report can be written as, by their ids."""
    kind = report_kinds()[kind_id]
    forms = list(export_formats()) if kind.tables else []
    return [*forms, PAPER] if kind.paper else forms


def ending_of(form: str) -> str:
    """Give the ending of a kind of file, with its dot."""
    return ".pdf" if form == PAPER else export_formats()[form].suffix


class Exports:
    """What leaves this workspace."""

    def __init__(self, database: Database, reports: Reports, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._reports = reports

    def write(
        self, kind_id: str, choice: Choice, target: Path, form: str, progress: Progress = silent
    ) -> int:
        """Write a report in one of the formats; give its rows, or its pages on paper.

        A `progress(done, of)` that raises Cancelled leaves no file.
        """
        # A process that was killed here may have left a half file, hidden, that names people.
        sweep(target.absolute().parent)
        if form == PAPER:
            with whole_file(target) as part:
                return self._reports.draw(kind_id, choice, part, progress)
        known = export_formats()
        if form not in known:
            raise Refusal(
                "“{subject}” cannot be written as {form}. Choose one of: {forms}.",
                subject=kind_id,
                form=form,
                forms=", ".join(sorted(known)),
            )
        report = self._reports.make(kind_id, choice, progress)
        if known[form].has_first_only:
            report = replace(report, sheets=report.sheets[:1])
        with whole_file(target) as part:
            return known[form].write(report.telling(progress), part)

    def write_database(
        self,
        target: Path,
        *,
        with_personal_data: bool,
        passphrase: str = "",
        recipients: Sequence[str] = (),
        progress: Progress = silent,
    ) -> int:
        """Write the whole workspace as plain SQLite, and give the number of rows.

        With a passphrase, or the public keys of recipients, only they open it (see `encrypted`).
        A `progress(done, of)` that raises Cancelled leaves no file.
        """
        lock = Lock(passphrase, tuple(recipients))
        with (
            handed_over(target, self._database.path, lock, progress) as (part, telling),
            self._database.read() as reader,
        ):
            return write_database(
                reader,
                part,
                self._clock.now(),
                with_personal_data=with_personal_data,
                progress=telling,
            )

    def write_workspace(
        self,
        target: Path,
        *,
        passphrase: str = "",
        recipients: Sequence[str] = (),
        progress: Progress = silent,
    ) -> int:
        """Write a verified copy of the workspace that the program opens; give its bytes.

        It has everything, also the history; whoever opens it is a device of their own.
        """
        lock = Lock(passphrase, tuple(recipients))
        workspace = self._database.path
        # A copy that is handed over again and again under one name replaces the one before.
        may_replace = workspace is not None and is_workspace(target)
        if workspace is not None:
            refuse_to_lose(target, workspace)
            make_way(target)
        with handed_over(target, workspace, lock, progress, may_be_workspace=may_replace) as (
            part,
            telling,
        ):
            self._database.back_up(part, telling)
            return part.stat().st_size
