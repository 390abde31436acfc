"""The editor of a bootcamp's layout, in place of the list of certificates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, Sentence, _, words
from bootcamp_app.features.certificates.editing import changed, part_of
from bootcamp_app.features.certificates.layouts import layouts
from bootcamp_app.features.certificates.pages import page_named
from bootcamp_app.ui.certificates.editor.draft import Draft
from bootcamp_app.ui.certificates.editor.layouts_strip import LayoutsStrip
from bootcamp_app.ui.certificates.editor.page_area import PageArea
from bootcamp_app.ui.certificates.editor.page_properties import PageProperties
from bootcamp_app.ui.certificates.editor.part_acts import PartActs
from bootcamp_app.ui.certificates.editor.part_properties import PartProperties
from bootcamp_app.ui.certificates.editor.parts_list import PartsList
from bootcamp_app.ui.certificates.editor.preview import Shown, Wanted, shown
from bootcamp_app.ui.certificates.editor.problems_list import ProblemsList
from bootcamp_app.ui.certificates.editor.property_fields import does_again, takes_back
from bootcamp_app.ui.certificates.editor.sides import ScrolledArea, Sides
from bootcamp_app.ui.certificates.editor.tools import Tools
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.files import ask_open
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.design_views import StoredFile
    from bootcamp_app.ui.desk import Desk

_LIST_HEIGHT, _STRIP_HEIGHT = 140, 130
_LOOKED_AT = 5


class EditorView(QWidget):
    """The real page between its parts and what they are like; nothing needs Save."""

    left = Signal()
    said = Signal(object, str)
    page_shown = Signal()
    """The page is on the screen as it is in hand."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.draft = Draft(desk, self)
        # Before anything that is told of it is hidden or off: the keyboard stays in the editor.
        self.draft.part_chosen.connect(self._keep_keyboard)
        self.shown: Shown | None = None
        self.banner = Banner()
        self.back = button(
            N_("Back to the list"), self.leave, kind="link", icon_name="chevron-left"
        )
        self.tools = Tools(self.draft)
        self.acts = PartActs(self.draft)
        self.strip = LayoutsStrip(self.draft, desk.tasks)
        self.parts = PartsList(self.draft)
        self.area = PageArea(self.draft)
        self.page = PageProperties(desk, self.draft)
        self.part = PartProperties(self.draft)
        self.problems = ProblemsList(self.draft)
        # While there is one document QtPdf keeps its library, however others come and go.
        self._keeps_library = QPdfDocument(self)
        self._stream = desk.tasks.newest(self, shown, self._show)
        self._build()
        self._connect()

    def open(self, bootcamp: Bootcamp) -> None:
        """Show the layout of a bootcamp."""
        self.banner.hide()
        self.draft.choose("")
        self.draft.begin(bootcamp)
        if self.draft.read is None:
            self.shown = None
            self.area.canvas.clear()
        self.back.setFocus()

    def leave(self) -> None:
        """Keep what is in hand, and go back."""
        self.draft.keep()
        self.left.emit()

    @property
    def is_current(self) -> bool:
        """Whether the page on the screen is the one in hand."""
        sample = self.tools.sample
        return (
            self.shown is not None
            and sample is not None
            and self.shown.wanted.design is self.draft.design
            and self.shown.wanted.certificate is sample.certificate
            and self.shown.wanted.pixels == self.area.pixels
        )

    def event(self, event: QEvent) -> bool:
        """Called by Qt with everything: undo, redo and copy mean the page here."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (takes_back(event) or does_again(event) or _copies(event))
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt with keys that no part of it took."""
        if takes_back(event):
            self.draft.undo()
        elif does_again(event):
            self.draft.redo()
        elif _copies(event):
            self.acts.duplicate()
        elif event.key() == Qt.Key.Key_Escape:
            if self.draft.chosen:
                self.draft.choose("")
            else:
                self.leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: where it is narrow, both sides stand on one."""
        super().resizeEvent(event)
        self._turn()

    def showEvent(self, event: QShowEvent) -> None:
        """Called by Qt: what became otherwise unseen is read and made now."""
        super().showEvent(event)
        self.draft.see(is_seen=True)
        if not self.is_current:
            self._make()

    def hideEvent(self, event: QHideEvent) -> None:
        """Called by Qt: nothing is lost with the window, and nothing is made for nobody."""
        super().hideEvent(event)
        self.draft.keep()
        self.draft.see(is_seen=False)

    def _build(self) -> None:
        heading = Label(N_("Layouts"), size="body")
        heading.setProperty("weight", "bold")
        listed = Label(N_("Parts of the page"), size="body")
        listed.setProperty("weight", "bold")
        self._strip_area = ScrolledArea(self.strip)
        self.part.add_acts(self.acts)
        self.part.hide()
        middle = column(self.area, self.problems, gap=8)
        middle.setStretch(0, 1)
        self._sides = Sides(
            column(heading, self._strip_area, listed, self.parts, self.acts.add, gap=8),
            middle,
            column(self.page, self.part, 1, gap=16, margin=4),
        )
        self._title = Label(N_("The layout of certificates"), size="heading")
        self._top = row(self.back, self._title, 1, self.tools, gap=16)
        whole = column(self._top, self.banner, self._sides, gap=12)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        say(self, N_("The layout of certificates"), "setAccessibleName")
        self._scale()

    def _connect(self) -> None:
        self.draft.changed.connect(self._make)
        self.draft.reread.connect(self._take_samples)
        self.draft.part_chosen.connect(self._turn_to_part)
        self.draft.said.connect(self.said)
        self.draft.refused.connect(self._refuse)
        self.tools.sample_chosen.connect(self._make)
        self.tools.zoomed.connect(self.area.zoom)
        self.area.scaled.connect(self._make)
        self.area.canvas.let_go.connect(self._tell_problems)
        self.area.canvas.words_wanted.connect(self.part.write_words)
        self.area.canvas.removal_wanted.connect(self.acts.take_away)
        self.parts.properties_wanted.connect(self.part.write_words)
        self.parts.removal_wanted.connect(self.acts.take_away)
        self.problems.part_meant.connect(self._go_to_part)
        self.part.font_wanted.connect(self.page.fonts.ask)
        self.part.picture_wanted.connect(self._ask_picture)
        self.strip.wanted.connect(self._choose_layout)
        self._stream.failed.connect(self._stream.reopen)
        theme.changed.connect(self._scale)

    def put_picture_in(self, path: Path) -> None:
        """Offer the picture of a file, and show it in the chosen part."""
        part_id = self.draft.chosen

        def work(app: App, _bootcamp: Bootcamp) -> StoredFile:
            return app.design_files.add_picture(path)

        def done(file: StoredFile) -> None:
            part = part_of(self.draft.document, part_id)
            if part is not None and part["kind"] == "image":
                self.draft.put(changed(self.draft.document, part_id, file=file.id))

        self.draft.write(work, done)

    def _make(self) -> None:
        sample = self.tools.sample
        if sample is None or not self.draft.document["parts"] or not self.isVisible():
            return
        size = page_named(self.draft.document["page"])
        self.area.fit_page((size.width, size.height))
        read = self.draft.read
        others = [
            one.certificate
            for one in (read.samples if read else ())[:_LOOKED_AT]
            if one.why and one is not sample
        ]
        design = self.draft.design
        self._stream.put(Wanted(design, sample.certificate, self.area.pixels, others))

    def _show(self, made: Shown | Refusal) -> None:
        if isinstance(made, Refusal):
            self.banner.refuse(made)
            return
        if self.draft.read is None:
            # A page of the bootcamp before, which came late.
            return
        size = page_named(made.wanted.design.document["page"])
        self.shown = made
        self.area.canvas.show_page(made, (size.width, size.height))
        values = made.wanted.certificate.printed
        self.parts.show_parts(values, frozenset(one.part_id for one in made.problems))
        if not self.area.canvas.is_held:
            # The list may take room from the page, which must not slip from under the mouse.
            self._tell_problems()
        if self.is_current:
            self.page_shown.emit()

    def _tell_problems(self) -> None:
        if self.shown is not None:
            values = self.shown.wanted.certificate.printed
            self.problems.show_problems(self.shown.problems, values)

    def _take_samples(self) -> None:
        read = self.draft.read
        if read is not None:
            self.tools.offer(read.samples)

    def _keep_keyboard(self) -> None:
        inside = QApplication.focusWidget()
        if self.draft.part is None and inside is not None and self.part.isAncestorOf(inside):
            self.area.canvas.setFocus()

    def _turn_to_part(self) -> None:
        is_chosen = self.draft.part is not None
        self.part.setVisible(is_chosen)
        self.page.setVisible(not is_chosen)
        if not self.parts.hasFocus():
            self._sides.scroll_to_top()
        if is_chosen:
            self.area.show_place()

    def _go_to_part(self, part_id: str) -> None:
        self.draft.choose(part_id)
        self.area.canvas.setFocus()

    def _choose_layout(self, name: str) -> None:
        paper = str(self.draft.document["page"]).partition("-")[0]

        def work(app: App, bootcamp: Bootcamp) -> None:
            app.working_layouts.choose_on(bootcamp, name, paper)

        def done(_none: object) -> None:
            self.draft.choose("")
            told = Sentence(
                "Certificates look like “{title}” from now on.",
                title=layouts()[name]["title"][words.language],
            )
            self.said.emit(told, self.draft.latest)

        self.draft.write(work, done)

    def _ask_picture(self) -> None:
        filters = [lambda: _("Pictures") + " (*.png *.jpg *.jpeg)"]
        ask_open(self, N_("Add a picture"), filters, self.put_picture_in)

    def _refuse(self, refusal: Refusal) -> None:
        self.banner.refuse(refusal)

    def _scale(self) -> None:
        self.parts.setMinimumHeight(theme.px(_LIST_HEIGHT))
        self._strip_area.setMinimumHeight(theme.px(_STRIP_HEIGHT))
        self._sides.scale()
        self._turn()

    def _turn(self) -> None:
        self._title.setVisible(not self._sides.turn(self.width()))
        ways, is_stacked = QBoxLayout.Direction, self._sides.is_stacked
        self._top.setDirection(ways.TopToBottom if is_stacked else ways.LeftToRight)
        left = Qt.AlignmentFlag.AlignLeft if is_stacked else Qt.AlignmentFlag(0)
        self._top.setAlignment(self.back, left)


def _copies(event: QKeyEvent) -> bool:
    is_held = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return is_held and event.key() == Qt.Key.Key_D
