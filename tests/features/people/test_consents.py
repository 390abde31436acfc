"""What people allow, the notice that they were shown, and the portraits that hang on it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.consents import Answered
from bootcamp_app.features.people.tables import ConsentRow

if TYPE_CHECKING:
    from bootcamp_app.features.people.person_views import Consent
    from tests.desk import Desk

JPEG = b"\xff\xd8\xff not looked into here"
YES, NO = Answered("photo", is_given=True), Answered("photo", is_given=False)


@pytest.fixture
def who(desk: Desk) -> str:
    return desk.walk_in("Chan Sreyneang").participant.person_id


@pytest.fixture
def file_who(sqlite_desk: Desk) -> str:
    return sqlite_desk.walk_in("Chan Sreyneang").participant.person_id


def record(desk: Desk, who: str, answered: Answered) -> Consent:
    desk.clock.forward(minutes=1)
    return desk.app.consents.record(who, answered)


def test_the_latest_word_on_each_purpose_counts(desk: Desk, who: str) -> None:
    assert desk.app.consents.of(who) == {}
    record(desk, who, Answered("registration", is_given=True, how="signed"))
    record(desk, who, YES)

    no = record(desk, who, NO)

    given = desk.app.consents.of(who)
    assert {purpose: one.is_given for purpose, one in given.items()} == {
        "registration": True, "photo": False,
    }  # fmt: skip
    assert given["photo"] == no
    assert (no.how, no.notice, no.language, no.at) == ("spoken", "1", "en", desk.clock.now())
    assert given["registration"].how == "signed"
    assert len(desk.rows(ConsentRow)) == 3


def test_a_consent_is_taken_back_by_undo_and_comes_again_by_undo_of_that(
    desk: Desk, who: str
) -> None:
    record(desk, who, YES)
    record(desk, who, NO)
    desk.clock.forward(minutes=1)

    desk.app.records.undo()
    after_undo = desk.app.consents.of(who)["photo"].is_given
    desk.app.records.undo()

    assert after_undo is True
    assert desk.app.consents.of(who) == {}
    assert desk.app.records.faults() == []


def test_a_word_is_about_the_notice_of_its_day(sqlite_desk: Desk, file_who: str) -> None:
    desk = sqlite_desk
    before = record(desk, file_who, Answered("sharing", is_given=True))

    notice = desk.app.notices.write("We keep your name.", "យើងរក្សាទុកឈ្មោះរបស់លោកអ្នក។")
    after = record(desk, file_who, Answered("contact_later", is_given=True, language="km"))

    assert (before.notice, after.notice, after.language) == ("1", notice.version, "km")
    assert desk.app.consents.of(file_who)["sharing"] == before
    assert notice.number == "2"
    assert [one.version for one in desk.app.notices.all()] == [notice.version, "1"]


def test_the_notice_that_comes_with_the_program_is_whole_in_both_languages(
    sqlite_desk: Desk,
) -> None:
    notice = sqlite_desk.app.notices.current()

    assert notice.version == "1"
    assert len(notice.text_en.split("\n\n")) == len(notice.text_km.split("\n\n")) == 4
    assert sqlite_desk.app.notices.find("1") == notice


@pytest.mark.parametrize(("english", "khmer"), [("", "យើង"), ("We", " ")])
def test_a_notice_is_written_in_both_languages_or_not_at_all(
    sqlite_desk: Desk, english: str, khmer: str
) -> None:
    with pytest.raises(Refusal, match="in Khmer and in English"):
        sqlite_desk.app.notices.write(english, khmer)

    assert len(sqlite_desk.app.notices.all()) == 1


@pytest.mark.parametrize(
    "answered",
    [
        Answered("everything", is_given=True),
        Answered("photo", is_given=True, how="guessed"),
        Answered("photo", is_given=True, language="fr"),
    ],
)
def test_what_is_no_consent_is_refused(
    sqlite_desk: Desk, file_who: str, answered: Answered
) -> None:
    with pytest.raises(Refusal, match="is not one of"):
        record(sqlite_desk, file_who, answered)

    assert sqlite_desk.app.consents.of(file_who) == {}


def test_a_portrait_is_kept_and_another_takes_its_place(desk: Desk, who: str) -> None:
    assert desk.app.photos.of(who) is None

    desk.app.photos.keep(who, JPEG)
    desk.app.photos.keep(who, JPEG + b"2")
    now = desk.app.photos.of(who)
    desk.app.records.undo()

    assert now == JPEG + b"2"
    assert desk.app.photos.of(who) == JPEG


def test_a_no_removes_the_portrait_and_none_is_kept_until_a_yes(desk: Desk, who: str) -> None:
    desk.app.photos.keep(who, JPEG)
    record(desk, who, NO)
    assert desk.app.photos.of(who) is None

    with pytest.raises(Refusal, match="does not want a photo"):
        desk.app.photos.keep(who, JPEG)

    record(desk, who, YES)
    desk.app.photos.keep(who, JPEG)
    assert desk.app.photos.of(who) == JPEG


def test_undo_of_a_no_brings_the_portrait_back(sqlite_desk: Desk, file_who: str) -> None:
    sqlite_desk.app.photos.keep(file_who, JPEG)
    record(sqlite_desk, file_who, NO)

    sqlite_desk.app.records.undo()

    assert sqlite_desk.app.photos.of(file_who) == JPEG
    assert sqlite_desk.app.consents.of(file_who) == {}


def test_who_was_merged_into_another_gives_them_their_no(sqlite_desk: Desk, file_who: str) -> None:
    desk = sqlite_desk
    other = desk.walk_in("Chan Sreyneang").participant.person_id
    record(desk, other, NO)

    desk.app.twins.merge(file_who, other)

    assert desk.app.consents.of(file_who)["photo"].is_given is False
    with pytest.raises(Refusal, match="does not want a photo"):
        desk.app.photos.keep(file_who, JPEG)


def test_time_passes_between_two_words_of_one_minute(sqlite_desk: Desk, file_who: str) -> None:
    desk = sqlite_desk
    first = desk.app.consents.record(file_who, YES)
    second = desk.app.consents.record(file_who, NO)

    assert second.at - first.at == timedelta(0)
    assert desk.app.consents.of(file_who)["photo"].is_given is False
