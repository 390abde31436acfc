"""`verify.html`: one file that checks certificates in any browser, without program or network.

The parts lie in `resources/verify`. All that may run in the page is named by its hash in the page's
own rule for content, so nothing that a name or a title brings along can ever run.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html import escape

from bootcamp_app.core.dates import month_names
from bootcamp_app.core.i18n import LANGUAGES, in_language
from bootcamp_app.core.resources import resource_folder
from bootcamp_app.features.certificates.verify_words import WORDS

_READER = (
    "reader/picture",
    "reader/finders",
    "reader/symbol",
    "reader/solomon",
    "reader/segments",
    "reader/grid",
    "reader/reader",
)
_SCRIPT = (
    "check/base45",
    "check/inflate",
    "check/plain",
    "check/hashes",
    "check/ed25519",
    "check/record",
    "check/trust",
    "check/verdict",
    "page/words",
    "page/seeing",
    "page/answers",
    "page/lists",
    "page/page",
)
_POLICY = (
    "default-src 'none'; script-src {scripts}; style-src {style}; img-src blob: data:; "
    "font-src data:; worker-src blob:; base-uri 'none'; form-action 'none'"
)
_FACES = {400: "Regular", 700: "Bold"}
_FACE = (
    '@font-face {{ font-family: "Bootcamp Desk Khmer"; font-weight: {weight}; '
    'src: url("data:font/ttf;base64,{data}") format("truetype"); '
    "unicode-range: U+1780-17FF, U+19E0-19FF, U+200B-200D, U+25CC; }}"
)
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def verify_page(trust_json: str) -> str:
    """Give the page with a trust file inside. It checks the file's signature itself."""
    trust = json.dumps(json.loads(trust_json), ensure_ascii=False)
    reader, script, style = _joined(_READER), _joined(_SCRIPT), _style()
    too_old = _in_both("too_old")
    policy = _POLICY.format(scripts=f"{_hash(reader)} {_hash(script)}", style=_hash(style))
    parts = {
        "policy": policy,
        "style": style,
        "title": escape(" · ".join(_in_both("page_title"))),
        "too_old_km": escape(too_old[0]),
        "too_old_en": escape(too_old[1]),
        "trust": _inert(trust),
        "words": _inert(json.dumps(_words(), ensure_ascii=False)),
        "reader": reader,
        "script": script,
    }
    # In one pass: nothing inside a part is taken for a place of another.
    return re.sub(r"\{\{(\w+)\}\}", lambda place: parts[place[1]], _part("page.html"))


def _in_both(name: str) -> list[str]:
    return [in_language(WORDS[name], language) for language in ("km", "en")]


def _words() -> dict[str, dict[str, object]]:
    return {
        language: {
            "words": {name: in_language(message, language) for name, message in WORDS.items()},
            "months": month_names(language),
        }
        for language in LANGUAGES
    }


def _style() -> str:
    """Give the style, with the letters that a browser far from Cambodia may not have."""
    faces = [
        _FACE.format(weight=weight, data=b64encode(_face(name)).decode())
        for weight, name in _FACES.items()
    ]
    return "\n".join([*faces, _part("page.css")])


def _face(name: str) -> bytes:
    return (resource_folder("fonts") / f"BootcampDeskKhmer-{name}.ttf").read_bytes()


def _joined(names: tuple[str, ...]) -> str:
    return '\n"use strict";\n' + "\n".join(_part(f"{name}.js") for name in names)


def _part(name: str) -> str:
    return (resource_folder("verify") / name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _inert(data: str) -> str:
    """Give JSON that stays JSON inside a page, whatever names it holds."""
    return "".join(_UNSAFE.get(sign, sign) for sign in data)
