"""Pictures exist, and say what they show."""

from __future__ import annotations

from collections.abc import Container

from lxml import etree

from reporting.document.findings import Findings


def check_pictures(root: etree._Element, images: Container[str], findings: Findings) -> None:
    """Adds D050 for a picture that is not there, D051 for one that a listener would not hear of."""
    for image in root.iter("img"):
        if image.get("src", "") not in images:
            findings.add("D050", f"there is no picture `{image.get('src', '')}`", image)
        if not image.get("alt", "x").strip():
            findings.add("D051", "the picture's description is empty", image, hint="say what it shows in `alt`")
    for drawing in root.iter("svg"):
        title = drawing[0] if len(drawing) else None
        if title is None or title.tag != "title" or not (title.text or "").strip():
            findings.add("D051", "the drawing has no `title` as its first element", drawing, hint="say what it shows")
