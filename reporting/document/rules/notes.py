"""Each note is called once, each call leads to a note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container

from lxml import etree

from reporting.document.findings import Findings


def check_notes(root: etree._Element, images: Container[str], findings: Findings) -> None:
    """Adds D042 for a call without its note, D043 for a note that is not called exactly once."""
    notes = {note.get("id", ""): note for note in root.iterfind(".//aside[@role='doc-footnote']")}
    calls = list(root.iterfind(".//a[@role='doc-noteref']"))
    for call in calls:
        if call.get("href", "").removeprefix("#") not in notes:
            findings.add("D042", "this call leads to no note", call)
        if next(call.iterancestors("aside", "a"), None) is not None:
            findings.add("D042", "a call cannot stand in a note, a box or a link", call)
    called = Counter(call.get("href", "").removeprefix("#") for call in calls)
    for name, note in notes.items():
        if called[name] != 1:
            times = "never" if not called[name] else f"{called[name]} times"
            findings.add(
                "D043", f"this note is called {times}", note, hint="a note has one call, with its id in `href`"
            )
