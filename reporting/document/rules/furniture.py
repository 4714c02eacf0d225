"""Marking, running heads, tabs and contents stand where the writers look for them."""

from __future__ import annotations

from collections.abc import Container

from lxml import etree

from reporting.document.bilingual import begins
from reporting.document.findings import Findings

TOP = ("marking", "running-head")


def check_furniture(root: etree._Element, images: Container[str], findings: Findings) -> None:
    """Adds D022 for each piece of furniture out of its place."""
    _check_top(root, findings)
    for tab in root.iterfind(".//section[@class='tab']"):
        first = begins(tab)
        if not tab.get("id") or first is None or first.tag != "h2":
            findings.add("D022", "a tab needs an `id`, and an `h2` as its first element", tab)
    for contents in root.iter("nav"):
        if [child.tag for child in contents] not in (["h2", "ol"], ["h3", "ol"], ["ol"]):
            findings.add("D022", "contents are a heading and one `ol`", contents)
        for item in contents.iter("li"):
            if [child.tag for child in item] not in (["a"], ["a", "ol"]):
                findings.add("D022", "an entry of the contents is one link, with an `ol` after it at most", item)


def _check_top(root: etree._Element, findings: Findings) -> None:
    expected = 0
    for paragraph in root.iter("p"):
        classes = paragraph.get("class", "").split()
        if not set(TOP).intersection(classes):
            continue
        rank = TOP.index(next(name for name in TOP if name in classes))
        is_in_order = paragraph.getparent() is root and root.index(paragraph) == expected
        if not is_in_order or (rank == 0 and expected > 0):
            findings.add(
                "D022",
                f"the {classes[0].replace('-', ' ')} is not at the top of the article",
                paragraph,
                hint="one marking comes first, then the running heads, then everything else",
            )
        expected += 1
