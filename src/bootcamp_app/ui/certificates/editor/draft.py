"""The layout in hand: changed at once, kept a moment later, taken back step by step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.bootcamps.views import BootcampChanged, LogosChanged, SessionsChanged
from bootcamp_app.features.certificates.design_views import (
    FilesChanged,
    LayoutChanged,
    SignatoriesChanged,
)
from bootcamp_app.features.certificates.editing import part_of
from bootcamp_app.features.certificates.views import Design
from bootcamp_app.features.people.views import (
    ManyChanged,
    PeopleImported,
    PersonAdded,
    PersonChanged,
)
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.ui.certificates.editor.steps import Steps
from bootcamp_app.ui.pace import Pace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bootcamp_app.bootstrap import App
    from bootcamp_app.core.changes import Announcement
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.design_views import (
        Sample,
        SignatoryAt,
        StoredFile,
        Working,
    )
    from bootcamp_app.ui.desk import Desk

    Document = Mapping[str, Any]

_PAUSE = 400
"""Milliseconds of rest after which a change is kept: one word typed is one step to take back."""
_OURS = (LayoutChanged, SignatoriesChanged, FilesChanged, LogosChanged)
_PRINTED = (
    BootcampChanged,
    SessionsChanged,
    ManyChanged,
    PeopleImported,
    PersonAdded,
    PersonChanged,
)
"""What changes the words of certificates, and is no step of the layout."""
_NOTHING = Design("", {"page": "A4-landscape", "parts": []})


_NO_STEP = {
    True: N_("There is nothing to undo here."),
    False: N_("There is nothing to do again."),
}


class Read(NamedTuple):
    """Everything that the editor shows besides the document."""

    working: Working
    signatories: Sequence[SignatoryAt]
    fonts: Sequence[StoredFile]
    pictures: Sequence[StoredFile]
    samples: Sequence[Sample]


class Draft(QObject):
    """Holds the document, which part of it is chosen, and what can be taken back."""

    changed = Signal()
    """The page looks otherwise now."""
    reread = Signal()
    """Signatories, fonts, pictures or the layout itself are others now."""
    part_chosen = Signal()
    """Another part is chosen, or none."""
    said = Signal(object, str)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._bootcamp: Bootcamp | None = None
        self._read: Read | None = None
        self._design = _NOTHING
        self._chosen = ""
        self._steps = Steps()
        self._writing = self._kept = 0
        self._is_dirty = False
        self._is_seen = True
        self._is_stale = False
        self._pace = Pace(self)
        self._pace.due.connect(self._look)
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE)
        self._rest.timeout.connect(self.keep)
        desk.bridge.acted.connect(self._hear)

    @property
    def read(self) -> Read | None:
        """What was read of the bootcamp; none before the first answer."""
        return self._read

    @property
    def design(self) -> Design:
        """The design as it is in hand, kept already or not."""
        return self._design

    @property
    def document(self) -> Document:
        """The layout as it is in hand."""
        return self._design.document

    @property
    def chosen(self) -> str:
        """The id of the chosen part, or empty."""
        return self._chosen

    @property
    def part(self) -> Mapping[str, Any] | None:
        """The chosen part."""
        return part_of(self.document, self._chosen)

    @property
    def may_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._is_dirty or bool(self._steps.done)

    @property
    def may_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._steps.undone) and not self._is_dirty

    def begin(self, bootcamp: Bootcamp) -> None:
        """Work on the layout of a bootcamp; what is in hand of another is kept there."""
        is_other = not self._is_ours(bootcamp.id)
        if is_other:
            self.keep()
            self._steps, self._read, self._design = Steps(), None, _NOTHING
        self._bootcamp = bootcamp
        if is_other:
            self.choose("")
            self.changed.emit()
        self._look()

    def see(self, *, is_seen: bool) -> None:
        """Know whether anybody sees the page: what changes unseen is read when they do."""
        self._is_seen = is_seen
        if is_seen and self._is_stale:
            self._look()

    def choose(self, part_id: str) -> None:
        """Have another part chosen, or none."""
        if part_id != self._chosen:
            self._chosen = part_id
            self.part_chosen.emit()

    def put(self, document: Document, *, is_held: bool = False) -> None:
        """Take a changed document; it is kept when nothing changes for a moment.

        While a part is held by the mouse it is kept only when that lets go.
        """
        if self._read is None or document == self.document:
            return
        self._design = replace(self._design, document=document)
        self._is_dirty = True
        if is_held:
            self._rest.stop()
        else:
            self._rest.start()
        self.changed.emit()

    def keep(self, then: Callable[[], object] = lambda: None) -> None:
        """Keep the document now, then do something."""
        self._rest.stop()
        bootcamp, document, layouts = self._bootcamp, self.document, self._desk.app.working_layouts
        if not self._is_dirty or bootcamp is None:
            then()
            return
        self._is_dirty = False
        self._write(lambda: layouts.change(bootcamp, document), lambda _none: then())

    def write(self, work: Callable[[App, Bootcamp], Any], then: Callable[[Any], object]) -> None:
        """Do something else to the bootcamp's certificates, after what is in hand is kept.

        What that gives is handed on.
        """
        app, bootcamp = self._desk.app, self._bootcamp
        if bootcamp is not None and self._read is not None:
            self.keep(lambda: self._write(lambda: work(app, bootcamp), then, is_known=False))

    def undo(self) -> None:
        """Take the latest step back."""
        self._press(is_undo=True)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._press(is_undo=False)

    @property
    def latest(self) -> str:
        """The latest act that can be taken back."""
        return self._steps.done[-1] if self._steps.done else ""

    def _press(self, *, is_undo: bool) -> None:
        """Take steps one after the other, however quickly they are asked for."""
        steps = self._steps
        steps.presses.append(is_undo)
        if len(steps.presses) == 1:
            self.keep(lambda: self._take(steps))

    def _take(self, steps: Steps) -> None:
        if steps is not self._steps or not steps.presses:
            return
        act, records = steps.act, self._desk.app.records
        if not act:
            self.said.emit(_NO_STEP[steps.presses[0]], "")
            steps.presses.clear()
            return

        def done(_undone: object) -> None:
            steps.took(act)
            if steps is self._steps and steps.presses:
                self.keep(lambda: self._take(steps))

        def failed(refusal: object) -> None:
            steps.presses.clear()
            steps.forget(act)
            self.refused.emit(refusal)
            self._look()

        self._desk.tasks.write(self, lambda: records.undo_act(act), done, failed)

    def _write(
        self, work: Callable[[], Any], then: Callable[[Any], object], *, is_known: bool = True
    ) -> None:
        """Write; what `is_known` is in hand already and need not be read anew."""
        self._writing += is_known

        def done(answer: object) -> None:
            self._writing -= is_known
            self._kept += 1
            then(answer)

        def failed(refusal: object) -> None:
            self._writing -= is_known
            self._steps.presses.clear()
            self.refused.emit(refusal)
            self._look()

        self._desk.tasks.write(self, work, done, failed)

    def _hear(self, announcement: Announcement) -> None:
        """Know each step, here or in another window, so that each can be taken back."""
        if self._bootcamp is None:
            return
        facts = announcement.facts
        undone = {one.act for one in facts if isinstance(one, RecordsUndone)}
        changes = [one for one in facts if isinstance(one, _OURS)]
        if undone:
            self._steps.hear_undone(announcement.act, undone)
            self._look()
        elif changes and all(self._is_ours(getattr(one, "bootcamp_id", "")) for one in changes):
            self._steps.hear(announcement.act)
            if not self._writing:
                self._look()
            else:
                self.changed.emit()
        elif any(isinstance(one, _PRINTED) for one in facts):
            self._pace.ask()

    def _is_ours(self, bootcamp_id: str) -> bool:
        """Say whether something is about this bootcamp, or about all of them."""
        return self._bootcamp is not None and bootcamp_id in ("", self._bootcamp.id)

    def _look(self) -> None:
        bootcamp, app, kept = self._bootcamp, self._desk.app, self._kept
        self._is_stale = not self._is_seen
        if bootcamp is not None and self._is_seen:
            self._desk.tasks.read(
                self,
                lambda: _read(app, bootcamp),
                lambda read: self._show(read, kept) if self._is_ours(bootcamp.id) else None,
                key="draft",
            )

    def _show(self, read: Read, kept: int) -> None:
        if self._writing or kept != self._kept:
            # What was read may be older than what was written meanwhile.
            self._look()
            return
        self._read = read
        document = self.document if self._is_dirty else read.working.document
        files = {one.id: one.data for one in (*read.fonts, *read.pictures)}
        design = read.working.design
        self._design = replace(design, document=document, files={**files, **design.files})
        if self._chosen and self.part is None:
            self._chosen = ""
            self.part_chosen.emit()
        self.reread.emit()
        self.changed.emit()


def _read(app: App, bootcamp: Bootcamp) -> Read:
    files = app.design_files
    return Read(
        app.working_layouts.of(bootcamp),
        app.signatories.of(bootcamp),
        files.offered("font"),
        files.offered("picture"),
        app.samples.of(bootcamp),
    )
