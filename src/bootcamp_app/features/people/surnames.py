"""Family names that are usual in Cambodia: they tell a column of people from one of places."""

from __future__ import annotations

from functools import cache

from bootcamp_app.core.khmer import comparison_key

_KHMER = """
សុខ ចាន់ លី ហេង ជា គឹម មាស ស៊ឹម អ៊ុក កែវ នួន ពេជ្រ អ៊ឹម សួន គង់ សេង ឈុន ម៉ៅ យឹម រ័ត្ន ទូច អ៊ុច ចេង ឌី
ណុប ហួត វ៉ាន់ សំ ខៀវ ប៉ែន ឡេង តាំង ហម ជួន ភួង អៀង ឯក ស្រី ឡុង ព្រំ ទេព ម៉ម ស៊ុន ហ៊ុន សាន សារ៉ាន់ ឈឹម ឈិន
ឈួន ឆាយ ឆន ឆេង ងួន ង៉ែត ញ៉ែម ញឹម តេង តុន ទិត ធឿន នី ណារិន នូ នុត ប៊ុន ប៊ូ ប្រាក់ ប៉ាង ប៉ុល ផាត ផន ផាន់ ពៅ
ភី ភន មុំ មួន ម៉ក់ មិន យ៉ាន់ យិន យិម យន់ រស់ រិន លឹម លាង លន់ លួន លោក វង់ វន វ៉ា វិន សក់ សៀង ស្វាយ ស៊ូ ស៊ន
សុន សេក ស៊ាង សឿង សៅ សៀក សាយ ហ៊ាង ហាក់ ហង់ ហុង ហ៊ឹម អ៊ិន អ៊ុំ អ៊ូ អ៊ាង អាន អ៊ឺត អោម អ៊ុង កុយ កាន់ កឹម កុល
ខាត់ ខឹម ខុន គាត គី គួច គីម ឃឹម ឃុន ចក់ ចិន ចៅ ចាប ចន្ទ ច័ន្ទ ជុំ ជិន ជ័យ ជឹម ដួង ដាំ ឌួង ឌុល ឌិន ថន ថៃ
ទុំ ទី ទឹម ទៀង អុន អុក ឥន្ទ សយ សោម សិន ស ឯម អេង ឡាយ ឡោ ឡឹក
"""
_LATIN = """
sok chan ly heng chea kim meas sim ouk keo nuon noun pich im suon kong seng chhun mao yim roth touch
uch cheng dy nob nop huot van sam khiev pen leng taing horm chuon phoung ek srey long prum prom tep
mam sun hun san saran chhim chhin chhuon chhay chhorn chheng nguon nget nhem nhim teng tun tith
thoeun ny nou nuth bun bou prak pang pol phat phorn phan pov phy morn mum muon mok min yan yin
yorn ros rin lim leang lon luon lok vong von va vin sak sieng svay sou sorn son sek seang soeung
sao siek say heang hak hang hong him in oum ou eang an oeut om ung koy kan koem kol khat khem khun
keat ky kuoch khim chork chin chao chap chhum chum chey duong dam dul din thon thai tum ty tim
tieng un uk oeun ean soy som sin em eng lay lo leuk mean moeun men neang neth ngin ngoun nhek non
oun pan peou phal phon pheng phin phum phy pok poch pou pres puth ratha rath rom roeun sar sary
sat saing sen sith so soeun sok sophal soth sourn soun suong svay tan tang tech thach thy tep tes
thorng tho thorn thun tit toch tol top tori try ung uon ut vann vat veng ven voeun vorn vuth yang
yem yen yi yong you youn yous yun hor hoeun hy kang kao kea keat keth khoeun khoun khorn koam koeun
kuch kun lach lao long loch loeung loun louk ma mey mith mony mol mom mouy muth chann chorn chou
chhit chhoeun chhoeurn chhom chhoung cheam cheat chhan choeun chuop doung eam eav
"""


@cache
def surnames() -> frozenset[str]:
    """Give the family names as they compare, in both scripts."""
    return frozenset(map(comparison_key, (_KHMER + _LATIN).split()))
