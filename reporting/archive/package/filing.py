"""What a round says to the archive under `archive:`, as far as some readers may see it.

The catalogue is for those who keep the archive, and has all of it. A package goes to its own readers, and has what they
may read; the lines are internal, so packages of the public and the partners have none of them.
"""

from __future__ import annotations

import datetime
from typing import Any

from reporting.audiences.project import Projector
from reporting.records.levels import Level
from reporting.records.register import Meeting

KEEPERS = max(Level)
"""Those who keep the archive."""


def filing_of(meeting: Meeting, readers: Level, on: datetime.date | None) -> dict[str, Any]:
    """The fields of `About` that come from `archive:`, empty where the readers may not see them.

    Args:
        meeting: the round.
        readers: for whom it is said.
        on: the day on which the round is closed, where one was named.
    """
    filing = meeting.round.archive
    projector = Projector(readers, "", meeting.round.start, {})
    seen = (projector.node(filing, "archive", meeting.round.stated_level()) if filing else None) or {}
    closed = on or seen.get("closed_on") or meeting.round.issued
    return {
        "file_plan": str(seen.get("file_plan") or ""),
        "series_number": str(seen.get("series_number") or ""),
        "identifiers": tuple(map(str, seen.get("identifiers") or ())),
        "retention": str(seen.get("retention") or ""),
        "open_on": seen["open_on"].isoformat() if seen.get("open_on") else "",
        "closed": closed.isoformat(),
    }
