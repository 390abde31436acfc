"""Solutions of the bootcamp in front: written, put in order, printed to sign, made into a pack."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.canvases.drafting import empty
from bootcamp_app.features.canvases.views import BoardsChanged, SolutionsChanged
from bootcamp_app.features.teams.views import TeamsChanged
from bootcamp_app.ui.canvases.pack_dialog import PackDialog, PackWish, make_pack
from bootcamp_app.ui.canvases.section import Section
from bootcamp_app.ui.canvases.sign_off_view import SignOffView
from bootcamp_app.ui.canvases.solution_dialog import SolutionDialog
from bootcamp_app.ui.canvases.solution_form import Around
from bootcamp_app.ui.canvases.solution_list import SolutionList, read_solutions
from bootcamp_app.ui.kit.endings import file_name
from bootcamp_app.ui.kit.files import ask_folder
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.people.acts import Acts
from bootcamp_app.ui.tasks import Job

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bootcamp_app.features.canvases.views import Solution
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.kit.dialog import Dialog
    from bootcamp_app.ui.words import Text

_CHANGES = (SolutionsChanged, BoardsChanged, TeamsChanged)
_STEPS = {"up": -1, "down": 1}
_TELLS_NOTHING = N_("No zone of this board tells of a problem or an idea. Write them here.")


class SolutionsSection(Section):
    """Shows the list, or the pages to sign over it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._acts = Acts(desk)
        self.dialog: Dialog | None = None
        self.list = SolutionList()
        self.paper = SignOffView(desk)
        self.paper.hide()
        whole = column(self.list, self.paper)
        whole.setStretch(0, 1)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._connect()

    def came_to_front(self) -> None:
        """Called each time the section is shown."""
        self.look()

    def return_home(self) -> None:
        """Come back to the list."""
        self.paper.leave()
        self.paper.hide()
        self.list.show()
        self.list.take_focus()

    def look(self) -> None:
        """Show the solutions as they are now."""
        bootcamp, app = self.desk.bootcamp, self.desk.app
        if bootcamp is None:
            self.list.show_read(None)
            return
        work = partial(read_solutions, app, bootcamp)
        self.desk.tasks.read(self, work, self.list.show_read, key="solutions")

    def write(self) -> None:
        """Let somebody write a solution."""
        if self.desk.bootcamp is not None:
            self._edit(empty(self.desk.bootcamp.id))

    def begin_from_board(self, board_id: str) -> None:
        """Let somebody write a solution, begun with what a board says."""
        app = self.desk.app
        self.desk.tasks.read(
            self, lambda: app.solutions.drafted(board_id), self._begin, key="solution draft"
        )

    def print_pages(self, solution: Solution | None = None) -> None:
        """Show the pages to sign, of all solutions or of one."""
        bootcamp = self.desk.bootcamp
        if bootcamp is not None:
            self.list.hide()
            self.paper.show()
            self.paper.show_pages(bootcamp, solution)

    def ask_pack(self) -> None:
        """Ask what is to be made for those who were not there."""
        if self.desk.bootcamp is None:
            self.refused.emit(Refusal("Open a bootcamp first. A pack tells of one."))
            return
        dialog = PackDialog(self)
        dialog.wished.connect(self._ask_folder)
        self._open(dialog)

    def make_pack(self, wish: PackWish, folder: Path) -> None:
        """Write a booklet, a gallery or both into a folder."""
        bootcamp, app = self.desk.bootcamp, self.desk.app
        if bootcamp is None:
            return
        booklet = folder / file_name(_("Solutions"), bootcamp.code, ending=".pdf")
        gallery = folder / file_name(_("Gallery"), bootcamp.code, ending=".html")

        def work(step: Callable[[int, int], None]) -> list[Path]:
            return make_pack(app, bootcamp, wish, (booklet, gallery), step)

        self.desk.tasks.long(self, Job(work, self._packed, self._not_packed, N_("Making the pack")))

    def _connect(self) -> None:
        self.list.write.clicked.connect(self.write)
        self.list.first.clicked.connect(self.write)
        for made in (self.list.from_board, self.list.first_from_board):
            made.board_chosen.connect(self.begin_from_board)
        self.list.print_all.clicked.connect(lambda: self.print_pages())
        self.list.pack.clicked.connect(self.ask_pack)
        self.list.wanted.connect(self._carry_out)
        self.paper.left.connect(self.return_home)
        self.paper.paper.saved.connect(self._saved)
        self.desk.bootcamp_chosen.connect(self._turn)
        self.desk.bridge.happened.connect(self._hear)

    def _turn(self, _bootcamp: object) -> None:
        self.return_home()
        self.look()

    def _hear(self, fact: object) -> None:
        if isinstance(fact, _CHANGES) and self.isVisible():
            self.look()

    def _carry_out(self, act: str, solution: Solution) -> None:
        if act == "edit":
            self._edit(solution)
        elif act == "print":
            self.print_pages(solution)
        elif act == "board":
            self.board_wanted.emit(solution.board_id)
        elif act == "remove":
            gone = Sentence("“{title}” was removed.", title=solution.title or "–")
            self._write(lambda: self.desk.app.solutions.remove(solution), partial(self._tell, gone))
        else:
            places = _STEPS[act]
            self._write(lambda: self.desk.app.solutions.move(solution, places), lambda: None)

    def _write(self, work: Callable[[], object], then: Callable[[], object]) -> None:
        self.desk.tasks.write(self, work, lambda _none: then(), self.refused.emit)

    def _begin(self, draft: Solution) -> None:
        is_told = draft.title or draft.problem or draft.idea
        self._edit(draft, "" if is_told else _TELLS_NOTHING)

    def _edit(self, solution: Solution, note: str = "") -> None:
        read, app = self.list.read, self.desk.app
        if read is None:
            return
        self.desk.tasks.read(
            self,
            lambda: app.solutions.owners([solution]),
            lambda owners: self._open_dialog(
                Around(
                    solution,
                    owners,
                    read.team_choices(solution.team),
                    read.board_choices,
                    note,
                )
            ),
            key="solution owners",
        )

    def _open_dialog(self, around: Around) -> None:
        bootcamp = self.desk.bootcamp
        if bootcamp is not None:
            dialog = SolutionDialog(self, self.desk, bootcamp, around)
            dialog.done_so.connect(self._tell_done)
            self._open(dialog)

    def _open(self, dialog: Dialog) -> None:
        dialog.finished.connect(lambda _how: self.list.take_focus())
        self.dialog = dialog
        dialog.open()

    def _ask_folder(self, wish: PackWish) -> None:
        ask_folder(self, N_("A folder for the files"), partial(self.make_pack, wish))

    def _tell(self, text: Text) -> None:
        self._tell_done(text, SolutionsChanged)

    def _tell_done(self, text: Text, kind: type) -> None:
        self.said.emit(text, self._acts.latest(kind))

    def _saved(self, path: object) -> None:
        self.said.emit(Sentence("Saved as “{name}”.", name=getattr(path, "name", "")), "")

    def _packed(self, made: list[Path]) -> None:
        names = ", ".join(f"“{one.name}”" for one in made)
        self.said.emit(Sentence("Saved: {name}", name=names), "")

    def _not_packed(self, refusal: Refusal) -> None:
        if isinstance(refusal, Cancelled):
            self.said.emit(N_("Stopped. What was written before is whole."), "")
        else:
            self.refused.emit(refusal)
