"""The documents: what they name is there."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import click
import pytest

from bootcamp_app.cli.main import root

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
DOCUMENTS = [README, *sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)[^)]*\)")
each_document = pytest.mark.parametrize(
    "document", dict.fromkeys(DOCUMENTS), ids=lambda path: str(path.relative_to(ROOT))
)


def without_code(text: str) -> str:
    return re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)


def headings_of(document: Path) -> set[str]:
    """Give the headings as a link names them."""
    titles = re.findall(r"^#+ (.+)$", document.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def lines_with(text: str, program: str) -> list[list[str]]:
    """Give the words behind the name of a program, wherever a command is shown."""
    shown = re.findall(r"```\n(.*?)```|`([^`\n]+)`", text, re.DOTALL)
    lines = (line for block in shown for part in block for line in part.split("\n"))
    begun = (line.split("#")[0].strip() for line in lines)
    return [
        line.split()[len(program.split()) :] for line in begun if line.startswith(program + " ")
    ]


@each_document
def test_every_link_and_picture_of_a_document_leads_somewhere(document: Path) -> None:
    links = LINK.findall(without_code(document.read_text("utf-8")))

    for link in links:
        place, _, heading = unquote(link).partition("#")
        if "://" in place or place.startswith("mailto:"):
            continue
        target = (document.parent / place).resolve() if place else document
        assert target.exists(), link
        if heading and target.suffix == ".md":
            assert heading in headings_of(target), link


def test_the_documents_have_links_and_pictures() -> None:
    links = [
        link for one in DOCUMENTS for link in LINK.findall(without_code(one.read_text("utf-8")))
    ]

    assert any(link.endswith(".md") for link in links)
    assert any(link.endswith(".png") for link in links)


def test_every_command_of_the_set_up_script_in_the_read_me_exists() -> None:
    script = (ROOT / "packaging" / "dev.py").read_text("utf-8")
    lines = lines_with(README.read_text("utf-8"), "python3 packaging/dev.py")
    listed = re.search(r"^COMMANDS = .*\((.*)\)\}$", script, re.MULTILINE)
    assert listed

    assert {"run", "test"} <= {words[0] for words in lines}
    assert {words[0] for words in lines} <= set(listed[1].split(", "))


def test_every_command_of_the_program_in_the_read_me_exists() -> None:
    lines = lines_with(README.read_text("utf-8"), "bootcamp")
    assert len(lines) > 5

    for words in lines:
        command: click.Command = root
        for word in words:
            if not isinstance(command, click.Group) or word.startswith("-"):
                break
            found = command.get_command(click.Context(command), word)
            assert found is not None, words
            command = found
        known = {name for one in (root, command) for option in one.params for name in option.opts}
        assert {word for word in words if word.startswith("--")} <= known | {"--help"}, words


def test_the_document_of_the_house_is_linked_from_the_read_me() -> None:
    links = LINK.findall(README.read_text("utf-8"))

    assert "docs/architecture.md" in links
