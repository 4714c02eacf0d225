"""Random ids: of letters that are good, that look good, and that lead elsewhere."""

from __future__ import annotations

import re
import unicodedata
from random import Random  # noqa: TID251 - seeded: the same seed gives the same ids

from reporting.records.model.values import is_safe_id

GOOD = "abcxyz019-"
STRANGE = 'AZ./\\:*?"<>|~$ \t\n\0_%ßſﬁäα٠１\u0301\u200b\u202e\uff0e\ufeff'
ALLOWED = re.compile(rb"[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?")


def faults_of_random_ids(number: int, seed: int) -> list[str]:
    """Ids that are taken and should not be; of those that are taken, no two may be one file anywhere."""
    random = Random(seed)  # noqa: S311 - no secret
    lengths = random.choices((1, 2, 3, 5, 8, 13, 40, 64, 65, 80), k=number)
    letters = random.choices(GOOD * 12 + STRANGE, k=sum(lengths))
    taken: dict[str, str] = {}
    faults, at = [], 0
    for length in lengths:
        name = "".join(letters[at : at + length])
        at += length
        if is_safe_id(name):
            folded = unicodedata.normalize("NFKD", name).casefold()
            if not ALLOWED.fullmatch(name.encode()) or taken.setdefault(folded, name) != name:
                faults.append(name)
    return faults if len(taken) > number // 50 else [*faults, f"only {len(taken)} ids were good"]
