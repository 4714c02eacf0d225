"""How the papers of a round were let go, as files: clearances and releases against the gate, from its release.yaml.

As views do, a package has of it what its own readers may read, and no more; a package of the public has none.
"""

from __future__ import annotations

from collections.abc import Iterable

from reporting.archive.package.about import as_json
from reporting.archive.package.views import plain
from reporting.audiences.project import Projector
from reporting.records.levels import Level
from reporting.records.register import Meeting, Register

FOLDER = "source/release/"


def release_to_files(
    register: Register, meeting: Meeting, audience: Level, languages: Iterable[str]
) -> dict[str, bytes]:
    """A file for each language of the papers; none where the record has nothing for these readers."""
    if meeting.release is None:
        return {}
    found = {}
    for language in languages:
        projector = Projector(audience, language, meeting.round.start, {}, register.lexicon)
        value = projector.node(meeting.release, "release")
        if value and any(value.values()):
            found[f"{FOLDER}{language}.json"] = as_json(plain(value))
    return found
