"""What two languages of a text tell otherwise: surplus facts of each, once those that only look different are out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from reporting.checks.versions.facts import Fact

ALIKE: Final[Mapping[str, tuple[str, ...]]] = {
    "number": ("count", "ordinal", "perhaps"),
    "count": ("number", "ordinal", "perhaps"),
    "ordinal": ("number", "count", "perhaps"),
}
"""In what other way a language may say a number: “phase 9” is «девятый этап»."""
IN_WORDS: Final = ("count", "ordinal", "season", "weekday", "point")
"""What a language may leave to other words; an error where both say it and say another."""
KINDS: Final = ("paragraph", "date", "number", "amount", *IN_WORDS, "link", "footnote")
PAIR: Final = Fact("count", "2")
"""“The two sides” are « les parties » as often as not."""


class Difference(NamedTuple):
    """Facts of one kind that one language tells and the other does not."""

    kind: str
    more: list[Fact]
    less: list[Fact]

    @property
    def is_certain(self) -> bool:
        """Whether no other wording explains it."""
        return self.kind not in IN_WORDS or bool(self.more and self.less)


def differences(own: Counter[Fact], first: Counter[Fact]) -> Iterator[Difference]:
    """How one language of a text departs from the first, kind by kind."""
    more, less = own - first, first - own
    _even_out(more, less)
    _even_out(less, more)
    if _currencies(own) == _currencies(first):
        _share_currency(more, less)
        _share_currency(less, more)
    for kind in KINDS:
        here, there = ([each for each in surplus if each.kind == kind] for surplus in (+more, +less))
        if [*here, *there] in ([PAIR], []):
            continue
        yield Difference(kind, here, there)


def _even_out(more: Counter[Fact], less: Counter[Fact]) -> None:
    """Takes out what the other says in another way."""
    for fact in list(more.elements()):
        for kind in ALIKE.get(fact.kind, ()):
            if _taken(more, fact, less, Fact(kind, fact.value)):
                break


def _share_currency(more: Counter[Fact], less: Counter[Fact]) -> None:
    """Takes out figures that share a currency with the one beside them: “EUR 5 to 10 million”."""
    for fact in [each for each in more.elements() if each.kind == "amount"]:
        _taken(more, fact, less, Fact("number", fact.value.partition(" ")[2]))


def _taken(more: Counter[Fact], fact: Fact, less: Counter[Fact], other: Fact) -> bool:
    if less[other] <= 0:
        return False
    more[fact] -= 1
    less[other] -= 1
    return True


def _currencies(facts: Counter[Fact]) -> set[str]:
    return {each.value.partition(" ")[0] for each in facts if each.kind == "amount"}
