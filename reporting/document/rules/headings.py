"""Headings make an outline without holes."""

from __future__ import annotations

from collections.abc import Container

from lxml import etree

from reporting.document.bilingual import stands_beside
from reporting.document.findings import Findings
from reporting.document.vocabulary import HEADINGS


def check_headings(root: etree._Element, images: Container[str], findings: Findings) -> None:
    """Adds D030 for a missing or second title, D031 for a skipped level."""
    headings = [each for each in root.iter(*HEADINGS) if not stands_beside(each)]
    if not headings or headings[0].tag != "h1":
        findings.add("D030", "the first heading is not an `h1`", headings[0] if headings else root)
    for second in [heading for heading in headings if heading.tag == "h1"][1:]:
        findings.add("D030", "a second `h1`", second, hint="a paper has one title; use `h2`")
    # Word's and PDF's outlines, and PDF/UA (ISO 14289-1, 7.4.2), do not allow skipped levels.
    level = 1
    for heading in headings:
        found = int(heading.tag[1])
        if found > level + 1:
            findings.add("D031", f"`{heading.tag}` follows on `h{level}`", heading, hint=f"use `h{level + 1}`")
        level = found
