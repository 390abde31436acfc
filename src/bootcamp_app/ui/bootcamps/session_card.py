"""One session in the agenda: what it is, when, who leads it, and what is particular about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy

from bootcamp_app.core.i18n import N_, _, ngettext, words
from bootcamp_app.ui.bootcamps.group_words import group_in_words
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import Text, clock_time, digits, in_words, say, tongue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from bootcamp_app.features.bootcamps.views import Session

_LEAST = 220
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -1_000_000,
    Qt.Key.Key_End: 1_000_000,
}
_DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_REMOVES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


@dataclass(frozen=True)
class Shown:
    """A session as the agenda shows it."""

    session: Session
    overlaps: tuple[Session, ...] = ()
    is_running: bool = False
    is_impossible: bool = False


class SessionCard(QPushButton):
    """A session to press; arrows go on to the others, Delete asks whether it may go."""

    step_wanted = Signal(int)
    """The session so many places further on in time should get the keys."""
    day_wanted = Signal(int)
    """So should one of the day so many days further on that has any."""
    removal_wanted = Signal()

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self.shown = shown
        session = shown.session
        self.setProperty("kind", "choice")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        title = Label(lambda: session.title, wraps=True)
        title.setProperty("weight", "bold")
        hours = Label(lambda: hours_of(session), size="small", wraps=True)
        parts = [hours, title]
        if session.title_en and session.title_km and session.title_en != session.title_km:
            parts.append(
                Label(lambda: _other_title(session), size="small", tone="muted", wraps=True)
            )
        if session.facilitator:
            parts.append(Label(lambda: _led(session), size="small", tone="muted", wraps=True))
        self.pills = [Pill(*state) for state in _states(shown)]
        marks = [holding(Flow(*self.pills, gap=6))] if self.pills else []
        clashes = [
            Label(_overlap(one), size="small", tone="muted", wraps=True) for one in shown.overlaps
        ]
        self._lines = column(*parts, *marks, *clashes, gap=4, margin=14)
        self.setLayout(self._lines)
        for part in (*parts, *marks, *clashes):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        say(self, lambda: session.title, "setAccessibleName")
        say(self, self._described, "setAccessibleDescription")
        theme.changed.connect(self._fit)
        tongue.turned.connect(self._fit)

    def sizeHint(self) -> QSize:
        """Called by Qt: as high as the words need at this width."""
        width = max(self.width(), theme.px(_LEAST))
        return QSize(theme.px(_LEAST), self._lines.totalHeightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Called by Qt: no word may be clipped."""
        return QSize(theme.px(_LEAST), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: narrower is higher."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: arrows go to other sessions, Delete asks."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.step_wanted.emit(_STEPS[key])
        elif key in _DAYS:
            self.day_wanted.emit(_DAYS[key])
        elif key in _REMOVES:
            self.removal_wanted.emit()
        elif key == Qt.Key.Key_F2:
            self.click()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self._lines.invalidate()
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()

    def _described(self) -> str:
        session = self.shown.session
        states = [in_words(text) for text, _meaning, _icon in _states(self.shown)]
        clashes = [in_words(_overlap(one)) for one in self.shown.overlaps]
        told = [hours_of(session), _led(session) if session.facilitator else "", *states, *clashes]
        return ". ".join(filter(None, told))


def hours_of(session: Session) -> str:
    """Give from when until when a session lasts, in the digits that were chosen."""
    hours = f"{clock_time(session.starts_at)}–{clock_time(session.ends_at)}"
    if session.ends_at.date() > session.starts_at.date():
        return _("{hours} of the next day").format(hours=hours)
    return hours


def _led(session: Session) -> str:
    return _("Facilitator: {name}").format(name=session.facilitator)


def _other_title(session: Session) -> str:
    return session.title_en if words.language == "km" else session.title_km


def _overlap(other: Session) -> Text:
    return lambda: _("Overlaps with “{title}”").format(title=other.title)


def _states(shown: Shown) -> Iterator[tuple[Text, str, str]]:
    session = shown.session
    if shown.is_impossible:
        yield N_("ends before it begins"), "bad", "alert"
    if shown.is_running:
        yield N_("now"), "good", "play"
    if session.is_locked:
        yield N_("locked"), "", "lock"
    if shown.overlaps:
        yield N_("overlaps"), "warning", "alert"
    if session.is_mandatory:
        yield N_("mandatory"), "info", "check"
    if not session.counts:
        yield N_("does not count"), "", "certificate"
    if session.expects:
        yield (lambda: group_in_words(session.expects)), "", "users"
    if session.canvases:
        yield (lambda: _canvases(len(session.canvases))), "", "canvas"


def _canvases(n: int) -> str:
    return ngettext("{n} canvas", "{n} canvases", n).format(n=digits(n))
