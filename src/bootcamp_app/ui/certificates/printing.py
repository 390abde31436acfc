"""Certificates as they will print: which, in what order, into one file or several."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.core.i18n import N_, _, ngettext
from bootcamp_app.ui.certificates.batch_press import Press
from bootcamp_app.ui.certificates.print_choices import PrintChoices
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.endings import file_name
from bootcamp_app.ui.kit.files import ask_folder
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.kit.paper_view import PaperView, ToPrint
from bootcamp_app.ui.kit.way_back import ViewWithWayBack
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.words import digits, in_words, say

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.leaving_out import LeftOut
    from bootcamp_app.features.certificates.prints import Papers
    from bootcamp_app.features.certificates.separate import Separate
    from bootcamp_app.features.certificates.views import Certificate
    from bootcamp_app.ui.certificates.batch_press import Shown
    from bootcamp_app.ui.kit.sheets import Sheets
    from bootcamp_app.ui.tasks import Tasks

_MOST_NAMED = 5


class BatchView(ViewWithWayBack):
    """The certificates that hold, one page each, to print or to save."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(N_("Back to the list"))
        self._tasks = tasks
        self._app: App | None = None
        self._bootcamp: Bootcamp | None = None
        self._unnoted: Sequence[Certificate] = ()
        self.counts = Label(tone="muted", wraps=True)
        self.are_printed = button(N_("They are printed"), self._note_saved, icon_name="check")
        self.choices = PrintChoices()
        self.told = Banner()
        self.missing = Banner()
        self.paper = PaperView(tasks, print_kind="main")
        self._build()

    def show_all(self, app: App, bootcamp: Bootcamp, only: Collection[str] = ()) -> None:
        """Make the pages of every certificate that holds, or of these people, and show them."""
        self._app, self._bootcamp = app, bootcamp
        self.choices.begin(only)
        self._make()
        self.back.setFocus()

    def leave(self) -> None:
        """Stop what is being made, and show nothing."""
        self.paper.clear()
        self._forget()

    def save_into(self, by: str, folder: Path) -> None:
        """Write several files into a folder, each for a person, a team or an organisation."""
        if self._app is None or self._bootcamp is None:
            return
        self.told.hide()
        press = Press(self._app, self._bootcamp, self.choices.wish)
        work = partial(press.save, by, folder)
        self._tasks.long(self, Job(work, self._tell_saved, self._refuse, N_("Saving certificates")))

    def _build(self) -> None:
        head = row(self.back, self.counts, self.are_printed)
        head.setStretch(1, 1)
        head.setAlignment(self.back, Qt.AlignmentFlag.AlignLeft)
        whole = column(head, self.choices, self.told, self.missing, self.paper, gap=12)
        whole.setStretch(4, 1)
        self.setLayout(whole)
        self._forget()
        self.choices.changed.connect(self._make)
        self.choices.files_wanted.connect(self._ask_folder)
        self.paper.shown.connect(self._tell_shown)
        self.paper.saved.connect(lambda _path: self._offer_to_note(self._shown().certificates))
        self.paper.printed.connect(self._note_sheets)

    def _make(self) -> None:
        if self._app is None or self._bootcamp is None:
            return
        self._forget()
        code = self._bootcamp.code
        wanted = ToPrint(
            Press(self._app, self._bootcamp, self.choices.wish).print,
            lambda: file_name(_("Certificates"), code, ending=".pdf"),
            N_("Preparing certificates"),
        )
        self.paper.show_paper(wanted)

    def _forget(self) -> None:
        self._unnoted = ()
        for part in (self.counts, self.are_printed, self.told, self.missing):
            part.hide()

    def _shown(self) -> Shown:
        return cast("Shown", self.paper.result)

    def _tell_shown(self) -> None:
        shown = self._shown()
        say(self.counts, lambda: _counted(len(shown.certificates)))
        self.counts.show()
        self._tell_missing(shown.papers, shown.left_out)

    def _tell_missing(self, papers: Papers, left_out: Sequence[LeftOut]) -> None:
        if left_out:
            self.missing.show_text(lambda: _missing(papers, left_out), "warning")

    def _ask_folder(self, by: str) -> None:
        ask_folder(self, N_("A folder for the files"), partial(self.save_into, by))

    def _tell_saved(self, saved: tuple[Separate, Shown]) -> None:
        done, shown = saved
        self.told.show_text(lambda: _saved(done), "good")
        self._tell_missing(shown.papers, shown.left_out)
        self._offer_to_note(shown.certificates)

    def _offer_to_note(self, certificates: Sequence[Certificate]) -> None:
        self._unnoted = certificates
        self.are_printed.show()

    def _note_saved(self) -> None:
        self.are_printed.hide()
        self._note(self._unnoted, 1)

    def _note_sheets(self, sheets: Sheets) -> None:
        self._note(self._shown().certificates[sheets.first - 1 : sheets.last], sheets.copies)

    def _note(self, certificates: Sequence[Certificate], copies: int) -> None:
        if self._app is None:
            return
        prints = self._app.prints
        self._tasks.write(
            self,
            lambda: prints.note_printed(certificates, copies),
            partial(self._tell_noted, len(certificates)),
            self.told.refuse,
        )

    def _tell_noted(self, number: int, again: int) -> None:
        self.told.show_text(lambda: _noted(number, again), "good")

    def _refuse(self, refusal: Refusal) -> None:
        if isinstance(refusal, Cancelled):
            self.told.show_text(
                N_("Stopped. The files that were written are whole; save again to write the rest."),
                "info",
            )
        else:
            self.told.refuse(refusal)


def _counted(number: int) -> str:
    return ngettext("{n} certificate", "{n} certificates", number).format(n=digits(number))


def _saved(done: Separate) -> str:
    told = ngettext("{n} file written.", "{n} files written.", done.written)
    kept = ngettext("{n} lay there already.", "{n} lay there already.", done.kept)
    both = [told.format(n=digits(done.written))]
    if done.kept:
        both.append(kept.format(n=digits(done.kept)))
    return " ".join(both)


def _noted(number: int, again: int) -> str:
    told = ngettext(
        "{n} certificate is written down as printed.",
        "{n} certificates are written down as printed.",
        number,
    ).format(n=digits(number))
    if not again:
        return told
    before = ngettext("{n} of them was printed before.", "{n} of them were printed before.", again)
    return f"{told} {before.format(n=digits(again))}"


def _missing(papers: Papers, left_out: Sequence[LeftOut]) -> str:
    number = len(left_out)
    told = ngettext(
        "{n} certificate cannot be printed and is left out:",
        "{n} certificates cannot be printed and are left out:",
        number,
    ).format(n=digits(number))
    names = []
    for one in left_out[:_MOST_NAMED]:
        person = papers.people.get(one.certificate.participation_id)
        names.append(f"{person.name if person else one.certificate.serial}: {in_words(one.why)}")
    return "\n".join([told, *names, *(["…"] if number > _MOST_NAMED else [])])
