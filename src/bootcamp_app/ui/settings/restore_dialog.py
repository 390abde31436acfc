"""Going back to a backup: which one, what that would change, and what becomes of the present."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.storage.backup_contents import contents_of
from bootcamp_app.storage.backups import compared, known_of
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.fields import ChoiceField
from bootcamp_app.ui.kit.files import ask_open
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding, row
from bootcamp_app.ui.kit.table import Table, TableColumn
from bootcamp_app.ui.settings.backup_words import size_words, where_words, why_words
from bootcamp_app.ui.settings.going_back_view import GoingBackView
from bootcamp_app.ui.settings.parts import moment, named
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.welcome.unlock_dialog import UnlockDialog, is_protected
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.storage.backup_contents import Contents, GoingBack
    from bootcamp_app.storage.backup_names import Kept
    from bootcamp_app.ui.tasks import Progress, Tasks

NEW, INSTEAD = "new", "instead"
_HEIGHT, _FRAME = 190, 4
_FOREIGN = N_(
    "This is a backup of another workspace, and it would take the place of the present one. Press "
    "“Go back” once more if it shall."
)


@dataclass(frozen=True)
class Offered:
    """A backup that can be gone back to, and what it holds as far as that is known."""

    kept: Kept
    is_in_both: bool = False
    contents: Contents | None = None
    is_bad: bool = False

    @property
    def id(self) -> str:
        """Its place."""
        return str(self.kept.path)


class RestoreDialog(Dialog):
    """Shows every backup of a workspace, and what going back to the chosen one would change."""

    share_of_window = 0.75
    restoring = Signal(object, bool)
    """The Path of the backup, and whether it is opened as a new file."""

    def __init__(self, parent: QWidget, tasks: Tasks, path: Path, how: str = NEW) -> None:
        self._tasks = tasks
        self._path = path
        self._chosen: Path | None = None
        self._is_foreign = self._was_warned = False
        self.told = Label(wraps=True)
        self.table = Table(N_("Backups"), _columns())
        self.other = button(N_("Choose another file…"), self._ask, icon_name="folder")
        self.view = GoingBackView()
        self.how = ChoiceField(
            [
                (NEW, N_("Open it as a new file; the present one stays as it is")),
                (INSTEAD, N_("Put it in place of the present file; that one is kept aside")),
            ],
            how,
        )
        named(self.how, N_("What becomes of the present file"))
        body = column(self.told, self.table, row(self.other, 1), self.how, self.view, gap=12)
        body.addStretch()
        super().__init__(parent, N_("Go back to a backup"), holding(body), N_("Go back"))
        self._fit_table(0)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.how.hide()
        self.main.setEnabled(False)
        say(self.told, N_("Looking for backups…"))
        # Not the row that the keyboard is on: that one may be another than the one marked.
        self.table.marking.connect(lambda _count: self._choose_marked())
        self.confirmed.connect(self._restore)
        self._tasks.read(self, lambda: known_of(path), self._show, key="known")

    def choose(self, copy: Path) -> None:
        """Show what going back to a file would change."""
        self._forget()
        if _is_same(copy, self._path):
            self.refuse(Refusal("This is the workspace itself. Choose another file."))
            return
        self._chosen = copy
        self.view.wait(copy.name)
        path = self._path
        self._tasks.read(
            self, lambda: compared(path, copy), self._foresee, key="compared", failed=self._cannot
        )

    def _show(self, known: list[Kept]) -> None:
        offered = _together(known)
        self.table.show_rows(offered)
        self._fit_table(len(offered))
        if not known:
            say(self.told, N_("There is no backup beside this workspace. Choose a file."))
            self.table.hide()
            return
        say(self.told, N_("Each was read back when it was made. Choose one to see what it holds."))
        if self._chosen is None:
            self.table.setCurrentIndex(self.table.model().index(0, 0))
            self.table.selectRow(0)
        job = Job(lambda step: _looked_into(offered, step), self._show_contents, lambda _no: None)
        self._tasks.long(self, job)

    def _fit_table(self, rows: int) -> None:
        """Leave the room of rows that are not there to what is told below."""
        row = self.table.verticalHeader().defaultSectionSize()
        head = self.table.horizontalHeader().sizeHint().height()
        bar = self.table.horizontalScrollBar().sizeHint().height()
        needed = head + row * max(rows, 1) + bar + _FRAME
        self.table.setFixedHeight(min(theme.px(_HEIGHT), needed))

    def _show_contents(self, offered: list[Offered]) -> None:
        self.table.show_rows(offered)

    def _choose_marked(self) -> None:
        """Go by the row that is marked; where none is, a file chosen by its name stays."""
        marked = self.table.selected()
        if marked and marked[0].kept.path != self._chosen:
            self.choose(marked[0].kept.path)

    def _ask(self) -> None:
        ask_open(self, N_("Choose a backup"), [], self._choose_file)

    def _choose_file(self, file: Path) -> None:
        if is_protected(file):
            dialog = UnlockDialog(self, self._tasks, file)
            dialog.opened.connect(self._choose_file)
            dialog.open()
            return
        self.table.clearSelection()
        self.choose(file)

    def _forget(self) -> None:
        """Go nowhere, until what is chosen is known."""
        self._chosen = None
        self._was_warned = False
        self.main.setEnabled(False)
        for part in (self.banner, self.view, self.how):
            part.hide()

    def _foresee(self, told: GoingBack) -> None:
        assert self._chosen is not None
        self._is_foreign = not told.is_related
        self.view.show_change(self._chosen.name, told)
        self.how.show()
        self.main.setEnabled(True)

    def _cannot(self, refusal: Refusal) -> None:
        self.view.hide()
        self.refuse(refusal)

    def _restore(self) -> None:
        if self._chosen is None or not self.main.isEnabled():
            return
        chosen, is_new = self._chosen, self.how.key == NEW
        if self._is_foreign and not is_new and not self._was_warned:
            self._was_warned = True
            self.banner.show_text(_FOREIGN, "warning")
            return
        self.accept()
        self.restoring.emit(chosen, is_new)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _together(known: list[Kept]) -> list[Offered]:
    """Give each backup once, also where it lies in both places; that on the laptop is quicker."""
    found: dict[object, Offered] = {}
    for one in known:
        name = (one.at, one.why, one.size)
        found[name] = replace(found[name], is_in_both=True) if name in found else Offered(one)
    return list(found.values())


def _looked_into(offered: list[Offered], step: Progress) -> list[Offered]:
    """Look into each file; one that is not whole is said to be so."""
    looked_into = []
    for number, one in enumerate(offered):
        step(number, len(offered))
        try:
            looked_into.append(replace(one, contents=contents_of(one.kept.path)))
        except (Refusal, OSError):
            looked_into.append(replace(one, is_bad=True))
    return looked_into


def _columns() -> list[TableColumn]:
    return [
        TableColumn("at", N_("When"), lambda one: moment(one.kept.at), 172, is_bold=True),
        TableColumn("why", N_("Why"), lambda one: why_words(one.kept), 128),
        TableColumn("people", N_("People"), lambda one: _count(one, "people"), 70, is_number=True),
        TableColumn(
            "entries",
            N_("Attendance entries"),
            lambda one: _count(one, "attendance_events"),
            110,
            is_number=True,
        ),
        TableColumn("size", N_("Size"), lambda one: size_words(one.kept.size), 90, is_number=True),
        TableColumn("where", N_("Where"), _where, 120),
    ]


def _where(one: Offered) -> str:
    return _("In both places") if one.is_in_both else where_words(one.kept)


def _count(one: Offered, table: str) -> str:
    if one.is_bad:
        return _("damaged")
    return digits(one.contents.counts[table]) if one.contents else "…"
