"""The plain values that a view is made of, besides text, numbers, dates, lists and dictionaries."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A text of the record in the view's language."""

    text: str
    kind: str
    """label, line or prose: how it is printed."""
    path: str
    """Where it comes from, such as `round.outcomes[o3].text.en`."""
    language: str

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Untranslated:
    """Stands where the record has a text, but not in the view's language; printing it is a problem."""

    path: str
    language: str
    languages: tuple[str, ...]
    """Those that the text has."""
