"""What the palette offers: pages, actions, settings, bootcamps and people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from bootcamp_app.core.i18n import N_, Sentence, words
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.core.settings import THEMES
from bootcamp_app.ui.finding import keys_of
from bootcamp_app.ui.pages import PAGES
from bootcamp_app.ui.words import Text, digits

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.actions import Actions
    from bootcamp_app.ui.main_window import MainWindow
    from bootcamp_app.ui.people.people_page import PeoplePage

THEME_NAMES = {
    "system": N_("As the system"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    "contrast": N_("High contrast"),
}
"""The themes of the settings, in words."""

_THEME_ICONS = {"system": "window", "light": "sun", "dark": "moon", "contrast": "contrast"}
_SIZES = (100, 125, 150, 200)


@dataclass(frozen=True)
class Offer:
    """One line of the palette."""

    text: Text
    kind: Text
    carry_out: Callable[[], object]
    icon: str = ""
    shortcut: str = ""
    keys: tuple[str, ...] = ()


def fixed_offers(window: MainWindow, actions: Actions) -> list[Offer]:
    """Give the pages first, then the actions, then the settings."""
    doings = [(doing, action) for doing, action in actions if doing.id != "find"]
    offered = [
        Offer(
            doing.text,
            N_("Page") if doing.id in _PAGE_IDS else doing.group,
            action.trigger,
            doing.icon,
            doing.shortcut,
            keys_of(doing.text),
        )
        for doing, action in doings
    ]
    offered.sort(key=lambda one: one.kind != "Page")
    acts = {doing.id for doing, _action in doings}
    return [*offered, *_report_offers(window, acts), *_setting_offers(window)]


def bootcamp_offers(window: MainWindow, known: Sequence[Bootcamp]) -> list[Offer]:
    """Give every bootcamp, found by both of its titles."""
    return [
        Offer(
            lambda one=one: one.title,  # type: ignore[misc]
            N_("Bootcamp"),
            lambda one=one: _choose(window, one),  # type: ignore[misc]
            "calendar",
            keys=tuple(map(comparison_key, (one.title_en, one.title_km, one.code))),
        )
        for one in known
    ]


def person_offer(window: MainWindow, person: Participant) -> Offer:
    """Give a person, shown by both names."""
    return Offer(lambda: _names(person), N_("Participant"), lambda: _show(window, person), "user")


def _report_offers(window: MainWindow, acts: Collection[str]) -> Iterator[Offer]:
    """Give every kind of report that is no act of the page already."""
    # Every kind is a module of its own, and this one is imported before anything heavy.
    from bootcamp_app.ui.reports.files.offered import offered  # noqa: PLC0415

    for one in offered():
        wanted = f"reports.{one.id}"
        if wanted not in acts:
            yield Offer(
                one.title,
                N_("Reports"),
                lambda wanted=wanted: window.go(wanted),  # type: ignore[misc]
                one.icon,
                keys=keys_of(one.title),
            )


def _setting_offers(window: MainWindow) -> Iterator[Offer]:
    choices = window.choices
    for code, name in (("en", "English"), ("km", "ខ្មែរ")):
        yield _setting(
            Sentence("Language: {name}", name=name),
            "language",
            lambda code=code: choices.change(language=code),  # type: ignore[misc]
            *keys_of(N_("Language")),
            comparison_key(name),
        )
    for theme in THEMES:
        yield _setting(
            THEME_NAMES[theme],
            _THEME_ICONS[theme],
            lambda theme=theme: choices.change(theme=theme),  # type: ignore[misc]
            *keys_of(THEME_NAMES[theme]),
            *keys_of(N_("Theme")),
        )
    for percent in _SIZES:
        yield _setting(
            lambda percent=percent: _size_words(percent),  # type: ignore[misc]
            "text-size",
            lambda percent=percent: choices.change(text_percent=percent),  # type: ignore[misc]
            *keys_of(N_("Text size")),
            str(percent),
        )
    yield _setting(
        N_("Khmer digits"),
        "digits",
        lambda: choices.change(khmer_digits=not choices.now.khmer_digits),
        *keys_of(N_("Khmer digits")),
    )


def _setting(text: Text, icon: str, carry_out: Callable[[], object], *keys: str) -> Offer:
    return Offer(text, N_("Settings"), carry_out, icon, keys=keys)


def _size_words(percent: int) -> str:
    return str(Sentence("Text size {percent} %", percent=digits(percent)))


def _choose(window: MainWindow, bootcamp: Bootcamp) -> None:
    if window.desk is not None:
        window.desk.choose(bootcamp)


def _show(window: MainWindow, person: Participant) -> None:
    window.go("people")
    cast("PeoplePage", window.page("people")).show_person(person)


def _names(person: Participant) -> str:
    names = (person.name_km, person.name_en)
    shown = names if words.language == "km" else names[::-1]
    return " · ".join(name for name in shown if name)


_PAGE_IDS = {entry.id for entry in PAGES}
