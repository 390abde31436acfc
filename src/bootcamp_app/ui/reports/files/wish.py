"""What was chosen: which report, for whom, as which kind of file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import _
from bootcamp_app.features.exports.service import PAPER, ending_of
from bootcamp_app.ui.kit.endings import file_name

if TYPE_CHECKING:
    from bootcamp_app.features.reports.kind_views import ReportKind
    from bootcamp_app.features.reports.views import Choice


@dataclass(frozen=True)
class Wish:
    """One file, as somebody wants it."""

    kind: ReportKind
    choice: Choice
    form: str
    of: str = ""
    """The code of the bootcamp or of the programme that it is about."""

    def without_personal_data(self) -> Wish | None:
        """Give the same without personal data, where it has some and can be made without."""
        if not self.names_people or not may_leave_out(self.kind, self.form):
            return None
        return replace(self, choice=replace(self.choice, with_personal_data=False))

    @property
    def is_paper(self) -> bool:
        """Whether it is drawn on pages."""
        return self.form == PAPER

    @property
    def names_people(self) -> bool:
        """Whether somebody could be known by it."""
        return bool(self.kind.left_out) and self.choice.with_personal_data

    @property
    def ending(self) -> str:
        """The ending of its file."""
        return ending_of(self.form)

    @property
    def file_name(self) -> str:
        """A name that says what it is and of which bootcamp, and nobody's name."""
        return file_name(_(self.kind.title), self.of, ending=self.ending)


def may_leave_out(kind: ReportKind, form: str) -> bool:
    """Say whether a kind of file can be made without personal data that it has otherwise."""
    side = "paper" if form == PAPER else "tables"
    return bool(kind.left_out) and side not in kind.always_names
