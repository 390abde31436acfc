"""How figures are called, and the rules behind them, in the language in use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, Sentence, _, words
from bootcamp_app.features.bootcamps.places import province_name
from bootcamp_app.features.bootcamps.views import in_words
from bootcamp_app.features.people.views import KIND_WORDS, WORDS
from bootcamp_app.features.reports.indicator_views import NOT_STATED, SMALL, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from bootcamp_app.features.reports.indicator_views import Scope

ALL = "all"
UNTITLED = N_("A programme without a title")
_PLACES = ("province", "venue_province")
_BANDS = {
    "under_18": N_("under 18"),
    "18_30": N_("18–30"),
    "31_45": N_("31–45"),
    "46_60": N_("46–60"),
    "over_60": N_("over 60"),
}
_SAID: dict[str, Mapping[str, str]] = {
    "sex": WORDS,
    "sector": WORDS,
    "age": _BANDS,
    "organisation_kind": KIND_WORDS,
    "disability": {"yes": N_("with a disability"), "no": N_("without a disability")},
    "new": {"new": N_("new"), "returning": N_("returning")},
    "completed": {"completed": N_("completed"), "not_completed": N_("not completed")},
}
_COUNTS = N_(
    "Who was present or late at one session or more is counted. Who was only registered, excused "
    "or absent is not."
)
_ONCE = N_(
    "People are counted once, however many bootcamps they came to; participations once a bootcamp."
)
_LENGTHS = N_(
    "A person-day is one person on one day of a bootcamp on which they were there; a session "
    "belongs to the day on which it began. Person-hours are the lengths of the sessions at which "
    "they were."
)
_LATEST = N_(
    "Somebody of several bootcamps is told apart by what they were at the latest of them at which "
    "they were."
)
_OVERLAPS = N_("Who was in several of these groups is counted in each: they add up to more.")
_AT_THAT_TIME = N_("Sector and province of origin are as they are written down for that bootcamp.")
_OF = {
    "sex": N_("Sex is as it is written down for the person today."),
    "age": N_(
        "Age is that on the first day of the bootcamp, by the date of birth, else by the year. "
        "Young people, as donors count them, are those up to 30."
    ),
    "sector": _AT_THAT_TIME,
    "organisation_kind": N_(
        "The organisation is the one written down for that bootcamp; its kind is as it is known "
        "today."
    ),
    "province": _AT_THAT_TIME,
    "venue_province": N_("The province of the bootcamp is the one where it took place."),
    "disability": N_("Disability is what the person said of it; of which kind is not told."),
    "new": N_(
        "New is who was at no bootcamp of this workspace that began before; others are returning."
    ),
    "completed": N_(
        "Completed is said of those who have earned the certificate by the rule of the whole "
        "bootcamp, were granted it, or hold one that is valid."
    ),
    "month": N_("A month holds the sessions that began in it, in local time."),
}
_FEW, _HIDDEN = "<5", N_("hidden")
_ONE_ONLY = N_(
    "Hand out one public version only: two of the same bootcamps, of other days or another moment, "
    "may tell together what each of them hides."
)
_PUBLIC = N_(
    "Groups of fewer than 5 people are hidden, and as many others as are needed so that no hidden "
    "number can be worked out. Two things at once are left out where even that would tell one."
)


@dataclass(frozen=True)
class Wording:
    """Gives the words of any figure by its key, such as `sector=government&sex=female`."""

    titles: Mapping[str, tuple[str, str]]
    """English and Khmer title of programmes, bootcamps and sessions, by id."""

    def __call__(self, key: str) -> str:
        """Give what a group is called: “government · female”."""
        if key == ALL:
            return _("Everybody")
        return " · ".join(self.value(*one.split("=", 1)) for one in key.split("&"))

    def with_titles(self, key: str) -> str:
        """Give what a group is called and by what it is told apart: “Sex: female”."""
        if key == ALL:
            return self(key)
        parts = [one.split("=", 1) for one in key.split("&")]
        colon = "៖" if words.language == "km" else ":"
        return " · ".join(
            f"{_(TITLES[name])}{colon} {self.value(name, value)}" for name, value in parts
        )

    def value(self, name: str, value: str) -> str:
        """Give what one value of a dimension is called."""
        if value == NOT_STATED:
            return _("not stated")
        if name in _SAID:
            said = _SAID[name].get(value, value)
            return _(said)
        if name in _PLACES:
            return _("elsewhere") if value == "other" else province_name(value)
        return _month(value) if name == "month" else self.title(value)

    def title(self, key: str) -> str:
        """Give the title of a programme, bootcamp or session; one that is gone is named by id."""
        if key not in self.titles:
            return key
        # Only programmes may have none: the first is made with the first bootcamp.
        return in_words(*self.titles[key]) or _(UNTITLED)


def in_place_of(hidden: str) -> str:
    """Give what stands for a number that is hidden, by why it is: “<5” only where that is true."""
    return _FEW if hidden == SMALL else _(_HIDDEN)


def title_of(breakdown_id: str) -> str:
    """Give what a breakdown is called: “Sector × Sex”."""
    return " × ".join(_(TITLES[name]) for name in breakdown_id.split("&"))


def rule_behind(
    dimensions: Sequence[str], *, overlaps: bool, is_public: bool = False
) -> Iterator[str]:
    """Give the rules by which people of these dimensions are counted, a sentence each."""
    yield _(_COUNTS)
    yield _(_ONCE)
    yield _(_LENGTHS)
    said = dict.fromkeys(_OF[name] for name in dimensions if name in _OF)
    yield from map(_, said)
    if said.keys() - {_OF["venue_province"], _OF["month"]}:
        yield _(_LATEST)
    if overlaps:
        yield _(_OVERLAPS)
    if is_public:
        yield _(_PUBLIC)
        yield _(_ONE_ONLY)


def said_of(scope: Scope, wording: Wording) -> Iterator[str]:
    """Say what is counted: which bootcamps, and of which days."""
    if scope.programme:
        yield str(Sentence("Programme: {title}", title=wording.title(scope.programme)))
    if scope.bootcamps:
        titles = ", ".join(map(wording.title, scope.bootcamps))
        yield str(Sentence("Bootcamps: {titles}", titles=titles))
    if not scope.programme and not scope.bootcamps:
        yield _("All bootcamps of this workspace.")
    days = {name: day_in_words(day) for name in ("first", "last")
            if (day := getattr(scope, name))}  # fmt: skip
    if len(days) > 1:
        yield str(Sentence("Sessions from {first} to {last}.", **days))
    elif scope.first:
        yield str(Sentence("Sessions from {first} on.", **days))
    elif scope.last:
        yield str(Sentence("Sessions up to {last}.", **days))


def day_in_words(day: date) -> str:
    """Give a day as people write it."""
    from bootcamp_app.core.dates import in_english, in_khmer  # noqa: PLC0415 - heavy: Babel

    return in_khmer(day) if words.language == "km" else in_english(day)


def _month(value: str) -> str:
    from bootcamp_app.core.dates import month_in_words  # noqa: PLC0415 - heavy: Babel

    year, number = map(int, value.split("-"))
    return month_in_words(year, number, words.language)
