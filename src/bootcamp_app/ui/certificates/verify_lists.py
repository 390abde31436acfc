"""Trust lists in the window: given away as a file or a page of codes, and taken in."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bootcamp_app.core.files import whole_file
from bootcamp_app.core.i18n import N_, Sentence, ngettext
from bootcamp_app.features.certificates.trusting import (
    Unconfirmed,
    fingerprint_of,
    name_of,
)
from bootcamp_app.ui.days import DayInWords
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.files import ask_open, ask_save, files_with
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.certificates.trusted import TrustList
    from bootcamp_app.features.certificates.trusting import TakenIn
    from bootcamp_app.ui.desk import Desk

_PAGE = "bootcamp_app.features.certificates.verify_page"
_FILES = (".json", ".txt", ".pdf", ".png", ".jpg", ".jpeg", ".webp")


class TrustListActs(QObject):
    """Writes and takes in lists for the part of the window that owns it."""

    told = Signal(object, str)
    """A sentence about what was done, and what it means."""
    refused = Signal(object)
    """Why it was not done, as a Refusal."""

    def __init__(self, owner: QWidget, desk: Desk) -> None:
        super().__init__(owner)
        self._owner = owner
        self._desk = desk
        self._parts: list[str] = []
        self.asked: TrustDialog | None = None

    def ask_to_save(self) -> None:
        """Ask where the list should lie, and write it there."""
        ask_save(self._owner, N_("Save the trust list"), "trust-list.json", self.save)

    def ask_to_print(self) -> None:
        """Ask where the page of codes should lie, and write it there."""
        ask_save(self._owner, N_("Save the page of codes"), "trust-list.pdf", self.print_codes)

    def ask_to_make_page(self) -> None:
        """Ask where the verification page should lie, and write it there."""
        ask_save(self._owner, N_("Save the verification page"), "verify.html", self.make_page)

    def ask_to_take_in(self) -> None:
        """Ask for a list, and take it in."""
        ask_open(self._owner, N_("Take in a trust list"), [files_with(_FILES)], self.take_in_file)

    def save(self, target: Path) -> None:
        """Write the list as a file."""
        trust = self._desk.app.trust

        def work() -> None:
            text = trust.file()
            with whole_file(target) as part:
                part.write_text(text, "utf-8")

        self._write(work, target)

    def print_codes(self, target: Path) -> None:
        """Write the list as a page of codes."""
        trust = self._desk.app.trust

        def work() -> None:
            from bootcamp_app.features.certificates.trust_paper import (  # noqa: PLC0415 - heavy
                print_codes,
            )

            print_codes(trust.file(), target)

        self._write(work, target)

    def make_page(self, target: Path) -> None:
        """Write the page that verifies in any browser, with the list inside."""
        trust = self._desk.app.trust

        def work() -> None:
            page: str = import_module(_PAGE).verify_page(trust.file())
            with whole_file(target) as part:
                part.write_text(page, "utf-8")

        self._write(work, target)

    def take_in_file(self, path: Path) -> None:
        """Take in the list in a file, a picture or a PDF."""

        def text() -> str:
            from bootcamp_app.features.certificates import trust_reading  # noqa: PLC0415 - heavy

            return trust_reading.text_in(path)

        self._take_in(text)

    def take_in_code(self, code: str) -> None:
        """Take in a list whose codes are read one after the other; say which are missing."""
        from bootcamp_app.features.certificates.trust import NotATrustList  # noqa: PLC0415 - heavy
        from bootcamp_app.features.certificates.trust_codes import (  # noqa: PLC0415 - as above
            of_one_list,
            text_or_missing,
        )

        try:
            self._parts = of_one_list(self._parts, code)
            text, missing = text_or_missing(self._parts)
        except NotATrustList:
            self._parts = []
            self._take_in(lambda: "")
            return
        if missing:
            self.told.emit(lambda: _lacking(missing), "info")
            return
        self._parts = []
        self._take_in(lambda: text)

    def _take_in(self, text: Callable[[], str], *, is_trusted: bool = False) -> None:
        trust = self._desk.app.trust
        read: list[str] = []

        def work() -> TakenIn | TrustList:
            read[:] = [text()]
            try:
                return trust.take_in(read[0], is_trusted=is_trusted)
            except Unconfirmed as asked:
                return asked.list

        self._desk.tasks.write(
            self._owner,
            work,
            lambda found: self._taken(found, lambda: read[0]),
            self.refused.emit,
        )

    def _taken(self, found: TakenIn | TrustList, text: Callable[[], str]) -> None:
        from bootcamp_app.features.certificates.trusted import TrustList  # noqa: PLC0415 - a type

        if isinstance(found, TrustList):
            self.asked = TrustDialog(self._owner, found)
            self.asked.confirmed.connect(self.asked.accept)
            self.asked.confirmed.connect(lambda: self._take_in(text, is_trusted=True))
            self.asked.open()
            return
        day = DayInWords(found.list.made_at.astimezone().date())
        said = (
            Sentence(
                "The list of {name}, made on {day}, was taken in.",
                name=name_of(found.list),
                day=day,
            )
            if found.is_new
            else Sentence(
                "The list of {name}, made on {day}, was here already.",
                name=name_of(found.list),
                day=day,
            )
        )
        self.told.emit(said, "good")

    def _write(self, work: Callable[[], None], target: Path) -> None:
        saved = Sentence("Saved as “{name}”.", name=target.name)
        refused: Callable[[Refusal], object] = self.refused.emit
        job = Job(lambda _step: work(), lambda _nothing: self.told.emit(saved, "good"), refused)
        self._desk.tasks.long(self._owner, job)


class TrustDialog(Dialog):
    """Asks whether somebody new is trusted, by the fingerprint that two people compare."""

    def __init__(self, parent: QWidget | None, held: TrustList) -> None:
        of = Label(size="heading", wraps=True)
        of.show_data(name_of(held))
        signs = Label(size="title", wraps=True)
        signs.show_data(fingerprint_of(held))
        why = N_(
            "This workspace does not know them as yet. Ask them for the fingerprint, by telephone "
            "or face to face. Trust the list only where it is the same."
        )
        body = holding(
            column(
                of,
                Label(lambda: _made(held), tone="muted", wraps=True),
                Label(why, wraps=True),
                Label(N_("Fingerprint"), size="small", tone="muted"),
                signs,
                gap=8,
            )
        )
        super().__init__(parent, N_("Do you trust this list?"), body, N_("I trust this list"))


def _made(held: TrustList) -> str:
    count = len(held.trusted)
    told = ngettext(
        "Made on {day}; it names {count} laptop that signs.",
        "Made on {day}; it names {count} laptops that sign.",
        count,
    )
    return told.format(day=DayInWords(held.made_at.astimezone().date()), count=digits(count))


def _lacking(missing: Sequence[int]) -> str:
    numbers = ", ".join(map(digits, missing))
    return str(
        Sentence(
            "A part of a trust list was read. Show its other codes as well: {missing}.",
            missing=numbers,
        )
    )
