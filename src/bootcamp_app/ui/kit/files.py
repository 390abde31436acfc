"""Asking which file is meant, and where one should lie."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileInfo, QStandardPaths, Qt
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QWidget

from bootcamp_app.core.i18n import _
from bootcamp_app.ui.words import Text, in_words, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def files_with(endings: Sequence[str]) -> Text:
    """Give a filter for files with one of these endings, such as `.xlsx`."""
    pattern = " ".join(f"*{ending}" for ending in endings)
    return lambda: f"{_('Files')} ({pattern})"


def ask_open(parent: QWidget, title: Text, filters: Sequence[Text],
             then: Callable[[Path], object]) -> QFileDialog:  # fmt: skip
    """Ask for a file that is there; `filters` are as Qt writes them, such as “Lists (*.xlsx)”."""
    dialog = _dialog(parent, title, then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    if filters:
        say(dialog, lambda: "\n".join(in_words(one) for one in filters), "setNameFilter")
    dialog.open()
    return dialog


def ask_open_many(parent: QWidget, title: Text, filters: Sequence[Text],
                  then: Callable[[list[Path]], object]) -> QFileDialog:  # fmt: skip
    """Ask for files that are there, one or many."""
    dialog = _dialog(parent, title, lambda _one: None)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    say(dialog, lambda: "\n".join(in_words(one) for one in filters), "setNameFilter")
    dialog.filesSelected.connect(lambda chosen: then([Path(one) for one in chosen]))
    dialog.open()
    return dialog


def ask_folder(parent: QWidget, title: Text, then: Callable[[Path], object]) -> QFileDialog:
    """Ask for a folder."""
    dialog = _dialog(parent, title, then)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()
    return dialog


def ask_save(parent: QWidget, title: Text, name: str, then: Callable[[Path], object],
             ending: str = "") -> QFileDialog:  # fmt: skip
    """Ask where a file should lie, with a name to begin with; its ending may be one of two."""
    dialog = _dialog(parent, title, then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    if suffix := (ending or Path(name).suffix).removeprefix("."):
        dialog.setDefaultSuffix(suffix)
    dialog.selectFile(name)
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: Text, then: Callable[[Path], object]) -> QFileDialog:
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    dialog = QFileDialog(parent.window())
    dialog.setIconProvider(_told_by_name())
    dialog.setDirectory(QStandardPaths.writableLocation(documents))
    say(dialog, title, "setWindowTitle")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    return dialog


class _ToldByName(QFileIconProvider):
    """Tells files from folders, and never looks into a file to find out what it is.

    Closing any file takes back every lock that this process has on it, and SQLite's are such
    locks: a look at the open workspace would leave it open to others while we write.
    """

    def icon(self, of: QFileInfo | QAbstractFileIconProvider.IconType) -> QIcon:
        """Called by Qt, for a file or for a kind."""
        if isinstance(of, QFileInfo):
            kinds = QAbstractFileIconProvider.IconType
            return super().icon(kinds.Folder if of.isDir() else kinds.File)
        return super().icon(of)

    def type(self, info: QFileInfo) -> str:
        """Called by Qt: the ending says enough."""
        return "" if info.isDir() else info.suffix()


@cache
def _told_by_name() -> _ToldByName:
    """Give the one provider; a dialog does not keep its own alive."""
    return _ToldByName()
