"""A tree → canonical HTML: the same tree gives the same text, which HTML parsers and XML parsers read alike."""

from __future__ import annotations

import re

from lxml import etree

from reporting.document.brackets import is_comment
from reporting.document.numbering import language_at
from reporting.document.vocabulary import BLOCKS, FIRST_ATTRIBUTES, PHRASES, SHAPES, VOID, canonical_attribute, words
from reporting.languages.known import base_of

SPACES = re.compile(r"[ \t\n\r\f]+")
"""What HTML folds: no-break and other wide spaces are not among it."""
OWN_LINE = BLOCKS | words("article aside li dt dd caption colgroup thead tbody tr th td figcaption")
"""Elements that stand on a line of their own when written."""


CLAUSE_LEVELS = {"": ("i", "a"), "ru": ("a", "1"), "fa": ("a", "1")}
"""How lists below a numbered paragraph are numbered where nothing else is said: (i), and (a) below it; а) in Russian,
الف) in Dari."""
LONGEST = {"ru": 25, "fa": 28}
"""Items that letters are enough for, where that are few; a longer list has figures."""


def tidy(tree: etree._Element) -> None:
    """Fold white space as a browser would and drop it at the edges of blocks, in place; `pre` is left alone.

    Lists inside of numbered paragraphs get the numbers of their level.
    """
    for clauses in tree.iterfind(".//ol[@class='clauses']"):
        _number_below(clauses, base_of(language_at(clauses)))
    for element in tree.iter(etree.Element):
        if element.tag == "pre":
            # HTML drops a line break right after `<pre>`, XML keeps it.
            element.text = (element.text or "").lstrip("\n") or None
        elif next(element.iterancestors("pre"), None) is None:
            _fold_inside(element)
    for comment in filter(is_comment, tree.iter("span")):
        _join_comment(comment)
    tree.tail = None


def _number_below(above: etree._Element, language: str) -> None:
    levels = CLAUSE_LEVELS.get(language, CLAUSE_LEVELS[""])
    for inner in above.iter("ol"):
        depth = sum(1 for each in inner.iterancestors("ol") if above in (each, *each.iterancestors("ol")))
        if inner is not above and depth <= len(levels) and "type" not in inner.attrib:
            has_room = len(inner) <= LONGEST.get(language, len(inner))
            inner.set("type", levels[depth - 1] if has_room else "1")


def _join_comment(comment: etree._Element) -> None:
    """Papers set a space before a comment by themselves."""
    before, home = comment.getprevious(), comment.getparent()
    if before is not None:
        before.tail = (before.tail or "").rstrip(" ") or None
    elif home is not None:
        home.text = (home.text or "").rstrip(" ") or None


def _fold_inside(element: etree._Element) -> None:
    phrase = element.tag in PHRASES
    text = SPACES.sub(" ", element.text or "")
    if not phrase:
        text = text.lstrip(" ")
    if not phrase and (not len(element) or _breaks(element[0])):
        text = text.rstrip(" ")
    element.text = text or None
    for index, child in enumerate(element):
        following = element[index + 1] if index + 1 < len(element) else None
        child.tail = _folded_tail(child, following, ends=not phrase) or None


def _folded_tail(child: etree._Element, following: etree._Element | None, *, ends: bool) -> str:
    tail = SPACES.sub(" ", child.tail or "")
    if _breaks(child):
        tail = tail.lstrip(" ")
    if (following is None and ends) or (following is not None and _breaks(following)):
        tail = tail.rstrip(" ")
    return tail


def _breaks(element: etree._Element) -> bool:
    return element.tag == "br" or element.tag not in PHRASES


def to_html(element: etree._Element, *, lines: bool = True) -> str:
    """The element as HTML that is well-formed XML too, attributes in a fixed order, a block a line.

    Elements outside of the vocabulary are written as they are, so that a writer may add its own around it.
    """
    parts: list[str] = []
    _write(element, parts, lines=lines)
    return "".join(parts)


def _write(element: etree._Element, parts: list[str], *, lines: bool) -> None:
    tag = str(element.tag)
    parts.append(f"<{tag}{_attributes(element)}")
    if tag in VOID or (tag in SHAPES and not len(element)):
        parts.append("/>")
        return
    parts.append(">" + escape_text(element.text or ""))
    inside = lines and tag != "pre"
    for child in element.iterchildren(etree.Element):
        if inside and child.tag in OWN_LINE:
            parts.append("\n")
        _write(child, parts, lines=inside)
        parts.append(escape_text(child.tail or ""))
    if inside and len(element) and element[-1].tag in OWN_LINE and not (element[-1].tail or "").strip():
        parts.append("\n")
    parts.append(f"</{tag}>")


def _attributes(element: etree._Element) -> str:
    named = {canonical_attribute(str(element.tag), str(name)): str(value) for name, value in element.attrib.items()}
    return "".join(f' {name}="{escape_value(named[name])}"' for name in sorted(named, key=_rank))


def _rank(name: str) -> tuple[int, str]:
    return (FIRST_ATTRIBUTES.index(name) if name in FIRST_ATTRIBUTES else len(FIRST_ATTRIBUTES), name)


def escape_text(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape_value(text: str) -> str:
    """As `escape_text`, for between quotes; line breaks are kept as references, or XML readers fold them."""
    return escape_text(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
