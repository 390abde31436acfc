"""Handing a file over: saved where somebody wants it, or attached to an e-mail draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.errors import Cancelled, FieldRefusal, Refusal
from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.exports.drafts import DRAFT, write_draft
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.endings import with_ending
from bootcamp_app.ui.kit.files import ask_save
from bootcamp_app.ui.kit.layouts import SMALL, Flow
from bootcamp_app.ui.kit.own_folder import OwnFolder
from bootcamp_app.ui.kit.scrolling import bring_into_view
from bootcamp_app.ui.reports.files.copying import copied
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.words import Text, in_words, say

if TYPE_CHECKING:
    from bootcamp_app.ui.desk import Desk

Progress = Callable[[int, int], None]
Written = Callable[[Path, Progress], object]


@dataclass(frozen=True)
class ToHandOver:
    """A file that can be written: what it is, how it is called, and how it is made."""

    title: Text
    name: str
    ending: str
    """Its ending, such as `.xlsx`, or `.sqlite.age` where it is protected."""
    write: Written
    names_people: bool
    """Whether somebody could be known by it."""
    is_protected: bool = False
    """Whether only a passphrase opens it."""
    without: Callable[[], ToHandOver] | None = None
    """Gives the same file without personal data, where there is such a one."""


class Delivery(QWidget):
    """The buttons of a file, and a banner for what came of them, which the panel places."""

    said = Signal(object, str)
    handed_over = Signal()

    def __init__(self, desk: Desk, title: Text, wanted: Callable[[], ToHandOver]) -> None:
        super().__init__()
        self._desk = desk
        self._wanted = wanted
        self._saved_at = Path()
        self._draft: _Draft | None = None
        self._is_asking = False
        self.banner = Banner()
        self._offers = {
            "folder": self.banner.add_action(N_("Open folder"), self.open_folder),
            "draft": self.banner.add_action(N_("Save the draft…"), self.ask_where_draft),
            "without": self.banner.add_action(N_("Leave out personal data"), self.leave_out),
            "anyway": self.banner.add_action(N_("Attach it as it is"), self.make_draft),
        }
        self.save = button(N_("Save…"), self.ask, kind="main", icon_name="save")
        self.mail = button(N_("E-mail draft…"), self.ask_draft, icon_name="mail")
        say(self.save, lambda: f"{_('Save…')} {in_words(title)}", "setAccessibleName")
        self.setLayout(Flow(self.mail, self.save, gap=SMALL, is_right=True))

    def ask(self) -> None:
        """Ask where the file should lie."""
        if file := self._file():
            ask_save(self, N_("Save as"), file.name, self.save_to, file.ending)

    def save_to(self, chosen: Path) -> None:
        """Write the file beside the window, whole or not at all."""
        if not (file := self._file()):
            return

        def work(step: Progress) -> Path:
            target = with_ending(chosen, file.ending)
            file.write(target, step)
            return target

        title = Sentence("Writing “{name}”", name=chosen.name)
        self._desk.tasks.long(self, Job(work, self._say_saved, self._refuse, title))

    def open_folder(self) -> None:
        """Show the folder of the file that was saved last."""
        folder = self._saved_at.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._refuse(
                Refusal("The folder cannot be shown from here. It is {folder}.", folder=folder)
            )

    def ask_draft(self) -> None:
        """Attach the file to a draft; one that names people only after it was said what that is."""
        if not (file := self._file()):
            return
        if file.is_protected or not file.names_people:
            self._make_draft(file)
            return
        self._is_asking = True
        self._say(
            N_(
                "This file names people. An e-mail can be passed on and stays in mailboxes. Leave "
                "personal data out, or attach it only where your office allows that."
            ),
            "warning",
            *(("without", "anyway") if file.without else ("anyway",)),
        )

    def leave_out(self) -> None:
        """Make the draft of what is left without personal data; what is chosen stays chosen."""
        if (file := self._file()) and file.without:
            self._make_draft(file.without())

    def make_draft(self) -> None:
        """Make a draft with the file as it is."""
        if file := self._file():
            self._make_draft(file)

    def stop_asking(self) -> None:
        """Ask no more what should go into the draft: something else is chosen now."""
        if self._is_asking:
            self.banner.hide()

    def forget(self) -> None:
        """Say nothing more of files that were handed over before."""
        self.banner.hide()
        self._draft = None

    def _make_draft(self, file: ToHandOver) -> None:
        """Write the file and a draft with it, and open that in the mail program."""
        subject = file.name.removesuffix(file.ending)
        text = _letter(file)
        now = self._desk.app.clock.now()

        def work(step: Progress) -> _Draft:
            made = _Draft(file.name)
            file.write(made.attached, step)
            write_draft(made.attached, made.path, subject, text, now)
            return made

        title = N_("Writing the e-mail draft")
        self._desk.tasks.long(self, Job(work, self._open_draft, self._refuse, title))

    def ask_where_draft(self) -> None:
        """Ask where the draft should lie, for a laptop that has a mail program."""
        if self._draft is not None:
            ask_save(self, N_("Save as"), self._draft.path.name, self.save_draft_to)

    def save_draft_to(self, chosen: Path) -> None:
        """Write a copy of the draft."""
        if (draft := self._draft) is not None:
            job = Job(lambda _step: copied(draft.path, chosen), self._say_saved, self._refuse)
            self._desk.tasks.long(self, job)

    def _file(self) -> ToHandOver | None:
        self.banner.hide()
        self._is_asking = False
        try:
            return self._wanted()
        except FieldRefusal:
            return None
        except Refusal as refusal:
            self._refuse(refusal)
            return None

    def _open_draft(self, draft: _Draft) -> None:
        self._draft = draft
        self.handed_over.emit()
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(draft.path))):
            self._say(
                N_("The draft is open in your mail program. Write there to whom it goes."),
                "good",
                "draft",
            )
        else:
            self._say(
                N_(
                    "No mail program opened the draft. Save it, and open it on the laptop where "
                    "you write e-mail."
                ),
                "warning",
                "draft",
            )

    def _say_saved(self, path: Path) -> None:
        self._saved_at = path
        self.handed_over.emit()
        self._say(
            Sentence("“{name}” lies in {folder}.", name=path.name, folder=path.parent),
            "good",
            "folder",
        )
        self.said.emit(Sentence("Saved as “{name}”.", name=path.name), "")

    def _refuse(self, refusal: Refusal) -> None:
        self._say(refusal.sentence, "info" if isinstance(refusal, Cancelled) else "bad")

    def _say(self, text: Text, meaning: str, *offers: str) -> None:
        for name, made in self._offers.items():
            made.setVisible(name in offers)
        self.banner.show_text(text, meaning)
        bring_into_view(self.banner)


class _Draft:
    """A draft in a folder of its own, which goes when the next one is made."""

    def __init__(self, name: str) -> None:
        self._folder = OwnFolder()
        self.attached = self._folder.path / name
        self.path = self.attached.with_suffix(DRAFT)


def _letter(file: ToHandOver) -> str:
    told = _("Attached is “{title}”: {file}").format(title=in_words(file.title), file=file.name)
    return f"{told}\n\n{in_words(_kept(file))}\n"


def _kept(file: ToHandOver) -> str:
    """Say how whoever receives it should keep it."""
    if file.is_protected and file.names_people:
        return N_("The file names people and is protected; the passphrase comes by another way.")
    if file.is_protected:
        return N_("The file names nobody and is protected; the passphrase comes by another way.")
    if file.names_people:
        return N_("The file names people. Please keep it where only those see it who need it.")
    return N_("The file names nobody.")
