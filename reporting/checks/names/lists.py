"""Lists of names in a text: what may stand between two names of one list."""

from __future__ import annotations

import re
from typing import Final

_BETWEEN: Final = re.compile(
    r"(?:\s*[,;،]\s*|\s+)(?:(?:and|et|и|و|as well as|ainsi que)\s+)?(?:(?:the|les?|la|du|des|de la)\s+|(?:de )?l[’'])?\Z"
)
_JOINS: Final = re.compile(r"[,;،]|\b(?:and|et|и|و|as|ainsi)\b")


def are_joined(between: str) -> bool:
    """Whether two names belong to one list, by the text between them: commas, conjunctions and articles alone.

    >>> are_joined(", the "), are_joined(" and "), are_joined(" met ")
    (True, True, False)
    """
    return bool(_BETWEEN.fullmatch(between) and _JOINS.search(between))
