"""Markings as values: what stands on a paper to say who may read it, and the schemes that define them.

Schemes are data: `templates/markings/<scheme>.yaml`. Reading them is the business of `schemes/marking_schemes.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reporting.records.levels import Level

EVERY = "*"
"""Stands for the language of a text that is the same in all of them."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How a scheme wants a marking printed, as colours such as `#ffc000`."""

    colour: str
    ground: str = ""
    """What it is printed on; empty for the paper itself."""


@dataclass(frozen=True, slots=True)
class Marking:
    """One marking of a scheme."""

    id: str
    """Its id in the scheme, such as `limite`."""
    scheme: str
    """The scheme's name, such as `eu`."""
    level: Level
    """Who may read what carries it: matter so marked is never for a wider audience."""
    texts: Mapping[str, str] = field(hash=False)
    """What is printed, by language; `*` for a text that is the same in all of them."""
    rank: int = 0
    """Its place in the scheme, from the lowest up."""
    is_classified: bool = False
    """Whether it is a classification under law, for which this program is not accredited."""
    is_ordinary: bool = False
    """Whether its text is an ordinary word, such as `Internal`, which says something only where it stands alone."""
    ink: Ink | None = None

    def __str__(self) -> str:
        return f"{self.scheme}/{self.id}"

    def text(self, language: str) -> str:
        """What is printed on a paper in `language`; in the issuer's first language where it has no other.

        A marking is never left out for want of a translation.
        """
        texts = self.texts
        return (
            texts.get(language)
            or texts.get(EVERY)
            or texts.get(language.split("-", maxsplit=1)[0])
            or next(iter(texts.values()))
        )


@dataclass(frozen=True, slots=True)
class Scheme:
    """The markings of one issuer, from the lowest to the highest."""

    name: str
    markings: tuple[Marking, ...] = ()

    def above(self, level: Level) -> tuple[Marking, ...]:
        """The markings that nothing for `level` may carry."""
        return tuple(each for each in self.markings if each.level > level)

    def get(self, identifier: str) -> Marking | None:
        """The marking with that id."""
        return next((each for each in self.markings if each.id == identifier), None)


@dataclass(frozen=True, slots=True)
class Schemes:
    """Every scheme that a workspace knows."""

    by_name: Mapping[str, Scheme] = field(default_factory=dict, hash=False)
    house: str = ""
    """The scheme of the house, whose markings are called by their id alone."""

    def find(self, name: str) -> Marking | None:
        """The marking that a record calls `limite`, of the house's own scheme, or `tlp/amber`, of another."""
        scheme, _, identifier = name.rpartition("/")
        known = self.by_name.get(scheme or self.house)
        return known.get(identifier) if known else None

    def names(self) -> list[str]:
        """All that a record may write: those of the house by their id, then those of other schemes."""
        own = self.by_name.get(self.house)
        others = [str(each) for each in self.all() if each.scheme != self.house]
        return [each.id for each in own.markings] + others if own else others

    def all(self) -> tuple[Marking, ...]:
        """The markings of all schemes."""
        return tuple(each for name in sorted(self.by_name) for each in self.by_name[name].markings)

    def above(self, level: Level) -> tuple[Marking, ...]:
        """The markings of all schemes that nothing for `level` may carry."""
        return tuple(each for each in self.all() if each.level > level)


def highest(markings: Iterable[Marking], first: str = "") -> tuple[Marking, ...]:
    """What something carries that has all these markings inside: of the highest level, the highest of each scheme.

    Schemes are not turned into each other: where two meet at the same level, both are carried.

    Args:
        markings: all that are inside.
        first: the scheme whose marking comes first, that of the house.
    """
    found = tuple(markings)
    top = max((each.level for each in found), default=Level.PUBLIC)
    by_scheme: dict[str, Marking] = {}
    for each in found:
        known = by_scheme.get(each.scheme)
        if each.level == top and (known is None or each.rank > known.rank):
            by_scheme[each.scheme] = each
    return tuple(by_scheme[name] for name in sorted(by_scheme, key=lambda name: (name != first, name)))
