"""Latin words and figures inside of a language that is written from right to left, kept apart by `bdi`.

Without that a line's own direction moves brackets, hyphens and full stops beside them to the wrong side: `(EU-ACT)`, `2015–2020`.
"""

from __future__ import annotations

import re
from typing import Final

_TAG: Final = re.compile(r"(<[^>]*>|&[a-z]+;|&#\w+;)")
_RUN: Final = re.compile(
    r"[A-Za-z0-9À-ɏ€$£+@#][\w.,:/@&+%’'\u2019\u2013-]*"
    r"(?:[ \u00a0\u202f](?=[A-Za-z0-9À-ɏ])[\w.,:/@&+%’'\u2019\u2013-]*)*",
    re.ASCII,
)
_END: Final = re.compile(r"[.,:]+\Z")
_KEPT: Final = re.compile(r"</?(bdi|code|a)\b")


def isolated(html: str) -> str:
    """The same markup with each run of Latin words or figures in a `bdi`; links, code and what is isolated stay.

    >>> isolated("برنامهٔ EU-ACT (2015–2020).")
    'برنامهٔ <bdi>EU-ACT</bdi> (<bdi>2015–2020</bdi>).'
    """
    depth, found = 0, []
    for part in _TAG.split(html):
        if _KEPT.match(part):
            depth += -1 if part.startswith("</") else 1
        is_words = not depth and not part.startswith(("<", "&"))
        found.append(_RUN.sub(_kept_apart, part) if is_words else part)
    return "".join(found)


def _kept_apart(run: re.Match[str]) -> str:
    """The run without the full stop or comma of the sentence around it."""
    end = _END.search(run[0])
    words, rest = (run[0][: end.start()], end[0]) if end else (run[0], "")
    return f"<bdi>{words}</bdi>{rest}" if words else run[0]
