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
    voices: frozenset[str] = frozenset()
    """`own`, `joint`, `host`, `counterpart`, or one of them alone such as `counterpart-om` or `copy-va`."""

    @property
    def is_everything(self) -> bool:
        return not (self.rounds or self.types or self.audiences or self.languages or self.formats or self.voices)

    def takes(
        self,
        dialogue: str,
        round_: str,
        type_: str,
        language: str = "",
        audience: str = "",
        *,
        voice: str | None = None,
    ) -> bool:
        """Whether a paper is wanted; an empty language or audience, and no voice, is not asked about."""
        return (
            (not self.rounds or dialogue in self.rounds or f"{dialogue}/{round_}" in self.rounds)
            and (not self.types or type_ in self.types)
            and (not self.languages or not language or language in self.languages)
            and (not self.audiences or not audience or audience in self.audiences)
            and (not self.voices or voice is None or not self.voices.isdisjoint(names_of(voice)))
        )

    def formats_of(self, formats: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the formats that are wanted."""
        return tuple(each for each in formats if not self.formats or each in self.formats)


def names_of(voice: str) -> set[str]:
    """What a voice may be called in an order: `counterpart-om` is one of the counterparts, too."""
    return {voice, voice.partition("-")[0]} if voice else {"own"}


EVERYTHING = Selection()
