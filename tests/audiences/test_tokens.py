"""Each text and plain value above an audience carries a token, and a token is found however it is written down."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random  # noqa: TID251 - seeded: the same seed gives the same tokens

import pytest

from reporting.records.levels import Level
from tests.support import tokens
from tests.support.canaries import canaries_in
from tests.support.twins import Twins, pair

MAIL = tokens.PLAIN["email"](Random(1), "desk@mer.example")  # noqa: S311 - no secret
PHONE = tokens.PLAIN["phone"](Random(2), "+99 1 123")  # noqa: S311 - no secret
HASH = tokens.PLAIN["hash"](Random(3), "00000000")  # noqa: S311 - no secret
JOINED = PHONE.removeprefix("+").replace(" ", "")
WAYS: dict[str, Callable[[str], bytes]] = {
    "as it is": str.encode,
    "in UTF-16": lambda text: text.encode("utf-16"),
    "across a line": lambda text: f"{text[:7]}\r\n {text[7:]}".encode(),
    "across a tag": lambda text: f"{text[:7]}</w:t></w:r><w:r><w:t>{text[7:]}".encode(),
    "with a hyphen that nobody sees": lambda text: f"{text[:7]}\xad{text[7:]}".encode("latin-1"),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("text", [MAIL, PHONE, HASH])
def test_a_token_is_found_however_a_file_writes_it(text: str, way: str) -> None:
    assert canaries_in(b"before " + WAYS[way](text)) == tokens.tokens_in(text.encode()) != set()


@pytest.mark.parametrize(
    "printed",
    [
        JOINED,
        f"tel:+{JOINED}",
        f"+{JOINED[:2]} ({JOINED[2:5]}) {JOINED[5:8]}-{JOINED[8:11]}-{JOINED[11:]}",
        "\u00a0".join([JOINED[:3], JOINED[3:9], JOINED[9:]]),
        "\u202f".join(JOINED),
        ".".join([JOINED[:2], JOINED[2:8], JOINED[8:]]),
    ],
)
def test_a_telephone_number_is_found_in_whatever_groups_it_is_printed(printed: str) -> None:
    assert canaries_in(printed.encode()) == {JOINED}


def test_other_numbers_and_digests_are_no_tokens() -> None:
    assert canaries_in(b"+99 1 123, 998172635 2031-06-08, 5ca1ab1e 00000000 12345678") == set()


@pytest.mark.parametrize("audience", [Level.PUBLIC, Level.PARTNERS, Level.INTERNAL])
def test_only_what_cannot_hold_a_token_is_without_one(audience: Level) -> None:
    for seed in range(6):
        twin = Twins(audience, seed, own=2, every=True)
        assert len(canaries_in("".join(twin.files().values()).encode())) > 300
        assert {name for _, name in twin.bare} <= tokens.WITHOUT


def test_no_field_is_both_with_a_token_and_without() -> None:
    assert tokens.WITHOUT.isdisjoint(tokens.PLAIN)


@pytest.mark.parametrize("name", ["email", "phone", "hash", "id", "variants", "file_plan"])
def test_plain_values_above_the_public_carry_tokens_of_their_form(name: str) -> None:
    found = {text for seed in range(8) for text in _values(Twins(Level.PUBLIC, seed, 2, every=True).files(), name)}
    assert any(tokens.tokens_in(each.encode()) for each in found), found


def test_twins_call_what_is_hidden_by_names_of_their_own() -> None:
    entries = 0
    for seed in range(20):
        one, other = pair(Level.PUBLIC, seed)
        mine, theirs = one.files(), other.files()
        entries += set(json.loads(mine["data/registers/people.yaml"])) != set(
            json.loads(theirs["data/registers/people.yaml"])
        )
        assert len(one.names) == len(other.names)
    assert entries > 3
    one, other = (Twins(Level.PUBLIC, 1, own, every=True) for own in (2, 3))
    assert one.files().keys() != other.files().keys()
    assert one.names.isdisjoint(other.names)
    assert len(one.names) == len(other.names) > 0


def _values(files: dict[str, str], name: str) -> list[str]:
    """Every text that stands under a key, also in a list."""
    found: list[str] = []

    def look(tree: object) -> None:
        if isinstance(tree, list):
            for each in tree:
                look(each)
        if isinstance(tree, dict):
            for key, value in tree.items():
                found.extend(str(each) for each in (value if isinstance(value, list) else [value]) if key == name)
                look(value)

    for text in files.values():
        if text.startswith("{"):
            look(json.loads(text))
    return found
