"""What a sample day leaves behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "workspace": "sample.bootcamp",
    "list": "1-nominees.xlsx",
    "badges": "2-badges.pdf",
    "sign_in": "2-sign-in-sheets.pdf",
    "teams": "3-teams.pdf",
    "canvas": "3-canvas-A1.pdf",
    "board": "3-board.pdf",
    "notes": "3-notes-of-boards.xlsx",
    "certificates": "4-certificates.pdf",
    "issuers": "4-issuers.json",
    "workbook": "5-attendance-workbook.xlsx",
    "attendance": "5-attendance.xlsx",
    "attendance_csv": "5-attendance-without-personal-data.csv",
    "package": "5-attendance-without-personal-data.zip",
    "indicators": "5-indicators.xlsx",
    "indicators_pdf": "5-indicators.pdf",
    "database": "6-database.sqlite",
}
"""The files of a sample day, in the order of the day."""


@dataclass(frozen=True)
class DemoResult:
    """What was made, and what was found when it was read back."""

    workspace: Path
    files: list[Path]
    people: int
    checked_in: int
    certificates: int
    verified: int
