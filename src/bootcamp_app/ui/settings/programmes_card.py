"""Programmes of donors, and the one to which the bootcamp in front belongs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, Sentence, ngettext
from bootcamp_app.features.bootcamps.views import BootcampChanged, BootcampMade, ProgrammesChanged
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import IconButton, button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.kit.tab_order import follow_layouts
from bootcamp_app.ui.people.acts import Acts
from bootcamp_app.ui.people.clearing import clear
from bootcamp_app.ui.settings.programme_dialog import ProgrammeDialog
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.programmes import ProgrammeWish
    from bootcamp_app.features.bootcamps.views import Programme
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.words import Text

_SHOWN_ANEW = (ProgrammesChanged, BootcampChanged, BootcampMade, RecordsUndone)
_UNNAMED = N_("A programme without a title")
_UNTITLED = N_("It was made with the bootcamp. Give it a title and a code for sheets and reports.")


class ProgrammesCard(Card):
    """A line for each programme with its acts, and the choice for this bootcamp."""

    said = Signal(object, str)
    """What was done, in words, and the act that takes it back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._done = Acts(desk)
        self._lines = column(gap=14)
        self.lines: list[ProgrammeLine] = []
        self.dialog: ProgrammeDialog | None = None
        self.banner = Banner()
        self.form = Form()
        self.choice = self.form.add_choice("programme", N_("This bootcamp belongs to"), [])
        self.add = button(N_("New programme…"), self.ask, icon_name="plus")
        told = N_("What a donor pays for: its title and code stand on sign-in sheets and reports.")
        super().__init__(
            N_("Programmes"),
            Label(told, size="small", tone="muted", wraps=True),
            self.banner,
            self.form,
            self._lines,
            holding(Flow(self.add)),
        )
        self.choice.changed.connect(self._give)
        desk.bootcamp_chosen.connect(self.look)
        desk.bridge.happened.connect(self._hear)
        self.look()

    def look(self, _bootcamp: object = None) -> None:
        """Show which programmes there are now."""
        programmes, bootcamp = self._desk.app.programmes, self._desk.bootcamp

        def read() -> tuple[Sequence[Programme], Mapping[str, int], str]:
            home = programmes.of(bootcamp) if bootcamp else None
            return programmes.all(), programmes.bootcamps(), home.id if home else ""

        self._desk.tasks.read(self, read, self._show, key="programmes")

    def ask(self) -> None:
        """Ask for what a new programme is."""
        self._open(None, self._desk.app.programmes.make)

    def change(self, programme: Programme) -> None:
        """Let somebody say otherwise what a programme is."""
        programmes = self._desk.app.programmes
        self._open(programme, lambda wish: programmes.change(programme, wish))

    def remove(self, programme: Programme) -> None:
        """Remove a programme that has no bootcamp."""
        programmes = self._desk.app.programmes
        self._write(lambda: programmes.remove(programme), N_("The programme was removed."))

    def _give(self) -> None:
        chosen = next((one.programme for one in self.lines if one.key == self.choice.key), None)
        bootcamp, programmes = self._desk.bootcamp, self._desk.app.programmes
        if chosen is None or bootcamp is None:
            return
        given = Sentence("The bootcamp belongs to “{title}” now.", title=_title(chosen))
        self._write(lambda: programmes.give(chosen, [bootcamp]), given)

    def _open(self, programme: Programme | None, write: Callable[[ProgrammeWish], object]) -> None:
        dialog = ProgrammeDialog(self.window(), programme)
        dialog.said_so.connect(partial(self._keep, dialog, write))
        self.dialog = dialog
        dialog.open()

    def _keep(
        self,
        dialog: ProgrammeDialog,
        write: Callable[[ProgrammeWish], object],
        wish: ProgrammeWish,
    ) -> None:
        def done(_programme: object) -> None:
            dialog.accept()
            self._say(N_("The programme is kept."))

        self._desk.tasks.write(dialog, lambda: write(wish), done, dialog.not_kept)

    def _show(self, found: tuple[Sequence[Programme], Mapping[str, int], str]) -> None:
        programmes, counts, home = found
        held = self._held()
        clear(self._lines)
        self.lines = [ProgrammeLine(self, one, counts.get(one.id, 0)) for one in programmes]
        for line in self.lines:
            self._lines.addWidget(line)
        self.choice.offer([(one.id, partial(_title, one)) for one in programmes], home)
        self.form.setVisible(bool(home) and len(programmes) > 1)
        follow_layouts(self)
        if held is not None:
            self._give_keys(*held)

    def _held(self) -> tuple[str, bool] | None:
        """Give the line whose button has the keys, and whether it is the one that removes."""
        focused = self.window().focusWidget()
        for line in self.lines:
            if focused in (line.edit, line.remove):
                return line.key, focused is line.remove
        return None

    def _give_keys(self, key: str, is_removing: bool) -> None:
        """Leave the keys where they were; where that line is gone, at what is below."""
        line = next((one for one in self.lines if one.key == key), None)
        if line is None:
            self.add.setFocus()
        else:
            is_there = is_removing and line.remove.isEnabled()
            (line.remove if is_there else line.edit).setFocus()

    def _write(self, work: Callable[[], object], text: Text) -> None:
        def done(_none: object) -> None:
            self.banner.hide()
            self._say(text)

        self._desk.tasks.write(self, work, done, self._refuse)

    def _refuse(self, refusal: Refusal) -> None:
        self.banner.refuse(refusal)
        self.look()

    def _say(self, text: Text) -> None:
        self.said.emit(text, self._done.latest(ProgrammesChanged))

    def _hear(self, fact: object) -> None:
        if isinstance(fact, _SHOWN_ANEW):
            self.look()


class ProgrammeLine(Card):
    """One programme: its title, its code, its donors, and what can be done with it."""

    def __init__(self, card: ProgrammesCard, programme: Programme, bootcamps: int) -> None:
        self.programme = programme
        self.key = programme.id
        title = Label(partial(_title, programme), wraps=True)
        title.setProperty("weight", "bold")
        told = Label(lambda: _told(programme, bootcamps), size="small", tone="muted", wraps=True)
        self.edit = IconButton(N_("Change this programme"), "edit")
        self.edit.clicked.connect(lambda: card.change(programme))
        self.remove = IconButton(N_("Remove this programme"), "trash")
        self.remove.clicked.connect(lambda: card.remove(programme))
        self.remove.setEnabled(not bootcamps)
        if bootcamps:
            say(self.remove, partial(_why_it_stays, bootcamps), "setToolTip")
        for act, sentence in ((self.edit, N_("Change: {title}")),
                              (self.remove, N_("Remove: {title}"))):  # fmt: skip
            say(act, partial(_act_on, sentence, programme), "setAccessibleName")
        untitled = Label(_UNTITLED, size="small", tone="muted", wraps=True)
        super().__init__("", title, told, untitled, holding(Flow(self.edit, self.remove)), gap=4)
        untitled.setVisible(not programme.title)
        self.body.setContentsMargins(12, 8, 12, 8)


def _act_on(sentence: str, programme: Programme) -> str:
    return str(Sentence(sentence, title=_title(programme)))


def _why_it_stays(bootcamps: int) -> str:
    told = ngettext(
        "It has {n} bootcamp, so it cannot be removed.",
        "It has {n} bootcamps, so it cannot be removed.",
        bootcamps,
    )
    return told.format(n=digits(bootcamps))


def _title(programme: Programme) -> str:
    return programme.title or str(Sentence(_UNNAMED))


def _told(programme: Programme, bootcamps: int) -> str:
    counted = Sentence("Bootcamps: {n}", n=digits(bootcamps))
    return " · ".join(filter(None, (programme.code, ", ".join(programme.donors), str(counted))))
