"""The checker: drafted HTML → the canonical HTML of a `Document`, and all that is wrong with it."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from lxml import etree

from reporting.document.bilingual import is_cell
from reporting.document.canonical import tidy, to_html
from reporting.document.findings import Findings
from reporting.document.numbering import figures_at
from reporting.document.places import Lines
from reporting.document.rules.all import RULES
from reporting.document.rules.comments import check_final
from reporting.document.scanner import scan
from reporting.document.vocabulary import (
    ELEMENTS,
    EVERYWHERE,
    HEADINGS,
    SIZE,
    Element,
    value_pattern,
    words,
)
from reporting.problems import Place, Problem


class Checked(NamedTuple):
    """Canonical HTML, and what was found on the way; with an error among it, the HTML is empty."""

    html: str
    problems: tuple[Problem, ...]


def check_document(html: str, images: Container[str], file: str, *, final: bool = False) -> Checked:
    """The drafted HTML in canonical form, checked against the vocabulary.

    Never raises: whatever the text holds, the answer is a value. White space is folded, attributes are put into
    one order, and calls of notes are numbered through in the order in which they stand.

    Args:
        html: what a template drafted, one `article`.
        images: the names that `img src` may give.
        file: what the places name, usually the template.
        final: whether the paper is no draft any more; then no comment may stand in it.
    """
    if len(html) > SIZE or len(html.encode("utf-8", "replace")) > SIZE:
        return Checked("", (Problem("D001", f"the document is larger than {SIZE // 1_000_000} MB", Place(file)),))
    findings = Findings(Lines(file, html))
    root = scan(html, findings)
    if root is None:
        return Checked("", findings.problems or (Problem("D003", "there is no `article`", Place(file)),))
    if findings.has_errors:  # what is not closed looks misplaced, too: say the cause only
        return Checked("", findings.problems)
    _check_tree(root, images, findings)
    if final:
        check_final(root, findings)
    return _answer(root, findings)


def _check_tree(root: etree._Element, images: Container[str], findings: Findings) -> None:
    _check_root(root, findings)
    for element in root.iter():
        _check_element(element, findings)
    tidy(root)
    for rule in RULES:
        rule(root, images, findings)


def _answer(root: etree._Element, findings: Findings) -> Checked:
    if findings.has_errors:
        return Checked("", findings.problems)
    _number_calls(root)
    return Checked(to_html(root), findings.problems)


def _check_root(root: etree._Element, findings: Findings) -> None:
    if root.tag != "article":
        findings.add("D003", f"the document begins with `{root.tag}`, not with `article`", root)


def _check_element(element: etree._Element, findings: Findings) -> None:
    row = ELEMENTS.get(str(element.tag))
    if row is None:
        findings.add("D010", f"`{element.tag}` is not in the vocabulary", element, hint=instead(str(element.tag)))
        return
    _check_attributes(element, row, findings)
    _check_children(element, row, findings)


_INSTEAD = {
    "div": "use `section`, or nothing",
    "b": "use `strong`",
    "i": "use `em` or `cite`",
    "u": "use `em`",
    "small": 'use `p class="small"`',
    "font": "colours and sizes belong into the theme",
    "style": "how papers look belongs into the theme and the style sheets",
    "script": "papers do nothing, they are read",
    "tfoot": "use one more `tbody`",
    "main": "the `article` is the main part already",
}


def instead(tag: str) -> str:
    """What to write for an element that the vocabulary does not have."""
    return _INSTEAD.get(tag, "see docs/vocabulary.md for what there is")


_LOOKS = words("style align valign bgcolor color border width height face size cellpadding cellspacing")


def _without(row: Element, name: str) -> str:
    """What to do where an element does not take an attribute."""
    if name in _LOOKS:
        return "take it out: how papers look belongs into the theme; a class of docs/vocabulary.md says what a thing is"
    if name.startswith("on"):
        return "take it out: papers do nothing, they are read"
    taken = sorted({*row.attributes, *EVERYWHERE} - {"data-from"})
    return f"take it out; here may stand {', '.join(taken)}"


def _check_attributes(element: etree._Element, row: Element, findings: Findings) -> None:
    tag = element.tag
    for name, value in ((str(name), str(value)) for name, value in element.attrib.items()):
        if name not in row.attributes and name not in EVERYWHERE:
            findings.add("D011", f"`{tag}` does not take the attribute `{name}`", element, hint=_without(row, name))
        elif (pattern := value_pattern(tag, name)) and not pattern.fullmatch(value):
            code = {"lang": "D015", "href": "D016"}.get(name, "D012")
            findings.add(code, _unfit(tag, name), element, hint=_FIT.get(name))
    for name in sorted(row.needs - set(element.attrib)):
        findings.add("D013", f"`{tag}` needs the attribute `{name}`", element, hint=_FIT.get(name))
    for name, known in (("class", row.classes), ("role", row.roles)):
        for word in element.get(name, "").split():
            if word not in known:
                hint = f"it takes {', '.join(sorted(known))}" if known else None
                findings.add("D014", f"`{tag}` has no {name} `{word}`", element, hint=hint)


def _unfit(tag: str, name: str) -> str:
    if name == "lang":
        return f"the language of this `{tag}` is not a well-formed tag"
    if name == "href":
        return "a link that leads neither to a web page, an address, a number nor a part of this document"
    return f"`{name}` of this `{tag}` has a value that it cannot have"


_FIT = {
    "lang": "write it as `en`, `ky` or `fa-AF`",
    "href": "links begin with `https:`, `mailto:`, `tel:` or `#`",
    "alt": "say in a few words what the picture shows",
    "dir": "it is `ltr`, `rtl` or `auto`",
    "datetime": "write it as 2031-10-21 or 2031-10-21T09:30",
}


def _check_children(element: etree._Element, row: Element, findings: Findings) -> None:
    children = row.children.union(HEADINGS) if is_cell(element) else row.children
    for child in element:
        if child.tag in ELEMENTS and child.tag not in children:
            findings.add("D020", f"`{child.tag}` cannot stand in `{element.tag}`", child, hint=_home(child.tag))
    if not row.text and (_has_words(element.text) or any(_has_words(child.tail) for child in element)):
        findings.add("D021", f"`{element.tag}` holds loose text", element, hint="put it into a `p`")


_HOMES = {"tr": "put it into `thead` or `tbody`", "li": "put it into `ol` or `ul`", "article": "use `section`"}


def _home(tag: str) -> str | None:
    return _HOMES.get(tag)


def _has_words(text: str | None) -> bool:
    return bool(text and text.strip(" \t\n\r\f"))


def _number_calls(root: etree._Element) -> None:
    numbers: dict[str, int] = {}
    for call in root.iterfind(".//a[@role='doc-noteref']"):
        for child in list(call):
            call.remove(child)
        # The two languages of a bilingual paper call a note by the same number.
        call.text = figures_at(call, numbers.setdefault(call.get("href", ""), len(numbers) + 1))
