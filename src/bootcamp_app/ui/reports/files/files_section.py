"""Files for others: all that can be made, and one of them being chosen, seen and handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.reports.files.gallery import Gallery
from bootcamp_app.ui.reports.section import Section

if TYPE_CHECKING:
    from bootcamp_app.features.reports.views import Choice
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.reports.files.panel import Panel


class FilesSection(Section):
    """Shows the gallery, or the panel of the kind that was chosen in it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.gallery = Gallery()
        self._panels: dict[str, Panel] = {}
        self.shown: Panel | None = None
        self._layout = column(self.gallery)
        self._layout.setStretch(0, 1)
        self.setLayout(self._layout)
        self.gallery.chosen.connect(self.open)
        desk.bootcamp_chosen.connect(self._know_again)
        desk.bootcamp_changed.connect(self._know_again)

    def panel(self, report_id: str) -> Panel:
        """Give the panel of a kind of file, made where it is not as yet."""
        if report_id not in self._panels:
            made = self.gallery.cards[report_id].offered.make(self.desk)
            made.left.connect(self.return_home)
            made.said.connect(self.said)
            made.wanted.connect(self.wanted)
            made.hide()
            self._layout.addWidget(made, 1)
            self._panels[report_id] = made
        return self._panels[report_id]

    def open(self, report_id: str, choice: Choice | None = None) -> None:
        """Show the panel of one kind of file, and in it what was chosen elsewhere."""
        panel = self.panel(report_id)
        if choice is not None:
            panel.give(choice)
        if self.shown is not panel:
            self._leave()
        self.gallery.hide()
        self.shown = panel
        self.all_wanted.emit(True)  # noqa: FBT003 - a signal has no names
        panel.show()
        panel.open()
        panel.first.setFocus()

    def came_to_front(self) -> None:
        """Called each time the section is shown."""
        if self.shown is not None:
            self.shown.open()

    def return_home(self) -> None:
        """Come back to all files, to the card that was pressed."""
        earlier = self.shown
        self._leave()
        self.all_wanted.emit(False)  # noqa: FBT003 - as above
        self.gallery.show()
        if earlier is not None:
            self.gallery.cards[earlier.offered.id].setFocus()

    def _leave(self) -> None:
        if self.shown is not None:
            self.shown.close_preview()
            self.shown.hide()
        self.shown = None

    def _know_again(self, _bootcamp: object) -> None:
        if self.shown is not None and self.isVisible():
            self.shown.open()
