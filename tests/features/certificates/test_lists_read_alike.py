"""What is a list and what is a certificate, the program and `verify.html` judge by one grammar."""

from __future__ import annotations

import json
import zlib
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import base45
import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates import trust
from bootcamp_app.features.certificates.checking import check
from bootcamp_app.features.certificates.signed_json import text_of
from bootcamp_app.features.certificates.trust_codes import codes, from_codes
from tests.features.certificates.pages import OpenPage, open_page
from tests.features.certificates.trust_lists import MADE_AT, code, key, trust_list, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser import Browser

    Change = Callable[[dict[str, Any]], object]

LIST = written(trust_list("A"))
PLAIN = trust.compact(LIST)
MARK = "ab" * 8


def signed(change: Change) -> str:
    """Give the list with something changed, rightly signed as far as it can be."""
    held = json.loads(LIST)
    del held["signature"]
    change(held)
    held["signature"] = text_of(key("A").sign(trust._signed(held)))
    return json.dumps(held, ensure_ascii=False)


def with_(**values: object) -> str:
    """Give the list with other values, or further ones."""
    return signed(lambda held: held.update(values))


def revoking(mark: object = MARK, serial: object = "KMP26", on: object = "2026-03-01") -> str:
    """Give the list with one certificate revoked."""
    return with_(revoked=[{"mark": mark, "serial": serial, "on": on}])


def corrected(by_revision: object) -> str:
    """Give the list with one certificate corrected."""
    return with_(superseded=[{"mark": MARK, "serial": "KMP26", "by_revision": by_revision}])


def with_letter(letter: object) -> str:
    """Give the list with another letter of the first laptop."""
    return signed(lambda held: held["issuers"][0].update(letter=letter))


def with_spare_bits() -> str:
    """Give the list with its signature as another base64 of the same bytes."""
    signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    held = json.loads(LIST)
    last = signs[signs.index(held["signature"][-3]) ^ 1]
    return json.dumps({**held, "signature": f"{held['signature'][:-3]}{last}=="})


def nested(deep: int) -> object:
    """Give lists inside lists."""
    held: object = 1
    for _step in range(deep):
        held = [held]
    return held


LISTS = {
    "as it is": LIST,
    "without spaces": PLAIN,
    "blanks around": f"\n {LIST}\r\n",
    "more keys": with_(x={"y": [1, -5, True, None, "\x7f\x1f\u2028é😀"]}, __proto__={"a": 1}),
    "two of one key": LIST.replace('"sequence": 1', '"sequence": 9, "sequence": 1'),
    "largest number": with_(sequence=2**53 - 1),
    "large mark": revoking(mark="AB" * 8),
    "longest letter": with_letter("A" * 16),
    "longest letter beyond the first plane": with_letter("😀" * 16),
    "no issuer's word": signed(lambda held: held["issuers"][0].update(endorsement=None)),
    "deep": with_(x=nested(13)),
    "last year": with_(made_at="2200-12-31T23:59:59Z"),
}
NO_LISTS = {
    "nothing": "",
    "no object": "[]",
    "null": "null",
    "byte order mark": f"\ufeff{LIST}",
    "open without end": "[" * 100_000,
    "deeper": with_(x=nested(16)),
    "very deep": PLAIN[:-1] + ',"x":' + "[" * 5000 + "]" * 5000 + "}",
    "long number": "1" * 5000,
    "negative sequence": with_(sequence=-1),
    "sequence that browsers round": with_(sequence=2**53),
    "sequence of a database's dreams": with_(sequence=2**63),
    "fraction": LIST.replace('"sequence": 1', '"sequence": 1.0'),
    "power": LIST.replace('"sequence": 1', '"sequence": 1e0'),
    "yes as a number": with_(sequence=True),
    "further fraction": with_(x=1.5),
    "further power": with_(x=1e300),
    "further round": with_(x=2**70),
    "not a number": with_(x=float("nan")),
    "keys beyond ASCII": with_(**{"😀": 1, "\uffee": 2}),
    "half a character": with_(x="?").replace('"?"', '"\\ud800"'),
    "short mark": revoking(mark="ab"),
    "spaced mark": revoking(mark="ab cd ef 01 23 4"),
    "mark in Khmer digits": revoking(mark="១" * 16),
    "no serial": signed(lambda held: held.update(revoked=[{"mark": MARK, "on": "2026-03-01"}])),
    "long serial": revoking(serial="S" * 65),
    "day of no calendar": revoking(on="2026-02-30"),
    "day by the week": revoking(on="2026-W01-1"),
    "basic day": revoking(on="20260301"),
    "day in Khmer digits": revoking(on="២០២៦-០៣-០១"),
    "negative revision": corrected(-2),
    "great revision": corrected(2**60),
    "long letter": with_letter("A" * 17),
    "long name": with_(
        organisation={
            "name_km": "", "name_en": "M" * 301, "public_key": json.loads(LIST)["signed_by"]
        }
    ),
    "no word about words": signed(lambda held: held["issuers"][0].pop("endorsement")),
    "nothing of corrections": signed(lambda held: held.pop("superseded")),
    "another kind": with_(kind="x"),
    "no issuer": with_(issuers=[]),
    "spare bits": with_spare_bits(),
    "base64 in two lines": LIST.replace('"signed_by": "', '"signed_by": "\\n'),
    "unpadded": LIST.replace('=="\n}', '"\n}'),
    **{
        f"made at {moment}": with_(made_at=moment)
        for moment in (
            "2026-03-10", "2026-03-10T09:00Z", "2026-03-10T24:00:00Z", "2026-03-10T09:00:00.5Z",
            "20260310T090000Z", "2026-W10-2T09:00:00Z", "2026-03-10t09:00:00z",
            "2026-02-30T09:00:00Z", "2026-03-10T09:00:00+07:00", "2026-03-10T09:00:60Z",
            "0000-03-10T09:00:00Z", "1999-12-31T23:59:59Z", "2201-01-01T00:00:00Z",
            "2026-03-10T09:00:00Z\n",
        )
    },
}  # fmt: skip


def packed(data: bytes) -> str:
    """Give the text of the code that carries packed data."""
    return "BT1:" + bytes(base45.b45encode(data)).decode()


def filled(size: int, level: int = 9) -> str:
    """Give the code of the list with blanks behind it, so many bytes in all."""
    return packed(zlib.compress(PLAIN.encode().ljust(size), level))


WHOLE = zlib.compress(PLAIN.encode(), 9)
CODES = {
    "as it is": codes(LIST),
    "blanks around": [f"\ufeff\xa0{packed(WHOLE)}\u2028\n"],
    "one of one": [packed(WHOLE).replace("BT1:", "BT1/1/1:")],
    "stored": [packed(zlib.compress(PLAIN.encode(), 0))],
    "data behind": [packed(WHOLE + b"junkjunk")],
    "largest": [filled(4_000_000)],
}
NO_CODES = {
    "cut": [packed(WHOLE[:-1])],
    "wrong sum": [packed(WHOLE[:-1] + b"\0")],
    "too large": [filled(4_000_001)],
    "between the limits of before": [filled(4_100_000)],
    "too large as it is": [filled(4_000_001, 0)],
    "bomb": [filled(60_000_000)],
    "none of none": ["BT1/0/0:"],
    "Khmer digits": [packed(WHOLE).replace("BT1:", "BT1/១/១:")],
    "next line before": [f"\x85{packed(WHOLE)}"],
}
AROUND = {
    **dict.fromkeys([" ", "\n", "\t", "\v", "\r\n", "\xa0", "\ufeff", "\u2028"], "valid"),
    **dict.fromkeys(["\x85", "\x1c", "\u200b", "\u180e", "\0", "\u3000", "x"], "not_a_certificate"),
    " " * 900: "valid",
    " " * 5000: "not_a_certificate",
}


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> OpenPage:
    """A page with the list inside."""
    return open_page(browser, tmp_path_factory.mktemp("page"), json.loads(LIST))


def asked(page: OpenPage, function: str, values: object) -> list[object]:
    """Give what a function of the page makes of each value."""
    answered: list[object] = page.tab.run(f"{json.dumps(values)}.map({function})")
    return answered


def is_list(text: str) -> bool:
    """Say whether the program takes a text for a list."""
    try:
        trust.read(text)
    except trust.NotATrustList:
        return False
    return True


def are_codes(texts: list[str]) -> bool:
    """Say whether the program finds a list in codes."""
    try:
        return is_list(from_codes(texts))
    except (trust.NotATrustList, Refusal):
        return False


def test_the_program_takes_lists_by_one_strict_grammar() -> None:
    assert {name: is_list(text) for name, text in LISTS.items()} == dict.fromkeys(LISTS, True)
    assert {name: is_list(text) for name, text in NO_LISTS.items()} == dict.fromkeys(
        NO_LISTS, False
    )


def test_the_page_takes_the_same_lists_and_no_others(page: OpenPage) -> None:
    for cases, is_right in ((LISTS, True), (NO_LISTS, False)):
        found = asked(page, "(text) => trustOf(text) !== null", list(cases.values()))
        assert dict(zip(cases, found, strict=True)) == dict.fromkeys(cases, is_right)


def test_the_program_takes_codes_of_lists_up_to_one_size() -> None:
    assert {name: are_codes(texts) for name, texts in CODES.items()} == dict.fromkeys(CODES, True)
    assert {name: are_codes(texts) for name, texts in NO_CODES.items()} == dict.fromkeys(
        NO_CODES, False
    )


def test_the_page_takes_the_same_codes_and_no_others(page: OpenPage) -> None:
    function = """(texts) => {
      const parts = texts.map(listCodeOf);
      const text = parts.every(Boolean) && unpackedList(parts.map((one) => one.part));
      return Boolean(text) && trustOf(text) !== null;
    }"""
    for cases, is_right in ((CODES, True), (NO_CODES, False)):
        found = asked(page, function, list(cases.values()))
        assert dict(zip(cases, found, strict=True)) == dict.fromkeys(cases, is_right)


def test_what_may_stand_around_a_certificates_code_is_the_same_in_both(page: OpenPage) -> None:
    held, now = [trust.read(LIST)], MADE_AT + timedelta(days=1)
    texts = [text for around in AROUND for text in (around + code(), code() + around)]
    expected = [state for state in AROUND.values() for _side in range(2)]
    function = f"(text) => verdictOf(text, lists, new Date('{now.isoformat()}')).state"

    assert [check(text, held, now).reason for text in texts] == expected
    assert asked(page, function, texts) == expected
