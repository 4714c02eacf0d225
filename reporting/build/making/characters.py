"""Characters that no font of the theme has, found in the records before a paper is laid out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reporting.build.making.theme import theme_of
from reporting.problems import Problem
from reporting.records.levels import Level
from reporting.records.register import Register
from reporting.records.walk import Said
from reporting.workspace import Workspace

UNPRINTED = frozenset({"sources", "source", "archive"})
"""Keys whose texts stand in no paper."""
REGISTERS = ("countries", "organisations", "people", "programmes", "places")


def character_findings(workspace: Workspace, register: Register) -> Iterator[Problem]:
    """An error for each character of a text that papers could only print as an empty box.

    Raises:
        Failed: the theme is in error.
        EnvironmentFailed: a font package is missing [W003].
    """
    texts = [(file, said) for file, said in _texts(register) if UNPRINTED.isdisjoint(map(str, said.path))]
    letters = set().union(*(words for _, said in texts for words in said.text.by_language.values()))
    if not any(ord(letter) > 127 for letter in letters):
        return
    from reporting.writers.fonts import missing_glyphs

    missing = missing_glyphs("".join(letters), theme_of(workspace))
    for file, said in texts if missing else ():
        for language, words in said.text.by_language.items():
            for letter in sorted(set(missing).intersection(words)):
                place = register.place(file, *said.path, language)
                yield Problem("W010", _sentence(letter, said), place, "write it otherwise, or add a font to theme.yaml")


def _sentence(letter: str, said: Said) -> str:
    if said.level is Level.PUBLIC:
        return f"no font of the theme has the character {letter} (U+{ord(letter):04X})"
    return "no font of the theme has a character of this text"


def _texts(register: Register) -> Iterable[tuple[str, Said]]:
    """The texts of every record of a dialogue, and of the entries of registers that any of them leads to."""
    named = {reference.id for walked in register.walks.values() for reference in walked.references}
    for name, walked in register.walks.items():
        kind, _, key = name.partition("/")
        if name.startswith("data/"):
            yield from ((name, said) for said in walked.texts)
        elif kind in REGISTERS and key in named:
            yield from ((f"data/registers/{kind}.yaml", said) for said in walked.texts)
