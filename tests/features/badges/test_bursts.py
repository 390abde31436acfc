"""The rhythm of a scanner: told from a person's, and never let into a field."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bootcamp_app.features.badges.bursts import (
    CLOSE,
    FEWEST,
    SILENCE,
    Burst,
    Rhythm,
    Stroke,
    burst_in,
    code_in,
)
from bootcamp_app.features.badges.rules import is_code, new_code

CODE = "74143919008776351"
AZERTY = dict(zip("1234567890", "&é\"'(-è_çà", strict=True))
KHMER = "០១២៣៤៥៦៧៨៩"


def with_check_digits(body: str) -> str:
    """Give the code of its first fifteen digits, by the standard's own arithmetic."""
    return f"{body}{(98 - int(body) * 100 % 97) % 97:02}"


CODES = st.lists(st.sampled_from("0123456789"), min_size=14, max_size=14).map(
    lambda digits: with_check_digits("7" + "".join(digits))
)
UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
SCANNER = st.integers(0, 35)
PERSON = st.integers(70, 400)
LETTERS = st.characters(categories=["L", "N", "P"])


@dataclass
class Window:
    """A window that gets what the rhythm lets through, asked as the program asks."""

    rhythm: Rhythm = field(default_factory=Rhythm)
    is_text: bool = True
    text: str = ""
    held: str = ""
    most_seen: str = ""
    bursts: list[Burst] = field(default_factory=list)
    _due: int | None = None

    def press(self, at: int, text: str) -> None:
        """A key at a moment; what was due before it happens first."""
        self.pass_time(at)
        if self.rhythm.is_over(at):
            self.end()
        heard = self.rhythm.hear(Stroke(at, text), may_pass=self.is_text)
        self._go_on(heard.let_go)
        if heard.is_held:
            self.held += text
        else:
            self.text += text
        if heard.taken_back:
            cut = len(self.text) - heard.taken_back
            self.text, self.held = self.text[:cut], self.text[cut:] + self.held
        self.most_seen = max(self.most_seen, self.text, key=len)
        self._due = at + self.rhythm.patience

    def pass_time(self, at: int) -> None:
        """Let the clock run until a moment."""
        while self._due is not None and self._due < at:
            if self.held and not self.rhythm.is_likely:
                self._go_on(self.rhythm.waited())
                self._due += SILENCE - CLOSE
            else:
                self.end()

    def end(self) -> None:
        """Silence, or Enter."""
        self._due = None
        ending = self.rhythm.end()
        if ending.taken_back:
            self.text = self.text[: -ending.taken_back]
        self._go_on(ending.let_go)
        self.held = ""
        if ending.burst is not None:
            self.bursts.append(ending.burst)

    def _go_on(self, count: int) -> None:
        self.text, self.held = self.text + self.held[:count], self.held[count:]


def typed(window: Window, text: str, gaps: list[int], start: int = 1000) -> int:
    """Type a text with these gaps after each key; give when the next key may come."""
    moments = list(accumulate(gaps, initial=start))
    for at, letter in zip(moments, text, strict=False):
        window.press(at, letter)
    return moments[len(text)]


def strokes_of(text: str, gap: int = 8, digits: str = "") -> list[Stroke]:
    return [Stroke(1000 + gap * n, letter, digits[n : n + 1]) for n, letter in enumerate(text)]


@UNTIMED
@given(CODES, st.lists(SCANNER, min_size=17, max_size=17), st.booleans())
def test_a_scanned_badge_is_read_and_leaves_no_digit(
    code: str, gaps: list[int], is_text: bool
) -> None:
    window = Window(is_text=is_text, text="Sok ")

    end = typed(window, code, gaps)
    window.pass_time(end + SILENCE + 1)

    assert [one.code for one in window.bursts] == [code]
    assert window.text == "Sok "
    assert len(window.most_seen) <= len("Sok ") + (1 if is_text else 0)


@UNTIMED
@given(st.text(LETTERS, min_size=1, max_size=60), st.data(), st.booleans())
def test_slow_typing_is_never_a_scan_and_comes_whole(
    text: str, data: st.DataObject, is_text: bool
) -> None:
    gaps = data.draw(st.lists(PERSON, min_size=len(text), max_size=len(text)))
    window = Window(is_text=is_text)

    end = typed(window, text, gaps)
    window.pass_time(end + SILENCE + 1)

    assert (window.text, window.bursts) == (text, [])


@UNTIMED
@given(st.text(LETTERS, min_size=1, max_size=60), st.data())
def test_slow_typing_into_a_text_is_never_held(text: str, data: st.DataObject) -> None:
    gaps = data.draw(st.lists(PERSON, min_size=len(text), max_size=len(text)))
    window = Window()
    moments = list(accumulate(gaps, initial=1000))

    for n, (at, letter) in enumerate(zip(moments, text, strict=False)):
        window.press(at, letter)
        assert (window.text, window.held) == (text[: n + 1], "")


@UNTIMED
@given(
    st.text(LETTERS, max_size=40),
    st.lists(st.integers(1, 400), min_size=40, max_size=40),
    st.booleans(),
)
def test_whatever_the_rhythm_every_key_is_typed_or_part_of_a_burst(
    text: str, gaps: list[int], is_text: bool
) -> None:
    window = Window(is_text=is_text)

    end = typed(window, text, gaps)
    window.pass_time(end + SILENCE + 1)

    taken = "".join(one.text for one in window.bursts)
    assert sorted(window.text + taken) == sorted(text)
    assert window.held == ""
    assert all(len(one.strokes) >= FEWEST for one in window.bursts)


@UNTIMED
@given(st.text(LETTERS, max_size=20), st.data(), st.integers(60, 300))
def test_a_scan_into_the_middle_of_typing_leaves_what_was_typed(
    text: str, data: st.DataObject, pause: int
) -> None:
    gaps = data.draw(st.lists(PERSON, min_size=len(text), max_size=len(text)))
    window = Window()

    last = typed(window, text, gaps) - (gaps[-1] if gaps else 0)
    end = typed(window, CODE, [10] * 17, last + pause)
    window.pass_time(end + SILENCE + 1)

    assert [one.code for one in window.bursts] == [CODE]
    assert window.text == text


@UNTIMED
@given(st.integers(0, 15), st.integers(46, 120))
def test_one_key_that_comes_late_does_not_part_a_scan(place: int, late: int) -> None:
    window = Window(text="Sok")
    gaps = [10] * 17
    gaps[place] = late

    end = typed(window, CODE, gaps)
    window.pass_time(end + SILENCE + 1)

    assert [one.code for one in window.bursts] == [CODE]
    assert window.text == "Sok"


@UNTIMED
@given(st.text(st.sampled_from("0123456789ABC:/.-"), min_size=FEWEST, max_size=60), SCANNER)
def test_a_burst_that_is_no_badge_is_one_without_a_code(text: str, gap: int) -> None:
    window = Window()

    end = typed(window, text, [gap] * len(text))
    window.pass_time(end + SILENCE + 1)

    assert [one.text for one in window.bursts] == [text]
    assert window.text == ""
    assert bool(window.bursts[0].code) == any(is_code(text[first:]) for first in range(len(text)))


def test_seven_quick_keys_are_typing() -> None:
    window = Window()

    typed(window, "1234567", [5] * 7)
    window.pass_time(10_000)

    assert (window.text, window.bursts) == ("1234567", [])


def test_digits_of_every_script_are_the_code() -> None:
    khmer = CODE.translate(str.maketrans("0123456789", KHMER))

    assert code_in(strokes_of(khmer)) == CODE


def test_where_the_layout_writes_no_digits_the_places_of_the_keys_count() -> None:
    french = "".join(AZERTY[digit] for digit in CODE)

    assert code_in(strokes_of(french)) == ""
    assert code_in(strokes_of(french, digits=CODE)) == CODE


def test_a_misread_badge_is_a_burst_without_a_code() -> None:
    misread = CODE[:5] + str((int(CODE[5]) + 1) % 10) + CODE[6:]

    burst = burst_in(strokes_of(misread))

    assert burst is not None
    assert (burst.code, burst.text) == ("", misread)


def test_what_a_scanner_puts_before_the_code_goes_with_it() -> None:
    burst = burst_in(strokes_of(f"]Q1{CODE}"))

    assert burst is not None
    assert (burst.code, burst.text) == (CODE, f"]Q1{CODE}")


def test_badges_scanned_one_after_the_other_are_told_apart_by_their_end() -> None:
    window = Window()
    codes = [new_code() for _ in range(20)]
    at = 1000

    for code in codes:
        at = typed(window, code, [2] * 17, at) + 14
        window.end()

    assert [one.code for one in window.bursts] == codes


def test_a_person_who_rolls_over_some_keys_gets_them_in_order() -> None:
    window = Window()
    text = "Sreyneang"
    gaps = [90, 30, 25, 20, 100, 110, 30, 90, 90]

    end = typed(window, text, gaps)
    window.pass_time(end + SILENCE + 1)

    assert (window.text, window.bursts) == (text, [])


def test_a_canvas_code_is_no_badge_and_its_text_is_its_digits_under_any_layout() -> None:
    code = with_check_digits("812345678900110")

    for layout in (dict(zip(code, code, strict=False)), AZERTY):
        strokes = [Stroke(at * 5, layout[digit], digit) for at, digit in enumerate(code)]
        burst = burst_in(strokes)
        assert burst is not None
        assert (burst.code, burst.text) == ("", code)
