"""Views as files: what a paper was made from, so that it can be read, and made again, without the record.

Plain values stand as JSON has them. What JSON lacks is an object with the key `$`: words with their language and the
path of their record, days, and texts that are missing in a language.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping
from typing import Any

from reporting.archive.package.about import as_json
from reporting.audiences.values import Untranslated, Words
from reporting.audiences.view import View
from reporting.build.making.material import Material
from reporting.build.planning.plan import Paper
from reporting.drafting.types import DocumentType
from reporting.records.levels import Level


def material_to_json(paper: Paper, material: Material) -> bytes:
    """What a paper was made from, as a file."""
    enclosed = {name: {"type": kind.name, "view": _view(view)} for name, (kind, view) in material.enclosures.items()}
    return as_json(
        {
            "type": paper.type,
            "marking": material.marking,
            "view": _view(material.view),
            "enclosures": enclosed,
            **({} if material.common is None else {"common": sorted(material.common)}),
            **({"ink": list(material.ink)} if any(material.ink) else {}),
        }
    )


def material_from_json(data: bytes, types: Mapping[str, DocumentType]) -> tuple[DocumentType, Material]:
    """The type of a paper and what it was made from.

    Raises:
        ValueError, KeyError, TypeError: it is no such file, or a type is missing.
    """
    value = json.loads(data)
    enclosed = {name: (types[each["type"]], _viewed(each["view"])) for name, each in value["enclosures"].items()}
    common = frozenset(value["common"]) if "common" in value else None
    letters, ground = value.get("ink", ("", ""))
    return types[value["type"]], Material(_viewed(value["view"]), enclosed, value["marking"], common, (letters, ground))


def _view(view: View) -> dict[str, Any]:
    return {
        "audience": str(view.audience),
        "language": view.language,
        "illustrative": view.illustrative,
        "data": plain(view.data),
    }


def _viewed(value: Any) -> View:
    return View(Level.named(value["audience"]), value["language"], _restored(value["data"]), (), value["illustrative"])


def plain(value: Any) -> Any:
    """A value of a view as JSON has it.

    Raises:
        TypeError: it holds what a view does not.
    """
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, Words):
        words = {"$": "words", "text": value.text, "kind": value.kind, "path": value.path, "language": value.language}
        made = {"standing": value.standing, "source": value.source} if value.standing else {}
        return {**words, **made, **({"forms": dict(value.forms)} if value.forms else {})}
    if isinstance(value, Untranslated):
        return {"$": "untranslated", "path": value.path, "language": value.language, "languages": value.languages}
    if isinstance(value, datetime.date):
        return {"$": "day", "day": value.isoformat()}
    if value is None or type(value) in (str, int, bool, float):
        return value
    raise TypeError(f"a view holds a {type(value).__name__}, which cannot be archived")


def _restored(value: Any) -> Any:
    if isinstance(value, dict):
        kind = value.get("$")
        if kind is None:
            return {key: _restored(each) for key, each in value.items()}
        return _KINDS[kind](value)
    return [_restored(each) for each in value] if isinstance(value, list) else value


_KINDS: Mapping[str, Callable[[Any], Any]] = {
    "words": lambda value: Words(
        value["text"],
        value["kind"],
        value["path"],
        value["language"],
        forms=value.get("forms", {}),
        standing=value.get("standing", ""),
        source=value.get("source", ""),
    ),
    "untranslated": lambda value: Untranslated(value["path"], value["language"], tuple(value["languages"])),
    "day": lambda value: datetime.date.fromisoformat(value["day"]),
}
