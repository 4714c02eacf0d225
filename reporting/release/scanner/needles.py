"""What must not be found in a paper: words above its readers, markings, paths, and names of people and machines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reporting.problems import Place
from reporting.records.levels import Level
from reporting.records.register import Register
from reporting.release.scanner.folding import folded, words_of
from reporting.release.scanner.leaves import Leaf
from reporting.release.scanner.search import SHORTEST, Phrases

RUN: Final = 5
"""Words in a row that count as taken from a text."""
PASTED: Final = 8
"""Words in a row that a public text shares with a restricted one, so that somebody should look."""
COMMON: Final = frozenset(
    [
        "root",
        "user",
        "users",
        "admin",
        "administrator",
        "ubuntu",
        "debian",
        "runner",
        "jenkins",
        "guest",
        "default",
        "nobody",
        "build",
        "builder",
        "docker",
        "localhost",
        "localdomain",
        "desktop",
        "laptop",
        "server",
        "host",
        "home",
        "work",
        "office",
        "press",
        "public",
    ]
)
"""Names of users and machines that say nothing of anybody."""
_PATHS: Final = (
    re.compile(r"(?<![\w./:-])/(?:home|Users|root|tmp|var/(?:tmp|folders|home)|mnt|media|srv|opt|work)/[\w.~-]{2,}"),
    re.compile(r"(?<![A-Za-z])[A-Za-z]:\\{1,2}(?:[\w. -]+\\{1,2})+[\w. -]+"),
    re.compile(r"file:/{1,3}[\w.~%-]+/", re.IGNORECASE),
    re.compile(r"(?<!\\)\\\\[A-Za-z][\w.-]+\\[\w.$-]+"),
)


@dataclass(frozen=True, slots=True)
class Needle:
    """One thing that is looked for."""

    kind: str
    """words, marking, path, user or host."""
    place: Place | None
    """Where the record says it."""
    level: Level | None = None
    """Who may read it."""
    number: int = 0
    """Of markings and names, which one, since they are never quoted."""


@dataclass(frozen=True, slots=True)
class Named:
    """A word that is looked for as it is written."""

    word: str
    kind: str
    place: Place | None = None
    level: Level | None = None
    is_alone: bool = False
    """Whether it says something only where it stands alone on its line, as ordinary words do."""


class Needles:
    """Everything that is looked for, ready to be searched for in many texts."""

    def __init__(self, secret: Sequence[Leaf], named: Iterable[Named] = (), allowed: str = "") -> None:
        """Takes what must not be found.

        Args:
            secret: leaves of the record above the readers.
            named: markings, and names of users and machines.
            allowed: folded words that the readers may read anyway; what stands there is not looked for.
        """
        self.all: list[Needle] = [Needle("words", each.place, each.level) for each in secret]
        self._phrases = Phrases(phrases_of(secret, allowed))
        self._named: list[tuple[str, re.Pattern[str], int]] = []
        for number, each in enumerate(dict.fromkeys(named), 1):
            self._named.append((folded(each.word), _pattern(each), len(self.all)))
            self.all.append(Needle(each.kind, each.place, each.level, number))
        self._path = len(self.all)
        self.all.append(Needle("path", None))

    def __len__(self) -> int:
        return len(self._phrases) + len(self._named) + 1

    def search(self, plain: str, text: str) -> frozenset[int]:
        """Numbers of what stands in a text, given folded and as it is."""
        found = {number for _, number in self._phrases.found(plain)}
        found.update(number for word, pattern, number in self._named if word in plain and pattern.search(text))
        if ("/" in text or "\\" in text) and any(pattern.search(text) for pattern in _PATHS):
            found.add(self._path)
        return frozenset(found)


def phrases_of(secret: Sequence[Leaf], allowed: str = "", run: int = RUN) -> Mapping[str, int]:
    """Whole texts and runs of words out of them, folded, each with the number of its leaf.

    What is shorter than twelve letters is met by chance and left out, and so is what stands in `allowed`.
    """
    found: dict[str, int] = {}
    for number, leaf in enumerate(secret):
        words = words_of(leaf.words)
        whole = "".join(words)
        if run == RUN and len(whole) >= SHORTEST:
            found.setdefault(whole, number)
        for at in range(len(words) - run + 1):
            found.setdefault("".join(words[at : at + run]), number)
    return {phrase: number for phrase, number in found.items() if len(phrase) >= SHORTEST and phrase not in allowed}


def named_markings(register: Register, level: Level) -> list[Named]:
    """The markings of every scheme that nothing for a level may carry, in all languages."""
    return [
        Named(text, "marking", Place(f"templates/markings/{each.scheme}.yaml"), each.level, is_alone=each.is_ordinary)
        for each in register.schemes.above(level)
        for text in dict.fromkeys(each.texts.values())
    ]


def named_people(user: str, host: str) -> list[Named]:
    """The user and the machine, as far as their names say something."""
    named = [Named(user, "user"), Named(host, "host"), Named(host.partition(".")[0], "host")]
    return [each for each in named if len(folded(each.word)) >= 4 and each.word.lower() not in COMMON]


def _pattern(named: Named) -> re.Pattern[str]:
    """A word alone, its letters perhaps spaced; markings in capitals are looked for in capitals only."""
    letters = [re.escape(each) for each in named.word if not each.isspace()]
    spaced = r"[\W_]{0,3}".join(letters)
    if named.is_alone:
        return re.compile(rf"^[^\w\n]*{spaced}[^\w\n]*$", re.IGNORECASE | re.MULTILINE)
    flags = re.NOFLAG if named.kind == "marking" and named.word.isupper() else re.IGNORECASE
    return re.compile(rf"(?<!\w){spaced}(?!\w)", flags)
