"""The gallery: one file with a bootcamp's solutions and boards, for any browser, without a network.

Its parts lie in `resources/gallery`. All that may run in it is named by its hash in the page's own
rule for content, so nothing that a note or a title brings along can ever run.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from typing import TYPE_CHECKING

from bootcamp_app.core.dates import in_english, in_khmer
from bootcamp_app.core.files import whole_file
from bootcamp_app.core.i18n import N_, in_language
from bootcamp_app.core.i18n import words as spoken
from bootcamp_app.core.resources import resource_folder
from bootcamp_app.features.bootcamps.places import province_in_english, province_in_khmer
from bootcamp_app.features.canvases.pack.gallery_parts import board_part, solution_part
from bootcamp_app.features.canvases.pack.lighter import lighter
from bootcamp_app.features.canvases.pack.markup import pair, text, words
from bootcamp_app.features.canvases.views import Words
from bootcamp_app.printing.text.web_fonts import web_fonts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bootcamp_app.features.canvases.pack.gathering import Pack

_POLICY = (
    "default-src 'none'; script-src {script}; style-src {style}; img-src data:; "
    "font-src data:; base-uri 'none'; form-action 'none'"
)
_TITLE, _CONTENTS = N_("Solutions that both sides own"), N_("Contents")
_FURTHER, _SKIP = N_("Further boards"), N_("To the solutions")
_SEARCH, _FOUND = N_("Search solutions and notes"), N_("Found: {n}")
_NOTHING = N_("No solution was written as yet.")
_WITH_NAMES = N_("This page names people. Hand it on only to those who may know them.")
_WITHOUT = N_("Made with Bootcamp Desk. Names of people are left out; offices are named.")
_WEIGHTS = (400, 700)
_ALWAYS = "0123456789០១២៣៤៥៦៧៨៩ \u25cc\u200b\u200c\u200d"


def write_gallery(
    pack: Pack, target: Path, step: Callable[[int, int], None] = lambda _done, _of: None
) -> int:
    """Write the gallery of a bootcamp and give its size in bytes; stopped, it writes nothing."""
    with whole_file(target) as part:
        page = gallery_page(pack, step).encode()
        part.write_bytes(page)
    return len(page)


def gallery_page(pack: Pack, step: Callable[[int, int], None] = lambda _done, _of: None) -> str:
    """Give the page. It shows the language in use first."""
    pack = lighter(pack, step)
    parts = {
        "title": text(pack.bootcamp.title),
        "skip": words(_SKIP),
        "logos": _logos(pack),
        "heading": _heading(pack),
        "search": words(_SEARCH),
        "contents": _contents(pack),
        "solutions": "".join(_solutions(pack)),
        "others": "".join(_others(pack)),
        "footer": words(_WITH_NAMES if pack.is_personal else _WITHOUT),
        "language": spoken.language,
        "script": _part("page.js"),
    }
    page = _part("page.html").replace('<html lang="{{language}}"', _root(pack))
    page = page.replace('<p id="found"', f'<p id="found" {_both_words(_FOUND)}')
    style = _style(unescape("".join(parts.values())))
    policy = _POLICY.format(script=_hash(parts["script"]), style=_hash(style))
    parts |= {"style": style, "policy": policy}
    # In one pass: nothing inside a part is taken for a place of another.
    return re.sub(r"\{\{(\w+)\}\}", lambda place: parts[place[1]], page)


def _root(pack: Pack) -> str:
    camp = pack.bootcamp
    titles = (camp.title_km or camp.title_en, camp.title_en or camp.title_km)
    km, en = (text(one) for one in titles)
    return f'<html lang="{{{{language}}}}" data-km="{km}" data-en="{en}"'


def _both_words(message: str) -> str:
    return f'data-km="{text(in_language(message, "km"))}" data-en="{text(message)}"'


def _logos(pack: Pack) -> str:
    # A logo is told by nothing but its picture here; the donors' names stand in no list.
    shown = "".join(
        f'<img alt="" src="data:image/png;base64,{b64encode(one).decode()}">' for one in pack.logos
    )
    return f'<div class="logos">{shown}</div>' if shown else ""


def _heading(pack: Pack) -> str:
    camp = pack.bootcamp
    where = [
        ", ".join(filter(None, (camp.venue, place)))
        for place in (province_in_khmer(camp.province), province_in_english(camp.province))
    ]
    days = (in_khmer(camp.starts_on, camp.ends_on), in_english(camp.starts_on, camp.ends_on))
    km, en = (" · ".join(filter(None, two)) for two in zip(where, days, strict=True))
    return (
        f'<p class="quiet">{words(_TITLE)}</p><h1>{pair(camp.title_km, camp.title_en)}</h1>'
        f'<p class="quiet">{pair(km, en)}</p>'
    )


def _contents(pack: Pack) -> str:
    if not pack.entries:
        return f"<p>{words(_NOTHING)}</p>"
    lines = (
        f'<li><a href="#s{number}">{pair(one.solution.title_km, one.solution.title_en)}</a></li>'
        for number, one in enumerate(pack.entries, 1)
    )
    return f"<nav><h3>{words(_CONTENTS)}</h3><ol>{''.join(lines)}</ol></nav>"


def _solutions(pack: Pack) -> Iterator[str]:
    for number, one in enumerate(pack.entries, 1):
        yield solution_part(one, number)


def _others(pack: Pack) -> Iterator[str]:
    if pack.others:
        yield f"<h2>{words(_FURTHER)}</h2>"
    for one in pack.others:
        team = pack.teams.get(one.contents.board.team, Words("", ""))
        part = board_part(one, team)
        yield f'<section class="board-alone" data-part>{part}</section>'


def _style(letters: str) -> str:
    """Give the style with the letters of this page, which a browser far away may not have."""
    faces = []
    for weight in _WEIGHTS:
        for file in web_fonts(weight, set(letters) | set(_ALWAYS)):
            data = b64encode(file.data).decode()
            faces.append(
                f'@font-face {{ font-family: "Gallery {file.name}"; font-weight: {weight}; '
                f'src: url("data:font/ttf;base64,{data}") format("truetype"); }}'
            )
    return "\n".join([*faces, _part("page.css")])


def _part(name: str) -> str:
    return (resource_folder("gallery") / name).read_text("utf-8")


def _hash(written: str) -> str:
    return f"'sha256-{b64encode(sha256(written.encode()).digest()).decode()}'"
