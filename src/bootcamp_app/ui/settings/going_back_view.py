"""What going back to a backup would change, row by row and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from bootcamp_app.core.i18n import N_, Sentence, ngettext
from bootcamp_app.storage.backup_contents import COUNTED
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.label import Label, restyle
from bootcamp_app.ui.kit.layouts import column, holding
from bootcamp_app.ui.settings.parts import moment
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from bootcamp_app.storage.backup_contents import GoingBack
    from bootcamp_app.ui.words import Text

_TITLES: tuple[Text, ...] = (
    "",
    N_("At present"),
    N_("In the backup"),
    N_("Lost"),
    N_("Comes back"),
)


class GoingBackView(QFrame):
    """Hidden until a backup is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Label(wraps=True)
        self.title.setProperty("weight", "bold")
        self.foreign = Banner(may_close=False)
        self.foreign.show_text(N_("This is a backup of another workspace."), "warning")
        self.told = Label(wraps=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._cells: dict[tuple[str, int], Label] = {}
        for at, text in enumerate(_TITLES):
            self._put(
                0, at, Label(text, size="small", tone="muted", wraps=True) if text else Label()
            )
        for number, (table, text) in enumerate(COUNTED.items(), 1):
            self._put(number, 0, Label(text, wraps=True))
            for at in range(1, len(_TITLES)):
                self._cells[table, at] = self._put(number, at, Label())
        self._counts = holding(self._grid)
        self.setLayout(column(self.title, self.foreign, self.told, self._counts, gap=8))
        self.hide()

    def wait(self, name: str) -> None:
        """Say that a backup is looked at."""
        say(self.title, Sentence("Looking into “{name}”…", name=name))
        self._counts.hide()
        self.told.hide()
        self.foreign.hide()
        self.show()

    def show_change(self, name: str, told: GoingBack) -> None:
        """Show what going back to a backup would change."""
        say(self.title, Sentence("Going back to “{name}”", name=name))
        for one in told.changes:
            for at, count in enumerate((one.now, one.then, one.lost, one.back), 1):
                cell = self._cells[one.table, at]
                say(cell, _number(count, is_change=at > 2))
        for (table, at), cell in self._cells.items():
            lost = next(one.lost for one in told.changes if one.table == table)
            restyle(cell, "tone", "bad" if at == 3 and lost else "")
        say(self.told, lambda: _in_words(told))
        self.foreign.setVisible(not told.is_related)
        self._counts.show()
        self.told.show()

    def _put(self, line: int, at: int, label: Label) -> Label:
        side = Qt.AlignmentFlag.AlignRight if at else Qt.AlignmentFlag.AlignLeft
        label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(label, line, at)
        return label


def _number(count: int | None, *, is_change: bool) -> Text:
    return lambda: "–" if count is None or (is_change and not count) else digits(count)


def _in_words(told: GoingBack) -> str:
    said = []
    if told.contents.newest is not None:
        at = moment(told.contents.newest)
        said.append(str(Sentence("The newest change in it is of {time}.", time=at)))
    if told.unknown:
        missing = ngettext(
            "{n} entry made since is not in it.",
            "{n} entries made since are not in it.",
            told.unknown,
        )
        said.append(missing.format(n=digits(told.unknown)))
    elif told.unknown == 0:
        said.append(str(Sentence("It holds everything that was entered.")))
    return " ".join(said)
