"""What taking in a list would do: how many of each, and every row that needs a look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bootcamp_app.core.i18n import Sentence
    from bootcamp_app.features.people.nominees import Understood
    from bootcamp_app.features.people.views import ImportResult


@dataclass(frozen=True)
class Finding:
    """One row that a person should look at, and why."""

    row: int
    column: str
    value: str
    reason: Sentence
    is_rejected: bool


@dataclass(frozen=True)
class Review:
    """A list as it was understood, and what a dry run of it answered."""

    understood: Understood
    result: ImportResult

    @property
    def rejected_rows(self) -> int:
        """How many rows would not be taken in."""
        return len({fault.row for fault in self.result.rejected})

    @property
    def doubtful_rows(self) -> int:
        """How many rows may be somebody who is known already."""
        return len({one.row for one in self.result.possible_duplicates})

    @property
    def taken(self) -> int:
        """How many people would be new or different afterwards."""
        return self.result.created + self.result.updated

    @property
    def findings(self) -> list[Finding]:
        """The rows to look at: those not taken first, then those in doubt."""
        rejected = [
            Finding(one.row, one.column, one.value, one.reason, is_rejected=True)
            for one in self.result.rejected
        ]
        names = {one.row: self._name(one.text("name_km"), one.text("name_en"))
                 for one in self.understood.nominees}  # fmt: skip
        doubtful = {
            (one.row, one.why.message): Finding(
                one.row, "", names.get(one.row, ""), one.why, is_rejected=False
            )
            for one in self.result.possible_duplicates
        }
        return [*rejected, *doubtful.values()]

    @staticmethod
    def _name(khmer: str, latin: str) -> str:
        return " · ".join(part for part in (khmer, latin) if part)
