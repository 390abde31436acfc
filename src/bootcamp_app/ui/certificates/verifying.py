"""Checking whether a certificate is genuine: camera, photo, PDF, or the text of its code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

from bootcamp_app.core.i18n import N_, Sentence, ngettext
from bootcamp_app.ui.certificates.verdict_panel import VerdictLine, VerdictPanel
from bootcamp_app.ui.certificates.verify_lists import TrustListActs
from bootcamp_app.ui.certificates.verify_words import VERIFY, code_in
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.camera_card import CameraCard
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.code_field import TAKES_TEXTS
from bootcamp_app.ui.kit.file_drop import FileDrop
from bootcamp_app.ui.kit.image_frames import frame_of
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import SMALL, Flow, column, holding, row
from bootcamp_app.ui.kit.menu_button import MenuButton
from bootcamp_app.ui.kit.scrolling import bring_into_view
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.certificates.views import Verification
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.tasks import Task
    from bootcamp_app.ui.words import Text

    Progress = Callable[[int, int], None]

_ENDINGS = (".pdf", ".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff")
_LIST_ENDINGS = (".json",)
_BESIDE = 640
_LAID_OUT = 60
"""Milliseconds until a verdict has its place: the page is often too low for it."""
_LARGE, _MOST = 3, 40
"""So many verdicts are shown large, and so many at all; those that do not hold come first."""


class VerifyCard(Card):
    """Says of a certificate whether it is genuine, without any network."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._task: Task | None = None
        self.drop = FileDrop(
            N_("Drop a photo or a PDF of a certificate here"), _ENDINGS, kind="plain"
        )
        self.field = QLineEdit()
        self.banner = Banner()
        self.camera = CameraCard(desk, code_in, VERIFY)
        self.verdicts: list[VerdictPanel] = []
        self._checking = Label(N_("Checking…"), tone="muted")
        self._results = column(gap=20)
        check = button(N_("Check"), self._check_text, icon_name="shield")
        self.paste = button(N_("Paste"), self.check_clipboard, kind="chip", icon_name="copy")
        typed = row(self.field, check)
        typed.setStretch(0, 1)
        hint = Label(N_("Or paste the text that a code reader shows:"), tone="muted", wraps=True)
        ways = holding(Flow(self.camera.switch, self.paste))
        words = column(ways, hint, typed, self._checking, self.camera, 1, gap=SMALL)
        sides = SideBySide(self.drop, holding(words), needed=_BESIDE)
        super().__init__(N_("Is a certificate genuine?"), sides, self.banner, self._results, gap=16)
        self._laid_out = QTimer(self, singleShot=True, interval=_LAID_OUT)
        self.lists = TrustListActs(self, desk)
        self.body.addWidget(holding(Flow(self._handing_over())))
        self._checking.hide()
        self.field.setProperty(TAKES_TEXTS, True)  # noqa: FBT003 - Qt's own order
        say(self.field, N_("Text of the code"), "setAccessibleName")
        say(self.field, N_("Begins with BD1:"), "setPlaceholderText")
        self._connect()

    def check_file(self, path: Path) -> None:
        """Check every code in a picture or a PDF; a trust list is taken in."""
        if path.suffix.lower() in _LIST_ENDINGS:
            self._begin_anew()
            self.lists.take_in_file(path)
            return
        trust = self._desk.app.trust
        self._check(lambda step: trust.verify(str(path), step), N_("Checking certificates"))

    def check_text(self, text: str) -> None:
        """Check the text of a code; that of a trust list is taken in."""
        if text.strip().startswith("BT1"):
            self._begin_anew()
            self.lists.take_in_code(text)
            return
        trust = self._desk.app.trust
        self._check(lambda _step: trust.verify(text))

    def check_picture(self, picture: QImage) -> None:
        """Check every code in a picture that lies in no file, such as a pasted one."""
        trust, frame = self._desk.app.trust, frame_of(picture)
        self._check(lambda _step: trust.verify_frame(frame))

    def check_clipboard(self) -> None:
        """Check what was copied: a file, a picture, or a text."""
        copied = QGuiApplication.clipboard().mimeData()
        files = [url.toLocalFile() for url in copied.urls() if url.isLocalFile()]
        if files:
            from pathlib import Path  # noqa: PLC0415 - else only a type

            self.check_file(Path(files[0]))
        elif copied.hasImage():
            self.check_picture(QGuiApplication.clipboard().image())
        elif copied.text().strip():
            self.field.setText(copied.text().strip())
            self._check_text()
        else:
            self._begin_anew()
            self.banner.show_text(
                N_("Nothing that can be checked was copied. Copy a photo or the text of a code."),
                "warning",
            )

    def _handing_over(self) -> MenuButton:
        menu = MenuButton(N_("Lists for those who verify"), "shield")
        menu.offer("page", N_("Make the verification page…"), self.lists.ask_to_make_page, "globe")
        menu.offer("save", N_("Save the trust list…"), self.lists.ask_to_save, "save")
        menu.offer("print", N_("Save the page of codes…"), self.lists.ask_to_print, "qr-code")
        menu.offer("take in", N_("Take in a list…"), self.lists.ask_to_take_in, "import")
        self.handing = menu
        return menu

    def _connect(self) -> None:
        self._laid_out.timeout.connect(self._bring_into_view)
        self.field.returnPressed.connect(self._check_text)
        self.drop.chosen.connect(self.check_file)
        self.camera.read.connect(self.check_text)
        self.lists.told.connect(self.banner.show_text)
        self.lists.refused.connect(self._refuse)

    def _check_text(self) -> None:
        if self.field.text().strip():
            self.check_text(self.field.text())
        else:
            self.field.setFocus()

    def _check(self, work: Callable[[Progress], list[Verification]], title: Text = "") -> None:
        self._begin_anew()
        self._checking.show()
        job = Job(work, self._show, self._refuse, title)
        self._task = self._desk.tasks.long(self, job)

    def _show(self, found: Sequence[Verification]) -> None:
        self._checking.hide()
        ordered = sorted(found, key=lambda one: one.is_valid)
        if len(found) > _LARGE:
            self._results.addWidget(Label(lambda: _summary(found), size="heading", wraps=True))
            for one in ordered[:_MOST]:
                self._results.addWidget(VerdictLine(one))
            if (more := len(found) - _MOST) > 0:
                self._results.addWidget(Label(lambda: _more(more), tone="muted"))
            return
        self.verdicts = [VerdictPanel(one) for one in ordered]
        for panel in self.verdicts:
            self._results.addWidget(panel)
        self._laid_out.start()

    def _bring_into_view(self) -> None:
        if self.verdicts:
            bring_into_view(self.verdicts[0].answer, SMALL)

    def _refuse(self, refusal: Refusal) -> None:
        self._checking.hide()
        self.banner.refuse(refusal)

    def _begin_anew(self) -> None:
        if self._task is not None and isValid(self._task):
            self._task.forget()
            self._task.cancel()
        self._checking.hide()
        self.banner.hide()
        self.verdicts = []
        while (item := self._results.takeAt(0)) is not None:
            if (verdict := item.widget()) is not None:
                verdict.hide()
                verdict.deleteLater()


def _summary(found: Sequence[Verification]) -> str:
    good = sum(one.is_valid for one in found)
    told = ngettext(
        "{n} of {all} certificates is genuine.", "{n} of {all} certificates are genuine.", good
    )
    return told.format(n=digits(good), all=digits(len(found)))


def _more(count: int) -> str:
    return str(Sentence("… and {n} more that are genuine or alike", n=digits(count)))
