"""The outline, by which templates are checked, tells of the same fields as a view has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from reporting.audiences.outline import outline
from reporting.audiences.shapes import Many, Scalar, Shape, Thing, Worded
from reporting.audiences.values import Untranslated, Words
from reporting.records.levels import Level
from tests.support.desk import view


def differences(shape: Shape, value: Any, audience: Level, path: str = "") -> Iterator[str]:
    """Where a value is not what its shape says."""
    if value is None:
        return
    if isinstance(shape, Many):
        for index, each in enumerate(value):
            yield from differences(shape.item, each, audience, f"{path}[{index}]")
    elif isinstance(shape, Thing):
        yield from fields_that_differ(shape, value, audience, path)
    elif isinstance(shape, Worded):
        if not isinstance(value, (Words, Untranslated)):
            yield f"{path} is no text of the record"
    elif isinstance(value, (Words, dict, list)):
        yield f"{path} is more than a plain value"


def fields_that_differ(thing: Thing, value: Any, audience: Level, path: str) -> Iterator[str]:
    wanted = {name for name, each in thing.fields.items() if each.level <= audience}
    yield from (f"{path}.{name} is lacking" for name in wanted - set(value))
    for name, each in thing.fields.items():
        if name in value:
            if value[name] is None and not each.optional:
                yield f"{path}.{name} is empty"
            yield from differences(each.shape, value[name], audience, f"{path}.{name}")


@pytest.mark.parametrize("audience", list(Level))
def test_a_view_has_what_the_outline_says(audience: Level) -> None:
    data = view(audience).data
    named = {name: each for name, each in outline().fields.items() if each.level <= audience}
    assert set(data) == set(named)
    assert [each for name in named for each in differences(named[name].shape, data[name], audience, name)] == []


@pytest.mark.parametrize(
    ("path", "level"),
    [
        ("round.topics.confidential", Level.RESTRICTED),
        ("round.parties.head", Level.PUBLIC),
        ("round.parties.members", Level.INTERNAL),
        ("commitments", Level.INTERNAL),
        ("briefing", Level.RESTRICTED),
        ("round.quotes.speaker.contact", Level.RESTRICTED),
    ],
)
def test_each_field_has_the_lowest_level_at_which_it_can_be_read(path: str, level: Level) -> None:
    shape: Shape = outline()
    found = Level.PUBLIC
    for name in path.split("."):
        shape = shape.item if isinstance(shape, Many) else shape
        assert isinstance(shape, Thing)
        found, shape = shape.fields[name].level, shape.fields[name].shape
    assert found is level


def test_a_value_that_the_model_lists_is_known_by_its_choices() -> None:
    round_ = outline().fields["round"].shape
    assert isinstance(round_, Thing)
    assert round_.fields["state"].shape == Scalar("text", ("planned", "held", "published"))
