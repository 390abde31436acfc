"""What new teams are called: flowers and trees of Cambodia, in both scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.khmer import comparison_key, khmer_digits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NAMES = (
    ("រំដួល", "Rumdul"), ("ឈូក", "Lotus"), ("ម្លិះ", "Jasmine"), ("ចំប៉ា", "Champa"),
    ("កុលាប", "Rose"), ("ព្រលិត", "Water Lily"), ("រាជព្រឹក្ស", "Golden Shower"),
    ("ត្នោត", "Sugar Palm"), ("រំចេក", "Pandanus"), ("អង្គាដី", "Agasta"), ("បេង", "Beng"),
    ("គគីរ", "Koki"), ("ក្រញូង", "Rosewood"), ("នាងនួន", "Neang Nuon"), ("ឈើទាល", "Chheuteal"),
    ("ពោធិ៍", "Bodhi"), ("ឫស្សី", "Bamboo"), ("កោងកាង", "Mangrove"), ("ស្រល់", "Pine"),
    ("ត្រាច", "Trach"), ("ផ្ដៀក", "Phdiek"), ("ថ្នង់", "Thnong"), ("រាំង", "Reang"),
    ("ក្រសាំង", "Krasang"), ("ចន្ទន៍", "Sandalwood"), ("ដូង", "Coconut"), ("ស្លា", "Areca"),
    ("ស្វាយ", "Mango"), ("ខ្នុរ", "Jackfruit"), ("ទុរេន", "Durian"), ("មង្ឃុត", "Mangosteen"),
    ("មៀន", "Longan"), ("គូលែន", "Lychee"), ("សាវម៉ាវ", "Rambutan"), ("ក្រូច", "Orange"),
    ("ល្ហុង", "Papaya"), ("ត្របែក", "Guava"), ("អំពិល", "Tamarind"), ("ទៀប", "Custard Apple"),
    ("ស្រកានាគ", "Dragon Fruit"), ("ម្រេច", "Pepper"), ("ក្រវ៉ាន់", "Cardamom"),
    ("ស្លឹកគ្រៃ", "Lemongrass"), ("ខ្ញី", "Ginger"), ("រមៀត", "Turmeric"), ("រំដេង", "Galangal"),
    ("កប្បាស", "Cotton"), ("គ", "Kapok"),
)  # fmt: skip


def new_label(wanted: str, taken: Iterable[str]) -> str:
    """Give the label of a team of this name: another one where it stands somewhere already.

    What a team that is no more worked on keeps its label, and is not that of the next one.
    """
    used = {comparison_key(one) for one in taken}
    label, turn = wanted, 1
    while comparison_key(label) in used:
        turn += 1
        label = f"{wanted} {turn}"
    return label


def new_names(taken: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give names (Khmer, English) that nobody has, without end: then the same with a number."""
    used = {comparison_key(one) for one in taken}
    turn = 1
    while True:
        for khmer, english in NAMES:
            km = khmer if turn == 1 else f"{khmer} {khmer_digits(str(turn))}"
            en = english if turn == 1 else f"{english} {turn}"
            if not {comparison_key(km), comparison_key(en)} & used:
                yield km, en
        turn += 1
