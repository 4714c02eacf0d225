"""Forms of names in a text: a pattern that finds any of many, whole words only, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable

NOTHING = re.compile(r"(?!)")


def pattern_of(forms: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of `forms`; one that finds nothing where there are none."""
    sorted_forms = sorted({form for form in forms if form.strip()}, key=lambda form: (-len(form), form))
    if not sorted_forms:
        return NOTHING
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted_forms))})(?!\w)")
