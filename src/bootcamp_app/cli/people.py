"""Commands about people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.files import FileToWrite
from bootcamp_app.cli.options import BOOTCAMP
from bootcamp_app.cli.translated import Group
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.bootcamps.places import province_in_english
from bootcamp_app.features.exports.rejected import write_rejected
from bootcamp_app.features.people.nominees import nominee_from, plain_table, understand
from bootcamp_app.reading.sheets import EncodingUnclear, Table, read_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.people.comparing import Pair
    from bootcamp_app.features.people.views import ImportResult, Participant


_MOST = 1_000_000
"""More people than this are all of them, and a number that every engine can hold."""


@click.group(cls=Group, help=N_("Bring people in and find them."))
def people() -> None:
    """Bring people in and find them."""


@people.command("import", help=N_("Take in a list of nominees from a spreadsheet."))
@click.argument("file", type=click.Path(path_type=Path))
@BOOTCAMP
@click.option("--sheet", help=N_("The sheet; the one most like a list of people where not given."))
@click.option(
    "--map", "mapped", multiple=True, metavar="HEADER=FIELD", help=N_("What a column holds.")
)
@click.option(
    "--save-rejected",
    type=FileToWrite(),
    help=N_("Write the rows that are not taken to an XLSX file, to mend and import again."),
)
@click.option(
    "--encoding", metavar="NAME", help=N_("How the letters of a text file are saved, if not UTF-8.")
)
@click.option(
    "--header-row",
    type=click.IntRange(1),
    metavar="N",
    help=N_("The number of the row of headers; found where not given."),
)
@click.option("--dry-run", is_flag=True, help=N_("Say what would happen and change nothing."))
@click.pass_obj
def import_list(  # noqa: PLR0913 - the options of the command
    desk: Desk,
    file: Path,
    bootcamp: str | None,
    sheet: str | None,
    mapped: Sequence[str],
    save_rejected: Path | None,
    encoding: str | None,
    header_row: int | None,
    *,
    dry_run: bool,
) -> None:
    """Take in a list of nominees."""
    chosen = desk.app.bootcamps.find(bootcamp)
    table = _table(file, sheet, encoding)
    now = desk.app.clock.now().astimezone(chosen.zone)
    top = _index_of(header_row, table)
    wanted = _mapping(mapped)
    understood = understand(table.rows, wanted, now, first_row=table.first_row, top=top)
    with desk.progress(_("Importing")) as progress:
        result = desk.app.importing.take_in(
            chosen, understood, is_dry_run=dry_run, progress=progress
        )
    if save_rejected and understood.rejected:
        # With its headers on one row, as the list was understood, it is understood so again.
        plain = plain_table(table.rows, wanted, top)
        rows = dict(enumerate(plain.rows, table.first_row))
        write_rejected(plain.headers, rows, understood.rejected, save_rejected)
    if table.alike and not desk.is_json:
        click.echo(_also_like_people(table), err=True)
    sheets = {"sheet": table.sheet, "sheets": [*table.like_people]}
    desk.give({**_document(result), **sheets}, *_sentences(result, is_dry_run=dry_run))


def _table(file: Path, sheet: str | None, encoding: str | None) -> Table:
    try:
        return read_table(file, sheet=sheet, encoding=encoding)
    except EncodingUnclear as refusal:
        raise Refusal(
            "The letters in {name} are saved in an old way that loses Khmer. See which of these "
            "reads right and repeat the command with --encoding and its name, or save the list as "
            "CSV UTF-8 or as XLSX.\n{previews}",
            name=file.name,
            previews="\n".join(
                f"  --encoding {one.encoding}: {' | '.join(one.lines)}" for one in refusal.previews
            ),
        ) from refusal


def _also_like_people(table: Table) -> str:
    return _(
        "Only the sheet “{sheet}” was read. These look like lists of people too: {others}. Read "
        "another one with --sheet NAME."
    ).format(sheet=table.sheet, others=", ".join(f"“{name}”" for name in table.alike))


@people.command("list", help=N_("List people, or find some by name, organisation or phone."))
@BOOTCAMP
@click.option("--search", default="", help=N_("Words in Khmer or Latin, or the end of a phone."))
@click.option(
    "--limit",
    type=click.IntRange(1),
    callback=lambda _ctx, _param, value: value and min(value, _MOST),
    help=N_("At most so many."),
)
@click.pass_obj
def list_people(desk: Desk, bootcamp: str | None, search: str, limit: int | None) -> None:
    """List people."""
    found = desk.app.people.list(desk.app.bootcamps.find(bootcamp), search, limit)
    desk.give_table(_entries(desk, found), _("Nobody was found."))


@people.command(help=N_("Add a person by hand."))
@BOOTCAMP
@click.option("--name-km", default="", help=N_("The name in Khmer, family name first."))
@click.option("--name-en", default="", help=N_("The name in Latin letters, family name first."))
@click.option("--sex", default="", help=N_("female, male, other or not_stated."))
@click.option("--organisation", default="", help=N_("The organisation."))
@click.option("--organisation-kind", default="", help=N_("The kind of the organisation."))
@click.option("--position", default="", help=N_("The position."))
@click.option("--sector", default="", help=N_("government, civil_society or other."))
@click.option("--province", default="", help=N_("The province, in either script."))
@click.option("--district", default="", help=N_("The district."))
@click.option("--phone", default="", help=N_("The telephone number."))
@click.option("--email", default="", help=N_("The e-mail address."))
@click.option("--birth-year", default="", help=N_("The year of birth."))
@click.option("--role", default="", help=N_("The role in the bootcamp."))
@click.option("--team", default="", help=N_("The team."))
@click.option("--note", default="", help=N_("A note."))
@click.pass_obj
def add(desk: Desk, /, bootcamp: str | None, **fields: str) -> None:
    """Add a person by hand."""
    chosen = desk.app.bootcamps.find(bootcamp)
    today = desk.app.clock.now().astimezone(chosen.zone).date()
    added = desk.app.people.add(chosen, nominee_from(fields, today))
    (entry,) = _entries(desk, [added])
    desk.give(
        entry,
        _("{name} is registered. Badge {code}.").format(name=added.name, code=entry["badge_code"]),
    )


@people.command(help=N_("Change one field of a person."))
@click.argument("ref")
@click.argument("changes", nargs=-1, required=True, metavar="FIELD=VALUE...")
@BOOTCAMP
@click.pass_obj
def change(desk: Desk, ref: str, changes: Sequence[str], bootcamp: str | None) -> None:
    """Change fields of a person."""
    chosen = desk.app.bootcamps.find(bootcamp)
    person = desk.person(chosen, ref)
    today = desk.app.clock.now().astimezone(chosen.zone).date()
    pairs = dict(_pair(text) for text in changes)
    if parts := [name for name in pairs if name.startswith(("family_name", "given_name"))]:
        raise Refusal("“{name}” is half a name. Write the whole one as name_km or name_en.",
                      name=parts[0])  # fmt: skip
    wanted = nominee_from(pairs, today)
    cleared = {name: _CLEARED.get(name, "") for name, text in pairs.items() if not text}
    desk.app.people.change(person, **wanted.fields, **cleared)
    (entry,) = _entries(desk, [desk.app.people.find(chosen, person.person_id)])
    desk.give(entry, _("Saved."))


@people.command(help=N_("Find people who may be listed twice; nothing is merged."))
@BOOTCAMP
@click.pass_obj
def duplicates(desk: Desk, bootcamp: str | None) -> None:
    """Find people who may be one."""
    chosen = desk.app.bootcamps.find(bootcamp)
    with desk.progress(_("Looking for people who may be one")) as progress:
        pairs = desk.app.twins.candidates(chosen, progress)
    document = [
        {
            "person_id": pair.first.person_id,
            "other_id": pair.second.person_id,
            "score": pair.score,
            "why": [str(reason) for reason in pair.likeness.reasons],
        }
        for pair in pairs
    ]
    told = [_twins(pair) for pair in pairs]
    desk.give(document, *(told or [_("Nobody seems to be listed twice")]))


@people.command(help=N_("Make one person of two; “undo” takes it back."))
@click.argument("keep")
@click.argument("other")
@click.option(
    "--take",
    "taken",
    multiple=True,
    metavar="FIELD",
    help=N_("A field whose value is that of the other."),
)
@click.pass_obj
def merge(desk: Desk, keep: str, other: str, taken: Sequence[str]) -> None:
    """Make one person of two."""
    twins = desk.app.twins
    merged = twins.merge(twins.find(keep), twins.find(other), dict.fromkeys(taken, "other"))
    desk.give({"person_id": merged.person_id, "undo": merged.act}, _("They are one person now."))


def _twins(pair: Pair) -> str:
    both = " / ".join(f"{one.name} ({one.person_id})" for one in (pair.first, pair.second))
    return f"{pair.score:3}  {both}: {' · '.join(map(str, pair.likeness.reasons))}"


_CLEARED: dict[str, str | None] = {
    "sex": "not_stated",
    "sector": "not_stated",
    "birth_year": None,
    "birth_date": None,
    "registered_at": None,
}


def _entries(desk: Desk, found: Sequence[Participant]) -> list[dict[str, Any]]:
    codes = desk.app.badges.codes(found)
    return [_entry(one, codes.get(one.participation_id)) for one in found]


def _entry(person: Participant, code: str | None) -> dict[str, Any]:
    return {
        "id": person.person_id,
        "name_km": person.name_km,
        "name_en": person.name_en,
        "sex": person.sex,
        "organisation": person.organisation,
        "sector": person.sector,
        "province": province_in_english(person.province),
        "phone": person.phone,
        "status": person.status,
        "badge_code": code,
    }


def _index_of(header_row: int | None, table: Table) -> int | None:
    if header_row is None:
        return None
    last = table.first_row + len(table.rows) - 1
    if not table.first_row <= header_row <= last:
        raise Refusal(
            "The list has no row {row}. Give a row from {first} to {last}.",
            row=header_row,
            first=table.first_row,
            last=last,
        )
    return header_row - table.first_row


def _mapping(mapped: Sequence[str]) -> dict[str, str]:
    wanted: dict[str, str] = {}
    for header, field in map(_pair, mapped):
        if wanted.setdefault(header, field) != field:
            raise Refusal(
                "“{header}” cannot be both {first} and {second}. Choose one of them.",
                header=header,
                first=wanted[header],
                second=field,
            )
    return wanted


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.rpartition("=")
    if not equals:
        raise Refusal("“{text}” is not NAME=VALUE. Write both with = between.", text=text)
    return name, value


def _document(result: ImportResult) -> dict[str, Any]:
    return {
        "rows": result.rows,
        "created": result.created,
        "updated": result.updated,
        "unchanged": result.unchanged,
        "possible_duplicates": [
            {"row": one.row, "person_id": one.person_id, "why": str(one.why)}
            for one in result.possible_duplicates
        ],
        "rejected": [
            {"row": one.row, "column": one.column, "value": one.value, "reason": str(one.reason)}
            for one in result.rejected
        ],
        "mapping": result.mapping,
        "doubts": [
            {"row": one.row, "column": one.column, "value": one.value, "reason": str(one.reason)}
            for one in result.doubts
        ],
    }


def _sentences(result: ImportResult, *, is_dry_run: bool) -> list[str]:
    heading = _("Nothing was changed. This is what would happen:") if is_dry_run else _("Done.")
    counts = _(
        "{rows} rows: {created} new, {updated} changed, {unchanged} the same, {rejected} not taken."
    ).format(
        rows=result.rows,
        created=result.created,
        updated=result.updated,
        unchanged=result.unchanged,
        rejected=len({fault.row for fault in result.rejected}),
    )
    used = [f"{header} → {field}" for header, field in result.mapping.items() if field]
    unused = [header for header, field in result.mapping.items() if not field]
    columns = [_("Columns: {columns}").format(columns=", ".join(used))]
    if unused:
        columns.append(_("Left out: {columns}").format(columns=", ".join(unused)))
    faults = [
        _("Row {row}, {column}: {reason}").format(
            row=fault.row, column=fault.column, reason=fault.reason
        )
        for fault in result.rejected
    ]
    twins = [
        _("Row {row}: {why}").format(row=one.row, why=one.why) for one in result.possible_duplicates
    ]
    doubts = [
        _("Row {row}, {column}: “{value}” was not read and left empty. {reason}").format(
            row=one.row, column=one.column, value=one.value, reason=one.reason
        )
        for one in result.doubts
    ]
    return [heading, counts, *columns, *faults, *doubts, *dict.fromkeys(twins)]
