"""People are presented with name and office once; after that a short form is enough, where the template has one."""

from __future__ import annotations

import pytest

from tests.support.drafting import written

WHO = "{% set who = round.quotes[0].speaker %}"
SHORT = "{{ who | met(who.name, later=who.short_name) }}"
FULL = "{{ who | met(who.name) }}"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (SHORT, "Ms Ana Sol"),
        (f"{SHORT}, {SHORT}, {SHORT}", "Ms Ana Sol, Ms Sol, Ms Sol"),
        (f"{FULL}, {SHORT}", "Ms Ana Sol, Ms Sol"),
        (f"{SHORT}, {FULL}", "Ms Ana Sol, Ms Ana Sol"),
    ],
)
def test_somebody_is_presented_once(source: str, words: str) -> None:
    assert written(f"{WHO}<p>{source}</p>").replace("\u00a0", " ") == words
