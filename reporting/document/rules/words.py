"""Nothing stands empty, and no text of the program gets into a paper."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from lxml import etree

from reporting.document.findings import Findings
from reporting.document.vocabulary import HEADINGS, MAY_BE_EMPTY, PICTURES

# “None of them came” may begin a sentence; elsewhere a capital None is Python's.
_PROGRAM = re.compile(
    r"(?<=[\w,;)] )None\b|\bundefined\b|\bNaN\b|<[\w.]+ object at 0x|\{'\w+': |\bdatetime\.date(?:time)?\(|\{\{|\{%"
)
_DOUBLED = re.compile(r", ?[,;.](?!\.)|; ?[,;.]|\( ?\)|\[ ?\]|“ ?”|« ?»")


def check_words(root: etree._Element, images: Container[str], findings: Findings) -> None:
    """Adds D032 to D034 for what stands empty, D070 for the program's own words, D071 for doubled punctuation."""
    for element in root.iter():
        if element.tag not in MAY_BE_EMPTY and _is_blank(element):
            _add_empty(element, findings)
    for holder, text in _texts(root):
        if _PROGRAM.search(text) or text.strip() == "None":
            findings.add("D070", "a word of the program, not of the record, stands in the text", holder, hint=_LACKING)
        elif _DOUBLED.search(text):
            findings.add("D071", "punctuation without anything between", holder, hint=_LACKING, warning=True)


_LACKING = "a value is probably missing in the record; let the template ask for it with an `if`"


def _is_blank(element: etree._Element) -> bool:
    """Whether nothing can be read in it; the innermost element is blamed, not those around it."""
    if any(below.tag not in MAY_BE_EMPTY or below.tag in PICTURES for below in element.iterdescendants()):
        return False
    return not "".join(map(str, element.itertext())).strip()


def _add_empty(element: etree._Element, findings: Findings) -> None:
    if element.tag in HEADINGS or element.tag == "caption":
        findings.add("D032", "this heading is empty", element, hint=_LACKING)
    elif element.tag == "a":
        findings.add("D034", "this link has no words", element, hint="say where it leads")
    elif element.tag != "title":
        findings.add("D033", f"this `{element.tag}` is empty", element, hint=_LACKING, warning=True)


def _texts(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    for element in root.iter():
        if element.tag in {"pre", "code"}:
            continue
        if element.text:
            yield element, element.text
        for child in element:
            if child.tail:
                yield element, child.tail
