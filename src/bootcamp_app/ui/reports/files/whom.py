"""For whom a report is made: one bootcamp, some of its sessions, or many bootcamps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import FieldRefusal, Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.reports.views import Choice
from bootcamp_app.ui.canvases.optional_day import OptionalDay
from bootcamp_app.ui.days import days_in_words
from bootcamp_app.ui.kit.tick_field import TickField
from bootcamp_app.ui.words import clock_time

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.bootcamps.views import Bootcamp, Programme, Session
    from bootcamp_app.features.reports.kind_views import Scope
    from bootcamp_app.ui.kit.fields import ChoiceField
    from bootcamp_app.ui.kit.form import Form
    from bootcamp_app.ui.words import Text

TURNED = N_("The last day is before the first day. Change one of them.")
THIS, EVERY, SOME, PROGRAMME = "this", "every", "some", "programme:"


@dataclass(frozen=True)
class Known:
    """What can be chosen from."""

    bootcamp: Bootcamp | None
    sessions: tuple[Session, ...] = ()
    bootcamps: tuple[Bootcamp, ...] = ()
    programmes: tuple[Programme, ...] = ()
    people: int = 0
    """How many there are in the list of the bootcamp."""


def read_known(app: App, bootcamp: Bootcamp | None, scope: Scope) -> Known:
    """Read what a report of a scope can be made for."""
    people = app.people.count(bootcamp) if bootcamp is not None else 0
    if scope == "sessions" and bootcamp is not None:
        sessions = tuple(app.bootcamps.sessions(bootcamp))
        return Known(bootcamp, sessions=sessions, people=people)
    if scope == "programme":
        return Known(
            bootcamp,
            bootcamps=tuple(app.bootcamps.all()),
            programmes=tuple(app.programmes.all()),
        )
    return Known(bootcamp, people=people)


class OneBootcamp:
    """The bootcamp in front; nothing is asked."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._known = Known(None)

    def offer(self, known: Known, kept: Mapping[str, Any]) -> None:
        """Offer what is known, and choose as it was chosen before."""
        del kept
        self._known = known

    def take(self, choice: Choice) -> None:
        """Show for whom something was chosen elsewhere."""

    @property
    def choice(self) -> Choice:
        """For whom it is made; raises a Refusal where that cannot be read."""
        bootcamp = self._known.bootcamp
        if bootcamp is None:
            raise Refusal("This file is about a bootcamp. Make one first, on Today.")
        return Choice(bootcamps=(bootcamp.id,))

    @property
    def of(self) -> str:
        """The code of what it is about."""
        return self._known.bootcamp.code if self._known.bootcamp else ""

    @property
    def kept(self) -> dict[str, Any]:
        """What is to be remembered."""
        return {}


class SomeSessions(OneBootcamp):
    """Sessions of the bootcamp in front, all where none is ticked."""

    def __init__(self, form: Form) -> None:
        super().__init__(form)
        self.sessions = TickField(N_("Sessions"), N_("All sessions"))
        form.add_own("sessions", N_("Sessions"), self.sessions, lambda: self.sessions.keys)
        self.sessions.say_again()
        self.sessions.changed.connect(form.changed)

    def offer(self, known: Known, kept: Mapping[str, Any]) -> None:
        """Offer the sessions of the bootcamp."""
        super().offer(known, kept)
        # Those that are ticked now stay so when a session was added meanwhile.
        ticked = self.sessions.keys or _ticked(kept, "sessions")
        self.sessions.offer([(one.id, _session(one)) for one in known.sessions], ticked)

    @property
    def choice(self) -> Choice:
        """For whom it is made."""
        return Choice(bootcamps=super().choice.bootcamps, sessions=self.sessions.keys)

    @property
    def kept(self) -> dict[str, Any]:
        """What is to be remembered."""
        return {"sessions": list(self.sessions.keys)}


class ManyBootcamps(OneBootcamp):
    """This bootcamp, a programme, some bootcamps or all; and only some days."""

    def __init__(self, form: Form) -> None:
        super().__init__(form)
        first, last = OptionalDay(None), OptionalDay(None)
        self.of_what: ChoiceField = form.add_choice(
            "of", N_("What is counted"), [(THIS, _THIS)], THIS
        )
        self.some = TickField(N_("Bootcamps"), N_("All bootcamps"), N_("None ticked yet"))
        form.add_own("some", N_("Bootcamps"), self.some, lambda: self.some.keys)
        self.some.say_again()
        with form.one_line():
            form.add_own("first", N_("From the day"), first, lambda: first.day)
            form.add_own("last", N_("Until the day"), last, lambda: last.day)
        self.days = {"first": first, "last": last}
        for day in self.days.values():
            day.editingFinished.connect(form.changed)
        self.some.changed.connect(form.changed)
        self.of_what.changed.connect(self._show_some)
        self._show_some()

    def offer(self, known: Known, kept: Mapping[str, Any]) -> None:
        """Offer bootcamps and programmes."""
        super().offer(known, kept)
        programmes = [(f"{PROGRAMME}{one.id}", _titled(one)) for one in known.programmes]
        choices: list[tuple[str, Text]] = [(THIS, _THIS)] if known.bootcamp else []
        choices += [(EVERY, _EVERY), *programmes, (SOME, _SOME)]
        ticked = self.some.keys or _ticked(kept, "some")
        self.some.offer([(one.id, _titled(one)) for one in known.bootcamps], ticked)
        self.of_what.offer(choices, str(kept.get("of", self.of_what.key)))
        self._show_some()

    def take(self, choice: Choice) -> None:
        """Show which bootcamps and days were chosen elsewhere."""
        here = self._known.bootcamp
        if choice.programme:
            of = f"{PROGRAMME}{choice.programme}"
        elif here is not None and choice.bootcamps == (here.id,):
            of = THIS
        else:
            of = SOME if choice.bootcamps else EVERY
        self.some.tick(choice.bootcamps)
        self.of_what.choose(of)
        for day, chosen in zip(self.days.values(), (choice.first, choice.last), strict=True):
            day.show_day(chosen)
        self._show_some()

    @property
    def choice(self) -> Choice:
        """For whom it is made."""
        self._check_days()
        of = self.of_what.key
        if of == SOME and not self.some.keys:
            raise self._refused("some", _NONE)
        self._form.clear_refusal("some")
        bootcamp = self._known.bootcamp
        return Choice(
            bootcamps=(bootcamp.id,)
            if of == THIS and bootcamp
            else self.some.keys
            if of == SOME
            else (),
            programme=of.removeprefix(PROGRAMME) if of.startswith(PROGRAMME) else "",
            first=self.days["first"].day,
            last=self.days["last"].day,
        )

    @property
    def of(self) -> str:
        """The code of what it is about; nothing where it is about many."""
        of = self.of_what.key
        if of == THIS:
            return super().of
        programmes = (one.code for one in self._known.programmes if of == f"{PROGRAMME}{one.id}")
        return next(programmes, "")

    @property
    def kept(self) -> dict[str, Any]:
        """What is to be remembered; days are of one time only."""
        return {"of": self.of_what.key, "some": list(self.some.keys)}

    def _check_days(self) -> None:
        for name, day in self.days.items():
            if not day.is_readable:
                raise self._refused(name, _NO_DAY)
            self._form.clear_refusal(name)
        first, last = (day.day for day in self.days.values())
        if first and last and last < first:
            raise self._refused("last", TURNED)

    def _refused(self, name: str, text: str) -> FieldRefusal:
        self._form.refuse(name, text)
        return FieldRefusal(text)

    def _show_some(self) -> None:
        self._form.show_field("some", is_shown=self.of_what.key == SOME)


WHOM: dict[Scope, type[OneBootcamp]] = {
    "bootcamp": OneBootcamp,
    "sessions": SomeSessions,
    "programme": ManyBootcamps,
}
_THIS, _EVERY, _SOME = N_("This bootcamp"), N_("All bootcamps"), N_("Some bootcamps")
_NONE = N_("Tick one bootcamp or more.")
_NO_DAY = N_("Write the day as day/month/year, or leave it empty.")


def _ticked(kept: Mapping[str, Any], name: str) -> list[Any]:
    """Give what was ticked last, as far as it can be read."""
    found = kept.get(name)
    return found if isinstance(found, list) else []


def _titled(one: Bootcamp | Programme) -> Callable[[], str]:
    return lambda: one.title


def _session(one: Session) -> Callable[[], str]:
    return lambda: (
        f"{one.title} · {days_in_words(one.starts_at.date())} {clock_time(one.starts_at)}"
    )
