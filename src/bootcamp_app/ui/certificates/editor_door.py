"""The way from the list of certificates into the editor of their layout, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.ui.certificates.certificates_page import CertificatesPage
    from bootcamp_app.ui.certificates.editor.editor_view import EditorView
    from bootcamp_app.ui.desk import Desk


class EditorDoor(QObject):
    """A button that opens the editor in place of the list; it is made when it is first opened."""

    def __init__(self, page: CertificatesPage, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._instead: QWidget | None = None
        self.view: EditorView | None = None
        self.button = button(N_("Layout…"), page.edit_layout, icon_name="edit")
        self.button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Called by Qt with what the button hears: once seen, it opens without a wait."""
        if event.type() == QEvent.Type.Show and self.view is None:
            self._desk.tasks.read_behind(self, _editor, lambda _view: None, key="editor")
        return super().eventFilter(watched, event)

    def open(self, instead: QWidget) -> None:
        """Show the editor instead of something else of the page."""
        bootcamp = self._desk.bootcamp
        if bootcamp is not None:
            self._instead = instead
            instead.hide()
            self._page.show_head(is_shown=False)
            view = self.view or self._made()
            view.show()
            view.open(bootcamp)

    def close(self) -> None:
        """Show the editor no more; what was in hand is kept."""
        if self.view is not None and self._instead is not None:
            self._instead = None
            self._page.show_head(is_shown=True)
            self.view.draft.keep()
            self.view.hide()

    def _made(self) -> EditorView:
        self.view = _editor()(self._desk)
        self.view.left.connect(self._go_back)
        self.view.said.connect(self._page.said)
        self._page.add(self.view, 1)
        return self.view

    def _go_back(self) -> None:
        self._page.show_list()
        self.button.setFocus()


def _editor() -> type[EditorView]:
    from bootcamp_app.ui.certificates.editor.editor_view import (  # noqa: PLC0415 - QtPdf
        EditorView,
    )

    return EditorView
