"""E-mail drafts open in any mail program: the file whole, Khmer right, addressed to nobody."""

from __future__ import annotations

import email
from email import policy
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.exports import drafts
from bootcamp_app.features.exports.drafts import write_draft
from tests.clock import FakeClock

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path

SUBJECT = "វត្តមាន – វគ្គបណ្ដុះបណ្ដាលកំពត " * 3 + "២០២៦"
TEXT = "សូមជូនឯកសារភ្ជាប់។\nវត្តមាន.xlsx\n" * 5
HELD = bytes(range(256)) * 40


def draft_of(folder: Path, name: str = "វត្តមាន KPT-1.xlsx", text: str = TEXT) -> bytes:
    attached = folder / name
    attached.write_bytes(HELD)
    write_draft(attached, folder / "draft.eml", SUBJECT, text, FakeClock().now())
    return (folder / "draft.eml").read_bytes()


def read(raw: bytes) -> EmailMessage:
    found = email.message_from_bytes(raw, policy=policy.default)
    assert [part.defects for part in found.walk()] == [[]] * len(list(found.walk()))
    return found


def test_subject_text_and_file_come_back_as_they_were(tmp_path: Path) -> None:
    message = read(draft_of(tmp_path))

    (attached,) = message.iter_attachments()
    body = message.get_body()
    assert body is not None
    assert message["Subject"] == SUBJECT
    assert body.get_content().replace("\r\n", "\n") == TEXT
    assert attached.get_filename() == "វត្តមាន KPT-1.xlsx"
    assert attached.get_content() == HELD


def test_it_is_a_draft_to_nobody_from_nobody(tmp_path: Path) -> None:
    message = read(draft_of(tmp_path))

    assert message["X-Unsent"] == "1"
    assert [message[name] for name in ("To", "Cc", "Bcc", "From")] == [None] * 4
    assert message["Date"].datetime == FakeClock().now()


@pytest.mark.parametrize("text", [TEXT, "Attached: list.csv\n", "x" * 2000 + "\n"])
def test_every_line_is_one_that_the_post_takes(tmp_path: Path, text: str) -> None:
    raw = draft_of(tmp_path, text=text)

    raw.decode("ascii")
    assert raw.replace(b"\r\n", b"").count(b"\n") == 0
    assert max(map(len, raw.split(b"\r\n"))) <= 998


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("a.csv", "text/csv"),
        ("a.json", "application/json"),
        ("a.zip", "application/zip"),
        ("a.pdf", "application/pdf"),
        ("a.PDF", "application/pdf"),
        ("a.sqlite", "application/vnd.sqlite3"),
        ("a.bootcamp", "application/octet-stream"),
    ],
)
def test_the_file_says_what_kind_it_is(tmp_path: Path, name: str, kind: str) -> None:
    (attached,) = read(draft_of(tmp_path, name)).iter_attachments()

    assert attached.get_content_type() == kind
    assert attached.get_payload(decode=True) == HELD


def test_what_is_too_large_for_the_post_is_refused_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "MOST_BYTES", len(HELD) - 1)

    with pytest.raises(Refusal, match="hand it over on a stick"):
        draft_of(tmp_path)

    assert not (tmp_path / "draft.eml").exists()
