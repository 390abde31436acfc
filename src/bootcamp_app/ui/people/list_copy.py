"""People of the list as a spreadsheet takes them from the clipboard: cells, and nothing to run."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from bootcamp_app.core.i18n import _
from bootcamp_app.features.exports.formats.csv import safe
from bootcamp_app.ui.people.list_columns import PERSONAL
from bootcamp_app.ui.words import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.kit.table import TableColumn

# Phones keep their first zero, and nothing is taken for a formula.
_CELL = "<td style=\"mso-number-format:'\\@'\">{}</td>"


@dataclass(frozen=True)
class Copied:
    """People as cells, twice: for spreadsheets that take HTML, and for all others."""

    text: str
    html: str
    people: int

    def for_clipboard(self) -> QMimeData:
        """Give both, of which a program takes what it knows best."""
        data = QMimeData()
        data.setText(self.text)
        data.setHtml(self.html)
        return data


def copied(
    people: Sequence[Participant], columns: Sequence[TableColumn], *, is_personal: bool
) -> Copied:
    """Give people in the columns that are shown, or only in those that tell nobody's name."""
    taken = [one for one in columns if is_personal or one.id not in PERSONAL]
    # What remains of a person without personal data is the id, as in the exports.
    titles = [] if is_personal else [_("Person")]
    rows = [[*titles, *(in_words(column.title) for column in taken)]]
    for one in people:
        person = [] if is_personal else [one.person_id]
        rows.append([*person, *(_cell(column.cell(one)) for column in taken)])
    text = "".join("\t".join(row) + "\r\n" for row in rows)
    body = "".join(
        f"<tr>{''.join(_CELL.format(escape(cell)) for cell in row)}</tr>" for row in rows
    )
    return Copied(text, f'<meta charset="utf-8"><table>{body}</table>', len(people))


def _cell(said: str) -> str:
    return str(safe(" ".join(said.split())))
