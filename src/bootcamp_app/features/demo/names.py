"""Invented people for the sample bootcamp: common names, put together by chance."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Row = tuple[str | int, ...]

HEADERS = (
    "ល.រ",
    "គោត្តនាម និងនាម",
    "អក្សរឡាតាំង",
    "ភេទ",
    "ឆ្នាំកំណើត",
    "អង្គភាព",
    "ប្រភេទអង្គភាព",
    "តួនាទី",
    "ខេត្ត",
    "លេខទូរស័ព្ទ",
)
"""The headers of a list as a provincial administration sends it."""

_FAMILIES = (
    "ចាន់ Chan|សុខ Sok|ហេង Heng|លី Ly|កែវ Keo|ជា Chea|ប៉ុល Pol|មាស Meas|នួន Nuon|ព្រំ Prum|"
    "រស់ Ros|សៅ Sao|ទេព Tep|អ៊ុក Uk|វង្ស Vong|យិន Yin|ឈឹម Chhim|ឌួង Duong|ខៀវ Khiev|មុំ Mom|"
    "ញ៉ែម Nhem|អ៊ុំ Um|ស៊ឹម Sim|ថន Thorn"
)
_WOMEN = (
    "ស្រីនាង Sreyneang|សុភា Sophea|ចន្ថា Chantha|ម៉ារី Mary|បុប្ផា Bopha|ធីតា Thida|រតនា Ratana|"
    "ច័ន្ទបូរី Chanbory|សុជាតា Socheata|វណ្ណៈ Vanna|ពិសី Pisey|សំណាង Samnang|លក្ខិណា Leakhena|"
    "កល្យាណ Kalyan|ណារី Nary|មុន្នី Mony|ស្រីពៅ Sreypov|ដាលីន Dalin"
)
_MEN = (
    "វិបុល Vibol|សុភ័ក្ត្រ Sopheak|ដារ៉ា Dara|បញ្ញា Panha|វុទ្ធី Vuthy|រិទ្ធី Rithy|សម្បត្តិ Sambath|"
    "វិសាល Visal|ពិសិដ្ឋ Piseth|ចំរើន Chamroeun|សុវណ្ណ Sovann|បូរ៉ា Bora|រដ្ឋា Ratha|កុសល Kosal|"
    "វីរៈ Virak|សេរី Serey|ណារិន្ទ Narin|ម៉េងហួរ Menghour"
)
_OFFICES = (
    ("រដ្ឋបាលខេត្តកំពត", "ថ្នាក់ក្រោមជាតិ", "មន្ត្រី"),
    ("មន្ទីរផែនការខេត្តកំពត", "ថ្នាក់ក្រោមជាតិ", "អនុប្រធានការិយាល័យ"),
    ("រដ្ឋបាលស្រុកទឹកឈូ", "ថ្នាក់ក្រោមជាតិ", "មន្ត្រីផែនការ"),
    ("ក្រសួងមហាផ្ទៃ", "ថ្នាក់ជាតិ", "មន្ត្រី"),
    ("សមាគមនារីអភិវឌ្ឍន៍កំពត", "សង្គមស៊ីវិល", "អ្នកសម្របសម្រួល"),
    ("អង្គការយុវជនដើម្បីសហគមន៍", "សង្គមស៊ីវិល", "មន្ត្រីគម្រោង"),
    ("បណ្ដាញសហគមន៍នេសាទកែប", "សហគមន៍", "តំណាងសហគមន៍"),
    ("Open Data for Communes", "CSO", "Data officer"),
)
_PROVINCES = ("កំពត", "កំពត", "កំពត", "កែប", "តាកែវ", "Kampot")
_MOBILE = ("012", "010", "015", "070", "077", "089", "092", "096")


def invented(count: int, seed: int = 1) -> Iterator[Row]:
    """Give rows under HEADERS; the same count and seed give the same people."""
    chance = Random(seed)
    families, women, men = (_pairs(text) for text in (_FAMILIES, _WOMEN, _MEN))
    for number in range(1, count + 1):
        sex, given = chance.choice((("ស្រី", women), ("ប្រុស", men)))
        (family_km, family_en), (given_km, given_en) = chance.choice(families), chance.choice(given)
        office, kind, position = chance.choice(_OFFICES)
        yield (
            number,
            f"{family_km} {given_km}",
            f"{family_en.upper()} {given_en}",
            sex,
            chance.randint(1964, 2003),
            office,
            kind,
            position,
            chance.choice(_PROVINCES),
            f"{chance.choice(_MOBILE)} {number:06d}",
        )


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(khmer, latin) for khmer, latin in (pair.split() for pair in text.split("|"))]
