"""P002: brackets, TBC, XX and the like that were left in a text which is final."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporting.checks.scene import Scene, Words
from reporting.problems import Problem
from reporting.records.levels import Level

# A link is [text](address) and a note [^id]; “[sic]” and “[…]” are an editor's and stay.
BRACKET = r"\[(?![\^])(?!sic\]|…\]|\.\.\.\])[^\[\]\n]{0,200}\](?![(\[])"
LEFT_OVER = re.compile(rf"{BRACKET}|\b(?:TBC|TBD|TBA|XX+|tbc|tbd)\b|\?\?\?|\b[Ll]orem ipsum\b")

HINTS = ("[", "tbc", "tbd", "tba", "xx", "???", "lorem")


def find(scene: Scene) -> Iterator[Problem]:
    for sheet in scene.sheets:
        if sheet.is_final:
            for words in sheet.having(LEFT_OVER, HINTS):
                if words.level <= Level.PARTNERS and not words.is_quote:
                    hint = "settle it, or say that the text is not final (`draft:` in a statement, `state:` in a round)"
                    yield scene.tell("P002", _sentence(words), sheet.file, words.path, hint)


def _sentence(words: Words) -> str:
    match = LEFT_OVER.search(words.words)
    found = f"“{match[0]}”" if match and words.is_shown and len(match[0]) <= 40 else "a bracket or placeholder"
    return f"{found} was left in a final text"
