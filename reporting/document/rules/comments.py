"""Comments on a draft: where they stand, whose they are, and never in a final paper."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from lxml import etree

from reporting.document.brackets import is_comment
from reporting.document.findings import Findings
from reporting.document.vocabulary import HEADINGS, PHRASES, PICTURES

HOMES: Final = frozenset({"p", "span"})
"""What a comment may be about: it is the last thing in it."""
AWAY: Final = frozenset({*HEADINGS, "caption", "figcaption", "nav", "pre", "header"} | PHRASES - {"span"})
NOTES: Final = frozenset({"doc-footnote", "doc-endnote"})
FURNITURE: Final = frozenset({"marking", "running-head", "copy-number", "bracketed", "comment"})
WITHIN: Final = PICTURES | {"a", "ins", "del", "br"}
"""What its words cannot hold: Word keeps comments in a part of their own."""


def check_comments(root: etree._Element, images: Container[str], findings: Findings) -> None:
    """Adds D045 for a comment out of its place, D046 for one that names nobody."""
    for comment in root.iter("span"):
        if not is_comment(comment):
            continue
        if fault := fault_of(comment):
            findings.add("D045", f"a comment {fault}", comment, hint=HINT)
        if not comment.get("data-by", "").strip():
            findings.add("D046", "this comment does not say whose it is", comment, hint="name its author in `data-by`")


HINT = 'let it end a `p` or a `span` round what it is about: `<span>the text<span class="comment" data-by="…">…</span></span>`'


def fault_of(comment: etree._Element) -> str:
    """What is wrong with the comment's place, as the end of a sentence; empty where it stands well."""
    home = comment.getparent()
    if home is None or home.tag not in HOMES:
        return "stands neither in a paragraph nor in a phrase of its own"
    if any(each.tag in AWAY or each.get("role") in NOTES for each in comment.iterancestors()):
        return "cannot stand in a heading, caption, note, link, change or the like"
    if any(not FURNITURE.isdisjoint(each.get("class", "").split()) for each in comment.iterancestors()):
        return "cannot stand in text in brackets, in another comment or on the edge of the page"
    if any(each.tag in WITHIN for each in comment.iterdescendants()):
        return "holds what it cannot: a picture, link, change, note or line break"
    if not is_last(comment):
        return "is followed by more text of what it is about"
    if not "".join(map(str, comment.itertext())).strip():
        return "says nothing"
    return "" if said_before(comment) else "has no text before it to be about"


def is_last(comment: etree._Element) -> bool:
    """Whether nothing but further comments follows where the comment stands."""
    behind = (comment, *comment.itersiblings())
    return all(is_comment(each) and not (each.tail or "").strip() for each in behind)


def said_before(comment: etree._Element) -> bool:
    home, before = comment.getparent(), comment.getprevious()
    return before is not None or bool(home is not None and (home.text or "").strip())


def check_final(root: etree._Element, findings: Findings) -> None:
    """Adds D047 for each comment in a paper that is no draft."""
    for comment in filter(is_comment, root.iter("span")):
        findings.add("D047", "a comment stands in a paper that is final", comment, hint=SETTLE)


SETTLE = "settle it and take it out, or give the record its `draft` back while the text is still discussed"
