"""Something that leaves the program as a file: which kind, with or without personal data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.exports.service import DATABASE_FORMAT, export_formats
from bootcamp_app.features.reports.views import Choice
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.endings import file_name, with_ending
from bootcamp_app.ui.kit.files import ask_save
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import row
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.ui.desk import Desk

    Progress = Callable[[int, int], None]

_FORMS = ("xlsx", "csv", "json")
DATABASE = "database"


@dataclass(frozen=True)
class Export:
    """What can be exported, in words: its title, what is in it, what a person may leave out."""

    subject: str
    title: str
    text: str
    left_out: str
    working: str


EXPORTS = (
    Export(
        "attendance",
        N_("Attendance"),
        N_("One row for each person and session that has begun: how they stand, when and why."),
        N_("Leaves out names, positions, phones and reasons. Sex, sector and attendance stay."),
        N_("Exporting attendance"),
    ),
    Export(
        "people",
        N_("People"),
        N_("One row for each person, with organisation, province, role, team and birth date."),
        N_(
            "Leaves out names, positions, phones, e-mails, districts and birth dates. Sex, sector, "
            "province and status stay."
        ),
        N_("Exporting people"),
    ),
    Export(
        DATABASE,
        N_("Whole database"),
        N_("Everything of all bootcamps, as a plain SQLite file for other programs."),
        N_("Leaves out names, birth dates, phones, e-mails, notes and badge codes. Figures stay."),
        N_("Exporting the whole database"),
    ),
)


class ExportCard(Card):
    """Asks where one export should lie, and writes it there."""

    saved = Signal(object)
    """It lies at this Path."""

    def __init__(self, desk: Desk, export: Export) -> None:
        super().__init__(export.title, Label(export.text, tone="muted", wraps=True))
        self._desk = desk
        self._export = export
        self.banner = Banner()
        self.form = Form()
        if export.subject != DATABASE:
            titles = export_formats()
            kinds = [(form, titles[form].title) for form in _FORMS]
            self.form.add_choice("form", N_("Kind of file"), kinds, _FORMS[0])
        self.form.add_yes_no("without", N_("Leave out personal data"), value=False)
        self._says = Label(size="small", tone="muted", wraps=True)
        self.save = button(N_("Save…"), self.ask, icon_name="save")
        say(self.save, lambda: _save_words(export), "setAccessibleName")
        for part in (self.form, self._says):
            self.body.addWidget(part)
        self.body.addStretch()
        self.body.addWidget(self.banner)
        self.body.addLayout(row(self.save, 1))
        self.form.changed.connect(self._say_what)
        self._say_what()

    def ask(self) -> None:
        """Ask where the file should lie."""
        if self._desk.bootcamp is not None:
            name = _file_name(self._export, self._desk.bootcamp, self._ending)
            ask_save(self, N_("Save as"), name, self.save_to)

    def save_to(self, chosen: Path) -> None:
        """Write the file beside the window, whole or not at all."""
        bootcamp = self._desk.bootcamp
        if bootcamp is None:
            return
        self.banner.hide()
        write, ending = self._writer(bootcamp), self._ending

        def work(step: Progress) -> Path:
            target = with_ending(chosen, ending)
            write(target, step)
            return target

        self._desk.tasks.long(self, Job(work, self.saved.emit, self._refuse, self._export.working))

    @property
    def _ending(self) -> str:
        form = self.form.values().get("form", DATABASE_FORMAT)
        return f".{form}"

    def _writer(self, bootcamp: Bootcamp) -> Callable[[Path, Progress], object]:
        exports, subject = self._desk.app.exports, self._export.subject
        chosen = self.form.values()
        with_all = not chosen["without"]
        if subject == DATABASE:
            return lambda target, step: exports.write_database(
                target, with_personal_data=with_all, progress=step
            )
        form = str(chosen["form"])
        choice = Choice(bootcamps=(bootcamp.id,), with_personal_data=with_all)
        return lambda target, step: exports.write(subject, choice, target, form, step)

    def _say_what(self) -> None:
        if self.form.values()["without"]:
            say(self._says, self._export.left_out)
        else:
            say(
                self._says, N_("With names and phones. Keep the file where only your team sees it.")
            )

    def _refuse(self, refusal: Refusal) -> None:
        if isinstance(refusal, Cancelled):
            self.banner.show_text(refusal.sentence, "info")
        else:
            self.banner.refuse(refusal)


def _file_name(export: Export, bootcamp: Bootcamp, ending: str) -> str:
    """Give a name that says what and of which bootcamp, and nobody's name."""
    return file_name(_(export.title), bootcamp.code, ending=ending)


def _save_words(export: Export) -> str:
    save = _("Save…")
    return f"{save} {_(export.title)}"
