"""The arithmetic inside `verify.html`: it answers as the libraries of the program do."""

from __future__ import annotations

import json
import random
import zlib
from hashlib import sha256, sha512
from typing import TYPE_CHECKING

import base45
import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from qrcode.base import RS_BLOCK_TABLE
from qrcode.util import pattern_position

from bootcamp_app.printing.qr import symbol
from tests.features.certificates.page_lists import key, public, trust
from tests.features.certificates.pages import OpenPage, open_page

if TYPE_CHECKING:
    from bootcamp_app.printing.qr import Level
    from tests.browser import Browser

ORDER = 2**252 + 27742317777372353535851937790883648493
FIELD = 2**255 - 19
# RFC 8032, section 7.1: public key, message, signature.
VECTORS = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> OpenPage:
    """Any page: it is its script that is asked."""
    held = trust([public(key(1))], by=key(1))
    return open_page(browser, tmp_path_factory.mktemp("page"), held)


def mapped(page: OpenPage, function: str, values: object) -> list[object]:
    """Give what a function of the page makes of each value."""
    answered: list[object] = page.tab.run(f"{json.dumps(values)}.map({function})")
    return answered


HEX = "const b = (hex) => Uint8Array.from(hex.match(/../g) || [], (pair) => parseInt(pair, 16));"


def accepted_by_the_page(page: OpenPage, cases: list[tuple[bytes, bytes, bytes]]) -> list[object]:
    """Say for each key, message and signature whether the page takes it."""
    values = [[part.hex() for part in case] for case in cases]
    return mapped(page, f"([k, m, s]) => {{ {HEX} return isSigned(b(k), b(m), b(s)); }}", values)


def accepted_here(key_bytes: bytes, message: bytes, signature: bytes) -> bool:
    """Say whether the program takes it."""
    try:
        Ed25519PublicKey.from_public_bytes(key_bytes).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def signatures(count: int, seed: int) -> list[tuple[bytes, bytes, bytes]]:
    """Give right signatures, and as many spoilt in one place or another."""
    chance = random.Random(seed)
    cases = []
    for number in range(count):
        private = Ed25519PrivateKey.from_private_bytes(chance.randbytes(32))
        message = chance.randbytes(number % 200)
        parts = [public(private), message, private.sign(message)]
        if number % 2:
            at = chance.choice([0, 2, 2, 1] if message else [0, 2])
            spoilt = bytearray(parts[at])
            spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
            parts[at] = bytes(spoilt)
        cases.append((parts[0], parts[1], parts[2]))
    return cases


def test_signatures_of_the_standard_are_accepted(page: OpenPage) -> None:
    cases = [tuple(bytes.fromhex(part) for part in vector) for vector in VECTORS]

    assert accepted_by_the_page(page, [(k, m, s) for k, m, s in cases]) == [True] * 3


def test_random_and_spoilt_signatures_are_judged_as_the_program_judges_them(
    page: OpenPage,
) -> None:
    cases = signatures(400, seed=1)

    assert accepted_by_the_page(page, cases) == [accepted_here(*case) for case in cases]


@pytest.mark.slow
def test_thousands_of_signatures_are_judged_as_the_program_judges_them(page: OpenPage) -> None:
    for seed in range(2, 12):
        cases = signatures(500, seed)
        assert accepted_by_the_page(page, cases) == [accepted_here(*case) for case in cases]


def test_a_second_way_of_writing_a_signature_is_not_accepted(page: OpenPage) -> None:
    private = key(1)
    right = private.sign(b"certificate")
    scalar = int.from_bytes(right[32:], "little") + ORDER
    again = right[:32] + scalar.to_bytes(32, "little")
    tricks = [
        (public(private), b"certificate", again),
        (public(private), b"certificate", (FIELD + 1).to_bytes(32, "little") + bytes(32)),
        (bytes(32), b"certificate", bytes(64)),
        (public(private), b"certificate", right[:63]),
        (public(private)[:31], b"certificate", right),
    ]

    assert accepted_by_the_page(page, tricks) == [False] * 5
    assert [accepted_here(*trick) for trick in tricks] == [False] * 5


def test_a_key_is_a_point_written_in_the_one_right_way(page: OpenPage) -> None:
    keys = [FIELD + 1, FIELD, 1 | 1 << 255, 2, 2**255 - 1]
    values = [number.to_bytes(32, "little").hex() for number in keys]

    assert mapped(page, f"(hex) => {{ {HEX} return pointOf(b(hex)) === null; }}", values) == [
        True
    ] * len(keys)


def test_hashes_are_those_of_the_standard(page: OpenPage) -> None:
    texts = [random.Random(size).randbytes(size) for size in [*range(130), 300, 1000]]
    values = [text.hex() for text in texts]

    for name, hashed in (("sha256", sha256), ("sha512", sha512)):
        found = mapped(page, f"(hex) => {{ {HEX} return hexOf({name}(b(hex))); }}", values)
        assert found == [hashed(text).hexdigest() for text in texts]


def test_packed_data_are_unpacked_and_broken_ones_are_refused(page: OpenPage) -> None:
    chance = random.Random(3)
    plain = [bytes(chance.choices(b"abcd {}", k=size)) for size in (0, 1, 50, 3000)]
    packed = [zlib.compress(text, level) for text in plain for level in (0, 1, 9)]
    broken = [packed[-1][:-1], packed[-1][:-2] + b"xx", b"", b"\x78\x9c", packed[4][:5]]
    script = f"(hex) => {{ {HEX} const out = inflated(b(hex)); return out && hexOf(out); }}"

    assert mapped(page, script, [one.hex() for one in packed]) == [
        text.hex() for text in plain for _level in range(3)
    ]
    assert mapped(page, script, [one.hex() for one in broken]) == [None] * 5


def test_base45_is_read_as_the_program_reads_it(page: OpenPage) -> None:
    chance = random.Random(4)
    signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
    texts = [
        "".join(chance.choices(signs + "a", [9] * 45 + [1], k=size % 9)) for size in range(400)
    ]

    def here(text: str) -> str | None:
        try:
            return bytes(base45.b45decode(text)).hex()
        except ValueError:
            return None

    script = "(text) => { const made = bytesOfBase45(text); return made && hexOf(made); }"
    assert mapped(page, script, texts) == [here(text) for text in texts]


def test_the_sizes_of_all_codes_are_those_of_the_standard(page: OpenPage) -> None:
    blocks = page.tab.run("BLOCKS")
    checks = page.tab.run("CHECK_BYTES")
    for version in range(40):
        for level in range(4):
            held = RS_BLOCK_TABLE[version * 4 + level]
            counts = [held[at : at + 3] for at in range(0, len(held), 3)]
            assert blocks[level][version] == sum(count for count, _, _ in counts)
            assert {total - data for _, total, data in counts} == {checks[level][version]}
    assert mapped(page, "(version) => alignmentPlaces(version)", list(range(1, 41))) == [
        pattern_position(version) for version in range(1, 41)
    ]


@pytest.mark.parametrize(
    ("version", "level", "mask", "text"),
    [
        (1, "H", 0, "12345678901234567"),
        (2, "L", 1, "BOOTCAMP DESK $%*+-./:"),
        (3, "M", 2, "ចាន់ ស្រីនាង"),
        (6, "Q", 4, "https://example.org/?q=é"),
        (7, "M", 5, "0123456789" * 9),
        (8, "M", 3, "BD1:" + "ABC" * 60),
        (9, "M", 6, "BD1:" + "Z9$" * 70),
        (10, "M", 7, "BD1:" + "1AB" * 85),
        (17, "M", 3, "BT1/1/2:" + "XYZ" * 200),
        (30, "L", 1, "BT1:" + "QRS" * 700),
    ],
)
def test_codes_of_any_size_level_and_mask_are_read(
    page: OpenPage, version: int, level: Level, mask: int, text: str
) -> None:
    rows = symbol(text, version=version, level=level, mask=mask).modules
    drawn = json.dumps(["".join("01"[dark] for dark in row) for row in rows])
    script = f"""((rows) => {{
      const scale = 5, side = (rows.length + 8) * scale;
      const picture = {{ width: side, height: side, data: new Uint8Array(side * side).fill(250) }};
      for (let y = 0; y < side; y += 1) for (let x = 0; x < side; x += 1) {{
        const row = rows[Math.floor(y / scale) - 4];
        if (row && row[Math.floor(x / scale) - 4] === "1") picture.data[y * side + x] = 10;
      }}
      return [...readings(picture)].filter(Boolean).map((one) => one.text);
    }})({drawn})"""

    assert page.tab.run(script) == [text]


def test_bytes_are_put_right_up_to_the_limit_and_not_beyond(page: OpenPage) -> None:
    script = """(seed) => {
      const random = () => {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        return seed / 2147483648;
      };
      const checks = 22, right = Array.from({ length: 60 }, () => Math.floor(random() * 256));
      // A block is right where all its syndromes are zero: solve for the checks by erasing them.
      const places = Array.from({ length: checks }, (_none, at) => 38 + at);
      const whole = corrected(right, checks, places);
      const spoil = (count, from) => {
        const made = whole.slice();
        const chosen = new Set();
        while (chosen.size < count) chosen.add(Math.floor(random() * 60));
        for (const at of chosen) made[at] ^= 1 + Math.floor(random() * 255);
        return { made, chosen: [...chosen] };
      };
      const same = (one) => one !== null && one.every((byte, at) => byte === whole[at]);
      const eleven = spoil(11), twelve = spoil(12), known = spoil(14);
      return [
        same(corrected(eleven.made, checks, [])),
        same(corrected(twelve.made, checks, [])),
        same(corrected(known.made, checks, known.chosen.slice(0, 8))),
      ];
    }"""

    assert mapped(page, script, list(range(1, 30))) == [[True, False, True]] * 29
