"""What else is done with a board as a whole: files out and in, answers carried, snapshots."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, Sentence, _, ngettext
from bootcamp_app.features.canvases.board_files import board_formats
from bootcamp_app.ui.kit.endings import file_name, with_ending
from bootcamp_app.ui.kit.files import ask_open, ask_save, files_with
from bootcamp_app.ui.kit.menu_button import MenuButton
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.words import digits, in_words, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bootcamp_app.features.canvases.file_views import Format
    from bootcamp_app.ui.canvases.board_page import BoardPage


class BoardMenu(MenuButton):
    """A button with a menu below it."""

    def __init__(self, page: BoardPage) -> None:
        super().__init__(N_("More"), "more")
        # What does not say itself by its icon has no room in the head.
        say(self, "")
        self.setProperty("role", "icon")
        say(self, N_("More"), "setToolTip")
        self._page = page
        self.offer("tidy", N_("Tidy the zone into a grid"), lambda: page.commands.carry_out("tidy"),
                   "grid")  # fmt: skip
        self.offer("carry", N_("Bring answers from earlier canvases"), self._carry, "arrow-right")
        self.offer("take_in", N_("Bring a file in…"), self._ask_in, "import")
        self.with_names = self.offer("names", N_("Names of authors go into files"), lambda: None)
        self.with_names.setCheckable(True)
        for name, form in board_formats().items():
            self.offer(f"export_{name}", _named(form), partial(self.export, name), "download")

    def export(self, name: str) -> None:
        """Ask where a file of the board should lie, and write it."""
        form, contents = board_formats()[name], self._page.contents
        if contents is not None:
            called = file_name(self._page.head.title.plain, ending=form.ending)
            ask_save(self._page, N_("Save as"), called, partial(self.write, name))

    def write(self, name: str, chosen: Path) -> None:
        """Write the board as a file of one format, whole or not at all."""
        board, files = self._page.board_id, self._page.desk.app.board_files
        path = with_ending(chosen, board_formats()[name].ending)
        # Nobody's name leaves the laptop unless somebody says so.
        has_names = self.with_names.isChecked()

        def work(_step: object) -> Path:
            files.export(board, name, path, with_names=has_names)
            return path

        self._long(work, self._say_saved, N_("Writing a file"))

    def is_board(self, path: Path) -> bool:
        """Say whether a file holds notes; a picture that does is one to show all the same."""
        return path.suffix.lower() in _endings() - {".png"}

    def take_in(self, path: Path) -> None:
        """Lay what a file says of a board on this one."""
        files, bootcamp = self._page.desk.app.board_files, self._page.desk.bootcamp
        board = self._page.board_id
        if bootcamp is not None:
            self._long(
                lambda _step: files.take_in(bootcamp, path, board),
                lambda _board: self._page.said.emit(
                    Sentence("“{name}” was brought in.", name=path.name), ""
                ),
                N_("Bringing a file in"),
            )

    def _ask_in(self) -> None:
        ask_open(self._page, N_("Bring a file in"), [files_with(sorted(_endings()))], self.take_in)

    def _carry(self) -> None:
        contents, boards = self._page.contents, self._page.desk.app.boards
        if contents is not None:
            board = contents.board
            self._page.desk.tasks.write(
                self._page,
                lambda: boards.carry(board),
                lambda came: self._page.said.emit(partial(_carried, came), ""),
                self._page.refused.emit,
            )

    def _long(
        self, work: Callable[[object], object], done: Callable[..., object], title: str
    ) -> None:
        self._page.desk.tasks.long(self._page, Job(work, done, self._page.refused.emit, title))

    def _say_saved(self, path: Path) -> None:
        self._page.said.emit(Sentence("Saved as “{name}”.", name=path.name), "")


def _endings() -> set[str]:
    """Give the endings of files that can be brought in."""
    return {one.ending for one in board_formats().values() if one.read is not None}


def _named(form: Format) -> Callable[[], str]:
    return lambda: str(Sentence("Save as {format}…", format=in_words(form.title)))


def _carried(came: int) -> str:
    if not came:
        return _("No earlier canvas of this team has an answer for it.")
    return ngettext("{n} note was carried over.", "{n} notes were carried over.", came).format(
        n=digits(came)
    )
