"""`verify.html` open in a browser, and what a person does with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.i18n import in_language
from bootcamp_app.features.certificates.verify_page import verify_page
from bootcamp_app.features.certificates.verify_words import WORDS
from tests.browser import Look

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser import Browser

_ANSWER = "document.querySelector('.answer')"
_IS_ANSWERED = f"{_ANSWER} && {_ANSWER}.dataset.state !== 'reading'"


class OpenPage:
    """The page in a tab."""

    def __init__(self, browser: Browser, file: Path, look: Look) -> None:
        self.tab = browser.open(file, look)
        self.file = file

    @property
    def state(self) -> str:
        """The state that is shown now, or nothing."""
        return str(self.tab.run(f"{_ANSWER} ? {_ANSWER}.dataset.state : ''"))

    @property
    def answer(self) -> str:
        """What stands in the answer."""
        return str(self.tab.run(f"{_ANSWER}.innerText"))

    @property
    def said_of_list(self) -> str:
        """What is said about a list that was given."""
        return str(self.tab.run("document.getElementById('list-answer').innerText"))

    def photo(self, file: Path) -> str:
        """Choose a photo; give the state that comes of it."""
        self.tab.run("document.getElementById('answer-place').replaceChildren()")
        self.tab.choose("#gallery", file)
        self.tab.wait(_IS_ANSWERED)
        return self.state

    def text(self, text: str) -> str:
        """Check the text of a code; give the state."""
        self._fill("text", text)
        self.tab.run("document.getElementById('check-text').click()")
        return self.state

    def list(self, text: str) -> str:
        """Give a list as text; give what is said of it."""
        self._fill("list-text", text)
        self.tab.run("document.getElementById('take-list').click()")
        return self.said_of_list

    def turn_to(self, language: str) -> None:
        """Press the button of a language."""
        self.tab.run(f"document.getElementById('in-{language}').click()")

    def _fill(self, field: str, text: str) -> None:
        self.tab.run(f"document.getElementById('{field}').value = {json.dumps(text)}")


def open_page(
    browser: Browser,
    folder: Path,
    held: dict[str, Any],
    look: Look = Look(),  # noqa: B008 - it cannot be changed
) -> OpenPage:
    """Make the page with a trust list inside and open it."""
    file = folder / "verify.html"
    file.write_text(verify_page(json.dumps(held, indent=1)), "utf-8")
    return OpenPage(browser, file, look)


def words(name: str, language: str = "en", **values: object) -> str:
    """Give what the page must say, as the catalogue has it."""
    return in_language(WORDS[name], language).format(**values)
