"""Who hears of what has become true, how often, and until when."""

from __future__ import annotations

from bootcamp_app.core.changes import Announcement, Changes


def test_who_listens_to_all_hears_each_write_once_with_its_act() -> None:
    changes = Changes()
    heard: list[Announcement] = []
    changes.subscribe_all(heard.append)

    changes.announce([1, "one"], "act-1")
    changes.announce(["two"], "act-2")

    assert heard == [Announcement("act-1", (1, "one")), Announcement("act-2", ("two",))]


def test_a_write_that_says_nothing_is_not_announced() -> None:
    changes = Changes()
    heard: list[Announcement] = []
    changes.subscribe_all(heard.append)

    changes.announce([], "act-1")
    changes.announce([1], "act-2")

    assert [one.act for one in heard] == ["act-2"]


def test_who_unsubscribes_hears_no_more_and_the_others_do() -> None:
    changes = Changes()
    first: list[Announcement] = []
    second: list[Announcement] = []
    end_first = changes.subscribe_all(first.append)
    changes.subscribe_all(second.append)
    changes.announce([1], "act-1")

    end_first()
    end_first()
    changes.announce([2], "act-2")

    assert [one.act for one in first] == ["act-1"]
    assert [one.act for one in second] == ["act-1", "act-2"]


def test_the_same_listener_twice_is_two_subscriptions() -> None:
    changes = Changes()
    heard: list[Announcement] = []
    end = changes.subscribe_all(heard.append)
    changes.subscribe_all(heard.append)

    end()
    changes.announce([1], "act-1")

    assert len(heard) == 1


def test_a_page_closed_by_an_announcement_is_not_told_of_it_any_more() -> None:
    changes = Changes()
    heard: list[str] = []

    def close_the_second(_said: Announcement) -> None:
        heard.append("first")
        end_second()

    changes.subscribe_all(close_the_second)
    end_second = changes.subscribe_all(lambda _said: heard.append("second"))

    changes.announce([1], "act-1")
    changes.announce([2], "act-2")

    assert heard == ["first", "first"]
