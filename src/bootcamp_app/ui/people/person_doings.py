"""What is written of one person from their page, each act with its undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.features.badges.views import BadgeReplaced
from bootcamp_app.features.people.consents import Answered
from bootcamp_app.features.people.person_views import (
    ConsentRecorded,
    PersonSubstituted,
    PhotoChanged,
)
from bootcamp_app.features.people.views import OrganisationChanged, PersonChanged
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.ui.people.acts import Acts
from bootcamp_app.ui.people.person_substitute import SubstituteDialog
from bootcamp_app.ui.taking_back import TakenBack, take_back, told
from bootcamp_app.ui.tasks import Job

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.people.person_page import PersonView
    from bootcamp_app.ui.words import Text

_OF_PEOPLE = ("people", "participations", "consents", "photos")


class PersonDoings(QObject):
    """Writes in the background, says what was done, and says a refusal where it belongs."""

    def __init__(self, view: PersonView, desk: Desk, bootcamp: Bootcamp) -> None:
        super().__init__(view)
        self._view = view
        self._desk = desk
        self._bootcamp = bootcamp
        self._done = Acts(desk)
        self._is_replacing = False
        self._under_way = 0
        self._then: Callable[[], object] | None = None

    @property
    def today(self) -> date:
        """The day at the place of the bootcamp."""
        return self._desk.app.clock.now().astimezone(self._bootcamp.zone).date()

    def change(self, fields: dict[str, Any]) -> None:
        """Write fields of the person."""
        people, person = self._desk.app.people, self._view.person
        forms = (self._view.form, self._view.answers)

        def done(_none: object) -> None:
            for form in forms:
                form.arrived(fields)
            self._changed(Sentence("{name} was changed.", name=person.name), PersonChanged)

        def refused(refusal: Refusal) -> None:
            if not any(form.take_back(refusal, fields) for form in forms):
                self._view.refuse(refusal)

        self._put(lambda: people.change(person, **fields), done, refused)

    def change_organisation(self, fields: dict[str, Any]) -> None:
        """Write what is known of whom they come from, for everybody of it."""
        organisation, form = self._view.organisation.organisation, self._view.organisation.form
        if organisation is None:
            return
        organisations, ref = self._desk.app.organisations, organisation.id

        def done(_organisation: object) -> None:
            form.arrived(fields)
            changed = Sentence("{name} was changed.", name=organisation.name)
            self._changed(changed, OrganisationChanged)

        def refused(refusal: Refusal) -> None:
            form.take_back(refusal, fields)

        self._put(lambda: organisations.change(ref, **fields), done, refused)

    def when_written(self, then: Callable[[], object]) -> None:
        """Do something once nothing that was put in is on its way any more."""
        if self._under_way:
            self._then = then
        else:
            then()

    def decide(self, status: str) -> None:
        """Write whether they may come."""
        self.change({"status": status})

    def answer(self, answered: Answered, then: Callable[[], object] | None = None) -> None:
        """Write down a yes or a no to a use of their data."""
        consents, ref = self._desk.app.consents, self._view.person.person_id

        def done(_consent: object) -> None:
            self._say(N_("What they said was written down."), ConsentRecorded)
            if then is not None:
                then()

        self._write(lambda: consents.record(ref, answered), done)

    def allow_photo(self, is_given: bool) -> None:
        """Write down what they said of photos; with a yes, go on to take one."""
        said = Answered(
            "photo", is_given=is_given, how=self._view.consents.how.key,
            language=self._view.consents.language,
        )  # fmt: skip
        self.answer(said, self._view.photo.go_on if is_given else None)

    def take_file(self, path: Path) -> None:
        """Keep the picture of a file as their portrait."""
        # Pictures are heavy to import, and most sittings take none.
        from bootcamp_app.reading.portraits import portrait  # noqa: PLC0415

        self._keep(lambda: portrait(path))

    def take_shot(self, data: bytes) -> None:
        """Keep what the camera took as their portrait."""
        from bootcamp_app.reading.portraits import portrait_of  # noqa: PLC0415 - as above

        self._keep(lambda: portrait_of(data, ""))

    def remove_photo(self) -> None:
        """Keep no portrait."""
        photos, ref = self._desk.app.photos, self._view.person.person_id
        gone = N_("The photo was removed.")
        self._write(lambda: photos.remove(ref), lambda _none: self._say(gone, PhotoChanged))

    def replace_badge(self) -> None:
        """Give a new badge for a lost one, once for however many presses."""
        if self._is_replacing:
            return
        self._is_replacing = True
        badges, person = self._desk.app.badges, self._view.person
        self._desk.tasks.write(
            self._view, lambda: badges.replace(person), self._replaced, self._not_replaced
        )

    def undo(self, act: str) -> None:
        """Take back what an act did to this person, and to nobody else."""
        seen, app = self._view.seen, self._desk.app
        if seen is None:
            return
        mine = set(seen.records)

        def work() -> TakenBack:
            written = app.records.touched(act)
            is_mine = {row for table, row in written if table in _OF_PEOPLE} <= mine
            # Who was added alone goes with the badge that they were given.
            return take_back(app, act, None if is_mine else seen.records)

        def done(taken: TakenBack) -> None:
            self._say(told(taken, N_("The change was taken back.")), RecordsUndone)

        self._write(work, done)

    def ask_substitute(self) -> None:
        """Ask who came in their place."""
        dialog = SubstituteDialog(self._view, self._desk, self._bootcamp, self._view.person)
        dialog.came.connect(self._came)
        dialog.open()

    def _came(self, came: Participant) -> None:
        said = Sentence(
            "{name} came in place of {first}.", name=came.name, first=self._view.person.name
        )
        self._say(said, PersonSubstituted)

    def _keep(self, picture: Callable[[], bytes]) -> None:
        photos, ref = self._desk.app.photos, self._view.person.person_id
        kept = N_("The photo is kept.")

        def keep(jpeg: bytes) -> None:
            self._write(lambda: photos.keep(ref, jpeg), lambda _none: self._say(kept, PhotoChanged))

        self._desk.tasks.long(
            self._view, Job(lambda _step: picture(), keep, failed=self._view.refuse)
        )

    def _write(self, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        self._desk.tasks.write(self._view, work, done, self._view.refuse)

    def _put(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object],
        refused: Callable[[Refusal], object],
    ) -> None:
        self._under_way += 1

        def settled(then: Callable[[Any], object], answer: object) -> None:
            self._under_way -= 1
            then(answer)
            if not self._under_way and self._then is not None:
                wanted, self._then = self._then, None
                wanted()

        self._desk.tasks.write(self._view, work, partial(settled, done), partial(settled, refused))

    def _changed(self, text: Text, kind: type) -> None:
        self._view.banner.hide()
        self._say(text, kind)
        # What was typed may be kept otherwise, such as a phone with its blanks.
        self._view.look()

    def _replaced(self, code: str) -> None:
        self._is_replacing = False
        self._view.show_new_badge(code)
        self._say(Sentence("{name} has a new badge.", name=self._view.person.name), BadgeReplaced)

    def _not_replaced(self, refusal: Refusal) -> None:
        self._is_replacing = False
        self._view.refuse(refusal)

    def _say(self, text: Text, kind: type) -> None:
        self._view.said.emit(text, self._done.latest(kind))
