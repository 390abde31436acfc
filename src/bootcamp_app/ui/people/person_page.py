"""The page of one person: who they are, what they allow, where they took part, what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.badges.views import BadgeReplaced
from bootcamp_app.features.certificates.views import (
    CertificateCorrected,
    CertificateRevoked,
    CertificatesIssued,
    ExceptionsChanged,
)
from bootcamp_app.features.people.person_views import (
    ConsentRecorded,
    NoticeWritten,
    PersonSubstituted,
    PhotoChanged,
    QuestionsChanged,
)
from bootcamp_app.features.people.views import (
    ManyChanged,
    OrganisationChanged,
    OrganisationsMerged,
    PeopleImported,
    PeopleMerged,
    PeopleSettled,
    PersonChanged,
)
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.kit.scrolling import bring_into_view
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.kit.tab_order import follow_layouts
from bootcamp_app.ui.people.history_list import HistoryList
from bootcamp_app.ui.people.person_answers import AnswersForm
from bootcamp_app.ui.people.person_badge import BadgeCard
from bootcamp_app.ui.people.person_certificate import CertificateCard
from bootcamp_app.ui.people.person_consents import ConsentsCard
from bootcamp_app.ui.people.person_doings import PersonDoings
from bootcamp_app.ui.people.person_fields import PersonFields
from bootcamp_app.ui.people.person_organisation import OrganisationCard
from bootcamp_app.ui.people.person_parts import PartsCard
from bootcamp_app.ui.people.person_photo import PhotoCard
from bootcamp_app.ui.people.person_seen import Seen, see
from bootcamp_app.ui.people.person_state import StateCard

if TYPE_CHECKING:
    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.person_views import Question
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.people.kept_form import KeptForm
    from bootcamp_app.ui.people.person_camera import CameraDialog

_FIELDS = (
    "name_km", "name_en", "sex", "birth_year", "birth_date", "organisation",
    "position", "sector", "province", "district", "role", "team", "phone", "email", "disability",
    "note",
)  # fmt: skip
_SHOWN_ANEW = (
    BadgeReplaced, CertificateCorrected, CertificateRevoked, CertificatesIssued, ConsentRecorded,
    ExceptionsChanged, ManyChanged, NoticeWritten, OrganisationChanged,
    OrganisationsMerged, PeopleImported, PeopleMerged, PeopleSettled, PersonChanged,
    PersonSubstituted, PhotoChanged, QuestionsChanged, RecordsUndone,
)  # fmt: skip
_TWO_COLUMNS, _ABOVE = 860, 24
_NOT_KEPT = N_("What is marked below is not kept yet. Mend it, or press Back once more to leave.")


class PersonView(QWidget):
    """Shows one person; what is put in is kept as soon as its field is left."""

    left = Signal()
    said = Signal(object, str)
    shown = Signal()
    """They are shown as they are now, maybe under another name."""
    badge_wanted = Signal(object)
    """The Participant whose badge is to be printed."""

    def __init__(self, desk: Desk, bootcamp: Bootcamp, person: Participant) -> None:
        super().__init__()
        self.person = person
        self.seen: Seen | None = None
        self._desk = desk
        self._bootcamp = bootcamp
        self._was_warned = False
        self.doings = PersonDoings(self, desk, bootcamp)
        self.camera: CameraDialog | None = None
        self.banner = Banner()
        self.back = button(N_("Back"), self.leave, icon_name="chevron-left")
        self.photo = PhotoCard()
        self.state = StateCard()
        self.form = PersonFields(desk, bootcamp, _FIELDS)
        self.organisation = OrganisationCard()
        self.answers = AnswersForm((), self.doings.today)
        self.consents = ConsentsCard(bootcamp.zone)
        self.parts = PartsCard(self.doings.ask_substitute)
        self.badge = BadgeCard()
        self.certificate = CertificateCard()
        self.history = HistoryList()
        self._build()
        self._connect()
        self.look()

    def look(self) -> None:
        """Show the person as they are now."""
        app, bootcamp, ref = self._desk.app, self._bootcamp, self.person.participation_id
        self._desk.tasks.read(self, lambda: see(app, bootcamp, ref), self._show, key="see")

    def refuse(self, refusal: Refusal) -> None:
        """Say in place why something was not done."""
        self.banner.refuse(refusal)

    def leave(self) -> None:
        """Go back, once what was put in is kept and what must be answered is."""
        if self._was_warned:
            self.left.emit()
            return
        self._leave_all()
        self.doings.when_written(self._go)

    def print_badge(self) -> None:
        """Keep what was typed, which may be on the badge, and print it."""
        if self._leave_all():
            self.doings.when_written(self._print)

    def show_new_badge(self, code: str) -> None:
        """Show the code that counts from now on."""
        self.badge.show_new(code)

    def show_history(self) -> None:
        """Lead to what became of them, the newest act first."""
        bring_into_view(self.history, _ABOVE)
        if self.history.undos:
            self.history.undos[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_all(self) -> bool:
        left = [form.leave_all() for form in self._forms()]
        return all(left)

    def _forms(self) -> tuple[KeptForm, ...]:
        return (self.form, self.answers, self.organisation.form)

    def _is_kept(self) -> bool:
        return not any(form.is_refused for form in self._forms())

    def _go(self) -> None:
        if self._is_kept():
            self.left.emit()
            return
        self._was_warned = True
        self.banner.show_text(_NOT_KEPT, "warning")

    def _print(self) -> None:
        if self._is_kept():
            self._desk.tasks.read(self, self._now, self.badge_wanted.emit, key="badge")

    def _now(self) -> Participant:
        found = self._desk.app.people.some([self.person.participation_id])
        return found[0] if found else self.person

    def _show(self, seen: Seen | None) -> None:
        if seen is None:
            self._be_gone()
            return
        is_first, self.seen, self.person = self.seen is None, seen, seen.person
        self.photo.show_photo(seen.photo, seen.consents.get("photo"))
        self.state.show_status(seen.person.status)
        self.form.show_details(seen.details)
        self.organisation.show_organisation(seen.organisation)
        self._ask(seen.questions)
        self.answers.show_answers(seen.details)
        self.consents.show_consents(seen.consents, seen.notice)
        self.parts.show_parts(seen.parts, seen.person.participation_id)
        self.badge.show_code(seen.code)
        self.certificate.show_standing(seen.standing, seen.certificates)
        self.history.show_history(seen.told)
        self._whole.setEnabled(True)
        follow_layouts(self)
        if is_first and self.isVisible() and QApplication.activeModalWidget() is None:
            self.form.field(_FIELDS[0]).setFocus(Qt.FocusReason.TabFocusReason)
        self.shown.emit()

    def _be_gone(self) -> None:
        if self.seen is None:
            self.said.emit(N_("This person is no longer in the list."), "")
        self.left.emit()

    def _ask(self, questions: list[Question]) -> None:
        if self.answers.questions != tuple(questions):
            self.answers.hide()
            self.answers.deleteLater()
            self.answers = AnswersForm(questions, self.doings.today)
            self.answers.written.connect(self.doings.change)
            self.answers.changed.connect(self._go_on)
            self._asked.body.addWidget(self.answers)
        self._asked.setVisible(bool(questions))

    def _go_on(self) -> None:
        self._was_warned = False

    def _build(self) -> None:
        self._asked = Card(N_("What this bootcamp asks"), self.answers)
        self._asked.hide()
        details = Card(N_("Details"), self.form)
        # Where both stand one under the other, who may come is still seen first.
        first = holding(column(self.state, details, self._asked, 1, gap=20))
        second = holding(
            column(
                self.photo, self.consents, self.badge, self.certificate, self.organisation,
                self.parts, self.history, 1, gap=20,
            )
        )  # fmt: skip
        self._whole = SideBySide(first, second, needed=_TWO_COLUMNS, gap=20)
        # Until it is known who they are there is nothing to change.
        self._whole.setEnabled(False)
        self.setLayout(column(holding(Flow(self.back)), self.banner, self._whole, 1, gap=16))
        keys = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.leave)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _connect(self) -> None:
        doings = self.doings
        self.form.written.connect(doings.change)
        self.organisation.form.written.connect(doings.change_organisation)
        for form in (self.form, self.organisation.form):
            form.changed.connect(self._go_on)
        self.state.decided.connect(doings.decide)
        self.consents.answered.connect(doings.answer)
        self.photo.file_chosen.connect(doings.take_file)
        self.photo.camera_wanted.connect(self._open_camera)
        self.photo.remove_wanted.connect(doings.remove_photo)
        self.photo.allowed.connect(doings.allow_photo)
        self.badge.replace_wanted.connect(doings.replace_badge)
        self.badge.print_wanted.connect(self.print_badge)
        self.history.undo_wanted.connect(doings.undo)
        self._desk.bridge.happened.connect(self._hear)

    def _open_camera(self) -> None:
        # Opening a camera is heavy to import, and few portraits are taken so.
        from bootcamp_app.ui.people.person_camera import CameraDialog  # noqa: PLC0415

        self.camera = CameraDialog(self, self._desk)
        self.camera.taken.connect(self.doings.take_shot)
        self.camera.open()
        self.camera.start()

    def _hear(self, fact: object) -> None:
        if isinstance(fact, _SHOWN_ANEW):
            self.look()
