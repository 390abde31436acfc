"""The words: every message of the sources is in the Khmer catalogue, whole and usable."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections import Counter
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_keywords
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Catalog, Message

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "src"
CATALOGUE = ROOT / "resources" / "locale" / "km" / "LC_MESSAGES" / "messages.po"
KHMER = re.compile(r"[\u1780-\u17ff]")
REFUSALS = ("Refusal", "FieldRefusal", "NotSaved", "Cancelled")
MARKS = ("_", "N_", "NN_", "ngettext", "Sentence", *REFUSALS)
PURE_MARKS = {"N_", "NN_", "ngettext"}
LOOKED_UP = (ast.Name, ast.Attribute, ast.Subscript)
# These two pass on what their callers have marked.
PASSING_ON = {"i18n.py", "errors.py"}
# The name of the program and what is the same in every language.
SAME_IN_KHMER = {"{rows} rows: {file}", "Bootcamp Desk", "{number} {part}"}

Texts = tuple[str, ...]


def keywords() -> dict[str, tuple[int, ...] | None]:
    """Give what `packaging/dev.py words` takes for a mark."""
    spec = importlib.util.spec_from_file_location("bootcamp_dev", ROOT / "packaging" / "dev.py")
    assert spec
    assert spec.loader
    dev = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(dev)
    return {**DEFAULT_KEYWORDS, **parse_keywords(dev.KEYWORDS.split())}


def texts_of(message: str | tuple[str, ...] | list[str] | None) -> Texts:
    """Give the forms of a message or of its translation."""
    return (message,) if isinstance(message, str) else tuple(message or ())


def fields_of(text: str) -> set[str]:
    """Give the names in braces, and those of the older form %(name)s."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None} | set(
        re.findall(r"%\((\w+)\)", text)
    )


def squeezed(text: str) -> str:
    return " ".join(text.casefold().split())


@pytest.fixture(scope="module")
def in_sources() -> set[Texts]:
    found = extract_from_dir(SOURCES, keywords=keywords())
    return {texts_of(message) for _, _, message, _, _ in found}


@pytest.fixture(scope="module")
def khmer() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file)


@pytest.fixture(scope="module")
def messages(khmer: Catalog) -> list[Message]:
    return [message for message in khmer if message.id]


def calls() -> Iterator[tuple[str, str, ast.Call]]:
    """Give every call in the sources: where it stands, and the last name of what is called."""
    for path in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func
                name = str(getattr(called, "id", "") or getattr(called, "attr", ""))
                yield f"{path.relative_to(SOURCES)}:{node.lineno}", name, node


def constants_with_marks() -> Iterator[str]:
    """Give the constants of the sources that hold marked messages, or look one up."""
    for path in SOURCES.rglob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.Assign) and re.search(r"\bN_\(|\bRESULTS\[", ast.unparse(node)):
                yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def is_marked(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") == "N_"


def test_the_khmer_catalogue_has_exactly_the_messages_of_the_sources(
    in_sources: set[Texts], messages: list[Message]
) -> None:
    known = {texts_of(message.id) for message in messages}

    assert len(in_sources) > 150
    assert sorted(in_sources - known) == []
    assert sorted(known - in_sources) == []


def test_every_message_is_translated_and_none_is_only_guessed(messages: list[Message]) -> None:
    empty = [message.id for message in messages if not all(texts_of(message.string or ""))]
    guessed = [message.id for message in messages if message.fuzzy]

    assert empty == []
    assert guessed == []


def test_every_translation_is_khmer(messages: list[Message]) -> None:
    latin = [
        message.id
        for message in messages
        if message.id not in SAME_IN_KHMER
        and not all(KHMER.search(text) for text in texts_of(message.string))
    ]

    assert latin == []


def test_a_translation_has_the_fields_of_its_message_and_no_other(
    messages: list[Message],
) -> None:
    different = [
        message.id
        for message in messages
        for text in texts_of(message.string)
        if fields_of(text) != fields_of(texts_of(message.id)[-1])
    ]

    assert different == []


@pytest.mark.parametrize(
    ("meant", "said"),
    [
        (r"\bgenuine\b", "ពិតប្រាកដ"),
        (r"^Altered: ", "កែបន្លំ"),
        (r"\bissuers?\b", "អ្នកចេញវិញ្ញាបនបត្រ"),
        (r"marked people|people who were marked", "ជ្រើសរើស"),
        (r"^(Next person|Person before|Person \{n\})", "អ្នកចូលរួម"),
        (r"^(Bootcamp|Days), in ", "វគ្គបណ្ដុះបណ្ដាល"),
        (r"^This part (is closer|lies on)|of this part is missing", "ធាតុ"),
        (r"^pt$|\{size\} points", "ចំណុច"),
        (r"^mm$|\} mm\b", "មម"),
        (r"^Put in a field$|There is no field \{field\}", "វាល"),
        (r"\bprogrammes?\b", "គម្រោង"),
        (r"\b(freeze|frozen) (these )?figures\b|^frozen\b", "ចាក់សោ"),
        (r"\bcopy of (the|a) (whole )?(Bootcamp Desk )?workspace\b", "ឯកសារការងារ"),
        (r"\bbackups?\b", "ចម្លងទុក"),
    ],
)
def test_what_is_meant_has_one_khmer_term(meant: str, said: str, messages: list[Message]) -> None:
    found = [one for one in messages if re.search(meant, texts_of(one.id)[0], re.IGNORECASE)]

    assert found
    assert [one.id for one in found if said not in texts_of(one.string)[0]] == []


def test_khmer_is_not_marked_as_latin_is(messages: list[Message]) -> None:
    # A semicolon, or a full stop right behind a Khmer letter that no other letter follows.
    latin = re.compile(r";|[\u1780-\u17d3]{3,}\.(\s|$)")

    assert [one.id for one in messages if any(map(latin.search, texts_of(one.string)))] == []


def test_khmer_is_spelt_and_quoted_in_one_way(messages: list[Message]) -> None:
    # The ្ដ of the dictionary, not ្ត, in words said with it; and the quotes of Khmer.
    other = re.compile(r"ម្តង|ណ្ត|ផ្ត|ប្ត|ស្តា|ស្តើ|ក្តី|ក្តា|[“”]")

    assert [one.id for one in messages if any(map(other.search, texts_of(one.string)))] == []


def test_khmer_has_one_form_for_every_number(khmer: Catalog, messages: list[Message]) -> None:
    plural = [message for message in messages if message.pluralizable]

    assert khmer.num_plurals == 1
    assert plural != []
    assert [message.id for message in plural if len(texts_of(message.string)) != 1] == []


def test_a_translation_begins_and_ends_with_the_same_blanks_as_its_message(
    messages: list[Message],
) -> None:
    ragged = [
        message.id
        for message in messages
        for text in texts_of(message.string)
        if (text[0].isspace(), text[-1].isspace())
        != (texts_of(message.id)[0][0].isspace(), texts_of(message.id)[0][-1].isspace())
    ]

    assert ragged == []


def test_no_message_differs_from_another_only_in_blanks_or_capitals(
    in_sources: set[Texts],
) -> None:
    texts = {text for message in in_sources for text in message}

    twice = [text for text, times in Counter(map(squeezed, texts)).items() if times > 1]

    assert twice == []


def test_every_marked_message_is_written_out_where_it_is_marked() -> None:
    """Put together or formatted before it is looked up, a message is in no catalogue."""
    wrong = [
        place
        for place, name, call in calls()
        if name in MARKS and Path(place.split(":")[0]).name not in PASSING_ON
        for text in call.args[: 2 if name in {"NN_", "ngettext"} else 1]
        if not (is_text(text) or (name not in PURE_MARKS and isinstance(text, LOOKED_UP)))
    ]

    assert wrong == []


def test_every_constant_that_is_said_was_marked_where_it_was_made() -> None:
    marked = set(constants_with_marks())

    said = {
        text.id
        for _, name, call in calls()
        if name in MARKS
        for text in call.args[:1]
        if isinstance(text, ast.Name) and text.id.isupper()
    }

    assert said != set()
    assert said <= marked


def test_every_help_text_of_the_command_line_is_marked() -> None:
    helps = [
        (place, keyword.value)
        for place, name, call in calls()
        if place.startswith("bootcamp_app/cli/") and name in {"option", "command", "group"}
        for keyword in call.keywords
        if keyword.arg == "help"
    ]

    assert len(helps) > 40
    assert [place for place, text in helps if not is_marked(text)] == []


def test_every_option_of_the_command_line_is_explained() -> None:
    unexplained = [
        place
        for place, name, call in calls()
        if place.startswith("bootcamp_app/cli/") and name == "option"
        if not any(keyword.arg == "help" for keyword in call.keywords)
    ]

    assert unexplained == []
