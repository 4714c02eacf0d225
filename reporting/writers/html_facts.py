"""What a page tells machines about itself: schema.org in JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from reporting.document.document import Properties


def facts_json(properties: Properties) -> str:
    """The page's facts as JSON that cannot end the `script` element around it."""
    facts = {"@context": "https://schema.org", "@graph": [_paper(properties), *_event(properties.event)]}
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _paper(properties: Properties) -> dict[str, Any]:
    # schema.org has no type for press releases; `genre` says what kind of document it is.
    facts = {
        "@type": "DigitalDocument",
        "name": properties.title,
        "genre": properties.subject,
        "inLanguage": list(properties.languages) if properties.beside else properties.language,
        "dateCreated": properties.created.isoformat(),
        "identifier": properties.identifier,
        "keywords": ", ".join(properties.keywords),
        "publisher": {"@type": "GovernmentOrganization", "name": properties.author},
        "usageInfo": properties.rights,
        "about": {"@id": "#event"} if properties.event else "",
    }
    return {name: value for name, value in facts.items() if value}


_EVENT: Mapping[str, str] = {"location": "Place", "organizer": "Organization"}


def _event(event: Mapping[str, str]) -> list[dict[str, Any]]:
    if not event:
        return []
    facts: dict[str, Any] = {"@type": "Event", "@id": "#event"}
    for name, value in sorted(event.items()):
        facts[name] = {"@type": _EVENT[name], "name": value} if name in _EVENT else value
    return [facts]
