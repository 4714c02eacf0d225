"""The plain values that a view is made of, besides text, numbers, dates, lists and dictionaries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Words:
    """A text of the record in the view's language."""

    text: str
    kind: str
    """label, line or prose: how it is printed; a name is put together from labels and leads to no single one."""
    path: str
    """Where it comes from, such as `round.outcomes[o3].text.en`."""
    language: str
    forms: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What the words become in a sentence, by the name of the form; see `records/model/forms.py`."""
    standing: str = ""
    """authentic, courtesy, draft or stale, where the record says how the words came into this language."""
    source: str = ""
    """The language that they were made from, where it says so."""

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Untranslated:
    """Stands where the record has a text, but not in the view's language; printing it is a problem."""

    path: str
    language: str
    languages: tuple[str, ...]
    """Those that the text has."""
