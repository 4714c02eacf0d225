"""Each note is called once, each call leads to a note, endnotes end the paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container

from lxml import etree

from reporting.document.bilingual import cell_around, stands_beside
from reporting.document.findings import Findings


def check_notes(root: etree._Element, images: Container[str], findings: Findings) -> None:
    """Adds D042 for a call without its note, D043 for a note not called exactly once, D044 for endnotes out of place."""
    notes = {note.get("id", ""): note for path in NOTES for note in root.iterfind(path)}
    calls = list(root.iterfind(".//a[@role='doc-noteref']"))
    for call in calls:
        if call.get("href", "").removeprefix("#") not in notes:
            findings.add("D042", "this call leads to no note", call)
        if any(above.tag in {"aside", "a"} or above.get("role") == "doc-endnote" for above in call.iterancestors()):
            findings.add("D042", "a call cannot stand in a note, a box or a link", call)
    targets = [call.get("href", "").removeprefix("#") for call in calls if not _repeats(call)]
    called = Counter(targets)
    for name, note in notes.items():
        if called[name] != 1:
            times = "never" if not called[name] else f"{called[name]} times"
            findings.add(
                "D043", f"this note is called {times}", note, hint="a note has one call, with its id in `href`"
            )
    _check_endnotes(root, targets, findings)


NOTES = (".//aside[@role='doc-footnote']", ".//li[@role='doc-endnote']")


def _repeats(call: etree._Element) -> bool:
    """Whether the call is that of the other language for a note that the first language calls in the same row."""
    cell = cell_around(call)
    row = cell.getparent() if cell is not None and stands_beside(call) else None
    return row is not None and any(each.get("href") == call.get("href") for each in row[0].iter("a"))


def _check_endnotes(root: etree._Element, targets: list[str], findings: Findings) -> None:
    for holder in root.iterfind(".//*[@role='doc-endnote']/.."):
        above = holder.getparent()
        if above is None or above.get("role") != "doc-endnotes":
            findings.add("D044", "an endnote stands outside of the section of endnotes", holder)
    for section in root.iterfind(".//section[@role='doc-endnotes']"):
        names = [note.get("id", "") for note in section.iter("li") if note.get("role") == "doc-endnote"]
        if [child.tag for child in section] != ["h2", "ol"] or len(names) != len(section[-1]):
            findings.add("D044", "endnotes are an `h2` and one `ol`, all items of which are endnotes", section)
        elif section.getparent() is not root or section.getnext() is not None:
            findings.add("D044", "endnotes do not end the paper", section, hint="put their section last in the article")
        elif names != targets:
            hint = "put them into the order of their calls; a paper with endnotes has no footnotes"
            findings.add("D044", "endnotes are not in the order in which they are called", section, hint=hint)
