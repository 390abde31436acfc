"""A new bootcamp: what it is called, where it is, and when it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from bootcamp_app.core.i18n import N_
from bootcamp_app.core.khmer import is_khmer
from bootcamp_app.features.bootcamps.places import TIMEZONE, provinces
from bootcamp_app.features.bootcamps.views import in_words
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.places import Province
    from bootcamp_app.features.bootcamps.service import NewBootcamp
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.words import Text

DAYS, MOST_DAYS = 3, 60
_NAME = "operator"
_WHY_NAME = N_("May stay empty. The History says who wrote what, and this name is what it says.")


class NewBootcampDialog(Dialog):
    """Three fields and the number of days; the sessions are made by themselves."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        today = desk.app.clock.now().astimezone(ZoneInfo(TIMEZONE)).date()
        self.form = _form(today, asks_name=not desk.choices.now.operator)
        super().__init__(window, N_("New bootcamp"), self.form, N_("Make the bootcamp"))
        self._desk = desk
        self.form.field("title").setFocus()
        self.confirmed.connect(self._make)
        if desk.is_sample:
            self.banner.show_text(
                N_(
                    "The sample is open: what you make now goes with it when the sample is "
                    "removed. Open your own file first to keep it."
                ),
                "warning",
            )

    def _make(self) -> None:
        self.form.clear_refusals()
        wanted = _wanted(self.form.values())
        if not (wanted.title_en or wanted.title_km):
            self.form.refuse("title", N_("Write the title, in Khmer or in English."))
            self.form.field("title").setFocus()
            return
        self.main.setEnabled(False)  # a second press would make a second bootcamp
        make = self._desk.app.bootcamps.make
        self._desk.tasks.write(self, lambda: make(wanted), self._made, self._not_made)

    def _not_made(self, refusal: Refusal) -> None:
        self.main.setEnabled(True)
        self.refuse(refusal)

    def _made(self, bootcamp: Bootcamp) -> None:
        if name := str(self.form.values().get(_NAME, "")).strip():
            self._desk.choices.change(operator=name)
            self._desk.app.database.sign_as(name)
        self.accept()
        self._desk.choose(bootcamp)
        self._desk.bootcamps_changed.emit()


def _form(today: date, *, asks_name: bool) -> Form:
    form = Form()
    form.add_text("title", N_("Title"), hint=N_("In Khmer or in English"))
    form.add_choice("province", N_("Province"), _places())
    form.add_date("starts_on", N_("First day"), today)
    form.add_number("days", N_("Days"), DAYS, 1, MOST_DAYS)
    if asks_name:
        form.add_text(_NAME, N_("Your name at this desk"), hint=_WHY_NAME)
    return form


def _wanted(values: dict[str, Any]) -> NewBootcamp:
    from bootcamp_app.features.bootcamps import service  # noqa: PLC0415 - heavy before the paint

    title = str(values["title"]).strip()
    is_in_khmer = is_khmer(title)
    return service.NewBootcamp(
        title_en="" if is_in_khmer else title,
        title_km=title if is_in_khmer else "",
        province=values["province"],
        starts_on=values["starts_on"],
        days=values["days"],
    )


def _places() -> list[tuple[str, Text]]:
    """Give the provinces by their names in the language in use, and none, which comes first."""
    return [("", N_("Not chosen yet")), *((place.code, _name(place)) for place in provinces())]


def _name(place: Province) -> Text:
    return lambda: in_words(place.english, place.khmer)
