"""What stands on the indicators' paper besides the figures: of what they are, and the rules."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from bootcamp_app.core.dates import in_english, in_khmer
from bootcamp_app.core.i18n import N_, _, in_language, words
from bootcamp_app.core.numbers import written
from bootcamp_app.features.reports.indicator_paper import Told
from bootcamp_app.features.reports.indicator_views import MEASURES, TITLES
from bootcamp_app.features.reports.indicator_words import UNTITLED, rule_behind, said_of
from bootcamp_app.features.reports.paper_lines import in_digits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bootcamp_app.features.bootcamps.views import Bootcamp, Programme
    from bootcamp_app.features.reports.indicator_views import Indicators, Scope, Snapshot
    from bootcamp_app.features.reports.indicator_words import Wording
    from bootcamp_app.features.reports.views import Cell, Fact

_EVERYTHING = N_("All bootcamps")


def told_of(
    indicators: Indicators, facts: Iterable[Fact], wording: Wording, made_at: datetime
) -> Told:
    """Give what is said of figures as they are now; the moment is in local time."""
    return Told(
        titles=_titles(indicators.scope, wording),
        facts=list(_in_words(facts)),
        rules=list(_rules(indicators, wording)),
        say=wording,
        made_at=made_at,
    )


def told_of_frozen(
    snapshot: Snapshot,
    wording: Wording,
    known: tuple[Sequence[Programme], Sequence[Bootcamp]],
) -> Told:
    """Give what is said of frozen figures; `known` are all programmes and bootcamps."""
    programmes, bootcamps = known
    scope = snapshot.indicators.scope
    meant = [one for one in bootcamps if _is_in(one, scope)]
    zone = meant[0].zone if meant else None
    made_at = snapshot.made_at.astimezone(zone)
    facts = [(_("Frozen figures"), snapshot.title), (_("Frozen on"), _text(made_at)),
             (_("By whom"), snapshot.who)]  # fmt: skip
    for one in programmes:
        if one.id == scope.programme:
            facts += [(_("Project code"), one.code), (_("Donors"), ", ".join(one.donors))]
    if len(meant) == 1:
        facts.append((_("Indicator code"), meant[0].indicator_code))
    return Told(
        titles=_titles(scope, wording),
        facts=[fact for fact in facts if fact[1]],
        rules=list(_rules(snapshot.indicators, wording)),
        say=wording,
        made_at=made_at,
        snapshot=snapshot,
    )


def _titles(scope: Scope, wording: Wording) -> tuple[str, str]:
    """Give in Khmer and in English what was counted."""
    named = scope.programme or (scope.bootcamps[0] if len(scope.bootcamps) == 1 else "")
    english, khmer = wording.titles.get(named, ("", ""))
    if english or khmer:
        return khmer, english
    instead = UNTITLED if named else _EVERYTHING
    return in_language(instead, "km"), in_language(instead, "en")


def _is_in(bootcamp: Bootcamp, scope: Scope) -> bool:
    if scope.bootcamps and bootcamp.id not in scope.bootcamps:
        return False
    return not scope.programme or bootcamp.programme_id == scope.programme


def _rules(indicators: Indicators, wording: Wording) -> Iterator[str]:
    yield from said_of(indicators.scope, wording)
    yield from rule_behind(list(TITLES), overlaps=True, is_public=indicators.is_public)


def _in_words(facts: Iterable[Fact]) -> Iterator[tuple[str, str]]:
    """Give the facts that say something; the measures stand large on the paper."""
    for fact in facts:
        if fact.name not in MEASURES and fact.value not in (None, ""):
            yield fact.title, _text(fact.value)


def _text(value: Cell) -> str:
    if isinstance(value, datetime):
        return f"{_day(value.date())}, {in_digits(f'{value:%H:%M}')}"
    if isinstance(value, date):
        return _day(value)
    return in_digits(written(value)) if isinstance(value, (int, float)) else value or ""


def _day(day: date) -> str:
    return in_khmer(day) if words.language == "km" else in_english(day)
