"""Documents to write in tests."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from reporting.document.document import Document, Properties

SAMPLES = Path(__file__).parents[1] / "samples"


def all_elements() -> Document:
    """The document that holds every element and class of the vocabulary."""
    html = (SAMPLES / "all-elements.html").read_text("utf-8")
    images = {"emblem.png": (SAMPLES / "emblem.png").read_bytes()}
    return Document(html, properties(), images)


def small(body: str = "<p>Delegations met.</p>", *, title: str = "A short paper") -> Document:
    """A document of one heading and the given blocks."""
    html = f'<article lang="en"><h1>{title}</h1>{body}</article>'
    return Document(html, Properties(title=title, language="en", author="Straits Desk", created=date(2031, 10, 21)))


def properties() -> Properties:
    """Properties with every field filled."""
    return Properties(
        title="Seventh Round of the Straits Security Dialogue",
        language="en",
        author="Ministry of External Relations of Velmora",
        created=date(2031, 10, 21),
        subject="Briefing pack",
        identifier="straits/07-port-averin/briefing-pack",
        keywords=("straits", "security", "Port Averin"),
        rights="For the delegation only",
        marking="Restricted",
        draft="Draft 2",
        event={
            "name": "Seventh Round of the Straits Security Dialogue",
            "startDate": "2031-10-21",
            "endDate": "2031-10-21",
            "location": "Port Averin",
            "organizer": "Straits Dialogue",
        },
    )
