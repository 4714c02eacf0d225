"""Which of the papers are wanted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """What of the plan is wanted; what is empty selects everything."""

    rounds: frozenset[str] = frozenset()
    """`dialogue` or `dialogue/round`."""
    types: frozenset[str] = frozenset()
    audiences: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    formats: frozenset[str] = frozenset()

    @property
    def is_everything(self) -> bool:
        return not (self.rounds or self.types or self.audiences or self.languages or self.formats)

    def takes(self, dialogue: str, round_: str, type_: str, language: str = "", audience: str = "") -> bool:
        """Whether a paper is wanted; an empty language or audience is not asked about."""
        return (
            (not self.rounds or dialogue in self.rounds or f"{dialogue}/{round_}" in self.rounds)
            and (not self.types or type_ in self.types)
            and (not self.languages or not language or language in self.languages)
            and (not self.audiences or not audience or audience in self.audiences)
        )

    def formats_of(self, formats: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the formats that are wanted."""
        return tuple(each for each in formats if not self.formats or each in self.formats)


EVERYTHING = Selection()
