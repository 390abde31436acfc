"""For whom and how a report is made, as the options of the command line say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.reports.service import report_kinds
from bootcamp_app.features.reports.views import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.reports.kind_views import ReportKind

_DAY = click.DateTime(["%Y-%m-%d"])
_OPTIONS = (
    click.option(
        "--bootcamp", "bootcamps", metavar="REF", multiple=True,
        help=N_("The bootcamp; the newest where not given. Where a report counts many: repeatable, "
                "and all of them where not given."),
    ),
    click.option(
        "--programme", metavar="REF", default="",
        help=N_("All bootcamps of a programme, by its code, title or id."),
    ),
    click.option("--from", "first", type=_DAY, help=N_("Count from this day on.")),
    click.option("--to", "last", type=_DAY, help=N_("Count until this day.")),
    click.option(
        "--session", "sessions", metavar="REF", multiple=True,
        help=N_("Only this session; repeatable."),
    ),
    click.option(
        "--option", "options", metavar="NAME=VALUE", multiple=True,
        help=N_("What the report asks besides; “reports” lists it. Repeatable."),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Chosen:
    """What was said on the command line."""

    bootcamps: tuple[str, ...] = ()
    programme: str = ""
    first: datetime | None = None
    last: datetime | None = None
    sessions: tuple[str, ...] = ()
    options: tuple[str, ...] = ()

    def choice(self, app: App, kind_id: str, *, with_personal_data: bool) -> Choice:
        """Give the choice that a report is made for, or refuse what it does not ask."""
        kind = report_kinds()[kind_id]
        options = _options(kind, self.options)
        if kind.scope == "programme":
            self._refuse_where(kind, {"--session": self.sessions})
            return Choice(
                tuple(app.bootcamps.find(one).id for one in self.bootcamps),
                programme=app.programmes.find(self.programme).id if self.programme else "",
                first=self.first.date() if self.first else None,
                last=self.last.date() if self.last else None,
                with_personal_data=with_personal_data,
                options=options,
            )
        many = {"--programme": self.programme, "--from": self.first, "--to": self.last,
                "--bootcamp": self.bootcamps[1:]}  # fmt: skip
        is_of_sessions = kind.scope == "sessions"
        self._refuse_where(kind, many if is_of_sessions else {**many, "--session": self.sessions})
        bootcamp = app.bootcamps.find(self.bootcamps[0] if self.bootcamps else None)
        return Choice(
            (bootcamp.id,),
            sessions=tuple(_session(app, bootcamp.id, one) for one in self.sessions),
            with_personal_data=with_personal_data,
            options=options,
        )

    @staticmethod
    def _refuse_where(kind: ReportKind, given: Mapping[str, object]) -> None:
        for option, value in given.items():
            if value:
                raise Refusal(
                    "“{kind}” does not ask for {option} here. Leave it out; “reports” lists what "
                    "each report asks.",
                    kind=kind.id,
                    option=option,
                )


def choice_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that `Chosen` takes."""
    for added in reversed(_OPTIONS):
        command = added(command)
    return command


def _session(app: App, bootcamp_id: str, ref: str) -> str:
    bootcamp, session = app.bootcamps.find_session(ref)
    if bootcamp.id != bootcamp_id:
        raise Refusal(
            "“{session}” is a session of another bootcamp. Name that one with --bootcamp.",
            session=session.title,
        )
    return session.id


def _options(kind: ReportKind, given: tuple[str, ...]) -> dict[str, str]:
    known = {one.name: [value for value, _title in one.values] for one in kind.options}
    chosen = {}
    for text in given:
        name, _equals, value = text.partition("=")
        if value not in known.get(name, ()):
            offered = [f"{one}={value}" for one, values in known.items() for value in values]
            raise Refusal(
                "“{kind}” has no option “{text}”. Choose among: {options}.",
                kind=kind.id,
                text=text,
                options=", ".join(offered) or "–",
            )
        chosen[name] = value
    return chosen
