"""A day: typed as day/month/year in any digits, moved by the arrow keys, or picked from a month."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit

from bootcamp_app.core.i18n import N_, words
from bootcamp_app.core.khmer import latin_digits
from bootcamp_app.ui.kit.button import IconButton
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say, tongue

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

_BUTTON = 28
_STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 7,
    Qt.Key.Key_PageDown: -7,
}


class DateField(QLineEdit):
    """Holds a day; what cannot be read as one gives way to the day before it."""

    changed = Signal()

    def __init__(self, day: date) -> None:
        super().__init__()
        self._day = day
        self._month: _Month | None = None
        self._button = IconButton(N_("Pick a day"), "calendar")
        self._button.setParent(self)
        self._button.setProperty("kind", "inside")
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Alt+Down does the same
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.clicked.connect(self.pick)
        self.editingFinished.connect(self._settle)
        self.textEdited.connect(self._read)
        tongue.turned.connect(self._show)
        theme.changed.connect(self._scale)
        self._show()
        self._scale()

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self._day

    def show_day(self, day: date) -> None:
        """Show another day."""
        is_other, self._day = day != self._day, day
        self._show()
        if is_other:
            self.changed.emit()

    def pick(self) -> None:
        """Show the month to pick a day from."""
        # Kept, and not made anew: Qt still works on a month from which a day was just taken.
        self._month = self._month or _Month(self)
        self._month.show_under(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: arrows move by a day, page keys by a week."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.pick()
        elif key in _STEPS:
            self._settle()
            self.show_day(self._day + timedelta(days=_STEPS[key]))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: the button stays at the right end."""
        super().resizeEvent(event)
        side = theme.px(_BUTTON)
        self._button.setGeometry(
            self.width() - side - theme.px(6), (self.height() - side) // 2, side, side
        )

    def _read(self, text: str) -> None:
        day = day_in(text)
        if day is not None and day != self._day:
            self._day = day
            self.changed.emit()

    def _settle(self) -> None:
        if not self.isReadOnly():
            self._show()

    def _show(self) -> None:
        self.setText(digits(f"{self._day:%d/%m/%Y}"))

    def _scale(self) -> None:
        self.setTextMargins(0, 0, theme.px(_BUTTON), 0)


class _Month(QFrame):
    """A month that floats under its field."""

    def __init__(self, field: DateField) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setObjectName("month")
        self._field = field
        self.calendar = QCalendarWidget()
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.clicked.connect(self._take)
        self.calendar.activated.connect(self._take)
        say(self.calendar, N_("Pick a day"), "setAccessibleName")
        self.setLayout(column(self.calendar, margin=8))

    def show_under(self, field: DateField) -> None:
        """Show the month below its field, with the keyboard in it."""
        self.calendar.setLocale(QLocale("km_KH" if words.language == "km" else "en_GB"))
        self._dress()
        day = field.day
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        self.move(field.mapToGlobal(QPoint(0, field.height() + 4)))
        self.show()
        self.calendar.setFocus()

    def _dress(self) -> None:
        plain = QTextCharFormat()
        plain.setForeground(theme.colour("ink"))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekend, plain)  # Qt writes them in its own red
        self.calendar.setMinimumSize(theme.px(310), theme.px(300))

    def _take(self, chosen: QDate) -> None:
        self._field.show_day(date(chosen.year(), chosen.month(), chosen.day()))
        self.close()


def day_in(text: str) -> date | None:
    """Give the day that was written as day, month, year, or as year-month-day; else None."""
    parts = latin_digits(text).replace("-", "/").replace(".", "/").split("/")
    if len(parts) != 3 or not all(part.strip().isdecimal() for part in parts):
        return None
    first, month, last = (int(part) for part in parts)
    year, day = (first, last) if len(parts[0].strip()) == 4 else (last, first)
    try:
        return date(year, month, day) if year >= 1000 else None
    except ValueError:
        return None
