"""Drafted HTML → a tree, strictly: every element closed where it was opened, nothing guessed.

An HTML parser repairs what it does not understand, and each does it in its own way. Here a fault is a problem
at its line and column, so that all writers get the tree that the template's author meant.
"""

from __future__ import annotations

import re
from html import unescape

from lxml import etree

from reporting.document.findings import Findings
from reporting.document.vocabulary import DEPTH, ELEMENTS, VOID, canonical_attribute

# Possessive and without alternatives that overlap: the time is linear in the text, whatever the text is.
_TOKEN = re.compile(
    r"""(?P<text>[^<]++)
    |(?P<comment><!--)
    |<(?P<end>/?+)(?P<tag>[a-zA-Z][\w-]*+)
      (?P<attributes>(?:\s++[^\s"'<>/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+)*+)
      \s*+(?P<slash>/?+)>
    |(?P<stray><)""",
    re.VERBOSE | re.ASCII,
)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]++)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+""", re.ASCII)
_NAME = re.compile(r"[a-zA-Z_][\w.-]*", re.ASCII)
# XML 1.0, 2.2 (Char); surrogates cannot be written as UTF-8 either.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def scan(html: str, findings: Findings) -> etree._Element | None:
    """The root element of the drafted HTML, with every fault of its syntax in `findings`.

    None if there is no element at all, or if it is nested too deeply to go on.
    """
    scanner = _Scanner(html, findings)
    return scanner.run()


class _Scanner:
    def __init__(self, html: str, findings: Findings) -> None:
        self._html = html
        self._findings = findings
        self._open: list[etree._Element] = []
        self._root: etree._Element | None = None

    def run(self) -> etree._Element | None:
        position = 0
        while position < len(self._html) and (match := _TOKEN.match(self._html, position)):
            position = self._comment_end(match) if match["comment"] else self._take(match)
            if len(self._open) > DEPTH:
                self._report("D004", f"elements are nested more than {DEPTH} deep", match.start())
                return None
        if self._open:
            self._unclosed(self._open)
        return self._root

    def _take(self, match: re.Match[str]) -> int:
        if (text := match["text"]) is not None:
            self._text(text, match.start())
        elif match["stray"]:
            self._report(
                "D002",
                "a “<” that does not begin a tag",
                match.start(),
                "write `&lt;`, or close the tag and its quotes",
            )
        elif match["end"]:
            self._close(match["tag"].lower(), match.start())
        else:
            self._start(match)
        return match.end()

    def _comment_end(self, match: re.Match[str]) -> int:
        end = self._html.find("-->", match.end())
        if end < 0:
            self._report("D002", "a comment that is never closed", match.start(), "end it with `-->`")
            return len(self._html)
        return end + 3

    def _text(self, text: str, at: int) -> None:
        clean = self._clean(text, at)
        if not self._open:
            if clean.strip():
                self._report("D003", "text outside of the article", at)
            return
        parent = self._open[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + clean
        else:
            parent.text = (parent.text or "") + clean

    def _clean(self, text: str, at: int) -> str:
        text = unescape(text) if "&" in text else text
        if bad := _FORBIDDEN.search(text):
            self._report("D005", f"a character that no paper can hold (U+{ord(bad[0]):04X})", at, "delete it")
            return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def _start(self, match: re.Match[str]) -> None:
        tag, at = match["tag"].lower(), match.start()
        if not self._open and self._root is not None:
            self._report("D003", f"`{tag}` after the end of the article", at)
        parent = self._open[-1] if self._open else None
        element = etree.Element(tag) if parent is None else etree.SubElement(parent, tag)
        self._findings.stands_at(element, at)
        self._attributes(element, match)
        self._root = element if self._root is None else self._root
        if tag not in VOID and not (match["slash"] and _in_drawing(element)):
            self._open.append(element)
            if match["slash"]:
                self._report("D002", f"`<{tag}/>` does not close `{tag}`", at, f"write `<{tag}></{tag}>`")

    def _attributes(self, element: etree._Element, match: re.Match[str]) -> None:
        for name, quoted in _ATTRIBUTE.findall(match["attributes"]):
            canonical = canonical_attribute(element.tag, name)
            if not _NAME.fullmatch(canonical):
                hint = "take it out: a name has small letters, digits and hyphens"
                self._report("D011", f"`{element.tag}` does not take the attribute `{name}`", match.start(), hint)
            elif canonical in element.attrib:
                self._report("D002", f"attribute `{name}` is given twice", match.start())
            else:
                value = quoted[1:-1] if quoted[:1] in {'"', "'"} else quoted
                element.set(canonical, self._clean(value, match.start()))

    def _close(self, tag: str, at: int) -> None:
        if tag not in (element.tag for element in self._open):
            self._report("D002", f"`</{tag}>` closes nothing", at, "delete it, or add the start tag that it belongs to")
            return
        while (last := self._open.pop()).tag != tag:
            self._unclosed([last])

    def _unclosed(self, elements: list[etree._Element]) -> None:
        for element in elements:
            hint = f"add `</{element.tag}>` where it ends" if element.tag in ELEMENTS else None
            self._findings.add("D002", f"`{element.tag}` is not closed", element, hint=hint)

    def _report(self, code: str, sentence: str, at: int, hint: str | None = None) -> None:
        under = self._open[-1] if self._open else None
        self._findings.add(code, sentence, at, hint=hint, under=under)


def _in_drawing(element: etree._Element) -> bool:
    return element.tag == "svg" or any(above.tag == "svg" for above in element.iterancestors())
