"""A hash is put into a record that somebody keeps by hand, and no other letter of it changes."""

from __future__ import annotations

import pytest

from reporting.problems import Failed
from reporting.records.reading.splice import with_hashes

FILE = "data/dialogues/north/02-beta/round.yaml"
NEW = "0123abcd 4567ef01"
CASES = [
    ("- {language: fr, of: en, status: draft}", '- {language: fr, of: en, status: draft, hash: "NEW"}'),
    ("- {status: draft, language: fr, of: en}", '- {status: draft, hash: "NEW", language: fr, of: en}'),
    ('- {language: fr, of: en, status: draft, hash: "00000000", item: o1}  # ours', '- {language: fr, of: en, status: draft, hash: "NEW", item: o1}  # ours'),
    ("- {language: fr, of: en, status: draft, hash: deadbeef}", '- {language: fr, of: en, status: draft, hash: "NEW"}'),
    ("- language: fr\n  of: en\n  status: draft  # not agreed\n  item: o1", '- language: fr\n  of: en\n  status: draft  # not agreed\n  hash: "NEW"\n  item: o1'),
    ("- language: fr\n  status: 'draft'\n  of: en", "- language: fr\n  status: 'draft'\n  hash: \"NEW\"\n  of: en"),
    ("- hash: >-\n    00000000\n    11111111\n  language: fr\n  of: en\n  status: draft", '- hash: "NEW"\n  language: fr\n  of: en\n  status: draft'),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), CASES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_hash_stands_in_its_entry_and_all_else_is_as_it_was(before: str, after: str, end: str) -> None:
    head, tail = "number: 1\n# Ours, seit 2019: Brücke\ntranslations:\n", "\nstart: 2024-05-16   # Thursday\n"
    given, wanted = ((head + each + tail).replace("\n", end) for each in (before, after.replace("NEW", NEW)))
    assert with_hashes(given, FILE, {0: NEW}) == wanted
    assert with_hashes("\ufeff" + given, FILE, {0: NEW}) == "\ufeff" + wanted


def test_at_the_end_of_a_file_without_a_line_feed_the_hash_gets_a_line_of_its_own() -> None:
    text = "translations:\n  - language: fr\n    of: en\n    status: draft"
    assert with_hashes(text, FILE, {0: NEW}) == f'{text}\n    hash: "{NEW}"'


def test_several_entries_are_changed_at_once_and_the_others_stay() -> None:
    entry = "  - {{language: {}, of: en, status: draft}}\n"
    text = "translations:\n" + "".join(entry.format(each) for each in ("fr", "ru", "kk"))
    made = with_hashes(text, FILE, {0: NEW, 2: NEW})
    assert [f'"{NEW}"' in line for line in made.splitlines()] == [False, True, False, True]


def test_what_cannot_be_changed_alone_is_not_changed() -> None:
    text = "translations:\n  - {language: fr, of: en, status: draft}\n"
    with pytest.raises(Failed) as refused:
        with_hashes(text, FILE, {0: 'a "b'})
    assert [each.code for each in refused.value.problems] == ["R027"]
