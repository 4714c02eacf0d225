"""Every id is one of its kind, every link inside the document leads somewhere."""

from __future__ import annotations

from collections.abc import Container

from lxml import etree

from reporting.document.findings import Findings


def check_links(root: etree._Element, images: Container[str], findings: Findings) -> None:
    """Adds D040 for an id used twice, D041 for a link to nothing."""
    ids: set[str] = set()
    for element in root.iter():
        if (name := element.get("id")) is None:
            continue
        if name in ids:
            findings.add("D040", f"the id `{name}` is used before", element, hint="each id may stand once")
        ids.add(name)
    for link in root.iter("a"):
        target = link.get("href", "")
        if target.startswith("#") and target[1:] not in ids and link.get("role") != "doc-noteref":
            findings.add("D041", f"nothing in the document has the id `{target[1:]}`", link)
