"""What people are told about their data: read in both languages, and written anew."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.people.person_views import NoticeWritten
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.people.clearing import clear
from bootcamp_app.ui.people.person_consents import NoticeDialog
from bootcamp_app.ui.settings.parts import moment, named, under
from bootcamp_app.ui.settings.text_field import TextField
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.people.person_views import Notice
    from bootcamp_app.ui.desk import Desk

_LINES = 7
_HINT = N_(
    "People read this before they say what they allow. What they agreed to before stays with the "
    "version that they read."
)


class NoticeCard(Card):
    """The text in both languages; keeping it makes a new version, and earlier ones can be read."""

    said = Signal(object, str)
    """What was done, in words; a version that was written stays, so there is no act."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._shown = ("", "")
        self._is_writing = False
        self.versions: list[QWidget] = []
        self.current = Label(wraps=True)
        self.khmer, self.english = TextField(_LINES), TextField(_LINES)
        self.banner = Banner()
        self.keep = button(N_("Keep as a new version"), self._keep, icon_name="check")
        self._earlier = column(gap=4)
        super().__init__(
            N_("Notice about personal data"),
            Label(_HINT, size="small", tone="muted", wraps=True),
            self.current,
            under(N_("In Khmer"), self.khmer),
            under(N_("In English"), self.english),
            self.banner,
            holding(Flow(self.keep)),
            self._earlier,
        )
        named(self.khmer, N_("Notice in Khmer"))
        named(self.english, N_("Notice in English"))
        for field in (self.khmer, self.english):
            field.textChanged.connect(self._compare)
        desk.bridge.happened.connect(self._hear)
        self.look()

    def look(self) -> None:
        """Show the version that people read now."""
        self._desk.tasks.read(self, self._desk.app.notices.all, self._show, key="notices")

    def _show(self, notices: Sequence[Notice]) -> None:
        newest = notices[0]
        texts = (newest.text_km, newest.text_en)
        if self._texts() == self._shown:
            self.khmer.setPlainText(texts[0])
            self.english.setPlainText(texts[1])
        self._shown = texts
        bootcamp = self._desk.bootcamp
        zone = bootcamp.zone if bootcamp else None
        say(self.current, lambda: _told(newest, zone))
        clear(self._earlier)
        self.versions = [self._version(one) for one in notices[1:]]
        for made in self.versions:
            self._earlier.addWidget(made)
        self._compare()

    def _version(self, notice: Notice) -> QWidget:
        read = Sentence("Read version {n}", n=notice.number)
        return holding(Flow(button(read, partial(self._read, notice), icon_name="file-text")))

    def _read(self, notice: Notice) -> None:
        NoticeDialog(self.window(), notice).open()

    def _texts(self) -> tuple[str, str]:
        return (self.khmer.toPlainText(), self.english.toPlainText())

    def _compare(self) -> None:
        self.keep.setEnabled(self._texts() != self._shown)

    def _keep(self) -> None:
        if self._is_writing:
            return
        self._is_writing = True
        (khmer, english), notices = self._texts(), self._desk.app.notices
        self._desk.tasks.write(
            self, lambda: notices.write(english, khmer), self._was_kept, self._refuse
        )

    def _was_kept(self, notice: Notice) -> None:
        self._is_writing = False
        self.banner.hide()
        self._shown = self._texts()
        kept = Sentence("From now on people read version {n} of the notice.", n=notice.number)
        self.said.emit(kept, "")
        self.look()

    def _refuse(self, refusal: Refusal) -> None:
        self._is_writing = False
        self.banner.refuse(refusal)

    def _hear(self, fact: object) -> None:
        if isinstance(fact, (NoticeWritten, RecordsUndone)):
            self.look()


def _told(notice: Notice, zone: tzinfo | None) -> str:
    if notice.made_at is None:
        return _("Version {n}, as it comes with the program").format(n=digits(notice.number))
    time = moment(notice.made_at, zone)
    return _("Version {n}, of {time}").format(n=digits(notice.number), time=time)
