"""The root of the command line: options that hold for all, and what happens when one fails."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.desk import Desk
from bootcamp_app.cli.translated import Group, as_text, use_language
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import LANGUAGES, N_, _
from bootcamp_app.core.logs import keep_log, trace_of
from bootcamp_app.core.settings import data_folder, load_settings

if TYPE_CHECKING:
    from collections.abc import Sequence

_EVERYWHERE = {"--json": 0, "--db": 1, "--lang": 1}
_COMMANDS = (
    "demo=demo:demo",
    "new=bootcamps:new",
    "list=bootcamps:list_all",
    "change=bootcamps:change",
    "programmes=programmes:programmes",
    "sessions=bootcamps:sessions",
    "session=sessions:session",
    "people=people:people",
    "logos=logos:logos",
    "badges=badges:badges",
    "badge=badges:badge",
    "checkin=attendance:checkin",
    "scan=scan:scan",
    "scans=scans:scans",
    "attendance=attendance:attendance",
    "mark=states:mark",
    "close=states:close",
    "reopen=states:reopen",
    "signin=states:signin",
    "teams=teams:teams",
    "canvases=canvases:canvases",
    "solutions=solutions:solutions",
    "certificates=certificates:certificates",
    "indicators=indicators:indicators",
    "reports=reports:reports",
    "export=exports:export",
    "decrypt=handing_over:decrypt",
    "history=workspace:history",
    "undo=workspace:undo",
    "backup=backups:backup",
    "backups=backups:list_all",
    "restore=backups:restore",
    "doctor=workspace:doctor",
)
_log = logging.getLogger(__name__)


class Root(Group):
    """The command `bootcamp`; its own options may stand anywhere in the line."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:  # noqa: ANN401
        """Read the line with the options for all moved to its front."""
        # Help is shown before other options are looked at, so the language is chosen first.
        use_language(load_settings().language)
        name, line, *rest = args
        return super().make_context(name, _hoisted(line), *rest, **kwargs)


@click.group(
    cls=Root,
    lazy=_COMMANDS,
    invoke_without_command=True,
    help=N_("Bootcamp Desk: registration, attendance, canvases and certificates, offline."),
)
@click.option("--db", metavar="FILE|URL", help=N_("The workspace; made if it does not exist."))
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    is_eager=True,
    expose_value=False,
    callback=lambda _ctx, _param, value: use_language(value) if value else None,
    help=N_("The language of all words."),
)
@click.option("--json", "is_json", is_flag=True, help=N_("Answer with one JSON document."))
@click.version_option(package_name="bootcamp-app", prog_name="Bootcamp Desk")
@click.pass_context
def root(context: click.Context, db: str | None, *, is_json: bool) -> None:
    """Open the desk for the command that follows."""
    context.obj = Desk(db, is_json=is_json)
    context.call_on_close(context.obj.close)
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def run(line: Sequence[str]) -> int:
    """Run one line of the command line and give its exit code; no traceback reaches a person."""
    try:
        return root.main(list(line), prog_name="bootcamp", standalone_mode=False) or 0
    except Refusal as refusal:
        return _say(str(refusal))
    except click.UsageError as mistake:
        mistake.show()
        return mistake.exit_code
    except click.ClickException as problem:
        return _say(problem.format_message())
    except (click.Abort, KeyboardInterrupt):
        return _say(_("Stopped. What was confirmed before is saved."))
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except Exception as bug:  # noqa: BLE001 - the last place where it can be kept from a person
        return _report(bug)


def _report(bug: Exception) -> int:
    try:
        place = str(keep_log(data_folder()))
    except OSError:
        place = "-"
    _log.error("a command failed: %s", trace_of(bug))
    return _say(
        _(
            "Something went wrong inside the program. What was confirmed before is saved. "
            "Please send the file {place} to those who look after the program."
        ).format(place=place)
    )


def _say(sentence: str) -> int:
    click.echo(as_text(sentence), err=True)
    return 1


def _hoisted(line: Sequence[str]) -> list[str]:
    """Give the line with the options for all at its front, wherever they were typed."""
    front: list[str] = []
    rest: list[str] = []
    words = iter(line)
    for word in words:
        if word == "--":
            return [*front, *rest, word, *words]
        name = word.partition("=")[0]
        if name not in _EVERYWHERE:
            rest.append(word)
            continue
        front.append(word)
        if _EVERYWHERE[name] and "=" not in word:
            value = next(words, None)
            if value is None:
                return front  # so that click says what is missing, instead of eating a command
            front.append(value)
    return [*front, *rest]
