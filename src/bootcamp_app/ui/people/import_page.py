"""Taking in a list, step by step inside the page: file, columns, check, done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.core.i18n import N_, Sentence, ngettext
from bootcamp_app.features.people.importing import Choices
from bootcamp_app.features.people.views import PeopleImported
from bootcamp_app.reading.encodings import EncodingUnclear
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import Button, button
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.people.columns_step import ColumnsStep
from bootcamp_app.ui.people.import_done import DoneStep, TakenIn
from bootcamp_app.ui.people.import_file import FileStep
from bootcamp_app.ui.people.import_saving import ask_where
from bootcamp_app.ui.people.lists import refuse_wrong_columns
from bootcamp_app.ui.people.review import Review
from bootcamp_app.ui.people.review_planning import Planning
from bootcamp_app.ui.people.review_step import ReviewStep
from bootcamp_app.ui.people.working import Working
from bootcamp_app.ui.taking_back import TakenBack, much_back, told
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bootcamp_app.core.changes import Announcement
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.views import ImportResult
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.people.lists import ReadList
    from bootcamp_app.ui.people.review import Line
    from bootcamp_app.ui.tasks import Progress
    from bootcamp_app.ui.words import Text

_STEPS = (N_("Choose the file"), N_("Say what the columns are"), N_("Check, then take in"))
_STOPPED = N_("Stopped. Nothing of it was kept.")
_OLD_LETTERS = N_(
    "The letters in {name} are saved in an old way. Choose below the lines that read right, or "
    "save the list as XLSX and choose that file."
)
_FILE, _COLUMNS, _REVIEW, _DONE = range(4)


class ImportView(QWidget):
    """Leads through a list; nothing is written before “Take in”."""

    left = Signal()
    """Somebody wants back to the list of people."""
    badges_wanted = Signal(list)
    """The Participants whom the list brought, to print their badges."""
    another_wanted = Signal()
    """This list is in; there is another one, or another sheet."""

    def __init__(self, desk: Desk, bootcamp: Bootcamp) -> None:
        super().__init__()
        self._desk = desk
        self._bootcamp = bootcamp
        self._review: Review | None = None
        self._planning = Planning(desk, bootcamp)
        self._taken: TakenIn | None = None
        self._imported: tuple[str, tuple[str, ...]] = ("", ())
        self._undone = ""
        self._at = _FILE
        self.banner = Banner()
        self.working = Working()
        self.file = FileStep()
        self.columns = ColumnsStep()
        self.review = ReviewStep()
        self.done = DoneStep()
        self.back = button(N_("Back"), self.go_back, icon_name="chevron-left")
        self.save = button(
            N_("Save the rows not taken in"), self.save_rejected, icon_name="spreadsheet"
        )
        self.main = Button(N_("Next"), kind="main")
        self._place = Label(tone="muted", wraps=True)
        self._build()
        self._connect()
        self._show(_FILE)

    @property
    def is_in_hand(self) -> bool:
        """Whether a list was read, or is being read or taken in, which leaving would lose."""
        return _FILE < self._at < _DONE or self.working.is_busy

    @property
    def is_done(self) -> bool:
        """Whether a list was taken in, and nothing of it is left to do."""
        return self._at == _DONE

    def begin(self) -> None:
        """Put the keyboard where a file is chosen and rows are pasted."""
        self.file.setFocus()

    def go_back(self) -> None:
        """Go to the step before, or back to the people; what is under way is stopped."""
        is_busy = self.working.is_busy
        self.working.cancel()
        if self._at in (_FILE, _DONE):
            self.left.emit()
        elif not is_busy:
            self._show(self._at - 1)

    def check(self) -> None:
        """Try the whole list without writing, and show what would happen."""
        read, chosen = self.columns.read, self.columns.chosen
        if read is None:
            return
        try:
            refuse_wrong_columns(chosen)
        except Refusal as refusal:
            self._refuse(refusal)
            return
        importing, bootcamp = self._desk.app.importing, self._bootcamp
        today = self._desk.app.clock.now().astimezone(bootcamp.zone)

        def work(step: Progress) -> Review:
            step(0, 1)
            understood = read.understood(chosen, today)
            result = importing.take_in(bootcamp, understood, is_dry_run=True, progress=step)
            return Review(read, understood, result)

        self._begin(Job(work, self._show_review, self._refuse, N_("Checking the list")))

    def decide(self, ids: list[str], what: str) -> None:
        """Decide about lines of the review, and see what becomes of the whole list then."""
        review = self._review
        if review is None:
            return
        decisions = review.decided(ids, what)
        if decisions != review.pending:
            self.banner.hide()
            self._plan(review, decisions)

    def take_in(self) -> None:
        """Write the list, as a whole or not at all."""
        review, bootcamp, importing = self._review, self._bootcamp, self._desk.app.importing
        if review is None:
            return
        choices = Choices(review.decisions, remembers=True)

        def work(step: Progress) -> ImportResult:
            return importing.take_in(bootcamp, review.understood, choices=choices, progress=step)

        self._begin(Job(work, self._show_done, self._refuse, N_("Taking in the list")))

    def undo(self) -> None:
        """Take back the whole import."""
        if self._taken is not None:
            app, act = self._desk.app, self._taken.act
            self._begin(much_back(app, act, self._show_stays, self._refuse))

    def print_badges(self) -> None:
        """Print the badges of those whom the list brought."""
        taken, people = self._taken, self._desk.app.people
        if taken is not None:
            self._desk.tasks.read(
                self, lambda: people.some(taken.participation_ids), self.badges_wanted.emit
            )

    def save_rejected(self) -> None:
        """Save the rows that are not taken in, to be mended."""
        if self._review is not None:
            show = self.banner.show_text
            ask_where(self, self._review, self._begin, show, self._refuse)

    def _plan(self, review: Review, decisions: Mapping[int, str]) -> None:
        review.pending = decisions
        self._planning.begin(review, decisions)
        self.review.show_pending()
        self.main.setEnabled(False)

    def _show_planned(self, review: Review) -> None:
        self._review = review
        self.review.show_review(review)
        say(self.main, self._main_words)
        self._allow()

    def _refuse_plan(self, refusal: Refusal) -> None:
        if self._review is not None:
            self._review.pending = self._review.decisions
            self.review.show_pending()
        self._refuse(refusal)
        self._allow()

    def _begin(self, job: Job, *, only_reads: bool = False) -> None:
        if self.working.is_busy:
            return
        self.banner.hide()
        task = self._desk.tasks.long(self, job)
        self.working.follow(task, job.title, only_reads=only_reads)
        for part in self._waiting():
            part.setEnabled(False)

    def _allow(self) -> None:
        for part in self._waiting():
            part.setEnabled(True)
        is_ready = not self._planning.is_busy and self._has_something()
        self.main.setEnabled(self._at != _REVIEW or is_ready)

    def _waiting(self) -> tuple[QWidget, ...]:
        return (self.main, self.save, self.file, self.columns, self.review, self.done)

    def _show_columns(self, read: ReadList) -> None:
        self.columns.show_list(read)
        self._show(_COLUMNS)
        self.columns.begin()

    def _show_review(self, review: Review) -> None:
        self._review = review
        self.review.show_review(review)
        self._show(_REVIEW)
        self.review.table.setFocus()

    def _show_known(self, line: Line) -> None:
        review, people = self._review, self._desk.app.people
        nominee = review.nominee(line.row) if review else None
        if nominee is not None:
            self._desk.tasks.read(
                self,
                lambda: people.known(line.person_id),
                lambda known: self.review.show_known(line, nominee, known),
                key="known",
            )

    def _show_done(self, result: ImportResult) -> None:
        self._taken = TakenIn(*self._imported, result)
        self.done.show_taken(self._taken)
        self._show(_DONE)
        self.main.setFocus()

    def _show_stays(self, taken: TakenBack) -> None:
        """Say who stays although the import was taken back, or all of it."""
        if taken.stays:
            self.done.show_left(told(taken, ""))

    def _hear(self, announcement: Announcement) -> None:
        for fact in announcement.facts:
            if isinstance(fact, PeopleImported) and fact.bootcamp_id == self._bootcamp.id:
                self._imported = (announcement.act, tuple(fact.participation_ids))
            elif isinstance(fact, RecordsUndone) and self._taken is not None:
                self._hear_undone(fact, announcement.act)

    def _hear_undone(self, fact: RecordsUndone, by: str) -> None:
        """Follow what Ctrl+Z and Ctrl+Shift+Z do to this import."""
        taken = self._taken
        if taken is not None and fact.act == taken.act:
            self._undone = by
            self.done.show_undone(is_whole=not fact.kept)
        elif taken is not None and fact.act == self._undone:
            self._taken = TakenIn(by, taken.participation_ids, taken.result)
            self.done.show_taken(self._taken)

    def _refuse(self, refusal: Refusal) -> None:
        if isinstance(refusal, Cancelled):
            self.banner.show_text(refusal.sentence, "info")
        else:
            self.banner.refuse(refusal)

    def _show(self, step: int) -> None:
        self._at = step
        self._planning.stop()
        self.banner.hide()
        for number, part in enumerate((self.file, self.columns, self.review, self.done)):
            part.setVisible(number == step)
        self.main.setVisible(step > _FILE)
        self.save.setVisible(step >= _REVIEW and self._has_rejected())
        self.back.setVisible(step != _DONE)
        self._place.setVisible(step != _DONE)
        if step != _DONE:
            say(self._place, lambda: _where(step))
        words: dict[int, Text] = {_REVIEW: self._main_words, _DONE: N_("Go to people")}
        say(self.main, words.get(step, N_("Next")))
        say(self.main, lambda: self.main.text().replace("&&", "&"), "setAccessibleName")
        self._allow()

    def _has_something(self) -> bool:
        return self._review is not None and self._review.taken > 0

    def _has_rejected(self) -> bool:
        return self._review is not None and self._review.count("rejected") > 0

    def _main_words(self) -> str:
        n = self._review.taken if self._review else 0
        return ngettext("Take in {n} person", "Take in {n} people", n).format(n=digits(n))

    def _go_on(self) -> None:
        doing: tuple[Callable[[], Any], ...] = (
            lambda: None, self.check, self.take_in, self.left.emit,
        )  # fmt: skip
        doing[self._at]()

    def _build(self) -> None:
        parts = (
            self._place, self.banner, self.working, self.file, self.columns, self.review, self.done,
        )  # fmt: skip
        buttons = holding(Flow(self.back, self.save, self.main, is_right=True))
        whole = column(*parts, buttons, 1, gap=16)
        whole.setStretch(parts.index(self.review), 1000)  # hidden parts take no room
        self.setLayout(whole)

    def _connect(self) -> None:
        self.file.reading.connect(self._read)
        self.columns.reading.connect(self._read)
        self.main.clicked.connect(self._go_on)
        self.working.ended.connect(self._allow)
        self.working.dropped.connect(lambda: self.banner.show_text(_STOPPED))
        self.review.decided.connect(self.decide)
        self._planning.planned.connect(self._show_planned)
        self._planning.refused.connect(self._refuse_plan)
        self.review.known_wanted.connect(self._show_known)
        self.done.undo.clicked.connect(self.undo)
        self.done.badges.clicked.connect(self.print_badges)
        self.done.another.clicked.connect(self.another_wanted)
        self._desk.bridge.acted.connect(self._hear)

    def _read(self, source: Callable[[], ReadList]) -> None:
        """Read a list from wherever it is, and show its columns as they were chosen last time."""
        app, bootcamp = self._desk.app, self._bootcamp

        def work(step: Progress) -> ReadList:
            step(0, 1)
            read = source().asking(app.questions.of(bootcamp))
            step(0, 1)
            found = read.remembering(app.importing.remembered(read.told_headers))
            step(1, 1)
            return found

        job = Job(work, self._show_columns, self._refuse_file, N_("Reading the list"))
        self._begin(job, only_reads=True)

    def _refuse_file(self, refusal: Refusal) -> None:
        self._refuse(refusal)
        if isinstance(refusal, EncodingUnclear):
            name = refusal.sentence.values["name"]
            self.banner.show_text(Sentence(_OLD_LETTERS, name=name), "warning")
        self.file.offer_letters(refusal)


def _where(step: int) -> str:
    return str(
        Sentence(
            "Step {step} of {steps}: {what}",
            step=digits(step + 1),
            steps=digits(len(_STEPS)),
            what=Sentence(_STEPS[step]),
        )
    )
