"""Badge codes: given without mistakes, and every misreading is noticed."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from bootcamp_app.features.badges.rules import LENGTH, is_code, new_code, read_code, spaced


def with_check_digits(number: int) -> str:
    """Give the code of a number of 14 digits, by the standard's own arithmetic."""
    body = f"7{number:014}"
    return f"{body}{(98 - int(body) * 100 % 97) % 97:02}"


CODES = st.integers(0, 10**14 - 1).map(with_check_digits)
PLACES = st.integers(0, LENGTH - 1)
DIGITS = ("0123456789", "០១២៣៤៥៦៧៨៩", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９")
SPACES = ("", " ", "-", "–", "—", "\u2011", "\u00a0", "\u200b", "\t", "\r\n", "\0", "\ufeff")


@given(CODES)
def test_a_code_with_its_check_digits_is_one(code: str) -> None:
    assert len(code) == LENGTH
    assert is_code(code)


def test_new_codes_are_codes_and_do_not_come_twice() -> None:
    codes = [new_code() for _ in range(20_000)]

    assert len(set(codes)) == len(codes)
    assert all(map(is_code, codes))
    assert {(len(code), code[0]) for code in codes} == {(17, "7")}


@given(CODES)
def test_every_wrong_digit_is_noticed(code: str) -> None:
    wrong = [
        code[:place] + digit + code[place + 1 :]
        for place in range(LENGTH)
        for digit in "0123456789"
        if digit != code[place]
    ]

    assert len(wrong) == 17 * 9
    assert [one for one in wrong if is_code(one)] == []


@given(CODES)
def test_every_swap_of_two_neighbours_is_noticed(code: str) -> None:
    swapped = [
        code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        for place in range(LENGTH - 1)
        if code[place] != code[place + 1]
    ]

    assert [one for one in swapped if is_code(one)] == []


@given(CODES, PLACES)
def test_a_digit_too_few_or_too_many_is_noticed(code: str, place: int) -> None:
    assert not is_code(code[:place] + code[place + 1 :])
    assert not is_code(code[:place] + code[place] + code[place:])


@given(CODES, st.sampled_from(DIGITS), st.lists(st.sampled_from(SPACES), min_size=18, max_size=18))
def test_any_digits_and_any_spacing_read_back(code: str, digits: str, spaces: list[str]) -> None:
    typed = "".join(space + digits[int(digit)] for space, digit in zip(spaces, code, strict=False))

    assert read_code(typed + spaces[-1]) == code


@given(CODES)
def test_a_code_read_aloud_in_groups_reads_back(code: str) -> None:
    assert [len(group) for group in spaced(code).split()] == [4, 4, 4, 5]
    assert read_code(spaced(code)) == code


@given(st.text(max_size=30))
def test_other_text_stays_other_text(text: str) -> None:
    assume(not read_code(text).isdecimal())

    assert not is_code(read_code(text))


def test_a_code_must_be_in_latin_digits_before_it_is_one() -> None:
    code = new_code()
    khmer = "".join("០១២៣៤៥៦៧៨៩"[int(digit)] for digit in code)

    assert not is_code(khmer)
    assert is_code(read_code(khmer))
