"""What Word papers wear, as files: names of styles, whether fonts go along, and of a letterhead its hash alone.

A letterhead is somebody's Word file and may hold that person's name, comments and older text. Nothing of that travels into
a paper, so it does not travel into a package either; its Word papers are made again without it, and compared in words.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from reporting.archive.package.about import as_json
from reporting.build.making.office import Office

FOLDER = "source/letterheads/"


def office_to_files(type_: str, office: Office) -> dict[str, bytes]:
    """The files of one type; none where the theme alone decides."""
    if not office.key:
        return {}
    letterhead = hashlib.sha256(office.letterhead).hexdigest() if office.letterhead else ""
    told = {"letterhead_sha256": letterhead, "styles": dict(office.names), "embeds_fonts": office.embeds_fonts}
    return {f"{FOLDER}{type_}.json": as_json(told)}


def office_from_files(type_: str, files: Mapping[str, bytes]) -> Office:
    """What a package knows of what the Word papers of a type wear; nothing where they wear a letterhead.

    Raises:
        ValueError, KeyError, TypeError: it is not as it was written.
    """
    told = files.get(f"{FOLDER}{type_}.json")
    if told is None or has_letterhead(type_, files):
        return Office()
    value = json.loads(told)
    return Office(b"", dict(value["styles"]), value["embeds_fonts"])


def has_letterhead(type_: str, files: Mapping[str, bytes]) -> bool:
    """Whether the Word papers of a type wear a letterhead, which is not in the package."""
    told = files.get(f"{FOLDER}{type_}.json")
    return told is not None and bool(json.loads(told)["letterhead_sha256"])
