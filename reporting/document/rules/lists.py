"""Definition lists are groups of terms and definitions."""

from __future__ import annotations

from collections.abc import Container

from lxml import etree

from reporting.document.findings import Findings


def check_lists(root: etree._Element, images: Container[str], findings: Findings) -> None:
    """Adds D023 for a definition without a term or a term without a definition."""
    for names in root.iter("dl"):
        previous: etree._Element | None = None
        for child in names:
            if child.tag == "dd" and previous is None:
                findings.add("D023", "a `dd` without a `dt` before it", child)
            previous = child
        if previous is not None and previous.tag == "dt":
            findings.add("D023", "a `dt` without a `dd` after it", previous)
