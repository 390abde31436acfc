"""The logos of the bootcamp in front: put in, named, put in order, removed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.bootcamps.views import MOST_LOGOS, LogosChanged
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import IconButton
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.file_drop import FileDrop
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding, row
from bootcamp_app.ui.kit.tab_order import follow_layouts
from bootcamp_app.ui.people.acts import Acts
from bootcamp_app.ui.people.clearing import clear
from bootcamp_app.ui.settings.logo_dialog import LogoDialog
from bootcamp_app.ui.settings.logo_view import LogoView, small_picture
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage

    from bootcamp_app.features.bootcamps.views import Logo
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.words import Text

    Shown = Sequence[tuple[Logo, QImage]]

_ENDINGS = (".png", ".jpg", ".jpeg")


class LogosCard(Card):
    """A line for each logo with its acts, and a place to drop more."""

    said = Signal(object, str)
    """What was done, in words, and the act that takes it back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._done = Acts(desk)
        self._lines = column(gap=14)
        self.lines: list[LogoLine] = []
        self.dialog: LogoDialog | None = None
        self.told = Label(size="small", tone="muted", wraps=True)
        self.banner = Banner()
        self.drop = FileDrop(
            N_("Drop logos here, as PNG or JPEG"), _ENDINGS, kind="plain", takes_many=True
        )
        super().__init__(N_("Logos"), self.told, self.banner, self._lines, self.drop)
        self.drop.chosen.connect(self.put_in)
        desk.bootcamp_chosen.connect(self.look)
        desk.bridge.happened.connect(self._hear)
        self.look()

    def look(self) -> None:
        """Show which logos there are now."""
        bootcamp, logos = self._desk.bootcamp, self._desk.app.logos
        if bootcamp is None:
            say(self.told, N_("Open a bootcamp first. Each one has its own logos."))
            self._show([])
            self.drop.hide()
            return
        self._desk.tasks.read(
            self,
            lambda: [(one, small_picture(one.png)) for one in logos.of(bootcamp)],
            self._show,
            key="logos",
        )

    def put_in(self, path: Path) -> None:
        """Put the picture of a file behind the logos that are there."""
        bootcamp, logos = self._desk.bootcamp, self._desk.app.logos
        # Of several files each is put in or refused; one that is put in hides no refusal.
        self.banner.hide()
        if bootcamp is not None:
            self._desk.tasks.write(
                self,
                lambda: logos.add_file(bootcamp, path),
                lambda logo: self._say(Sentence("“{title}” was added.", title=logo.title)),
                self.banner.refuse,
            )

    def put(self, logo: Logo, places: int) -> None:
        """Show it earlier, or later."""
        self._write(lambda: self._desk.app.logos.move(logo, places), lambda: None)

    def remove(self, logo: Logo) -> None:
        """Show it no more."""
        gone = Sentence("“{title}” was removed.", title=logo.title)
        self._write(lambda: self._desk.app.logos.remove(logo), partial(self._say, gone))

    def name(self, logo: Logo) -> None:
        """Let somebody say whose it is."""
        dialog = LogoDialog(self.window(), logo.title)
        dialog.named.connect(partial(self._keep_name, dialog, logo))
        self.dialog = dialog
        dialog.open()

    def _keep_name(self, dialog: LogoDialog, logo: Logo, title: str) -> None:
        def done(_logo: object) -> None:
            dialog.accept()
            self._say(N_("The name of the logo is kept."))

        self._desk.tasks.write(
            dialog, lambda: self._desk.app.logos.rename(logo, title), done, dialog.not_kept
        )

    def _show(self, logos: Shown) -> None:
        held = self._held()
        clear(self._lines)
        last = len(logos) - 1
        self.lines = [
            LogoLine(self, logo, picture, is_first=place == 0, is_last=place == last)
            for place, (logo, picture) in enumerate(logos)
        ]
        for line in self.lines:
            self._lines.addWidget(line)
        if (bootcamp := self._desk.bootcamp) is not None:
            say(self.told, lambda: _told(bootcamp.title, len(logos)))
            self.drop.setVisible(len(logos) < MOST_LOGOS)
        follow_layouts(self)
        if held is not None:
            self._hold(*held)

    def _held(self) -> tuple[str, str] | None:
        """Give the logo and the act that the keyboard is on."""
        return next(
            (
                (line.logo.id, name)
                for line in self.lines
                for name, act in line.acts.items()
                if act.hasFocus()
            ),
            None,
        )

    def _hold(self, logo_id: str, name: str) -> None:
        """Put the keyboard where it was, so that a logo can be moved on and on."""
        for line in self.lines:
            if line.logo.id == logo_id:
                act = line.acts[name]
                (act if act.isEnabled() else line.acts["name"]).setFocus()
                return
        self.drop.choose.setFocus()

    def _write(self, work: Callable[[], object], then: Callable[[], object]) -> None:
        def done(_none: object) -> None:
            self.banner.hide()
            then()

        self._desk.tasks.write(self, work, done, self.banner.refuse)

    def _say(self, text: Text) -> None:
        self.said.emit(text, self._done.latest(LogosChanged))

    def _hear(self, fact: object) -> None:
        if isinstance(fact, (LogosChanged, RecordsUndone)):
            self.look()


class LogoLine(Card):
    """One logo: how it looks, whose it is, and what can be done with it."""

    def __init__(
        self, card: LogosCard, logo: Logo, picture: QImage, *, is_first: bool, is_last: bool
    ) -> None:
        self.logo = logo
        title = Label(lambda: logo.title, wraps=True)
        title.setProperty("weight", "bold")
        self.view = LogoView(picture, logo.title)
        self.acts = {
            "name": self._act(N_("Name this logo"), "edit", partial(card.name, logo)),
            "up": self._act(N_("Show it earlier"), "chevron-up", partial(card.put, logo, -1)),
            "down": self._act(N_("Show it later"), "chevron-down", partial(card.put, logo, 1)),
            "remove": self._act(N_("Remove this logo"), "trash", partial(card.remove, logo)),
        }
        self.acts["up"].setEnabled(not is_first)
        self.acts["down"].setEnabled(not is_last)
        words = column(title, holding(Flow(*self.acts.values())), gap=4)
        line = row(self.view, words, gap=12)
        line.setStretch(1, 1)
        super().__init__("", line)
        self.body.setContentsMargins(12, 8, 12, 8)

    def _act(self, text: str, icon_name: str, clicked: Callable[[], object]) -> IconButton:
        made = IconButton(text, icon_name)
        title = self.logo.title
        say(made, lambda: f"{_(text)}: {title}", "setAccessibleName")
        made.clicked.connect(lambda: clicked())
        return made


def _told(title: str, number: int) -> str:
    if not number:
        return _(
            "No logo yet. Those of donors and partners stand on the badges of “{title}”."
        ).format(title=title)
    told = _("They stand on the badges of “{title}”, in this order.").format(title=title)
    if number < MOST_LOGOS:
        return told
    only = _("Only the first {n} are printed. Remove one to add another.")
    return f"{told} {only.format(n=digits(MOST_LOGOS))}"
