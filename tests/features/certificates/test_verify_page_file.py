"""The file `verify.html` itself: whole, closed, and readable for everybody."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from html.parser import HTMLParser
from typing import NamedTuple

import pytest

from bootcamp_app.core.i18n import in_language
from bootcamp_app.core.resources import resource_folder
from bootcamp_app.features.certificates.verify_page import verify_page
from bootcamp_app.features.certificates.verify_words import STATES, WORDS
from bootcamp_app.printing.text.faces import HOUSE, font_of
from tests.features.certificates.page_lists import key, public, trust

EVIL = "</script><!--<script>\u2028&amp;{{policy}}"
ON_SOFT = ("good", "warning", "bad", "info")


class Seen(NamedTuple):
    """What a parser finds in the page."""

    tags: list[tuple[str, dict[str, str | None]]]
    texts: dict[str, str]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen = Seen([], {})
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.seen.tags.append((tag, found))
        self._inside = (found.get("id") or "") if tag == "script" else ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.seen.texts[self._inside] = self.seen.texts.get(self._inside, "") + data


@pytest.fixture(scope="module")
def html() -> str:
    """A page whose organisation has an evil name."""
    held = trust([public(key(1))], by=key(9), organisation=key(9), names=(EVIL, EVIL))
    return verify_page(json.dumps(held))


@pytest.fixture(scope="module")
def seen(html: str) -> Seen:
    """The page as a browser takes it apart."""
    reader = _Reader()
    reader.feed(html)
    return reader.seen


def test_the_page_asks_for_nothing_outside_itself(html: str, seen: Seen) -> None:
    assert "http" not in re.sub(r"http-equiv|http://www\.w3\.org/2000/svg", "", html)
    for tag, attributes in seen.tags:
        assert "src" not in attributes, tag
        assert (attributes.get("href") or "#").startswith("#"), tag
        assert not any(name.startswith("on") or name == "style" for name in attributes), tag


def test_only_what_is_named_by_its_hash_may_run(seen: Seen) -> None:
    [policy] = [
        found["content"] or ""
        for tag, found in seen.tags
        if found.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.strip().partition(" ")[::2] for rule in policy.split(";"))

    assert rules["default-src"] == "'none'"
    assert re.fullmatch(r"('sha256-[\w+/=]+' ?){2}", rules["script-src"])
    assert re.fullmatch(r"'sha256-[\w+/=]+'", rules["style-src"])
    assert rules["font-src"] == "data:"
    assert "connect-src" not in rules


def test_the_page_brings_its_khmer_letters_along(html: str) -> None:
    kept = re.findall(r"font-weight: (\d+); src: url\(\"data:font/ttf;base64,([\w+/=]+)\"", html)

    assert [weight for weight, _data in kept] == ["400", "700"]
    for _weight, data in kept:
        own = HOUSE.led_by(font_of(b64decode(data), "Khmer.ttf"))
        assert {ord("ក"), ord("្"), ord("៩")} <= own.faces(400)[0].characters


def test_whatever_a_name_holds_the_list_inside_is_the_list_given(seen: Seen) -> None:
    assert [tag for tag, _ in seen.tags].count("script") == 4
    held = json.loads(seen.texts["trust-data"])

    assert held["organisation"]["name_en"] == EVIL


def test_the_page_has_every_sentence_in_both_languages(seen: Seen) -> None:
    held = json.loads(seen.texts["words"])

    for language in ("km", "en"):
        assert held[language]["words"] == {
            name: in_language(message, language) for name, message in WORDS.items()
        }
        assert len(held[language]["months"]) == 12


def test_every_name_that_the_page_asks_words_for_has_some(html: str) -> None:
    asked = set(re.findall(r'data-say="(\w+)"', html)) | set(re.findall(r'say\("(\w+)"', html))
    listed = re.findall(r"^  (\w+): \[\"\w+\", \"\w+\"\],$", html, re.MULTILINE)

    assert len(asked) > 30
    assert asked <= WORDS.keys()
    assert set(re.findall(r'^    \["(\w+)", ', html, re.MULTILINE)) <= WORDS.keys()
    assert {f"{state}_title" for state in listed} == {
        name for name in STATES if name.endswith("_title")
    }


def test_a_text_that_is_no_list_makes_no_page() -> None:
    with pytest.raises(ValueError, match="Expecting"):
        verify_page("no list")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pair_of_colours_in_use_can_be_read(scheme: str) -> None:
    style = (resource_folder("verify") / "page.css").read_text("utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[:2]
    colours = dict(re.findall(r"--([\w-]+): (#\w{6})", light if scheme == "light" else dark))
    pairs = [
        *(("ink", ground) for ground in ("background", "surface", "sunken", "info-soft")),
        *(("ink", f"{tone}-soft") for tone in ON_SOFT),
        *((tone, f"{tone}-soft") for tone in ON_SOFT),
        *(("muted", ground) for ground in ("background", "surface")),
        ("on-accent", "accent"),
        ("accent", "surface"),
        ("accent", "background"),
    ]

    for front, ground in pairs:
        assert contrast(colours[front], colours[ground]) >= 4.5, (front, ground)


def contrast(one: str, other: str) -> float:
    """Give how well one colour is seen on another, as the web's guidelines count it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Give how bright a colour is, from 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
