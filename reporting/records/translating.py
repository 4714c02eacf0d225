"""Whether a translation still says what its source does: each text of the source by a short hash of its words.

A record keeps the hashes of the source's texts as they were when somebody last held the translation against them. A
text whose hash is not among them has changed since, or was never looked at.
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from reporting.records.model.base import Node
from reporting.records.model.texts import Text
from reporting.records.model.translations import Translation
from reporting.records.walk import Path, Walked

STEP: Final = re.compile(r"\[([^\]]*)\]|([^.\[\]]+)")
LACKING: Final = "lacking"
"""The standing of a text that has no translation yet."""
STALE: Final = "stale"
"""That of a translation whose source has changed."""


@functools.lru_cache(maxsize=4096)
def digest_of(words: str) -> str:
    """Eight letters that tell whether the words are the same; how their lines are broken does not matter.

    >>> digest_of("They  met in Bishkek. ") == digest_of("They met in Bishkek.")
    True
    """
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Made:
    """One entry of `translations`, ready to be held against texts."""

    language: str
    of: str
    status: str
    item: str | None
    digests: frozenset[str]
    """Those of the source's texts when the translation was last looked at."""

    @classmethod
    def read(cls, entry: Translation | Mapping[str, Any]) -> Made:
        """The entry of a record, or of a view."""
        values = entry if isinstance(entry, Mapping) else entry.__dict__
        digests = frozenset((values["hash"] or "").split())
        return cls(values["language"], values["of"], values["status"], values["item"], digests)

    def covers(self, path: str) -> bool:
        """Whether it is for the text at a path of its record, such as `sections[0].paragraphs[borders].text`."""
        if self.item is None:
            return True
        steps = STEP.findall(path)
        return any(index == self.item for index, _ in steps) or bool(steps and steps[0][1] == self.item)

    def standing(self, text: Text) -> str:
        """authentic, courtesy, draft, stale or lacking; empty for a text that has no words in the source's language."""
        source = text.by_language.get(self.of)
        if source is None or self.language == self.of:
            return ""
        if self.language not in text.by_language:
            return LACKING
        return self.status if digest_of(source) in self.digests else STALE


def entries_for(made: Iterable[Made], path: str) -> dict[str, Made]:
    """By language the entry that is for the text at a path: one for an item goes before one for the whole record."""
    found: dict[str, Made] = {}
    for each in sorted(made, key=lambda entry: entry.item is not None):
        if each.covers(path):
            found[each.language] = each
    return found


class Standing(NamedTuple):
    """How one text of a record stands in one language."""

    path: Path
    text: Text
    made: Made
    number: int
    """Which entry of `translations` it falls under."""
    standing: str


def translations_of(record: Node) -> list[Translation]:
    """The entries of a record; none for kinds that have no translations."""
    return list(getattr(record, "translations", None) or [])


def standings(record: Node, walked: Walked) -> Iterator[Standing]:
    """Every text of a record in every language that it says something of, in the order of the model."""
    entries = [Made.read(each) for each in translations_of(record)]
    for said in walked.texts if entries else ():
        for made in entries_for(entries, path_of(record, said.path)).values():
            if standing := made.standing(said.text):
                yield Standing(said.path, said.text, made, entries.index(made), standing)


def path_of(record: Node, path: Path) -> str:
    """A path with the ids of items, as views have it: `topics[extremism].title`."""
    here: Any = record
    found = ""
    for step in path:
        if isinstance(step, int):
            here = here[step]
            found += f"[{getattr(here, 'id', step)}]"
        else:
            here = getattr(here, step, None) if isinstance(here, Node) else None
            found += f".{step}" if found else step
    return found
