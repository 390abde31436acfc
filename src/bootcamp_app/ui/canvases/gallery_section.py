"""The gallery of templates, each as it will print, and the editor of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.features.canvases.own_templates import write_template
from bootcamp_app.features.canvases.views import OwnTemplatesChanged
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.ui.canvases.canvas_paper import CanvasPaper
from bootcamp_app.ui.canvases.gallery_list import GalleryList
from bootcamp_app.ui.canvases.kit_view import KitView
from bootcamp_app.ui.canvases.new_boards import ask_boards
from bootcamp_app.ui.canvases.section import Section
from bootcamp_app.ui.canvases.template_editor.template_editor import TemplateEditor
from bootcamp_app.ui.kit.endings import file_name, with_ending
from bootcamp_app.ui.kit.files import ask_open, ask_save, files_with
from bootcamp_app.ui.kit.layouts import column

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.features.canvases.views import Template
    from bootcamp_app.ui.canvases.template_card import TemplateCard
    from bootcamp_app.ui.desk import Desk

_ENDING = ".json"


class GallerySection(Section):
    """Shows the canvases that there are, prints them at true size, and makes boards from them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = GalleryList(desk.tasks)
        self.canvas = CanvasPaper(desk.tasks)
        self.editor = TemplateEditor(desk)
        self.kit = KitView(desk)
        self._last: TemplateCard | None = None
        self._build()
        self._connect()
        self._read()

    @property
    def cards(self) -> list[TemplateCard]:
        """The card of each canvas."""
        return self.list.cards

    def open_canvas(self, card: TemplateCard) -> None:
        """Show a canvas as it will print."""
        self._last = card
        self.open_template(card.template)

    def open_template(self, template: Template) -> None:
        """Show a canvas as it will print, be there a card of it as yet or not."""
        self._show(self.canvas)
        self.canvas.show_template(template)

    def return_home(self) -> None:
        """Come back to all canvases."""
        if not self.editor.isHidden():
            self.editor.leave()
            return
        self.canvas.leave()
        self.kit.leave()
        self._show(self.list)
        if self._last is not None and self._last in self.cards:
            self._last.setFocus()

    def show_kit(self) -> None:
        """Show what the agenda needs on paper."""
        bootcamp = self.desk.bootcamp
        if bootcamp is None:
            self.refused.emit(
                Refusal("A room kit belongs to a bootcamp. Make one first, on Today.")
            )
            return
        self._last = None
        self._show(self.kit)
        self.kit.show_kit(bootcamp)

    def make_board(self) -> None:
        """Ask for whom a board is made from the canvas that is shown, and make it."""
        template, bootcamp = self.canvas.template, self.desk.bootcamp
        if template is None:
            return
        if bootcamp is None:
            self.refused.emit(Refusal("A board belongs to a bootcamp. Make one first, on Today."))
            return
        app, paper = self.desk.app, self.canvas.chosen
        self.desk.tasks.read(
            self,
            lambda: (app.templates.all(), tuple(app.teams.all(bootcamp))),
            lambda read: ask_boards(self, *read, template.id, paper),
            key="new board",
        )

    def take_in(self, path: Path) -> None:
        """Keep the canvas of a file, and show it."""
        self.desk.tasks.write(
            self,
            lambda: self.desk.app.own_templates.take_in(path),
            self._show_new,
            self.refused.emit,
        )

    def save_to(self, path: Path) -> None:
        """Write the canvas that is shown into a file."""
        template = self.canvas.template
        if template is not None:
            self.desk.tasks.write(
                self,
                lambda: _written(template, path),
                self._say_saved,
                self.refused.emit,
            )

    def copy(self) -> None:
        """Make a canvas of one's own from the one that is shown."""
        template = self.canvas.template
        if template is not None:
            self.desk.tasks.write(
                self,
                lambda: self.desk.app.own_templates.copy(template.id),
                self._show_new,
                self.refused.emit,
            )

    def remove(self) -> None:
        """Have the canvas that is shown no more; a toast takes it back."""
        template = self.canvas.template
        if template is not None:
            self.desk.tasks.write(
                self,
                lambda: self.desk.app.own_templates.remove(template),
                lambda act: self._say_removed(template, act),
                self.refused.emit,
            )

    def change(self, template: Template) -> None:
        """Change a canvas of one's own."""
        self.canvas.leave()
        self._show(self.editor)
        self.editor.open(template)

    def _build(self) -> None:
        self._parts = (self.list, self.canvas, self.editor, self.kit)
        whole = column(*self._parts)
        for at in range(len(self._parts)):
            whole.setStretch(at, 1)
        self.setLayout(whole)
        self._show(self.list)

    def _show(self, shown: QWidget) -> None:
        """Show one of the parts in place of the others."""
        for part in self._parts:
            part.setVisible(part is shown)

    def _connect(self) -> None:
        self.list.opened.connect(self.open_canvas)
        self.list.file_wanted.connect(self._ask_file)
        self.list.kit_wanted.connect(self.show_kit)
        self.kit.left.connect(self.return_home)
        self.kit.paper.saved.connect(self._say_saved)
        self.canvas.left.connect(self.return_home)
        self.canvas.paper.saved.connect(self._say_saved)
        acts = self.canvas.acts
        acts.board_wanted.connect(self.make_board)
        acts.copy_wanted.connect(self.copy)
        acts.change_wanted.connect(self._change_shown)
        acts.file_wanted.connect(self._ask_where)
        acts.removal_wanted.connect(self.remove)
        self.editor.left.connect(self._leave_editor)
        self.desk.bridge.happened.connect(self._hear)

    def _change_shown(self) -> None:
        if self.canvas.template is not None:
            self.change(self.canvas.template)

    def _leave_editor(self, template: Template) -> None:
        self.editor.hide()
        self.open_template(template)
        self._read()

    def _hear(self, fact: object) -> None:
        if isinstance(fact, OwnTemplatesChanged | RecordsUndone):
            self._read()

    def _read(self) -> None:
        self.desk.tasks.read(self, self.desk.app.templates.own, self._know, key="own")

    def _know(self, own: dict[str, Template]) -> None:
        self.list.show_own(own.values())
        if self.editor.draft is not None:
            self.editor.know(own.get(self.editor.draft.id))
            return
        shown = self.canvas.template
        if shown is None or not shown.is_own or self.canvas.isHidden():
            return
        if shown.id not in own:
            self.return_home()
        elif own[shown.id] != shown:
            self.canvas.show_template(own[shown.id])

    def _ask_file(self) -> None:
        ask_open(self, N_("A canvas from a file"), [files_with([_ENDING])], self.take_in)

    def _ask_where(self) -> None:
        template = self.canvas.template
        if template is not None:
            name = file_name(str(template.title), ending=_ENDING)
            ask_save(self, N_("Save as"), name, self.save_to)

    def _show_new(self, template: Template) -> None:
        self._last = None
        self.change(template)
        self.said.emit(Sentence("“{title}” is yours now.", title=template.title), "")

    def _say_removed(self, template: Template, act: str) -> None:
        self.return_home()
        self.said.emit(Sentence("“{title}” was removed.", title=template.title), act)

    def _say_saved(self, path: object) -> None:
        self.said.emit(Sentence("Saved as “{name}”.", name=getattr(path, "name", "")), "")


def _written(template: Template, path: Path) -> Path:
    target = with_ending(path, _ENDING)
    write_template(template, target)
    return target
