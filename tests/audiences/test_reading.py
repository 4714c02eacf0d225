"""Values of a view as a template meets them, each one noted when it is read."""

from __future__ import annotations

from typing import Any

from reporting.audiences.reading import Item, Items, opened
from reporting.audiences.values import Untranslated, Words

DATA = {"title": "talks", "place": {"city": "Averin"}, "topics": [{"id": "a"}, {"id": "b"}], "none": None}


def reading() -> tuple[Any, dict[str, Any]]:
    reads: dict[str, Any] = {}
    return Item(DATA, "", reads), reads


def test_a_thing_says_what_it_has_and_notes_nothing_by_that() -> None:
    item, reads = reading()
    assert (len(item), sorted(item), "title" in item, "number" in item) == (4, sorted(DATA), True, False)
    assert bool(Item({}, "empty", reads))
    assert (item.where(), reads) == ("", {})


def test_what_is_read_is_noted_by_its_path() -> None:
    item, reads = reading()
    assert (item["title"], item["place"]["city"], item["none"]) == ("talks", "Averin", None)
    assert reads == {"title": "talks", "place": True, "place.city": "Averin", "none": None}
    assert item["place"].where() == "place"


def test_of_a_list_its_length_is_noted_and_each_item_that_is_taken() -> None:
    item, reads = reading()
    topics = item["topics"]
    assert isinstance(topics, Items)
    assert reads == {}
    assert topics[-1]["id"] == "b"
    assert reads == {"topics": 2, "topics[1]": True, "topics[1].id": "b"}
    assert [each["id"] for each in topics] == ["a", "b"]
    assert reads["topics[0].id"] == "a"


def test_a_part_of_a_list_is_read_item_by_item() -> None:
    reads: dict[str, Any] = {}
    numbers = opened([3, 4, 5], "numbers", reads)
    assert numbers[1:] == (4, 5)
    assert reads == {"numbers": 3, "numbers[1]": 4, "numbers[2]": 5}
    assert (4 in numbers, 7 in numbers, numbers[0]) == (True, False, 3)
    assert list(opened([], "nothing", reads)) == []
    assert reads["nothing"] == 0


def test_a_thing_that_was_read_once_stays_noted_as_being_there() -> None:
    reads: dict[str, Any] = {"place": "as before"}
    opened({}, "place", reads)
    assert reads == {"place": "as before"}


def test_words_are_true_where_there_are_any_and_may_be_kept_in_a_set() -> None:
    words = Words("Averin", "label", "round.place.city", "en", {"genitive": "of Averin"})
    assert bool(words)
    assert not Words("", "label", "round.place.city", "en")
    assert len({words, Words("Averin", "label", "round.place.city", "en", {"genitive": "of Averin"})}) == 1
    assert (words.standing, words.source) == ("", "")
    assert Untranslated("a", "fr", ("en",)) == Untranslated("a", "fr", ("en",))
