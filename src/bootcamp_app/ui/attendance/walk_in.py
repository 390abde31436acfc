"""Registering who is on no list, by the keyboard alone: names, sex, organisation, badge."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QScrollArea, QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.core.khmer import is_khmer
from bootcamp_app.features.badges.service import NotBlank
from bootcamp_app.features.people.nominees import Nominee
from bootcamp_app.features.people.views import Arrival
from bootcamp_app.ui.attendance.alike_people import KEYS, AlikePeople
from bootcamp_app.ui.attendance.badge_way import BLANK, BadgeWay
from bootcamp_app.ui.attendance.typed import apart, is_number
from bootcamp_app.ui.attendance.walk_in_fields import WalkInFields
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.fields import ChoiceField
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.kit.scrolling import bring_into_view
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.people.person_views import Alike, Question
    from bootcamp_app.ui.attendance.answers import Answer
    from bootcamp_app.ui.desk import Desk

_REST, _FEWEST, _AROUND = 150, 2, 48
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NO_BADGE = N_("Scan the blank badge, or choose another way to give one.")
_SAVING = N_("Saving…")
_HINT = N_(
    "Enter goes on and registers after the last field. F, M or O: the sex. F9: in place of a "
    "colleague. Esc goes back."
)
_THROWN_AWAY = N_("Press Esc once more to go back. What you typed is thrown away.")


class WalkIn(QScrollArea):
    """The form at the door. Nothing of it is kept until it says so, and then all of it is."""

    came = Signal(object)
    """A WalkedIn, when it is durable."""
    scanned = Signal(str)
    """A badge that was scanned while a name was being typed."""
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._at: tuple[Bootcamp, Session] | None = None
        self._known: Alike | None = None
        self._is_writing = self._is_warned = False
        self._digits = ""
        self.banner = Banner(may_close=False)
        self.alike = AlikePeople()
        self.fields = WalkInFields(desk, self.alike)
        self.badge = BadgeWay(desk.memory)
        self.main = button(N_("Register and check in"), self.register, kind="main",
                           icon_name="user-plus")  # fmt: skip
        self.back = button(N_("Cancel"), self.leave)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._looked_at: QWidget = self.fields.name_km
        self._look_there = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()

    def begin(self, bootcamp: Bootcamp, session: Session, text: str = "") -> None:
        """Be ready for the next person, of whom something may have been typed already."""
        self._at = (bootcamp, session)
        self._known, self._is_warned = None, False
        self.banner.hide()
        self.alike.show_people(())
        self.fields.begin(bootcamp, session)
        self.badge.begin()
        if text.strip() and not is_number(text):
            (self.fields.name_km if is_khmer(text) else self.fields.name_en).setText(text.strip())
        questions = self._desk.app.questions
        self._desk.tasks.read(
            self,
            lambda: questions.of(bootcamp),
            lambda found: self._ask(bootcamp, found),
            key="questions",
        )
        self._follow_order()
        self._focus(self.fields.name_km)

    def come_to(self, session: Session) -> None:
        """Take who is being written down to another session of the same bootcamp."""
        if self._at is not None:
            self._at = (self._at[0], session)

    @property
    def session(self) -> Session | None:
        """The session that somebody is registered for."""
        return self._at[1] if self._at else None

    def take_focus(self) -> None:
        """Have the next key go into the form, where it went before."""
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            mine = self.focusWidget()
            chosen = mine if mine in self._order() else self.fields.name_km
            self._focus(chosen)

    def leave(self) -> None:
        """Go back to the door; what was typed is thrown away at the second asking."""
        if self._is_writing:
            return
        is_empty = self.fields.is_empty and not self.badge.code
        if is_empty or self._is_warned:
            self.left.emit()
            return
        self._say(_THROWN_AWAY, "warning")
        self._is_warned = True

    def register(self) -> None:
        """Register, give the badge and check in; what is wrong is said at its field."""
        if self._at is None or self._is_writing or self._scan_in_a_field():
            return
        bootcamp, session = self._at
        today = self._desk.app.clock.now().astimezone(bootcamp.zone).date()
        nominee = self._of_known() if self._known else self.fields.understood(today)
        if nominee is None:
            self._focus(self.fields.first_wrong or self.fields.name_km)
            return
        if self.badge.way == BLANK and not self.badge.code and self._needs_badge:
            self._refuse(NotBlank(_NO_BADGE))
            return
        arrival = Arrival(
            nominee,
            person_id=self._known.person_id if self._known else "",
            in_place_of=self.fields.in_place_of,
            blank_badge=self.badge.code if self._needs_badge else "",
        )
        self._take_in(session, arrival)

    def show_answer(self, answer: Answer) -> None:
        """Say what came of a badge that was scanned meanwhile."""
        self.banner.show_text(
            lambda: " · ".join(filter(None, (in_words(answer.headline), answer.name))),
            answer.meaning or "info",
        )

    def take_blank(self, code: str) -> None:
        """Make a blank badge that was scanned into another field the one that is given."""
        self.badge.take_blank(code)
        self.banner.show_text(N_("The blank badge is ready for this person."), "info")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt with each key that no field takes."""
        key = Qt.Key(event.key())
        if key in _ENTER:
            self._go_on(may_register=True)
        elif key == Qt.Key.Key_Escape and self._holds_focus(self.fields.seat):
            self.fields.show_seat(is_asked=False)
            self._focus(self.fields.sex)
        elif key == Qt.Key.Key_Escape:
            self.leave()
        elif key in KEYS:
            self.alike.take(KEYS.index(key))
        elif key == Qt.Key.Key_F9:
            self.fields.show_seat(is_asked=True)
            self._follow_order()
            self._focus(self.fields.seat)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Called by Qt: a scanner may type where there is no text to type into."""
        if (
            isinstance(watched, ChoiceField)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.text().isdecimal()
        ):
            self._digits += event.text()
            return True
        return super().eventFilter(watched, event)

    @property
    def _needs_badge(self) -> bool:
        """Whether a badge is given: who is on the list of this bootcamp has one."""
        return self._known is None or not self._known.participation_id

    def _build(self) -> None:
        hint = Label(_HINT, size="small", tone="muted", wraps=True)
        title = Label(N_("Register a walk-in"), size="heading", wraps=True)
        buttons = holding(Flow(self.main, self.back))
        parts = (self.banner, self.fields, self.badge, hint, buttons, 1)
        # What lies in a scroll area itself has no ground of its own.
        self.setWidget(holding(column(Card("", title, *parts, gap=14))))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _connect(self) -> None:
        self._rest.timeout.connect(self._look)
        self._look_there.timeout.connect(
            lambda: bring_into_view(self._looked_at, theme.px(_AROUND))
        )
        self.fields.names_changed.connect(self._names_changed)
        for part in (self.fields, self.badge):
            part.changed.connect(self._unwarn)
        self.badge.ways.changed.connect(self._follow_order)
        self.fields.offer_taken.connect(lambda: self._go_on(may_register=False))
        self.alike.taken.connect(self._take_known)

    def _order(self) -> list[QWidget]:
        return [*self.fields.fields, *self.badge.fields]

    def _ask(self, bootcamp: Bootcamp, questions: Sequence[Question]) -> None:
        self.fields.ask(bootcamp, questions)
        self._follow_order()

    def _follow_order(self) -> None:
        """Have Tab go through the fields as they lie, also through those that came later."""
        order = [*self._order(), self.main, self.back]
        for first, second in pairwise(order):
            self.setTabOrder(first, second)
        for chosen in self.findChildren(ChoiceField):
            chosen.installEventFilter(self)

    def _go_on(self, *, may_register: bool) -> None:
        """Go on to the next field that needs an answer each time, or register after the last."""
        if self._is_writing or self._scan_in_a_field():
            return
        order = self._order()
        here = next((one for one in order if self._holds_focus(one)), None)
        if here is None:
            return
        seldom = set(self.badge.fields) - {self.badge.blank}
        after = [one for one in order[order.index(here) + 1 :] if one not in seldom]
        if after:
            self._focus(after[0])
        elif may_register:
            self.register()

    def _holds_focus(self, field: QWidget) -> bool:
        focused = self.focusWidget()
        return focused is not None and (field is focused or field.isAncestorOf(focused))

    def _scan_in_a_field(self) -> bool:
        """Take a badge out of the field into which it was scanned; say whether there was one."""
        _, code = apart(self._digits)
        self._digits = ""
        if code:
            self.scanned.emit(code)
            return True
        for field in self.fields.fields:
            if isinstance(field, QLineEdit):
                typed, code = apart(field.text())
                if code:
                    field.setText(typed.rstrip())
                    self.scanned.emit(code)
                    return True
        return False

    def _focus(self, field: QWidget) -> None:
        if not self.isVisible():
            return
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, QLineEdit):
            field.selectAll()
        self._digits = ""
        self._looked_at = field
        # After what is said at the field has been laid out.
        self._look_there.start()

    def _names_changed(self) -> None:
        self._known = None
        self._rest.start()

    def _look(self) -> None:
        names, at = self.fields.names, self._at
        if at is None or max(map(len, names)) < _FEWEST:
            self.alike.show_people(())
            return
        people, bootcamp = self._desk.app.people, at[0]
        self._desk.tasks.read(
            self,
            lambda: people.alike(bootcamp, *names),
            lambda found: self._show_alike(names, found),
            key="alike",
        )

    def _show_alike(self, names: tuple[str, str], found: list[Alike]) -> None:
        if names == self.fields.names and self._known is None:
            self.alike.show_people(found)

    def _take_known(self, one: Alike) -> None:
        """Take somebody who is known; who still needs a badge has it scanned first."""
        self.fields.name_km.setText(one.name_km)
        self.fields.name_en.setText(one.name_en)
        self._rest.stop()
        self._known = one
        self.alike.show_people([one])
        if self._needs_badge and self.badge.way == BLANK and not self.badge.code:
            self._focus(self.badge.blank)
        else:
            self.register()

    def _of_known(self) -> Nominee:
        return Nominee(0, {}, self.fields.answers())

    def _take_in(self, session: Session, arrival: Arrival) -> None:
        self._is_writing = True
        self._say(_SAVING, "info")
        walk_ins = self._desk.app.walk_ins
        task = self._desk.tasks.write(
            self, lambda: walk_ins.take_in(session, arrival), self.came.emit, self._refuse
        )
        task.ended.connect(self._end_writing)

    def _end_writing(self) -> None:
        self._is_writing = False
        self.banner.hide()

    def _refuse(self, refusal: Refusal) -> None:
        if isinstance(refusal, NotBlank):
            self.badge.refuse(refusal)
            self._focus(self.badge.blank)
        else:
            self.banner.refuse(refusal)

    def _say(self, text: str, meaning: str) -> None:
        self.banner.show_text(text, meaning)
        self.ensureWidgetVisible(self.banner)

    def _unwarn(self) -> None:
        if self._is_warned:
            self._is_warned = False
            self.banner.hide()
