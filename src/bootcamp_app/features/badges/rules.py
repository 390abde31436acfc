"""Badge codes: 17 digits that survive every keyboard and every misreading. No database.

The namespace digit 7, 14 random digits, and two check digits by ISO 7064 MOD 97-10, which
catch every single wrong digit and every swap of two.
"""

from __future__ import annotations

import secrets
import unicodedata

from bootcamp_app.core.khmer import latin_digits

LENGTH = 17
CANVAS_DIGIT = "8"
"""What the codes in the corners of a canvas begin with: they are no badges."""
_NAMESPACE = "7"
_RANDOM_DIGITS = 14
_MODULUS = 97
_BODIES = 10**_RANDOM_DIGITS
_SPACING = {"Cc", "Cf", "Pd", "Zl", "Zp", "Zs"}


def new_code() -> str:
    """Give a code that was never given before, for all that chance allows (1 in 10¹⁴)."""
    body = int(_NAMESPACE) * _BODIES + secrets.randbelow(_BODIES)
    return f"{body}{_check_digits(body):02d}"


def read_code(text: str) -> str:
    """Give the code in what a scanner typed or a person wrote: any digits, any spacing or dash."""
    digits = latin_digits(text)
    return "".join(char for char in digits if unicodedata.category(char) not in _SPACING)


def badge_in(text: str) -> str:
    """Give the badge code that a code's text holds, or nothing where it is no badge."""
    code = read_code(text)
    return code if is_code(code) else ""


def is_code(code: str) -> bool:
    """Say whether this is a badge code that was read without a mistake."""
    return code.startswith(_NAMESPACE) and _is_whole(code)


def canvas_code_in(text: str) -> str:
    """Give the code of a canvas's corner that a text holds, or nothing where it is none."""
    code = read_code(text)
    return code if code.startswith(CANVAS_DIGIT) and _is_whole(code) else ""


def with_check_digits(body: str) -> str:
    """Give digits with the two that tell whether they were read without a mistake."""
    return f"{body}{_check_digits(int(body)):02d}"


def spaced(code: str) -> str:
    """Write a code so that a person can read it aloud: groups of four and the last five."""
    return f"{code[:4]} {code[4:8]} {code[8:12]} {code[12:]}"


def _is_whole(code: str) -> bool:
    return len(code) == LENGTH and code.isascii() and code.isdecimal() and int(code) % _MODULUS == 1


def _check_digits(body: int) -> int:
    return (_MODULUS + 1 - body * 100 % _MODULUS) % _MODULUS
