"""A header taken apart: the ideas it is made of, in spite of slips of the keyboard."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from bootcamp_app.core.khmer import comparison_key, latin_digits
from bootcamp_app.features.people.header_concepts import KHMER, LATIN, NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

UNKNOWN = "unknown"

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LATIN_WORD = re.compile(r"[^\W\d_\u1780-\u17ff]+")
_KHMER_RUN = re.compile(r"[\u1780-\u17d3\u17dd]+")
# What many leave out or mix up without noticing; no two words of ours differ in these alone.
_UNHEARD = re.compile(r"[\u17c6\u17c9-\u17d1\u17dd]")
_ALIKE = str.maketrans({"ណ": "ន", "ឡ": "ល", "ី": "ិ", "ឹ": "ិ", "ឺ": "ិ", "ូ": "ុ", "ំ": None})
_HALF = r"(?:(?:last|family|first|given|sur|fore)[ -]?names?)"
_IN_FULL = (
    (re.compile(rf"{_HALF}\s*(?:&|and|,|/)\s*{_HALF}|\bnames?\s*(?:&|and)\s*{_HALF}"
                rf"|{_HALF}\s*(?:&|and)\s*names?\b"), "fullname"),
    (re.compile(r"\byob\b"), "birth year"),
    (re.compile(r"\bdob\b"), "birth date"),
    (re.compile(r"\bsex at birth\b"), "sex"),
    (re.compile(r"\bhow old\b"), "age"),
    (re.compile(r"\b(?:role|position) (?:in|at|on|within) (?:the |this |our |your )?(?:\w+ )?"
                r"(?:team|group|workshop|training|event|bootcamp|project|programme|program|"
                r"committee|session|meeting|course|club)s?\b"), "role"),
    (re.compile(r"\b(?:(?:general|other|any|further|additional) )*"
                r"(?:questions?|suggestions?|feedback)"
                r"\W+(?:or |and |& )?(?:other )?(?:comments?|remarks?)\b"
                r"|\b(?:comments?|remarks?|notes?)\W+(?:or |and |& )?(?:other )?"
                r"(?:questions?|suggestions?|feedback|requests?)\b"), "comments"),
    (re.compile(r"\b(?:(?:current|home|permanent|residential|work|present) )?address\s*[:/–-]?\s*"
                r"(?=(?:district|province|khan|krong|capital)(?:\s*/\s*\w+)?$)"), " "),
    (re.compile(r"\b(?:preferred|maiden|former|previous|old|other) names?\b"
    r"|\bnick ?names?\b"), "nickname"),
    (re.compile(r"\bcomment vous appelez"), "nom"),
    (re.compile(r"\ben situation d[e'’]"), " "),
    (re.compile(r"\bbest (?:describes?|represents?)(?= (?:your |the )?(?:org|inst|comp))"), "type"),
    (re.compile(r"(?<=\w.) *\b(?:open[- ]ended )?response$"), ""),
    (re.compile(r"\be?mail *(?:add(?:r|ress)?|adresse)\b|\badresses? +(?:e?mail|courriel|"
                r"[ée]lectronique)\b|\bcourrier [ée]lectronique\b"), "email"),
    (re.compile(r"\b(?:for|on|as|to)\b[\w ]*\b(?:certificates?|badges?|name ?tags?|id cards?|"
                r"national id|identity cards?)\b"), " "),
)  # fmt: skip
_IN_FULL_KHMER = (
    (re.compile(r"\u200b"), ""),
    (re.compile(r"អាសយដ្ឋាន\s*(?=អ៊ី|សារអេ)"), ""),
    (re.compile(r"(?:អាសយដ្ឋាន|ទីលំនៅ|ទីកន្លែងរស់នៅ|លំនៅឋាន|លំនៅដ្ឋាន)[\u1780-\u17d3]*\s*[:/៖–-]?\s+"
                r"(?=(?:ស្រុក|ខណ្ឌ|ក្រុង|ខេត្ត|រាជធានី)[/ \u1780-\u17d3]*$)"), " "),
    (re.compile(r"តួនាទី\s*(?:នៅ)?ក្នុង\s*(?:ក្រុម|វគ្គ|កម្មវិធី|គម្រោង|គណៈកម្មការ|សិក្ខាសាលា|ព្រឹត្តិការណ៍|អង្គប្រជុំ)"
                r"(?:ការងារ|បណ្តុះបណ្តាល|នេះ)*"), "តួនាទីក្នុងវគ្គ"),
    (re.compile(r"ថ\s*[./]\s*ខ\s*[./]\s*ឆ\.?|ថ្ងៃ\s*[./-]\s*ខែ\s*[./-]\s*ឆ(?:្នាំ|\.)?"), "ថ្ងៃខែឆ្នាំ"),
    (re.compile(r"ល\s*\.?\s*ទ\s*\.?(?![\u1780-\u17d3])|លេខ\s*ទូរ?\s*\.|\bទូរ?\s*[.៖:]"), "លេខទូរស័ព្ទ"),
    (re.compile(r"(?:ដូច|តាម|សម្រាប់|ដែល)[\u1780-\u17d3 ]*(?:អត្តសញ្ញាណប័ណ្ណ|វិញ្ញាបនបត្រ|សញ្ញាបត្រ"
    r"|លិខិតសរសើរ)"), " "),
    (re.compile(r"\s*(?:និង|&|[-–]\s*(?=[\u1780-\u17d3]))\s*"), "និង"),
)  # fmt: skip
_SHORTEST_SLIP, _LONG_WORD = 4, 8
_SHORT_KHMER = 5


@lru_cache(maxsize=4096)
def ideas_of(text: str) -> frozenset[str]:
    """Give the ideas of a header; UNKNOWN stands for words that say nothing known."""
    return frozenset((*_latin(text), *_khmer(text))) - {NOTHING}


def _latin(text: str) -> Iterator[str]:
    spaced = _CAMEL.sub(" ", text).replace("’", "'").replace("'s", " ").lower()
    spaced = re.sub(r"\be[\s-]mail", "email", re.sub(r"\b([a-z])/([a-z])\b", r"\1\2", spaced))
    spaced = re.sub(r"\b([a-z])\.(?=[a-z]\b)", r"\1", spaced)
    spaced = re.sub(r"^\W*(?:total )?(?:number of|how many|no\. of)\b", "manyof", spaced)
    spaced = spaced.replace("_", " ")
    for written, meant in _IN_FULL:
        spaced = written.sub(meant, spaced)
    for word in _LATIN_WORD.findall(spaced):
        yield _latin_words().get(word) or _slip(word)


def _slip(word: str) -> str:
    """Give the idea of a word that is one or two keys beside a known one."""
    if len(word) < _SHORTEST_SLIP:
        return UNKNOWN
    most = 2 if len(word) >= _LONG_WORD else 1
    near = {
        idea
        for known, idea in _latin_words().items()
        if known[0] == word[0] and abs(len(known) - len(word)) <= most and _is_near(word, known)
    }
    near -= {NOTHING} if len(near) > 1 else set()
    return near.pop() if len(near) == 1 else UNKNOWN


def _is_near(word: str, known: str) -> bool:
    if len(known) < _SHORTEST_SLIP:
        return False
    if min(len(word), len(known)) == _SHORTEST_SLIP:  # “game” is no “name”, but “nmae” is
        return sorted(word) == sorted(known) and _slips(word, known) == 1
    most = 2 if min(len(word), len(known)) >= _LONG_WORD else 1
    return _slips(word, known) <= most


def _khmer(text: str) -> Iterator[str]:
    for written, meant in _IN_FULL_KHMER:
        text = written.sub(meant, text)
    for run in _KHMER_RUN.findall(heard(text)):
        yield from _pieces(run)


def _pieces(run: str) -> list[str]:
    """Cut a run of Khmer, which has no spaces, so that the fewest letters stay unknown."""
    best: list[tuple[int, int, list[str]]] = [(0, 0, [])]
    words = _khmer_words()
    for end in range(1, len(run) + 1):
        unknown, count, ideas = best[end - 1]
        choices = [(unknown + 1, count, ideas)]
        for start in range(max(0, end - _longest()), end):
            if idea := words.get(run[start:end]):
                unknown, count, ideas = best[start]
                choices.append((unknown, count + 1, [*ideas, idea]))
        best.append(min(choices, key=lambda one: one[:2]))
    unknown, _, ideas = best[-1]
    if unknown and (slip := _khmer_slip(run)):
        return [slip]
    return [*ideas, UNKNOWN] if unknown else ideas


def _khmer_slip(run: str) -> str | None:
    near = {
        idea
        for known, idea in _khmer_words().items()
        if len(known) >= _SHORT_KHMER
        and _slips(run, known) <= 1
    }  # fmt: skip
    return near.pop() if len(near) == 1 else None


def _slips(word: str, known: str) -> int:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only misspelt headers need it

    return OSA.distance(word, known, score_cutoff=2)


def heard(text: str) -> str:
    """Give a Khmer text without the signs that many mix up."""
    key = latin_digits(comparison_key(text)).replace("្ដ", "្ត")
    return _UNHEARD.sub("", key).translate(_ALIKE)


@cache
def _latin_words() -> dict[str, str]:
    return {word: idea for idea, word in _words(LATIN) if "_" not in word}


@cache
def _khmer_words() -> dict[str, str]:
    return {heard(word): idea for idea, word in _words(KHMER)}


@cache
def _longest() -> int:
    return max(map(len, _khmer_words()))


def _words(concepts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    # What comes first counts where a word stands twice.
    for idea, written in reversed(list(concepts.items())):
        for word in written.split():
            yield idea, word
